import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { Fact } from './action.ts'
import type { Counts, ItemState } from './store.ts'

export interface ItemError {
  readonly field: string
  readonly message: string
  readonly code?: string | undefined
}

export interface BulkItem {
  readonly item_no: number
  readonly client_id: bigint
  readonly subscription_id: bigint | null
  readonly state: ItemState
  readonly given: unknown
}

export interface NewItem {
  readonly clientId: bigint
  readonly subscriptionId: bigint | null
}

/** Items in the order given, numbered from `first`. */
export async function insertItems(tx: Tx, jobId: bigint, first: number, items: readonly NewItem[]): Promise<void> {
  const clients = items.map(({ clientId }) => clientId.toString())
  const lines = items.map(({ subscriptionId }) => subscriptionId?.toString() ?? null)
  await sql`
    insert into bulk_items (bulk_job_id, item_no, client_id, subscription_id)
    select ${jobId}::bigint, ${first}::int + n - 1, c, s from unnest(${clients}::bigint[], ${lines}::bigint[]) with ordinality as given (c, s, n)`.execute(
    tx.db,
  )
}

/** The items of a job that were done, last first, as the items of the one that undoes it. */
export async function insertUndoItems(tx: Tx, jobId: bigint, undoneId: bigint): Promise<Counts> {
  const { rows } = await sql<{ found: bigint }>`
    with put as (
      insert into bulk_items (bulk_job_id, item_no, client_id, subscription_id, state, given)
      select ${jobId}::bigint, row_number() over (order by item_no desc), client_id, subscription_id, 'waiting', undo
      from bulk_items where bulk_job_id = ${undoneId} and state = 'done' and undo is not null returning 1)
    select count(*) as found from put`.execute(tx.db)
  return { waiting: Number(rows[0]?.found ?? 0n) }
}

export async function selectItemsIn(tx: Pick<Conn, 'db'>, jobId: bigint, state: ItemState, limit: number): Promise<BulkItem[]> {
  const { rows } = await sql<BulkItem>`
    select item_no, client_id, subscription_id, state, given from bulk_items where bulk_job_id = ${jobId} and state = ${state} order by item_no limit ${limit}`.execute(
    tx.db,
  )
  return rows
}

export interface ItemOutcome {
  readonly state: ItemState
  readonly facts: readonly Fact[]
  readonly receivable: Minor
  readonly credit: Minor
  readonly errors: readonly ItemError[]
  readonly undo: unknown
}

export async function updateItem(tx: Tx, jobId: bigint, itemNo: number, outcome: ItemOutcome): Promise<void> {
  await sql`
    update bulk_items set state = ${outcome.state}, facts = ${JSON.stringify(outcome.facts)}::jsonb, receivable_minor = ${outcome.receivable}::bigint,
      credit_minor = ${outcome.credit}::bigint, errors = ${JSON.stringify(outcome.errors)}::jsonb,
      undo = ${outcome.undo === null ? null : JSON.stringify(outcome.undo)}::jsonb
    where bulk_job_id = ${jobId} and item_no = ${itemNo}`.execute(tx.db)
}

export interface ListedItem {
  readonly item_no: number
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly subscription_id: bigint | null
  readonly line: string | null
  readonly state: ItemState
  readonly facts: readonly Fact[]
  readonly receivable_minor: Minor
  readonly credit_minor: Minor
  readonly errors: readonly ItemError[]
}

/** By number; `limit + 1` rows. */
export async function selectItems(
  conn: Pick<Conn, 'db'>,
  jobId: bigint,
  states: readonly ItemState[],
  page: { limit: number; after: number },
): Promise<ListedItem[]> {
  const { rows } = await sql<ListedItem>`
    select i.item_no, i.client_id, c.code as client_code, c.name as client_name, i.subscription_id, coalesce(s.pppoe_login, nullif(s.label, '')) as line, i.state, i.facts,
      i.receivable_minor, i.credit_minor, i.errors
    from bulk_items i join clients c on c.id = i.client_id left join subscriptions s on s.id = i.subscription_id
    where i.bulk_job_id = ${jobId} and i.state = any(${[...states]}::text[]) and i.item_no > ${page.after} order by i.item_no limit ${page.limit + 1}`.execute(
    conn.db,
  )
  return rows
}
