import { Trans, useLingui } from '@lingui/react/macro'
import { Group } from '@mantine/core'
import { IconDiscount } from '@tabler/icons-react'
import { useState } from 'react'
import { useList } from '../../api/use-list.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Money, TimeText } from '../../ui/values.tsx'
import { DecideDiscount } from '../clients/decide-discount.tsx'
import { RequestState, useRequestStateText } from '../clients/discounts.tsx'
import type { DiscountRequest } from '../clients/discounts.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'

const STATES = ['waiting', 'approved', 'rejected'] as const

/** Discounts that were more than one gives alone: each waits for a second person, who approves or rejects it here. */
export function DiscountsPage() {
  const { t } = useLingui()
  const [state, setState] = useUrlState()
  const stateText = useRequestStateText()
  const [deciding, setDeciding] = useState<{ request: DiscountRequest; isApproved: boolean } | null>(null)
  const source = useList('/api/v1/discount-requests', { query: { state: state['state'], client_id: state['client_id'] } })
  const decide = (request: DiscountRequest) =>
    request.state === 'waiting' && (
      <Group gap={6} wrap="nowrap">
        <AllowedButton allowed={request.allowed.decide} size="compact-xs" onClick={() => setDeciding({ request, isApproved: true })}>
          <Trans>Approve</Trans>
        </AllowedButton>
        <AllowedButton allowed={request.allowed.decide} size="compact-xs" variant="default" onClick={() => setDeciding({ request, isApproved: false })}>
          <Trans>Reject</Trans>
        </AllowedButton>
      </Group>
    )
  const { columns, chooser } = useColumns<DiscountRequest>('discount-requests', [
    { id: 'client', header: t`Client`, width: 140, grows: true, cell: (row) => row.client_name },
    { id: 'invoice', header: t`Invoice`, width: 126, cell: (row) => row.invoice_code },
    { id: 'reason', header: t`Reason`, width: 134, grows: true, cell: (row) => row.reason },
    { id: 'by', header: t`Asked by`, width: 110, cell: (row) => row.requested_by_name ?? '' },
    { id: 'at', header: t`Asked at`, width: 146, cell: (row) => <TimeText at={row.requested_at} /> },
    { id: 'amount', header: t`Amount`, width: 96, end: true, cell: (row) => <Money minor={row.amount_minor} /> },
    { id: 'state', header: t`State`, width: 100, cell: (row) => <RequestState request={row} /> },
    { id: 'decided-by', header: t`Decided by`, width: 130, isExtra: true, cell: (row) => row.decided_by_name ?? '' },
    { id: 'decide', header: t`Decision`, width: 230, cell: decide },
  ] satisfies Column<DiscountRequest>[])
  return (
    <Page title={t`Discount requests`} fills>
      <SectionTabs of="/payments" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[{ key: 'state', label: t`State`, options: STATES.map((value) => ({ value, label: stateText(value) })) }]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Discount requests`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/invoices/${row.invoice_id}`}
        narrow={(row) => ({
          title: row.client_name,
          detail: `${row.invoice_code} · ${row.reason}`,
          figure: <Money minor={row.amount_minor} symbol />,
          note: row.state === 'waiting' ? decide(row) : stateText(row.state),
        })}
        empty={
          <EmptyState icon={<IconDiscount size={24} />} title={<Trans>Nothing was asked for</Trans>}>
            <Trans>A discount beyond what somebody gives alone waits here for a second person.</Trans>
          </EmptyState>
        }
      />
      {deciding !== null && <DecideDiscount {...deciding} onClose={() => setDeciding(null)} />}
    </Page>
  )
}
