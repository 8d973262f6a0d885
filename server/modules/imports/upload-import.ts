import type { Tx } from '../../platform/db/tx.ts'
import { keepFile } from '../../platform/files.ts'
import type { ReceivedFile } from '../../platform/files.ts'
import { readTable, tableFormat } from '../../platform/tables/table.ts'
import type { TableFormat } from '../../platform/tables/table.ts'
import { FileNotAccepted } from '../../platform/uploads.ts'
import { recordEvent } from '../audit/index.ts'
import type { ImportKindName } from './import-kind.ts'
import { insertImport } from './store.ts'
import type { Import } from './store.ts'

const SAMPLE_ROWS = 10
const MAX_COLUMNS = 200
const MAX_CELL = 200

export interface Head {
  readonly format: TableFormat
  readonly columns: readonly string[]
  readonly sample: readonly (readonly string[])[]
}

/** Looks at a file's bytes, its heads and first rows. @throws FileNotAccepted 422 where it is no CSV or XLSX file with a head and a row. */
export async function readHead(path: string): Promise<Head> {
  const format = await tableFormat(path)
  let columns: readonly string[] | null = null
  const sample: string[][] = []
  for await (const { cells } of readTable(path, format)) {
    if (columns === null) columns = headsOf(cells)
    else sample.push(cells.slice(0, columns.length).map((cell) => cell.slice(0, MAX_CELL)))
    if (sample.length === SAMPLE_ROWS) break
  }
  if (columns === null || sample.length === 0) throw new FileNotAccepted('This file has no rows under its heads')
  return { format, columns, sample }
}

/** Every column has a head of its own: empty ones are numbered, repeated ones too. */
function headsOf(cells: readonly string[]): string[] {
  if (cells.length > MAX_COLUMNS) throw new FileNotAccepted(`A file has at most ${MAX_COLUMNS} columns`)
  const heads: string[] = []
  for (const [n, cell] of cells.entries()) {
    const name = cell.replace(/\s+/g, ' ').trim().slice(0, MAX_CELL) || `Column ${n + 1}`
    let head = name
    for (let repeat = 2; heads.includes(head); repeat += 1) head = `${name} (${repeat})`
    heads.push(head)
  }
  return heads
}

/** Keeps an uploaded file with its heads for mapping. Nothing of it is done yet. */
export async function uploadImport(
  tx: Tx,
  { kind, name, file, head }: { kind: ImportKindName; name: string; file: ReceivedFile; head: Head },
): Promise<Import> {
  const stored = await keepFile(
    tx,
    {
      kind: 'import',
      name: name.slice(0, 200),
      contentType: head.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    file,
  )
  const added = await insertImport(tx, { kind, fileId: stored.id, fileName: stored.name, format: head.format, columns: head.columns, sample: head.sample })
  await recordEvent(tx, 'import.uploaded', { subjectType: 'import', subjectId: added.id, after: { kind, file: stored.name, size_bytes: stored.size_bytes } })
  return added
}
