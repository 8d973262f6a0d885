import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import type { AccessReason } from './access.ts'
import { setDesiredAccess } from './set-desired-access.ts'
import { projectAndTell } from './tell-routers.ts'
import { deleteEndedReasons, deleteReasons, deleteReasonsOfClient, lockLines, upsertReasons } from './store.ts'
import type { ProjectedLine } from './store.ts'

export interface ReasonFacts {
  readonly note?: string
  /** The first day on which the reason no longer holds; null = until somebody clears it. */
  readonly until?: PlainDate | null
}

/**
 * Gives lines a reason to have no service, and projects state and access. Repeatable: the same reason again changes nothing.
 * Returns the lines of which anything changed. Callers audit it as what it means to them (a suspension, a pause).
 */
export async function addReason(
  tx: Tx,
  subscriptionIds: bigint | readonly bigint[],
  reason: AccessReason,
  { note = '', until = null }: ReasonFacts = {},
): Promise<ProjectedLine[]> {
  const ids = typeof subscriptionIds === 'bigint' ? [subscriptionIds] : subscriptionIds
  if (ids.length === 0) return []
  await lockLines(tx, ids)
  await upsertReasons(tx, ids, reason, { note, until })
  return projectAndTell(tx, ids)
}

/** Takes a reason from lines; other reasons stay and keep the service off. Repeatable. Returns the lines of which anything changed. */
export async function clearReason(tx: Tx, subscriptionIds: bigint | readonly bigint[], reason: AccessReason): Promise<ProjectedLine[]> {
  const ids = typeof subscriptionIds === 'bigint' ? [subscriptionIds] : subscriptionIds
  if (ids.length === 0) return []
  const cleared = await deleteReasons(tx, ids, reason)
  return setDesiredAccess(tx, cleared)
}

/**
 * Takes a reason from all lines of a client: what a payment does with *billing*. One statement where there is nothing to clear.
 * Repeatable. Returns how many lines lost the reason; audited, because service may come back by it.
 */
export async function clearReasonOfClient(tx: Tx, clientId: bigint, reason: AccessReason): Promise<number> {
  const cleared = await deleteReasonsOfClient(tx, clientId, reason)
  if (cleared.length === 0) return 0
  const changed = await setDesiredAccess(tx, cleared)
  await recordEvent(tx, 'access.reason_cleared', {
    subjectType: 'client',
    subjectId: clientId,
    clientId,
    after: {
      reason,
      subscriptions: cleared,
      restored: changed.filter(({ desired_on, is_access_changed }) => desired_on && is_access_changed).map(({ subscription_id }) => subscription_id),
    },
  })
  return cleared.length
}

/**
 * Clears the reasons whose last day has passed, as a job does every hour; at most `limit` of them. Repeatable.
 * Returns how many were cleared, so that the job goes on while it gets full batches.
 */
export async function clearEndedReasons(tx: Tx, limit = 1000): Promise<number> {
  const ended = await deleteEndedReasons(tx, limit)
  await setDesiredAccess(tx, [...new Set(ended.map(({ subscription_id }) => subscription_id))])
  for (const { subscription_id, client_id, reason } of ended) {
    await recordEvent(tx, 'access.reason_ended', { subjectType: 'subscription', subjectId: subscription_id, clientId: client_id, after: { reason } })
  }
  return ended.length
}
