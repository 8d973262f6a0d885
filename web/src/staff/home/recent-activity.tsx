import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useMayOpen } from '../../lib/use-may-open.ts'
import { Card } from '../../ui/page.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { actionText } from '../audit/actions.ts'
import { placeOf } from '../audit/subjects.ts'
import styles from './home.module.css'

type Activity = paths['/api/v1/reports/activity']['get']['responses']['200']['content']['application/json']['items'][number]

/** Where the thing can be looked at: its own page, its client's, or all that happened to it. */
const pathsOf = ({ subject_type, subject_id, client_id }: Activity): (string | null)[] => [
  placeOf(subject_type, subject_id),
  client_id === null ? null : `/clients/${client_id}`,
  `/audit?${new URLSearchParams({ subject_type, ...(subject_id === null ? {} : { subject_id: String(subject_id) }) }).toString()}`,
]

/** What people and the program did last. */
export function RecentActivity() {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const mayOpen = useMayOpen()
  const { data } = api.useQuery('get', '/api/v1/reports/activity', { params: { query: { limit: 7 } } }, { refetchInterval: 30_000 })
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
            <div className={styles.event}>
              <PageLink className={styles.plain ?? ''} to={pathsOf(event).find((path) => path !== null && mayOpen(path)) ?? null}>
                {i18n._(actionText(event.action))}
                {event.amount_minor !== null && ` · ${format.money(event.amount_minor)}`}
              </PageLink>
              <small>{[event.client_name, event.subject_name].filter((name, at, all) => name !== null && all.indexOf(name) === at).join(' · ')}</small>
            </div>
            <small className={styles.when}>
              <span>{event.actor_kind === 'system' ? t`The program` : event.actor_name}</span>
              <span>{format.dayOf(event.at) === format.today() ? format.time(event.at) : format.dateTime(event.at)}</span>
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
