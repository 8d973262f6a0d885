import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { typedCoordinates } from '../../lib/coordinates.ts'
import { sayDone, sayFailed, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PlaceField, placeOf, usePlaceRule } from '../../ui/place-field.tsx'
import type { Box } from './boxes-page.tsx'

const toId = (text: string | null): number | null => (text === null ? null : Number(text))
const toText = (id: number | null | undefined): string | null => (id === null || id === undefined ? null : String(id))

/** A splitter or a box; null = a new one. */
export function BoxForm({ box, onClose }: { box: Box | null; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [isRemoving, setRemoving] = useState(false)
  const branches = useWholeList('/api/v1/branches').rows
  const olts = useWholeList('/api/v1/olts').rows
  const areas = useWholeList('/api/v1/areas').rows
  const boxes = useWholeList('/api/v1/boxes').rows
  const form = useForm({
    initialValues: {
      branch_id: toText(box?.branch_id),
      name: box?.name ?? '',
      kind: box?.kind ?? ('box' as Box['kind']),
      ports: box?.ports ?? (8 as number | string),
      area_id: toText(box?.area_id),
      parent_id: toText(box?.parent_id),
      olt_id: toText(box?.olt_id),
      pon: box?.pon ?? null,
      place: box === null ? '' : typedCoordinates(box),
      note: box?.note ?? '',
    },
    validate: { place: usePlaceRule() },
  })
  const values = form.getValues()
  const branchId = values.branch_id ?? toText(branches[0]?.id)
  const { data: pons } = api.useQuery(
    'get',
    '/api/v1/olts/{id}/pon-ports',
    { params: { path: { id: Number(values.olt_id ?? 0) } } },
    { enabled: values.olt_id !== null },
  )
  const ponNames = [...new Set([...(pons?.items.map(({ pon }) => pon) ?? []), ...(values.pon === null ? [] : [values.pon])])]
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => (field === 'latitude' || field === 'longitude' ? 'place' : field) })
  const send = submit(async ({ place, ports, ...typed }) => {
    const body = {
      name: typed.name,
      kind: typed.kind,
      note: typed.note,
      ports: Number(ports),
      branch_id: Number(branchId),
      area_id: toId(typed.area_id),
      parent_id: toId(typed.parent_id),
      olt_id: toId(typed.olt_id),
      pon: typed.olt_id === null ? null : typed.pon,
      ...placeOf(place),
    }
    const { error } =
      box === null
        ? await http.POST('/api/v1/boxes', { body })
        : await http.PATCH('/api/v1/boxes/{id}', { params: { path: { id: box.id } }, body: { ...body, version: box.version } })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(box === null ? t`The box is added.` : t`The box is changed.`)
    onClose()
  })
  const remove = async () => {
    if (box === null) return
    setRemoving(true)
    const { error } = await http.DELETE('/api/v1/boxes/{id}', { params: { path: { id: box.id } } }).catch((thrown: unknown) => ({ error: thrown }))
    setRemoving(false)
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries()
    sayDone(t`The box is removed.`)
    onClose()
  }
  const named = (rows: readonly { readonly id: number; readonly name: string }[]) => rows.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <FormDialog
      title={box === null ? t`New box` : box.name}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={box === null ? <Trans>Add the box</Trans> : <Trans>Save</Trans>}
    >
      <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
      <Group grow align="start">
        <Select
          label={t`Kind`}
          allowDeselect={false}
          data={[
            { value: 'box', label: t`Box` },
            { value: 'splitter', label: t`Splitter` },
          ]}
          {...form.getInputProps('kind')}
        />
        <NumberInput label={t`Ports`} min={1} max={256} required {...form.getInputProps('ports')} />
      </Group>
      {branches.length > 1 && (
        <Select label={t`Branch`} allowDeselect={false} required data={named(branches)} {...form.getInputProps('branch_id')} value={branchId} />
      )}
      <Group grow align="start">
        <Select label={t`OLT`} placeholder={t`not said`} clearable searchable data={named(olts)} {...form.getInputProps('olt_id')} />
        {values.olt_id !== null && <Select label="PON" placeholder={t`not said`} clearable searchable data={ponNames} {...form.getInputProps('pon')} />}
      </Group>
      <Select
        label={t`Behind`}
        description={t`The splitter or box its fibre comes from`}
        placeholder={t`straight from the OLT`}
        clearable
        searchable
        data={named(boxes.filter(({ id }) => id !== box?.id))}
        {...form.getInputProps('parent_id')}
      />
      <Select label={t`Area`} placeholder={t`not said`} clearable searchable data={named(areas)} {...form.getInputProps('area_id')} />
      <PlaceField {...form.getInputProps('place')} />
      <Textarea label={t`Note`} autosize minRows={2} {...form.getInputProps('note')} />
      {box !== null && (
        <Group>
          <Button size="compact-sm" variant="subtle" color="red" leftSection={<IconTrash size={15} />} loading={isRemoving} onClick={() => void remove()}>
            <Trans>Remove this box</Trans>
          </Button>
        </Group>
      )}
    </FormDialog>
  )
}
