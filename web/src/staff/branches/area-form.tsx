import { Trans, useLingui } from '@lingui/react/macro'
import { Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useMe } from '../../lib/session.ts'
import { ColourField } from '../../ui/colour-field.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Area } from './areas-page.tsx'
import { CONNECTIONS, useConnectionsText } from './connections.tsx'
import { idsBelow, treeOf } from './tree.ts'

const COLOURS = ['#3b82f6', '#0ea5e9', '#14b8a6', '#22c55e', '#eab308', '#f97316', '#ef4444', '#ec4899', '#8b5cf6', '#64748b']

/** An area; null = a new one, below `parentId`. */
export function AreaForm({
  area,
  parentId,
  areas,
  branches,
  onClose,
}: {
  area: Area | null
  parentId: number | null
  areas: readonly Area[]
  branches: readonly { readonly id: number; readonly name: string }[]
  onClose: () => void
}) {
  const { t } = useLingui()
  const { scope } = useMe()
  const connectionsText = useConnectionsText()
  const client = useQueryClient()
  const parent = areas.find(({ id }) => id === parentId)
  const form = useForm({
    initialValues: {
      name: area?.name ?? '',
      parent_id: parentId?.toString() ?? null,
      branch_id: (area === null ? (parent?.branch_id ?? (scope.kind === 'branches' ? scope.branch_ids[0] : null)) : area.branch_id)?.toString() ?? null,
      colour: area?.colour ?? parent?.colour ?? COLOURS[areas.length % COLOURS.length] ?? '#3b82f6',
      connections: area?.connections ?? ('open' as Area['connections']),
      is_active: area?.is_active ?? true,
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const toId = (text: string | null) => (text === null ? null : Number(text))
  const send = submit(async ({ is_active, name, colour, connections, ...ids }) => {
    const body = { name, connections, colour: colour.toLowerCase(), parent_id: toId(ids.parent_id), branch_id: toId(ids.branch_id) }
    const { error } =
      area === null
        ? await http.POST('/api/v1/areas', { body: { ...body, polygon: null } })
        : await http.PATCH('/api/v1/areas/{id}', { params: { path: { id: area.id } }, body: { ...body, is_active } })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(area === null ? t`The area is added.` : t`The area is changed.`)
    onClose()
  })
  const excluded = area === null ? new Set<number>() : idsBelow(areas, area.id)
  return (
    <FormDialog
      title={area === null ? t`New area` : area.name}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={area === null ? <Trans>Add the area</Trans> : <Trans>Save</Trans>}
    >
      <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t`Lies in`}
        placeholder={t`at the top`}
        clearable
        searchable
        data={treeOf(areas)
          .filter(({ item }) => !excluded.has(item.id))
          .map(({ item, depth }) => ({ value: String(item.id), label: `${'\u2003'.repeat(depth)}${item.name}` }))}
        {...form.getInputProps('parent_id')}
      />
      <Select
        label={t`Branch`}
        placeholder={t`every branch`}
        clearable={scope.kind === 'company'}
        data={branches.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.getInputProps('branch_id')}
      />
      <Select
        label={t`New connections`}
        description={t`Whether somebody who asks there can be connected.`}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        allowDeselect={false}
        data={CONNECTIONS.map((value) => ({ value, label: connectionsText(value) }))}
        {...form.getInputProps('connections')}
      />
      <ColourField
        label={t`Colour`}
        description={t`On the map and in lists.`}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        swatches={COLOURS}
        {...form.getInputProps('colour')}
      />
      {area !== null && (
        <Switch
          label={t`Open`}
          description={t`Clients who live there keep it; it is marked as closed.`}
          {...form.getInputProps('is_active', { type: 'checkbox' })}
        />
      )}
    </FormDialog>
  )
}
