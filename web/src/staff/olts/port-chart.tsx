import { useLingui } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ChartCard } from '../../ui/charts/chart-card.tsx'
import { useDbmText } from '../onus/onu.ts'
import type { Olt, Port } from './olt.ts'

const DAYS = { day: 1, week: 7, month: 30, year: 365 } as const
type Span = keyof typeof DAYS
const SPANS = ['day', 'week', 'month', 'year'] as const
type Shown = 'light' | 'temperature'

/** The light and the temperature of a port's module over time. */
export function PortChart({ olt, port }: { olt: Olt; port: Port }) {
  const { t } = useLingui()
  const format = useFormat()
  const dbm = useDbmText()
  const [span, setSpan] = useState<Span>('week')
  const [what, setWhat] = useState<Shown>('light')
  const { data, isPending, error, refetch } = api.useQuery('get', '/api/v1/olts/{id}/port-history', {
    params: { path: { id: olt.id }, query: { name: port.name, days: DAYS[span] } },
  })
  const items = (data?.items ?? []).filter(({ rx_dbm, tx_dbm, temperature_c }) =>
    what === 'light' ? rx_dbm !== null || tx_dbm !== null : temperature_c !== null,
  )
  const value = what === 'light' ? dbm : (celsius: number) => t`${format.number(celsius)} °C`
  const series =
    what === 'light'
      ? ([
          { key: 'rx', label: t`Receives`, kind: 'line', tone: 'brand', values: items.map(({ rx_dbm }) => rx_dbm) },
          { key: 'tx', label: t`Sends`, kind: 'line', tone: 'faint', values: items.map(({ tx_dbm }) => tx_dbm) },
        ] as const)
      : ([{ key: 'temperature', label: t`Temperature`, kind: 'line', tone: 'amber', values: items.map(({ temperature_c }) => temperature_c) }] as const)
  return (
    <ChartCard
      title={t`${port.name} over time`}
      categoryLabel={t`When`}
      categories={items.map(({ at }) => ({
        key: at,
        label: format.dateTime(at),
        short: span === 'day' ? format.time(at) : format.shortDate(format.dayOf(at)),
      }))}
      series={series}
      format={value}
      formatShort={format.number}
      plain={String}
      isFree
      isPending={isPending}
      error={error}
      retry={() => void refetch()}
      switcher={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t`What is shown`}
            value={what}
            onChange={(next) => setWhat(next === 'temperature' ? 'temperature' : 'light')}
            data={[
              { value: 'light', label: t`Light level` },
              { value: 'temperature', label: t`Temperature` },
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label={t`How long`}
            value={span}
            onChange={(next) => setSpan(SPANS.find((each) => each === next) ?? 'week')}
            data={[
              { value: 'day', label: t`Day` },
              { value: 'week', label: t`Week` },
              { value: 'month', label: t`Month` },
              { value: 'year', label: t`Year` },
            ]}
          />
        </>
      }
    />
  )
}
