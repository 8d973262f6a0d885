import { Trans, useLingui } from '@lingui/react/macro'
import { Radio, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { lineName } from '../clients/client.ts'
import type { Client, Line } from '../clients/client.ts'
import { useAccessReasonText } from '../clients/state.tsx'

const LIFTABLE = ['manual', 'abuse', 'kyc', 'billing'] as const
type Liftable = (typeof LIFTABLE)[number]

/** Gives service back: which reason is lifted, and what stays owed all the same. */
export function RestoreLine({ client, line, onClose }: { client: Client; line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const reasonText = useAccessReasonText()
  const present = line.reasons.map(({ reason }) => reason)
  const liftable = LIFTABLE.filter((reason) => present.includes(reason))
  const staying = present.filter((reason) => !(liftable as readonly string[]).includes(reason))
  const form = useForm({ initialValues: { reason: (liftable[0] ?? 'manual') as Liftable } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (query) => {
    const { data, error } = await http.DELETE('/api/v1/subscriptions/{id}/suspension', { params: { path: { id: line.id }, query } })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(data.reasons.length === 0 ? t`The line has service again.` : t`That reason is lifted; another one keeps the service off.`)
    onClose()
  })
  const owed = client.balance.receivable_minor
  return (
    <FormDialog
      title={t`Give ${lineName(line)} service again`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Lift the suspension</Trans>}
    >
      <Radio.Group label={t`Lift`} {...form.getInputProps('reason')}>
        <Stack gap={6} mt={2}>
          {liftable.map((reason) => {
            const found = line.reasons.find((each) => each.reason === reason)
            const since = found === undefined ? '' : format.date(format.dayOf(found.since))
            return <Radio key={reason} value={reason} label={[reasonText(reason), since, found?.note].filter(Boolean).join(' · ')} />
          })}
        </Stack>
      </Radio.Group>
      {form.getValues().reason === 'billing' && owed > 0 && (
        <Text size="sm">
          <Trans>{format.money(owed)} stays owed. Tomorrow the service goes off again if it is still unpaid; a promise to pay spares the client longer.</Trans>
        </Text>
      )}
      {staying.length > 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Still without service afterwards because of: {staying.map(reasonText).join(', ')}.</Trans>
        </Text>
      )}
    </FormDialog>
  )
}
