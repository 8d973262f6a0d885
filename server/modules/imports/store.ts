import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { TableFormat } from '../../platform/tables/table.ts'
import type { ImportKindName, RowError } from './import-kind.ts'
import type { Mapping } from './options.ts'

export const IMPORT_STATES = ['uploaded', 'previewing', 'previewed', 'queued', 'running', 'done', 'failed', 'cancelled'] as const
export type ImportState = (typeof IMPORT_STATES)[number]
export const ROW_STATES = ['ready', 'invalid', 'done', 'skipped', 'failed'] as const
export type RowState = (typeof ROW_STATES)[number]

export interface Import {
  readonly id: bigint
  readonly kind: ImportKindName
  readonly state: ImportState
  readonly file_id: bigint | null
  readonly file_name: string
  readonly format: TableFormat
  readonly columns: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly mapping: Mapping
  /** As they came on the wire; optionsSchema reads them. */
  readonly options: Record<string, unknown>
  readonly counts: Partial<Record<RowState, number>>
  readonly row_count: number
  readonly cursor_row: number
  readonly error: string | null
  readonly created_by: bigint | null
  readonly created_at: Temporal.Instant
  readonly finished_at: Temporal.Instant | null
}

const columns = sql.raw(
  'i.id, i.kind, i.state, i.file_id, i.file_name, i.format, i.columns, i.sample, i.mapping, i.options, i.counts, i.row_count, i.cursor_row, i.error, i.created_by, i.created_at, i.finished_at',
)

/** Files are seen by whoever sent them, and by those who see the whole company. */
const mine = (actor: Actor) => (actor.scope.kind === 'company' ? sql`true` : sql`i.created_by = ${actor.userId}`)

export async function insertImport(
  tx: Tx,
  file: { kind: ImportKindName; fileId: bigint; fileName: string; format: TableFormat; columns: readonly string[]; sample: readonly (readonly string[])[] },
): Promise<Import> {
  const { rows } = await sql<Import>`
    insert into imports as i (kind, file_id, file_name, format, columns, sample, created_by, created_at)
    values (${file.kind}, ${file.fileId}, ${file.fileName}, ${file.format}, ${[...file.columns]}::text[], ${JSON.stringify(file.sample)}::jsonb, ${tx.actor.userId}, ${tx.now}) returning ${columns}`.execute(
    tx.db,
  )
  return rows[0] as Import
}

export async function selectImport(conn: Pick<Conn, 'db'>, actor: Actor, id: bigint): Promise<Import | undefined> {
  return (await sql<Import>`select ${columns} from imports i where i.id = ${id} and ${mine(actor)}`.execute(conn.db)).rows[0]
}

export async function lockImport(tx: Tx, id: bigint): Promise<Import | undefined> {
  return (await sql<Import>`select ${columns} from imports i where i.id = ${id} and ${mine(tx.actor)} for update`.execute(tx.db)).rows[0]
}

export async function selectCreators(conn: Pick<Conn, 'db'>, ids: readonly bigint[]): Promise<{ id: bigint; created_by: bigint | null }[]> {
  return (
    await sql<{ id: bigint; created_by: bigint | null }>`select id, created_by from imports where id = any(${ids.map(String)}::bigint[])`.execute(conn.db)
  ).rows
}

/** For the job, which works for whoever asked. */
export async function selectCreator(conn: Pick<Conn, 'db'>, id: bigint): Promise<bigint | null> {
  return (await sql<{ created_by: bigint | null }>`select created_by from imports where id = ${id}`.execute(conn.db)).rows[0]?.created_by ?? null
}

export async function selectImports(conn: Pick<Conn, 'db'>, actor: Actor, page: { limit: number; before: bigint | undefined }): Promise<Import[]> {
  const { rows } = await sql<Import>`
    select ${columns} from imports i where ${mine(actor)} and (${page.before ?? null}::bigint is null or i.id < ${page.before ?? null}::bigint) order by i.id desc limit ${page.limit + 1}`.execute(
    conn.db,
  )
  return rows
}

export interface ImportChanges {
  readonly state?: ImportState
  readonly mapping?: Mapping
  readonly options?: unknown
  readonly counts?: Partial<Record<RowState, number>>
  readonly error?: string | null
  readonly cursor?: number
  readonly rowCount?: number
  readonly isFinished?: boolean
}

/** Changes what is named and leaves the rest. */
export async function updateImport(tx: Tx, id: bigint, { state, mapping, options, counts, error, cursor, rowCount, isFinished }: ImportChanges): Promise<void> {
  const set = [sql`id = id`]
  if (state !== undefined) set.push(sql`state = ${state}`)
  if (mapping !== undefined) set.push(sql`mapping = ${JSON.stringify(mapping)}::jsonb`)
  if (options !== undefined) set.push(sql`options = ${JSON.stringify(options)}::jsonb`)
  if (counts !== undefined) set.push(sql`counts = ${JSON.stringify(counts)}::jsonb`)
  if (error !== undefined) set.push(sql`error = ${error}`)
  if (cursor !== undefined) set.push(sql`cursor_row = ${cursor}`)
  if (rowCount !== undefined) set.push(sql`row_count = ${rowCount}`)
  if (isFinished === true) set.push(sql`finished_at = ${tx.now}`)
  await sql`update imports set ${sql.join(set.slice(set.length > 1 ? 1 : 0))} where id = ${id}`.execute(tx.db)
}

export interface NewRow {
  readonly rowNo: number
  readonly state: RowState
  readonly raw: readonly string[]
  readonly errors: readonly RowError[]
  readonly sourceId: string | null
  readonly keys: readonly string[]
  readonly entityId: bigint | null
}

export async function deleteRows(tx: Tx, importId: bigint): Promise<void> {
  await sql`delete from import_rows where import_id = ${importId}`.execute(tx.db)
}

export async function insertRows(tx: Tx, importId: bigint, rows: readonly NewRow[]): Promise<void> {
  const list = rows.map(({ rowNo, state, raw, errors, sourceId, keys, entityId }) => ({
    row_no: rowNo,
    state,
    raw,
    errors,
    source_id: sourceId,
    keys,
    entity_id: entityId?.toString() ?? null,
  }))
  await sql`
    insert into import_rows (import_id, row_no, state, raw, errors, source_id, keys, entity_id)
    select ${importId}::bigint, row_no, state, raw, errors, source_id, array(select jsonb_array_elements_text(keys)), entity_id
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as given (row_no int, state text, raw jsonb, errors jsonb, source_id text, keys jsonb, entity_id bigint)`.execute(
    tx.db,
  )
}

/** The second of two equal rows is known as the second, in this file and in the next one. */
export async function numberRepeats(tx: Tx, importId: bigint): Promise<void> {
  await sql`
    update import_rows r set source_id = r.source_id || '#' || n.nth
    from (select row_no, row_number() over (partition by source_id order by row_no) as nth from import_rows where import_id = ${importId} and source_id like 'row:%') n
    where r.import_id = ${importId} and r.row_no = n.row_no and n.nth > 1`.execute(tx.db)
}

/** Rows that were imported before, from this file or another one. */
export async function skipKnownRows(tx: Tx, importId: bigint, source: string): Promise<void> {
  await sql`
    update import_rows r set state = 'skipped', entity_id = s.entity_id, errors = '[{"field": "", "message": "This row was imported before"}]'
    from import_sources s where r.import_id = ${importId} and r.state in ('ready', 'invalid') and s.source = ${source} and s.source_id = r.source_id`.execute(
    tx.db,
  )
}

/** Of rows that claim one code, login or address the first may have it. */
export async function refuseRepeatedKeys(tx: Tx, importId: bigint): Promise<void> {
  await sql`
    with claims as materialized (select row_no, key, min(row_no) over (partition by key) as first from import_rows r, unnest(r.keys) key where r.import_id = ${importId} and r.state in ('ready', 'skipped')),
      late as materialized (select row_no, jsonb_agg(jsonb_build_object('field', split_part(key, ':', 1), 'message', 'Row ' || first || ' of this file has the same')) as errors from claims where row_no > first group by row_no)
    update import_rows r set state = 'invalid', errors = late.errors from late where r.import_id = ${importId} and r.row_no = late.row_no and r.state = 'ready'`.execute(
    tx.db,
  )
}

export async function countRows(conn: Pick<Conn, 'db'>, importId: bigint): Promise<Partial<Record<RowState, number>>> {
  const { rows } = await sql<{ state: RowState; n: bigint }>`select state, count(*) as n from import_rows where import_id = ${importId} group by state`.execute(
    conn.db,
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]))
}

/** Row numbers that wait to be done, with their natural keys. */
export async function selectReady(tx: Tx, importId: bigint, from: number, to: number): Promise<Map<number, string>> {
  const { rows } = await sql<{ row_no: number; source_id: string }>`
    select row_no, source_id from import_rows where import_id = ${importId} and row_no between ${from} and ${to} and state = 'ready' order by row_no`.execute(
    tx.db,
  )
  return new Map(rows.map(({ row_no, source_id }) => [row_no, source_id]))
}

export interface RowOutcome {
  readonly rowNo: number
  readonly state: RowState
  readonly entityId: bigint | null
  readonly errors: readonly RowError[]
}

export async function updateRows(tx: Tx, importId: bigint, outcomes: readonly RowOutcome[]): Promise<void> {
  const list = outcomes.map(({ rowNo, state, entityId, errors }) => ({ row_no: rowNo, state, entity_id: entityId?.toString() ?? null, errors }))
  await sql`
    update import_rows r set state = o.state, entity_id = o.entity_id, errors = o.errors
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as o (row_no int, state text, entity_id bigint, errors jsonb) where r.import_id = ${importId} and r.row_no = o.row_no`.execute(
    tx.db,
  )
}

export async function insertSources(tx: Tx, source: string, entity: string, rows: readonly { sourceId: string; entityId: bigint }[]): Promise<void> {
  await sql`
    insert into import_sources (source, source_id, entity, entity_id, created_at)
    select ${source}, s, ${entity}, e, ${tx.now} from unnest(${rows.map(({ sourceId }) => sourceId)}::text[], ${rows.map(({ entityId }) => entityId.toString())}::bigint[]) as given (s, e)`.execute(
    tx.db,
  )
}

/** Two files of one kind are applied one after the other, chunk by chunk, so that neither does a row of the other. */
export async function serialise(tx: Tx, kind: ImportKindName): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import:${kind}`}, 0))`.execute(tx.db)
}

export async function selectKnownSources(tx: Tx, source: string, ids: readonly string[]): Promise<Map<string, bigint>> {
  const { rows } = await sql<{
    source_id: string
    entity_id: bigint
  }>`select source_id, entity_id from import_sources where source = ${source} and source_id = any(${[...ids]}::text[])`.execute(tx.db)
  return new Map(rows.map(({ source_id, entity_id }) => [source_id, entity_id]))
}

export interface ImportRow {
  readonly row_no: number
  readonly state: RowState
  readonly raw: readonly string[]
  readonly errors: readonly RowError[]
  readonly entity_id: bigint | null
}

export async function selectRows(
  conn: Pick<Conn, 'db'>,
  importId: bigint,
  states: readonly RowState[],
  page: { limit: number; after: number },
): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select row_no, state, raw, errors, entity_id from import_rows where import_id = ${importId} and state = any(${[...states]}::text[]) and row_no > ${page.after} order by row_no limit ${page.limit + 1}`.execute(
    conn.db,
  )
  return rows
}

/** Uploads whose work ended long ago; the rows and what came of them stay. */
export async function selectOldFiles(tx: Tx, before: Temporal.Instant, limit: number): Promise<{ id: bigint; file_id: bigint }[]> {
  const { rows } = await sql<{ id: bigint; file_id: bigint }>`
    select id, file_id from imports where file_id is not null and created_at < ${before} and state not in ('queued', 'running', 'previewing') order by id limit ${limit} for update`.execute(
    tx.db,
  )
  return rows
}

export async function forgetFileOf(tx: Tx, importId: bigint): Promise<void> {
  await sql`update imports set file_id = null where id = ${importId}`.execute(tx.db)
}
