import type { Database, Tx } from '../../../platform/db/tx.ts'
import { withRouter } from './device/router-actor.ts'
import { updateHold } from './health-store.ts'
import { endSessions } from './routeros/commands.ts'
import { observe } from './sync/observe.ts'
import type { Hold } from './sync/plan-router.ts'

/** Ends the sessions of these names that came by RADIUS, over the router's API. Repeatable. @throws what withRouter throws. */
export async function endSessionsOf(database: Database, routerId: bigint, names: readonly string[]): Promise<void> {
  await withRouter(database, routerId, { isUrgent: false }, async ({ connection, pace }) => {
    const { sessions } = await observe(connection, names)
    const ids = sessions.filter(({ isRadius }) => isRadius).map(({ id }) => id)
    if (ids.length === 0) return
    await pace.take(ids.length)
    await endSessions(connection, ids)
  })
}

/** Keeps that a guard holds back changes of a router's sessions; null: none. What is held of its secrets stays. */
export const holdSessions = (tx: Tx, routerId: bigint, hold: Omit<Hold, 'kind'> | null): Promise<void> =>
  updateHold(tx, routerId, hold === null ? null : { kind: 'too_many', ...hold }, { at: tx.now, kinds: ['too_many'] })
