import { Trans, useLingui } from '@lingui/react/macro'
import { IconReportMoney } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Money } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { DaySwitch } from './day-switch.tsx'
import { ShortOver } from './transfer-state.tsx'
import { useWalletKindText } from './wallet-kinds.ts'

type WalletDay = RowOf<'/api/v1/wallet-days'>

/** One day of every drawer and wallet: who took how much, who has handed over, and what is short. Each row leads to its sheet. */
export function DaySheetsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const kindText = useWalletKindText()
  const [state, setState] = useUrlState()
  const today = format.today()
  const day = state['day'] ?? today
  const source = useList('/api/v1/wallet-days', { query: { day } })
  const { columns, chooser } = useColumns<WalletDay>('wallet-days', [
    { id: 'name', header: t`Wallet`, width: 170, grows: true, cell: (row) => row.name },
    { id: 'owner', header: t`Owner`, width: 120, cell: (row) => row.owner_name ?? kindText(row.kind) },
    { id: 'opening', header: t`Opening`, width: 112, end: true, cell: (row) => <Money minor={row.opening_minor} /> },
    { id: 'in', header: t`In`, width: 100, end: true, cell: (row) => <Money minor={row.in_minor} /> },
    { id: 'out', header: t`Out`, width: 100, end: true, cell: (row) => <Money minor={row.out_minor} /> },
    { id: 'closing', header: t`Closing`, width: 112, end: true, cell: (row) => <Money minor={row.closing_minor} /> },
    { id: 'counted', header: t`Cash counted`, width: 112, end: true, cell: (row) => row.counted_minor !== null && <Money minor={row.counted_minor} /> },
    { id: 'waiting', header: t`On its way`, width: 104, end: true, cell: (row) => row.waiting_minor > 0 && <Money minor={row.waiting_minor} /> },
    {
      id: 'difference',
      header: t`Short or over`,
      width: 130,
      end: true,
      cell: (row) => row.difference_minor !== 0 && <ShortOver minor={row.difference_minor} />,
    },
  ] satisfies Column<WalletDay>[])
  return (
    <Page title={t`Day sheets`} fills actions={<DaySwitch day={day} onChange={(chosen) => setState({ day: chosen === today ? undefined : chosen })} />}>
      <SectionTabs of="/wallets" />
      <FilterBar state={{}} onChange={setState}>
        {chooser}
      </FilterBar>
      <DataList
        label={t`Day sheets`}
        columns={columns}
        source={source}
        rowKey={(row) => row.wallet_id}
        href={(row) => `/wallets/${row.wallet_id}/day${state['day'] === undefined ? '' : `?day=${state['day']}`}`}
        narrow={(row) => ({
          title: row.name,
          detail: t`in ${format.amount(row.in_minor)}, out ${format.amount(row.out_minor)}`,
          figure: <Money minor={row.closing_minor} symbol />,
          note: row.difference_minor !== 0 && <ShortOver minor={row.difference_minor} />,
        })}
        empty={
          <EmptyState icon={<IconReportMoney size={24} />} title={<Trans>No wallets yet</Trans>}>
            <Trans>Every wallet has a sheet for each day, with all that went in and out of it.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
