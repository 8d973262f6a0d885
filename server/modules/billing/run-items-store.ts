import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { MessageState } from '#modules/notifications/index.ts'
import { inRunScope } from './run-stage-store.ts'
import type { RunScope, Unbillable } from './run-stage-store.ts'

export const RUN_CHANGES = ['new', 'same', 'higher', 'lower', 'gone'] as const
export type RunChange = (typeof RUN_CHANGES)[number]
/** Bills of a preview that differ in one way from the last cycle. */
export interface ChangeSums {
  readonly count: number
  readonly total_minor: number
  readonly previous_minor: number
}
export type RunChanges = Partial<Record<RunChange, ChangeSums>>

export async function parkClients(tx: Tx, runId: bigint, parked: readonly Unbillable[]): Promise<void> {
  if (parked.length === 0) return
  await sql`insert into run_parked (run_id, client_id, reason, detail, at)
    select ${runId}::bigint, *, ${tx.now}::timestamptz from unnest(${parked.map((item) => item.clientId)}::bigint[], ${parked.map((item) => item.reason)}::text[], ${parked.map((item) => item.detail)}::text[])
    on conflict (run_id, client_id) do update set reason = excluded.reason, detail = excluded.detail, at = excluded.at, resolved_at = null`.execute(tx.db)
}

/** The run says anew whom it cannot bill; what its preview said may have been mended. */
export async function forgetParked(tx: Tx, runId: bigint): Promise<void> {
  await sql`delete from run_parked where run_id = ${runId}`.execute(tx.db)
}

/** The bills of a scope's clients that came of a month's run or were their first, voids left out: of `i` and `b`. */
const bills = (months: readonly PlainDate[], scope: RunScope): RawBuilder<unknown> => sql`
  invoices i join invoice_balances b on b.invoice_id = i.id and b.voided_minor = 0 join clients c on c.id = i.client_id
  where i.month = any(${months.map(String)}::date[]) and i.kind in ('month', 'first') and ${inRunScope(scope)}`

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
      case when i.client_id is null then case when p.total > 0 then 'gone' end when p.total is null then 'new'
        when i.total_minor = p.total then 'same' when i.total_minor > p.total then 'higher' else 'lower' end,
      coalesce(i.total_minor, 0), coalesce(p.total, 0)
    from stage_clients s left join stage_invoices i on i.client_id = s.client_id left join before p on p.client_id = s.client_id
    on conflict (run_id, client_id) do nothing`.execute(tx.db)
}

/** Nobody has the same bill who gets none: a client that cannot be billed is neither lower nor gone. */
export async function previewParked(tx: Tx, runId: bigint, parked: readonly Unbillable[]): Promise<void> {
  if (parked.length === 0) return
  await sql`insert into run_items (run_id, client_id, state, reason)
    select ${runId}::bigint, client_id, 'parked', reason from unnest(${parked.map((item) => item.clientId)}::bigint[], ${parked.map((item) => item.reason)}::text[]) as p(client_id, reason)
    on conflict (run_id, client_id) do update set state = 'parked', reason = excluded.reason, total_minor = 0, change = null`.execute(tx.db)
}

/**
 * Adds whoever was billed the month before and would get nothing now, nor has a bill of this month already. Both months are gone through
 * together: of a month just billed the server has no statistics yet, and would compare every client with every other.
 */
export async function previewGone(tx: Tx, runId: bigint, month: PlainDate, scope: RunScope): Promise<void> {
  const before = month.subtract({ months: 1 })
  await sql`
    insert into run_items (run_id, client_id, state, change, previous_minor)
    select ${runId}::bigint, g.client_id, 'nothing_due', 'gone', g.total from (
      select i.client_id, sum(i.total_minor)::bigint as total from ${bills([before, month], scope)}
      group by i.client_id having bool_and(i.month = ${before}::date)
    ) g
    where not exists (select 1 from run_items r where r.run_id = ${runId} and r.client_id = g.client_id)
    on conflict (run_id, client_id) do nothing`.execute(tx.db)
}

export interface PreviewTotals {
  readonly count: bigint
  readonly total: bigint
  readonly parked: bigint
  readonly previousCount: bigint
  readonly previousTotal: bigint
  readonly changes: RunChanges
}

/** Sums of a preview against all that the same scope was billed for the month before. */
export async function previewTotals(tx: Tx, runId: bigint, previousMonth: PlainDate, scope: RunScope): Promise<PreviewTotals> {
  const { rows } = await sql<PreviewTotals>`
    with kinds as (
      select change, count(*) filter (where state = 'would_issue') as bills, count(*) filter (where state = 'parked') as parked, count(*) as count,
        sum(total_minor)::bigint as total, sum(previous_minor)::bigint as previous
      from run_items where run_id = ${runId} group by change
    ), now as (
      select coalesce(sum(bills), 0)::bigint as count, coalesce(sum(total), 0)::bigint as total, coalesce(sum(parked), 0)::bigint as parked,
        coalesce(jsonb_object_agg(change, jsonb_build_object('count', count, 'total_minor', total, 'previous_minor', previous)) filter (where change is not null), '{}') as changes
      from kinds
    ), before as (
      select count(distinct i.client_id) as count, coalesce(sum(i.total_minor), 0)::bigint as total from ${bills([previousMonth], scope)}
    )
    select now.count, now.total, now.parked, now.changes, before.count as "previousCount", before.total as "previousTotal" from now, before`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('a preview has no totals')
  return row
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

export interface ItemPosition {
  readonly id: bigint
  readonly difference: bigint
}

export interface ItemFilter {
  readonly state?: string | undefined
  readonly change?: string | undefined
  /** Higher or lower than last time by at least this share of it, in basis points. */
  readonly minChangeBp?: number | undefined
  /** The largest differences first; bills that did not change are then left out. */
  readonly byDifference?: boolean | undefined
}

/** In order of client id, or of the difference to last time; `limit + 1` rows. */
export async function selectRunItems(
  conn: Conn,
  runId: bigint,
  { state, change, minChangeBp, byDifference = false, after, limit }: ItemFilter & { after: ItemPosition | undefined; limit: number },
): Promise<RunItem[]> {
  const where = [sql`r.run_id = ${runId}`]
  if (state !== undefined) where.push(sql`r.state = ${state}`)
  if (change !== undefined) where.push(sql`r.change = ${change}`)
  if (minChangeBp !== undefined)
    where.push(sql`r.change in ('higher', 'lower') and abs(r.total_minor - r.previous_minor) * 10000 >= r.previous_minor * ${minChangeBp}::bigint`)
  if (byDifference) where.push(sql`r.change <> 'same'`)
  if (after !== undefined)
    where.push(
      byDifference
        ? sql`abs(r.total_minor - r.previous_minor) <= ${after.difference} and (abs(r.total_minor - r.previous_minor) < ${after.difference} or r.client_id > ${after.id})`
        : sql`r.client_id > ${after.id}`,
    )
  const { rows } = await sql<RunItem>`
    select r.client_id, c.code as client_code, c.name as client_name, r.state, r.change, r.reason, r.total_minor, r.previous_minor
    from run_items r join clients c on c.id = r.client_id where ${sql.join(where, sql` and `)}
    order by ${byDifference ? sql`abs(r.total_minor - r.previous_minor) desc, r.client_id` : sql`r.client_id`} limit ${limit + 1}`.execute(conn.db)
  return rows
}

export interface ParkedClient {
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly reason: string
  readonly detail: string
  readonly at: Temporal.Instant
  /** When he was billed for the month after all, and by which invoice. */
  readonly resolved_at: Temporal.Instant | null
  readonly invoice_id: bigint | null
  readonly invoice_code: string | null
}

/** The invoice that billed a parked client for the run's month since. */
const billedSince = sql`left join lateral (
    select i.id, i.code, i.issued_at from invoices i join invoice_balances b on b.invoice_id = i.id and b.voided_minor = 0
    where i.client_id = p.client_id and i.month = r.month and i.issued_at >= p.at and i.kind <> 'opening' order by i.id desc limit 1) i on true`

export async function selectRunParked(conn: Conn, runId: bigint, { after, limit }: { after: bigint; limit: number }): Promise<ParkedClient[]> {
  const { rows } = await sql<ParkedClient>`
    select p.client_id, c.code as client_code, c.name as client_name, p.reason, p.detail, p.at, i.issued_at as resolved_at, i.id as invoice_id, i.code as invoice_code
    from run_parked p join invoice_runs r on r.id = p.run_id join clients c on c.id = p.client_id ${billedSince}
    where p.run_id = ${runId} and p.client_id > ${after} order by p.client_id limit ${limit + 1}`.execute(conn.db)
  return rows
}

/** Parked clients without a bill of the month yet, of the person's scope, up to a bound. */
export async function selectStillParked(conn: Conn, scope: Scope, runId: bigint, limit: number): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select p.client_id as id from run_parked p join invoice_runs r on r.id = p.run_id join clients c on c.id = p.client_id ${billedSince}
    where p.run_id = ${runId} and i.id is null and c.deleted_at is null and ${scopeCondition(scope, 'c')} order by p.client_id limit ${limit}`.execute(conn.db)
  return rows.map(({ id }) => id)
}

export interface RunNotice {
  readonly invoice_id: bigint
  readonly invoice_code: string
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly total_minor: Minor
  /** Null, as what follows, where the message is older than what is kept. */
  readonly message_id: bigint | null
  readonly state: MessageState | null
  /** By which it was tried last. */
  readonly channel: string | null
  readonly at: Temporal.Instant | null
}

/** What the clients of a run are told, by its invoices, newest first; `limit + 1` rows. */
export async function selectRunNotices(
  conn: Conn,
  scope: Scope,
  run: { readonly id: bigint; readonly issuedOn: PlainDate; readonly month: PlainDate },
  { before, limit }: { before: bigint | undefined; limit: number },
): Promise<RunNotice[]> {
  const { rows } = await sql<RunNotice>`
    with page as (
      select i.id, i.code, i.client_id, i.total_minor, i.issued_at, c.code as client_code, c.name as client_name from invoices i join clients c on c.id = i.client_id
      where i.run_id = ${run.id} and i.issued_on = ${run.issuedOn} and i.month = ${run.month} and ${scopeCondition(scope, 'c')}
        and (${before ?? null}::bigint is null or i.id < ${before ?? null}::bigint)
      order by i.id desc limit ${limit + 1}
    )
    select p.id as invoice_id, p.code as invoice_code, p.client_id, p.client_code, p.client_name, p.total_minor, m.id as message_id, m.state, a.channel, m.created_at as at
    from page p left join outbox_messages m on m.client_id = p.client_id and m.created_at = p.issued_at and m.dedupe_key = 'invoice-issued:' || p.id
      left join message_attempts a on a.created_at = m.created_at and a.message_id = m.id and a.attempt_no = m.attempts
    order by p.id desc`.execute(conn.db)
  return rows
}
