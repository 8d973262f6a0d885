import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import type { Line } from './client-page.tsx'

/** Takes the service of a line away, with the reason and, where known, until when. */
export function SuspendLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({ initialValues: { reason: 'manual' as 'manual' | 'abuse' | 'kyc', note: '', until: null as string | null } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (body) => {
    const { data, error } = await http.POST('/api/v1/subscriptions/{id}/suspension', { params: { path: { id: line.id } }, body })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The line is suspended.`)
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={t`Suspend the line`}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Select
            label={t`Reason`}
            data={[
              { value: 'manual', label: t`By staff` },
              { value: 'abuse', label: t`Abuse` },
              { value: 'kyc', label: t`Papers missing` },
            ]}
            {...form.getInputProps('reason')}
          />
          <TextInput label={t`Note`} data-autofocus {...form.getInputProps('note')} />
          <DayField label={t`Service again on`} description={t`Empty: until somebody restores it.`} clearable {...form.getInputProps('until')} />
          <FormFailure text={failure} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" color="red" loading={isSending}>
              <Trans>Suspend</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
