import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { EntryDraft, Posting } from './entry.ts'

/** Drafts as the SQL function `post_entries` takes them. */
export const draftsJson = (drafts: readonly EntryDraft[]) =>
  drafts.map((draft) => ({
    booked_on: draft.bookedOn.toString(),
    kind: draft.kind,
    document_kind: draft.documentKind,
    document_id: draft.documentId.toString(),
    reverses_id: draft.reversesId?.toString() ?? null,
    memo: draft.memo ?? null,
    postings: draft.postings.map((posting, index) => ({
      line_no: index + 1,
      account_id: posting.accountId.toString(),
      amount_minor: posting.amount.toString(),
      client_id: posting.clientId?.toString() ?? null,
      wallet_id: posting.walletId?.toString() ?? null,
      gateway_id: posting.gatewayId?.toString() ?? null,
      branch_id: posting.branchId?.toString() ?? null,
    })),
  }))

/** Entries, postings, their sources and the balances they move, in one statement. Returns entry ids in the drafts' order. */
export async function insertEntries(tx: Tx, drafts: readonly EntryDraft[]): Promise<bigint[]> {
  const { rows } = await sql<{ ids: bigint[] }>`
    select post_entries(${JSON.stringify(draftsJson(drafts))}::jsonb, ${tx.now}::timestamptz, ${tx.actor.userId}::bigint) as ids`.execute(tx.db)
  return rows[0]?.ids ?? []
}

export interface ClientBalance {
  readonly receivable: Minor
  readonly credit: Minor
}

/** A client's money starts at zero. Repeatable. */
export async function insertClientBalance(tx: Tx, clientId: bigint): Promise<void> {
  await sql`insert into client_balances (client_id) values (${clientId}) on conflict do nothing`.execute(tx.db)
}

/** {@link insertClientBalance} for many new clients at once. */
export async function insertClientBalances(tx: Tx, clientIds: readonly bigint[]): Promise<void> {
  await sql`insert into client_balances (client_id) select unnest(${clientIds.map(String)}::bigint[]) on conflict do nothing`.execute(tx.db)
}

/** Takes the row locks that serialise the clients' money, in id order. */
export async function lockClientBalances(tx: Tx, clientIds: readonly bigint[]): Promise<void> {
  await sql`select 1 from client_balances where client_id = any(${clientIds.map(String)}::bigint[]) order by client_id for update`.execute(tx.db)
}

export async function readClientBalance(conn: Conn, clientId: bigint): Promise<ClientBalance | null> {
  const { rows } = await sql<ClientBalance>`
    select receivable_minor as receivable, credit_minor as credit from client_balances where client_id = ${clientId}`.execute(conn.db)
  return rows[0] ?? null
}

export interface TakenNumbers {
  readonly seriesId: bigint
  readonly first: bigint
  readonly pattern: string
}

/** Takes `count` numbers from a series, making it on first use; the row stays locked until the transaction ends. */
export async function takeFromSeries(
  tx: Tx,
  series: { kind: string; owner: string; fiscalYear: number; pattern: string; count: number },
): Promise<TakenNumbers> {
  const { rows } = await sql<TakenNumbers>`
    insert into number_series (document_kind, owner, fiscal_year, pattern, next)
    values (${series.kind}, ${series.owner}, ${series.fiscalYear}, ${series.pattern}, ${1 + series.count})
    on conflict (document_kind, owner, fiscal_year) do update set next = number_series.next + ${series.count}
    returning id as "seriesId", next - ${series.count} as first, pattern`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('a number series gave no number')
  return row
}

export interface MonthRow {
  readonly month: PlainDate
  readonly closedAt: Temporal.Instant | null
}

/** Marks a month closed (or open again); entries of a closed month are refused by trigger. */
export async function setMonthClosed(tx: Tx, firstDay: PlainDate, closed: boolean): Promise<void> {
  await sql`
    insert into months (month, closed_at, closed_by)
    values (${firstDay}, ${closed ? tx.now : null}::timestamptz, ${closed ? tx.actor.userId : null}::bigint)
    on conflict (month) do update set closed_at = excluded.closed_at, closed_by = excluded.closed_by`.execute(tx.db)
}

/** Whether the month of a day is closed for new entries. */
export async function isMonthClosed(conn: Conn, day: PlainDate): Promise<boolean> {
  const { rows } = await sql<{ closed: boolean }>`
    select exists (select 1 from months where month = date_trunc('month', ${day}::date::timestamp)::date and closed_at is not null) as closed`.execute(conn.db)
  return rows[0]?.closed ?? false
}

/** The postings of the one entry a document has of a kind, to be taken back by a reversing entry. */
export async function readPostings(conn: Conn, kind: string, documentId: bigint): Promise<{ entryId: bigint; postings: Posting[] }> {
  const { rows } = await sql<{
    entryId: bigint
    accountId: bigint
    amount: Minor
    clientId: bigint | null
    walletId: bigint | null
    gatewayId: bigint | null
    branchId: bigint | null
  }>`
    select p.entry_id as "entryId", p.account_id as "accountId", p.amount_minor as amount, p.client_id as "clientId", p.wallet_id as "walletId",
      p.gateway_id as "gatewayId", p.branch_id as "branchId"
    from entry_sources s join postings p on p.booked_on = s.booked_on and p.entry_id = s.entry_id
    where s.kind = ${kind} and s.document_id = ${documentId} order by p.line_no limit 1000`.execute(conn.db)
  const [first] = rows
  if (!first) throw new Error(`document ${documentId} has no ${kind} entry`)
  return { entryId: first.entryId, postings: rows.map(({ entryId: _entryId, ...posting }) => posting) }
}
