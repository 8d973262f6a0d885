import type { Actor } from '../../kernel/actor.ts'
import { conn } from '../../platform/db/transaction.ts'
import type { Database } from '../../platform/db/tx.ts'
import { convergeRouter, readRelease, routerInUse, wantsWhole, withRouter } from '../network/routers/index.ts'
import { selectPending } from './network-store.ts'
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
  const waiting = options.isWhole ? [] : await selectPending(db, routerId, MOST_LINES + 1)
  if (!options.isWhole && waiting.length === 0) return
  await withRouter(database, routerId, { isUrgent: false }, async (device) => {
    const released = await readRelease(db, routerId)
    const isWhole = options.isWhole || waiting.length > MOST_LINES || (await wantsWhole(db, routerId))
    const isEnough = await convergeRouter(device, wishesOf(database, device, { ...options, isWhole }), { isWhole, released })
    if (!isEnough) await convergeRouter(device, wishesOf(database, device, { ...options, isWhole: true }), { isWhole: true, released })
  })
}
