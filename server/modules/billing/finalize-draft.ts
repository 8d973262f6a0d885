import { Conflict, NotFound } from '../../kernel/errors.ts'
import { toMinor } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { openCharge } from '#modules/charges/index.ts'
import { lockDraft, markFinalized } from './draft-store.ts'
import { assemble } from './invoice.ts'
import { finalizeInvoice } from './issue-invoice.ts'
import type { IssuedInvoice } from './issue-invoice.ts'
import { NothingToBill } from './errors.ts'
import { lockBillingTerms } from './terms-store.ts'

/**
 * Turns a hand-made draft into an invoice: its lines become one-time charges of today and are billed alone. Takes the number only now.
 * @throws NotFound 404; Conflict `already_finalized` 409; NothingToBill 409.
 */
export async function finalizeDraft(tx: Tx, draftId: bigint): Promise<IssuedInvoice> {
  const draft = await lockDraft(tx, draftId)
  if (!draft) throw NotFound.of('invoice draft', draftId)
  if (draft.finalized_invoice_id !== null)
    throw new Conflict('already_finalized', `This draft already became an invoice`, { invoice_id: Number(draft.finalized_invoice_id) })
  const opened = new Set<bigint>()
  for (const line of draft.content.lines) {
    const charge = await openCharge(tx, {
      clientId: draft.client_id,
      kind: 'one_time',
      item: line.item,
      description: line.description,
      quantityMilli: BigInt(line.quantity_milli),
      unitPrice: toMinor(line.unit_price_minor),
      vatRateId: line.vat_rate_id === null ? null : BigInt(line.vat_rate_id),
      vatInclusive: line.vat_inclusive,
      startsOn: tx.today,
    })
    opened.add(charge.id)
  }
  const terms = await lockBillingTerms(tx, draft.client_id, tx.today)
  if (!terms) throw NotFound.of('client', draft.client_id)
  const day = { startsOn: tx.today, endsOn: tx.today.add({ days: 1 }) }
  const segments = terms.charges.filter((charge) => opened.has(charge.id)).map((charge) => ({ charge, segment: { ...day, cycle: day } }))
  const issued = await finalizeInvoice(tx, terms, assemble(terms, segments), { issuedOn: tx.today, kind: 'manual' })
  if (!issued) throw new NothingToBill('All lines of this draft come to zero; there is nothing to invoice')
  await markFinalized(tx, draftId, issued.invoiceId)
  return issued
}
