import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import { deleteIgnored, upsertIgnored } from './ignored-store.ts'
import { readRouter } from './read-router.ts'

/** Says of secrets that are nobody's line that they are known and stay as they are. Repeatable. Returns how many changed. @throws NotFound 404. */
export async function ignoreSecrets(tx: Tx, routerId: bigint, { names, reason }: { names: readonly string[]; reason: string }): Promise<number> {
  const router = await readRouter(tx, tx.actor.scope, routerId)
  const changed = await upsertIgnored(tx, routerId, names, reason)
  if (changed.length === 0) return 0
  await recordEvent(tx, 'router.secrets_ignored', {
    subjectType: 'router',
    subjectId: routerId,
    branchId: router.branch_id,
    after: { names: changed, reason },
  })
  return changed.length
}

/** Asks about them again. Repeatable. Returns how many changed. @throws NotFound 404. */
export async function noticeSecrets(tx: Tx, routerId: bigint, names: readonly string[]): Promise<number> {
  const router = await readRouter(tx, tx.actor.scope, routerId)
  const changed = await deleteIgnored(tx, routerId, names)
  if (changed.length === 0) return 0
  await recordEvent(tx, 'router.secrets_noticed', { subjectType: 'router', subjectId: routerId, branchId: router.branch_id, before: { names: changed } })
  return changed.length
}
