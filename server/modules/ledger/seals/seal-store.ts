import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Instant } from '../../../kernel/time.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

export const BOOKS = ['ledger', 'audit'] as const
export type Book = (typeof BOOKS)[number]

export interface Seal {
  readonly sealedFrom: Instant
  readonly sealedUntil: Instant
  readonly rowCount: bigint
  readonly hash: Buffer
}

/** The rows of a book as `id, content_hash` (and of the ledger `booked_on`), recorded in `[from, until)`. */
const rowsOf = (book: Book, from: Instant, until: Instant): RawBuilder<unknown> =>
  book === 'ledger'
    ? sql`select booked_on, id, content_hash from entries where recorded_at >= ${from}::timestamptz and recorded_at < ${until}::timestamptz`
    : sql`select null::date as booked_on, id, content_hash from audit_events where at >= ${from}::timestamptz and at < ${until}::timestamptz`

/** One sealer at a time, whichever book he seals: two of them would wait for each other at the barrier. Held to the end of the transaction. */
export async function becomeSealer(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('seals'), 0)`.execute(tx.db)
}

export async function lastSeal(conn: Pick<Conn, 'db'>, book: Book): Promise<Seal | null> {
  const { rows } = await sql<Seal>`
    select sealed_from as "sealedFrom", sealed_until as "sealedUntil", row_count as "rowCount", hash
    from seals where book = ${book} order by sealed_until desc limit 1`.execute(conn.db)
  return rows[0] ?? null
}

/** When the first row at or after an instant was recorded, looked for up to another instant. */
export async function firstRowAfter(conn: Pick<Conn, 'db'>, book: Book, { from, until }: { from: Instant | null; until: Instant }): Promise<Instant | null> {
  const { rows } = await (book === 'ledger'
    ? sql<{
        at: Instant | null
      }>`select min(recorded_at) as at from entries where recorded_at < ${until} and (${from}::timestamptz is null or recorded_at >= ${from}::timestamptz)`
    : sql<{ at: Instant | null }>`select min(at) as at from audit_events where at < ${until} and (${from}::timestamptz is null or at >= ${from}::timestamptz)`
  ).execute(conn.db)
  return rows[0]?.at ?? null
}

/** Whether a transaction that began before an instant still lives: it may yet commit rows it recorded then. */
export async function olderTransactionLives(conn: Pick<Conn, 'db'>, instant: Instant): Promise<boolean> {
  const { rows } = await sql<{ lives: boolean }>`
    select exists (select 1 from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' and xact_start < ${instant}::timestamptz) as lives`.execute(
    conn.db,
  )
  return rows[0]?.lives ?? true
}

/** Adds the postings of the entries recorded in `[from, until)` to the sums by day, account, branch and wallet. */
async function foldIntoDays(tx: Tx, from: Instant, until: Instant): Promise<void> {
  await sql`
    insert into account_days as d (day, account_id, branch_id, wallet_id, debit_minor, credit_minor)
    select p.booked_on, p.account_id, coalesce(p.branch_id, 0), coalesce(p.wallet_id, 0),
      coalesce(sum(p.amount_minor) filter (where p.amount_minor > 0), 0)::bigint, coalesce(-sum(p.amount_minor) filter (where p.amount_minor < 0), 0)::bigint
    from (${rowsOf('ledger', from, until)}) r join postings p on p.booked_on = r.booked_on and p.entry_id = r.id
    group by 1, 2, 3, 4
    on conflict (account_id, branch_id, wallet_id, day) do update
      set debit_minor = d.debit_minor + excluded.debit_minor, credit_minor = d.credit_minor + excluded.credit_minor`.execute(tx.db)
}

/** Writes the seal of `[from, until)`: sha256 of the seal before it and of each row's id and hash in order of id. Returns how many rows it covers. */
export async function insertSeal(tx: Tx, book: Book, { from, until, previous }: { from: Instant; until: Instant; previous: Buffer | null }): Promise<bigint> {
  if (book === 'ledger') await foldIntoDays(tx, from, until)
  const { rows } = await sql<{ count: bigint }>`
    insert into seals (book, sealed_from, sealed_until, row_count, hash, created_at)
    select ${book}, ${from}::timestamptz, ${until}::timestamptz, count(*),
      sha256(${previous ?? Buffer.alloc(0)}::bytea || coalesce(string_agg(convert_to(id::text || '|', 'UTF8') || content_hash, ''::bytea order by id, booked_on), ''::bytea)), ${tx.now}::timestamptz
    from (${rowsOf(book, from, until)}) r
    returning row_count as count`.execute(tx.db)
  return rows[0]?.count ?? 0n
}

/**
 * The barrier before a seal commits. Whoever inserts an entry or audit row reads the seals and so holds their table until his
 * transaction ends: once this lock is there, every earlier insert is committed and visible, and every later one sees the seal.
 * Taken last and for a moment only; where somebody holds the table longer, the seal is given up and tried again. @throws 55P03.
 */
export async function waitForWriters(tx: Tx): Promise<void> {
  await sql`set local lock_timeout = '300ms'`.execute(tx.db)
  await sql`lock table seals in access exclusive mode`.execute(tx.db)
}

export async function countRows(tx: Tx, book: Book, { from, until }: { from: Instant; until: Instant }): Promise<bigint> {
  const { rows } = await sql<{ count: bigint }>`select count(*) as count from (${rowsOf(book, from, until)}) r`.execute(tx.db)
  return rows[0]?.count ?? 0n
}
