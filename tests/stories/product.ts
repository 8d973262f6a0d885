/** Maps the events of a script onto the product's use cases, each in a transaction of its own at the event's instant. */
import { systemActor } from '../../server/kernel/actor.ts'
import type { SettableClock } from '../../server/kernel/clock.ts'
import { toMinor } from '../../server/kernel/money.ts'
import { ALL_PERMISSIONS } from '../../server/kernel/permissions.ts'
import { businessDay, date, firstDayAfter, month } from '../../server/kernel/time.ts'
import {
  changePackage,
  chargeLateFees,
  executePreview,
  executeRun,
  issueCreditNote,
  issueInvoice,
  pauseSubscription,
  releaseRun,
  requestRun,
  resumeSubscription,
  startRun,
  voidInvoice,
  writeOff,
} from '../../server/modules/billing/index.ts'
import { activateSubscription, addSubscription, applyVersionToExisting, changeTerms, registerClient } from '../../server/modules/clients/index.ts'
import { openCharge } from '../../server/modules/charges/index.ts'
import { runDoctor } from '../../server/modules/doctor/index.ts'
import {
  leaveAndSettle,
  openClientBalance,
  refundPayment,
  renewSubscription,
  reversePayment,
  takeDeposit,
  takePayment,
} from '../../server/modules/payments/index.ts'
import { publishVersion, readVersion } from '../../server/modules/packages/index.ts'
import { makePartitionsBetween } from '../../server/platform/db/partitions.ts'
import { inTransaction } from '../../server/platform/db/transaction.ts'
import type { Database, Tx } from '../../server/platform/db/tx.ts'
import type { ClientReport } from '../oracle/report.ts'
import type { EventOf, Script, ScriptEvent, TermsFacts } from '../oracle/script.ts'
import { idOf, setUpCompany, versionTerms } from './product-company.ts'
import type { Ids } from './product-company.ts'
import { invoiceIds, reportClientRows, reportLedgerRows } from './product-report.ts'

const actor = systemActor('story', ALL_PERMISSIONS)

export interface Product {
  readonly ids: Ids
  play(event: ScriptEvent): Promise<void>
  report(clients: readonly string[]): Promise<Map<string, ClientReport>>
  ledger(): Promise<Record<string, number>>
  /** What the doctor finds, invariant by invariant; empty where all is well. */
  examine(): Promise<Record<string, readonly unknown[]>>
}

const ownPrice = (terms: TermsFacts) => ({
  priceOverride: terms.priceOverride === null ? null : toMinor(terms.priceOverride),
  discountBp: terms.discountBp,
  discount: toMinor(terms.discountMinor),
})

/** Cash has no number of its own; whoever else sends money does. */
const trxOf = (event: EventOf<'payment' | 'renewal'>): string | null => (event.method === 'cash' ? null : event.payment)

/** The month's run as the job does it: previewed, started, carried out. */
async function runMonth(database: Database, event: EventOf<'run'>): Promise<void> {
  const request = { month: date(`${event.month}-01`), scope: {}, startsItself: false }
  const run = await inTransaction(database, { actor }, (tx) => requestRun(tx, request))
  const previewed = await executePreview(database, run.id, { actor })
  // In a young company most months differ much from the last one; the second person types the figure he was shown.
  if (previewed.state !== 'awaiting_release') await inTransaction(database, { actor }, (tx) => startRun(tx, run.id))
  else await inTransaction(database, { actor }, (tx) => releaseRun(tx, { runId: run.id, typedTotal: previewed.expectedTotal ?? 0n }))
  const done = await executeRun(database, run.id, { actor })
  if (done.state !== 'done' || done.parkedCount > 0n) throw new Error(`The run of ${event.month} ended as ${done.state}, ${done.parkedCount} parked`)
}

function playInTransaction(tx: Tx, ids: Ids, event: ScriptEvent): Promise<unknown> {
  const line = (ref: string): bigint => idOf(ids.subscriptions, ref).id
  const nthInvoice = async (client: string, nth: number): Promise<bigint> => {
    const all = await invoiceIds(tx, idOf(ids.clients, client))
    const id = all[nth - 1]
    if (id === undefined) throw new Error(`${client} has ${all.length} invoices, the script names the ${nth}th`)
    return id
  }
  const reason = 'story'
  switch (event.kind) {
    case 'client': {
      const facts = { name: event.client, phone: '01712345678', branch_id: ids.branchId, code: event.client, is_vat_exempt: event.isVatExempt }
      const vatRateId = event.vatRate === null ? null : idOf(ids.vatRates, event.vatRate)
      return registerClient(tx, { ...facts, vat_rate_id: vatRateId }).then(({ client }) => ids.clients.set(event.client, client.id))
    }
    case 'subscribe': {
      const clientId = idOf(ids.clients, event.client)
      return addSubscription(tx, {
        clientId,
        packageId: idOf(ids.packages, event.package ?? ''),
        billingMode: event.mode,
        anchorDay: event.anchor,
        billing_policy_id: idOf(ids.policies, event.policy),
        discountReason: reason,
        ...ownPrice(event),
        activatedOn: event.startsOn === null ? null : date(event.startsOn),
      }).then(({ id }) => ids.subscriptions.set(event.subscription, { id, clientId }))
    }
    case 'activate':
      return activateSubscription(tx, { subscriptionId: line(event.subscription) })
    case 'terms':
      return changeTerms(tx, line(event.subscription), {
        startsOn: date(event.startsOn),
        endsOn: event.endsOn === null ? null : date(event.endsOn),
        reason,
        ...ownPrice(event),
        ...(event.package === null ? {} : { packageId: idOf(ids.packages, event.package) }),
      })
    case 'apply_version':
      return readVersion(tx, idOf(ids.versions, event.version)).then((version) => {
        if (version === undefined) throw new Error(`No version ${event.version}`)
        return applyVersionToExisting(tx, { version, from: date(event.from) })
      })
    case 'charge': {
      const { quantityMilli, unitPrice, startsOn, endsOn, vatRate, vatInclusive, item } = event
      return openCharge(tx, {
        clientId: idOf(ids.clients, event.client),
        subscriptionId: event.subscription === null ? null : line(event.subscription),
        kind: item === 'addon' ? 'recurring' : 'one_time',
        item,
        quantityMilli: BigInt(quantityMilli),
        unitPrice: toMinor(unitPrice),
        vatRateId: vatRate === null ? null : idOf(ids.vatRates, vatRate),
        vatInclusive,
        startsOn: date(startsOn),
        endsOn: item !== 'addon' || endsOn === null ? null : date(endsOn),
      })
    }
    case 'price_version':
      return publishVersion(tx, {
        packageId: idOf(ids.packages, event.package),
        startsOn: date(event.startsOn),
        changes: versionTerms(event, ids.vatRates),
      }).then(({ version }) => ids.versions.set(event.version, version.id))
    case 'change_package': {
      const packageId = idOf(ids.packages, event.package)
      return changePackage(tx, { subscriptionId: line(event.subscription), packageId, on: tx.today, how: event.policy })
    }
    case 'pause': {
      const to = event.endsOn === null ? null : date(event.endsOn)
      return pauseSubscription(tx, { subscriptionId: line(event.subscription), from: date(event.startsOn), to, kind: 'vacation', reason })
    }
    case 'resume':
      return resumeSubscription(tx, { subscriptionId: line(event.subscription), on: tx.today })
    case 'invoice':
      return issueInvoice(tx, { clientId: idOf(ids.clients, event.client), until: firstDayAfter(month(event.month)), kind: 'manual' })
    case 'credit_note':
      return nthInvoice(event.invoice.client, event.invoice.nth).then((invoiceId) => {
        const lines = event.lines.map(({ line: lineNo, amount }) => ({ lineNo, amount: toMinor(amount) }))
        return issueCreditNote(tx, { invoiceId, kind: event.creditKind, reason, lines })
      })
    case 'void':
      return nthInvoice(event.invoice.client, event.invoice.nth).then((invoiceId) => voidInvoice(tx, { invoiceId, reason }))
    case 'write_off':
      return nthInvoice(event.invoice.client, event.invoice.nth).then((invoiceId) => writeOff(tx, { invoiceId, reason, requestedBy: null }))
    case 'late_fees':
      return (async () => {
        while ((await chargeLateFees(tx, 500)) === 500);
      })()
    case 'leave':
      return leaveAndSettle(tx, { subscriptionId: line(event.subscription), on: tx.today, reason })
    case 'suspend':
      return pauseSubscription(tx, { subscriptionId: line(event.subscription), from: tx.today, to: null, kind: 'suspension', reason })
    case 'restore':
      return resumeSubscription(tx, { subscriptionId: line(event.subscription), on: tx.today, kind: 'suspension' })
    case 'payment':
      return Promise.all((event.chosen ?? []).map(async ({ nth, amount }) => ({ invoiceId: await nthInvoice(event.client, nth), amount: toMinor(amount) })))
        .then((allocations) =>
          takePayment(tx, {
            clientId: idOf(ids.clients, event.client),
            amount: toMinor(event.amount),
            method: event.method,
            trxId: trxOf(event),
            ...(event.chosen === null ? {} : { allocations }),
            valueOn: date(event.valueOn),
          }),
        )
        .then(({ paymentId }) => ids.payments.set(event.payment, paymentId))
    case 'renewal': {
      const facts = { subscriptionId: line(event.subscription), cycles: event.cycles, amount: toMinor(event.amount) }
      return renewSubscription(tx, { ...facts, method: event.method, trxId: trxOf(event) }).then(({ payment }) =>
        ids.payments.set(event.payment, payment.paymentId),
      )
    }
    case 'reverse_payment':
      return reversePayment(tx, { paymentId: idOf(ids.payments, event.payment), kind: event.reason, reason })
    case 'refund': {
      const facts = { paymentId: idOf(ids.payments, event.payment), amount: toMinor(event.amount), reason }
      return refundPayment(tx, { ...facts, unallocate: event.takeBack })
    }
    case 'opening':
      return openClientBalance(tx, { clientId: idOf(ids.clients, event.client), amount: toMinor(event.amount), reason })
    case 'deposit':
      return takeDeposit(tx, { clientId: idOf(ids.clients, event.client), amount: toMinor(event.amount), method: 'cash' })
    case 'run':
      throw new Error('A run makes its own transactions')
  }
}

export async function openProduct(database: Database, clock: SettableClock, script: Script): Promise<Product> {
  const first = script.events[0]
  if (first === undefined) throw new Error('The script is empty')
  const last = script.events.at(-1) ?? first
  clock.set(first.at)
  await makePartitionsBetween(database.db, date(first.at.slice(0, 10)), date(last.at.slice(0, 10)).add({ months: 2 }))
  const ids = await inTransaction(database, { actor }, (tx) => setUpCompany(tx, script))
  const refs = new Map<bigint, string>()
  return {
    ids,
    async play(event) {
      clock.set(event.at)
      if (event.kind === 'run') await runMonth(database, event)
      else await inTransaction(database, { actor }, (tx) => playInTransaction(tx, ids, event))
      if (event.kind === 'subscribe') refs.set(idOf(ids.subscriptions, event.subscription).id, event.subscription)
    },
    report: (clients) => reportClientRows(database, { clients: new Map(clients.map((ref) => [idOf(ids.clients, ref), ref])), subscriptions: refs }),
    ledger: () => reportLedgerRows(database),
    async examine() {
      const now = clock.now()
      const { results } = await runDoctor(database, { today: businessDay(now, script.zone), now })
      return Object.fromEntries(results.filter(({ ok }) => !ok).map(({ id, rows }) => [id, rows]))
    },
  }
}
