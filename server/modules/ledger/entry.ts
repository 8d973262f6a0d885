import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'

/** One line of an entry; debit positive, credit negative. It names the account and at most one party. */
export interface Posting {
  readonly accountId: bigint
  readonly amount: Minor
  readonly clientId?: bigint | null
  readonly walletId?: bigint | null
  readonly gatewayId?: bigint | null
  readonly branchId?: bigint | null
}

/** An entry before it is written. Its postings must sum to zero; zero postings are left out. */
export interface EntryDraft {
  readonly kind: string
  readonly documentKind: string
  readonly documentId: bigint
  readonly bookedOn: PlainDate
  readonly reversesId?: bigint | null
  readonly memo?: string | null
  readonly postings: readonly Posting[]
}

export const debit = (accountId: bigint, amount: Minor, party: Omit<Posting, 'accountId' | 'amount'> = {}): Posting => ({ accountId, amount, ...party })

export const credit = (accountId: bigint, amount: Minor, party: Omit<Posting, 'accountId' | 'amount'> = {}): Posting => ({
  accountId,
  amount: -amount as Minor,
  ...party,
})

/** Drops zero lines and joins lines of one account and party, so that a posting is never zero. */
export function compact(postings: readonly Posting[]): Posting[] {
  const joined = new Map<string, Posting>()
  for (const posting of postings) {
    const key = [posting.accountId, posting.clientId, posting.walletId, posting.gatewayId, posting.branchId].join('/')
    const known = joined.get(key)
    joined.set(key, known ? { ...known, amount: (known.amount + posting.amount) as Minor } : posting)
  }
  return [...joined.values()].filter((posting) => posting.amount !== 0n)
}
