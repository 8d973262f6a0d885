import type { Clock } from '../../../../kernel/clock.ts'
import type { Instant } from '../../../../kernel/time.ts'
import { activeSessions, equals, oneOf, portCounters, readResource } from '../../routers/index.ts'
import type { ActiveSession, Device } from '../../routers/index.ts'
import type { KnownSession } from './polls-store.ts'

/** A session as the router shows it; counters are null where they could not be matched. */
export interface SeenSession {
  readonly login: string
  readonly sessionId: string
  readonly uptimeSeconds: number
  readonly address: string
  readonly callerId: string
  readonly service: string
  readonly upBytes: bigint | null
  readonly downBytes: bigint | null
}

export interface Look {
  readonly at: Instant
  /** Null where it does not say. */
  readonly bootedAt: Instant | null
  /** Without those that report by RADIUS themselves. */
  readonly seen: readonly SeenSession[]
  /** How many of the known ones are not there any more. */
  readonly gone: number
  /** False: some that are there were not shown at first, so the answer is not to be believed as a whole. */
  readonly isWhole: boolean
}

export const keyOf = (login: string, sessionId: string): string => `${sessionId} ${login}`

const NAMES_PER_QUERY = 50
/** So many of those that seem to have gone are asked for by name. */
const MOST_ASKED = 500

/**
 * Reads who is online and what each has moved: one print of sessions, one of interfaces. Who was known and is not shown is asked for by name:
 * where one of them answers, the first print was cut short. @throws what the router says.
 */
export async function lookAtSessions({ connection, pace }: Device, clock: Clock, known: readonly KnownSession[]): Promise<Look> {
  await pace.take(3)
  const { uptimeMs } = await readResource(connection)
  const at = clock.now()
  const rows = await activeSessions.read(connection)
  const ports = await portCounters.read(connection, { where: equals('dynamic', 'true') })
  const counters = new Map(ports.map(({ name, rxBytes, txBytes }) => [name, { upBytes: rxBytes, downBytes: txBytes }]))
  const counts = Map.groupBy(rows, ({ name }) => name)
  const seen = rows
    .filter(({ isRadius }) => !isRadius)
    // Who has dialled twice has a second interface whose name only resembles his.
    .map((row) => seenOf(row, counts.get(row.name)?.length === 1 ? counters.get(`<${row.service}-${row.name}>`) : undefined))

  const shown = new Set(seen.map(({ login, sessionId }) => keyOf(login, sessionId)))
  const gone = known.filter(({ source, login, acct_session_id }) => source === 'poll' && !shown.has(keyOf(login, acct_session_id)))
  const stillThere = new Set(gone.map(({ login, acct_session_id }) => keyOf(login, acct_session_id)))
  let isWhole = true
  for (let from = 0; from < Math.min(gone.length, MOST_ASKED) && isWhole; from += NAMES_PER_QUERY) {
    const [first, ...others] = gone.slice(from, from + NAMES_PER_QUERY).map(({ login }) => login)
    if (first === undefined) break
    await pace.take()
    const found = await activeSessions.read(connection, { where: oneOf('name', [first, ...others]) })
    isWhole = !found.some((row) => stillThere.has(keyOf(row.name.toWellFormed(), row.sessionId)))
  }
  return { at, bootedAt: uptimeMs === null ? null : at.subtract({ milliseconds: Math.round(uptimeMs) }), seen, gone: gone.length, isWhole }
}

const seenOf = (
  { name, sessionId, uptimeMs, address, callerId, service }: ActiveSession,
  counted: { upBytes: bigint; downBytes: bigint } | undefined,
): SeenSession => ({
  login: name.toWellFormed(),
  sessionId,
  uptimeSeconds: Math.floor((uptimeMs ?? 0) / 1000),
  address,
  callerId,
  service,
  upBytes: counted?.upBytes ?? null,
  downBytes: counted?.downBytes ?? null,
})
