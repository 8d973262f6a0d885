import { Trans, useLingui } from '@lingui/react/macro'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { Figures } from '../../ui/figures.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import { DateText, Money, TimeText } from '../../ui/values.tsx'
import { entryKindText } from './entry-kinds.ts'
import { useWalletKindText } from './wallet-kinds.ts'

type Movement = RowOf<'/api/v1/wallets/{id}/movements'>

/** One wallet: today's sheet, and what went in and out. */
export function WalletPage() {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const kindText = useWalletKindText()
  const { id } = useParams({ strict: false }) as { id: string }
  const [state, setState] = useUrlState()
  const day = state['day'] ?? format.today()
  const { data: sheet, error, refetch } = api.useQuery('get', '/api/v1/wallets/{id}/day-sheet', { params: { path: { id: Number(id) }, query: { day } } })
  const source = useList('/api/v1/wallets/{id}/movements', { params: { id: Number(id) }, query: { from: state['day'], to: state['day'] } })
  const { columns, chooser } = useColumns<Movement>('movements', [
    { id: 'kind', header: t`What`, width: 220, grows: true, cell: (row) => i18n._(entryKindText(row.kind)) },
    { id: 'day', header: t`Booked on`, width: 120, cell: (row) => <DateText day={row.booked_on} /> },
    { id: 'at', header: t`Recorded`, width: 170, cell: (row) => <TimeText at={row.recorded_at} /> },
    { id: 'by', header: t`Who`, width: 150, cell: (row) => row.recorded_by_name ?? '' },
    { id: 'in', header: t`In`, width: 130, end: true, cell: (row) => row.amount_minor > 0 && <Money minor={row.amount_minor} /> },
    { id: 'out', header: t`Out`, width: 130, end: true, cell: (row) => row.amount_minor < 0 && <Money minor={-row.amount_minor} /> },
  ] satisfies Column<Movement>[])
  if (error !== null)
    return (
      <Page title={t`Wallet`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  const sum = (side: 'in_minor' | 'out_minor') => sheet?.kinds.reduce((total, kind) => total + kind[side], 0) ?? 0
  const shown = (minor: number | undefined) => (minor === undefined ? '…' : format.money(minor))
  return (
    <Page
      title={sheet?.wallet.name ?? t`Wallet`}
      note={sheet && `${sheet.wallet.code} · ${kindText(sheet.wallet.kind)}${sheet.wallet.owner_name === null ? '' : ` · ${sheet.wallet.owner_name}`}`}
      fills
    >
      <Figures
        figures={[
          {
            label: t`In it now`,
            value: shown(sheet?.wallet.balance_minor),
            note: sheet?.wallet.limit_minor == null ? '' : t`at most ${format.money(sheet.wallet.limit_minor)}`,
          },
          { label: t`Began the day with`, value: shown(sheet?.opening_minor), note: format.date(day) },
          { label: t`In`, value: shown(sheet && sum('in_minor')) },
          { label: t`Out`, value: shown(sheet && sum('out_minor')) },
          { label: t`Ended the day with`, value: shown(sheet?.closing_minor) },
        ]}
      />
      <FilterBar state={state} onChange={setState} filters={[{ key: 'day', label: t`Day`, kind: 'date' }]}>
        {chooser}
      </FilterBar>
      <DataList
        label={t`Movements`}
        columns={columns}
        source={source}
        rowKey={(row) => `${row.entry_id}/${row.line_no}`}
        narrow={(row) => ({
          title: i18n._(entryKindText(row.kind)),
          detail: row.recorded_by_name ?? '',
          figure: <Money minor={row.amount_minor} />,
          note: <DateText day={row.booked_on} />,
        })}
        empty={
          <EmptyState icon={<IconArrowsExchange size={24} />} title={<Trans>Nothing moved</Trans>}>
            <Trans>What goes into this wallet and out of it stands here.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
