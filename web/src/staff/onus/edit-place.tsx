import { Trans, useLingui } from '@lingui/react/macro'
import { NumberInput, Select, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Onu } from './onu.ts'

/** On which box and port an ONU hangs. */
export function EditPlace({ onu, onClose }: { onu: Onu; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const boxes = useWholeList('/api/v1/boxes').rows.filter(({ branch_id }) => branch_id === onu.branch_id)
  const form = useForm<{ box_id: string | null; box_port: number | string }>({
    initialValues: { box_id: onu.box_id === null ? null : String(onu.box_id), box_port: onu.box_port ?? '' },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { box_id } = form.getValues()
  const ports = boxes.find(({ id }) => String(id) === box_id)?.ports ?? 256
  const send = submit(async ({ box_id, box_port }) => {
    const body = {
      box_id: box_id === null ? null : Number(box_id),
      box_port: box_id === null || box_port === '' ? null : Number(box_port),
      version: onu.version,
    }
    const { error } = await http.PATCH('/api/v1/onus/{id}', { params: { path: { id: onu.id } }, body })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(t`Box and port are kept.`)
    onClose()
  })
  return (
    <FormDialog title={t`Box and port`} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>Save</Trans>}>
      <Select
        label={t`Box`}
        placeholder={t`not said`}
        clearable
        searchable
        data-autofocus
        data={boxes.map(({ id, name, area_name }) => ({ value: String(id), label: [name, area_name].filter(Boolean).join(' · ') }))}
        {...form.getInputProps('box_id')}
      />
      {box_id !== null && <NumberInput label={t`Port`} min={1} max={ports} hideControls {...form.getInputProps('box_port')} />}
      {boxes.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>There is no box in this branch yet; add them under Boxes.</Trans>
        </Text>
      )}
    </FormDialog>
  )
}
