import { useLingui } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { typedAmount } from '../../lib/format.ts'
import { lastDayOf } from '../../lib/months.ts'
import { useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ChartCard } from '../../ui/charts/chart-card.tsx'
import { listPath } from './links.ts'
import { useCollections } from './use-collections.ts'
import type { Collections } from './use-collections.ts'

/** What came in day by day, or added up, this month against last. */
export default function CollectionsChart() {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const { user } = useMe()
  const { whose, data, isPending, error, refetch } = useCollections()
  const [way, setWay] = useState<'day' | 'sum'>('day')
  const { days, present, last } = byDay(data)
  const added = (values: readonly (number | null)[]) => {
    let sum = 0
    return values.map((value) => (value === null ? null : (sum += value)))
  }
  const month = data?.today.to.slice(0, 7) ?? '2000-01'
  const isSum = way === 'sum'
  const to = (index: number) => {
    const day = `${month}-${String(index + 1).padStart(2, '0')}`
    if (data === undefined || day > data.today.to) return undefined
    return listPath('/payments', { value_from: isSum ? `${month}-01` : day, value_to: day, received_by: whose === 'own' ? user.id : undefined })
  }
  const minor = (value: number) => format.money(value)
  return (
    <ChartCard
      title={whose === 'own' ? t`What I took` : t`Collections`}
      categoryLabel={t`Day of the month`}
      categories={days.map((day) => ({ key: String(day), label: t`Day ${format.number(day)}`, short: format.number(day) }))}
      series={[
        { key: 'now', label: t`This month`, kind: isSum ? 'line' : 'bar', tone: 'brand', values: isSum ? added(present) : present },
        { key: 'last', label: t`Last month`, kind: 'line', tone: 'faint', values: isSum ? added(last) : last },
      ]}
      format={minor}
      formatShort={format.shortMoney}
      plain={(value) => typedAmount(value, format.minorDigits)}
      onOpen={(index) => {
        const path = to(index)
        if (path !== undefined) void navigate({ to: path })
      }}
      to={to}
      isPending={isPending}
      error={error}
      retry={() => void refetch()}
      switcher={
        <SegmentedControl
          size="xs"
          value={way}
          onChange={(value) => setWay(value === 'sum' ? 'sum' : 'day')}
          data={[
            { value: 'day', label: t`By day` },
            { value: 'sum', label: t`Added up` },
          ]}
          aria-label={t`Way of counting`}
        />
      }
    />
  )
}

/** Days 1 to the last of the longer of both months; null where a day has not come yet, or does not exist. */
function byDay(data: Collections | undefined): { days: number[]; present: (number | null)[]; last: (number | null)[] } {
  if (data === undefined) return { days: [], present: [], last: [] }
  const month = data.today.to.slice(0, 7)
  const lengths = [month, data.last_month.to].map((each) => Number(lastDayOf(each).slice(8)))
  const days = Array.from({ length: Math.max(...lengths) }, (_none, at) => at + 1)
  const of = (prefix: string) => {
    const amounts = new Map(data.days.filter(({ day }) => day.startsWith(prefix)).map(({ day, amount_minor }) => [Number(day.slice(8)), amount_minor]))
    return days.map((day) => amounts.get(day) ?? null)
  }
  return { days, present: of(month), last: of(data.last_month.to.slice(0, 7)) }
}
