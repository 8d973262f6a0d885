import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconQuestionMark } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { DateText, Money, Status } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { useMethodText } from './methods.ts'
import { TakeUnknown } from './take-unknown.tsx'

type Unknown = RowOf<'/api/v1/suspense'>

/** Money nobody knows the owner of: one person says whose it is, another agrees, and it pays his bills by its own day. */
export function SuspensePage() {
  const { t } = useLingui()
  const may = useMay()
  const methodText = useMethodText()
  const [isTaking, taking] = useDisclosure(false)
  const source = useList('/api/v1/suspense')
  const { columns, chooser } = useColumns<Unknown>('suspense', [
    { id: 'receipt', header: t`Receipt`, width: 184, cell: (row) => row.receipt_code ?? `#${row.payment_id}` },
    { id: 'method', header: t`Method`, width: 80, cell: (row) => methodText(row.method) },
    { id: 'trx', header: 'TrxID', width: 120, cell: (row) => row.trx_id ?? '' },
    { id: 'day', header: t`Came on`, width: 108, cell: (row) => <DateText day={row.value_on} /> },
    { id: 'wallet', header: t`Wallet`, width: 130, cell: (row) => row.wallet_name ?? '' },
    { id: 'note', header: t`Note`, width: 140, grows: true, cell: (row) => row.note },
    {
      id: 'state',
      header: t`Whose`,
      width: 212,
      grows: true,
      cell: (row) =>
        row.proposed_client_name === null ? (
          <Status tone="amber" label={t`Nobody has said yet`} />
        ) : (
          <Status tone="blue" label={t`${row.proposed_client_name}, says ${row.proposed_by_name ?? ''}`} />
        ),
    },
    { id: 'by', header: t`Received by`, width: 140, isExtra: true, cell: (row) => row.received_by_name ?? '' },
    { id: 'amount', header: t`Amount`, width: 106, end: true, cell: (row) => <Money minor={row.amount_minor} /> },
  ] satisfies Column<Unknown>[])
  const take = may('payment.take') && (
    <Button leftSection={<IconPlus size={16} />} onClick={taking.open}>
      <Trans>Enter unknown money</Trans>
    </Button>
  )
  return (
    <Page title={t`Unknown money`} fills actions={take}>
      <SectionTabs of="/payments" />
      <FilterBar state={{}} onChange={() => {}}>
        {chooser}
      </FilterBar>
      <DataList
        label={t`Unknown money`}
        columns={columns}
        source={source}
        rowKey={(row) => row.payment_id}
        href={(row) => `/payments/${row.payment_id}`}
        narrow={(row) => ({
          title: row.proposed_client_name ?? t`Whose money?`,
          detail: [methodText(row.method), row.trx_id ?? row.note].filter((part) => part !== '').join(' · '),
          figure: <Money minor={row.amount_minor} symbol />,
          note: <DateText day={row.value_on} />,
        })}
        empty={
          <EmptyState icon={<IconQuestionMark size={24} />} title={<Trans>All money has its owner</Trans>} action={take}>
            <Trans>Money that came without a name waits here: one person says whose it is, another agrees.</Trans>
          </EmptyState>
        }
      />
      {isTaking && <TakeUnknown onClose={taking.close} />}
    </Page>
  )
}
