import type { Tx } from '../../platform/db/tx.ts'
import { isMonthClosed, postEntry, readPostings, takeNumber } from '#modules/ledger/index.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { returnCursors } from '#modules/charges/index.ts'
import { voidEntry } from './entries.ts'
import { invoiceNotVoidable } from './errors.ts'
import { lockForCorrection } from './issue-credit-note.ts'
import { refreshExpiryOf } from './refresh-expiry.ts'
import { invoiceSeries } from './series.ts'
import { restoreIfSettled } from './suspensions/restore-if-settled.ts'
import { freePeriodsOfVoid, insertVoid } from './corrections-store.ts'

/**
 * Voids an unpaid invoice of an open month: the document stays and keeps its number, its postings are taken back, its newest periods can be
 * billed again and older ones are given up.
 * @throws invoiceNotVoidable 409 when anything is paid, credited or written off, or its month is closed.
 */
export async function voidInvoice(tx: Tx, { invoiceId, reason }: { invoiceId: bigint; reason: string }): Promise<{ voidId: bigint; code: string }> {
  const invoice = await lockForCorrection(tx, invoiceId)
  if (invoice.allocated > 0n) throw invoiceNotVoidable(`Invoice ${invoice.code} has payments on it; reverse them first or issue a credit note`)
  if (invoice.credited > 0n || invoice.writtenOff > 0n)
    throw invoiceNotVoidable(`Invoice ${invoice.code} is already corrected; issue a credit note for the rest`)
  if (await isMonthClosed(tx, invoice.issuedOn)) throw invoiceNotVoidable(`The month of ${invoice.code} is closed; issue a credit note instead`)
  const postings = await readPostings(tx, 'invoice', invoiceId)
  await returnCursors(tx, await freePeriodsOfVoid(tx, invoiceId))
  const number = await takeNumber(tx, 'void', tx.today, await invoiceSeries(tx, invoice.branchId))
  const voidId = await insertVoid(tx, { invoiceId, number, reason })
  await refreshExpiryOf(tx, [invoiceId])
  await postEntry(tx, voidEntry(voidId, tx.today, postings.postings, postings.entryId))
  const { clientId, branchId, resellerId } = invoice
  await recordEvent(tx, 'invoice.voided', {
    subjectType: 'invoice',
    subjectId: invoiceId,
    clientId,
    branchId,
    resellerId,
    before: { open_minor: Number(invoice.open) },
    after: { void: number.code, reason },
  })
  await restoreIfSettled(tx, clientId)
  return { voidId, code: number.code }
}
