import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import type { Figure } from '../../ui/figures.tsx'
import styles from './home.module.css'
import { listPath } from './links.ts'

/** Clients by state, gained and lost; each number is the length of the list it leads to. */
export function ClientsFigures() {
  const { t } = useLingui()
  const format = useFormat()
  const may = useMay()
  const { data } = api.useQuery('get', '/api/v1/reports/clients', {}, { refetchInterval: 60_000 })
  const growth = api.useQuery('get', '/api/v1/reports/growth', {}, { enabled: may('report.view'), staleTime: 60_000 }).data?.items
  const present = growth?.at(-1)
  const last = growth?.at(-2)
  const first = `${format.today().slice(0, 7)}-01`
  const count = (value: number | undefined) => (value === undefined ? undefined : format.number(value))
  const figures: Figure[] = [
    { label: t`All clients`, value: count(data?.all), note: data && t`${format.number(data.left)} of them left`, to: '/clients' },
    { label: t`Active`, value: count(data?.active), note: t`with service`, to: '/clients?state=active' },
    { label: t`Suspended`, value: count(data?.suspended), note: t`without service`, to: '/clients?state=suspended' },
    { label: t`Expired`, value: count(data?.expired), note: t`validity ended`, to: '/clients?state=expired' },
    { label: t`Not yet connected`, value: count(data?.pending), note: t`waiting for a line`, to: '/clients?state=pending' },
  ]
  if (may('report.view'))
    figures.push(
      {
        label: t`Joined this month`,
        value: count(present?.joined),
        note: last && t`last month ${format.number(last.joined)}`,
        to: listPath('/clients', { joined_from: first }),
      },
      {
        label: t`Left this month`,
        value: count(present?.left),
        note: last && t`last month ${format.number(last.left)}`,
        to: listPath('/clients', { left_from: first }),
      },
    )
  return (
    <section className={styles.block} aria-label={t`Clients`}>
      <h2 className={styles.heading}>
        <Trans>Clients</Trans>
      </h2>
      <Figures figures={figures} />
    </section>
  )
}
