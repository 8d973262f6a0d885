import { Trans, useLingui } from '@lingui/react/macro'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { ExportButton } from '../../ui/export-button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Money, TimeText } from '../../ui/values.tsx'
import { useWalletChoices } from '../payments/money-in-fields.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { differenceOf, ShortOver, TRANSFER_STATES, TransferState, useTransferStateText } from './transfer-state.tsx'
import type { Transfer } from './transfer-state.tsx'

/** Money between wallets: what is on its way, and how it ended. */
export function TransfersPage() {
  const { t } = useLingui()
  const [state, setState] = useUrlState()
  const stateText = useTransferStateText()
  const wallets = useWalletChoices()
  const filter = { state: state['state'], kind: state['kind'], wallet_id: state['wallet_id'], from: state['from'], to: state['to'] }
  const source = useList('/api/v1/wallet-transfers', { query: filter })
  const kinds = { transfer: t`Sent`, hand_over: t`Drawer handed over` }
  const { columns, chooser } = useColumns<Transfer>('transfers', [
    { id: 'code', header: t`Number`, width: 140, cell: (row) => row.code },
    { id: 'kind', header: t`Kind`, width: 144, cell: (row) => kinds[row.kind] },
    { id: 'from', header: t`From`, width: 134, grows: true, cell: (row) => row.from_wallet_name },
    { id: 'to', header: t`To`, width: 134, grows: true, cell: (row) => row.to_wallet_name },
    { id: 'at', header: t`Sent at`, width: 152, cell: (row) => <TimeText at={row.recorded_at} /> },
    { id: 'by', header: t`Sent by`, width: 140, isExtra: true, cell: (row) => row.sent_by_name ?? '' },
    { id: 'state', header: t`State`, width: 118, cell: (row) => <TransferState state={row.state} /> },
    { id: 'amount', header: t`Amount`, width: 120, end: true, cell: (row) => <Money minor={row.amount_minor} /> },
    {
      id: 'difference',
      header: t`Short or over`,
      width: 126,
      end: true,
      cell: (row) => differenceOf(row) !== 0 && <ShortOver minor={differenceOf(row)} />,
    },
    { id: 'ended', header: t`Ended at`, width: 152, isExtra: true, cell: (row) => row.ended_at !== null && <TimeText at={row.ended_at} /> },
    { id: 'ended-by', header: t`Ended by`, width: 140, isExtra: true, cell: (row) => row.ended_by_name ?? '' },
  ] satisfies Column<Transfer>[])
  return (
    <Page title={t`Transfers`} fills>
      <SectionTabs of="/wallets" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          { key: 'state', label: t`State`, options: TRANSFER_STATES.map((value) => ({ value, label: stateText(value) })) },
          {
            key: 'kind',
            label: t`Kind`,
            options: [
              { value: 'transfer', label: kinds.transfer },
              { value: 'hand_over', label: kinds.hand_over },
            ],
          },
          ...(wallets.length > 1 ? [{ key: 'wallet_id', label: t`Wallet`, options: wallets }] : []),
          { key: 'from', toKey: 'to', label: t`Sent on`, kind: 'range' as const },
        ]}
      >
        <ExportButton list="wallet_transfers" filter={filter} />
        {chooser}
      </FilterBar>
      <DataList
        label={t`Transfers`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/wallets/transfers/${row.id}`}
        narrow={(row) => ({
          title: `${row.from_wallet_name} → ${row.to_wallet_name}`,
          detail: `${row.code} · ${stateText(row.state)}`,
          figure: <Money minor={row.amount_minor} symbol />,
          note: <TimeText at={row.recorded_at} />,
        })}
        empty={
          <EmptyState icon={<IconArrowsExchange size={24} />} title={<Trans>No transfers here</Trans>}>
            <Trans>Open a wallet to send money from it, or to hand a drawer over. What is sent waits here until it is accepted.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
