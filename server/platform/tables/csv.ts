import { parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { FileNotAccepted } from '../uploads.ts'
import type { TableRow } from './table.ts'

const DELIMITERS = [',', ';', '\t'] as const
// A row of a list of clients is some hundred bytes; a megabyte without an end of line is a quote that was never closed.
const MAX_ROW_BYTES = 1024 * 1024

/** Rows of a CSV file as it streams by; with or without a byte order mark. @throws FileNotAccepted 422 for a broken file. */
export async function* readCsv(path: string): AsyncGenerator<TableRow> {
  const delimiter = await detectDelimiter(path)
  const parser = createReadStream(path).pipe(parse({ bom: true, delimiter, relax_column_count: true, relax_quotes: true, max_record_size: MAX_ROW_BYTES }))
  let rowNo = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      rowNo += 1
      if (cells.some((cell) => cell.trim() !== '')) yield { rowNo, cells }
    }
  } catch (error) {
    throw new FileNotAccepted(`Row ${rowNo + 1} of this file cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Whichever of comma, semicolon and tab occurs most in the first line, outside quotes. */
async function detectDelimiter(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    const counts = new Map<string, number>(DELIMITERS.map((sign) => [sign, 0]))
    let isQuoted = false
    for (const sign of buffer.toString('utf8', 0, bytesRead)) {
      if (sign === '"') isQuoted = !isQuoted
      else if (sign === '\n' && !isQuoted) break
      else if (!isQuoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    }
    return DELIMITERS.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] as string
  } finally {
    await file.close()
  }
}

/** Reads a file once through: text in UTF-8 and nothing else. @throws FileNotAccepted 422. */
export async function requireUtf8(path: string): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (chunk.includes(0)) throw new FileNotAccepted('This is neither a CSV file in UTF-8 nor an XLSX file; save it as "CSV UTF-8" or as XLSX')
      decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
  } catch (error) {
    if (error instanceof FileNotAccepted) throw error
    throw new FileNotAccepted('This CSV file is not in UTF-8, so names in Bangla would be lost; save it as "CSV UTF-8" or as XLSX')
  }
}

// A cell that begins with one of these would be worked out as a formula by a spreadsheet program.
const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^-?\d+(\.\d+)?$/

/** One value as RFC 4180 writes it; what a spreadsheet would take for a formula gets an apostrophe in front. Numbers may be negative. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n;\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Excel takes a CSV file for UTF-8 only with the mark. */
export const BOM = '\ufeff'
