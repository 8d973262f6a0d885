import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { RunChanges } from './run-items-store.ts'
import type { RunScope } from './run-stage-store.ts'

export type RunState = 'previewing' | 'ready' | 'awaiting_release' | 'queued' | 'running' | 'done' | 'cancelled' | 'failed'

export interface InvoiceRun {
  readonly id: bigint
  readonly month: PlainDate
  readonly scope: Record<string, readonly number[]>
  readonly issuedOn: PlainDate
  readonly state: RunState
  readonly startsItself: boolean
  readonly cursorClientId: bigint
  readonly expectedCount: bigint | null
  readonly expectedTotal: bigint | null
  readonly previousCount: bigint | null
  readonly previousTotal: bigint | null
  readonly differenceBp: bigint | null
  readonly issuedCount: bigint
  readonly issuedTotal: bigint
  readonly parkedCount: bigint
  readonly changes: RunChanges
  /** How far the preview is. */
  readonly previewedBp: bigint | null
  readonly error: string | null
  readonly requestedBy: bigint | null
  readonly releaseRequestedBy: bigint | null
  readonly releaseAfter: Temporal.Instant | null
  readonly releasedBy: bigint | null
  readonly createdAt: Temporal.Instant
  readonly startedAt: Temporal.Instant | null
  readonly finishedAt: Temporal.Instant | null
}

const columns = sql`id, month, scope, issued_on as "issuedOn", state, starts_itself as "startsItself", cursor_client_id as "cursorClientId", expected_count as "expectedCount",
  expected_total_minor as "expectedTotal", previous_count as "previousCount", previous_total_minor as "previousTotal", difference_bp as "differenceBp",
  issued_count as "issuedCount", issued_total_minor as "issuedTotal", parked_count as "parkedCount", changes, error, requested_by as "requestedBy",
  release_requested_by as "releaseRequestedBy", release_after as "releaseAfter", released_by as "releasedBy", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt",
  case when state = 'previewing' then least(9999, cursor_client_id * 10000 / greatest((select max(id) from clients), 1)) end as "previewedBp"`

/** The stored scope as ids again. */
export const scopeOf = (run: Pick<InvoiceRun, 'scope'>): RunScope => ({
  ...(run.scope.branch_ids ? { branchIds: run.scope.branch_ids.map(BigInt) } : {}),
  ...(run.scope.area_ids ? { areaIds: run.scope.area_ids.map(BigInt) } : {}),
  ...(run.scope.router_ids ? { routerIds: run.scope.router_ids.map(BigInt) } : {}),
  ...(run.scope.reseller_ids ? { resellerIds: run.scope.reseller_ids.map(BigInt) } : {}),
  ...(run.scope.client_ids ? { clientIds: run.scope.client_ids.map(BigInt) } : {}),
})

/** A scope as it is stored. */
export const scopeJson = ({ branchIds, areaIds, routerIds, resellerIds, clientIds }: RunScope): string =>
  JSON.stringify({
    branch_ids: branchIds?.map(Number),
    area_ids: areaIds?.map(Number),
    router_ids: routerIds?.map(Number),
    reseller_ids: resellerIds?.map(Number),
    client_ids: clientIds?.map(Number),
  })

export async function selectRunScopes(conn: Pick<Conn, 'db'>, ids: readonly bigint[]): Promise<Pick<InvoiceRun, 'id' | 'scope'>[]> {
  return (await sql<Pick<InvoiceRun, 'id' | 'scope'>>`select id, scope from invoice_runs where id = any(${ids.map(String)}::bigint[])`.execute(conn.db)).rows
}

export async function insertRun(tx: Tx, run: { month: PlainDate; scope: RunScope; issuedOn: PlainDate; startsItself: boolean }): Promise<InvoiceRun> {
  const scope = scopeJson(run.scope)
  const { rows } = await sql<InvoiceRun>`
    insert into invoice_runs (month, scope, issued_on, starts_itself, requested_by, created_at)
    values (${run.month}, ${scope}::jsonb, ${run.issuedOn}, ${run.startsItself}, ${tx.actor.userId}, ${tx.now}) returning ${columns}`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('a run was not written')
  return row
}

export async function readRun(conn: Conn, id: bigint): Promise<InvoiceRun | null> {
  const { rows } = await sql<InvoiceRun>`select ${columns} from invoice_runs where id = ${id}`.execute(conn.db)
  return rows[0] ?? null
}

export async function lockRun(tx: Tx, id: bigint): Promise<InvoiceRun | null> {
  const { rows } = await sql<InvoiceRun>`select ${columns} from invoice_runs where id = ${id} for update`.execute(tx.db)
  return rows[0] ?? null
}

export async function listRuns(conn: Conn, { before, limit, month }: { before: bigint | null; limit: number; month: PlainDate | null }): Promise<InvoiceRun[]> {
  const { rows } = await sql<InvoiceRun>`
    select ${columns} from invoice_runs where (${before}::bigint is null or id < ${before}::bigint) and (${month}::date is null or month = ${month}::date)
    order by id desc limit ${limit}`.execute(conn.db)
  return rows
}

/** The waiting or working run that would bill the same month; a second request joins it. */
export async function findLiveRun(conn: Conn, month: PlainDate, scope: string): Promise<InvoiceRun | null> {
  const { rows } = await sql<InvoiceRun>`
    select ${columns} from invoice_runs where month = ${month} and scope = ${scope}::jsonb and state not in ('done', 'cancelled', 'failed') order by id desc limit 1`.execute(
    conn.db,
  )
  return rows[0] ?? null
}

/** Chunks of all runs go one after the other, so numbers follow client ids and two runs equal one. */
export async function serialiseRuns(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('lastmile.month-run', 0))`.execute(tx.db)
}

export async function setRun(tx: Tx, id: bigint, changes: Partial<Record<RunColumn, unknown>>): Promise<void> {
  const sets = Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update invoice_runs set ${sql.join(sets)} where id = ${id}`.execute(tx.db)
}

type RunColumn =
  | 'state'
  | 'cursor_client_id'
  | 'expected_count'
  | 'expected_total_minor'
  | 'previous_count'
  | 'previous_total_minor'
  | 'difference_bp'
  | 'error'
  | 'parked_count'
  | 'changes'
  | 'release_requested_by'
  | 'release_after'
  | 'released_by'
  | 'started_at'
  | 'finished_at'

/** Progress of a chunk: where it stands and what it added. */
export async function advanceRun(tx: Tx, id: bigint, chunk: { cursor: bigint; issued: number; total: bigint; parked: number }): Promise<void> {
  await sql`update invoice_runs set cursor_client_id = ${chunk.cursor}, issued_count = issued_count + ${chunk.issued}, issued_total_minor = issued_total_minor + ${chunk.total},
    parked_count = parked_count + ${chunk.parked} where id = ${id}`.execute(tx.db)
}

/** How many active people have a permission: whether there is a second person who may release. */
export async function countApprovers(conn: Conn, permission: 'invoice.approve_run' | 'access.release_breaker'): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from users u join roles r on r.id = u.role_id
    where u.status = 'active' and not exists (select 1 from user_permissions p where p.user_id = u.id and p.permission = ${permission} and p.effect = 'deny')
      and (${permission} = any(r.permissions) or exists (select 1 from user_permissions p where p.user_id = u.id and p.permission = ${permission} and p.effect = 'grant'))`.execute(
    conn.db,
  )
  return Number(rows[0]?.count ?? 0n)
}

/** Who asked for a run and released it; and the error its job gave up with, where it still should be at work. */
export async function selectRunCircumstances(
  conn: Conn,
  run: InvoiceRun,
): Promise<{ requestedByName: string | null; releasedByName: string | null; jobError: string | null }> {
  const isAtWork = run.state === 'previewing' || run.state === 'queued' || run.state === 'running'
  const { rows } = await sql<{ requestedByName: string | null; releasedByName: string | null; jobError: string | null }>`
    select (select full_name from users where id = ${run.requestedBy}) as "requestedByName", (select full_name from users where id = ${run.releasedBy}) as "releasedByName",
      (select case when j.state = 'failed' then coalesce(j.error, '') end from job_runs j where ${isAtWork} and j.name = 'billing.bill_month' and j.key = ${run.id.toString()}
        order by j.id desc limit 1) as "jobError"`.execute(conn.db)
  return rows[0] ?? { requestedByName: null, releasedByName: null, jobError: null }
}

/** Clients of the person's scope by their codes. */
export async function clientsByCode(conn: Conn, scope: Scope, codes: readonly string[]): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ id: bigint; code: string }>`
    select c.id, c.code from clients c where c.code = any(${[...codes]}::text[]) and c.deleted_at is null and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  return new Map(rows.map(({ id, code }) => [code, id]))
}
