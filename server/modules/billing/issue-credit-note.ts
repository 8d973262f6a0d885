import { Conflict, NotFound } from '../../kernel/errors.ts'
import { subtract } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { lockClientBalances, postEntry, takeNumber } from '#modules/ledger/index.ts'
import { notify } from '#modules/notifications/index.ts'
import { creditOverLines, creditTotal } from './credit.ts'
import { clientOfInvoice, creditableLines, insertCreditNote, lockInvoice } from './documents-store.ts'
import type { CreditLine, InvoiceState } from './documents-store.ts'
import { creditNoteEntry } from './entries.ts'
import { creditExceedsLine } from './errors.ts'
import { refreshExpiryOf } from './refresh-expiry.ts'
import { invoiceSeries } from './series.ts'
import { applyCredit, takeBackFromInvoice } from './settle-credit.ts'

export type CreditNoteKind = 'correction' | 'discount' | 'waiver' | 'package_change' | 'pause' | 'left' | 'outage'

export interface IssueCreditNote {
  readonly invoiceId: bigint
  readonly kind: CreditNoteKind
  readonly reason: string
  readonly approvedBy?: bigint | null
  /** VAT included; spread over the lines in their order. */
  readonly amount?: Minor
  /** Or chosen lines, each with the amount to credit. */
  readonly lines?: readonly { readonly lineNo: number; readonly amount: Minor }[]
}

export interface IssuedCreditNote {
  readonly clientId: bigint
  readonly creditNoteId: bigint
  readonly code: string
  readonly total: Minor
}

/**
 * Lowers an invoice by a numbered credit note. Where less is open than credited, the newest allocations are taken back first and the
 * money becomes credit, which pays other open invoices at once.
 * @throws creditExceedsLine 409 when earlier credits leave less; NotFound 404.
 */
export async function issueCreditNote(tx: Tx, { invoiceId, kind, reason, approvedBy = null, amount, lines = [] }: IssueCreditNote): Promise<IssuedCreditNote> {
  const invoice = await lockForCorrection(tx, invoiceId)
  const creditable = await creditableLines(tx, invoiceId)
  const credits: CreditLine[] = []
  for (const wanted of lines) {
    const line = creditable.find((candidate) => candidate.lineNo === wanted.lineNo)
    if (!line) throw creditExceedsLine(`Invoice ${invoice.code} has no line ${wanted.lineNo}`)
    if (wanted.amount > line.leftTotal)
      throw creditExceedsLine(`Line ${wanted.lineNo} of ${invoice.code} can be credited by ${line.leftTotal} at most; earlier credits took the rest`)
    credits.push(...creditOverLines([line], wanted.amount))
  }
  if (amount !== undefined) {
    const left = creditTotal(creditable.map((line) => ({ total: line.leftTotal })))
    if (amount > left) throw creditExceedsLine(`Invoice ${invoice.code} can be credited by ${left} at most; earlier credits took the rest`)
    credits.push(...creditOverLines(creditable, amount))
  }
  if (credits.length === 0) throw creditExceedsLine(`Nothing of ${invoice.code} is left to credit`)
  const note = await writeCreditNote(tx, invoice, { kind, reason, approvedBy, lines: credits, items: creditable })
  await applyCredit(tx, { clientId: invoice.clientId, reason: 'credit_note' })
  await refreshExpiryOf(tx, [invoiceId])
  return note
}

/** Locks the client's money, then the invoice. @throws NotFound; Conflict when void. */
export async function lockForCorrection(tx: Tx, invoiceId: bigint): Promise<InvoiceState> {
  const clientId = await clientOfInvoice(tx, invoiceId)
  if (clientId === null) throw NotFound.of('invoice', invoiceId)
  await lockClientBalances(tx, [clientId])
  const invoice = await lockInvoice(tx, invoiceId)
  if (!invoice) throw NotFound.of('invoice', invoiceId)
  if (invoice.voided > 0n) throw new Conflict('invoice_is_void', `Invoice ${invoice.code} is void; nothing of it can be corrected`)
  return invoice
}

export interface CreditNoteContent {
  readonly kind: CreditNoteKind
  readonly reason: string
  readonly approvedBy?: bigint | null
  readonly lines: readonly CreditLine[]
  /** The invoice's lines, for the income account of each. */
  readonly items: readonly { readonly lineNo: number; readonly item: string }[]
}

/** The writing half of a credit note; the caller holds the locks and applies credit afterwards. */
export async function writeCreditNote(tx: Tx, invoice: InvoiceState, content: CreditNoteContent): Promise<IssuedCreditNote> {
  const total = creditTotal(content.lines)
  if (total > invoice.open) {
    const needed = subtract(total, invoice.open)
    const freed = await takeBackFromInvoice(tx, invoice.clientId, invoice.id, needed, 'credit_note')
    if (freed < needed) throw creditExceedsLine(`Invoice ${invoice.code} is written off; credit at most what is open of it`)
  }
  const number = await takeNumber(tx, 'credit_note', tx.today, await invoiceSeries(tx, invoice.branchId))
  const creditNoteId = await insertCreditNote(tx, {
    invoice,
    number,
    kind: content.kind,
    reason: content.reason,
    approvedBy: content.approvedBy ?? null,
    lines: content.lines,
  })
  const lines = content.lines.map((line) => ({ ...line, item: content.items.find((item) => item.lineNo === line.lineNo)?.item ?? 'other' }))
  const vat = lines.reduce((sum, line) => sum + line.vat, 0n) as Minor
  const { clientId, branchId, resellerId } = invoice
  const asAllowance = content.kind === 'discount' || content.kind === 'waiver'
  await postEntry(tx, creditNoteEntry({ id: creditNoteId, clientId, branchId, issuedOn: tx.today, total, vat, lines }, asAllowance))
  await recordEvent(tx, 'credit_note.issued', {
    subjectType: 'credit_note',
    subjectId: creditNoteId,
    clientId,
    branchId,
    resellerId,
    after: {
      code: number.code,
      invoice: invoice.code,
      total_minor: Number(total),
      kind: content.kind,
      reason: content.reason,
      approved_by: content.approvedBy === null || content.approvedBy === undefined ? null : Number(content.approvedBy),
    },
  })
  await notify(tx, 'credit-note-issued', {
    clientId,
    dedupeKey: `credit-note-issued:${creditNoteId}`,
    payload: { credit_note_id: creditNoteId, code: number.code, total_minor: total },
  })
  return { clientId, creditNoteId, code: number.code, total }
}
