import type { Actor } from '../../../../kernel/actor.ts'
import { companyScope } from '../../../../kernel/actor.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Database } from '../../../../platform/db/tx.ts'
import { recordEvent } from '../../../audit/index.ts'
import { requireLease } from '../../leases/index.ts'
import { activeSessions, endSessions, equals, RouterNotInUse, troubleOf, withRouter } from '../../routers/index.ts'
import type { Device } from '../../routers/index.ts'
import { recordEnded } from '../../sessions/index.ts'
import { selectKick, updateDone } from './kicks-store.ts'
import type { Kick, KickState } from './kicks-store.ts'

const DEADLINE_MS = 20_000
const CAUSE = 'Admin-Reset'

/**
 * Ends the session that somebody asked to be ended, and writes what became of it. Only that session: who has dialled again since is left
 * alone. Repeatable. What the router did wrong is the outcome. @throws what is wrong here.
 */
export async function endSession(database: Database, kickId: bigint, { actor }: { actor: Actor }): Promise<void> {
  const kick = await selectKick({ db: database.direct }, companyScope, kickId)
  if (kick === undefined || kick.state !== 'waiting') return
  try {
    await withRouter(database, kick.router_id, { isUrgent: true, deadlineMs: DEADLINE_MS }, async (device) => {
      const state = await endOnRouter(device, kick)
      await finish(database, kick, { actor, state, trouble: null, lease: device.lease })
    })
  } catch (error) {
    const trouble = error instanceof RouterNotInUse ? 'not_in_use' : troubleOf(error)
    if (trouble === null) throw error
    await finish(database, kick, { actor, state: 'failed', trouble, lease: null })
  }
}

async function endOnRouter({ connection, pace }: Device, { login, acct_session_id }: Kick): Promise<KickState> {
  await pace.take(2)
  const rows = await activeSessions.read(connection, { where: equals('name', login) })
  const ids = rows.filter(({ sessionId }) => bare(sessionId) === bare(acct_session_id)).map(({ id }) => id)
  await endSessions(connection, ids)
  return ids.length === 0 ? 'already_gone' : 'ended'
}

/** The menu writes 0x81000003 for what RADIUS is told as 81000003. */
const bare = (sessionId: string): string => sessionId.toLowerCase().replace(/^0x/, '')

interface Outcome {
  readonly actor: Actor
  readonly state: KickState
  readonly trouble: string | null
  readonly lease: Device['lease'] | null
}

async function finish(
  database: Database,
  { id, router_id, subscription_id, source, login, acct_session_id }: Kick,
  { actor, state, trouble, lease }: Outcome,
): Promise<void> {
  await inTransaction(database, { actor, direct: true }, async (tx) => {
    if (lease !== null) await requireLease(tx, lease)
    if (!(await updateDone(tx, id, { state, trouble }))) return
    if (state !== 'failed') await recordEnded(tx, { routerId: router_id, source, login, sessionId: acct_session_id, at: tx.now, cause: CAUSE })
    await recordEvent(tx, 'session.kicked', {
      subjectType: subscription_id === null ? 'router' : 'subscription',
      subjectId: subscription_id ?? router_id,
      after: { pppoe_login: login, outcome: state, trouble },
    })
  })
}
