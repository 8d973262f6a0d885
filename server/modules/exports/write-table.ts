import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import type { Company } from '../../kernel/company.ts'
import type { Locale } from '../../kernel/actor.ts'
import { BOM, csvLine } from '../../platform/tables/csv.ts'
import { writeXlsx } from '../../platform/tables/xlsx.ts'
import { cellText } from './cell-text.ts'
import type { ExportColumn } from './export-list.ts'

export interface TableFacts<Row> {
  readonly columns: readonly ExportColumn<Row>[]
  readonly pages: AsyncIterable<readonly Row[]>
  readonly company: Company
  readonly locale: Locale
}

/** The table as CSV for spreadsheets: a byte order mark, CRLF, nothing that would be worked out as a formula. One page is held at a time. */
export async function* csvBytes<Row>({ columns, pages, company, locale }: TableFacts<Row>): AsyncGenerator<Uint8Array> {
  const { zone } = company
  yield Buffer.from(BOM + csvLine(columns.map(({ label }) => label[locale])))
  for await (const page of pages) yield Buffer.from(page.map((row) => csvLine(columns.map(({ of, isMoney }) => cellText(of(row), { isMoney, zone })))).join(''))
}

/** The table as a workbook. Amounts and counts are numbers there, all else is text; ids beyond 15 digits too, which a spreadsheet would round. */
export async function* xlsxBytes<Row>({ columns, pages, company, locale }: TableFacts<Row>, title: string): AsyncGenerator<Uint8Array> {
  const out = new PassThrough({ highWaterMark: 1024 * 1024 })
  const work = (async () => {
    const book = writeXlsx(out, title)
    book.row(columns.map(({ label }) => label[locale]))
    for await (const page of pages) {
      for (const row of page) book.row(columns.map(({ of, isMoney }) => xlsxCell(of(row), { isMoney, zone: company.zone })))
      if (out.writableNeedDrain) await once(out, 'drain')
    }
    await book.end()
  })()
  work.catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  yield* out as AsyncIterable<Uint8Array>
  await work
}

function xlsxCell(value: unknown, options: { isMoney?: boolean | undefined; zone: string }): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint')
    return value < 10n ** 15n && value > -(10n ** 15n)
      ? options.isMoney === true
        ? Number(cellText(value, options))
        : Number(value)
      : cellText(value, options)
  return typeof value === 'number' ? value : cellText(value, options)
}
