import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { RunScope, Unbillable } from './run-stage-store.ts'

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
  issued_count as "issuedCount", issued_total_minor as "issuedTotal", parked_count as "parkedCount", error, requested_by as "requestedBy",
  release_requested_by as "releaseRequestedBy", release_after as "releaseAfter", released_by as "releasedBy", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`

/** The stored scope as ids again. */
export const scopeOf = (run: InvoiceRun): RunScope => ({
  ...(run.scope.branch_ids ? { branchIds: run.scope.branch_ids.map(BigInt) } : {}),
  ...(run.scope.area_ids ? { areaIds: run.scope.area_ids.map(BigInt) } : {}),
  ...(run.scope.router_ids ? { routerIds: run.scope.router_ids.map(BigInt) } : {}),
  ...(run.scope.reseller_ids ? { resellerIds: run.scope.reseller_ids.map(BigInt) } : {}),
  ...(run.scope.client_ids ? { clientIds: run.scope.client_ids.map(BigInt) } : {}),
})

export async function insertRun(tx: Tx, run: { month: PlainDate; scope: RunScope; issuedOn: PlainDate; startsItself: boolean }): Promise<InvoiceRun> {
  const scope = JSON.stringify({
    branch_ids: run.scope.branchIds?.map(Number),
    area_ids: run.scope.areaIds?.map(Number),
    router_ids: run.scope.routerIds?.map(Number),
    reseller_ids: run.scope.resellerIds?.map(Number),
    client_ids: run.scope.clientIds?.map(Number),
  })
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

export async function parkClients(tx: Tx, runId: bigint, parked: readonly (Unbillable & { detail: string })[]): Promise<void> {
  if (parked.length === 0) return
  await sql`insert into run_parked (run_id, client_id, reason, detail, at)
    select ${runId}::bigint, *, ${tx.now}::timestamptz from unnest(${parked.map((item) => item.clientId)}::bigint[], ${parked.map((item) => item.reason)}::text[], ${parked.map((item) => item.detail)}::text[])
    on conflict (run_id, client_id) do update set reason = excluded.reason, detail = excluded.detail, at = excluded.at, resolved_at = null`.execute(tx.db)
}

/** The preview's rows of a staged chunk, each compared with the client's invoice of the month before. */
export async function previewStaged(tx: Tx, runId: bigint, previousMonth: PlainDate): Promise<void> {
  await sql`
    insert into run_items (run_id, client_id, state, change, total_minor, previous_minor)
    with before as materialized (
      select v.client_id, sum(v.total_minor)::bigint as total from invoices v join invoice_balances b on b.invoice_id = v.id and b.voided_minor = 0
      where v.client_id between (select min(client_id) from stage_clients) and (select max(client_id) from stage_clients)
        and v.month = ${previousMonth}::date and v.kind in ('month', 'first') group by v.client_id
    )
    select ${runId}::bigint, s.client_id, case when i.client_id is null then 'nothing_due' else 'would_issue' end,
      case when p.total is null then 'new' when coalesce(i.total_minor, 0) = p.total then 'same' when coalesce(i.total_minor, 0) > p.total then 'higher' else 'lower' end,
      coalesce(i.total_minor, 0), coalesce(p.total, 0)
    from stage_clients s left join stage_invoices i on i.client_id = s.client_id left join before p on p.client_id = s.client_id
    on conflict (run_id, client_id) do nothing`.execute(tx.db)
}

export async function previewParked(tx: Tx, runId: bigint, parked: readonly Unbillable[]): Promise<void> {
  if (parked.length === 0) return
  await sql`insert into run_items (run_id, client_id, state, reason)
    select ${runId}::bigint, client_id, 'parked', reason from unnest(${parked.map((item) => item.clientId)}::bigint[], ${parked.map((item) => item.reason)}::text[]) as p(client_id, reason)
    on conflict (run_id, client_id) do update set state = 'parked', reason = excluded.reason, total_minor = 0`.execute(tx.db)
}

export interface PreviewTotals {
  readonly count: bigint
  readonly total: bigint
  readonly parked: bigint
  readonly previousCount: bigint
  readonly previousTotal: bigint
}

/** Sums of a preview against all that the same scope was billed for the month before. */
export async function previewTotals(tx: Tx, runId: bigint, previousMonth: PlainDate, scope: RunScope): Promise<PreviewTotals> {
  const branches = scope.branchIds?.map(String) ?? null
  const clients = scope.clientIds?.map(String) ?? null
  const areas = scope.areaIds?.map(String) ?? null
  const resellers = scope.resellerIds?.map(String) ?? null
  const routers = scope.routerIds?.map(String) ?? null
  const { rows } = await sql<PreviewTotals>`
    with now as (
      select count(*) filter (where state = 'would_issue') as count, coalesce(sum(total_minor), 0)::bigint as total, count(*) filter (where state = 'parked') as parked
      from run_items where run_id = ${runId}
    ), before as (
      select count(distinct i.client_id) as count, coalesce(sum(i.total_minor), 0)::bigint as total
      from invoices i join invoice_balances b on b.invoice_id = i.id and b.voided_minor = 0 join clients c on c.id = i.client_id
      where i.month = ${previousMonth}::date and i.kind in ('month', 'first')
        and (${branches}::bigint[] is null or c.branch_id = any(${branches}::bigint[])) and (${clients}::bigint[] is null or c.id = any(${clients}::bigint[]))
        and (${areas}::bigint[] is null or c.area_id = any(${areas}::bigint[])) and (${resellers}::bigint[] is null or c.reseller_id = any(${resellers}::bigint[]))
        and (${routers}::bigint[] is null or exists (select 1 from subscriptions r where r.client_id = c.id and r.router_id = any(${routers}::bigint[])))
    )
    select now.count, now.total, now.parked, before.count as "previousCount", before.total as "previousTotal" from now, before`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('a preview has no totals')
  return row
}

/** How many active people may release a run. */
export async function countApprovers(conn: Conn): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from users u join roles r on r.id = u.role_id
    where u.status = 'active' and not exists (select 1 from user_permissions p where p.user_id = u.id and p.permission = 'invoice.approve_run' and p.effect = 'deny')
      and ('invoice.approve_run' = any(r.permissions) or exists (select 1 from user_permissions p where p.user_id = u.id and p.permission = 'invoice.approve_run' and p.effect = 'grant'))`.execute(
    conn.db,
  )
  return Number(rows[0]?.count ?? 0n)
}

export interface RunItem {
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly state: string
  readonly change: string | null
  readonly reason: string | null
  readonly total_minor: Minor
  readonly previous_minor: Minor
}

export async function selectRunItems(
  conn: Conn,
  runId: bigint,
  { state, change, after, limit }: { state: string | undefined; change: string | undefined; after: bigint; limit: number },
): Promise<RunItem[]> {
  const { rows } = await sql<RunItem>`
    select r.client_id, c.code as client_code, c.name as client_name, r.state, r.change, r.reason, r.total_minor, r.previous_minor
    from run_items r join clients c on c.id = r.client_id
    where r.run_id = ${runId} and r.client_id > ${after} and (${state ?? null}::text is null or r.state = ${state ?? null}) and (${change ?? null}::text is null or r.change = ${change ?? null})
    order by r.client_id limit ${limit + 1}`.execute(conn.db)
  return rows
}

export interface ParkedClient {
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly reason: string
  readonly detail: string
  readonly at: Temporal.Instant
  readonly resolved_at: Temporal.Instant | null
}

export async function selectRunParked(conn: Conn, runId: bigint, { after, limit }: { after: bigint; limit: number }): Promise<ParkedClient[]> {
  const { rows } = await sql<ParkedClient>`
    select p.client_id, c.code as client_code, c.name as client_name, p.reason, p.detail, p.at, p.resolved_at
    from run_parked p join clients c on c.id = p.client_id where p.run_id = ${runId} and p.client_id > ${after} order by p.client_id limit ${limit + 1}`.execute(
    conn.db,
  )
  return rows
}
