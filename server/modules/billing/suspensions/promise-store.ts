import { sql } from 'kysely'
import type { Locale, Scope } from '../../../kernel/actor.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

export const PROMISE_STATES = ['open', 'kept', 'broken', 'withdrawn'] as const
export type PromiseState = (typeof PROMISE_STATES)[number]

export interface PaymentPromise {
  readonly id: bigint
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly promised_on: PlainDate
  readonly overdue_minor: Minor
  readonly note: string
  readonly state: PromiseState
  readonly made_by_name: string | null
  readonly made_on: PlainDate
  readonly made_at: Instant
  readonly ended_at: Instant | null
}

const columns = sql.raw(`p.id, p.client_id, c.code as client_code, c.name as client_name, p.promised_on, p.overdue_minor, p.note, p.state,
  (select full_name from users where id = p.made_by) as made_by_name, p.made_on, p.made_at, p.ended_at`)

export async function insertPromise(tx: Tx, promise: { clientId: bigint; promisedOn: PlainDate; overdue: Minor; note: string }): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into payment_promises (client_id, promised_on, overdue_minor, note, made_by, made_on, made_at)
    values (${promise.clientId}, ${promise.promisedOn}, ${promise.overdue}, ${promise.note}, ${tx.actor.userId}, ${tx.today}, ${tx.now}) returning id`.execute(
    tx.db,
  )
  return (rows[0] as { id: bigint }).id
}

export async function selectPromise(conn: Pick<Conn, 'db'>, scope: Scope, id: bigint): Promise<PaymentPromise | undefined> {
  const { rows } = await sql<PaymentPromise>`
    select ${columns} from payment_promises p join clients c on c.id = p.client_id where p.id = ${id} and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  return rows[0]
}

/** Newest first. */
export async function selectPromises(
  conn: Pick<Conn, 'db'>,
  scope: Scope,
  { clientId, state }: { clientId?: bigint | undefined; state?: PromiseState | undefined },
  page: { before: bigint | undefined; limit: number },
): Promise<PaymentPromise[]> {
  const where = [scopeCondition(scope, 'c')]
  if (clientId !== undefined) where.push(sql`p.client_id = ${clientId}`)
  if (state !== undefined) where.push(sql`p.state = ${state}`)
  if (page.before !== undefined) where.push(sql`p.id < ${page.before}`)
  const { rows } = await sql<PaymentPromise>`
    select ${columns} from payment_promises p join clients c on c.id = p.client_id where ${sql.join(where, sql` and `)} order by p.id desc limit ${page.limit + 1}`.execute(
    conn.db,
  )
  return rows
}

/** How many promises were taken of a client since a day, and the one that is open. */
export async function readPromisesOf(
  conn: Pick<Conn, 'db'>,
  clientId: bigint,
  since: PlainDate,
): Promise<{ taken: number; openUntil: PlainDate | null; openId: bigint | null }> {
  const { rows } = await sql<{ taken: bigint; openUntil: PlainDate | null; openId: bigint | null }>`
    select count(*) filter (where state <> 'withdrawn' and made_on > ${since}) as taken, max(promised_on) filter (where state = 'open') as "openUntil",
      max(id) filter (where state = 'open') as "openId"
    from payment_promises where client_id = ${clientId}`.execute(conn.db)
  const [row] = rows
  return { taken: Number(row?.taken ?? 0n), openUntil: row?.openUntil ?? null, openId: row?.openId ?? null }
}

/** Open promises in the order of their clients. */
export async function lockOpenPromises(
  tx: Tx,
  after: bigint,
  limit: number,
): Promise<{ id: bigint; client_id: bigint; promised_on: PlainDate; made_on: PlainDate }[]> {
  const { rows } = await sql<{ id: bigint; client_id: bigint; promised_on: PlainDate; made_on: PlainDate }>`
    select id, client_id, promised_on, made_on from payment_promises where state = 'open' and client_id > ${after} order by client_id limit ${limit} for update`.execute(
    tx.db,
  )
  return rows
}

export async function endPromise(tx: Tx, id: bigint, state: Exclude<PromiseState, 'open'>): Promise<boolean> {
  const { rows } = await sql<{ id: bigint }>`
    update payment_promises set state = ${state}, ended_at = ${tx.now}, ended_by = ${tx.actor.userId} where id = ${id} and state = 'open' returning id`.execute(
    tx.db,
  )
  return rows.length === 1
}

/** Whether any line of a client lacks service for money. */
export async function hasCutForMoney(tx: Tx, clientId: bigint): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from subscriptions s join access_reasons r on r.subscription_id = s.id and r.reason in ('billing', 'expired') where s.client_id = ${clientId}) as found`.execute(
    tx.db,
  )
  return rows[0]?.found === true
}

/** The languages of clients. */
export async function clientLocales(tx: Tx, clientIds: readonly bigint[]): Promise<Map<bigint, Locale>> {
  const { rows } = await sql<{ id: bigint; locale: Locale }>`select id, locale from clients where id = any(${clientIds.map(String)}::bigint[])`.execute(tx.db)
  return new Map(rows.map(({ id, locale }) => [id, locale]))
}
