import type { Tx } from '../../../platform/db/tx.ts'
import { open } from '../../../platform/secrets/index.ts'
import { deleteUnneeded, selectAsks, selectStale, upsertCredentials } from './credentials-store.ts'
import { keep, passwordPlace } from './keep.ts'
import { radiusKey } from './key-store.ts'

/**
 * Makes what FreeRADIUS can open say the passwords of lines: of these, else of at most `limit` of all. In the transaction that changes a
 * password, so that the next log-in is right. Repeatable. Nothing is kept while no router asks us. Returns how many changed.
 */
export async function refreshCredentials(tx: Tx, subscriptionIds: readonly bigint[] | null, limit = 1000): Promise<number> {
  if (!(await selectAsks(tx))) return 0
  await deleteUnneeded(tx, subscriptionIds)
  const stale = await selectStale(tx, subscriptionIds, subscriptionIds?.length ?? limit)
  if (stale.length === 0) return 0
  const key = await radiusKey(tx)
  const rows = stale.map(({ subscription_id, sealed }) => {
    const password = open(sealed, `subscriptions:${subscription_id}:pppoe_password`)
    return { subscription_id, sealed, kept: keep(key, password, passwordPlace(subscription_id)) }
  })
  await upsertCredentials(tx, rows)
  return rows.length
}
