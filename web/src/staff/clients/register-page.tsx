import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { Connections } from '../branches/connections.tsx'
import type { Signup } from '../signups/signup.ts'
import { RegisterForm } from './register-form.tsx'

/** A new client, typed in or taken over from a sign-up request (`?signup=`). */
export function RegisterPage() {
  const { t } = useLingui()
  const [state] = useUrlState()
  const id = state['signup']
  return <Page title={t`Register a client`}>{id === undefined ? <RegisterForm signup={null} /> : <FromSignup key={id} id={Number(id)} />}</Page>
}

function FromSignup({ id }: { id: number }) {
  // Asked once: whoever else decides on it meanwhile must not take away what is typed here; the server says so when it is sent.
  const {
    data: signup,
    error,
    refetch,
  } = useQuery({
    queryKey: ['signup-to-register', id],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    queryFn: async () => {
      const { data, error: refused } = await http.GET('/api/v1/signup-requests/{id}', { params: { path: { id } } })
      if (data === undefined) throw refused
      return data
    },
  })
  const packages = useWholeList('/api/v1/packages')
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />
  if (signup === undefined || !packages.isWhole) return <Skeleton h={420} radius="md" />
  if (!signup.allowed.approve.ok)
    return (
      <Alert color="gray" title={signup.allowed.approve.reason}>
        <Link className="lm-link" to="/signups" search={{ state: signup.state, id: String(signup.id) } as never}>
          <Trans>To the request of {signup.name}</Trans>
        </Link>
      </Alert>
    )
  const isSold = packages.rows.some((each) => each.id === signup.package_id && each.is_active)
  return (
    <Stack gap="sm">
      <Asked signup={signup} isSold={isSold} />
      <RegisterForm signup={isSold ? signup : { ...signup, package_id: null }} />
    </Stack>
  )
}

/** What of the request is not a field of the form. */
function Asked({ signup, isSold }: { signup: Signup; isSold: boolean }) {
  const { t } = useLingui()
  const isDoubtful = signup.area_connections === 'closed' || signup.area_connections === 'planned'
  const isGone = signup.package_id !== null && !isSold
  return (
    <Alert color={isDoubtful || isGone ? 'yellow' : 'gray'} maw={1120} title={t`From the sign-up of ${signup.name}`}>
      <Stack gap={4}>
        {signup.note !== '' && <span>{signup.note}</span>}
        {signup.area_connections !== null && (
          <span>
            <Trans>New connections in {signup.area_name}:</Trans> <Connections of={signup.area_connections} />
          </span>
        )}
        {isGone && <Trans>{signup.package_name} is no longer sold; choose another package.</Trans>}
        <Trans>Registering approves the request.</Trans>
      </Stack>
    </Alert>
  )
}
