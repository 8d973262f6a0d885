import type { Actor } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import type { Conn, Database } from '../../platform/db/tx.ts'
import { isInSync, readLineSync, readReasons, syncReason } from '../access/index.ts'
import { openIncidentOf } from '../incidents/index.ts'
import { findOnuOfLine, lightLimits } from '../network/onus/index.ts'
import type { Onu } from '../network/onus/index.ts'
import { listClosedSessions, readLiveSessions } from '../network/sessions/index.ts'
import { lookAtLine } from '../network/traffic/index.ts'
import type { AccessFacts, Facts, LightFacts, SessionFacts } from './facts.ts'
import { selectAccount, selectLightDays, selectNeighbours, selectOltFacts, selectTimes } from './facts-store.ts'

const TREND_DAYS = 7

/** What is known of a line in the reader's reach; of the fibre network only where he may see it. @throws NotFound 404. */
export async function readFacts(
  conn: Conn,
  { scope, permissions }: Pick<Actor, 'scope' | 'permissions'>,
  { subscriptionId, now, today }: { subscriptionId: bigint; now: Instant; today: PlainDate },
): Promise<Facts> {
  const account = await selectAccount(conn, scope, subscriptionId, today)
  if (account === undefined) throw NotFound.of('subscription', subscriptionId)
  const reasons = (await readReasons(conn, [subscriptionId])).map(({ reason }) => reason)
  const { looked_at, wanted_at, refused_since, refused_at } = await selectTimes(conn, subscriptionId, now)
  const access = await accessOf(conn, scope, subscriptionId, now)
  const shared = {
    account: { ...account, reasons },
    access: access === null ? null : { ...access, wanted_at },
    session: {
      ...(await sessionOf(conn, scope, subscriptionId)),
      looked_at,
      refused: refused_since === null || refused_at === null ? null : { since: refused_since, at: refused_at },
    },
  }
  const nothing = { onu: null, olt: null, light: null, on_pon: null, in_box: null, incident: null }
  if (!permissions.has('olt.view')) return { ...shared, ...nothing, sees_fibre: false }
  const onu = await findOnuOfLine(conn, scope, subscriptionId)
  if (onu === undefined) return { ...shared, ...nothing, sees_fibre: true }
  return {
    ...shared,
    sees_fibre: true,
    onu,
    olt: (await selectOltFacts(conn, onu.olt_id)) ?? null,
    light: await lightOf(conn, onu, now),
    ...(await selectNeighbours(conn, onu.id)),
    incident: (await openIncidentOf(conn, [onu.id])).get(onu.id) ?? null,
  }
}

async function accessOf(conn: Conn, scope: Actor['scope'], subscriptionId: bigint, now: Instant): Promise<Omit<AccessFacts, 'wanted_at'> | null> {
  const line = await readLineSync(conn, scope, subscriptionId)
  if (line === undefined) return null
  const reason = syncReason(line, now)
  const { router_name, login, desired_on, since, observed_at, last_error, router_error } = line
  const said = reason === 'refused' ? last_error : reason === 'router_unreachable' ? router_error : null
  return { router_name, login, desired_on, since, observed_at, in_sync: isInSync(line), reason, said }
}

async function sessionOf(conn: Conn, scope: Actor['scope'], subscriptionId: bigint): Promise<Omit<SessionFacts, 'looked_at' | 'refused'>> {
  const [live] = await readLiveSessions(conn, scope, subscriptionId)
  const last = live ?? (await listClosedSessions(conn, scope, subscriptionId, { limit: 1, after: undefined }))[0]
  return {
    is_online: live !== undefined,
    started_at: last?.started_at ?? null,
    ended_at: last?.ended_at ?? null,
    heard_at: last?.updated_at ?? null,
    terminate_cause: last?.terminate_cause ?? null,
    address: last?.address ?? null,
    caller_id: last?.caller_id ?? null,
  }
}

/** Asks the line's router whether it is online; where that does not tell in time, what is known stays. Writes nothing. */
export async function refreshSession(database: Database, scope: Actor['scope'], facts: Facts, subscriptionId: bigint): Promise<Facts> {
  const { source, at, session } = await lookAtLine(database, scope, subscriptionId)
  if (source !== 'router' || at === null) return facts
  if (session === null) return { ...facts, session: { ...facts.session, looked_at: at } }
  const { startedAt, address, callerId } = session
  return {
    ...facts,
    session: {
      ...facts.session,
      is_online: true,
      started_at: startedAt,
      ended_at: null,
      heard_at: at,
      terminate_cause: null,
      address,
      caller_id: callerId,
      looked_at: at,
    },
  }
}

const dbm = (centi: number | null): number | null => (centi === null ? null : centi / 100)

async function lightOf(conn: Conn, { id, light, rx_centi_dbm, olt_rx_centi_dbm, measured_at }: Onu, now: Instant): Promise<LightFacts> {
  const { weakDbm, criticalDbm } = await lightLimits(conn)
  const days = await selectLightDays(conn, id, now.subtract({ hours: 24 * TREND_DAYS }))
  const [first] = days
  const last = days.at(-1)
  return {
    level: light,
    rx_dbm: dbm(rx_centi_dbm),
    olt_rx_dbm: dbm(olt_rx_centi_dbm),
    measured_at,
    weak_dbm: weakDbm,
    critical_dbm: criticalDbm,
    week_change_db: first === undefined || last === undefined || first === last ? null : Math.round((last.rx_dbm - first.rx_dbm) * 100) / 100,
    days,
  }
}
