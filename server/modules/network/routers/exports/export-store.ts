import { sql } from 'kysely'
import type { Conn, Tx } from '../../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

export interface ExportRow {
  readonly id: bigint
  readonly lines: number
  readonly taken_at: Temporal.Instant
  readonly seen_at: Temporal.Instant
}

export interface KeptExport extends ExportRow {
  readonly content_sealed: Buffer
  readonly sha256: Buffer
}

/** The newest first; `limit + 1` rows. */
export async function selectExports({ db }: Db, routerId: bigint, { limit, before }: { limit: number; before: bigint | undefined }): Promise<ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    select id, lines, taken_at, seen_at from router_exports where router_id = ${routerId} and ${before === undefined ? sql`true` : sql`id < ${before}`}
    order by id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** One version; without `id` the newest. */
export async function selectExport({ db }: Db, routerId: bigint, id: bigint | null): Promise<KeptExport | undefined> {
  const { rows } = await sql<KeptExport>`
    select id, lines, taken_at, seen_at, content_sealed, sha256 from router_exports
    where router_id = ${routerId} and ${id === null ? sql`true` : sql`id = ${id}`} order by id desc limit 1`.execute(db)
  return rows[0]
}

/** The version before one. */
export async function selectExportBefore({ db }: Db, routerId: bigint, id: bigint): Promise<KeptExport | undefined> {
  const { rows } = await sql<KeptExport>`
    select id, lines, taken_at, seen_at, content_sealed, sha256 from router_exports where router_id = ${routerId} and id < ${id} order by id desc limit 1`.execute(
    db,
  )
  return rows[0]
}

export async function insertExport(tx: Tx, routerId: bigint, { sealed, sha256, lines }: { sealed: Buffer; sha256: Buffer; lines: number }): Promise<void> {
  await sql`
    insert into router_exports (router_id, content_sealed, sha256, lines, taken_at, seen_at) values (${routerId}, ${sealed}, ${sha256}, ${lines}, ${tx.now}, ${tx.now})`.execute(
    tx.db,
  )
}

export async function updateExportSeen(tx: Tx, id: bigint): Promise<void> {
  await sql`update router_exports set seen_at = ${tx.now} where id = ${id}`.execute(tx.db)
}

export async function updateExported({ db }: Db, routerId: bigint, at: Temporal.Instant, error: string | null): Promise<void> {
  await sql`update router_health set exported_at = case when ${error}::text is null then ${at}::timestamptz else exported_at end, export_error = ${error} where router_id = ${routerId}`.execute(
    db,
  )
}

/** Old versions; the newest of each router stays however old it is. Returns how many were deleted. */
export async function deleteOldExports(tx: Tx, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql`
    delete from router_exports e where e.seen_at < ${before} and exists (select from router_exports n where n.router_id = e.router_id and n.id > e.id) returning e.id`.execute(
    tx.db,
  )
  return rows.length
}
