import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Group, Modal, Skeleton, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '../../api/client.ts'
import { LOCALE_NAMES } from '../../i18n/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { Status } from '../../ui/values.tsx'
import { Connections } from '../branches/connections.tsx'
import { useTaken } from '../clients/use-taken.ts'
import { RejectSignup } from './reject-signup.tsx'
import { SIGNUP_TONES, useSignupStateText } from './signup.ts'
import type { Signup } from './signup.ts'
import styles from './signups.module.css'

/** One request: who asks for what and where, and the two ways to answer it. `listed` = what the list knows of it, shown until it is asked. */
export function SignupDialog({ id, listed, onClose }: { id: number; listed: Signup | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const {
    data: signup,
    error,
    refetch,
  } = api.useQuery(
    'get',
    '/api/v1/signup-requests/{id}',
    { params: { path: { id } } },
    { retry: false, ...(listed === undefined ? {} : { placeholderData: listed }) },
  )
  return (
    <Modal opened onClose={onClose} title={signup?.name ?? t`Sign-up`} size="lg">
      {signup !== undefined ? (
        <Request signup={signup} onClose={onClose} />
      ) : error === null ? (
        <Skeleton h={240} radius="md" />
      ) : (
        <ErrorState error={error} retry={() => void refetch()} />
      )}
    </Modal>
  )
}

function Request({ signup, onClose }: { signup: Signup; onClose: () => void }) {
  const navigate = useNavigate()
  const [isRejecting, rejecting] = useDisclosure(false)
  if (isRejecting) return <RejectSignup signup={signup} onBack={rejecting.close} onDone={onClose} />
  return (
    <Stack gap="md">
      {signup.state === 'new' ? <KnownNumber phone={signup.phone} /> : <Decision signup={signup} />}
      <Facts signup={signup} />
      {signup.state === 'new' && (
        <Group justify="end">
          <AllowedButton allowed={signup.allowed.reject} variant="default" onClick={rejecting.open}>
            <Trans>Turn down…</Trans>
          </AllowedButton>
          <AllowedButton
            allowed={signup.allowed.approve}
            data-autofocus
            onClick={() => void navigate({ to: '/clients/new', search: { signup: String(signup.id) } as never })}
          >
            <Trans>Register as a client</Trans>
          </AllowedButton>
        </Group>
      )}
    </Stack>
  )
}

/** Somebody who is a client already most likely wants a second line, or has moved. */
function KnownNumber({ phone }: { phone: string }) {
  const { phone: isTaken } = useTaken({ phone, pppoe_login: '' })
  if (!isTaken) return null
  return (
    <Alert color="yellow" py="xs">
      <Trans>
        A client has this number already:{' '}
        <Link className="lm-link" to="/clients" search={{ q: phone } as never}>
          see who
        </Link>
      </Trans>
    </Alert>
  )
}

function Decision({ signup }: { signup: Signup }) {
  const { t } = useLingui()
  const format = useFormat()
  const stateText = useSignupStateText()
  const by = signup.decided_by_name
  const at = signup.decided_at === null ? '' : format.dateTime(signup.decided_at)
  return (
    <Alert color={signup.state === 'approved' ? 'green' : 'gray'} py="xs">
      <Status tone={SIGNUP_TONES[signup.state]} label={stateText(signup.state)} isHollow={signup.state === 'rejected'} />{' '}
      {by === null ? at : t`by ${by}, ${at}`}
      {signup.decision_reason !== '' && <> · {signup.decision_reason}</>}
      {signup.client_id !== null && (
        <>
          {' · '}
          <Link className="lm-link" to="/clients/$id" params={{ id: String(signup.client_id) }}>
            {signup.client_code}
          </Link>
        </>
      )}
    </Alert>
  )
}

function Facts({ signup }: { signup: Signup }) {
  const { t } = useLingui()
  const format = useFormat()
  const facts: readonly (readonly [label: string, value: ReactNode, isWide?: boolean])[] = [
    [
      t`Phone`,
      <a key="phone" className="lm-link" href={`tel:${signup.phone}`}>
        {signup.phone}
      </a>,
    ],
    [
      t`E-mail`,
      signup.email !== '' && (
        <a key="email" className="lm-link" href={`mailto:${signup.email}`}>
          {signup.email}
        </a>
      ),
    ],
    [t`Address`, signup.address, true],
    [t`Area`, signup.area_name],
    [t`New connections there`, signup.area_connections !== null && <Connections key="connections" of={signup.area_connections} />],
    [t`Branch`, signup.branch_name],
    [t`Wishes`, signup.package_name],
    [t`Note`, signup.note, true],
    [t`Language`, LOCALE_NAMES[signup.locale]],
    [t`Asked`, format.dateTime(signup.created_at)],
  ]
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== '' && value !== false)
        .map(([label, value, isWide]) => (
          <div key={label} className={isWide === true ? styles.wide : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
