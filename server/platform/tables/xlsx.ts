import ExcelJS from 'exceljs'
import type { CellValue } from 'exceljs'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { FileNotAccepted } from '../uploads.ts'
import type { TableRow } from './table.ts'

// The one file that knows exceljs. It reads and writes row by row; the shared strings of a file are its only growing memory.
const MAX_UNPACKED_BYTES = 400 * 1024 * 1024

/** Rows of the first sheet. Dates become YYYY-MM-DD, formulas what they came to. @throws FileNotAccepted 422 for a broken file. */
export async function* readXlsx(path: string): AsyncGenerator<TableRow> {
  await refuseBomb(path)
  try {
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(path), {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
      entries: 'ignore',
    })
    for await (const sheet of reader) {
      for await (const row of sheet) {
        const values = Array.isArray(row.values) ? row.values.slice(1) : []
        const cells = Array.from(values, (value) => cellText(value as CellValue))
        if (cells.some((cell) => cell.trim() !== '')) yield { rowNo: row.number, cells }
      }
      return
    }
  } catch (error) {
    if (error instanceof FileNotAccepted) throw error
    throw new FileNotAccepted(`This XLSX file cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return typeof value === 'number' ? numberText(value) : String(value)
  if ('toISOString' in value) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('result' in value) return cellText(value.result as CellValue)
  if ('text' in value) return cellText(value.text as CellValue)
  return ''
}

/** Never in the form 1.7e+15, and without the noise of binary fractions. */
const numberText = (value: number): string => (Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15))))

/** A small file that unpacks to gigabytes is refused by its own table of contents. */
async function refuseBomb(path: string): Promise<void> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tail = Buffer.alloc(Math.min(size, 65_557))
    await file.read(tail, 0, tail.length, size - tail.length)
    const end = tail.lastIndexOf(Buffer.from('504b0506', 'hex'))
    if (end === -1) throw new FileNotAccepted('This XLSX file cannot be read: it is not whole')
    const directory = Buffer.alloc(Math.min(tail.readUInt32LE(end + 12), 4 * 1024 * 1024))
    await file.read(directory, 0, directory.length, tail.readUInt32LE(end + 16))
    let unpacked = 0
    for (
      let at = 0;
      at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50;
      at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    ) {
      unpacked += directory.readUInt32LE(at + 24)
    }
    if (unpacked > MAX_UNPACKED_BYTES) throw new FileNotAccepted('This XLSX file unpacks to more than 400 MB; save it as CSV')
  } finally {
    await file.close()
  }
}

export interface XlsxWriter {
  row(cells: readonly (string | number | null)[]): void
  /** Writes the end of the file. */
  end(): Promise<void>
}

/** A workbook of one sheet that goes out row by row. Text is text: nothing in it is worked out as a formula. */
export function writeXlsx(out: Writable, sheetName: string): XlsxWriter {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: false })
  const sheet = book.addWorksheet(sheetName.replace(/[*?:\\/[\]]/g, ' ').slice(0, 31))
  return {
    row(cells) {
      sheet.addRow([...cells]).commit()
    },
    async end() {
      sheet.commit()
      await book.commit()
    },
  }
}
