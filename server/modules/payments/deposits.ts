import { Conflict, NotFound } from '../../kernel/errors.ts'
import { minOf, negate, sumOf, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { restoreIfSettled } from '#modules/billing/index.ts'
import { ACCOUNT, credit, debit, postEntry, readWallet, takeNumber } from '#modules/ledger/index.ts'
import type { DocumentNumber } from '#modules/ledger/index.ts'
import { notify } from '#modules/notifications/index.ts'
import { checkGivingWallet, chooseWallet } from './choose-wallet.ts'
import { insertMovement, insertWithReceipt, nextMovementId, readDeposit } from './deposit-store.ts'
import type { StaffMethod } from './payment.ts'
import { lockPaymentFacts } from './payment-store.ts'
import { dueOf, planAllocation } from './plan-allocation.ts'
import { recordPayment } from './record-payment.ts'
import { checkClient } from './take-payment.ts'

export interface TakeDeposit {
  readonly clientId: bigint
  readonly amount: Minor
  readonly method: StaffMethod
  readonly walletId?: bigint | null
  readonly reason?: string
}

export interface MovedDeposit {
  readonly movementId: bigint
  readonly receiptCode: string
  readonly held: Minor
}

/** Takes a security deposit: it is held, and pays nothing until it is offset. @throws as takePayment for client and wallet. */
export async function takeDeposit(tx: Tx, { clientId, amount, method, walletId = null, reason = '' }: TakeDeposit): Promise<MovedDeposit> {
  const facts = await lockPaymentFacts(tx, { clientId, walletId, method, trxId: null, valueOn: tx.today })
  checkClient(tx, clientId, facts)
  const branchId = facts.client?.branchId ?? null
  const wallet = chooseWallet({ method, candidates: facts.wallets, isNamed: walletId !== null, actor: tx.actor, branchId })
  const movementId = await nextMovementId(tx)
  await postEntry(tx, {
    kind: 'deposit',
    documentKind: 'deposit',
    documentId: movementId,
    bookedOn: tx.today,
    postings: [debit(ACCOUNT.wallets, amount, { walletId: wallet.id, branchId }), credit(ACCOUNT.depositsHeld, amount, { clientId, branchId })],
  })
  const number = await receiptNumber(tx, wallet)
  await insertWithReceipt(tx, { id: movementId, clientId, kind: 'taken', amount, method, walletId: wallet.id, number, reason })
  await recordEvent(tx, 'deposit.taken', {
    subjectType: 'client',
    subjectId: clientId,
    clientId,
    branchId,
    resellerId: facts.client?.resellerId ?? null,
    after: { receipt_code: number.code, amount_minor: amount, wallet_id: wallet.id, method, reason },
  })
  await notify(tx, 'deposit-taken', { clientId, dedupeKey: `deposit-taken:${movementId}`, payload: { amount_minor: amount, receipt_code: number.code } })
  return { movementId, receiptCode: number.code, held: await readDeposit(tx, clientId) }
}

/** Gives a deposit back, or a part of it. @throws Conflict `deposit_not_enough`, `wallet_limit` 409. */
export async function returnDeposit(
  tx: Tx,
  { clientId, amount, walletId, reason }: { clientId: bigint; amount: Minor; walletId: bigint; reason: string },
): Promise<MovedDeposit> {
  const { branchId, resellerId } = await lockClient(tx, clientId)
  await checkHeld(tx, clientId, amount)
  const wallet = checkGivingWallet(await readWallet(tx, walletId), tx.actor)
  const movementId = await nextMovementId(tx)
  await postEntry(tx, {
    kind: 'deposit',
    documentKind: 'deposit',
    documentId: movementId,
    bookedOn: tx.today,
    postings: [debit(ACCOUNT.depositsHeld, amount, { clientId, branchId }), credit(ACCOUNT.wallets, amount, { walletId: wallet.id, branchId })],
  })
  const number = await receiptNumber(tx, wallet)
  await insertWithReceipt(tx, { id: movementId, clientId, kind: 'returned', amount: negate(amount), method: null, walletId: wallet.id, number, reason })
  await recordEvent(tx, 'deposit.returned', {
    subjectType: 'client',
    subjectId: clientId,
    clientId,
    branchId,
    resellerId,
    after: { receipt_code: number.code, amount_minor: amount, wallet_id: wallet.id, reason },
  })
  await notify(tx, 'deposit-returned', { clientId, dedupeKey: `deposit-returned:${movementId}`, payload: { amount_minor: amount, receipt_code: number.code } })
  return { movementId, receiptCode: number.code, held: await readDeposit(tx, clientId) }
}

/** The wallet's own series: its receipts are one book, whatever the money was for. */
const receiptNumber = (tx: Tx, { id, code }: { id: bigint; code: string }): Promise<DocumentNumber> =>
  takeNumber(tx, 'receipt', tx.today, { key: `wallet:${id}`, code })

export interface OffsetDeposit {
  readonly clientId: bigint
  /** What is open, as far as the deposit goes, where not said. */
  readonly amount?: Minor
  readonly reason: string
}

/**
 * Turns a deposit into a payment of method `deposit` that pays what is open, oldest due first. Repeatable without an amount: a second call
 * finds nothing held or nothing open and returns null. @throws Conflict `deposit_not_enough` 409.
 */
export async function offsetDeposit(tx: Tx, { clientId, amount, reason }: OffsetDeposit): Promise<{ paymentId: bigint; amount: Minor; paid: Minor } | null> {
  const facts = await lockPaymentFacts(tx, { clientId, walletId: null, method: 'deposit', trxId: null, valueOn: tx.today })
  checkClient(tx, clientId, facts)
  const offset = amount ?? minOf(await readDeposit(tx, clientId), dueOf(facts.open, null))
  if (offset <= 0n) return null
  await checkHeld(tx, clientId, offset)
  const allocations = planAllocation(facts.paymentId, offset, facts.open, null)
  await recordPayment(tx, {
    id: facts.paymentId,
    clientId,
    branchId: facts.client?.branchId ?? null,
    resellerId: facts.client?.resellerId ?? null,
    wallet: null,
    method: 'deposit',
    amount: offset,
    rounding: ZERO,
    trxId: null,
    source: 'staff',
    sourceRef: null,
    valueOn: tx.today,
    note: reason,
    allocations,
  })
  await insertMovement(tx, { clientId, kind: 'offset', amount: negate(offset), walletId: null, paymentId: facts.paymentId, reason })
  await restoreIfSettled(tx, clientId)
  return { paymentId: facts.paymentId, amount: offset, paid: sumOf(allocations, (allocation) => allocation.amount) }
}

async function checkHeld(tx: Tx, clientId: bigint, amount: Minor): Promise<void> {
  const held = await readDeposit(tx, clientId)
  if (amount > held) throw new Conflict('deposit_not_enough', `Only ${held} is held of this client`, { held_minor: held })
}

async function lockClient(tx: Tx, clientId: bigint): Promise<{ branchId: bigint; resellerId: bigint | null }> {
  const facts = await lockPaymentFacts(tx, { clientId, walletId: null, method: 'deposit', trxId: null, valueOn: tx.today })
  checkClient(tx, clientId, facts)
  if (facts.client === null) throw NotFound.of('client', clientId)
  return facts.client
}
