import type { Actor } from '../../kernel/actor.ts'
import { Forbidden } from '../../kernel/errors.ts'
import { businessDay } from '../../kernel/time.ts'
import { conn, inTransaction } from '../../platform/db/transaction.ts'
import type { Conn, Database } from '../../platform/db/tx.ts'
import { keepFile, receiveFile } from '../../platform/files.ts'
import { recordEvent } from '../audit/index.ts'
import { invoicesPdf, pdfOptionsSchema } from '../documents/index.ts'
import { invoiceFilter, invoicesQuery, lists } from './lists.ts'
import { columnsOf } from './export-list.ts'
import type { AnyList } from './export-list.ts'
import { PDF_LIST } from './request-export.ts'
import { beginExport, finishExport, updateRowCount } from './store.ts'
import type { Export } from './store.ts'
import { csvBytes, xlsxBytes } from './write-table.ts'

const PAGE = 5000
const MAX_BYTES = 4 * 1024 * 1024 * 1024

const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

export interface ExecuteOptions {
  readonly actor: Actor
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly rows: number }) => Promise<void> | void
  readonly page?: number
}

/**
 * Writes a list into a file for whoever asked, with his scope and permissions of now, from the replica where there is one. One page of
 * the list is in memory at a time. Repeatable: a lost worker's file is begun anew. Answers how many rows it wrote; null where it was stopped.
 */
export async function executeExport(database: Database, exportId: bigint, { actor, signal, onProgress, page = PAGE }: ExecuteOptions): Promise<number | null> {
  const begun = await inTransaction(database, { actor, direct: true }, (tx) => beginExport(tx, exportId))
  if (begun === undefined) return null
  const reading = await conn(database, { from: 'replica' })
  let rows = 0
  const count = async (more: number): Promise<void> => {
    signal?.throwIfAborted()
    rows += more
    if (!(await updateRowCount({ db: database.direct }, exportId, rows))) throw new Stopped()
    await onProgress?.({ rows })
  }
  try {
    const bytes =
      begun.list === PDF_LIST ? pdfBytes(reading, begun, actor, database, count) : await tableBytes(reading, begun, actor, database, { page, count })
    const received = await receiveFile(bytes, MAX_BYTES)
    await inTransaction(database, { actor, direct: true }, async (tx) => {
      const file = await keepFile(tx, { kind: 'export', name: `${begun.list}-${tx.today}.${begun.format}`, contentType: CONTENT_TYPES[begun.format] }, received)
      await finishExport(tx, exportId, { fileId: file.id, name: file.name })
      await recordEvent(tx, 'export.done', { subjectType: 'export', subjectId: exportId, after: { list: begun.list, rows, size_bytes: file.size_bytes } })
    })
    return rows
  } catch (error) {
    if (error instanceof Stopped) return null
    throw error
  }
}

/** A person stopped it; what was written has no row and is taken away. */
class Stopped extends Error {}

async function tableBytes(
  reading: Conn,
  { list: name, filter, columns, format }: Export,
  actor: Actor,
  { clock }: Database,
  { page, count }: { page: number; count: (rows: number) => Promise<void> },
): Promise<AsyncIterable<Uint8Array>> {
  const list: AnyList = lists[name as keyof typeof lists]
  if (!actor.permissions.has(list.permission)) throw new Forbidden(`You need the permission ${list.permission} for this list`, { permission: list.permission })
  const query: unknown = list.query.parse(filter)
  const today = businessDay(clock.now(), reading.company.zone)
  const all = await columnsOf(list, reading)
  const chosen = columns.length === 0 ? all : columns.flatMap((key) => all.filter((column) => column.key === key))
  const pages = counted(list.pages({ conn: reading, actor, today, query }, page), count)
  const facts = { columns: chosen, pages, company: reading.company, locale: actor.locale }
  return format === 'xlsx' ? xlsxBytes(facts, name) : csvBytes(facts)
}

function pdfBytes(
  reading: Conn,
  { filter, options }: Export,
  actor: Actor,
  { clock }: Database,
  count: (rows: number) => Promise<void>,
): AsyncIterable<Uint8Array> {
  if (!actor.permissions.has('invoice.view')) throw new Forbidden('You need the permission invoice.view for this list', { permission: 'invoice.view' })
  const today = businessDay(clock.now(), reading.company.zone)
  return invoicesPdf(reading, actor, { today, filter: invoiceFilter(invoicesQuery.parse(filter)), options: pdfOptionsSchema.parse(options), onRead: count })
}

async function* counted<Row>(pages: AsyncIterable<readonly Row[]>, count: (rows: number) => Promise<void>): AsyncGenerator<readonly Row[]> {
  for await (const page of pages) {
    await count(page.length)
    yield page
  }
}
