import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { ActionName } from './actions/all.ts'

export const BULK_STATES = ['previewing', 'previewed', 'queued', 'running', 'done', 'failed', 'cancelled'] as const
export type BulkState = (typeof BULK_STATES)[number]
export const ITEM_STATES = ['waiting', 'ready', 'unchanged', 'refused', 'done', 'failed'] as const
export type ItemState = (typeof ITEM_STATES)[number]
export type Counts = Partial<Record<ItemState, number>>

/** What was chosen, as it came on the wire: a filter of the list, less some; or clients one by one. */
export interface Selection {
  readonly filter: Readonly<Record<string, string>>
  readonly client_ids?: readonly number[] | undefined
  readonly except_ids?: readonly number[] | undefined
}

export interface BulkJob {
  readonly id: bigint
  readonly action: ActionName
  /** As they came on the wire; the action's schema reads them. */
  readonly params: Readonly<Record<string, unknown>>
  readonly selection: Selection
  readonly state: BulkState
  readonly counts: Counts
  readonly receivable_minor: Minor
  readonly credit_minor: Minor
  readonly undoes_id: bigint | null
  /** The job that undoes this one, unless that one failed or was stopped. */
  readonly undone_by_id: bigint | null
  readonly error: string | null
  readonly created_by: bigint | null
  readonly created_by_name: string | null
  readonly created_at: Temporal.Instant
  readonly started_by: bigint | null
  readonly started_at: Temporal.Instant | null
  readonly finished_at: Temporal.Instant | null
}

const columns = sql`b.id, b.action, b.params, b.selection, b.state, b.counts, b.receivable_minor, b.credit_minor, b.undoes_id, b.error, b.created_by, b.created_at, b.started_by,
  b.started_at, b.finished_at, (select full_name from users where id = b.created_by) as created_by_name,
  (select u.id from bulk_jobs u where u.undoes_id = b.id and u.state not in ('failed', 'cancelled')) as undone_by_id`

/** Jobs are seen by whoever asked for them, and by those who see the whole company. */
const mine = (actor: Actor) => (actor.scope.kind === 'company' ? sql`true` : sql`b.created_by = ${actor.userId}`)

export async function insertJob(
  tx: Tx,
  job: { action: ActionName; params: unknown; selection: Selection; undoesId: bigint | null; counts: Counts },
): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into bulk_jobs (action, params, selection, undoes_id, counts, created_by, created_at)
    values (${job.action}, ${JSON.stringify(job.params)}::jsonb, ${JSON.stringify(job.selection)}::jsonb, ${job.undoesId}, ${JSON.stringify(job.counts)}::jsonb, ${tx.actor.userId}, ${tx.now})
    returning id`.execute(tx.db)
  return (rows[0] as { id: bigint }).id
}

export async function selectJob(conn: Pick<Conn, 'db'>, actor: Actor, id: bigint): Promise<BulkJob | undefined> {
  return (await sql<BulkJob>`select ${columns} from bulk_jobs b where b.id = ${id} and ${mine(actor)}`.execute(conn.db)).rows[0]
}

export async function lockJob(tx: Tx, id: bigint): Promise<BulkJob | undefined> {
  return (await sql<BulkJob>`select ${columns} from bulk_jobs b where b.id = ${id} and ${mine(tx.actor)} for update of b`.execute(tx.db)).rows[0]
}

/** Newest first; `limit + 1` rows. */
export async function selectJobs(conn: Pick<Conn, 'db'>, actor: Actor, page: { limit: number; before: bigint | undefined }): Promise<BulkJob[]> {
  const { rows } = await sql<BulkJob>`
    select ${columns} from bulk_jobs b where ${mine(actor)} and (${page.before ?? null}::bigint is null or b.id < ${page.before ?? null}::bigint)
    order by b.id desc limit ${page.limit + 1}`.execute(conn.db)
  return rows
}

export async function selectCreators(conn: Pick<Conn, 'db'>, ids: readonly bigint[]): Promise<{ id: bigint; created_by: bigint | null }[]> {
  const { rows } = await sql<{
    id: bigint
    created_by: bigint | null
  }>`select id, created_by from bulk_jobs where id = any(${ids.map(String)}::bigint[])`.execute(conn.db)
  return rows
}

/** For the job, which works for whoever asked; once started, for whoever started it. */
export async function selectWorker(conn: Pick<Conn, 'db'>, id: bigint): Promise<bigint | null> {
  const { rows } = await sql<{ user_id: bigint | null }>`select coalesce(started_by, created_by) as user_id from bulk_jobs where id = ${id}`.execute(conn.db)
  return rows[0]?.user_id ?? null
}

export interface JobChanges {
  readonly state?: BulkState
  readonly counts?: Counts
  readonly error?: string | null
  readonly receivable?: Minor
  readonly credit?: Minor
  readonly isStarted?: boolean
  readonly isFinished?: boolean
}

/** Changes what is named and leaves the rest. */
export async function updateJob(tx: Tx, id: bigint, { state, counts, error, receivable, credit, isStarted, isFinished }: JobChanges): Promise<void> {
  const set = [sql`id = id`]
  if (state !== undefined) set.push(sql`state = ${state}`)
  if (counts !== undefined) set.push(sql`counts = ${JSON.stringify(counts)}::jsonb`)
  if (error !== undefined) set.push(sql`error = ${error}`)
  if (receivable !== undefined) set.push(sql`receivable_minor = ${receivable}::bigint`)
  if (credit !== undefined) set.push(sql`credit_minor = ${credit}::bigint`)
  if (isStarted === true) set.push(sql`started_by = ${tx.actor.userId}, started_at = ${tx.now}`)
  if (isFinished === true) set.push(sql`finished_at = ${tx.now}`)
  await sql`update bulk_jobs set ${sql.join(set.slice(set.length > 1 ? 1 : 0))} where id = ${id}`.execute(tx.db)
}
