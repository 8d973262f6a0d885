import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { typedAmount } from '../../lib/format.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ChartCard } from '../../ui/charts/chart-card.tsx'
import type { ChartTone } from '../../ui/charts/chart.tsx'
import { listPath } from './links.ts'

const TONES: readonly ChartTone[] = ['faint', 'brand', 'amber', 'amber', 'red']

/** What is owed, by how long it has been due. */
export default function DuesChart() {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const navigate = useNavigate()
  const { data, isPending, error, refetch } = api.useQuery('get', '/api/v1/reports/dues', {}, { refetchInterval: 60_000 })
  const items = data?.items ?? []
  const name = ({ from_days, to_days }: (typeof items)[number]) => {
    if (from_days === null) return { label: t`Not yet due`, short: t`Not due` }
    if (to_days === null) return { label: t`More than ${counted.days(from_days - 1)}`, short: `${format.number(from_days - 1)}+` }
    const span = `${format.number(from_days)}–${format.number(to_days)}`
    return { label: t`${span} days`, short: span }
  }
  const to = (index: number) => listPath('/invoices', { open: 'true', due_from: items[index]?.due_from, due_to: items[index]?.due_to })
  return (
    <ChartCard
      title={t`Owed, by days since the due day`}
      categoryLabel={t`Days`}
      categories={items.map((item, index) => ({ key: String(index), ...name(item) }))}
      series={[
        {
          key: 'open',
          label: t`Still open`,
          kind: 'bar',
          tone: 'brand',
          values: items.map(({ open_minor }) => open_minor),
          toneOf: (index) => TONES[index] ?? 'brand',
        },
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
