import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/time.ts'
import type { Conn } from '../../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

/** Routers without RADIUS whose time has come and that may be spoken to, the longest due first. A frozen one is only not written to. */
export async function selectDue({ db }: Db, now: Instant): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select r.id from routers r join router_health h on h.router_id = r.id left join router_polls p on p.router_id = r.id
    where r.is_active and coalesce(p.due_at <= ${now}, true) and (h.retry_at is null or h.retry_at <= ${now})
      and not exists (select from radius_routers x where x.router_id = r.id)
    order by p.due_at nulls first, r.id`.execute(db)
  return rows.map(({ id }) => id)
}

export async function upsertDue({ db }: Db, routerId: bigint, dueAt: Instant): Promise<void> {
  await sql`
    insert into router_polls (router_id, due_at) values (${routerId}, ${dueAt}) on conflict (router_id) do update set due_at = excluded.due_at`.execute(db)
}

export async function selectDoubts({ db }: Db, routerId: bigint): Promise<number> {
  return (await sql<{ doubts: number }>`select doubts from router_polls where router_id = ${routerId}`.execute(db)).rows[0]?.doubts ?? 0
}

/** Under the device's lease. `isWhole`: the look said everything. What is doubted is looked at again at once. */
export async function upsertPolled(
  { db }: Db,
  routerId: bigint,
  { at, isWhole, sessions, doubts }: { at: Instant; isWhole: boolean; sessions: number; doubts: number },
): Promise<void> {
  await sql`
    insert into router_polls as p (router_id, due_at, polled_at, sessions, doubts)
    values (${routerId}, ${at}, ${isWhole ? at : null}, ${isWhole ? sessions : 0}, ${doubts})
    on conflict (router_id) do update set doubts = excluded.doubts, due_at = case when excluded.doubts > 0 then excluded.due_at else p.due_at end,
      polled_at = coalesce(excluded.polled_at, p.polled_at), sessions = case when ${isWhole} then excluded.sessions else p.sessions end`.execute(db)
}

/** A session as it was last heard of. */
export interface KnownSession {
  readonly login: string
  readonly acct_session_id: string
  readonly subscription_id: bigint | null
  readonly source: 'radius' | 'poll'
  readonly started_at: Instant
  readonly updated_at: Instant
  readonly upload_bytes: bigint
  readonly download_bytes: bigint
}

/** Who is online on a router as far as is known; or only those of some logins. */
export async function selectKnown({ db }: Db, routerId: bigint, logins: readonly string[] | null = null): Promise<KnownSession[]> {
  const only = logins === null ? sql`true` : sql`login = any(${logins as string[]}::text[])`
  const { rows } = await sql<KnownSession>`
    select login, acct_session_id, subscription_id, source, started_at, updated_at, upload_bytes, download_bytes from ppp_sessions
    where router_id = ${routerId} and ${only}`.execute(db)
  return rows
}
