import { Conflict, NotFound } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { allocate, insertPaymentBalance, openDebts, partyOfClient, payInvoices, recomputeLateFees, restoreIfSettled } from '#modules/billing/index.ts'
import { ACCOUNT, credit, debit, lockClientBalances, postEntry } from '#modules/ledger/index.ts'
import { notify } from '#modules/notifications/index.ts'
import type { PaymentRow } from './payment.ts'
import { lockPayment } from './payment-store.ts'
import { decideMatch, insertMatch, lockMatch } from './suspense-store.ts'

/**
 * Says whose unknown money is; it becomes his when a second person agrees.
 * @throws NotFound 404; Conflict `payment_not_in_suspense`, `match_already_proposed`, `payment_already_reversed` 409.
 */
export async function proposeMatch(
  tx: Tx,
  { paymentId, clientId, reason }: { paymentId: bigint; clientId: bigint; reason: string },
): Promise<{ matchId: bigint }> {
  const payment = await unknownPayment(tx, paymentId)
  if (!(await partyOfClient(tx, clientId))) throw NotFound.of('client', clientId)
  if (await lockMatch(tx, paymentId)) throw new Conflict('match_already_proposed', 'Somebody has already said whose money this is; decide on that first')
  const matchId = await insertMatch(tx, { paymentId, clientId, reason })
  await recordEvent(tx, 'suspense.match_proposed', {
    subjectType: 'payment',
    subjectId: paymentId,
    clientId,
    branchId: payment.branchId,
    after: { amount_minor: payment.amount, reason },
  })
  return { matchId }
}

/**
 * A second person agrees that unknown money is a client's: it leaves suspense, becomes his credit by its own value day, and pays what he
 * owes, oldest due first. Or he refuses, and it waits for another match.
 * @throws NotFound 404; Conflict `second_person_needed`, `payment_not_in_suspense` 409.
 */
export async function decideOnMatch(tx: Tx, { paymentId, isApproved }: { paymentId: bigint; isApproved: boolean }): Promise<{ clientId: bigint }> {
  const payment = await unknownPayment(tx, paymentId)
  const match = await lockMatch(tx, paymentId)
  if (match?.state !== 'proposed') throw NotFound.of('proposed match of payment', paymentId)
  if (match.proposedBy === tx.actor.userId) throw new Conflict('second_person_needed', 'You said yourself whose money this is; somebody else must agree')
  const { clientId } = match
  if (isApproved) await matchSuspense(tx, payment, match.id, clientId)
  await decideMatch(tx, match.id, isApproved ? 'approved' : 'rejected')
  await recordEvent(tx, isApproved ? 'suspense.matched' : 'suspense.match_rejected', {
    subjectType: 'payment',
    subjectId: paymentId,
    clientId,
    branchId: payment.branchId,
    after: { amount_minor: payment.amount },
  })
  return { clientId }
}

async function matchSuspense(tx: Tx, payment: PaymentRow, matchId: bigint, clientId: bigint): Promise<void> {
  const party = await partyOfClient(tx, clientId)
  if (!party) throw NotFound.of('client', clientId)
  await lockClientBalances(tx, [clientId])
  await insertPaymentBalance(tx, { paymentId: payment.id, clientId, valueOn: payment.valueOn, remaining: payment.amount })
  await postEntry(tx, {
    kind: 'suspense_match',
    documentKind: 'suspense_match',
    documentId: matchId,
    bookedOn: tx.today,
    postings: [
      debit(ACCOUNT.suspense, payment.amount, { branchId: payment.branchId }),
      credit(ACCOUNT.clientCredit, payment.amount, { clientId, branchId: party.branchId }),
    ],
  })
  await payInvoices(tx, clientId, allocate([{ paymentId: payment.id, remaining: payment.amount }], await openDebts(tx, clientId)), 'payment')
  await recomputeLateFees(tx, clientId)
  await restoreIfSettled(tx, clientId)
  await notify(tx, 'payment-received', {
    clientId,
    dedupeKey: `payment-received:${payment.id}`,
    payload: { payment_id: payment.id, receipt_code: payment.receiptCode, amount_minor: payment.amount, method: payment.method },
  })
}

async function unknownPayment(tx: Tx, paymentId: bigint): Promise<PaymentRow> {
  const payment = await lockPayment(tx, paymentId)
  if (!payment) throw NotFound.of('payment', paymentId)
  if (payment.clientId !== null) throw new Conflict('payment_not_in_suspense', 'This payment already belongs to a client')
  if (payment.isReversed) throw new Conflict('payment_already_reversed', 'This payment was reversed')
  return payment
}
