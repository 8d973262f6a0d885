import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconUserCog } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { PersonPhoto } from '../../ui/person-photo.tsx'
import { TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { NewUser } from './new-user.tsx'
import { roleText, useRoleNames } from './role-names.ts'
import { UserStatus } from './user-status.tsx'
import styles from './users.module.css'

export type User = RowOf<'/api/v1/users'>

/** Accounts of staff: who may come in, as what, and when they last did. */
export function UsersPage() {
  const { t, i18n } = useLingui()
  const may = useMay()
  const [state, setState] = useUrlState()
  const [isAdding, adding] = useDisclosure(false)
  const roles = useRoleNames()
  const source = useList('/api/v1/users', { query: { search: state['q'], role: state['role'], status: state['status'] } })
  const choices = { params: { query: { limit: 200 } } }
  const branches = api.useQuery('get', '/api/v1/branches', choices, { staleTime: 60_000 }).data?.items ?? []
  const resellers = api.useQuery('get', '/api/v1/resellers', choices, { staleTime: 60_000, enabled: may('reseller.view') }).data?.items ?? []
  const reach = (row: User) =>
    row.scope_kind === 'company'
      ? t`Whole company`
      : row.scope_kind === 'reseller'
        ? (resellers.find(({ id }) => id === row.reseller_id)?.name ?? t`One reseller`)
        : row.branch_ids.map((id) => branches.find((branch) => branch.id === id)?.name ?? t`another branch`).join(', ')
  const { columns, chooser } = useColumns<User>('users', [
    { id: 'name', header: t`Name`, width: 200, grows: true, cell: (row) => <PersonName user={row} /> },
    { id: 'username', header: t`User name`, width: 150, cell: (row) => row.username },
    { id: 'role', header: t`Role`, width: 150, cell: (row) => roleText(row.role, roles, i18n) },
    { id: 'reach', header: t`Reach`, width: 160, cell: reach },
    { id: 'status', header: t`State`, width: 130, cell: (row) => <UserStatus user={row} /> },
    { id: 'last', header: t`Last log-in`, width: 170, cell: (row) => <TimeText at={row.last_login_at} /> },
    { id: 'phone', header: t`Phone`, width: 140, isExtra: true, cell: (row) => row.phone },
    { id: 'email', header: t`E-mail`, width: 200, isExtra: true, cell: (row) => row.email },
    { id: 'ip', header: t`Last address`, width: 140, isExtra: true, cell: (row) => row.last_login_ip ?? '' },
  ] satisfies Column<User>[])
  const add = may('user.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
      <Trans>New account</Trans>
    </Button>
  )

  return (
    <Page title={t`Staff`} fills actions={add}>
      <SectionTabs of="/users" />
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'q', placeholder: t`Name, user name, phone` }}
        filters={[
          { key: 'role', label: t`Role`, options: roles.map(({ key }) => ({ value: key, label: roleText(key, roles, i18n) })) },
          {
            key: 'status',
            label: t`State`,
            options: [
              { value: 'active', label: t`Active` },
              { value: 'disabled', label: t`Disabled` },
            ],
          },
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Staff`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/users/${row.id}`}
        narrow={(row) => ({
          title: <PersonName user={row} />,
          detail: `${row.username} · ${roleText(row.role, roles, i18n)}`,
          figure: <UserStatus user={row} />,
          note: <TimeText at={row.last_login_at} />,
        })}
        empty={
          <EmptyState icon={<IconUserCog size={24} />} title={<Trans>Nobody fits</Trans>}>
            <Trans>Change the search or the filters.</Trans>
          </EmptyState>
        }
      />
      {isAdding && <NewUser roles={roles} onClose={adding.close} />}
    </Page>
  )
}

function PersonName({ user }: { user: User }) {
  return (
    <span className={styles.name}>
      <PersonPhoto name={user.full_name} src={user.photo_file_id === null ? null : `/api/v1/users/${user.id}/photo?v=${user.photo_file_id}`} size={20} />
      {user.full_name}
    </span>
  )
}
