import { sql } from 'kysely'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

export const TAKEOVER_STATES = ['queued', 'running', 'done', 'failed'] as const
export const TAKEOVER_OUTCOMES = ['taken', 'refused'] as const

export interface Takeover {
  readonly id: bigint
  readonly router_id: bigint
  readonly state: (typeof TAKEOVER_STATES)[number]
  readonly of: number
  readonly taken: number
  readonly refused: number
  readonly error: string | null
  readonly requested_by: bigint | null
  readonly requested_at: Temporal.Instant
  readonly finished_at: Temporal.Instant | null
}

const columns = sql.raw('id, router_id, state, of, taken, refused, error, requested_by, requested_at, finished_at')

export interface TakeoverItem {
  readonly item_no: number
  readonly name: string
  readonly subscription_id: bigint
  readonly outcome: (typeof TAKEOVER_OUTCOMES)[number] | null
  readonly message: string
}

/** The intent with every secret of it. */
export async function insertTakeover(tx: Tx, routerId: bigint, items: readonly { name: string; subscriptionId: bigint }[]): Promise<Takeover> {
  const { rows } = await sql<Takeover>`
    insert into router_takeovers (router_id, of, requested_by, requested_at) values (${routerId}, ${items.length}, ${tx.actor.userId}, ${tx.now}) returning ${columns}`.execute(
    tx.db,
  )
  const takeover = rows[0] as Takeover
  await sql`
    insert into router_takeover_items (takeover_id, item_no, name, subscription_id)
    select ${takeover.id}, i.n, i.name, i.line
    from unnest(${items.map(({ name }) => name)}::text[], ${items.map(({ subscriptionId }) => String(subscriptionId))}::bigint[]) with ordinality i(name, line, n)`.execute(
    tx.db,
  )
  return takeover
}

export async function lockTakeover(tx: Tx, id: bigint): Promise<Takeover | undefined> {
  return (await sql<Takeover>`select ${columns} from router_takeovers where id = ${id} for update`.execute(tx.db)).rows[0]
}

/** One of a router, or its newest. */
export async function selectTakeover({ db }: Db, routerId: bigint, id: bigint | null): Promise<Takeover | undefined> {
  const { rows } = await sql<Takeover>`
    select ${columns} from router_takeovers where router_id = ${routerId} and (${id}::bigint is null or id = ${id}) order by id desc limit 1`.execute(db)
  return rows[0]
}

export async function selectRequester({ db }: Db, id: bigint): Promise<bigint | null> {
  return (await sql<{ requested_by: bigint | null }>`select requested_by from router_takeovers where id = ${id}`.execute(db)).rows[0]?.requested_by ?? null
}

/** The next whose turn has not come. */
export async function selectWaiting(tx: Tx, id: bigint, limit: number): Promise<TakeoverItem[]> {
  const { rows } = await sql<TakeoverItem>`
    select item_no, name, subscription_id, outcome, message from router_takeover_items where takeover_id = ${id} and outcome is null order by item_no limit ${limit}`.execute(
    tx.db,
  )
  return rows
}

/** What came of some, and how far the whole is. */
export async function updateOutcomes(
  tx: Tx,
  id: bigint,
  outcomes: readonly { readonly item_no: number; readonly outcome: 'taken' | 'refused'; readonly message: string }[],
): Promise<void> {
  await sql`
    with done as (
      update router_takeover_items i set outcome = x.outcome, message = x.message
      from unnest(${outcomes.map(({ item_no }) => item_no)}::int[], ${outcomes.map(({ outcome }) => outcome)}::text[],
        ${outcomes.map(({ message }) => message)}::text[]) x(item_no, outcome, message)
      where i.takeover_id = ${id} and i.item_no = x.item_no returning i.outcome)
    update router_takeovers set state = 'running', taken = taken + (select count(*) from done where outcome = 'taken'),
      refused = refused + (select count(*) from done where outcome = 'refused') where id = ${id}`.execute(tx.db)
}

export async function finishTakeover(tx: Tx, id: bigint, state: 'done' | 'failed', error: string | null): Promise<void> {
  await sql`update router_takeovers set state = ${state}, error = ${error}, finished_at = ${tx.now} where id = ${id} and state in ('queued', 'running')`.execute(
    tx.db,
  )
}

/** What was taken over long ago is in the audit. Returns how many were forgotten. */
export async function deleteOldTakeovers(tx: Tx, before: Temporal.Instant): Promise<number> {
  return (await sql`delete from router_takeovers where finished_at < ${before} returning id`.execute(tx.db)).rows.length
}

export async function selectTakeoverItems(
  { db }: Db,
  id: bigint,
  outcome: 'taken' | 'refused' | undefined,
  page: { after: number; limit: number },
): Promise<TakeoverItem[]> {
  const where = outcome === undefined ? sql`true` : sql`outcome = ${outcome}`
  const { rows } = await sql<TakeoverItem>`
    select item_no, name, subscription_id, outcome, message from router_takeover_items where takeover_id = ${id} and item_no > ${page.after} and ${where}
    order by item_no limit ${page.limit + 1}`.execute(db)
  return rows
}
