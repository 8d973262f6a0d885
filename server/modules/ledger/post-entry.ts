import type { Tx } from '../../platform/db/tx.ts'
import { compact } from './entry.ts'
import type { EntryDraft } from './entry.ts'
import { prepareMonth } from './month-store.ts'
import { draftsJson, insertEntries } from './store.ts'

/**
 * Writes journal entries with their postings and moves the balances they touch (clients, limited wallets) in the same statement.
 * The only writer of the journal. Not repeatable by itself: a second entry of one kind for one document is refused by `entry_sources`.
 * @throws database check violations `entry_sums_to_zero`, `month_is_open`, `wallet_within_limit`, `credit_not_negative` (409 at the edge).
 */
export async function postEntries(tx: Tx, drafts: readonly EntryDraft[]): Promise<bigint[]> {
  const effective = effectiveEntries(drafts)
  for (const { bookedOn } of effective) await prepareMonth(tx, bookedOn)
  return effective.length === 0 ? [] : insertEntries(tx, effective)
}

/** Entries for a composed statement: as `post_entries` takes them, lines of zero left out. */
export const entriesJson = (drafts: readonly EntryDraft[]) => draftsJson(effectiveEntries(drafts))

const effectiveEntries = (drafts: readonly EntryDraft[]): EntryDraft[] =>
  drafts.map((draft) => ({ ...draft, postings: compact(draft.postings) })).filter((draft) => draft.postings.length > 0)

/** {@link postEntries} for one entry; returns its id, or null where every line was zero. */
export async function postEntry(tx: Tx, draft: EntryDraft): Promise<bigint | null> {
  const [id] = await postEntries(tx, [draft])
  return id ?? null
}
