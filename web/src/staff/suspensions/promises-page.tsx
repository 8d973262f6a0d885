import { Trans, useLingui } from '@lingui/react/macro'
import { IconHeartHandshake } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { DateText, Money, Status, TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'

type Row = RowOf<'/api/v1/promises'>
const TONES = { open: 'violet', kept: 'green', broken: 'red', withdrawn: 'grey' } as const

/** Who promised to pay by when, and who kept it. */
export function PromisesPage() {
  const { t } = useLingui()
  const [state, setState] = useUrlState()
  const source = useList('/api/v1/promises', { query: { state: state['state'] } })
  const texts: Record<Row['state'], string> = { open: t`Open`, kept: t`Kept`, broken: t`Broken`, withdrawn: t`Taken back` }
  const mark = (row: Row) => <Status tone={TONES[row.state]} label={texts[row.state]} isHollow={row.state === 'withdrawn'} />
  const { columns, chooser } = useColumns<Row>('promises', [
    { id: 'name', header: t`Client`, width: 170, grows: true, cell: (row) => row.client_name },
    { id: 'code', header: t`Code`, width: 110, cell: (row) => row.client_code },
    { id: 'until', header: t`Pays by`, width: 110, cell: (row) => <DateText day={row.promised_on} /> },
    { id: 'state', header: t`State`, width: 110, cell: mark },
    { id: 'overdue', header: t`Overdue then`, width: 110, end: true, cell: (row) => <Money minor={row.overdue_minor} /> },
    { id: 'note', header: t`Note`, width: 180, grows: true, cell: (row) => row.note },
    { id: 'by', header: t`Taken by`, width: 140, cell: (row) => row.made_by_name ?? '' },
    { id: 'at', header: t`Taken`, width: 155, cell: (row) => <TimeText at={row.made_at} /> },
  ] satisfies Column<Row>[])
  return (
    <Page title={t`Promises to pay`} fills>
      <SectionTabs of="/suspensions" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[{ key: 'state', label: t`State`, options: Object.entries(texts).map(([value, label]) => ({ value, label })) }]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Promises to pay`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/clients/${row.client_id}`}
        narrow={(row) => ({
          title: row.client_name,
          detail: mark(row),
          figure: <Money minor={row.overdue_minor} symbol />,
          note: <DateText day={row.promised_on} />,
        })}
        empty={
          <EmptyState icon={<IconHeartHandshake size={24} />} title={<Trans>No promise yet</Trans>}>
            <Trans>On the page of a client who owes, take his promise to pay: until that day nothing of his is cut.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
