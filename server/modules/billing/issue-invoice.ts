import { NotFound } from '../../kernel/errors.ts'
import { firstDay, monthOf } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { moveCursors } from '#modules/charges/index.ts'
import { notify } from '#modules/notifications/index.ts'
import { invoiceEntry } from './entries.ts'
import { ensureSellerSnapshot, insertFreePeriods, insertInvoice } from './documents-store.ts'
import type { InvoiceKind } from './documents-store.ts'
import { computeInvoice } from './invoice.ts'
import type { ComputedInvoice } from './invoice.ts'
import { invoiceSeries } from './series.ts'
import { applyCredit } from './settle-credit.ts'
import { lockBillingTerms } from './terms-store.ts'
import type { BillingTerms } from './terms.ts'
import { postEntry, takeNumber } from '#modules/ledger/index.ts'

export interface IssueInvoice {
  readonly clientId: bigint
  /** Everything that starts before this day is billed. */
  readonly until: PlainDate
  readonly issuedOn?: PlainDate
  readonly kind?: InvoiceKind
  readonly month?: PlainDate
  readonly runId?: bigint | null
}

export interface IssuedInvoice {
  readonly invoiceId: bigint
  readonly code: string
  readonly computed: ComputedInvoice
}

/**
 * Bills one client up to a horizon: invoice, entry, cursor, credit applied, audit row and notice commit together.
 * Repeatable: each charge is billed from where its cursor stands, so a second call bills nothing and returns null.
 * @throws PackageHasNoPrice 409. Nothing is written.
 */
export async function issueInvoice(
  tx: Tx,
  { clientId, until, issuedOn = tx.today, kind = 'manual', month, runId = null }: IssueInvoice,
): Promise<IssuedInvoice | null> {
  const terms = await lockBillingTerms(tx, clientId, issuedOn)
  if (!terms) throw NotFound.of('client', clientId)
  return await finalizeInvoice(tx, terms, computeInvoice(terms, until), { issuedOn, kind, runId, ...(month ? { month } : {}) })
}

export interface Finalize {
  readonly issuedOn: PlainDate
  readonly kind: InvoiceKind
  readonly month?: PlainDate
  readonly runId?: bigint | null
  /** Leave the client's credit alone (a renewal allocates its own payment). */
  readonly keepCredit?: boolean
}

/** Writes a computed invoice: moves the cursors, takes the number, posts, applies credit. Null where nothing is to be paid; free periods are recorded all the same. */
export async function finalizeInvoice(tx: Tx, terms: BillingTerms, computed: ComputedInvoice, options: Finalize): Promise<IssuedInvoice | null> {
  const { issuedOn, kind, runId = null, month = firstDay(monthOf(issuedOn)), keepCredit = false } = options
  await insertFreePeriods(tx, computed.free)
  await moveCursors(tx, [...computed.free, ...computed.lines.filter((line) => line.chargeId !== 0n)])
  if (computed.lines.length === 0) return null
  const sellerId = await ensureSellerSnapshot(tx)
  const number = await takeNumber(tx, 'invoice', issuedOn, await invoiceSeries(tx, terms.branchId))
  const { net, discount, vat, total, lines } = computed
  const dueOn = issuedOn.add({ days: computed.dueDays })
  const { clientId, branchId, resellerId } = terms
  const invoiceId = await insertInvoice(tx, {
    clientId,
    branchId,
    resellerId,
    kind,
    number,
    issuedOn,
    dueOn,
    month,
    net,
    discount,
    vat,
    total,
    runId,
    sellerId,
    lines,
  })
  await postEntry(tx, invoiceEntry({ id: invoiceId, clientId, branchId, issuedOn, total, vat, lines }))
  await recordEvent(tx, 'invoice.issued', {
    subjectType: 'invoice',
    subjectId: invoiceId,
    clientId,
    branchId,
    resellerId,
    after: { code: number.code, total_minor: Number(total), due_on: dueOn.toString() },
  })
  await notify(tx, 'invoice-issued', {
    clientId,
    dedupeKey: `invoice-issued:${invoiceId}`,
    payload: { invoice_id: invoiceId, code: number.code, total_minor: total, due_on: dueOn.toString() },
  })
  if (!keepCredit) await applyCredit(tx, { clientId, reason: 'finalize' })
  return { invoiceId, code: number.code, computed }
}
