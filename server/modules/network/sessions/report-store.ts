import { sql } from 'kysely'
import type { Conn } from '../../../platform/db/tx.ts'
import type { SessionSource } from './store.ts'

type Db = Pick<Conn, 'db'>

export interface PollOutcome {
  readonly opened: number
  readonly refreshed: number
  readonly closed: number
}

/** One statement; see `poll_ppp_sessions` in SQL. `seen` is JSON in its members' names. */
export async function pollSessions({ db }: Db, routerId: bigint, at: Temporal.Instant, seen: string, isComplete: boolean): Promise<PollOutcome> {
  const { rows } = await sql<PollOutcome>`select * from poll_ppp_sessions(${routerId}, ${at}, ${seen}::jsonb, ${isComplete})`.execute(db)
  return rows[0] as PollOutcome
}

export interface EndedSession {
  readonly routerId: bigint
  readonly source: SessionSource
  readonly login: string
  readonly sessionId: string
  readonly at: Temporal.Instant
  /** In the words of RFC 2866. */
  readonly cause: string
}

export async function stopSession({ db }: Db, { routerId, source, login, sessionId, at, cause }: EndedSession): Promise<void> {
  await sql`select report_ppp_session('stop', ${routerId}, ${source}, ${login}, ${sessionId}, ${at}, null, null, null, '', '', '', null, null, null, ${cause})`.execute(
    db,
  )
}

export async function closeOfRouter({ db }: Db, routerId: bigint, at: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`select close_ppp_sessions_of_router(${routerId}, ${at}) as n`.execute(db)
  return Number(rows[0]?.n)
}

/** Ends at most `limit` sessions that were last heard of before an instant. Their months get partitions first. */
export async function closeSilent({ db }: Db, source: SessionSource, since: Temporal.Instant, limit: number): Promise<number> {
  await sql`
    select make_month_partitions_between('ppp_sessions_closed', (o.at at time zone 'UTC')::date, (${since}::timestamptz at time zone 'UTC')::date)
    from (select min(updated_at) as at from ppp_sessions where source = ${source} and updated_at < ${since}) o where o.at < ${since}::timestamptz - interval '20 days'`.execute(
    db,
  )
  const { rows } = await sql<{ n: bigint }>`select close_silent_ppp_sessions(${source}, ${since}, ${limit}) as n`.execute(db)
  return Number(rows[0]?.n)
}

/** What a live session was last told to be; nothing where it has ended. */
export async function updatePolicy({ db }: Db, sessionId: bigint, policy: string): Promise<void> {
  await sql`update ppp_sessions set policy = ${policy} where id = ${sessionId}`.execute(db)
}

/** Its router says that there is no such session: ends it, unless it was heard of since. */
export async function closeUnheard({ db }: Db, sessionId: bigint, since: Temporal.Instant): Promise<void> {
  await sql`
    with gone as (delete from ppp_sessions p where p.id = ${sessionId} and p.updated_at <= ${since} returning p)
    select close_ppp_session((g.p), (g.p).updated_at, 'lost') from gone g`.execute(db)
}
