import type { Tx } from '../../platform/db/tx.ts'
import { addReason } from '#modules/access/index.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { notify } from '#modules/notifications/index.ts'
import { linesWithoutCover } from './coverage-store.ts'

/**
 * Takes the service of prepaid lines whose cover has ended; a renewal gives it back. Whitelisted clients and lines out of automatic control keep it.
 * At most `limit`; repeatable. Returns how many lines expired.
 */
export async function expirePrepaid(tx: Tx, limit = 500): Promise<number> {
  const lines = await linesWithoutCover(tx, tx.today, limit)
  await addReason(
    tx,
    lines.map((line) => line.id),
    'expired',
  )
  for (const line of lines) {
    await recordEvent(tx, 'subscription.expired', {
      subjectType: 'subscription',
      subjectId: line.id,
      clientId: line.clientId,
      branchId: line.branchId,
      resellerId: line.resellerId,
      before: { state: line.state },
      after: { state: 'expired', expires_on: line.expiresOn.toString() },
    })
    await notify(tx, 'subscription-expired', {
      clientId: line.clientId,
      dedupeKey: `subscription-expired:${line.id}:${line.expiresOn}`,
      payload: { subscription_id: line.id, expires_on: line.expiresOn.toString() },
    })
  }
  return lines.length
}
