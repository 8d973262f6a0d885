import { sql } from 'kysely'
import type { Minor } from '../../../kernel/money.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import type { RunScope } from '../run-stage-store.ts'
import { scopeJson } from '../run-store.ts'
import type { Hold } from './breaker.ts'

export const ORIGINS = ['chase', 'expiry', 'hand'] as const
export type Origin = (typeof ORIGINS)[number]
export const SUSPENSION_STATES = ['planning', 'awaiting_release', 'queued', 'running', 'done', 'cancelled'] as const
export type SuspensionState = (typeof SUSPENSION_STATES)[number]

export interface SuspensionRun {
  readonly id: bigint
  readonly origin: Origin
  readonly day: PlainDate
  readonly scope: Record<string, readonly number[]>
  readonly minDue: Minor
  readonly ignoresFutureMonths: boolean
  readonly state: SuspensionState
  readonly holds: readonly Hold[]
  readonly plannedClients: bigint
  readonly plannedLines: bigint
  readonly plannedAmount: Minor
  readonly cutLines: bigint
  readonly sparedLines: bigint
  readonly requestedBy: bigint | null
  readonly releaseRequestedBy: bigint | null
  readonly releaseAfter: Instant | null
  readonly releasedBy: bigint | null
  readonly createdAt: Instant
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
}

const columns =
  sql.raw(`id, origin, day, scope, min_due_minor as "minDue", ignores_future_months as "ignoresFutureMonths", state, holds, planned_clients as "plannedClients",
  planned_lines as "plannedLines", planned_minor as "plannedAmount", cut_lines as "cutLines", spared_lines as "sparedLines", requested_by as "requestedBy",
  release_requested_by as "releaseRequestedBy", release_after as "releaseAfter", released_by as "releasedBy", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`)

export interface NewSuspensionRun {
  readonly origin: Origin
  readonly scope: RunScope
  readonly minDue: Minor
  readonly ignoresFutureMonths: boolean
}

export async function insertSuspensionRun(tx: Tx, { origin, scope, minDue, ignoresFutureMonths }: NewSuspensionRun): Promise<SuspensionRun> {
  const { rows } = await sql<SuspensionRun>`
    insert into suspension_runs (origin, day, scope, min_due_minor, ignores_future_months, requested_by, created_at)
    values (${origin}, ${tx.today}, ${scopeJson(scope)}::jsonb, ${minDue}, ${ignoresFutureMonths}, ${tx.actor.userId}, ${tx.now}) returning ${columns}`.execute(
    tx.db,
  )
  return rows[0] as SuspensionRun
}

export async function readSuspensionRun(conn: Pick<Conn, 'db'>, id: bigint): Promise<SuspensionRun | null> {
  return (await sql<SuspensionRun>`select ${columns} from suspension_runs where id = ${id}`.execute(conn.db)).rows[0] ?? null
}

export async function lockSuspensionRun(tx: Tx, id: bigint): Promise<SuspensionRun | null> {
  return (await sql<SuspensionRun>`select ${columns} from suspension_runs where id = ${id} for update`.execute(tx.db)).rows[0] ?? null
}

/** Newest first; what the machine cut of prepaid lines every few minutes only where it is asked for. */
export async function selectSuspensionRuns(
  conn: Pick<Conn, 'db'>,
  { origin, state }: { origin?: Origin | undefined; state?: SuspensionState | undefined },
  page: { before: bigint | undefined; limit: number },
): Promise<SuspensionRun[]> {
  const where = [sql`true`]
  if (origin !== undefined) where.push(sql`origin = ${origin}`)
  if (state !== undefined) where.push(sql`state = ${state}`)
  if (page.before !== undefined) where.push(sql`id < ${page.before}`)
  const { rows } =
    await sql<SuspensionRun>`select ${columns} from suspension_runs where ${sql.join(where, sql` and `)} order by id desc limit ${page.limit + 1}`.execute(
      conn.db,
    )
  return rows
}

export async function selectSuspensionScopes(conn: Pick<Conn, 'db'>, ids: readonly bigint[]): Promise<Pick<SuspensionRun, 'id' | 'scope'>[]> {
  return (await sql<Pick<SuspensionRun, 'id' | 'scope'>>`select id, scope from suspension_runs where id = any(${ids.map(String)}::bigint[])`.execute(conn.db))
    .rows
}

/** Runs of the machine that are not over, and the one of today that a person has put off. */
export async function selectAutomaticRuns(tx: Tx, origin: Origin): Promise<{ unfinished: bigint | null; held: bigint | null; isPutOff: boolean }> {
  const { rows } = await sql<{ unfinished: bigint | null; held: bigint | null; isPutOff: boolean }>`
    select (select min(id) from suspension_runs where origin = ${origin} and state in ('queued', 'running')) as unfinished,
      (select min(id) from suspension_runs where origin = ${origin} and state = 'awaiting_release') as held,
      exists (select 1 from suspension_runs where origin = ${origin} and state = 'cancelled' and day = ${tx.today} and released_by is null and finished_at is not null and holds <> '[]') as "isPutOff"`.execute(
    tx.db,
  )
  return rows[0] as { unfinished: bigint | null; held: bigint | null; isPutOff: boolean }
}

type RunColumn =
  | 'day'
  | 'state'
  | 'holds'
  | 'planned_clients'
  | 'planned_lines'
  | 'planned_minor'
  | 'release_requested_by'
  | 'release_after'
  | 'released_by'
  | 'started_at'
  | 'finished_at'

export async function setSuspensionRun(tx: Tx, id: bigint, changes: Partial<Record<RunColumn, unknown>>): Promise<void> {
  const sets = Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update suspension_runs set ${sql.join(sets)} where id = ${id}`.execute(tx.db)
}

export async function deleteSuspensionRun(tx: Tx, id: bigint): Promise<void> {
  await sql`delete from suspension_runs where id = ${id}`.execute(tx.db)
}

export async function advanceSuspensionRun(tx: Tx, id: bigint, { cut, spared }: { cut: number; spared: number }): Promise<void> {
  await sql`update suspension_runs set cut_lines = cut_lines + ${cut}, spared_lines = spared_lines + ${spared} where id = ${id}`.execute(tx.db)
}

export interface RunCircumstances {
  readonly requestedByName: string | null
  readonly releasedByName: string | null
  readonly jobError: string | null
}

/** Who asked and who released; and the error the job gave up with where it should still be at work. */
export async function selectSuspensionCircumstances(conn: Pick<Conn, 'db'>, run: SuspensionRun): Promise<RunCircumstances> {
  const isAtWork = run.state === 'planning' || run.state === 'queued' || run.state === 'running'
  const { rows } = await sql<RunCircumstances>`
    select (select full_name from users where id = ${run.requestedBy}) as "requestedByName", (select full_name from users where id = ${run.releasedBy}) as "releasedByName",
      (select case when j.state = 'failed' then coalesce(j.error, '') end from job_runs j where ${isAtWork} and j.name = 'billing.cut_lines' and j.key = ${run.id.toString()}
        order by j.id desc limit 1) as "jobError"`.execute(conn.db)
  return rows[0] as RunCircumstances
}
