import { Conflict, NotFound } from '../../kernel/errors.ts'
import { ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { cycleAround, isBefore } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { endCharge, openCharge } from '#modules/charges/index.ts'
import { changeTerms, setAnchorDay } from '#modules/clients/index.ts'
import { notify } from '#modules/notifications/index.ts'
import { creditTotal } from './credit.ts'
import { planCreditBack, writeCreditBack } from './credit-back.ts'
import { finalizeInvoice } from './issue-invoice.ts'
import { liveLine } from './issue-renewal.ts'
import { planRebill } from './rebill.ts'
import { refreshExpiry } from './refresh-expiry.ts'
import { settledPauses } from './segments.ts'
import { clientOfSubscription, takenAwayByChange } from './subscription-store.ts'
import { lockBillingTerms } from './terms-store.ts'
import type { BilledCharge, BilledSubscription, BillingPolicy, BillingTerms } from './terms.ts'

export interface ChangePackage {
  readonly subscriptionId: bigint
  readonly packageId: bigint
  /** A version the line had before; the one on sale that day where not said. */
  readonly packageVersionId?: bigint
  readonly on: PlainDate
  /** The subscription's own price and standing discount from then on. */
  readonly priceOverride?: Minor | null
  readonly discountBp?: number
  readonly discount?: Minor
  readonly reason?: string
  readonly approvedBy?: bigint | null
  /** Instead of the policy's own way. */
  readonly how?: BillingPolicy['packageChange']
}

export interface ChangedPackage {
  readonly clientId: bigint
  /** First day of the new package. */
  readonly startsOn: PlainDate
  readonly credited: Minor
  readonly invoiced: Minor
  readonly invoiceId: bigint | null
}

/**
 * Changes the package of a line: new terms, credit for unused billed days, the new package billed for them - together or not at all.
 * Policy decides between now, a full new cycle and the cycle's end (docs/BILLING.md). A quote is this very operation, rolled back.
 * @throws NotFound 404; Conflict `subscription_left`, `no_package_charge`, `package_begins_later` 409; PackageHasNoPrice 409.
 */
export async function changePackage(tx: Tx, change: ChangePackage): Promise<ChangedPackage> {
  const clientId = await clientOfSubscription(tx, change.subscriptionId)
  if (clientId === null) throw NotFound.of('subscription', change.subscriptionId)
  const { subscription, packageCharge } = liveLine(await lockedTerms(tx, clientId), change.subscriptionId)
  const how = change.how ?? subscription.policy.packageChange
  const keepsCover = subscription.billingMode === 'prepaid' && how === 'now' && subscription.policy.prepaidChange === 'days'
  if (how !== 'cycle_end' && !keepsCover && isBefore(change.on, packageCharge.startsOn))
    throw new Conflict('package_begins_later', `Another package is agreed from ${packageCharge.startsOn}; take it back from that day on first`)
  const startsOn = how === 'cycle_end' ? endOfCycle(packageCharge, subscription, change.on) : change.on
  await changeTerms(tx, change.subscriptionId, {
    packageId: change.packageId,
    ...(change.packageVersionId === undefined ? {} : { packageVersionId: change.packageVersionId }),
    startsOn,
    priceOverride: change.priceOverride ?? null,
    discountBp: change.discountBp ?? 0,
    discount: change.discount ?? ZERO,
    reason: change.reason ?? '',
    approvedBy: change.approvedBy ?? null,
  })
  const money =
    how === 'cycle_end' || keepsCover
      ? await feeOnly(tx, clientId, subscription, change.on)
      : await rebill(tx, { clientId, subscription, packageCharge, on: change.on, how })
  if (subscription.billingMode === 'prepaid') await refreshExpiry(tx, [subscription.id])
  await recordEvent(tx, 'subscription.package_changed', {
    subjectType: 'subscription',
    subjectId: subscription.id,
    clientId,
    after: {
      package_id: Number(change.packageId),
      starts_on: startsOn.toString(),
      how,
      credited_minor: Number(money.credited),
      invoiced_minor: Number(money.invoiced),
      reason: change.reason ?? '',
    },
  })
  await notify(tx, 'package-changed', {
    clientId,
    dedupeKey: `package-changed:${subscription.id}:${tx.now}`,
    payload: { subscription_id: subscription.id, package_id: change.packageId, starts_on: startsOn.toString() },
  })
  return { clientId, startsOn, ...money }
}

type Money = Pick<ChangedPackage, 'credited' | 'invoiced' | 'invoiceId'>

async function lockedTerms(tx: Tx, clientId: bigint): Promise<BillingTerms> {
  const terms = await lockBillingTerms(tx, clientId, tx.today)
  if (!terms) throw NotFound.of('client', clientId)
  return terms
}

/** Where a change at the cycle's end begins: what is billed stays; else the end of the cycle that holds the day. */
const endOfCycle = (charge: BilledCharge, subscription: BilledSubscription, on: PlainDate): PlainDate =>
  isBefore(charge.billedUntil, on) ? cycleAround(on, subscription.anchorDay).endsOn : charge.billedUntil

async function openFee(tx: Tx, clientId: bigint, { id, policy }: BilledSubscription, on: PlainDate): Promise<bigint | null> {
  if (policy.packageChangeFee === 0n) return null
  const fee = await openCharge(tx, {
    clientId,
    subscriptionId: id,
    kind: 'one_time',
    item: 'change_fee',
    description: 'Package change',
    unitPrice: policy.packageChangeFee,
    startsOn: on,
  })
  return fee.id
}

async function feeOnly(tx: Tx, clientId: bigint, subscription: BilledSubscription, on: PlainDate): Promise<Money> {
  await openFee(tx, clientId, subscription, on)
  return { credited: ZERO, invoiced: ZERO, invoiceId: null }
}

interface Rebill {
  readonly clientId: bigint
  readonly subscription: BilledSubscription
  readonly packageCharge: BilledCharge
  readonly on: PlainDate
  readonly how: 'now' | 'full_new_cycle'
}

async function rebill(tx: Tx, { clientId, subscription, packageCharge, on, how }: Rebill): Promise<Money> {
  await endCharge(tx, packageCharge.id, on)
  const opened = await openCharge(tx, { clientId, subscriptionId: subscription.id, kind: 'recurring', item: 'package', startsOn: on, reason: 'package_change' })
  const feeId = await openFee(tx, clientId, subscription, on)
  if (how === 'full_new_cycle' && subscription.billingMode === 'postpaid') await setAnchorDay(tx, subscription.id, on.day)
  const terms = await lockedTerms(tx, clientId)
  const planned = await planCreditBack(tx, { chargeIds: [packageCharge.id], from: on, to: null, notCharged: settledPauses(subscription) })
  const takenAway = await takenAwayByChange(tx, { subscriptionId: subscription.id, on, exceptChargeId: packageCharge.id })
  const computed = planRebill({
    terms,
    takenAway,
    subscriptionId: subscription.id,
    chargeId: opened.id,
    feeId,
    on,
    oldCursor: packageCharge.billedUntil,
    how,
    credit: creditTotal(planned.map((item) => item.credit)),
  })
  // Remaining value of a prepaid line is converted, not given back, so the refund policy has no say in it.
  const isConverted = subscription.billingMode === 'prepaid' && how === 'now'
  const limit =
    subscription.policy.changeRefund === 'none' && !isConverted ? creditTotal(computed?.lines.filter((line) => line.chargeId === opened.id) ?? []) : null
  const credits =
    limit === null ? planned : await planCreditBack(tx, { chargeIds: [packageCharge.id], from: on, to: null, notCharged: settledPauses(subscription), limit })
  const credited = await writeCreditBack(tx, { clientId, kind: 'package_change', reason: 'package change' }, credits)
  if (!computed) return { credited, invoiced: ZERO, invoiceId: null }
  const issued = await finalizeInvoice(tx, terms, computed, { issuedOn: tx.today, kind: 'change' })
  return { credited, invoiced: computed.total, invoiceId: issued?.invoiceId ?? null }
}
