import { Trans, useLingui } from '@lingui/react/macro'
import { IconCash } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { DateText, Money, TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'

type Refund = RowOf<'/api/v1/refunds'>

/** Money that was given back, with the reason for each; a row leads to the payment it came from. */
export function RefundsPage() {
  const { t } = useLingui()
  const [state, setState] = useUrlState()
  const source = useList('/api/v1/refunds', { query: { client_id: state['client_id'] } })
  const { columns, chooser } = useColumns<Refund>('refunds', [
    { id: 'code', header: t`Number`, width: 150, cell: (row) => row.code },
    { id: 'client', header: t`Client`, width: 160, grows: true, cell: (row) => row.client_name },
    { id: 'reason', header: t`Reason`, width: 180, grows: true, cell: (row) => row.reason },
    { id: 'wallet', header: t`Out of`, width: 140, cell: (row) => row.wallet_name },
    { id: 'trx', header: 'TrxID', width: 110, isExtra: true, cell: (row) => row.trx_id ?? '' },
    { id: 'day', header: t`Day`, width: 110, cell: (row) => <DateText day={row.booked_on} /> },
    { id: 'by', header: t`Given by`, width: 140, cell: (row) => row.recorded_by_name ?? '' },
    { id: 'at', header: t`Recorded`, width: 152, isExtra: true, cell: (row) => <TimeText at={row.recorded_at} /> },
    { id: 'amount', header: t`Amount`, width: 120, end: true, cell: (row) => <Money minor={row.amount_minor} /> },
  ] satisfies Column<Refund>[])
  return (
    <Page title={t`Refunds`} fills>
      <SectionTabs of="/payments" />
      <FilterBar state={state} onChange={setState}>
        {chooser}
      </FilterBar>
      <DataList
        label={t`Refunds`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/payments/${row.payment_id}`}
        narrow={(row) => ({
          title: row.client_name,
          detail: `${row.code} · ${row.reason}`,
          figure: <Money minor={row.amount_minor} symbol />,
          note: <DateText day={row.booked_on} />,
        })}
        empty={
          <EmptyState icon={<IconCash size={24} />} title={<Trans>Nothing was given back</Trans>}>
            <Trans>Open a payment and choose “Give back”; it then stands here with its reason.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
