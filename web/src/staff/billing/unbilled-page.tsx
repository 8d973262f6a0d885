import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconMoodHappy, IconPlayerPlay } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { DateText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { useItemText } from './item-text.ts'
import { MonthSwitch } from './month-switch.tsx'
import { NewRun } from './new-run.tsx'

type Row = RowOf<'/api/v1/billing-months/{month}/unbilled'>

/** Who has something still to bill up to the end of a month, since when, and why a run left him out. */
export function UnbilledPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const itemText = useItemText()
  const [state, setState] = useUrlState()
  const [isAsking, asking] = useDisclosure(false)
  const month = state['month'] ?? format.today().slice(0, 7)
  const branches = api.useQuery('get', '/api/v1/branches', { params: { query: { limit: 200 } } }).data?.items ?? []
  const source = useList('/api/v1/billing-months/{month}/unbilled', { params: { month }, query: { branch_id: state['branch_id'] } })
  const why = (row: Row) => row.parked_title ?? ''
  const { columns, chooser } = useColumns<Row>('unbilled', [
    { id: 'name', header: t`Client`, width: 200, grows: true, cell: (row) => row.client_name },
    { id: 'code', header: t`Code`, width: 120, cell: (row) => row.client_code },
    { id: 'branch', header: t`Branch`, width: 130, cell: (row) => row.branch_name },
    { id: 'since', header: t`Not billed from`, width: 130, cell: (row) => <DateText day={row.since} /> },
    { id: 'items', header: t`What`, width: 150, cell: (row) => row.items.map(itemText).join(', ') },
    { id: 'parked', header: t`Why a run left him out`, width: 260, grows: true, cell: (row) => <span title={row.parked_detail ?? ''}>{why(row)}</span> },
  ] satisfies Column<Row>[])
  return (
    <Page
      title={t`Not billed yet`}
      fills
      actions={
        may('invoice.run') && (
          <Button leftSection={<IconPlayerPlay size={16} />} onClick={asking.open}>
            <Trans>Preview a month</Trans>
          </Button>
        )
      }
    >
      <SectionTabs of="/billing" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[{ key: 'branch_id', label: t`Branch`, options: branches.map(({ id, name }) => ({ value: String(id), label: name })) }]}
      >
        <MonthSwitch month={month} onChange={(chosen) => setState({ month: chosen })} />
        {chooser}
      </FilterBar>
      <DataList
        label={t`Not billed yet`}
        columns={columns}
        source={source}
        rowKey={(row) => row.client_id}
        href={(row) => `/clients/${row.client_id}`}
        narrow={(row) => ({
          title: row.client_name,
          detail: why(row) || row.items.map(itemText).join(', '),
          figure: row.client_code,
          note: <DateText day={row.since} />,
        })}
        empty={
          <EmptyState icon={<IconMoodHappy size={24} />} title={<Trans>Everybody is billed</Trans>}>
            <Trans>Nobody has anything left to bill up to the end of this month.</Trans>
          </EmptyState>
        }
      />
      {isAsking && <NewRun month={month} onClose={asking.close} />}
    </Page>
  )
}
