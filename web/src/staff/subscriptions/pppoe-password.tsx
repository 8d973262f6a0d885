import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Code, CopyButton, Group, Text, Tooltip } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconCheck, IconCopy, IconEye } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { http } from '../../api/client.ts'
import { sayDone, sayFailed, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useFreshPassword } from '../auth/ask-password.tsx'
import { lineName } from '../clients/client.ts'
import type { Line } from '../clients/client.ts'
import { NewPassword } from './line-fields.tsx'

const SHOWN_MS = 60_000

/** Shows the PPPoE password for a minute to whoever has just shown his own; each look is in the audit. */
export function RevealPassword({ line }: { line: Line }) {
  const { t } = useLingui()
  const fresh = useFreshPassword()
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => setShown(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [shown])
  const reveal = async () => {
    try {
      const answer = await fresh.run(async () => {
        const { data, error } = await http.GET('/api/v1/subscriptions/{id}/pppoe-password', { params: { path: { id: line.id } } })
        if (data === undefined) throw error
        return data
      })
      setShown(answer.pppoe_password)
    } catch (error) {
      sayFailed(error, t`The server cannot be reached.`)
    }
  }
  if (shown !== null)
    return (
      <Group gap={4} display="inline-flex">
        <Code>{shown}</Code>
        <CopyButton value={shown}>
          {({ copied, copy }) => (
            <ActionIcon variant="subtle" color="gray" size="xs" aria-label={t`Copy the password`} onClick={copy}>
              {copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
            </ActionIcon>
          )}
        </CopyButton>
      </Group>
    )
  return (
    <>
      <Tooltip label={t`Show the password; it is noted in the audit`}>
        <ActionIcon variant="subtle" color="gray" size="xs" aria-label={t`Show the PPPoE password`} onClick={() => void reveal()}>
          <IconEye size={14} />
        </ActionIcon>
      </Tooltip>
      {fresh.dialog}
    </>
  )
}

/** A new PPPoE password; the router learns it, and the old one stops working. */
export function ChangePassword({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const form = useForm({
    initialValues: { pppoe_password: '' },
    validate: { pppoe_password: (value) => (value.trim() === '' ? t`This is needed` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ pppoe_password }) => {
    const { error } = await http.PUT('/api/v1/subscriptions/{id}/pppoe-password', { params: { path: { id: line.id } }, body: { pppoe_password } })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The password is changed.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`PPPoE password of ${lineName(line)}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Change the password</Trans>}
    >
      <NewPassword label={t`New password`} {...form.getInputProps('pppoe_password')} />
      <Text size="sm" c="dimmed">
        <Trans>The client's router at home needs it too; until then he cannot log in again.</Trans>
      </Text>
    </FormDialog>
  )
}
