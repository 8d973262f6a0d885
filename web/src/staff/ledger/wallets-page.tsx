import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconWallet } from '@tabler/icons-react'
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
import { Money, Status } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { NewWallet } from './new-wallet.tsx'
import { useWalletKindText, WALLET_KINDS } from './wallet-kinds.ts'

type Wallet = RowOf<'/api/v1/wallets'>

/** Where the money lies: drawers, office cash, bank and merchant accounts. */
export function WalletsPage() {
  const { t } = useLingui()
  const may = useMay()
  const [state, setState] = useUrlState()
  const [isAdding, adding] = useDisclosure(false)
  const kindText = useWalletKindText()
  const source = useList('/api/v1/wallets', { query: { kind: state['kind'], is_active: state['is_active'] } })
  const { columns, chooser } = useColumns<Wallet>('wallets', [
    { id: 'name', header: t`Name`, width: 220, grows: true, cell: (row) => row.name },
    { id: 'code', header: t`Code`, width: 120, cell: (row) => row.code },
    { id: 'kind', header: t`Kind`, width: 130, cell: (row) => kindText(row.kind) },
    { id: 'owner', header: t`Owner`, width: 180, cell: (row) => row.owner_name ?? '' },
    {
      id: 'state',
      header: t`State`,
      width: 110,
      cell: (row) => (row.is_active ? <Status tone="green" label={t`Open`} /> : <Status tone="grey" label={t`Closed`} isHollow />),
    },
    { id: 'limit', header: t`Limit`, width: 130, end: true, cell: (row) => row.limit_minor !== null && <Money minor={row.limit_minor} /> },
    { id: 'balance', header: t`Balance`, width: 150, end: true, cell: (row) => <Money minor={row.balance_minor} /> },
  ] satisfies Column<Wallet>[])
  const add = may('wallet.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
      <Trans>New wallet</Trans>
    </Button>
  )
  return (
    <Page title={t`Wallets`} fills actions={add}>
      <SectionTabs of="/wallets" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          { key: 'kind', label: t`Kind`, options: WALLET_KINDS.map((value) => ({ value, label: kindText(value) })) },
          {
            key: 'is_active',
            label: t`State`,
            options: [
              { value: 'true', label: t`Open` },
              { value: 'false', label: t`Closed` },
            ],
          },
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Wallets`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/wallets/${row.id}`}
        narrow={(row) => ({ title: row.name, detail: `${row.code} · ${kindText(row.kind)}`, figure: <Money minor={row.balance_minor} symbol /> })}
        empty={
          <EmptyState icon={<IconWallet size={24} />} title={<Trans>No wallets yet</Trans>} action={add}>
            <Trans>A wallet is a place where money lies: a collector's drawer, the office cash, a bank or bKash account. Payments go into one.</Trans>
          </EmptyState>
        }
      />
      {isAdding && <NewWallet onClose={adding.close} />}
    </Page>
  )
}
