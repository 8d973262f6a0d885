import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/page.tsx'
import { actionText } from '../audit/actions.ts'
import styles from './home.module.css'

/** Where a thing that was changed has a page of its own. */
const PAGES: Readonly<Record<string, string>> = {
  invoice: '/invoices',
  payment: '/payments',
  client: '/clients',
  package: '/packages',
  wallet: '/wallets',
  user: '/users',
  invoice_run: '/billing',
  import: '/imports',
}

/** What people and the system changed last. */
export function RecentActivity() {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const { data } = api.useQuery('get', '/api/v1/audit-events', { params: { query: { limit: 8 } } }, { refetchInterval: 30_000 })
  const pathOf = (event: NonNullable<typeof data>['items'][number]): string => {
    const page = PAGES[event.subject_type]
    if (page !== undefined && event.subject_id !== null) return `${page}/${event.subject_id}`
    return event.client_id === null ? '/audit' : `/clients/${event.client_id}`
  }
  return (
    <Card
      title={t`Recent activity`}
      actions={
        <Link className="lm-link" to="/audit">
          <Trans>All</Trans>
        </Link>
      }
      flush
    >
      <ul className={styles.list}>
        {data?.items.map((event) => (
          <li key={event.id}>
            <span>
              <Link className={styles.plain ?? ''} to={pathOf(event)}>
                {i18n._(actionText(event.action))}
              </Link>
            </span>
            <small>
              {event.actor_name} · {format.dayOf(event.at) === format.today() ? format.time(event.at) : format.dateTime(event.at)}
            </small>
          </li>
        ))}
      </ul>
      {data?.items.length === 0 && (
        <p className={styles.empty}>
          <Trans>Nothing was changed yet.</Trans>
        </p>
      )}
    </Card>
  )
}
