import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { useMay, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import { Page } from '../../ui/page.tsx'
import { BooksCard } from './books-card.tsx'
import { FirstSteps } from './first-steps.tsx'
import styles from './home.module.css'
import { LastRunCard } from './last-run-card.tsx'
import { MoneyFigures } from './money-figures.tsx'
import { RecentActivity } from './recent-activity.tsx'

/** The morning's page: how many clients, how much money, what is under way. Each number leads to the list behind it. */
export function HomePage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const { user } = useMe()
  const name = user.full_name.split(/\s+/)[0] ?? user.username
  return (
    <Page title={t`Good day, ${name}`} note={format.date(format.today())}>
      {may('package.view') && may('client.view') && <FirstSteps />}
      {may('client.view') && (
        <section className={styles.block} aria-label={t`Clients`}>
          <h2 className={styles.heading}>
            <Trans>Clients</Trans>
          </h2>
          <ClientFigures />
        </section>
      )}
      <MoneyFigures />
      <div className={styles.columns}>
        {may('invoice.view') && <LastRunCard />}
        {may('job.view') && <BooksCard />}
        {may('audit.view') && <RecentActivity />}
      </div>
    </Page>
  )
}

/** How many clients fit; a great many are counted up to a bound and then marked with +. */
function useCount(query: Record<string, string | boolean>): string {
  const format = useFormat()
  const { data } = api.useQuery('get', '/api/v1/clients/count', { params: { query } })
  return data === undefined ? '…' : `${format.number(data.count)}${data.is_capped ? '+' : ''}`
}

function ClientFigures() {
  const { t } = useLingui()
  const format = useFormat()
  const total = useCount({})
  const active = useCount({ state: 'active' })
  const pending = useCount({ state: 'pending' })
  const suspended = useCount({ state: 'suspended' })
  const expired = useCount({ state: 'expired' })
  const owing = useCount({ owes: true })
  const joined = useCount({ joined_from: `${format.today().slice(0, 7)}-01` })
  return (
    <Figures
      figures={[
        { label: t`All`, value: total, note: t`${joined} joined this month`, to: '/clients' },
        { label: t`Active`, value: active, note: t`with service`, to: '/clients?state=active' },
        { label: t`Not yet connected`, value: pending, note: t`waiting for a line`, to: '/clients?state=pending' },
        { label: t`Suspended`, value: suspended, note: t`without service`, to: '/clients?state=suspended' },
        { label: t`Expired`, value: expired, note: t`validity ended`, to: '/clients?state=expired&sort=expires_on' },
        { label: t`Owing`, value: owing, note: t`open invoices`, to: '/clients?owes=true&sort=-balance' },
      ]}
    />
  )
}
