import { open } from 'node:fs/promises'
import { FileNotAccepted } from '../uploads.ts'
import { readCsv, requireUtf8 } from './csv.ts'
import { readXlsx } from './xlsx.ts'

export const TABLE_FORMATS = ['csv', 'xlsx'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

export interface TableRow {
  /** As a spreadsheet program numbers it; the head is row 1. */
  readonly rowNo: number
  readonly cells: readonly string[]
}

/** What a file is by its bytes, never by its name. @throws FileNotAccepted 422 for everything else. */
export async function tableFormat(path: string): Promise<TableFormat> {
  const file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0).finally(() => file.close())
  if (bytesRead === 0) throw new FileNotAccepted('This file is empty')
  if (buffer.readUInt32BE(0) === 0x504b0304) return 'xlsx'
  await requireUtf8(path)
  return 'csv'
}

/** The rows of a CSV or XLSX file as they stream by, empty ones left out; the file is never in memory. */
export const readTable = (path: string, format: TableFormat): AsyncGenerator<TableRow> => (format === 'xlsx' ? readXlsx(path) : readCsv(path))

/** Gathers rows into batches. */
export async function* inBatches<T>(rows: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
