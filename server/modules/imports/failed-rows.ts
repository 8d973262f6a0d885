import type { Locale } from '../../kernel/actor.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { BOM, csvLine } from '../../platform/tables/csv.ts'
import { inBatches } from '../../platform/tables/table.ts'
import { fileRows } from './import-rows.ts'
import { importKinds } from './kinds/all.ts'
import { sayErrors } from './say-errors.ts'
import { selectRows } from './store.ts'
import type { Import } from './store.ts'

/**
 * The rows that were not imported as a file to correct and send again: the columns as they came, and one more that says why. The cells
 * come from the uploaded file itself, because secrets are not kept with the rows.
 */
export async function* failedRowsCsv(conn: Conn, found: Import, locale: Locale): AsyncGenerator<string> {
  const { fields } = importKinds[found.kind]
  yield BOM + csvLine([...found.columns, locale === 'bn' ? 'ত্রুটি' : 'Error'])
  for await (const rows of inBatches(fileRows(conn, found), 1000)) {
    const first = rows[0]?.rowNo ?? 0
    const failed = await selectRows(conn, found.id, ['invalid', 'failed'], { limit: 1000, after: first - 1 })
    const errors = new Map(
      failed.map((row) => [
        row.row_no,
        sayErrors(locale, fields, row.errors)
          .map(({ message }) => message)
          .join('; '),
      ]),
    )
    yield rows
      .flatMap(({ rowNo, cells }) => (errors.has(rowNo) ? [csvLine([...found.columns.map((_, n) => cells[n] ?? ''), errors.get(rowNo) as string])] : []))
      .join('')
  }
}
