import { AppError, Conflict, Forbidden, NotFound } from '../../kernel/errors.ts'
import { negate, sumOf } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { isBefore } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import type { Posting } from './entry.ts'
import { selectEntries } from './entry-list-store.ts'
import type { ListedEntry } from './entry-list-store.ts'
import { existingBranches, insertManualEntry, readAccounts, readWalletBranches } from './manual-entry-store.ts'
import { postEntry } from './post-entry.ts'

export class EntryNotPostable extends AppError {
  readonly code = 'entry_not_postable'
  readonly status = 422
}

export interface ManualPosting {
  readonly accountId: bigint
  readonly side: 'debit' | 'credit'
  readonly amount: Minor
  readonly walletId: bigint | null
  readonly branchId: bigint | null
}

export interface PostManualEntry {
  readonly bookedOn?: PlainDate
  readonly memo: string
  readonly postings: readonly ManualPosting[]
}

/**
 * Posts an entry made by hand: two sides of one sum, a reason, on a day of an open month. Accounts that stand for clients, gateways, resellers or
 * staff are kept by their documents and take no entry by hand; a wallet account takes one that names the wallet.
 * Not repeatable by itself. @throws EntryNotPostable 422; NotFound 404 for a wallet outside the person's branches; Forbidden 403 for another branch; `month_is_open` 409.
 */
export async function postManualEntry(tx: Tx, { bookedOn = tx.today, memo, postings }: PostManualEntry): Promise<bigint> {
  if (isBefore(tx.today, bookedOn)) throw new EntryNotPostable(`${bookedOn} has not come yet; book the entry on a day up to ${tx.today}`)
  const checked = await checkPostings(tx, postings)
  const documentId = await insertManualEntry(tx, { bookedOn, memo, reversesId: null })
  return await write(tx, { documentId, bookedOn, memo, postings: checked, reversed: null })
}

async function checkPostings(tx: Tx, postings: readonly ManualPosting[]): Promise<Posting[]> {
  const debits = sumOf(
    postings.filter(({ side }) => side === 'debit'),
    ({ amount }) => amount,
  )
  const credits = sumOf(
    postings.filter(({ side }) => side === 'credit'),
    ({ amount }) => amount,
  )
  if (debits !== credits) throw new EntryNotPostable(`Debits are ${debits}, credits ${credits}; they must be equal`)
  const accounts = await readAccounts(
    tx,
    postings.map(({ accountId }) => accountId),
  )
  const wallets = await readWalletBranches(
    tx,
    tx.actor.scope,
    postings.flatMap(({ walletId }) => walletId ?? []),
  )
  const branches = await existingBranches(
    tx,
    postings.flatMap(({ branchId }) => branchId ?? []),
  )
  const moved = postings.map(({ accountId, side, amount, walletId, branchId }): Posting => {
    const account = accounts.get(accountId)
    if (!account?.isActive) throw NotFound.of('account', accountId)
    if (account.controlOf !== null && account.controlOf !== 'wallet')
      throw new EntryNotPostable(`Account ${account.code} is kept by the documents of its ${account.controlOf}s; correct the document instead`)
    if (account.controlOf === 'wallet' && walletId === null) throw new EntryNotPostable(`Account ${account.code} stands for the wallets; say which one`)
    if (account.controlOf === null && walletId !== null) throw new EntryNotPostable(`Account ${account.code} does not stand for a wallet; leave the wallet out`)
    if (walletId !== null && !wallets.has(walletId)) throw NotFound.of('wallet', walletId)
    if (branchId !== null && !branches.has(branchId)) throw NotFound.of('branch', branchId)
    const branch = branchId ?? (walletId === null ? null : (wallets.get(walletId) ?? null))
    refuseOtherBranch(tx, branch)
    return { accountId, amount: side === 'debit' ? amount : negate(amount), walletId, branchId: branch }
  })
  const perAccount = Map.groupBy(moved, ({ accountId, walletId, branchId }) => `${accountId}/${walletId}/${branchId}`)
  if ([...perAccount.values()].every((lines) => sumOf(lines, ({ amount }) => amount) === 0n))
    throw new EntryNotPostable('What this entry debits it credits again; nothing would be left of it')
  return moved
}

function refuseOtherBranch({ actor: { scope } }: Tx, branchId: bigint | null): void {
  if (scope.kind === 'company') return
  if (scope.kind === 'branches' && branchId !== null && scope.branchIds.includes(branchId)) return
  throw new Forbidden('Name one of your own branches on every line of the entry')
}

/**
 * Takes an entry made by hand back by its mirror image. @throws NotFound 404; Conflict `entry_not_manual`, `entry_already_reversed` 409.
 */
export async function reverseManualEntry(
  tx: Tx,
  { entryId, bookedOn = tx.today, memo }: { entryId: bigint; bookedOn?: PlainDate; memo: string },
): Promise<bigint> {
  const [entry] = await selectEntries(tx, tx.actor.scope, { id: entryId }, { limit: 1 })
  if (!entry) throw NotFound.of('entry', entryId)
  if (entry.kind !== 'manual')
    throw new Conflict('entry_not_manual', `Entry ${entryId} belongs to a ${entry.document_kind.replaceAll('_', ' ')}; correct that document instead`)
  if (entry.reversed_by_id !== null) throw new Conflict('entry_already_reversed', `Entry ${entryId} was already taken back by entry ${entry.reversed_by_id}`)
  if (isBefore(tx.today, bookedOn) || isBefore(bookedOn, entry.booked_on))
    throw new EntryNotPostable(`Book the reversal on a day from ${entry.booked_on} to ${tx.today}`)
  const documentId = await insertManualEntry(tx, { bookedOn, memo, reversesId: entry.document_id })
  return await write(tx, { documentId, bookedOn, memo, postings: mirror(tx, entry), reversed: entry.id })
}

const mirror = (tx: Tx, entry: ListedEntry): Posting[] =>
  entry.postings.map(({ account_id, debit_minor, credit_minor, wallet_id, branch_id }) => {
    refuseOtherBranch(tx, branch_id)
    return { accountId: account_id, amount: (credit_minor - debit_minor) as Minor, walletId: wallet_id, branchId: branch_id }
  })

async function write(
  tx: Tx,
  {
    documentId,
    bookedOn,
    memo,
    postings,
    reversed,
  }: { documentId: bigint; bookedOn: PlainDate; memo: string; postings: readonly Posting[]; reversed: bigint | null },
): Promise<bigint> {
  const entryId = await postEntry(tx, { kind: 'manual', documentKind: 'manual', documentId, bookedOn, memo, reversesId: reversed, postings })
  if (entryId === null) throw new EntryNotPostable('Nothing would be posted')
  await recordEvent(tx, reversed === null ? 'ledger.entry_posted' : 'ledger.entry_reversed', {
    subjectType: 'entry',
    subjectId: entryId,
    after: {
      booked_on: bookedOn.toString(),
      memo,
      ...(reversed === null ? {} : { reverses_entry_id: reversed }),
      postings: postings.map(({ accountId, amount, walletId, branchId }) => ({
        account_id: accountId,
        amount_minor: amount,
        wallet_id: walletId ?? null,
        branch_id: branchId ?? null,
      })),
    },
  })
  return entryId
}
