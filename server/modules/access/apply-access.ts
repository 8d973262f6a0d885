import type { Actor } from '../../kernel/actor.ts'
import { conn, inTransaction } from '../../platform/db/transaction.ts'
import type { Database } from '../../platform/db/tx.ts'
import { matchSessions, readRadiusRouter } from '../network/radius/index.ts'
import { convergeRouter, readOwnSecrets, readRelease, routerInUse, wantsWhole, withRouter } from '../network/routers/index.ts'
import { selectPending, updateFollowed } from './network-store.ts'
import { MOST_LINES, wishesOf } from './wishes.ts'

export interface ApplyOptions {
  readonly actor: Actor
  readonly signal: AbortSignal
  /** All of the router is compared, not only the lines that wait. */
  readonly isWhole: boolean
}

/**
 * Makes one router say what is wanted of it, and records how every line stands. Repeatable: where nothing waits and nothing differs, nothing
 * is written, neither there nor here. A router that is frozen or not in use is left as it is.
 * @throws what withRouter throws.
 */
export async function applyAccessTo(database: Database, routerId: bigint, options: ApplyOptions): Promise<void> {
  const db = { db: database.direct }
  if (!(await routerInUse(await conn(database), routerId))) return
  if ((await readRadiusRouter(db, routerId)) !== undefined) return await applyByRadius(database, routerId, options)
  const waiting = options.isWhole ? [] : await selectPending(db, routerId, MOST_LINES + 1)
  if (!options.isWhole && waiting.length === 0) return
  await withRouter(database, routerId, { isUrgent: false }, async (device) => {
    const released = await readRelease(db, routerId)
    const isWhole = options.isWhole || waiting.length > MOST_LINES || (await wantsWhole(db, routerId))
    const isEnough = await convergeRouter(device, wishesOf(database, device, { ...options, isWhole }), { isWhole, released })
    if (!isEnough) await convergeRouter(device, wishesOf(database, device, { ...options, isWhole: true }), { isWhole: true, released })
  })
}

/**
 * A router that asks us by RADIUS is right at every log-in; what is live already has to be told, and secrets of ours that still stand on it leave,
 * for it does not ask about their names. A router whose API was never spoken to has none.
 */
async function applyByRadius(database: Database, routerId: bigint, { actor, signal, isWhole }: ApplyOptions): Promise<void> {
  const db = { db: database.direct }
  const released = await readRelease(db, routerId)
  const { failed, isHeld } = await matchSessions(database, routerId, { actor, signal })
  await inTransaction(database, { actor, direct: true }, async (tx) => await updateFollowed(tx, routerId, { failed: [...failed], isHeld }))
  const { isReached, own } = await readOwnSecrets(db, routerId)
  if (own === 0 && !(isWhole && isReached)) return
  await withRouter(database, routerId, { isUrgent: false }, async (device) => {
    await convergeRouter(device, wishesOf(database, device, { actor, signal, isWhole: true, byRadius: true }), { isWhole: true, released, byRadius: true })
  })
}
