import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { typedAmount } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ChartCard } from '../../ui/charts/chart-card.tsx'
import type { ChartSeries } from '../../ui/charts/chart.tsx'

const MONTHS = 12

/** What was billed for each month, and what of it has come in. */
export default function BilledChart() {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const { data, isPending, error, refetch } = api.useQuery('get', '/api/v1/billing-months', { params: { query: { limit: MONTHS } } }, { staleTime: 60_000 })
  const items = data?.items.toReversed() ?? []
  const column = (key: string, label: string, values: readonly number[]): ChartSeries => ({ key, label, kind: 'bar', tone: 'faint', values })
  const to = (index: number) => `/billing?month=${items[index]?.month ?? ''}`
  return (
    <ChartCard
      title={t`Billed and collected`}
      categoryLabel={t`Month`}
      categories={items.map(({ month }) => ({ key: month, label: format.month(month), short: format.shortMonth(month) }))}
      series={[
        column(
          'billed',
          t`Billed`,
          items.map(({ billed_minor }) => billed_minor),
        ),
        {
          ...column(
            'collected',
            t`Collected of it`,
            items.map(({ collected_minor }) => collected_minor),
          ),
          tone: 'brand',
        },
      ]}
      more={[
        column(
          'credited',
          t`Credited`,
          items.map(({ credited_minor }) => credited_minor),
        ),
        column(
          'open',
          t`Still open`,
          items.map(({ open_minor }) => open_minor),
        ),
      ]}
      format={format.money}
      formatShort={format.shortMoney}
      plain={(value) => typedAmount(value, format.minorDigits)}
      onOpen={(index) => void navigate({ to: to(index) })}
      to={to}
      isPending={isPending}
      error={error}
      retry={() => void refetch()}
    />
  )
}
