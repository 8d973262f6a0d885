import { Conflict, Invalid, NotFound } from '../../../kernel/errors.ts'
import { subtract } from '../../../kernel/money.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { ACCOUNT } from '../account.ts'
import { credit, debit } from '../entry.ts'
import { postEntry } from '../post-entry.ts'
import { readPostings } from '../store.ts'
import { lockWallets } from '../wallets/store.ts'
import type { Wallet } from '../wallets/wallet.ts'
import { allowedOnTransfer } from './allowed.ts'
import type { TransferAction } from './allowed.ts'
import { refuseUnless } from './refuse.ts'
import { isInReach } from './transfer.ts'
import type { Transfer } from './transfer.ts'
import { insertOutcome, isAlone, lockTransfer } from './transfer-store.ts'

export interface AcceptTransfer {
  readonly transferId: bigint
  /** What arrived; what the sender counted, else what was sent, where not said. */
  readonly received?: Minor
  /** Why it differs from what was sent, where it does and the sender has not said it. */
  readonly reason: string
}

/**
 * Takes what was sent into the wallet it was sent to; what is missing or too much is posted to short and over, with the reason.
 * Once for each transfer.
 * @throws NotFound 404; Forbidden 403; Invalid 422 for a difference without a reason; Conflict `transfer_over`, `second_person_needed`, `wallet_closed`, `wallet_limit` 409.
 */
export async function acceptTransfer(tx: Tx, { transferId, received: counted, reason }: AcceptTransfer): Promise<{ difference: Minor }> {
  const { transfer, from, to, isAloneHere } = await lock(tx, transferId, 'accept')
  const received = counted ?? transfer.counted_minor ?? transfer.amount_minor
  if (received <= 0n) throw new Invalid('Nothing arrived; reject the transfer', { errors: [{ field: 'received_minor', message: 'Must be more than 0' }] })
  const difference = subtract(received, transfer.amount_minor)
  if (difference !== 0n) {
    if (transfer.sent_by !== null && transfer.sent_by === tx.actor.userId && !isAloneHere)
      throw new Conflict('second_person_needed', 'You sent it yourself; somebody else must accept it where the amount differs')
    if (reason === '' && !(received === transfer.counted_minor && transfer.reason !== ''))
      throw new Invalid('It differs from what was sent; say why', { errors: [{ field: 'reason', message: 'Needed where the amount differs' }] })
  }
  await postEntry(tx, {
    kind: 'transfer_accepted',
    documentKind: 'wallet_transfer',
    documentId: transferId,
    bookedOn: tx.today,
    memo: reason === '' ? transfer.reason : reason,
    postings: [
      debit(ACCOUNT.wallets, received, { walletId: to.id, branchId: to.branch_id }),
      credit(ACCOUNT.shortOver, difference, { branchId: from.branch_id }),
      credit(ACCOUNT.inTransit, transfer.amount_minor, { branchId: await branchInTransit(tx, transferId) }),
    ],
  })
  await insertOutcome(tx, { transferId, kind: 'accepted', received, reason })
  await record(tx, 'wallet.transfer_accepted', transfer, { received_minor: received, difference_minor: difference, reason })
  return { difference }
}

/** Sends what was sent back, untaken. @throws NotFound 404; Forbidden 403; Conflict `transfer_over`, `cancel_instead`, `wallet_limit` 409. */
export async function rejectTransfer(tx: Tx, { transferId, reason }: { transferId: bigint; reason: string }): Promise<void> {
  await giveBack(tx, transferId, 'reject', reason)
}

/** The sender takes it back before it is accepted. @throws NotFound 404; Forbidden 403; Conflict `transfer_over`, `wallet_limit` 409. */
export async function cancelTransfer(tx: Tx, { transferId, reason }: { transferId: bigint; reason: string }): Promise<void> {
  await giveBack(tx, transferId, 'cancel', reason)
}

async function giveBack(tx: Tx, transferId: bigint, action: 'reject' | 'cancel', reason: string): Promise<void> {
  const { transfer } = await lock(tx, transferId, action)
  const { entryId, postings } = await readPostings(tx, 'transfer', transferId)
  await postEntry(tx, {
    kind: 'transfer_returned',
    documentKind: 'wallet_transfer',
    documentId: transferId,
    bookedOn: tx.today,
    reversesId: entryId,
    memo: reason,
    postings: postings.map((posting) => ({ ...posting, amount: -posting.amount as Minor })),
  })
  const kind = action === 'reject' ? 'rejected' : 'cancelled'
  await insertOutcome(tx, { transferId, kind, received: null, reason })
  await record(tx, `wallet.transfer_${kind}`, transfer, { reason })
}

/** The transfer with both its wallets, locked, where the person may do this with it. One outside his reach does not exist for him. */
async function lock(tx: Tx, transferId: bigint, action: TransferAction): Promise<{ transfer: Transfer; from: Wallet; to: Wallet; isAloneHere: boolean }> {
  const transfer = await lockTransfer(tx, transferId)
  if (!transfer) throw NotFound.of('transfer', transferId)
  const wallets = await lockWallets(tx, [transfer.from_wallet_id, transfer.to_wallet_id])
  const [from, to] = [wallets.get(transfer.from_wallet_id), wallets.get(transfer.to_wallet_id)]
  if (!from || !to || !(isInReach(tx.actor, from) || isInReach(tx.actor, to))) throw NotFound.of('transfer', transferId)
  const isAloneHere = await isAlone(tx)
  refuseUnless(allowedOnTransfer(tx.actor, { transfer, from, to, isAlone: isAloneHere })[action])
  return { transfer, from, to, isAloneHere }
}

/** The branch it was sent from, then; a wallet may have moved to another one since. */
async function branchInTransit(tx: Tx, transferId: bigint): Promise<bigint | null> {
  const { postings } = await readPostings(tx, 'transfer', transferId)
  return postings.find(({ accountId }) => accountId === ACCOUNT.inTransit)?.branchId ?? null
}

async function record(tx: Tx, action: string, transfer: Transfer, after: Record<string, unknown>): Promise<void> {
  const wallets = { from_wallet_id: transfer.from_wallet_id, to_wallet_id: transfer.to_wallet_id }
  await recordEvent(tx, action, {
    subjectType: 'wallet_transfer',
    subjectId: transfer.id,
    after: { code: transfer.code, ...wallets, amount_minor: transfer.amount_minor, ...after },
  })
}
