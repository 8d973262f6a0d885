import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useDurationText } from '../../lib/use-duration.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Status } from '../../ui/values.tsx'
import type { Line } from '../clients/client.ts'
import { SyncMark, useWaitedText } from '../routers/sync-text.tsx'
import styles from './lines.module.css'

/** So long after a change the router is asked often, for somebody waits to see it arrive. */
const FRESH_MS = 90_000
const OFTEN_MS = 2000
/** Otherwise rarely: each question is a log-in on the router. */
const RARELY_MS = 60_000

/** Whether the network does for a line what is wanted, and whether it is online at this moment, asked of its router. */
export function LineNetwork({ line }: { line: Line }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const waited = useWaitedText()
  const duration = useDurationText()
  const path = { params: { path: { id: line.id } } }
  const changedAt = line.access === null ? 0 : Date.parse(line.access.changed_at)
  const pace = (): number => (Date.now() - changedAt < FRESH_MS ? OFTEN_MS : RARELY_MS)
  const isCarried = line.router_id !== null && line.state !== 'left'
  const { data: sync } = api.useQuery('get', '/api/v1/subscriptions/{id}/access', path, { enabled: isCarried, refetchInterval: pace, staleTime: 0 })
  const isAsked = isCarried && sync !== undefined && sync.reason !== 'router_unreachable' && sync.reason !== 'router_inactive'
  const session = api.useQuery('get', '/api/v1/subscriptions/{id}/session', path, { enabled: isAsked, refetchInterval: pace, staleTime: 0, retry: false })
  if (!isCarried || line.router_id === null) return null
  const online = session.data?.session
  return (
    <p className={styles.network} aria-live="polite">
      {session.error !== null ? (
        <Status tone="grey" label={t`the router does not say whether it is online`} isHollow />
      ) : session.data === undefined ? null : online === null || online === undefined ? (
        <Status tone="grey" label={t`Offline`} />
      ) : (
        <>
          <Status tone="green" label={t`Online`} />
          <span className="lm-number">{[online.address, t`for ${duration(online.uptime_seconds)}`, online.caller_id].join(' · ')}</span>
        </>
      )}
      {sync !== undefined && (
        <>
          <SyncMark sync={sync} />
          {sync.in_sync === false && <span>{[t`for ${waited(sync.since)}`, sync.why, sync.said].filter(Boolean).join(' · ')}</span>}
          {sync.in_sync === true && sync.observed_at !== null && <span>{t`seen ${format.dateTime(sync.observed_at)}`}</span>}
        </>
      )}
      {may('router.view') ? (
        <Link className="lm-link" to="/routers/$id" params={{ id: String(line.router_id) } as never}>
          {line.router_name}
        </Link>
      ) : (
        <span>
          <Trans>Router {line.router_name}</Trans>
        </span>
      )}
    </p>
  )
}
