import { Conflict, Invalid, NotFound } from '../../../kernel/errors.ts'
import { ZERO } from '../../../kernel/money.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { ACCOUNT } from '../account.ts'
import { walletBalances } from '../balance-store.ts'
import { credit, debit } from '../entry.ts'
import { postEntry } from '../post-entry.ts'
import { takeNumber } from '../take-number.ts'
import { lockWallet, lockWalletBalance, readWallet } from '../wallets/store.ts'
import type { Wallet } from '../wallets/wallet.ts'
import { allowedOnWallet } from './allowed.ts'
import { refuseUnless } from './refuse.ts'
import { isInReach } from './transfer.ts'
import type { TransferKind } from './transfer.ts'
import { insertTransfer, nextTransferId } from './transfer-store.ts'

export interface SendTransfer {
  readonly fromWalletId: bigint
  readonly toWalletId: bigint
  readonly amount: Minor
  readonly reason: string
}

export interface SentTransfer {
  readonly transferId: bigint
  readonly code: string
}

/**
 * Sends money from one wallet towards another; it is in transit until it is accepted there. Not repeatable by itself.
 * @throws NotFound 404; Forbidden 403 for a wallet that is not the person's to send from; Invalid 422; Conflict `wallet_not_enough`, `wallet_closed`, `month_closed` 409.
 */
export async function sendTransfer(tx: Tx, { fromWalletId, toWalletId, amount, reason }: SendTransfer): Promise<SentTransfer> {
  const from = await lockSender(tx, fromWalletId)
  refuseUnless(allowedOnWallet(tx.actor, from).transfer)
  const held = await lockHeld(tx, from)
  if (amount > held) throw new Conflict('wallet_not_enough', `${from.name} holds ${held}; send at most that`, { balance_minor: held })
  return await send(tx, { kind: 'transfer', from, toWalletId, amount, counted: null, reason })
}

export interface HandOver {
  readonly walletId: bigint
  readonly toWalletId: bigint
  /** The cash as it was counted. */
  readonly counted: Minor
  /** Why the count differs from the books, where it does. */
  readonly reason: string
}

/**
 * Hands everything over that a drawer should hold by the books, with the cash counted. What is missing or too much is posted to short and
 * over when the receiver accepts, who counts it again.
 * @throws as sendTransfer; Conflict `nothing_to_hand_over`, `not_a_drawer` 409; Invalid 422 where the count differs and nobody says why.
 */
export async function handOver(tx: Tx, { walletId, toWalletId, counted, reason }: HandOver): Promise<SentTransfer> {
  const from = await lockSender(tx, walletId)
  refuseUnless(allowedOnWallet(tx.actor, from).hand_over)
  const amount = await lockHeld(tx, from)
  if (amount <= 0n) throw new Conflict('nothing_to_hand_over', `${from.name} holds nothing`, { balance_minor: amount })
  if (counted !== amount && reason === '')
    throw new Invalid('The cash differs from the books; say why', { errors: [{ field: 'reason', message: 'Needed where the count differs' }] })
  return await send(tx, { kind: 'hand_over', from, toWalletId, amount, counted, reason })
}

async function lockSender(tx: Tx, walletId: bigint): Promise<Wallet> {
  const wallet = await lockWallet(tx, walletId)
  if (!wallet) throw NotFound.of('wallet', walletId)
  return wallet
}

/** What a wallet holds. Nobody else sends from it meanwhile: its row is locked, and the balance of a limited one is too. */
async function lockHeld(tx: Tx, { id }: Wallet): Promise<Minor> {
  return (await lockWalletBalance(tx, id)) ?? (await walletBalances(tx, [id])).get(id) ?? ZERO
}

interface Sending {
  readonly kind: TransferKind
  readonly from: Wallet
  readonly toWalletId: bigint
  readonly amount: Minor
  readonly counted: Minor | null
  readonly reason: string
}

async function send(tx: Tx, { kind, from, toWalletId, amount, counted, reason }: Sending): Promise<SentTransfer> {
  const to = await readWallet(tx, toWalletId)
  const field = 'to_wallet_id'
  if (!to || !isInReach(tx.actor, to)) throw new Invalid('There is no such wallet', { errors: [{ field, message: 'There is no such wallet' }] })
  if (to.id === from.id) throw new Invalid('Money is sent to another wallet', { errors: [{ field, message: 'Must be another wallet' }] })
  if (!to.is_active) throw new Conflict('wallet_closed', `${to.name} is closed; choose another wallet`)
  const transferId = await nextTransferId(tx)
  await postEntry(tx, {
    kind: 'transfer',
    documentKind: 'wallet_transfer',
    documentId: transferId,
    bookedOn: tx.today,
    memo: reason,
    postings: [
      debit(ACCOUNT.inTransit, amount, { branchId: from.branch_id }),
      credit(ACCOUNT.wallets, amount, { walletId: from.id, branchId: from.branch_id }),
    ],
  })
  const number = await takeNumber(tx, 'transfer', tx.today)
  await insertTransfer(tx, { id: transferId, number, kind, fromWalletId: from.id, toWalletId, amount, counted, reason })
  await recordEvent(tx, kind === 'hand_over' ? 'wallet.handed_over' : 'wallet.transfer_sent', {
    subjectType: 'wallet_transfer',
    subjectId: transferId,
    branchId: from.branch_id,
    after: {
      code: number.code,
      from_wallet_id: from.id,
      to_wallet_id: to.id,
      amount_minor: amount,
      ...(counted === null ? {} : { counted_minor: counted }),
      reason,
    },
  })
  return { transferId, code: number.code }
}
