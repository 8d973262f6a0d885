import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/page.tsx'
import { actionText } from '../audit/actions.ts'
import styles from './home.module.css'

export function RecentActivity() {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const { data } = api.useQuery('get', '/api/v1/audit-events', { params: { query: { limit: 8 } } }, { refetchInterval: 30_000 })
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
            <span>{i18n._(actionText(event.action))}</span>
            <small>
              {event.actor_name} · {format.dayOf(event.at) === format.today() ? format.time(event.at) : format.dateTime(event.at)}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  )
}
