import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvents } from '#modules/audit/index.ts'
import { moveCursors } from '#modules/charges/index.ts'
import { insertFreePeriods } from './documents-store.ts'
import { refreshExpiry } from './refresh-expiry.ts'

export interface GiveCover {
  readonly clientId: bigint
  readonly subscriptionId: bigint
  /** The package charge, whose cursor stands at `startsOn`. */
  readonly chargeId: bigint
  readonly startsOn: PlainDate
  /** The first day that is to be billed. */
  readonly until: PlainDate
  readonly reason: string
}

/**
 * Counts the days of new lines as paid elsewhere: the cursors pass them without an invoice, and prepaid lines expire at their end.
 * Not repeatable: a second call finds the cursors moved. @throws Conflict 409 `billed_meanwhile`.
 */
export async function giveCover(tx: Tx, covers: readonly GiveCover[]): Promise<void> {
  if (covers.length === 0) return
  const periods = covers.map(({ chargeId, startsOn, until }) => ({ chargeId, startsOn, endsOn: until, reason: 'free' as const }))
  await moveCursors(tx, periods)
  await insertFreePeriods(tx, periods)
  await refreshExpiry(
    tx,
    covers.map(({ subscriptionId }) => subscriptionId),
  )
  await recordEvents(
    tx,
    covers.map(({ clientId, subscriptionId, startsOn, until, reason }) => ({
      action: 'subscription.cover_given',
      subjectType: 'subscription',
      subjectId: subscriptionId,
      clientId,
      after: { starts_on: startsOn, until, reason },
    })),
  )
}
