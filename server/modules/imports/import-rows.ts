import type { Conn } from '../../platform/db/tx.ts'
import { filePath, findFile } from '../../platform/files.ts'
import { readTable } from '../../platform/tables/table.ts'
import type { TableRow } from '../../platform/tables/table.ts'
import { wrongImportState } from './errors.ts'
import type { Cells, ImportField } from './import-kind.ts'
import type { Mapping } from './options.ts'
import type { Import } from './store.ts'

/** More rows than the largest company has clients; a file beyond it is a mistake. */
export const MAX_ROWS = 1_000_000

/** The rows of an import's file after `cursor`, as they stream by. @throws Conflict 409 where the file is no longer kept. */
export async function* fileRows(conn: Pick<Conn, 'db'>, { id, state, file_id, format }: Import, cursor = 0): AsyncGenerator<TableRow> {
  const file = file_id === null ? undefined : await findFile(conn, file_id)
  if (file === undefined) throw wrongImportState(state, `the file of import ${id} is no longer kept; send it again`)
  let isHead = true
  for await (const row of readTable(filePath(file), format)) {
    if (isHead) isHead = false
    else if (row.rowNo > cursor) yield row
  }
}

/** Reads rows in the words of the fields. */
export function cellReader(columns: readonly string[], mapping: Mapping): (row: TableRow) => Cells {
  const places = Object.entries(mapping).map(([key, column]) => [key, columns.indexOf(column)] as const)
  return ({ cells }) =>
    new Map(
      places.flatMap(([key, place]) => {
        const cell = cells[place]
        return cell === undefined || cell.trim() === '' ? [] : [[key, cell] as const]
      }),
    )
}

/** What is stored of a row: its cells without the secrets. */
export function rowKeeper(columns: readonly string[], mapping: Mapping, fields: readonly ImportField[]): (row: TableRow) => string[] {
  const secrets = new Set(fields.flatMap(({ key, isSecret }) => (isSecret === true && mapping[key] !== undefined ? [columns.indexOf(mapping[key])] : [])))
  return ({ cells }) => columns.map((_, n) => (secrets.has(n) && (cells[n] ?? '') !== '' ? '•••' : (cells[n] ?? '').slice(0, 1000)))
}
