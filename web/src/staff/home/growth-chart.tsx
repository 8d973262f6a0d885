import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { lastDayOf } from '../../lib/months.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ChartCard } from '../../ui/charts/chart-card.tsx'
import { listPath } from './links.ts'

/** Clients who joined and who left, month by month. */
export default function GrowthChart() {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const { data, isPending, error, refetch } = api.useQuery('get', '/api/v1/reports/growth', {}, { staleTime: 60_000 })
  const items = data?.items ?? []
  const to = (index: number) => {
    const month = items[index]?.month
    return month === undefined ? undefined : listPath('/clients', { joined_from: `${month}-01`, joined_to: lastDayOf(month) })
  }
  return (
    <ChartCard
      title={t`Growth of clients`}
      categoryLabel={t`Month`}
      categories={items.map(({ month }) => ({ key: month, label: format.month(month), short: format.shortMonth(month) }))}
      series={[
        { key: 'joined', label: t`Joined`, kind: 'bar', tone: 'brand', values: items.map(({ joined }) => joined) },
        { key: 'left', label: t`Left`, kind: 'bar', tone: 'red', values: items.map(({ left }) => left) },
      ]}
      more={[{ key: 'clients', label: t`Clients at the end`, kind: 'line', tone: 'faint', values: items.map(({ clients }) => clients) }]}
      format={format.number}
      formatShort={format.shortNumber}
      plain={String}
      isWhole
      onOpen={(index) => {
        const path = to(index)
        if (path !== undefined) void navigate({ to: path })
      }}
      to={to}
      isPending={isPending}
      error={error}
      retry={() => void refetch()}
    />
  )
}
