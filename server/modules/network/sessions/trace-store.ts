import { sql } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import { sessionsIn } from './store.ts'

type Db = Pick<Conn, 'db'>

/** Whoever is asked for: an address, and from when until when. */
export interface TraceQuestion {
  readonly address: string
  readonly port: number | null
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

/** A session that had the address then. As JSON, because it is kept as evidence. */
export interface TracedSession {
  readonly login: string
  readonly client_code: string | null
  readonly client_name: string | null
  readonly client_phone: string | null
  readonly client_address: string | null
  readonly router_name: string
  readonly caller_id: string
  readonly address: string | null
  readonly ipv6_prefix: string | null
  readonly started_at: string
  readonly ended_at: string | null
  readonly terminate_cause: string | null
  /** False: it was last heard of shortly before, and nobody said when it ended. */
  readonly is_certain: boolean
}

// So long a session may have lived on after it was last heard of, where only we took it to have ended.
const SLACK = sql`interval '1 hour'`

/** Live and ended sessions that had an address in a time, the last begun first; at most `limit`. */
export async function selectTraced({ db }: Db, scope: Scope, { address, from, until }: TraceQuestion, limit: number): Promise<TracedSession[]> {
  const has = sql`(p.address = ${address}::inet or p.ipv6_prefix >>= ${address}::inet)`
  const whose = sql`join routers r on r.id = p.router_id left join subscriptions s on s.id = p.subscription_id left join clients c on c.id = s.client_id`
  const shown = sql`p.login, c.code as client_code, c.name as client_name, c.phone as client_phone, c.address as client_address, r.name as router_name, p.caller_id,
    host(p.address) as address, p.ipv6_prefix::text as ipv6_prefix, p.started_at`
  const { rows } = await sql<{ found: TracedSession }>`
    select to_jsonb(q) as found from (
      select ${shown}, null::timestamptz as ended_at, null as terminate_cause, p.updated_at >= ${from} as is_certain
      from ppp_sessions p ${whose} where ${has} and p.started_at <= ${until} and ${sessionsIn(scope)}
      union all
      select ${shown}, p.ended_at, p.terminate_cause, p.ended_at >= ${from} as is_certain
      from ppp_sessions_closed p ${whose}
      where ${has} and p.started_at <= ${until} and ${sessionsIn(scope)} and p.ended_at >= ${from}::timestamptz - ${SLACK}
        and (p.ended_at >= ${from} or p.terminate_cause in ('lost', 'gone'))
    ) q order by q.started_at desc, q.login limit ${limit}`.execute(db)
  return rows.map(({ found }) => found)
}

export interface Trace extends TraceQuestion {
  readonly id: bigint
  readonly reason: string
  readonly reference: string
  readonly requested_by: bigint | null
  readonly requested_by_name: string | null
  readonly requested_at: Temporal.Instant
  readonly decided_by_name: string | null
  readonly decided_at: Temporal.Instant | null
  readonly is_approved: boolean | null
  readonly found: TracedSession[]
}

export type TraceRow = Omit<Trace, 'found'> & { readonly found_count: number }

const asked = sql`t.id, host(t.address) as address, t.port, t.from_at as from, t.until_at as until, t.reason, t.reference, t.requested_by, t.requested_at, t.decided_at,
  t.is_approved, (select full_name from users where id = t.requested_by) as requested_by_name, (select full_name from users where id = t.decided_by) as decided_by_name`
const columns = sql`${asked}, t.found`

export async function insertTrace(
  tx: Tx,
  { address, port, from, until }: TraceQuestion,
  { reason, reference, found }: { reason: string; reference: string; found: readonly TracedSession[] },
): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into address_traces (address, port, from_at, until_at, reason, reference, requested_by, requested_at, found)
    values (${address}::inet, ${port}, ${from}, ${until}, ${reason}, ${reference}, ${tx.actor.userId}, ${tx.now}, ${JSON.stringify(found)}::jsonb) returning id`.execute(
    tx.db,
  )
  return (rows[0] as { id: bigint }).id
}

export async function selectTrace({ db }: Db, id: bigint): Promise<Trace | undefined> {
  return (await sql<Trace>`select ${columns} from address_traces t where t.id = ${id}`.execute(db)).rows[0]
}

export async function lockTrace(tx: Tx, id: bigint): Promise<Trace | undefined> {
  return (await sql<Trace>`select ${columns} from address_traces t where t.id = ${id} for update of t`.execute(tx.db)).rows[0]
}

export const TRACE_STATES = ['waiting', 'approved', 'refused'] as const

/** The last asked first, each with how many sessions were found; `limit + 1` rows. */
export async function selectTraces(
  { db }: Db,
  state: (typeof TRACE_STATES)[number] | undefined,
  { limit, after }: { limit: number; after: { at: Temporal.Instant; id: bigint } | undefined },
): Promise<TraceRow[]> {
  const decided = state === undefined ? sql`true` : state === 'waiting' ? sql`t.is_approved is null` : sql`t.is_approved = ${state === 'approved'}`
  const before = after === undefined ? sql`true` : sql`(t.requested_at, t.id) < (${after.at}, ${after.id})`
  return (
    await sql<TraceRow>`select ${asked}, jsonb_array_length(t.found) as found_count from address_traces t where ${decided} and ${before} order by t.requested_at desc, t.id desc limit ${limit + 1}`.execute(
      db,
    )
  ).rows
}

export async function updateDecision(tx: Tx, id: bigint, isApproved: boolean): Promise<void> {
  await sql`update address_traces set decided_by = ${tx.actor.userId}, decided_at = ${tx.now}, is_approved = ${isApproved} where id = ${id}`.execute(tx.db)
}

export async function deleteTracesBefore({ db }: Db, before: Temporal.Instant): Promise<number> {
  const { numAffectedRows } = await sql`delete from address_traces where requested_at < ${before}`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
