import type { Database, Tx } from '../../../platform/db/tx.ts'
import { withRouter } from './device/router-actor.ts'
import { updateHold } from './health-store.ts'
import type { HOLDS } from './router.ts'
import { endSessions } from './routeros/commands.ts'
import { observe } from './sync/observe.ts'

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

/** Keeps what a guard holds back of a router whose sessions are not told by secrets; null: nothing. */
export const holdRouter = (tx: Tx, routerId: bigint, hold: { kind: (typeof HOLDS)[number]; changes: number; limit: number } | null): Promise<void> =>
  updateHold(tx, routerId, hold, tx.now)
