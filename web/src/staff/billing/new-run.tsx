import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, MultiSelect, Stack, Switch, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { api, http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField, MonthField } from '../../ui/day-field.tsx'
import { FormFailure, useSubmit } from '../../ui/form.tsx'

/** Asks for the preview of a month, of all clients or of some branches and areas. */
export function NewRun({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const query = { params: { query: { limit: 200 } } }
  const branches = api.useQuery('get', '/api/v1/branches', query).data?.items ?? []
  const areas = api.useQuery('get', '/api/v1/areas', query).data?.items ?? []
  const form = useForm({
    initialValues: {
      month: `${format.today().slice(0, 7)}-01` as string | null,
      branch_ids: [] as string[],
      area_ids: [] as string[],
      issued_on: format.today() as string | null,
      start: false,
    },
  })
  const { submit, isSending, failure } = useSubmit(form)

  const send = submit(async ({ month, branch_ids, area_ids, issued_on, start }) => {
    const body = {
      month: (month ?? format.today()).slice(0, 7),
      start,
      ...(issued_on === null ? {} : { issued_on }),
      ...(branch_ids.length === 0 ? {} : { branch_ids: branch_ids.map(Number) }),
      ...(area_ids.length === 0 ? {} : { area_ids: area_ids.map(Number) }),
    }
    const { data, error } = await http.POST('/api/v1/invoice-runs', { body })
    if (data === undefined) throw error
    await navigate({ to: `/billing/${data.id}` })
  })
  const named = (items: readonly { id: number; name: string }[]) => items.map(({ id, name }) => ({ value: String(id), label: name }))

  return (
    <Modal opened onClose={onClose} title={t`Preview a month`}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            <Trans>A preview bills nobody. You see every bill and every difference first.</Trans>
          </Text>
          <Group grow align="start">
            <MonthField label={t`Month`} required {...form.getInputProps('month')} />
            <DayField label={t`Date on the invoices`} {...form.getInputProps('issued_on')} />
          </Group>
          {branches.length > 1 && (
            <MultiSelect label={t`Only branches`} placeholder={t`All`} data={named(branches)} searchable {...form.getInputProps('branch_ids')} />
          )}
          {areas.length > 0 && <MultiSelect label={t`Only areas`} placeholder={t`All`} data={named(areas)} searchable {...form.getInputProps('area_ids')} />}
          <Switch label={t`Go on by itself when it differs little from last month`} {...form.getInputProps('start', { type: 'checkbox' })} />
          <FormFailure text={failure} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={isSending}>
              <Trans>Preview</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
