import { Conflict, Invalid, NotFound } from '../../kernel/errors.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { isBefore, isSameDay } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import type { Charge } from './charge.ts'
import { lockCharge, updateEnd } from './store.ts'

/**
 * Lets a charge end on a day (the first day it no longer covers). Days billed beyond it are the caller's to credit.
 * Repeatable: the same day again changes nothing; an earlier day moves the end forward, a later one is refused.
 * @throws NotFound 404, Invalid 422 before its start, Conflict 409 `charge_already_ended`.
 */
export async function endCharge(tx: Tx, chargeId: bigint, endsOn: PlainDate): Promise<Charge> {
  const charge = await lockCharge(tx, tx.actor.scope, chargeId)
  if (charge === undefined) throw NotFound.of('charge', chargeId)
  if (charge.ends_on !== null && isSameDay(charge.ends_on, endsOn)) return charge
  if (isBefore(endsOn, charge.starts_on)) throw new Invalid(`This charge starts on ${charge.starts_on}; it cannot end before`)
  if (charge.ends_on !== null && isBefore(charge.ends_on, endsOn))
    throw new Conflict('charge_already_ended', `This charge has already ended on ${charge.ends_on}; open a new one`)
  await updateEnd(tx, chargeId, endsOn)
  await recordEvent(tx, 'charge.ended', {
    subjectType: 'charge',
    subjectId: chargeId,
    clientId: charge.client_id,
    before: { ends_on: charge.ends_on },
    after: { ends_on: endsOn },
  })
  return { ...charge, ends_on: endsOn }
}
