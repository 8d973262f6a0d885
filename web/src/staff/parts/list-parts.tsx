import { Trans, useLingui } from '@lingui/react/macro'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { ListSource } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { UrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { CountStrip } from '../../ui/count-strip.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { Figures } from '../../ui/figures.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { sayDone } from '../../ui/form.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { useSelection } from '../../ui/use-selection.ts'
import { UrlTabs } from '../../ui/url-tabs.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { LINE_STATES, StateMark, useStateText } from '../clients/state.tsx'
import { Part, Sample } from './part.tsx'
import styles from './parts.module.css'
import { problem, ROWS } from './samples.ts'
import type { SampleRow } from './samples.ts'

const source = (change: Partial<ListSource<SampleRow>>): ListSource<SampleRow> => ({
  rows: ROWS,
  isPending: false,
  isStale: false,
  error: null,
  hasMore: false,
  isLoadingMore: false,
  loadMore: () => {},
  retry: () => {},
  ...change,
})

function useSampleColumns(): readonly Column<SampleRow>[] {
  const { t } = useLingui()
  return [
    { id: 'name', header: t`Name`, width: 88, grows: true, sort: 'name', cell: ({ name }) => name },
    { id: 'state', header: t`State`, width: 130, cell: ({ state }) => <StateMark state={state} /> },
    { id: 'balance', header: t`Balance`, width: 100, end: true, sort: 'balance', cell: ({ balance }) => <Money minor={balance} tone="owed" /> },
    { id: 'day', header: t`Joined`, width: 110, isExtra: true, cell: ({ day }) => <DateText day={day} /> },
  ]
}

export function ListPart() {
  const { t } = useLingui()
  const all = useSampleColumns()
  const { columns, chooser } = useColumns('parts', all)
  const [sort, setSort] = useState('name')
  const selection = useSelection('parts')
  const key = sort.replace('-', '') === 'balance' ? 'balance' : 'name'
  const rows = ROWS.toSorted((a, b) => (a[key] < b[key] ? -1 : 1) * (sort.startsWith('-') ? -1 : 1))
  const shown = (label: string, from: ListSource<SampleRow>, isLive = false) => (
    <div className={styles.list}>
      <DataList
        label={label}
        columns={isLive ? columns : all.slice(0, 3)}
        source={from}
        rowKey={({ id }) => id}
        onOpen={({ name }) => sayDone(name)}
        narrow={({ name, state, balance }) => ({ title: name, detail: <StateMark state={state} />, figure: <Money minor={balance} tone="owed" /> })}
        {...(isLive ? { sort, onSort: setSort, selection: { of: selection, label: ({ name }: SampleRow) => name } } : {})}
        empty={
          <EmptyState icon={<IconUsers size={24} />} title={t`No clients yet`}>
            <Trans>An empty list teaches the first step.</Trans>
          </EmptyState>
        }
      />
    </div>
  )
  return (
    <Part
      id="list"
      title={t`List`}
      file="ui/data-list.tsx, api/use-list.ts"
      about={t`Only the rows on the screen exist; more load before the end is reached. Arrow keys or J and K walk, Enter opens, X ticks. A phone gets two lines for each row.`}
    >
      <Sample title={t`With rows: sort by the heads, tick, choose columns`} isWide>
        <div className={styles.row}>{chooser}</div>
        {shown(t`With rows`, source({ rows }), true)}
      </Sample>
      <Sample title={t`Loading`}>{shown(t`Loading`, source({ rows: [], isPending: true }))}</Sample>
      <Sample title={t`Rows of the question before, while the new ones come`}>{shown(t`Rows of the question before`, source({ isStale: true }))}</Sample>
      <Sample title={t`More below`}>{shown(t`More below`, source({ hasMore: true, isLoadingMore: true }))}</Sample>
      <Sample title={t`Empty`}>{shown(t`Empty`, source({ rows: [] }))}</Sample>
      <Sample title={t`Failed`}>
        {shown(t`Failed`, source({ rows: [], error: problem(t`The list could not be read`, t`The server was busy for too long.`, 503) }))}
      </Sample>
    </Part>
  )
}

export function FilterPart() {
  const { t } = useLingui()
  const stateText = useStateText()
  const [state, setState] = useState<UrlState>({ state: 'active', owed: '50000' })
  return (
    <Part
      id="filters"
      title={t`Filters and counts`}
      file="ui/filter-bar.tsx, ui/count-strip.tsx"
      about={t`What is chosen stands in the address of a page, so that it can be shared and "back" works. Here it stays on this page.`}
    >
      <Sample title={t`Search, choices, a span of days, an amount, more`} isWide>
        <FilterBar
          state={state}
          onChange={(changes) => setState((old) => ({ ...old, ...changes }))}
          search={{ key: 'q', placeholder: t`Name, phone, code` }}
          filters={[
            { key: 'state', label: t`State`, options: LINE_STATES.map((value) => ({ value, label: stateText(value) })) },
            { key: 'from', toKey: 'to', kind: 'range', label: t`Joined` },
            { key: 'owed', kind: 'money', label: t`Owes at least` },
            { key: 'note', label: t`Note`, isExtra: true },
          ]}
        />
      </Sample>
      <Sample title={t`The parts of a list with how many are in each`} isWide>
        <CountStrip
          label={t`State`}
          shown={state['state'] ?? 'active'}
          onChoose={(value) => setState((old) => ({ ...old, state: value }))}
          parts={LINE_STATES.map((value, at) => ({ value, label: <StateMark state={value} />, count: 1240 - at * 301 }))}
        />
      </Sample>
    </Part>
  )
}

export function FiguresPart() {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Part id="figures" title={t`Figures`} file="ui/figures.tsx" about={t`A row of numbers, each of which leads to the list it counts.`}>
      <Sample title={t`With lists behind them, without one, and on their way`} isWide>
        <Figures
          figures={[
            { label: t`Active`, value: format.number(1240), note: t`with service`, to: '/clients?state=active' },
            { label: t`Owed by clients`, value: <Money minor={12_345_678} symbol />, note: t`without a list` },
            { label: t`Router`, value: 'CCR2004-1G-12S+2XS', isName: true, note: 'RouterOS 7.18' },
            { label: t`Loading`, value: undefined },
          ]}
        />
      </Sample>
    </Part>
  )
}

export function TabsPart() {
  const { t } = useLingui()
  const words = [t`Timeline`, t`Invoices`, t`Payments`, t`Messages`, t`Charges`, t`Deposit`, t`Documents`]
  return (
    <Part
      id="tabs"
      title={t`Tabs inside a page`}
      file="ui/url-tabs.tsx"
      about={t`What does not fit on the first screen. The open one stands in the address and is in sight on a phone, where the strip is wider than the screen.`}
    >
      <Sample title={t`More of them than a phone is wide`} isWide>
        <UrlTabs tabs={words.map((label, at) => ({ key: `sample-${at}`, label, content: () => <p className={styles.panel}>{label}</p> }))} />
      </Sample>
    </Part>
  )
}
