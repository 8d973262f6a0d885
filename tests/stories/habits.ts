/** What clients and staff do on a day, drawn by chance among what the state of the company allows. */
import { textOf } from '../oracle/calendar.ts'
import { lineTotal } from '../oracle/company.ts'
import type { Client, Invoice, Subscription } from '../oracle/company.ts'
import { leftOf } from '../oracle/credits.ts'
import { cursorOf, packageCharge, termsOn } from '../oracle/invoicing.ts'
import { expiryOf, renewalCost } from '../oracle/prepaid.ts'
import type { CreditKind } from '../oracle/script.ts'
import { allocatedFrom, allocatedTo, creditedOn, creditOf, openInvoices, openOf, receivableOf, remainingOf } from '../oracle/settlement.ts'
import { PREPAID_PACKAGES } from './catalogue.ts'
import { nextPayment, write } from './pen.ts'
import type { Pen } from './pen.ts'

const hasOpenPause = (subscription: Subscription): boolean => subscription.pauses.some((pause) => pause.endsOn === null)
const isLive = (subscription: Subscription): boolean => subscription.state === 'active'

export const onSale = (pen: Pen, mode: 'postpaid' | 'prepaid'): string[] => [
  ...new Set([...pen.company.versions.values()].map((v) => v.package).filter((code) => PREPAID_PACKAGES.includes(code) === (mode === 'prepaid'))),
]

export function pay(pen: Pen, client: Client): void {
  const { random } = pen
  const due = Number(receivableOf(client))
  // One client in five pays at once, the others when it suits them; one in nine hardly ever.
  const patience = client.id % 5 === 0 ? 3 : client.id % 9 === 0 ? 200 : 14
  if (due === 0 ? !random.onceIn(400) : !random.onceIn(patience)) return
  const open = openInvoices(client)
  const oldest = Number(open[0] === undefined ? 50_000n : openOf(open[0]))
  const amount = random.pick([due, due, due, oldest, Math.ceil(oldest / 2), random.between(1, 60_000), due + random.between(1, 40_000), due * 3])
  const isBackdated = random.percent(20)
  // Who was charged a late fee may have paid in time and shows the slip now.
  const feeDay = open.find((invoice) => invoice.lateFee !== null)?.lateFee?.day
  const hasSlip = feeDay !== undefined && random.percent(30)
  const earlier = isBackdated ? random.between(1, 12) : 0
  const newest = open.at(-1)
  const chosen =
    open.length > 1 && newest !== undefined && random.percent(25)
      ? [{ nth: client.invoices.indexOf(newest) + 1, amount: Math.min(Number(openOf(newest)), Math.max(amount, 1)) }]
      : null
  write(pen, {
    kind: 'payment',
    payment: nextPayment(pen),
    client: client.ref,
    method: random.pick(['cash', 'cash', 'bank', 'bkash', 'nagad'] as const),
    amount: Math.max(amount, 1, ...(chosen ?? []).map((c) => c.amount)),
    valueOn: textOf(hasSlip ? feeDay - random.between(1, 9) : pen.day - earlier),
    chosen,
  })
}

export function renewWhenDue(pen: Pen, subscription: Subscription): void {
  const { random } = pen
  if (subscription.mode !== 'prepaid' || !isLive(subscription) || hasOpenPause(subscription)) return
  const left = (expiryOf(subscription) ?? 0) - pen.day
  if (left > 3 ? !random.onceIn(120) : !random.onceIn(4)) return
  const cycles = random.pick([1, 1, 1, 1, 2, 3])
  const cost = Number(renewalCost(pen.company, subscription.ref, cycles, pen.day))
  const amount = random.pick([cost, cost, cost, cost, cost, Math.ceil(cost / 2), cost + random.between(1, 20_000)])
  const method = random.pick(['cash', 'bkash'] as const)
  write(pen, { kind: 'renewal', payment: nextPayment(pen), subscription: subscription.ref, cycles, method, amount: Math.max(1, amount) })
}

export function change(pen: Pen, subscription: Subscription): void {
  const { random } = pen
  if (!isLive(subscription) || hasOpenPause(subscription) || !random.onceIn(150)) return
  // Money given back to a prepaid client who owes would pay his debt instead of days.
  if (subscription.mode === 'prepaid' && openInvoices(subscription.client).length > 0) return
  const current = termsOn(subscription, pen.day).version
  const others = onSale(pen, subscription.mode).filter((code) => code !== current.package)
  const policy = subscription.policy.packageChange
  write(pen, { kind: 'change_package', subscription: subscription.ref, package: random.pick(others), policy })
  const wantsBack = policy === 'now' && subscription.mode === 'postpaid' && random.onceIn(4)
  if (wantsBack) write(pen, { kind: 'change_package', subscription: subscription.ref, package: current.package, policy })
}

export function pauseOrResume(pen: Pen, subscription: Subscription): void {
  const { random } = pen
  if (!isLive(subscription)) return
  const open = subscription.pauses.find((pause) => pause.endsOn === null)
  if (open !== undefined) {
    const kind = open.kind === 'vacation' ? 'resume' : 'restore'
    if (open.startsOn < pen.day && random.onceIn(15)) write(pen, { kind, subscription: subscription.ref })
    return
  }
  if (subscription.pauses.some((pause) => (pause.endsOn ?? 0) > pen.day)) return
  if (!subscription.policy.chargeWhileSuspended && receivableOf(subscription.client) > 0n && random.onceIn(90)) {
    write(pen, { kind: 'suspend', subscription: subscription.ref })
    return
  }
  if (!random.onceIn(250)) return
  if (subscription.mode === 'prepaid' || random.percent(50)) {
    write(pen, { kind: 'pause', subscription: subscription.ref, startsOn: textOf(pen.day), endsOn: null })
  } else {
    const startsOn = pen.day + random.below(25)
    const endsOn = startsOn + random.between(1, 45)
    write(pen, { kind: 'pause', subscription: subscription.ref, startsOn: textOf(startsOn), endsOn: textOf(endsOn) })
  }
}

/** Own prices and standing discounts, for good or for a while, and the new price of the catalogue. */
export function newTerms(pen: Pen, subscription: Subscription): void {
  const { random } = pen
  if (!isLive(subscription) || !random.onceIn(300)) return
  const startsOn = Math.max(pen.day, cursorOf(packageCharge(subscription))) + random.pick([0, 0, random.between(1, 20)])
  const { version } = termsOn(subscription, startsOn)
  const plain = { package: null, priceOverride: null, discountBp: 0, discountMinor: 0 }
  const terms = random.pick([
    { ...plain, discountBp: random.pick([500, 1_000, 3_333, 10_000]) },
    { ...plain, discountMinor: random.between(1, 6_000) },
    { ...plain, discountBp: 1_000, discountMinor: 2_500 },
    { ...plain, priceOverride: Math.floor(version.price * 0.9) },
    // The price of the catalogue as it is by then.
    { ...plain, package: version.package },
  ])
  const endsOn = random.percent(40) ? textOf(startsOn + random.between(10, 100)) : null
  write(pen, { kind: 'terms', subscription: subscription.ref, startsOn: textOf(startsOn), endsOn, ...terms })
}

export function startService(pen: Pen, subscription: Subscription): void {
  if (subscription.state === 'pending' && pen.random.onceIn(8)) write(pen, { kind: 'activate', subscription: subscription.ref })
}

export function buyMore(pen: Pen, subscription: Subscription): void {
  const { random } = pen
  if (!isLive(subscription) || !random.onceIn(350)) return
  const ofLine = { kind: 'charge', client: subscription.client.ref, subscription: subscription.ref } as const
  const vat = random.pick([
    { vatRate: null, vatInclusive: false },
    { vatRate: 'standard', vatInclusive: true },
    { vatRate: 'full', vatInclusive: false },
  ])
  const startsOn = textOf(pen.day)
  if (random.percent(50)) {
    const endsOn = random.percent(40) ? textOf(pen.day + random.between(5, 150)) : null
    write(pen, { ...ofLine, ...vat, item: 'addon', quantityMilli: random.pick([1_000, 1_500, 2_000, 333]), unitPrice: 10_000, startsOn, endsOn })
  } else {
    const isClients = random.percent(30)
    const item = random.pick(['equipment', 'other'] as const)
    const facts = { ...ofLine, ...vat, item, quantityMilli: random.pick([1_000, 3_000]), unitPrice: random.between(100, 30_000), startsOn, endsOn: null }
    write(pen, isClients ? { ...facts, subscription: null } : facts)
  }
}

const isInThisMonth = (pen: Pen, invoice: Invoice): boolean => textOf(invoice.issuedOn).slice(0, 7) === textOf(pen.day).slice(0, 7)

export function correct(pen: Pen, client: Client): void {
  const { random } = pen
  const nthOf = (invoice: Invoice) => ({ client: client.ref, nth: client.invoices.indexOf(invoice) + 1 })
  const documents = client.invoices.filter((invoice) => invoice.voidedOn === null && invoice.kind !== 'opening' && invoice.writtenOff === 0n)
  if (documents.length === 0) return
  if (random.onceIn(160)) {
    const invoice = random.pick(documents.slice(-4))
    const creditKind: CreditKind = random.pick(['correction', 'discount', 'waiver', 'outage'])
    const lines = invoice.lines
      .map((line, i) => ({ line: i + 1, left: Number(lineTotal(leftOf(client, line))), isPrepaid: line.charge.subscription?.mode === 'prepaid' }))
      .filter((line) => line.left > 1 && random.percent(70))
      .map(({ line, left, isPrepaid }) => ({ line, amount: isPrepaid || random.percent(70) ? random.between(1, left - 1) : left }))
    if (lines.length > 0) write(pen, { kind: 'credit_note', invoice: nthOf(invoice), creditKind, lines })
  }
  const untouched = documents.filter(
    (invoice) => isInThisMonth(pen, invoice) && allocatedTo(invoice) === 0n && creditedOn(invoice) === 0n && invoice.kind !== 'change',
  )
  if (untouched.length > 0 && random.onceIn(60)) write(pen, { kind: 'void', invoice: nthOf(random.pick(untouched)) })
  const hopeless = documents.filter((i) => openOf(i) > 0n && i.dueOn < pen.day - 120 && i.lines.every((line) => line.endsOn < pen.day - 60))
  if (hopeless.length > 0 && random.onceIn(40)) write(pen, { kind: 'write_off', invoice: nthOf(random.pick(hopeless)) })
}

export function giveMoneyBack(pen: Pen, client: Client): void {
  const { random } = pen
  const recent = client.payments.filter(
    (payment) => !payment.isReversed && pen.company.payments.has(payment.ref) && payment.method !== 'deposit' && payment.method !== 'opening',
  )
  const payment = recent.slice(-3).find((p) => remainingOf(p) > 0n || allocatedFrom(p) > 0n)
  if (payment === undefined) return
  // A slip that made a late fee smaller does not always hold.
  const isDoubted = client.allocations.some((a) => a.payment === payment && a.amount > 0n && payment.valueOn < (a.invoice.lateFee?.day ?? 0))
  if (payment.refunded === 0n && random.onceIn(isDoubted ? 60 : 700)) {
    write(pen, { kind: 'reverse_payment', payment: payment.ref, reason: random.pick(['mistake', 'bounced', 'chargeback'] as const) })
    return
  }
  const isLeft = client.subscriptions.every((s) => s.state === 'left')
  const remaining = Number(remainingOf(payment))
  if (remaining > 0 && creditOf(client) > 0n && random.onceIn(isLeft ? 10 : 120)) {
    write(pen, { kind: 'refund', payment: payment.ref, amount: random.percent(60) ? remaining : random.between(1, remaining), takeBack: false })
  } else if (allocatedFrom(payment) > 1n && random.onceIn(1_500)) {
    const all = Number(payment.amount - payment.refunded)
    write(pen, { kind: 'refund', payment: payment.ref, amount: random.between(Math.min(remaining + 1, all), all), takeBack: true })
  }
}

export function leaveForGood(pen: Pen, subscription: Subscription): void {
  if (isLive(subscription) && pen.random.onceIn(1_600)) write(pen, { kind: 'leave', subscription: subscription.ref })
}
