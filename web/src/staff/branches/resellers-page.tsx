import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useClientCounts } from '../../api/use-client-counts.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ClientCount } from '../../ui/client-count.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { ActiveState } from './active-state.tsx'
import { idsBelow } from './tree.ts'

type Reseller = RowOf<'/api/v1/resellers'>

/** Who sells lines on his own account, and below whom. */
export function ResellersPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const counted = useCounted()
  const [opened, setOpened] = useState<Reseller | 'new' | null>(null)
  const source = useWholeList('/api/v1/resellers')
  const branches = api.useQuery('get', '/api/v1/branches', { params: { query: { limit: 200 } } }, { staleTime: 60_000 }).data?.items ?? []
  const countOf = useClientCounts('reseller')
  const branchName = (id: number) => branches.find((branch) => branch.id === id)?.name ?? ''
  const parentName = (row: Reseller) => source.rows.find(({ id }) => id === row.parent_id)?.name ?? ''
  const columns = [
    { id: 'name', header: t`Name`, width: 190, grows: true, cell: (row) => row.name },
    { id: 'code', header: t`Code`, width: 110, cell: (row) => row.code },
    { id: 'branch', header: t`Branch`, width: 150, cell: (row) => branchName(row.branch_id) },
    { id: 'parent', header: t`Below`, width: 160, cell: parentName },
    { id: 'phone', header: t`Phone`, width: 140, cell: (row) => row.phone },
    {
      id: 'clients',
      header: t`Clients`,
      width: 100,
      end: true,
      cell: (row) => <ClientCount count={countOf?.(row.id).clients} filter={{ reseller_id: String(row.id) }} />,
    },
    { id: 'lines', header: t`Active lines`, width: 120, end: true, cell: (row) => (countOf === undefined ? '' : format.number(countOf(row.id).active_lines)) },
    { id: 'state', header: t`State`, width: 110, cell: (row) => <ActiveState isActive={row.is_active} /> },
  ] satisfies Column<Reseller>[]
  const add = may('reseller.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
      <Trans>New reseller</Trans>
    </Button>
  )
  return (
    <Page title={t`Resellers`} fills actions={add}>
      <SectionTabs of="/settings" />
      <DataList
        label={t`Resellers`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        {...(may('reseller.edit') ? { onOpen: setOpened } : {})}
        narrow={(row) => ({
          title: row.name,
          detail: `${row.code} · ${branchName(row.branch_id)}`,
          figure: countOf === undefined ? '' : counted.clients(countOf(row.id).clients),
          note: <ActiveState isActive={row.is_active} />,
        })}
        empty={
          <EmptyState icon={<IconUsersGroup size={24} />} title={<Trans>No reseller yet</Trans>} action={add}>
            <Trans>A reseller brings clients on his own account. Add him here, then make accounts for his people: they see his clients and nothing else.</Trans>
          </EmptyState>
        }
      />
      {opened !== null && (
        <ResellerForm reseller={opened === 'new' ? null : opened} resellers={source.rows} branches={branches} onClose={() => setOpened(null)} />
      )}
    </Page>
  )
}

function ResellerForm({
  reseller,
  resellers,
  branches,
  onClose,
}: {
  reseller: Reseller | null
  resellers: readonly Reseller[]
  branches: readonly { readonly id: number; readonly name: string }[]
  onClose: () => void
}) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      name: reseller?.name ?? '',
      code: reseller?.code ?? '',
      phone: reseller?.phone ?? '',
      branch_id: (reseller?.branch_id ?? branches[0]?.id)?.toString() ?? null,
      parent_id: reseller?.parent_id?.toString() ?? null,
      is_active: reseller?.is_active ?? true,
    },
    validate: { branch_id: (value) => (value === null ? t`Choose a branch` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ is_active, branch_id, parent_id, ...values }) => {
    const body = { ...values, branch_id: Number(branch_id), parent_id: parent_id === null ? null : Number(parent_id) }
    const { error } =
      reseller === null
        ? await http.POST('/api/v1/resellers', { body })
        : await http.PATCH('/api/v1/resellers/{id}', { params: { path: { id: reseller.id } }, body: { ...body, is_active } })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(reseller === null ? t`The reseller is added.` : t`The reseller is changed.`)
    onClose()
  })
  const excluded = reseller === null ? new Set<number>() : idsBelow(resellers, reseller.id)
  return (
    <FormDialog
      title={reseller === null ? t`New reseller` : reseller.name}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={reseller === null ? <Trans>Add the reseller</Trans> : <Trans>Save</Trans>}
    >
      <Group grow align="start">
        <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t`Code`} required {...form.getInputProps('code')} />
      </Group>
      <TextInput label={t`Phone`} {...form.getInputProps('phone')} />
      <Select label={t`Branch`} required data={branches.map(({ id, name }) => ({ value: String(id), label: name }))} {...form.getInputProps('branch_id')} />
      <Select
        label={t`Below`}
        description={t`Where he sells for another reseller.`}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        placeholder={t`nobody`}
        clearable
        searchable
        data={resellers.filter(({ id }) => !excluded.has(id)).map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.getInputProps('parent_id')}
      />
      {reseller !== null && (
        <Switch
          label={t`Open`}
          description={t`His clients stay with him; he is marked as closed.`}
          {...form.getInputProps('is_active', { type: 'checkbox' })}
        />
      )}
    </FormDialog>
  )
}
