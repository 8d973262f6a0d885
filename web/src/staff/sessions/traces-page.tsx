import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconMapPinSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { AskTrace } from './ask-trace.tsx'
import { TraceState } from './trace-state.tsx'

type Trace = RowOf<'/api/v1/address-traces'>

/** What was asked about addresses, by whom, for which letter, and whether the answer may leave. */
export function TracesPage() {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const [state, setState] = useUrlState()
  const [isAsking, setAsking] = useState(false)
  const source = useList('/api/v1/address-traces', { query: { state: state['state'] } })
  const { columns, chooser } = useColumns<Trace>('traces', [
    { id: 'address', header: t`IP address`, width: 150, cell: (row) => <span className="lm-number">{addressOf(row)}</span> },
    { id: 'from', header: t`From`, width: 140, cell: (row) => <TimeText at={row.from} /> },
    { id: 'until', header: t`Until`, width: 140, cell: (row) => <TimeText at={row.until} /> },
    { id: 'reference', header: t`Letter or order`, width: 126, grows: true, cell: (row) => row.reference },
    { id: 'reason', header: t`Why`, width: 180, grows: true, isExtra: true, cell: (row) => row.reason },
    { id: 'found', header: t`Found`, width: 70, end: true, cell: (row) => format.number(row.found_count) },
    { id: 'by', header: t`Asked by`, width: 116, cell: (row) => row.requested_by_name ?? '' },
    { id: 'at', header: t`Asked at`, width: 140, cell: (row) => <TimeText at={row.requested_at} /> },
    { id: 'state', header: t`State`, width: 204, cell: (row) => <TraceState isApproved={row.is_approved} /> },
    { id: 'decided-by', header: t`Decided by`, width: 130, isExtra: true, cell: (row) => row.decided_by_name ?? '' },
  ] satisfies Column<Trace>[])
  return (
    <Page
      title={t`Who had an address`}
      fills
      actions={
        <Button leftSection={<IconMapPinSearch size={16} />} onClick={() => setAsking(true)}>
          <Trans>Ask</Trans>
        </Button>
      }
    >
      <SectionTabs of="/routers" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          {
            key: 'state',
            label: t`State`,
            options: [
              { value: 'waiting', label: t`Waits for a second person` },
              { value: 'approved', label: t`May leave` },
              { value: 'refused', label: t`Refused` },
            ],
          },
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Who had an address`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/sessions/traces/${row.id}`}
        narrow={(row) => ({
          title: addressOf(row),
          detail: row.reference,
          figure: counted.lines(row.found_count),
          note: <TraceState isApproved={row.is_approved} />,
        })}
        empty={
          <EmptyState icon={<IconMapPinSearch size={24} />} title={<Trans>Nobody has asked yet</Trans>}>
            <Trans>When the police or a court asks who had an address at a time, ask here. Each question is kept, with its reason and its letter.</Trans>
          </EmptyState>
        }
      />
      {isAsking && <AskTrace onClose={() => setAsking(false)} />}
    </Page>
  )
}

/** 203.0.113.5:40123, and [2001:db8::1]:443. */
export function addressOf({ address, port }: { readonly address: string; readonly port: number | null }): string {
  if (port === null) return address
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}
