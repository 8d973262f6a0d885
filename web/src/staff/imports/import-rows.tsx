import { Trans, useLingui } from '@lingui/react/macro'
import { IconTable } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { CountStrip } from '../../ui/count-strip.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Status } from '../../ui/values.tsx'
import type { Import } from './import-state.tsx'

type Row = RowOf<'/api/v1/imports/{id}/rows'>

const STATES = ['invalid', 'failed', 'ready', 'done', 'skipped'] as const
const PAGES = { clients: '/clients/', packages: '/packages/', payments: '/payments/' } as const

/** Where what became of a row is looked at; null in a file that places boxes or OLTs besides. */
function pageOf({ kind, mapping }: Import): string | null {
  if (kind !== 'places') return PAGES[kind]
  return mapping['box'] === undefined && mapping['olt'] === undefined ? PAGES.clients : null
}

/** Every row of the file with what was found wrong, and what became of it; what became a client, a package or a payment leads to it. */
export function ImportRows({ found }: { found: Import }) {
  const { t } = useLingui()
  const format = useFormat()
  const page = pageOf(found)
  const [state, setState] = useUrlState()
  const source = useList('/api/v1/imports/{id}/rows', { params: { id: found.id }, query: { state: state['state'] } })
  const states = {
    ready: { label: t`Ready`, tone: 'blue' },
    invalid: { label: t`With errors`, tone: 'red' },
    done: { label: t`Imported`, tone: 'green' },
    skipped: { label: t`There already`, tone: 'grey' },
    failed: { label: t`Failed`, tone: 'red' },
  } as const
  const mark = (row: Row) => <Status tone={states[row.state].tone} label={states[row.state].label} isHollow={row.state === 'ready'} />
  const errors = (row: Row) => row.errors.map(({ message }) => message).join('; ')
  const number = (row: Row, text = format.number(row.row_no)) =>
    row.entity_id === null || page === null ? (
      text
    ) : (
      <a className="lm-link" href={`${page}${row.entity_id}`}>
        {text}
      </a>
    )
  const { columns, chooser } = useColumns<Row>(`import-${found.kind}`, [
    { id: 'row', header: t`Row`, width: 70, cell: (row) => number(row) },
    { id: 'state', header: t`State`, width: 130, cell: mark },
    ...found.columns.map(
      (column, at): Column<Row> => ({ id: `column-${at}`, header: column, width: 130, isExtra: at > 3, cell: (row) => row.cells[at] ?? '' }),
    ),
    { id: 'errors', header: t`What is wrong`, width: 300, grows: true, cell: (row) => <span title={errors(row)}>{errors(row)}</span> },
  ])
  const count = (value: (typeof STATES)[number]) => found.counts[value] ?? 0
  return (
    <>
      <FilterBar state={state} onChange={setState}>
        <CountStrip
          label={t`Rows`}
          shown={state['state'] ?? 'all'}
          onChoose={(value) => setState({ state: value === 'all' ? undefined : value })}
          parts={[
            { value: 'all', label: t`All`, count: found.row_count },
            ...STATES.filter((value) => count(value) > 0 || value === state['state']).map((value) => ({
              value,
              label: <Status tone={states[value].tone} label={states[value].label} isHollow={value === 'ready'} />,
              count: count(value),
            })),
          ]}
        />
        {chooser}
      </FilterBar>
      <DataList
        label={t`Rows`}
        columns={columns}
        source={source}
        rowKey={(row) => row.row_no}
        narrow={(row) => ({
          title: row.cells.slice(0, 2).filter(Boolean).join(' · '),
          detail: errors(row),
          figure: number(row, t`Row ${format.number(row.row_no)}`),
          note: mark(row),
        })}
        empty={
          <EmptyState icon={<IconTable size={24} />} title={<Trans>No rows here</Trans>}>
            <Trans>Choose another state above.</Trans>
          </EmptyState>
        }
      />
    </>
  )
}
