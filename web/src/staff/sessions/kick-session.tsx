import { Trans, useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { sayDone, sayFailed, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

const ASK_MS = 500
const PATIENCE_MS = 30_000

/** Has the router end a session, and says what became of it. */
export function KickSession({ session, onClose }: { session: { readonly id: number; readonly login: string }; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const form = useForm({ initialValues: {} })
  const { submit, isSending, failure } = useSubmit(form)
  const { login } = session
  const send = submit(async () => {
    const { data, error } = await http.POST('/api/v1/ppp-sessions/{id}/kick', { params: { path: { id: session.id } } })
    if (error !== undefined) throw error
    const done = await outcomeOf(data.id)
    await queries.invalidateQueries({
      predicate: ({ queryKey }) => JSON.stringify(queryKey).includes('ppp-sessions') || JSON.stringify(queryKey).includes('/live'),
    })
    if (done === null) sayFailed(null, t`The router has not answered yet. The session of ${login} is ended as soon as it does.`)
    else if (done.state === 'failed') sayFailed(null, done.trouble?.advice ?? t`The router did not end it.`)
    else sayDone(done.state === 'ended' ? t`The session of ${login} was ended.` : t`${login} had gone already.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`End the session of ${login}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>End the session</Trans>}
      isDanger
    >
      <Text size="sm">
        <Trans>
          The router ends it at once, and the box dials again within seconds, with the address and speed it should have now. To keep a line off, suspend it.
        </Trans>
      </Text>
    </FormDialog>
  )
}

/** Null: still waiting after half a minute. */
async function outcomeOf(id: number) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, ASK_MS))) {
    const { data } = await http.GET('/api/v1/session-kicks/{id}', { params: { path: { id } } })
    if (data !== undefined && data.state !== 'waiting') return data
  }
  return null
}
