/** Plays one event of a script on the oracle's company. */
import { businessDayOf, dayOf, firstOfMonthAfter } from './calendar.ts'
import { changePackage } from './changes.ts'
import { clientOf, found, invoiceTotal, nextOf, subscriptionOf } from './company.ts'
import type { Client, Invoice, OracleCompany, Subscription } from './company.ts'
import { creditByHand } from './credits.ts'
import { addInvoice, invoiceClient, voidInvoice } from './invoicing.ts'
import { chargeLateFees, settleLateFees } from './late-fees.ts'
import { creditPause, endPause, leave } from './leaving.ts'
import { renew } from './prepaid.ts'
import type { EventOf, InvoiceRef, ScriptEvent } from './script.ts'
import { allocate, issueNote, numberOf, openOf, payOldest, refundPayment, reversePayment, takePayment } from './settlement.ts'
import { applyVersion, openCharge, priceFrom, replaceTerms } from './terms.ts'

export const invoiceAt = (company: OracleCompany, ref: InvoiceRef): Invoice =>
  found(clientOf(company, ref.client).invoices[ref.nth - 1], `invoice ${ref.nth} of ${ref.client}`)

function subscribe(company: OracleCompany, event: EventOf<'subscribe'>, today: number): void {
  const client = clientOf(company, event.client)
  const startsOn = event.startsOn === null ? today : dayOf(event.startsOn)
  const subscription: Subscription = {
    ref: event.subscription,
    id: nextOf(company, 'subscription'),
    client,
    mode: event.mode,
    anchor: event.anchor,
    policy: found(
      company.script.policies.find((policy) => policy.code === event.policy),
      event.policy,
    ),
    terms: [{ ...priceFrom(company, null, event, startsOn), startsOn, endsOn: null }],
    pauses: [],
    state: 'pending',
  }
  client.subscriptions.push(subscription)
  company.subscriptions.set(event.subscription, subscription)
  if (event.startsOn !== null) activate(company, subscription, startsOn)
}

function activate(company: OracleCompany, subscription: Subscription, startsOn: number): void {
  subscription.state = 'active'
  openCharge(company, subscription.client, {
    subscription,
    kind: 'recurring',
    item: 'package',
    quantityMilli: 1000n,
    unitPrice: null,
    vatRate: null,
    vatInclusive: false,
    startsOn,
  })
}

function addCharge(company: OracleCompany, event: EventOf<'charge'>): void {
  openCharge(company, clientOf(company, event.client), {
    subscription: event.subscription === null ? null : subscriptionOf(company, event.subscription),
    kind: event.item === 'addon' ? 'recurring' : 'one_time',
    item: event.item,
    quantityMilli: BigInt(event.quantityMilli),
    unitPrice: BigInt(event.unitPrice),
    vatRate: event.vatRate,
    vatInclusive: event.vatInclusive,
    startsOn: dayOf(event.startsOn),
    endsOn: event.endsOn === null ? null : dayOf(event.endsOn),
  })
}

function opening(company: OracleCompany, client: Client, amount: bigint, day: number): void {
  if (amount < 0n) {
    payOldest(company, takePayment(company, client, { ref: `opening of ${client.ref}`, method: 'opening', amount: -amount, valueOn: day }))
    return settleLateFees(company, client, day)
  }
  const charge = openCharge(company, client, {
    subscription: null,
    kind: 'one_time',
    item: 'opening',
    quantityMilli: 1000n,
    unitPrice: amount,
    vatRate: null,
    vatInclusive: false,
    startsOn: day,
  })
  const line = {
    charge,
    startsOn: day,
    endsOn: day + 1,
    chargedDays: new Set([day]),
    givenBack: new Set<number>(),
    terms: null,
    unitPrice: amount,
    net: amount,
    discount: 0n,
    vat: 0n,
    vatBp: 0,
    vatInclusive: false,
  }
  charge.days.set(day, line)
  addInvoice(company, client, [line], { kind: 'opening', issuedOn: day, dueOn: day })
}

/** The client an event touches; null for events of the whole company. */
export function clientOfEvent(company: OracleCompany, event: ScriptEvent): string | null {
  if ('client' in event) return event.client
  if ('subscription' in event) return subscriptionOf(company, event.subscription).client.ref
  if ('invoice' in event) return event.invoice.client
  if ('payment' in event) return found(company.payments.get(event.payment), event.payment).client.ref
  return null
}

export const dayOfEvent = (company: OracleCompany, event: ScriptEvent): number => businessDayOf(event.at, company.script.utcOffsetHours)

export function playEvent(company: OracleCompany, event: ScriptEvent): void {
  const day = dayOfEvent(company, event)
  const paymentOf = (ref: string) => found(company.payments.get(ref), ref)
  switch (event.kind) {
    case 'client': {
      const { client: ref, isVatExempt, vatRate } = event
      const lists = { subscriptions: [], charges: [], invoices: [], creditNotes: [], payments: [], allocations: [] }
      const id = nextOf(company, 'client')
      company.clients.set(ref, { ref, id, isVatExempt, vatRate, ...lists, depositsTaken: 0n, depositsOffset: 0n })
      return
    }
    case 'subscribe':
      return subscribe(company, event, day)
    case 'activate':
      return activate(company, subscriptionOf(company, event.subscription), day)
    case 'charge':
      return addCharge(company, event)
    case 'price_version':
      company.versions.set(event.version, event)
      return
    case 'apply_version':
      return applyVersion(company, found(company.versions.get(event.version), event.version), dayOf(event.from))
    case 'terms': {
      const subscription = subscriptionOf(company, event.subscription)
      const startsOn = dayOf(event.startsOn)
      const endsOn = event.endsOn === null ? null : dayOf(event.endsOn)
      return replaceTerms(subscription, { ...priceFrom(company, subscription, event, startsOn), startsOn, endsOn })
    }
    case 'change_package':
      return changePackage(company, event.subscription, { package: event.package, policy: event.policy, day })
    case 'pause': {
      const subscription = subscriptionOf(company, event.subscription)
      const startsOn = dayOf(event.startsOn)
      const endsOn = event.endsOn === null ? null : dayOf(event.endsOn)
      subscription.pauses.push({ kind: 'vacation', startsOn, endsOn })
      if (endsOn !== null && !subscription.policy.chargeWhilePaused) {
        creditPause(company, subscription, { from: startsOn, to: endsOn }, day)
      }
      return
    }
    case 'resume':
      return endPause(company, subscriptionOf(company, event.subscription), 'vacation', day)
    case 'suspend': {
      const subscription = subscriptionOf(company, event.subscription)
      if (!subscription.policy.chargeWhileSuspended) subscription.pauses.push({ kind: 'suspension', startsOn: day, endsOn: null })
      return
    }
    case 'restore':
      return endPause(company, subscriptionOf(company, event.subscription), 'suspension', day)
    case 'run':
      for (const client of company.clients.values()) {
        invoiceClient(company, client, firstOfMonthAfter(event.month), { kind: 'month', issuedOn: day })
      }
      return
    case 'invoice':
      invoiceClient(company, clientOf(company, event.client), firstOfMonthAfter(event.month), { kind: 'manual', issuedOn: day })
      return
    case 'payment': {
      const { payment: ref, method, valueOn } = event
      const facts = { ref, method, amount: BigInt(event.amount), valueOn: dayOf(valueOn) }
      const payment = takePayment(company, clientOf(company, event.client), facts)
      if (event.chosen === null) payOldest(company, payment)
      for (const { nth, amount } of event.chosen ?? []) {
        allocate(company, payment, invoiceAt(company, { client: event.client, nth }), BigInt(amount))
      }
      return settleLateFees(company, payment.client, day)
    }
    case 'renewal': {
      const { client } = subscriptionOf(company, event.subscription)
      const facts = { ref: event.payment, method: event.method, amount: BigInt(event.amount), valueOn: day }
      renew(company, event.subscription, event.cycles, takePayment(company, client, facts), day)
      return
    }
    case 'reverse_payment':
      reversePayment(paymentOf(event.payment))
      return settleLateFees(company, paymentOf(event.payment).client, day)
    case 'refund':
      refundPayment(paymentOf(event.payment), BigInt(event.amount), event.takeBack)
      return settleLateFees(company, paymentOf(event.payment).client, day)
    case 'credit_note': {
      const invoice = invoiceAt(company, event.invoice)
      const lines = event.lines.map(({ line, amount }) => ({
        ...creditByHand(invoice.client, found(invoice.lines[line - 1], `line ${line}`), BigInt(amount)),
        span: null,
      }))
      return issueNote(company, invoice, { kind: event.creditKind, issuedOn: day, lines })
    }
    case 'void':
      return voidInvoice(company, invoiceAt(company, event.invoice), day)
    case 'write_off': {
      const invoice = invoiceAt(company, event.invoice)
      if (invoiceTotal(invoice) === 0n || openOf(invoice) <= 0n) throw new Error('The script writes off what is not open')
      invoice.writtenOff = openOf(invoice)
      invoice.writtenOffOn = day
      numberOf(company, 'write_off', day)
      return
    }
    case 'leave':
      return leave(company, event.subscription, day)
    case 'late_fees':
      return chargeLateFees(company, day)
    case 'opening':
      return opening(company, clientOf(company, event.client), BigInt(event.amount), day)
    case 'deposit':
      clientOf(company, event.client).depositsTaken += BigInt(event.amount)
      return
  }
}
