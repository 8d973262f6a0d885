import { sql } from 'kysely'
import type { Instant } from '../../../kernel/time.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import type { Circumstance, Look, Share } from './breaker.ts'

export interface BreakerRow extends Look {
  readonly hold: Circumstance | null
  readonly heldSince: Instant | null
}

/** The breaker, locked: looks at who is to be cut go one after the other. */
export async function lockBreaker(tx: Tx): Promise<BreakerRow> {
  const { rows } = await sql<BreakerRow>`
    select looked_at as "lookedAt", database_identity as "databaseIdentity", hold, held_since as "heldSince" from suspension_breaker where id = 1 for update`.execute(
    tx.db,
  )
  return rows[0] as BreakerRow
}

export async function readBreaker(conn: Pick<Conn, 'db'>): Promise<BreakerRow> {
  const { rows } = await sql<BreakerRow>`
    select looked_at as "lookedAt", database_identity as "databaseIdentity", hold, held_since as "heldSince" from suspension_breaker where id = 1`.execute(
    conn.db,
  )
  return rows[0] as BreakerRow
}

/** Another database or cluster after a restore by dump, another timeline after one by base backup or after a copy took over. */
export async function readDatabaseIdentity(tx: Tx): Promise<string> {
  const { rows } = await sql<{ identity: string }>`
    select (select system_identifier from pg_control_system()) || '/' || (select timeline_id from pg_control_checkpoint()) || '/' || (select oid from pg_database where datname = current_database()) as identity`.execute(
    tx.db,
  )
  return (rows[0] as { identity: string }).identity
}

export async function noteLook(tx: Tx, databaseIdentity: string): Promise<void> {
  await sql`update suspension_breaker set looked_at = ${tx.now}, database_identity = ${databaseIdentity} where id = 1`.execute(tx.db)
}

export async function setHold(tx: Tx, hold: Circumstance | null): Promise<void> {
  await sql`update suspension_breaker set hold = ${hold}, held_since = case when ${hold}::text is null then null else ${tx.now}::timestamptz end where id = 1`.execute(
    tx.db,
  )
}

/**
 * How much of what is in service a run would cut, together with what the machine has cut this day without a second person: clients of the whole company, and
 * the lines of each router.
 */
export async function measureShares(tx: Tx, runId: bigint): Promise<{ clients: Share; routers: (Share & { routerId: bigint; name: string })[] }> {
  const taken = sql`
    select i.subscription_id, i.client_id from suspension_items i join suspension_runs r on r.id = i.run_id
    where i.run_id = ${runId} or (i.is_automatic and i.cut_on = ${tx.today} and i.ended_at is null and r.released_by is null)`
  const { rows } = await sql<{ routerId: bigint | null; name: string | null; cut: bigint; of: bigint; cutClients: bigint; ofClients: bigint }>`
    with taken as materialized (${taken}), served as materialized (
      select s.id, s.client_id, s.router_id, t.subscription_id is not null as is_taken
      from access a join subscriptions s on s.id = a.subscription_id left join (select distinct subscription_id from taken) t on t.subscription_id = s.id
      where a.desired_on or t.subscription_id is not null)
    select v.router_id as "routerId", r.name, v.cut, v.of, n.cut as "cutClients", n.of as "ofClients"
    from (select count(distinct client_id) as of, count(distinct client_id) filter (where is_taken) as cut from served) n
      left join (select router_id, count(*) as of, count(*) filter (where is_taken) as cut from served where router_id is not null group by 1) v on v.cut > 0
      left join routers r on r.id = v.router_id
    order by v.cut desc nulls last, v.router_id`.execute(tx.db)
  const first = rows[0]
  return {
    clients: { cut: first?.cutClients ?? 0n, of: first?.ofClients ?? 0n },
    routers: rows.flatMap(({ routerId, name, cut, of }) => (routerId === null ? [] : [{ routerId, name: name ?? '', cut, of }])),
  }
}
