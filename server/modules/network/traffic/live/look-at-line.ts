import type { Scope } from '../../../../kernel/actor.ts'
import { NotFound } from '../../../../kernel/errors.ts'
import type { Instant } from '../../../../kernel/time.ts'
import { conn } from '../../../../platform/db/transaction.ts'
import type { Conn, Database } from '../../../../platform/db/tx.ts'
import { activeSessions, CommandTrapped, equals, queues, readRates, RouterNotInUse, troubleOf, withRouter } from '../../routers/index.ts'
import type { Device, Trouble } from '../../routers/index.ts'
import { listClosedSessions, readLiveSessions } from '../../sessions/index.ts'
import type { PppSession } from '../../sessions/index.ts'
import { selectLine } from './line-store.ts'
import type { LineOnRouter } from './line-store.ts'

const DEADLINE_MS = 8000

export interface SeenNow {
  readonly address: string
  readonly callerId: string
  readonly uptimeSeconds: number
  readonly service: string
  readonly sessionId: string
}

export interface Rate {
  readonly upKbps: number
  readonly downKbps: number
}

export interface LiveLine {
  readonly line: LineOnRouter
  /** The router itself, what was last reported, or neither: the line has no router or no login. */
  readonly source: 'router' | 'reported' | 'none'
  /** When it was so; null: never heard of. */
  readonly at: Instant | null
  readonly session: (SeenNow & { readonly startedAt: Instant }) | null
  readonly rate: Rate | null
  /** What the router lets through. */
  readonly limit: Rate | null
  /** Why the router did not tell. */
  readonly trouble: Trouble | null
  /** The last session that has ended. */
  readonly lastEnded: PppSession | null
}

/** @throws NotFound 404 outside the scope. */
export async function requireLine(conn: Pick<Conn, 'db'>, scope: Scope, id: bigint): Promise<LineOnRouter> {
  const line = await selectLine(conn, scope, id)
  if (line === undefined) throw NotFound.of('subscription', id)
  return line
}

/**
 * Asks the router whether a line is online and how fast it is this second; where the router does not tell in time, what was last reported of
 * the line and when. Writes nothing. @throws NotFound 404.
 */
export async function lookAtLine(database: Database, scope: Scope, id: bigint): Promise<LiveLine> {
  const reading = await conn(database)
  const line = await requireLine(reading, scope, id)
  const [[reported], [lastEnded]] = await Promise.all([
    readLiveSessions(reading, scope, id),
    listClosedSessions(reading, scope, id, { limit: 1, after: undefined }),
  ])
  const rest = { line, lastEnded: lastEnded ?? null }
  const { router_id, login } = line
  if (router_id === null || login === null) return { ...rest, source: 'none', at: null, session: null, rate: null, limit: null, trouble: null }
  try {
    const found = await withRouter(database, router_id, { isUrgent: true, deadlineMs: DEADLINE_MS }, async (device) => await lookAt(device, login))
    const at = database.clock.now()
    const session = found.session === null ? null : { ...found.session, startedAt: at.subtract({ seconds: found.session.uptimeSeconds }) }
    return { ...rest, ...found, session, source: 'router', at, trouble: null }
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble === null && !(error instanceof RouterNotInUse)) throw error
    return { ...rest, source: 'reported', ...lastReported(reported, lastEnded), rate: null, limit: null, trouble }
  }
}

async function lookAt({ connection }: Device, login: string): Promise<{ session: SeenNow | null; rate: Rate | null; limit: Rate | null }> {
  const rows = await activeSessions.read(connection, { where: equals('name', login) })
  const [newest] = rows.toSorted((a, b) => (a.uptimeMs ?? 0) - (b.uptimeMs ?? 0))
  if (newest === undefined) return { session: null, rate: null, limit: null }
  const port = portOf(newest.service, login)
  const [rate, [queue]] = await Promise.all([rateOf(connection, port), queues.read(connection, { where: equals('name', port) })])
  const limit =
    queue === undefined || queue.maxLimit.down + queue.maxLimit.up === 0 ? null : { upKbps: kbit(queue.maxLimit.up), downKbps: kbit(queue.maxLimit.down) }
  const { address, callerId, uptimeMs, service, sessionId } = newest
  return { session: { address, callerId, uptimeSeconds: Math.floor((uptimeMs ?? 0) / 1000), service, sessionId }, rate, limit }
}

export const portOf = (service: string, login: string): string => `<${service}-${login}>`

/** Null where the interface is not there: he has gone between two commands, or has dialled twice. */
export async function rateOf(connection: Device['connection'], port: string): Promise<Rate | null> {
  try {
    const [rate] = await readRates(connection, [port])
    return rate === undefined ? null : { upKbps: kbit(rate.upBps), downKbps: kbit(rate.downBps) }
  } catch (error) {
    if (error instanceof CommandTrapped) return null
    throw error
  }
}

const kbit = (bps: number): number => Math.round(bps / 1000)

function lastReported(live: PppSession | undefined, ended: PppSession | undefined): Pick<LiveLine, 'at' | 'session'> {
  if (live === undefined) return { at: ended?.ended_at ?? null, session: null }
  const { address, caller_id, service, started_at, updated_at, acct_session_id } = live
  const uptimeSeconds = Math.floor(started_at.until(updated_at).total('seconds'))
  return { at: updated_at, session: { address: address ?? '', callerId: caller_id, uptimeSeconds, service, sessionId: acct_session_id, startedAt: started_at } }
}
