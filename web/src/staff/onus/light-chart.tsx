import { useLingui } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ChartCard } from '../../ui/charts/chart-card.tsx'
import type { ChartSeries } from '../../ui/charts/chart.tsx'
import { useDbmText } from './onu.ts'
import type { Onu } from './onu.ts'

const SPANS = ['day', 'week', 'month', 'year'] as const
type Span = (typeof SPANS)[number]

/** The light of an ONU over time against the limits, with the table behind it. */
export function LightChart({ onu }: { onu: Onu }) {
  const { t } = useLingui()
  const format = useFormat()
  const dbm = useDbmText()
  const [span, setSpan] = useState<Span>('day')
  const { data, isPending, error, refetch } = api.useQuery(
    'get',
    '/api/v1/onus/{id}/power',
    { params: { path: { id: onu.id }, query: { span } } },
    { refetchInterval: useFallbackPoll(), placeholderData: (before) => before },
  )
  const items = data?.items ?? []
  const texts = { day: t`Day`, week: t`Week`, month: t`Month`, year: t`Year` }
  const line = (key: string, label: string, tone: ChartSeries['tone'], values: readonly (number | null)[]): ChartSeries => ({
    key,
    label,
    kind: 'line',
    tone,
    values,
  })
  const hasOlt = items.some(({ olt_rx_dbm }) => olt_rx_dbm !== null)
  const lowest = Math.min(...items.flatMap(({ rx_min_dbm, rx_dbm }) => [rx_min_dbm ?? 0, rx_dbm ?? 0]))
  const highest = Math.max(-60, ...items.flatMap(({ rx_max_dbm, rx_dbm }) => [rx_max_dbm ?? -60, rx_dbm ?? -60]))
  // The limit of too much light lies far from what is usual: it is drawn only where it is near.
  const limits =
    data === undefined
      ? []
      : [
          { value: data.limits.weak_dbm, label: t`weak`, tone: 'amber' as const },
          { value: data.limits.critical_dbm, label: t`critical`, tone: 'red' as const },
          ...(highest > data.limits.strong_dbm - 3 ? [{ value: data.limits.strong_dbm, label: t`too strong`, tone: 'amber' as const }] : []),
        ]
  const isMeasured = items.length > 0 && lowest < 0
  return (
    <ChartCard
      title={t`Light level`}
      categoryLabel={t`When`}
      categories={items.map(({ at }) => ({
        key: at,
        label: format.dateTime(at),
        short: span === 'day' ? format.time(at) : format.shortDate(format.dayOf(at)),
      }))}
      series={[
        line(
          'rx',
          t`At the ONU`,
          'brand',
          items.map(({ rx_dbm }) => rx_dbm),
        ),
        ...(hasOlt
          ? [
              line(
                'olt',
                t`At the OLT`,
                'faint',
                items.map(({ olt_rx_dbm }) => olt_rx_dbm),
              ),
            ]
          : []),
      ]}
      more={
        span === 'day'
          ? []
          : [
              line(
                'low',
                t`Lowest`,
                'red',
                items.map(({ rx_min_dbm }) => rx_min_dbm),
              ),
              line(
                'high',
                t`Highest`,
                'green',
                items.map(({ rx_max_dbm }) => rx_max_dbm),
              ),
            ]
      }
      format={dbm}
      formatShort={format.number}
      plain={String}
      isFree
      limits={isMeasured ? limits : []}
      isPending={isPending}
      error={error}
      retry={() => void refetch()}
      switcher={
        <SegmentedControl
          size="xs"
          aria-label={t`How long`}
          value={span}
          onChange={(next) => setSpan(SPANS.find((each) => each === next) ?? 'day')}
          data={SPANS.map((value) => ({ value, label: texts[value] }))}
        />
      }
    />
  )
}
