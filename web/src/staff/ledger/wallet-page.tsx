import { Trans, useLingui } from '@lingui/react/macro'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
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
import { useMovementText } from './movement-text.ts'
import type { Movement } from './movement-text.ts'
import { SubjectLink } from './subject-link.tsx'
import { WalletActions } from './wallet-actions.tsx'
import { useWalletKindText } from './wallet-kinds.ts'

/** One wallet and its statement: what went in and out, and what it held after each. */
export function WalletPage() {
  const { t } = useLingui()
  const format = useFormat()
  const kindText = useWalletKindText()
  const movementText = useMovementText()
  const { id } = useParams({ strict: false }) as { id: string }
  const [state, setState] = useUrlState()
  const today = format.today()
  const { data: sheet, error, refetch } = api.useQuery('get', '/api/v1/wallets/{id}/day-sheet', { params: { path: { id: Number(id) }, query: { day: today } } })
  const source = useList('/api/v1/wallets/{id}/movements', { params: { id: Number(id) }, query: { from: state['from'], to: state['to'] } })
  const { columns, chooser } = useColumns<Movement>('movements', [
    { id: 'what', header: t`What`, width: 140, cell: (row) => movementText(row).what },
    { id: 'document', header: t`Document`, width: 202, cell: (row) => <SubjectLink subject={row.subject} /> },
    { id: 'whom', header: t`From or to`, width: 130, grows: true, cell: (row) => movementText(row).whom },
    { id: 'at', header: t`Recorded`, width: 152, cell: (row) => <TimeText at={row.recorded_at} /> },
    { id: 'day', header: t`Booked on`, width: 110, isExtra: true, cell: (row) => <DateText day={row.booked_on} /> },
    { id: 'by', header: t`Who`, width: 116, cell: (row) => row.recorded_by_name ?? '' },
    { id: 'in', header: t`In`, width: 98, end: true, cell: (row) => row.amount_minor > 0 && <Money minor={row.amount_minor} /> },
    { id: 'out', header: t`Out`, width: 98, end: true, cell: (row) => row.amount_minor < 0 && <Money minor={-row.amount_minor} /> },
    { id: 'balance', header: t`Balance`, width: 116, end: true, cell: (row) => <Money minor={row.balance_minor} /> },
  ] satisfies Column<Movement>[])
  if (error !== null)
    return (
      <Page title={t`Wallet`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  const wallet = sheet?.wallet
  const shown = (minor: number | undefined) => (minor === undefined ? undefined : format.money(minor))
  return (
    <Page
      title={wallet?.name ?? t`Wallet`}
      note={
        wallet &&
        [wallet.code, kindText(wallet.kind), ...(wallet.owner_name === null ? [] : [wallet.owner_name]), ...(wallet.is_active ? [] : [t`Closed`])].join(' · ')
      }
      actions={wallet && <WalletActions wallet={wallet} />}
      fills
    >
      <Figures
        figures={[
          {
            label: t`In it now`,
            value: shown(wallet?.balance_minor),
            note: wallet?.limit_minor == null ? '' : t`at most ${format.money(wallet.limit_minor)}`,
          },
          { label: t`Began the day with`, value: shown(sheet?.opening_minor), note: format.date(today) },
          { label: t`In today`, value: shown(sheet?.in_minor) },
          { label: t`Out today`, value: shown(sheet?.out_minor) },
        ]}
      />
      <FilterBar state={state} onChange={setState} filters={[{ key: 'from', toKey: 'to', label: t`Booked on`, kind: 'range' }]}>
        {chooser}
      </FilterBar>
      <DataList
        label={t`Movements`}
        columns={columns}
        source={source}
        rowKey={(row) => `${row.entry_id}/${row.line_no}`}
        narrow={(row) => {
          const { what, whom } = movementText(row)
          return {
            title: whom === '' ? what : whom,
            detail: [whom === '' ? '' : what, row.subject?.code ?? ''].filter((part) => part !== '').join(' · '),
            figure: <Money minor={row.amount_minor} tone="good" />,
            note: <TimeText at={row.recorded_at} />,
          }
        }}
        empty={
          <EmptyState icon={<IconArrowsExchange size={24} />} title={<Trans>Nothing moved</Trans>}>
            <Trans>What goes into this wallet and out of it stands here.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
