import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCash, IconCoins } from '@tabler/icons-react'
import { useEffect } from 'react'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { useMay, useMe } from '../../lib/session.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { ExportButton } from '../../ui/export-button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { DateText, Money, TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { STAFF_METHODS, useMethodText } from './methods.ts'
import { PaymentState } from './payment-state.tsx'
import type { Payment } from './payment-state.tsx'
import { TakePayment } from './take-payment.tsx'

export function PaymentsPage() {
  const { t } = useLingui()
  const may = useMay()
  const { user } = useMe()
  const [state, setState] = useUrlState()
  const [isTaking, taking] = useDisclosure(state['take'] !== undefined)
  const methodText = useMethodText()
  const wallets = api.useQuery('get', '/api/v1/wallets', { params: { query: { limit: 200 } } }, { enabled: may('wallet.view_own') }).data?.items ?? []
  const filter = {
    receipt_code: state['receipt_code'],
    trx_id: state['trx_id'],
    method: state['method'],
    wallet_id: state['wallet_id'],
    client_id: state['client_id'],
    received_by: state['received_by'],
    value_from: state['value_from'],
    value_to: state['value_to'],
  }
  const source = useList('/api/v1/payments', { query: filter })
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish in the address opens the form.
  useEffect(() => (state['take'] === undefined ? undefined : taking.open()), [state['take']])
  const { columns, chooser } = useColumns<Payment>('payments', [
    { id: 'receipt', header: t`Receipt`, width: 204, cell: (row) => row.receipt_code ?? `#${row.id}` },
    { id: 'client', header: t`Client`, width: 136, grows: true, cell: (row) => row.client_name ?? '–' },
    { id: 'method', header: t`Method`, width: 76, cell: (row) => methodText(row.method) },
    { id: 'trx', header: 'TrxID', width: 104, cell: (row) => row.trx_id ?? '' },
    { id: 'day', header: t`Day`, width: 104, cell: (row) => <DateText day={row.value_on} /> },
    { id: 'by', header: t`Received by`, width: 112, cell: (row) => row.received_by_name ?? '' },
    { id: 'wallet', header: t`Wallet`, width: 122, cell: (row) => row.wallet_name ?? '' },
    { id: 'state', header: t`State`, width: 126, cell: (row) => <PaymentState payment={row} /> },
    { id: 'amount', header: t`Amount`, width: 100, end: true, cell: (row) => <Money minor={row.amount_minor} /> },
    { id: 'rest', header: t`Became credit`, width: 120, end: true, isExtra: true, cell: (row) => <Money minor={row.remaining_minor} /> },
    { id: 'recorded', header: t`Recorded`, width: 170, isExtra: true, cell: (row) => <TimeText at={row.recorded_at} /> },
  ] satisfies Column<Payment>[])
  const take = may('payment.take') && (
    <Button leftSection={<IconCash size={16} />} onClick={taking.open}>
      <Trans>Take a payment</Trans>
    </Button>
  )
  return (
    <Page title={t`Payments`} fills actions={take}>
      <SectionTabs of="/payments" />
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'receipt_code', placeholder: t`Receipt number` }}
        filters={[
          { key: 'method', label: t`Method`, options: STAFF_METHODS.map((value) => ({ value, label: methodText(value) })) },
          ...(wallets.length > 0 ? [{ key: 'wallet_id', label: t`Wallet`, options: wallets.map(({ id, name }) => ({ value: String(id), label: name })) }] : []),
          { key: 'trx_id', label: 'TrxID' },
          { key: 'value_from', toKey: 'value_to', label: t`Day`, kind: 'range' as const },
          {
            key: 'received_by',
            label: t`Received by`,
            options: [{ value: String(user.id), label: t`Myself` }],
          },
        ]}
      >
        <ExportButton list="payments" filter={filter} />
        {chooser}
      </FilterBar>
      <DataList
        label={t`Payments`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/payments/${row.id}`}
        narrow={(row) => ({
          title: row.client_name ?? t`Unknown`,
          detail: `${row.receipt_code ?? ''} · ${methodText(row.method)}`,
          figure: <Money minor={row.amount_minor} symbol />,
          note: <DateText day={row.value_on} />,
        })}
        empty={
          <EmptyState icon={<IconCoins size={24} />} title={<Trans>No payments here</Trans>} action={take}>
            <Trans>Search the client, type the amount, press Enter: the receipt is there.</Trans>
          </EmptyState>
        }
      />
      {isTaking && (
        <TakePayment
          onClose={() => {
            taking.close()
            setState({ take: undefined })
          }}
        />
      )}
    </Page>
  )
}
