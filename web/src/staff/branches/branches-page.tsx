import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Switch, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useClientCounts } from '../../api/use-client-counts.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { ClientCount } from '../../ui/client-count.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { ActiveState } from './active-state.tsx'

type Branch = RowOf<'/api/v1/branches'>

/** The branches a company works from. Clients, wallets and staff belong to them. */
export function BranchesPage() {
  const { t } = useLingui()
  const may = useMay()
  const { scope } = useMe()
  const format = useFormat()
  const counted = useCounted()
  const [opened, setOpened] = useState<Branch | 'new' | null>(null)
  const source = useList('/api/v1/branches')
  const countOf = useClientCounts('branch')
  const columns = [
    { id: 'name', header: t`Name`, width: 200, grows: true, cell: (row) => row.name },
    { id: 'code', header: t`Code`, width: 110, cell: (row) => row.code },
    {
      id: 'clients',
      header: t`Clients`,
      width: 100,
      end: true,
      cell: (row) => <ClientCount count={countOf?.(row.id).clients} filter={{ branch_id: String(row.id) }} />,
    },
    { id: 'lines', header: t`Active lines`, width: 120, end: true, cell: (row) => (countOf === undefined ? '' : format.number(countOf(row.id).active_lines)) },
    { id: 'phone', header: t`Phone`, width: 140, cell: (row) => row.phone },
    { id: 'address', header: t`Address`, width: 240, cell: (row) => row.address },
    { id: 'state', header: t`State`, width: 110, cell: (row) => <ActiveState isActive={row.is_active} /> },
  ] satisfies Column<Branch>[]
  const add = may('branch.edit') && (
    <AllowedButton
      leftSection={<IconPlus size={16} />}
      allowed={scope.kind === 'company' ? { ok: true } : { ok: false, reason: t`Only people of the whole company can open a branch` }}
      onClick={() => setOpened('new')}
    >
      <Trans>New branch</Trans>
    </AllowedButton>
  )
  return (
    <Page title={t`Branches`} fills actions={add}>
      <SectionTabs of="/settings" />
      <DataList
        label={t`Branches`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        {...(may('branch.edit') ? { onOpen: setOpened } : {})}
        narrow={(row) => ({
          title: row.name,
          detail: row.code,
          figure: countOf === undefined ? '' : counted.clients(countOf(row.id).clients),
          note: <ActiveState isActive={row.is_active} />,
        })}
        empty={
          <EmptyState icon={<IconBuildingStore size={24} />} title={<Trans>No branch yet</Trans>} action={add}>
            <Trans>Every client belongs to a branch. One is enough to begin; more keep the money and the clients of each office apart.</Trans>
          </EmptyState>
        }
      />
      {opened !== null && <BranchForm branch={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function BranchForm({ branch, onClose }: { branch: Branch | null; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      name: branch?.name ?? '',
      code: branch?.code ?? '',
      phone: branch?.phone ?? '',
      address: branch?.address ?? '',
      is_active: branch?.is_active ?? true,
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ is_active, ...values }) => {
    const { error } =
      branch === null
        ? await http.POST('/api/v1/branches', { body: values })
        : await http.PATCH('/api/v1/branches/{id}', { params: { path: { id: branch.id } }, body: { ...values, is_active } })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(branch === null ? t`The branch is open.` : t`The branch is changed.`)
    onClose()
  })
  return (
    <FormDialog
      title={branch === null ? t`New branch` : branch.name}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={branch === null ? <Trans>Open the branch</Trans> : <Trans>Save</Trans>}
    >
      <Group grow align="start">
        <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label={t`Code`}
          description={t`Stands in client codes and document numbers where they are kept per branch.`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          required
          {...form.getInputProps('code')}
        />
      </Group>
      <TextInput label={t`Phone`} {...form.getInputProps('phone')} />
      <Textarea label={t`Address`} autosize minRows={2} {...form.getInputProps('address')} />
      {branch !== null && (
        <Switch
          label={t`Open`}
          description={t`A closed branch takes no new clients; those it has stay.`}
          {...form.getInputProps('is_active', { type: 'checkbox' })}
        />
      )}
    </FormDialog>
  )
}
