import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'

export const EXPORT_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type ExportState = (typeof EXPORT_STATES)[number]
export const EXPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface Export {
  readonly id: bigint
  readonly list: string
  readonly format: ExportFormat
  /** The list's query as it came on the wire. */
  readonly filter: Record<string, unknown>
  readonly columns: readonly string[]
  readonly options: Record<string, unknown>
  readonly state: ExportState
  readonly row_count: bigint
  readonly file_id: bigint | null
  readonly file_name: string
  readonly error: string | null
  readonly created_by: bigint | null
  readonly created_at: Temporal.Instant
  readonly finished_at: Temporal.Instant | null
}

const columns = sql.raw(
  'e.id, e.list, e.format, e.filter, e.columns, e.options, e.state, e.row_count, e.file_id, e.file_name, e.error, e.created_by, e.created_at, e.finished_at',
)

/** An export holds what its maker may see, which another person may not: nobody else sees it. */
const own = (actor: Actor) => sql`e.created_by is not distinct from ${actor.userId}::bigint`

export async function insertExport(
  tx: Tx,
  { list, format, filter, columns: chosen, options }: Pick<Export, 'list' | 'format' | 'filter' | 'columns' | 'options'>,
): Promise<Export> {
  const { rows } = await sql<Export>`
    insert into exports as e (list, format, filter, columns, options, created_by, created_at)
    values (${list}, ${format}, ${JSON.stringify(filter)}::jsonb, ${[...chosen]}::text[], ${JSON.stringify(options)}::jsonb, ${tx.actor.userId}, ${tx.now}) returning ${columns}`.execute(
    tx.db,
  )
  return rows[0] as Export
}

export async function selectExport(conn: Pick<Conn, 'db'>, actor: Actor, id: bigint): Promise<Export | undefined> {
  return (await sql<Export>`select ${columns} from exports e where e.id = ${id} and ${own(actor)}`.execute(conn.db)).rows[0]
}

export async function selectExports(conn: Pick<Conn, 'db'>, actor: Actor, page: { limit: number; before: bigint | undefined }): Promise<Export[]> {
  const { rows } = await sql<Export>`
    select ${columns} from exports e where ${own(actor)} and (${page.before ?? null}::bigint is null or e.id < ${page.before ?? null}::bigint) order by e.id desc limit ${page.limit + 1}`.execute(
    conn.db,
  )
  return rows
}

export async function selectCreators(conn: Pick<Conn, 'db'>, ids: readonly bigint[]): Promise<{ id: bigint; created_by: bigint | null }[]> {
  return (
    await sql<{ id: bigint; created_by: bigint | null }>`select id, created_by from exports where id = any(${ids.map(String)}::bigint[])`.execute(conn.db)
  ).rows
}

/** For the job, which works for whoever asked. */
export async function selectCreator(conn: Pick<Conn, 'db'>, id: bigint): Promise<bigint | null> {
  return (await sql<{ created_by: bigint | null }>`select created_by from exports where id = ${id}`.execute(conn.db)).rows[0]?.created_by ?? null
}

/** Begins, or begins anew after a worker was lost; undefined where it is over. */
export async function beginExport(tx: Tx, id: bigint): Promise<Export | undefined> {
  return (
    await sql<Export>`update exports e set state = 'running', row_count = 0 where e.id = ${id} and e.state in ('queued', 'running') returning ${columns}`.execute(
      tx.db,
    )
  ).rows[0]
}

/** Writes how far it is; false where somebody stopped it. */
export async function updateRowCount(conn: Pick<Conn, 'db'>, id: bigint, rows: number): Promise<boolean> {
  return ((await sql`update exports set row_count = ${rows} where id = ${id} and state = 'running'`.execute(conn.db)).numAffectedRows ?? 0n) > 0n
}

export async function finishExport(tx: Tx, id: bigint, file: { fileId: bigint; name: string }): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update exports set state = 'done', file_id = ${file.fileId}, file_name = ${file.name}, finished_at = ${tx.now} where id = ${id} and state = 'running'`.execute(
      tx.db,
    )
  return (numAffectedRows ?? 0n) > 0n
}

export async function failExport(tx: Tx, id: bigint, error: string): Promise<void> {
  await sql`update exports set state = 'failed', error = ${error}, finished_at = ${tx.now} where id = ${id} and state in ('queued', 'running')`.execute(tx.db)
}

export async function cancelExport(tx: Tx, id: bigint): Promise<void> {
  await sql`update exports e set state = 'cancelled', finished_at = ${tx.now} where e.id = ${id} and e.state in ('queued', 'running') and ${own(tx.actor)}`.execute(
    tx.db,
  )
}

export async function selectOldExports(tx: Tx, before: Temporal.Instant, limit: number): Promise<{ id: bigint; file_id: bigint }[]> {
  const { rows } = await sql<{
    id: bigint
    file_id: bigint
  }>`select id, file_id from exports where file_id is not null and created_at < ${before} order by id limit ${limit} for update`.execute(tx.db)
  return rows
}

export async function dropFileOf(tx: Tx, id: bigint): Promise<void> {
  await sql`update exports set file_id = null where id = ${id}`.execute(tx.db)
}
