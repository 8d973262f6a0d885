import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useDurationText } from '../../lib/use-duration.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { Status } from '../../ui/values.tsx'
import type { Client, Line } from '../clients/client.ts'
import { lineName } from '../clients/client.ts'
import { speedText } from '../packages/speed.ts'
import { useCauseText } from './cause-text.ts'
import styles from './connection.module.css'
import { KickSession } from './kick-session.tsx'

// Pictures come after the facts; nobody waits for them.
const SpeedCard = lazy(() => import('./speed-card.tsx'))
const UsageCard = lazy(() => import('./usage-card.tsx'))

const AGAIN_MS = 30_000
/** A line that has service and is not online is about to dial. */
const SOON_MS = 4000

type Live = paths['/api/v1/subscriptions/{id}/live']['get']['responses']['200']['content']['application/json']

/** How the lines of a client are connected at this moment: online or not, since when, how fast, how much; nothing where none dials in. */
export function Connection({ client }: { client: Client }) {
  const { t } = useLingui()
  const lines = client.subscriptions.filter(
    ({ state, connection_kind, pppoe_login }) => state !== 'left' && connection_kind === 'pppoe' && pppoe_login !== null,
  )
  const [chosen, setChosen] = useState<number | null>(null)
  const line = lines.find(({ id }) => id === chosen) ?? lines[0]
  if (line === undefined) return null
  return (
    <Card
      title={t`Connection`}
      flush
      actions={
        lines.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t`Line`}
            value={String(line.id)}
            onChange={(value) => setChosen(Number(value))}
            data={lines.slice(0, 5).map((each) => ({ value: String(each.id), label: lineName(each) }))}
          />
        )
      }
    >
      <LineConnection key={line.id} line={line} />
    </Card>
  )
}

function LineConnection({ line }: { line: Line }) {
  const { data, error, isFetching, refetch } = api.useQuery(
    'get',
    '/api/v1/subscriptions/{id}/live',
    { params: { path: { id: line.id } } },
    { refetchInterval: ({ state: { data: last } }) => (line.state === 'active' && last?.is_online === false ? SOON_MS : AGAIN_MS), retry: false },
  )
  return (
    <div className={styles.body}>
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton h={68} radius="md" />
      ) : (
        <LiveFacts line={line} live={data} isLooking={isFetching} onLook={() => void refetch()} />
      )}
      {/* Of a line that was never on a router there is nothing to draw. */}
      {data?.source === 'none' && data.last_ended === null ? null : (
        <div className={styles.charts}>
          <Suspense fallback={<Skeleton h={290} radius="md" />}>
            <SpeedCard lineId={line.id} />
          </Suspense>
          <Suspense fallback={<Skeleton h={290} radius="md" />}>
            <UsageCard lineId={line.id} />
          </Suspense>
        </div>
      )}
    </div>
  )
}

function LiveFacts({ line, live, isLooking, onLook }: { line: Line; live: Live; isLooking: boolean; onLook: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const may = useMay()
  const duration = useDurationText()
  const causeText = useCauseText()
  const [isKicking, setKicking] = useState(false)
  const { session, rate, limit, last_ended } = live
  const open = api.useQuery(
    'get',
    '/api/v1/subscriptions/{id}/ppp-sessions',
    { params: { path: { id: line.id }, query: { limit: 1 } } },
    { refetchInterval: AGAIN_MS },
  ).data?.live[0]
  const pair = ({ download_kbps, upload_kbps }: { download_kbps: number; upload_kbps: number }) =>
    `↓ ${speedText(download_kbps, format)} ↑ ${speedText(upload_kbps, format)}`
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t`IP address`, session?.address],
    ['MAC', session?.caller_id],
    [t`Since`, session === null ? '' : format.dateTime(session.started_at)],
    [t`For`, session === null ? '' : duration(session.uptime_seconds)],
    [t`Speed now`, rate === null ? '' : pair(rate)],
    [t`Limit`, limit === null ? '' : pair(limit)],
    [t`Router`, live.router?.name],
    [
      t`Last log-out`,
      last_ended?.ended_at == null ? '' : [format.dateTime(last_ended.ended_at), causeText(last_ended.terminate_cause)].filter(Boolean).join(' · '),
    ],
  ]
  return (
    <>
      <div className={styles.head}>
        {live.source === 'none' ? (
          <Status tone="grey" label={t`On no router`} isHollow />
        ) : live.is_online ? (
          <Status tone="green" label={t`Online`} isHollow={live.source === 'reported'} />
        ) : (
          <Status tone="grey" label={t`Offline`} isHollow={live.source === 'reported'} />
        )}
        {live.source === 'reported' && (
          <span className={styles.note}>
            {live.at === null ? t`Nothing was heard of it yet.` : t`As last heard on ${format.dateTime(live.at)}.`} {live.trouble?.advice}
          </span>
        )}
        <span>
          {live.source !== 'none' && (
            <Button size="compact-sm" variant="default" leftSection={<IconRefresh size={14} />} loading={isLooking} onClick={onLook}>
              <Trans>Look now</Trans>
            </Button>
          )}{' '}
          {open !== undefined && may('router.control') && (
            <Button size="compact-sm" variant="default" onClick={() => setKicking(true)}>
              <Trans>End the session</Trans>
            </Button>
          )}
        </span>
      </div>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== undefined && value !== null && value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="lm-number">{value}</dd>
            </div>
          ))}
      </dl>
      {isKicking && open !== undefined && <KickSession session={open} onClose={() => setKicking(false)} />}
    </>
  )
}
