import { Conflict, NotFound } from '../../kernel/errors.ts'
import { ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { isBefore, later } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { endCharge, moveCursors } from '#modules/charges/index.ts'
import { creditBack } from './credit-back.ts'
import { insertFreePeriods } from './documents-store.ts'
import { settledPauses } from './segments.ts'
import { readCharge } from './subscription-store.ts'
import type { ChargeOfClient } from './subscription-store.ts'
import { lockBillingTerms } from './terms-store.ts'

/**
 * Lets an add-on end on a day, with its billed days beyond that day given back; a one-time charge is taken away before it is billed.
 * Repeatable: an add-on that ended on the day stays as it is.
 * @throws NotFound 404; Conflict `package_charge`, `charge_billed`, `charge_already_ended` 409; Invalid 422 before its start.
 */
export async function endAddOn(tx: Tx, { chargeId, on }: { chargeId: bigint; on: PlainDate }): Promise<{ clientId: bigint; credited: Minor }> {
  const found = await readCharge(tx, chargeId)
  const terms = found === null ? null : await lockBillingTerms(tx, found.clientId, tx.today)
  // Read again under the client's lock: it may have been billed meanwhile.
  const charge = terms === null ? null : await readCharge(tx, chargeId)
  if (charge === null || terms === null) throw NotFound.of('charge', chargeId)
  const { clientId, subscriptionId } = charge
  if (charge.item === 'package') throw new Conflict('package_charge', 'The package belongs to the line: change it, or mark the line as left')
  if (charge.kind === 'one_time') {
    await takeAway(tx, charge)
    return { clientId, credited: ZERO }
  }
  const endsOn = later(on, charge.startsOn)
  await endCharge(tx, chargeId, endsOn)
  const subscription = subscriptionId === null ? undefined : terms.subscriptions.get(subscriptionId)
  const credited = await creditBack(tx, {
    clientId,
    chargeIds: [chargeId],
    from: endsOn,
    to: null,
    kind: 'correction',
    reason: 'add-on ended',
    ...(subscription === undefined ? {} : { notCharged: settledPauses(subscription) }),
  })
  return { clientId, credited }
}

/** The cursor passes its one day without a bill. */
async function takeAway(tx: Tx, { id, clientId, startsOn, billedUntil }: ChargeOfClient): Promise<void> {
  if (isBefore(startsOn, billedUntil)) throw new Conflict('charge_billed', 'This charge is billed already; correct the invoice by a credit note')
  const period = { chargeId: id, startsOn, endsOn: startsOn.add({ days: 1 }), reason: 'given_up' as const }
  await moveCursors(tx, [period])
  await insertFreePeriods(tx, [period])
  await recordEvent(tx, 'charge.taken_away', { subjectType: 'charge', subjectId: id, clientId })
}
