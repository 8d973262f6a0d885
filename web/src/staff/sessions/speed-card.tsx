import { useLingui } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { localDigits } from '../../lib/format.ts'
import type { Format } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ChartCard } from '../../ui/charts/chart-card.tsx'
import { speedText } from '../packages/speed.ts'
import styles from './connection.module.css'
import { LIVE_SECONDS, useLiveRates } from './use-live-rates.ts'

interface Point {
  readonly key: string
  readonly label: string
  readonly short: string
  readonly down: number | null
  readonly up: number | null
  readonly downPeak: number | null
  readonly upPeak: number | null
}

const SPANS = { hour: { hours: 1, step: 'sample' }, day: { hours: 24, step: 'sample' }, month: { hours: 720, step: 'hour' } } as const
type Span = 'live' | keyof typeof SPANS

/** How fast a line is this second, and how fast it was; with the highest of what is shown. */
export default function SpeedCard({ lineId }: { lineId: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const [span, setSpan] = useState<Span>('day')
  const live = useLiveRates(lineId, span === 'live')
  const past = usePast(lineId, span === 'live' ? null : span)
  const points = span === 'live' ? livePoints(live.ticks, format) : past.points
  const last = live.ticks.at(-1)
  const trouble =
    span !== 'live'
      ? null
      : live.isRefused
        ? t`Too many lines are being watched at the moment. Close another graph and try again.`
        : (last?.trouble?.advice ?? (last?.rate === null ? t`The line is offline.` : null))
  const most = (values: readonly (number | null)[]) => Math.max(0, ...values.map((value) => value ?? 0))
  const [down, up] = [speedText(most(points.map(({ downPeak }) => downPeak)), format), speedText(most(points.map(({ upPeak }) => upPeak)), format)]
  const now = last?.rate ?? null
  return (
    <div className={styles.speed}>
      <ChartCard
        title={t`Speed`}
        categoryLabel={t`Until`}
        categories={points.map(({ key, label, short }) => ({ key, label, short }))}
        series={[
          { key: 'down', label: t`Download`, kind: 'line', tone: 'brand', values: points.map((point) => point.down) },
          { key: 'up', label: t`Upload`, kind: 'line', tone: 'green', values: points.map((point) => point.up) },
        ]}
        more={
          span === 'month'
            ? [
                { key: 'down_peak', label: t`Highest download`, kind: 'line', tone: 'faint', values: points.map((point) => point.downPeak) },
                { key: 'up_peak', label: t`Highest upload`, kind: 'line', tone: 'faint', values: points.map((point) => point.upPeak) },
              ]
            : []
        }
        format={(kbps) => speedText(Math.round(kbps), format)}
        formatShort={(kbps) => (kbps >= 1000 ? `${format.shortNumber(kbps / 1000)}M` : `${format.number(kbps)}k`)}
        plain={String}
        isPending={span !== 'live' && past.isPending}
        error={span === 'live' ? null : past.error}
        retry={past.retry}
        switcher={
          <SegmentedControl
            size="xs"
            aria-label={t`Time shown`}
            value={span}
            onChange={(value) => setSpan(value as Span)}
            data={[
              { value: 'live', label: t`Live` },
              { value: 'hour', label: t`Hour` },
              { value: 'day', label: t`Day` },
              { value: 'month', label: t`30 days` },
            ]}
          />
        }
      />
      <p className={styles.peak}>
        {trouble !== null ? (
          <span role="status">{trouble}</span>
        ) : (
          <>
            {span === 'live' && now !== null && (
              <b data-testid="rate-now">
                {t`Now ↓ ${speedText(now.download_kbps, format)} ↑ ${speedText(now.upload_kbps, format)}`}
                {' · '}
              </b>
            )}
            {span === 'live' && now === null ? t`Waiting for the router …` : t`Highest ↓ ${down} ↑ ${up}`}
          </>
        )}
      </p>
    </div>
  )
}

/** A minute whose end is now: empty at first, so that the picture does not stretch. */
function livePoints(ticks: ReturnType<typeof useLiveRates>['ticks'], { time, locale }: Format): Point[] {
  const blank = Array.from({ length: LIVE_SECONDS - ticks.length }, (_, n) => ({ key: `blank${n}`, at: null, rate: null }))
  return [...blank, ...ticks.map(({ at, rate }, n) => ({ key: `${at}${n}`, at, rate }))].map(({ key, at, rate }) => {
    const [down, up] = [rate?.download_kbps ?? null, rate?.upload_kbps ?? null]
    const seconds = at === null ? '' : localDigits(at.slice(17, 19), locale)
    return {
      key,
      label: at === null ? '' : `${time(at)}:${seconds}`,
      short: at === null ? '' : `:${seconds}`,
      down,
      up,
      downPeak: down,
      upPeak: up,
    }
  })
}

function usePast(lineId: number, span: keyof typeof SPANS | null) {
  const format = useFormat()
  const { hours, step } = SPANS[span ?? 'day']
  // Asked anew each five minutes, when there is something new.
  const until = Math.ceil(Date.now() / 300_000) * 300_000
  const query = { step, from: new Date(until - hours * 3_600_000).toISOString(), to: new Date(until).toISOString() }
  const { data, isPending, error, refetch } = api.useQuery(
    'get',
    '/api/v1/subscriptions/{id}/rates',
    { params: { path: { id: lineId }, query } },
    { enabled: span !== null, refetchInterval: 60_000, placeholderData: (before) => before },
  )
  const points = (data?.items ?? []).map((item): Point => {
    const day = format.shortDate(format.dayOf(item.until))
    return {
      key: item.until,
      label: span === 'hour' ? format.time(item.until) : `${day} ${format.time(item.until)}`,
      short: span === 'month' ? day : format.time(item.until),
      down: item.download_kbps,
      up: item.upload_kbps,
      downPeak: item.download_peak_kbps,
      upPeak: item.upload_peak_kbps,
    }
  })
  return { points, isPending, error, retry: () => void refetch() }
}
