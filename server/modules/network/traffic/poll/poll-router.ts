import { isIP } from 'node:net'
import type { Actor } from '../../../../kernel/actor.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Database, Tx } from '../../../../platform/db/tx.ts'
import { requireLease } from '../../leases/index.ts'
import { withRouter } from '../../routers/index.ts'
import { recordPolled, recordRestart } from '../../sessions/index.ts'
import type { PolledSession } from '../../sessions/index.ts'
import { copySamples, relaxCommit } from '../samples-store.ts'
import { keyOf, lookAtSessions } from './look.ts'
import type { Look, SeenSession } from './look.ts'
import { selectDoubts, selectKnown, upsertPolled } from './polls-store.ts'
import type { KnownSession } from './polls-store.ts'
import { samplesOf } from './samples-of.ts'

// As many as network/sessions writes in one statement.
const BATCH = 1000
/** The router's clock and ours, and how long a look takes. */
const BOOT_SLACK_SECONDS = 60
/** A street without power looks like an answer that was lost; the third look says which it is. */
const MOST_DOUBTS = 2

export interface Polled {
  readonly opened: number
  readonly refreshed: number
  readonly closed: number
  /** False: the answer was cut short, or more than half were missing and that is not believed before the third time; nobody was taken to have gone. */
  readonly isWhole: boolean
}

/**
 * Looks at a router without RADIUS and keeps who is online, who has gone, and what each line has moved since. Repeatable; who reports by
 * RADIUS is left alone. Each batch commits for itself, under the device's lease. @throws what withRouter throws.
 */
export async function pollRouter(database: Database, routerId: bigint, { actor, signal }: { actor: Actor; signal: AbortSignal }): Promise<Polled> {
  return await withRouter(database, routerId, { isUrgent: false }, async (device) => {
    const db = { db: database.direct }
    const known = await selectKnown(db, routerId)
    const look = await lookAtSessions(device, database.clock, known)
    const within = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      await inTransaction(database, { actor, direct: true }, async (tx) => {
        await relaxCommit(tx)
        await requireLease(tx, device.lease)
        return await work(tx)
      })
    const restarted = await endBeforeRestart(within, routerId, known, look)
    const polled = known.filter(({ source }) => source === 'poll').length
    const isIncredible = look.gone - restarted > polled / 2
    const doubts = isIncredible ? await selectDoubts(db, routerId) : 0
    const isWhole = look.isWhole && (!isIncredible || doubts >= MOST_DOUBTS)
    const sum = await record(within, { routerId, known, look, isWhole, signal })
    await within(
      async (tx) => await upsertPolled(tx, routerId, { at: look.at, isWhole, sessions: look.seen.length, doubts: isIncredible && !isWhole ? doubts + 1 : 0 }),
    )
    return { ...sum, closed: sum.closed + restarted, isWhole }
  })
}

type Within = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** What began before the router did has ended with it. */
async function endBeforeRestart(within: Within, routerId: bigint, known: readonly KnownSession[], { bootedAt }: Look): Promise<number> {
  if (bootedAt === null) return 0
  const limit = bootedAt.subtract({ seconds: BOOT_SLACK_SECONDS })
  const isOlder = ({ source, started_at }: KnownSession): boolean => source === 'poll' && Temporal.Instant.compare(started_at, limit) < 0
  return known.some(isOlder) ? await within(async (tx) => await recordRestart(tx, routerId, limit)) : 0
}

interface Writing {
  readonly routerId: bigint
  readonly known: readonly KnownSession[]
  readonly look: Look
  readonly isWhole: boolean
  readonly signal: AbortSignal
}

async function record(within: Within, { routerId, known, look: { at, seen }, isWhole, signal }: Writing): Promise<Omit<Polled, 'isWhole'>> {
  const before = new Map(known.map((session) => [keyOf(session.login, session.acct_session_id), session]))
  const sum = { opened: 0, refreshed: 0, closed: 0 }
  for (let from = 0; from === 0 || from < seen.length; from += BATCH) {
    signal.throwIfAborted()
    const batch = seen.slice(from, from + BATCH)
    const done = await within(async (tx) => {
      const counted = await recordPolled(tx, { routerId, at, sessions: batch.map(polledOf), isComplete: isWhole && from + BATCH >= seen.length })
      const lines = await linesOfNew(tx, routerId, batch, before)
      await copySamples(tx, samplesOf(batch, { before, lines, at }))
      return counted
    })
    sum.opened += done.opened
    sum.refreshed += done.refreshed
    sum.closed += done.closed
  }
  return sum
}

async function linesOfNew(
  tx: Tx,
  routerId: bigint,
  batch: readonly SeenSession[],
  before: ReadonlyMap<string, KnownSession>,
): Promise<ReadonlyMap<string, bigint>> {
  const logins = batch.filter(({ login, sessionId }) => before.get(keyOf(login, sessionId))?.subscription_id == null).map(({ login }) => login)
  const rows = logins.length === 0 ? [] : await selectKnown(tx, routerId, logins)
  return new Map(rows.flatMap(({ login, subscription_id }) => (subscription_id === null ? [] : [[login, subscription_id] as const])))
}

const polledOf = ({ login, sessionId, uptimeSeconds, address, callerId, service, upBytes, downBytes }: SeenSession): PolledSession => ({
  login,
  sessionId,
  uptimeSeconds,
  address: isIP(address) === 0 ? undefined : address,
  callerId,
  service,
  uploadBytes: upBytes ?? undefined,
  downloadBytes: downBytes ?? undefined,
})
