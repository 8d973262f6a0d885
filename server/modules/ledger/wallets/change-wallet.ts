import { Conflict, Invalid, NotFound } from '../../../kernel/errors.ts'
import { ZERO } from '../../../kernel/money.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import { ACCOUNT } from '../account.ts'
import { walletBalances } from '../balance-store.ts'
import { credit, debit } from '../entry.ts'
import { postEntry } from '../post-entry.ts'
import { hasMoneyInTransit } from '../transfers/transfer-store.ts'
import { hasOpeningBalance, insertOpeningBalance, insertWallet, lockWallet, setWalletLimit, updateWallet } from './store.ts'
import type { Wallet, WalletFacts } from './wallet.ts'

/** Opens a wallet. @throws 409 `wallet_code_taken`; Invalid 422 for a drawer that belongs to nobody. */
export async function createWallet(tx: Tx, facts: WalletFacts): Promise<bigint> {
  checkOwner(facts.kind, facts.ownerUserId)
  const id = await insertWallet(tx, facts)
  await recordEvent(tx, 'wallet.created', {
    subjectType: 'wallet',
    subjectId: id,
    branchId: facts.branchId,
    after: { code: facts.code, name: facts.name, kind: facts.kind, owner_user_id: facts.ownerUserId, limit_minor: facts.limit },
  })
  return id
}

export interface EditWallet {
  readonly name?: string
  readonly branchId?: bigint | null
  readonly ownerUserId?: bigint | null
  readonly limit?: Minor | null
  readonly isActive?: boolean
}

/**
 * Changes what is said of a wallet; its kind and code stay, because receipts carry them. Repeatable.
 * @throws NotFound 404; Conflict `wallet_not_empty`, `wallet_in_transit` 409 when a wallet with money in it, or on its way from or to it, is to be closed; `wallet_limit` 409 when it holds more than its new limit.
 */
export async function editWallet(tx: Tx, id: bigint, change: EditWallet): Promise<void> {
  const before = await lockWallet(tx, id)
  if (!before) throw NotFound.of('wallet', id)
  const after = {
    name: change.name ?? before.name,
    branchId: change.branchId === undefined ? before.branch_id : change.branchId,
    ownerUserId: change.ownerUserId === undefined ? before.owner_user_id : change.ownerUserId,
    limit: change.limit === undefined ? before.limit_minor : change.limit,
    isActive: change.isActive ?? before.is_active,
  }
  checkOwner(before.kind, after.ownerUserId)
  const balance = async (): Promise<Minor> => (await walletBalances(tx, [id])).get(id) ?? ZERO
  if (before.is_active && !after.isActive && (await balance()) !== 0n)
    throw new Conflict('wallet_not_empty', `${before.name} still holds money; move it to another wallet first`)
  if (before.is_active && !after.isActive && (await hasMoneyInTransit(tx, id)))
    throw new Conflict('wallet_in_transit', `Money from or to ${before.name} is on its way; have it accepted or take it back first`)
  await updateWallet(tx, id, after)
  if (after.limit !== before.limit_minor) await setWalletLimit(tx, id, after.limit, balance)
  await recordEvent(tx, 'wallet.changed', {
    subjectType: 'wallet',
    subjectId: id,
    branchId: after.branchId,
    before: shown(before),
    after: shown({
      ...before,
      name: after.name,
      branch_id: after.branchId,
      owner_user_id: after.ownerUserId,
      limit_minor: after.limit,
      is_active: after.isActive,
    }),
  })
}

/**
 * What a wallet held before the books began here: Dr wallet, Cr opening equity. Once for each wallet.
 * @throws NotFound 404; Conflict `opening_balance_exists` 409.
 */
export async function openWalletBalance(tx: Tx, { walletId, amount, reason }: { walletId: bigint; amount: Minor; reason: string }): Promise<bigint> {
  const wallet = await lockWallet(tx, walletId)
  if (!wallet) throw NotFound.of('wallet', walletId)
  if (await hasOpeningBalance(tx, walletId))
    throw new Conflict('opening_balance_exists', `${wallet.name} was already opened with a balance; correct it by an entry`)
  const id = await insertOpeningBalance(tx, { walletId, amount, bookedOn: tx.today, reason })
  await postEntry(tx, {
    kind: 'opening_balance',
    documentKind: 'opening_balance',
    documentId: id,
    bookedOn: tx.today,
    memo: reason,
    postings: [debit(ACCOUNT.wallets, amount, { walletId, branchId: wallet.branch_id }), credit(ACCOUNT.openingEquity, amount, { branchId: wallet.branch_id })],
  })
  await recordEvent(tx, 'wallet.opened', { subjectType: 'wallet', subjectId: walletId, branchId: wallet.branch_id, after: { amount_minor: amount, reason } })
  return id
}

function checkOwner(kind: string, ownerUserId: bigint | null): void {
  if (kind === 'drawer' && ownerUserId === null)
    throw new Invalid('A drawer belongs to somebody; say whose it is', { errors: [{ field: 'owner_user_id', message: 'Needed for a drawer' }] })
}

const shown = ({ name, branch_id, owner_user_id, limit_minor, is_active }: Wallet) => ({ name, branch_id, owner_user_id, limit_minor, is_active })
