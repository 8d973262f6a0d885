import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'

export const WORK_KINDS = ['invoice_run', 'suspension_run', 'import', 'export', 'bulk_job'] as const
export const WORK_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const

/** Long work as its maker wants to see it from any page. */
export interface Work {
  readonly kind: (typeof WORK_KINDS)[number]
  readonly id: bigint
  readonly state: (typeof WORK_STATES)[number]
  /** It only looks, and changes nothing yet. */
  readonly is_preview: boolean
  /** Of a run. */
  readonly month: PlainDate | null
  /** The file of an import, the list of an export, the action of bulk work. */
  readonly name: string | null
  readonly done: bigint
  /** Null where nobody knows how much there is to do. */
  readonly of: bigint | null
  /** Rows or clients that could not be done. */
  readonly failed: bigint
  readonly is_own: boolean
  readonly started_at: Instant
  readonly finished_at: Instant | null
}

// For so long after its end work is still told of, so that a page opened meanwhile hears how it ended.
const LATELY = { minutes: 10 }

function runs(actor: Actor, lately: Instant): RawBuilder<unknown> {
  return sql`
    select 'invoice_run', r.id, case r.state when 'queued' then 'waiting' when 'previewing' then 'running' when 'running' then 'running'
        when 'failed' then 'failed' when 'cancelled' then 'cancelled' else 'done' end,
      r.state in ('previewing', 'ready', 'awaiting_release'), r.month, null::text,
      case when r.state = 'previewing' then r.cursor_client_id else r.issued_count end,
      case when r.state = 'previewing' then greatest((select max(id) from clients), 1) else r.expected_count end,
      r.parked_count, r.requested_by is not distinct from ${actor.userId}::bigint, r.created_at, r.finished_at
    from invoice_runs r where r.state in ('previewing', 'queued', 'running') or r.finished_at > ${lately}
      or r.state in ('ready', 'awaiting_release') and r.created_at > ${lately}`
}

/** What is asked for by hand, and what of the machine's takes long enough to be seen. */
function suspensions(actor: Actor, lately: Instant): RawBuilder<unknown> {
  return sql`
    select 'suspension_run', r.id, case r.state when 'queued' then 'waiting' when 'planning' then 'running' when 'awaiting_release' then 'done' else r.state end,
      r.state in ('planning', 'awaiting_release'), null::date, r.origin, r.cut_lines + r.spared_lines, nullif(r.planned_lines, 0), 0::bigint, r.requested_by is not distinct from ${actor.userId}::bigint, r.created_at, r.finished_at
    from suspension_runs r where (r.origin = 'hand' or r.state = 'running')
      and (r.state in ('planning', 'queued', 'running') or r.finished_at > ${lately} or r.state = 'awaiting_release' and r.created_at > ${lately})`
}

function imports(actor: Actor, lately: Instant): RawBuilder<unknown> {
  const seen = actor.scope.kind === 'company' ? sql`true` : sql`i.created_by = ${actor.userId}::bigint`
  return sql`
    select 'import', i.id, case i.state when 'queued' then 'waiting' when 'previewing' then 'running' when 'running' then 'running' when 'previewed' then 'done' else i.state end,
      i.state in ('previewing', 'previewed'), null::date, i.file_name, i.cursor_row::bigint, nullif(i.row_count, 0)::bigint,
      coalesce((i.counts ->> 'failed')::bigint, 0) + coalesce((i.counts ->> 'invalid')::bigint, 0), i.created_by is not distinct from ${actor.userId}::bigint, i.created_at, i.finished_at
    from imports i where i.state in ('previewing', 'previewed', 'queued', 'running', 'done', 'failed', 'cancelled') and ${seen} and (i.finished_at is null or i.finished_at > ${lately})
      and (i.state <> 'previewed' or i.created_at > ${lately})`
}

/** An export holds what its maker may see: nobody else sees it. */
function exports(actor: Actor, lately: Instant): RawBuilder<unknown> {
  return sql`
    select 'export', e.id, case e.state when 'queued' then 'waiting' else e.state end, false, null::date, e.list, e.row_count, null::bigint, 0::bigint, true, e.created_at, e.finished_at
    from exports e where e.created_by is not distinct from ${actor.userId}::bigint and (e.finished_at is null or e.finished_at > ${lately})`
}

function bulk(actor: Actor, lately: Instant): RawBuilder<unknown> {
  const seen = actor.scope.kind === 'company' ? sql`true` : sql`b.created_by = ${actor.userId}::bigint`
  const of = (key: string) => sql`coalesce((b.counts ->> ${key})::bigint, 0)`
  return sql`
    select 'bulk_job', b.id, case b.state when 'queued' then 'waiting' when 'previewing' then 'running' when 'previewed' then 'done' else b.state end,
      b.state in ('previewing', 'previewed'), null::date, b.action,
      case when b.state = 'previewing' then n.total - ${of('waiting')} else ${of('done')} + ${of('failed')} end, nullif(case when b.state = 'previewing' then n.total else n.total - n.aside end, 0),
      ${of('failed')} + case when b.state = 'previewed' then ${of('refused')} else 0 end, b.created_by is not distinct from ${actor.userId}::bigint, b.created_at, b.finished_at
    from bulk_jobs b cross join lateral (
      select coalesce(sum(value::bigint), 0)::bigint as total, coalesce(sum(value::bigint) filter (where key in ('refused', 'unchanged')), 0)::bigint as aside from jsonb_each_text(b.counts)
    ) n where ${seen} and (b.finished_at is null or b.finished_at > ${lately}) and (b.state <> 'previewed' or b.created_at > ${lately})`
}

/** What works in the background now, or has ended lately, as far as the person may see it; newest first. */
export async function selectWork(conn: Conn, actor: Actor, now: Instant): Promise<Work[]> {
  const lately = now.subtract(LATELY)
  const parts: RawBuilder<unknown>[] = []
  if (actor.permissions.has('invoice.view') && actor.scope.kind === 'company') parts.push(runs(actor, lately))
  if (actor.permissions.has('invoice.view') && actor.scope.kind === 'company') parts.push(suspensions(actor, lately))
  if (actor.permissions.has('client.import')) parts.push(imports(actor, lately))
  if (actor.permissions.has('client.export')) parts.push(exports(actor, lately))
  if (actor.permissions.has('client.view')) parts.push(bulk(actor, lately))
  if (parts.length === 0) return []
  const { rows } =
    await sql<Work>`select * from (${sql.join(parts, sql` union all `)}) w (kind, id, state, is_preview, month, name, done, "of", failed, is_own, started_at, finished_at) order by w.started_at desc, w.kind, w.id limit 50`.execute(
      conn.db,
    )
  return rows
}
