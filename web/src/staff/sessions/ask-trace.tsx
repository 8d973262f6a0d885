import { Trans, useLingui } from '@lingui/react/macro'
import { Group, NumberInput, Text, TextInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { instantIn } from '../../lib/zone-day.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** The question as the letter asks it: an address, when, why, and the letter itself. Times are those of the company. */
export function AskTrace({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const { company } = useMe()
  const client = useQueryClient()
  const navigate = useNavigate()
  const today = format.today()
  const form = useForm({
    initialValues: {
      address: '',
      port: '' as number | '',
      from_day: today as string | null,
      from_time: '',
      until_day: today as string | null,
      until_time: '',
      reference: '',
      reason: '',
    },
    validate: {
      address: (value) => (value.trim() === '' ? t`Enter an IP address` : null),
      from_day: (value) => (value === null ? t`Choose a day` : null),
      from_time: (value) => (value === '' ? t`Enter a time` : null),
      until_day: (value) => (value === null ? t`Choose a day` : null),
      until_time: (value) => (value === '' ? t`Enter a time` : null),
      reference: (value) => (value.trim() === '' ? t`Name the letter or order that asks` : null),
      reason: (value) => (value.trim() === '' ? t`Say why` : null),
    },
  })
  // What the server says of the two instants stands beside the days.
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => ({ from: 'from_day', until: 'until_day' })[field] ?? field })
  const send = submit(async ({ address, port, from_day, from_time, until_day, until_time, reference, reason }) => {
    const { data, error } = await http.POST('/api/v1/address-traces', {
      body: {
        address: address.trim(),
        port: port === '' ? null : port,
        from: instantIn(from_day ?? today, from_time, company.zone),
        until: instantIn(until_day ?? today, until_time, company.zone),
        reference: reference.trim(),
        reason: reason.trim(),
      },
    })
    if (data === undefined) throw error
    await client.invalidateQueries()
    await navigate({ to: '/sessions/traces/$id', params: { id: String(data.id) } })
  })
  return (
    <FormDialog
      title={t`Ask who had an address`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Ask</Trans>}
      size="lg"
    >
      <Text size="sm">
        <Trans>
          The question and its answer are kept and stand in the audit. You see the answer at once; it can be handed over only after a second person has agreed.
        </Trans>
      </Text>
      <Group grow align="start">
        <TextInput label={t`IP address`} required data-autofocus {...form.getInputProps('address')} />
        <NumberInput
          label={t`Port`}
          description={t`May be empty; it goes with the answer`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          min={0}
          max={65_535}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('port')}
        />
      </Group>
      <Group grow align="start">
        <DayField label={t`From, day`} required maxDate={today} {...form.getInputProps('from_day')} />
        <TextInput label={t`From, time`} type="time" step={1} required {...form.getInputProps('from_time')} />
      </Group>
      <Group grow align="start">
        <DayField label={t`Until, day`} required maxDate={today} {...form.getInputProps('until_day')} />
        <TextInput label={t`Until, time`} type="time" step={1} required {...form.getInputProps('until_time')} />
      </Group>
      <TextInput label={t`Letter or order`} placeholder={t`Court order 17/2026`} required {...form.getInputProps('reference')} />
      <Textarea label={t`Why`} rows={2} required {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
