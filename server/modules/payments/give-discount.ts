import { Conflict, NotFound } from '../../kernel/errors.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { creditInvoice } from '#modules/billing/index.ts'
import { lockClientBalances } from '#modules/ledger/index.ts'
import { getSetting } from '#modules/settings/index.ts'
import { decideDiscountRequest, insertDiscountRequest, lockDiscountRequest, readDiscountable } from './discount-store.ts'
import type { DiscountKind } from './discount-store.ts'
import { discountLimits } from './settings.ts'

export interface GiveDiscount {
  readonly clientId: bigint
  readonly invoiceId: bigint
  readonly amount: Minor
  readonly kind?: DiscountKind
  readonly reason: string
}

export type GivenDiscount =
  | { readonly state: 'given'; readonly creditNoteId: bigint; readonly code: string }
  /** It waits for somebody who may approve it. */
  | { readonly state: 'waiting'; readonly requestId: bigint }

/**
 * A discount at the counter, as a credit note over what is open of one invoice: at once within what the person's role gives alone, else as
 * a request that waits for another person.
 * @throws NotFound 404; Conflict `amount_exceeds_open` 409.
 */
export async function giveDiscount(tx: Tx, { clientId, invoiceId, amount, kind = 'discount', reason }: GiveDiscount): Promise<GivenDiscount> {
  await lockClientBalances(tx, [clientId])
  await checkDiscountable(tx, clientId, invoiceId, amount)
  if (amount <= (await limitOf(tx))) {
    const note = await creditInvoice(tx, { invoiceId, kind, reason, amount, approvedBy: tx.actor.userId })
    return { state: 'given', creditNoteId: note.creditNoteId, code: note.code }
  }
  const requestId = await insertDiscountRequest(tx, { clientId, invoiceId, amount, kind, reason })
  await recordEvent(tx, 'discount.requested', {
    subjectType: 'discount_request',
    subjectId: requestId,
    clientId,
    after: { invoice_id: invoiceId, amount_minor: amount, kind, reason },
  })
  return { state: 'waiting', requestId }
}

/** As {@link giveDiscount}, for a discount that cannot wait: with a payment at the counter. @throws Conflict `discount_needs_approval` 409. */
export async function giveDiscountNow(tx: Tx, discount: GiveDiscount): Promise<void> {
  if (discount.amount > (await limitOf(tx)))
    throw new Conflict('discount_needs_approval', 'This discount is more than you may give alone; ask for it first, then take the payment')
  await giveDiscount(tx, discount)
}

/**
 * A second person agrees, and the credit note is issued, or refuses. Whoever asked may not decide.
 * @throws NotFound 404; Conflict `second_person_needed`, `already_decided`, `amount_exceeds_open` 409.
 */
export async function decideDiscount(
  tx: Tx,
  { requestId, isApproved, note = '' }: { requestId: bigint; isApproved: boolean; note?: string },
): Promise<{ creditNoteId: bigint | null }> {
  const request = await lockDiscountRequest(tx, requestId)
  if (!request) throw NotFound.of('discount request', requestId)
  if (request.state !== 'waiting') throw new Conflict('already_decided', 'Somebody has already decided on this')
  if (request.requested_by === tx.actor.userId) throw new Conflict('second_person_needed', 'You asked for this discount yourself; somebody else must decide')
  const creditNoteId = isApproved ? await issueApproved(tx, request) : null
  await decideDiscountRequest(tx, requestId, { state: isApproved ? 'approved' : 'rejected', note, creditNoteId })
  await recordEvent(tx, isApproved ? 'discount.approved' : 'discount.rejected', {
    subjectType: 'discount_request',
    subjectId: requestId,
    clientId: request.client_id,
    after: { amount_minor: request.amount_minor, credit_note_id: creditNoteId, note },
  })
  return { creditNoteId }
}

async function issueApproved(
  tx: Tx,
  request: { client_id: bigint; invoice_id: bigint; amount_minor: Minor; kind: DiscountKind; reason: string },
): Promise<bigint> {
  await lockClientBalances(tx, [request.client_id])
  await checkDiscountable(tx, request.client_id, request.invoice_id, request.amount_minor)
  const issued = await creditInvoice(tx, {
    invoiceId: request.invoice_id,
    kind: request.kind,
    reason: request.reason,
    amount: request.amount_minor,
    approvedBy: tx.actor.userId,
  })
  return issued.creditNoteId
}

async function limitOf(tx: Tx): Promise<bigint> {
  return BigInt((await getSetting(tx, discountLimits))[tx.actor.role] ?? 0)
}

async function checkDiscountable(tx: Tx, clientId: bigint, invoiceId: bigint, amount: Minor): Promise<void> {
  const invoice = await readDiscountable(tx, tx.actor.scope, invoiceId)
  if (!invoice || invoice.clientId !== clientId) throw NotFound.of('invoice of this client', invoiceId)
  if (amount > invoice.open) throw new Conflict('amount_exceeds_open', `Of ${invoice.code} ${invoice.open} is open; a discount is at most that`)
}
