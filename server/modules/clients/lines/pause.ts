import { Conflict, Invalid, NotFound } from '../../../kernel/errors.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { isBefore } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { addReason, clearReason } from '../../access/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { WrongState } from './errors.ts'
import type { Pause } from './line.ts'
import { lockLine } from './store.ts'
import { deletePause, insertPause, lockOpenPause, selectDuePauses, selectPausesTouching, updatePauseEnd } from './terms-store.ts'

export interface AddPause {
  readonly subscriptionId: bigint
  readonly startsOn: PlainDate
  /** First day of service again; null = until somebody ends it. */
  readonly endsOn: PlainDate | null
  readonly kind: Pause['kind']
  readonly reason: string
}

/**
 * Writes a pause of a line. A vacation that has begun takes the service away; one that lies ahead does so on its day. The money side
 * is billing's, which calls this. @throws NotFound 404; WrongState 409; Conflict 409 `already_paused`; Invalid 422.
 */
export async function addPause(tx: Tx, { subscriptionId, startsOn, endsOn, kind, reason }: AddPause): Promise<Pause> {
  const line = await lockLine(tx, tx.actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  if (line.state === 'left' || line.state === 'pending') throw WrongState.of(line.state, 'there is nothing to pause')
  if (endsOn !== null && !isBefore(startsOn, endsOn))
    throw new Invalid('A pause ends after it starts', { errors: [{ field: 'ends_on', message: 'Expected a later day' }] })
  if ((await selectPausesTouching(tx, subscriptionId, kind, startsOn, endsOn)).length > 0)
    throw new Conflict('already_paused', 'This line is already paused in these days')
  const pause = await insertPause(tx, { subscriptionId, startsOn, endsOn, kind, reason })
  const hasBegun = !isBefore(tx.today, startsOn) && (endsOn === null || isBefore(tx.today, endsOn))
  if (kind === 'vacation' && hasBegun) await addReason(tx, subscriptionId, 'vacation', { note: reason, until: endsOn })
  await recordEvent(tx, 'subscription.paused', {
    subjectType: 'subscription',
    subjectId: subscriptionId,
    clientId: line.client_id,
    after: { kind, starts_on: startsOn, ends_on: endsOn, reason },
  })
  return pause
}

/**
 * Ends the open pause of a kind on a day, the first day of service again. A pause that ends on or before its first day is taken away
 * and the answer is null. @throws NotFound 404, Conflict 409 `not_paused`.
 */
export async function endPause(
  tx: Tx,
  { subscriptionId, kind, endsOn }: { subscriptionId: bigint; kind: Pause['kind']; endsOn: PlainDate },
): Promise<Pause | null> {
  const line = await lockLine(tx, tx.actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  const pause = await lockOpenPause(tx, subscriptionId, kind)
  if (pause === undefined) throw new Conflict('not_paused', 'This line has no open pause')
  const wasPaused = isBefore(pause.startsOn, endsOn)
  if (wasPaused) await updatePauseEnd(tx, pause.id, endsOn)
  else await deletePause(tx, pause.id)
  if (kind === 'vacation') {
    if (isBefore(tx.today, endsOn)) {
      if (!isBefore(tx.today, pause.startsOn)) await addReason(tx, subscriptionId, 'vacation', { note: pause.reason, until: endsOn })
    } else await clearReason(tx, subscriptionId, 'vacation')
  }
  await recordEvent(tx, 'subscription.pause_ended', {
    subjectType: 'subscription',
    subjectId: subscriptionId,
    clientId: line.client_id,
    before: { kind, starts_on: pause.startsOn, ends_on: null },
    after: { kind, starts_on: pause.startsOn, ends_on: endsOn, was_paused: wasPaused },
  })
  return wasPaused ? { ...pause, endsOn } : null
}

/** Takes the service away where a vacation has begun, as a job does every hour. Repeatable. Returns how many lines it paused. */
export async function startDuePauses(tx: Tx, limit = 1000): Promise<number> {
  const due = await selectDuePauses(tx, tx.today, limit)
  for (const { subscription_id, ends_on } of due) await addReason(tx, subscription_id, 'vacation', { until: ends_on })
  return due.length
}
