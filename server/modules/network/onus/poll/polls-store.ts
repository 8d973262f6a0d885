import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/time.ts'
import type { Conn } from '../../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

/** What an OLT is asked for: who is there and how, light, who is who, what is behind each, who waits to be let in, the OLT itself. */
export const POLL_KINDS = ['status', 'optics', 'inventory', 'macs', 'unregistered', 'system'] as const
export type PollKind = (typeof POLL_KINDS)[number]

export interface OltPoll {
  readonly olt_id: bigint
  readonly kind: PollKind
  readonly due_at: Instant
  readonly began_at: Instant | null
  readonly ms: number | null
  readonly rows: number | null
  readonly source: 'cli' | 'snmp' | null
  readonly is_complete: boolean | null
  readonly completed_at: Instant | null
  readonly problems: readonly string[]
}

export interface DuePoll {
  readonly olt_id: bigint
  readonly kind: PollKind
  readonly profile: string
  readonly has_cli: boolean
  readonly has_snmp: boolean
}

/** What is due of OLTs that may be spoken to, the longest due first; one thing of every OLT before the next, for each OLT is asked one thing at a time. */
export async function selectDue({ db }: Db, now: Instant): Promise<DuePoll[]> {
  const { rows } = await sql<DuePoll>`
    select o.id as olt_id, k.kind, o.profile, o.cli <> 'none' as has_cli, o.snmp <> 'none' as has_snmp from olts o join olt_health h on h.olt_id = o.id cross join unnest(${POLL_KINDS as unknown as string[]}::text[]) with ordinality as k (kind, n)
      left join olt_polls p on p.olt_id = o.id and p.kind = k.kind
    where o.is_active and coalesce(p.due_at <= ${now}, true) and (h.retry_at is null or h.retry_at <= ${now})
    order by p.due_at nulls first, k.n, o.id`.execute(db)
  return rows
}

export async function upsertDue({ db }: Db, oltId: bigint, kind: PollKind, dueAt: Instant): Promise<void> {
  await sql`
    insert into olt_polls (olt_id, kind, due_at) values (${oltId}, ${kind}, ${dueAt}) on conflict (olt_id, kind) do update set due_at = excluded.due_at`.execute(
    db,
  )
}

export interface Polled {
  readonly beganAt: Instant
  readonly ms: number
  readonly rows: number
  readonly source: 'cli' | 'snmp' | null
  readonly isComplete: boolean
  readonly problems: readonly string[]
}

/** Under the OLT's lease. */
export async function upsertPolled({ db }: Db, oltId: bigint, kind: PollKind, { beganAt, ms, rows, source, isComplete, problems }: Polled): Promise<void> {
  await sql`
    insert into olt_polls as p (olt_id, kind, due_at, began_at, ms, rows, source, is_complete, completed_at, problems)
    values (${oltId}, ${kind}, ${beganAt}, ${beganAt}, ${Math.round(ms)}, ${rows}, ${source}, ${isComplete}, ${isComplete ? beganAt : null}, ${problems as string[]}::text[])
    on conflict (olt_id, kind) do update set began_at = excluded.began_at, ms = excluded.ms, rows = excluded.rows, source = excluded.source, is_complete = excluded.is_complete,
      completed_at = coalesce(excluded.completed_at, p.completed_at), problems = excluded.problems`.execute(db)
}

export async function selectPolls({ db }: Db, oltIds: readonly bigint[]): Promise<OltPoll[]> {
  const { rows } = await sql<OltPoll>`
    select olt_id, kind, due_at, began_at, ms, rows, source, is_complete, completed_at, problems from olt_polls
    where olt_id = any(${oltIds.map(String)}::bigint[]) order by olt_id, kind`.execute(db)
  return rows
}

/** What was found makes these worth asking at once. */
export async function makeDue({ db }: Db, oltId: bigint, kinds: readonly PollKind[], at: Instant): Promise<void> {
  await sql`
    insert into olt_polls as p (olt_id, kind, due_at) select ${oltId}, k, ${at} from unnest(${kinds as PollKind[]}::text[]) k
    on conflict (olt_id, kind) do update set due_at = least(p.due_at, excluded.due_at)`.execute(db)
}
