import { useLingui } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ChartCard } from '../../ui/charts/chart-card.tsx'
import { usageText } from './usage-text.ts'

const STEPS = { hour: 24 * 3_600_000, day: 30 * 86_400_000, month: 365 * 86_400_000 } as const
type Step = keyof typeof STEPS

/** How much a line used in each hour of a day, day of a month, or month of a year. */
export default function UsageCard({ lineId }: { lineId: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const text = (bytes: number) => usageText(bytes, format)
  const [step, setStep] = useState<Step>('day')
  const until = Math.ceil(Date.now() / 300_000) * 300_000
  const { data, isPending, error, refetch } = api.useQuery(
    'get',
    '/api/v1/subscriptions/{id}/usage',
    { params: { path: { id: lineId }, query: { step, from: new Date(until - STEPS[step]).toISOString(), to: new Date(until).toISOString() } } },
    { refetchInterval: 60_000, placeholderData: (before) => before },
  )
  const items = data?.items ?? []
  const name = (at: string) => {
    const day = format.dayOf(at)
    if (step === 'hour') return { label: `${format.shortDate(day)} ${format.time(at)}`, short: format.time(at) }
    return step === 'day' ? { label: format.date(day), short: format.shortDate(day) } : { label: format.month(day), short: format.shortMonth(day) }
  }
  return (
    <ChartCard
      title={t`Usage`}
      categoryLabel={step === 'hour' ? t`Hour` : step === 'day' ? t`Day` : t`Month`}
      categories={items.map(({ starts_at }) => ({ key: starts_at, ...name(starts_at) }))}
      series={[
        { key: 'down', label: t`Download`, kind: 'bar', tone: 'brand', values: items.map(({ download_bytes }) => download_bytes) },
        { key: 'up', label: t`Upload`, kind: 'bar', tone: 'green', values: items.map(({ upload_bytes }) => upload_bytes) },
      ]}
      format={text}
      formatShort={text}
      plain={String}
      isPending={isPending}
      error={error}
      retry={() => void refetch()}
      switcher={
        <SegmentedControl
          size="xs"
          aria-label={t`Steps`}
          value={step}
          onChange={(value) => setStep(value as Step)}
          data={[
            { value: 'hour', label: t`Hours` },
            { value: 'day', label: t`Days` },
            { value: 'month', label: t`Months` },
          ]}
        />
      }
    />
  )
}
