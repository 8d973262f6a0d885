/** Section "Pause, suspension, leaving" of docs/BILLING.md. */
import { subscriptionOf } from './company.ts'
import type { OracleCompany, Subscription } from './company.ts'
import { priceSegment } from './amounts.ts'
import { giveBack, unusedCredits } from './credits.ts'
import { invoicePriced, segmentsOf } from './invoicing.ts'
import { lesser } from './rounding.ts'
import { applyCredit, depositOf, payOldest, receivableOf, takePayment } from './settlement.ts'

/** A pause got its end: billed days it covers are given back where the policy does not charge them. */
export function creditPause(company: OracleCompany, subscription: Subscription, span: { from: number; to: number }, day: number): void {
  const charges = subscription.client.charges.filter(
    (c) => c.subscription === subscription && c.kind === 'recurring' && (c.endsOn === null || c.endsOn > span.from),
  )
  giveBack(company, unusedCredits(subscription.client, charges, span.from, span.to), 'pause', day)
}

export function endPause(company: OracleCompany, subscription: Subscription, kind: 'vacation' | 'suspension', day: number): void {
  const { policy } = subscription
  for (const pause of subscription.pauses) {
    if (pause.kind !== kind || pause.endsOn !== null) continue
    pause.endsOn = day
    const isCharged = kind === 'vacation' ? policy.chargeWhilePaused : policy.chargeWhileSuspended
    if (!isCharged) creditPause(company, subscription, { from: pause.startsOn, to: day }, day)
  }
}

export function leave(company: OracleCompany, ref: string, day: number): void {
  const subscription = subscriptionOf(company, ref)
  const { client } = subscription
  endPause(company, subscription, 'vacation', day)
  endPause(company, subscription, 'suspension', day)
  const recurring = client.charges.filter((c) => c.subscription === subscription && c.kind === 'recurring' && (c.endsOn === null || c.endsOn > day))
  for (const charge of recurring) charge.endsOn = day
  giveBack(company, unusedCredits(client, recurring, day, Number.MAX_SAFE_INTEGER), 'left', day)
  const final = client.charges.filter(
    (c) =>
      (c.kind === 'one_time' && (c.subscription === subscription || c.subscription === null)) ||
      (c.kind === 'recurring' && c.subscription === subscription && subscription.mode === 'postpaid'),
  )
  const items = final.flatMap((charge) => segmentsOf(charge, day + 1)).map((segment) => priceSegment(company, segment))
  if (invoicePriced(company, client, items, { kind: 'final', issuedOn: day })) applyCredit(company, client)
  subscription.state = 'left'
  const offset = lesser(depositOf(client), receivableOf(client))
  if (offset > 0n && client.subscriptions.every((s) => s.state === 'left')) {
    client.depositsOffset += offset
    payOldest(company, takePayment(company, client, { ref: `deposit of ${client.ref}`, method: 'deposit', amount: offset, valueOn: day }))
  }
}
