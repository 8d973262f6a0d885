import { Trans, useLingui } from '@lingui/react/macro'
import { IconSunset2 } from '@tabler/icons-react'
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
import { DateText, Money } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { useDbmText } from './onu.ts'

type Forecast = RowOf<'/api/v1/onus/forecast'>

const USUAL_DAYS = '180'

/** Whose light is going down to the limit, what is at stake, and when: to be mended before the line drops. */
export function ForecastPage() {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const dbm = useDbmText()
  const [state, setState] = useUrlState()
  const days = state['within_days'] ?? USUAL_DAYS
  const sort = state['sort'] === 'soonest' ? 'soonest' : 'revenue'
  const source = useList('/api/v1/onus/forecast', { query: { sort, within_days: days } })
  const place = (row: Forecast) => `${row.pon}:${row.onu_index} · ${row.olt_name}`
  const loss = (row: Forecast) => t`${format.number(row.loss_db_per_month)} dB a month`
  const who = (row: Forecast) => row.client_name ?? t`nobody’s line`
  const { columns, chooser } = useColumns<Forecast>('forecast', [
    { id: 'client', header: t`Client`, width: 170, grows: true, cell: who },
    { id: 'onu', header: t`ONU`, width: 150, cell: (row) => row.serial ?? row.mac ?? '' },
    { id: 'place', header: t`Place`, width: 190, cell: (row) => <span title={place(row)}>{place(row)}</span> },
    { id: 'box', header: t`Box`, width: 150, isExtra: true, cell: (row) => row.box_name ?? '' },
    { id: 'now', header: t`Light now`, width: 110, end: true, cell: (row) => dbm(row.now_dbm) },
    { id: 'loss', header: t`It loses`, width: 130, end: true, cell: loss },
    { id: 'crosses', header: t`Meets the limit`, width: 130, sort: 'soonest', cell: (row) => <DateText day={row.crosses_on} /> },
    { id: 'monthly', header: t`Pays a month`, width: 120, end: true, sort: 'revenue', cell: (row) => <Money minor={row.monthly_minor} /> },
    { id: 'days', header: t`Days measured`, width: 110, end: true, isExtra: true, cell: (row) => format.number(row.days) },
  ] satisfies Column<Forecast>[])
  return (
    <Page title={t`Light that fades`} fills>
      <SectionTabs of="/olts" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          {
            key: 'within_days',
            label: t`Within`,
            options: [30, 90, 180, 365].map((value) => ({ value: String(value), label: counted.days(value) })),
          },
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Light that fades`}
        columns={columns}
        source={source}
        rowKey={(row) => row.onu_id}
        href={(row) => `/onus/${row.onu_id}`}
        sort={sort}
        onSort={(next) => setState({ sort: next.replace(/^-/, '') === 'soonest' ? 'soonest' : undefined })}
        narrow={(row) => ({
          title: who(row),
          detail: `${place(row)} · ${dbm(row.now_dbm)} · ${loss(row)}`,
          figure: <Money minor={row.monthly_minor} />,
          note: <DateText day={row.crosses_on} />,
        })}
        empty={
          <EmptyState icon={<IconSunset2 size={24} />} title={<Trans>No light is seen to fade</Trans>}>
            <Trans>
              Each night the light of every ONU over the last weeks is looked at. What is going down to the critical limit stands here, with the day it gets
              there.
            </Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
