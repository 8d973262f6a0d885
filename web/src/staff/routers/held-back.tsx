import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Group, Stack, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import type { Router } from './router.ts'

type Held = NonNullable<Router['health']['held']>

/** A plan that a guard has stopped: why, how much it is, and the way to let it through once. */
export function HeldBack({ router, held }: { router: Router; held: Held }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const [isSending, setSending] = useState(false)
  const n = format.number(held.changes)
  const changes = t`${plural(held.changes, { one: `${n} change`, other: `${n} changes` })}`
  const why = {
    empty: t`The router says that it has no secret at all. That may be a router that was set back, or the wrong one.`,
    truncated: t`The router shows far fewer secrets than before. Its answer may be incomplete.`,
    secrets_leave: t`${changes}: secrets of ours leave this router because it asks RADIUS now. They are more than the ${format.number(held.limit)} it may be changed by unasked.`,
    radius_off: t`The router does not ask RADIUS yet, so ${n} of our secrets stay on it. Set “/ppp aaa set use-radius=yes” there and compare again.`,
    too_many: t`${changes} at once are more than the ${format.number(held.limit)} this router may be changed by unasked.`,
  }[held.kind]
  const release = async () => {
    setSending(true)
    const { error } = await http
      .POST('/api/v1/routers/{id}/release', { params: { path: { id: router.id } }, body: { changes: held.changes } })
      .catch((thrown: unknown) => ({ error: thrown }))
    setSending(false)
    setAsked(false)
    await client.invalidateQueries()
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    sayDone(t`Let through; it is being done now.`)
  }
  return (
    <Alert color="yellow" icon={<IconHandStop size={18} />} role="alert" title={<Trans>Changes are held back</Trans>}>
      <Stack gap={8}>
        <Text size="sm">
          {why} {t`Since ${format.dateTime(held.since)}.`}
        </Text>
        <Group>
          <AllowedButton size="compact-sm" allowed={router.allowed.release} onClick={() => setAsked(true)}>
            <Trans>Let it through once</Trans>
          </AllowedButton>
        </Group>
      </Stack>
      {isAsked && (
        <ConfirmDialog
          title={t`Let ${changes} through?`}
          onClose={() => setAsked(false)}
          onSubmit={(event) => {
            event?.preventDefault()
            void release()
          }}
          isSending={isSending}
          failure={null}
          isDanger
          submitLabel={<Trans>Let it through</Trans>}
        >
          <Trans>Look at “Pending changes” first. As many as you see now are done once; if it is more by then, it is held back again.</Trans>
        </ConfirmDialog>
      )}
    </Alert>
  )
}
