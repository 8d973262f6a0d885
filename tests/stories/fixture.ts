/** Reads a month worked by hand: its events and the tables of what must come out. */
import { readFileSync } from 'node:fs'
import type { ClientReport } from '../oracle/report.ts'
import type { Script, ScriptEvent } from '../oracle/script.ts'

export type Row = Readonly<Record<string, string>>

export interface Fixture {
  readonly script: Script
  readonly lines: readonly Row[]
  readonly credits: readonly Row[]
  readonly balances: readonly Row[]
  readonly books: Readonly<Record<string, number>>
}

const folder = new URL('./fixtures/', import.meta.url)

const cellsOf = (row: string): string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

/** The rows of the table under `## <heading>`, each cell under its column's name. */
function tableOf(text: string, heading: string): Row[] {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading))
  if (section === undefined) throw new Error(`No section "${heading}"`)
  const [head, , ...rows] = section.split('\n').filter((line) => line.startsWith('|'))
  if (head === undefined || rows.length === 0) throw new Error(`No table under "${heading}"`)
  const names = cellsOf(head)
  return rows.map((row) => Object.fromEntries(cellsOf(row).map((cell, i) => [names[i] ?? '', cell])))
}

export function readFixture(name: string): Fixture {
  const text = readFileSync(new URL(`${name}.md`, folder), 'utf8')
  const events = /```json\n([\s\S]*?)```/.exec(text)?.[1]
  if (events === undefined) throw new Error(`${name} has no events`)
  const company: Omit<Script, 'events' | 'name' | 'seed'> = JSON.parse(readFileSync(new URL('company.json', folder), 'utf8'))
  const script: Script = { ...company, name, seed: 0, events: JSON.parse(events) as ScriptEvent[] }
  return {
    script,
    lines: tableOf(text, 'Expected lines'),
    credits: tableOf(text, 'Expected credits'),
    balances: tableOf(text, 'Expected balances'),
    books: Object.fromEntries(tableOf(text, 'Expected books').map((row) => [row['account'] ?? '', Number(row['debit'])])),
  }
}

/** The client's report in the words of the tables. */
export function rowsOfReport(report: ClientReport): { lines: Row[]; credits: Row[]; balance: Row } {
  return {
    lines: report.invoices.flatMap((invoice) =>
      invoice.lines.map((line) => ({
        client: report.client,
        invoice: `${invoice.nth}`,
        number: `${invoice.number}`,
        issued: invoice.issuedOn,
        due: invoice.dueOn,
        item: line.item,
        from: line.startsOn,
        to: line.endsOn,
        net: `${line.net}`,
        discount: `${line.discount}`,
        vat: `${line.vat}`,
        total: `${line.total}`,
      })),
    ),
    credits: report.creditNotes.flatMap((note) =>
      note.lines.map(({ line, net, discount, vat }) => ({
        client: report.client,
        invoice: `${note.nth}`,
        line: `${line}`,
        issued: note.issuedOn,
        kind: note.kind,
        net: `${net}`,
        discount: `${discount}`,
        vat: `${vat}`,
      })),
    ),
    balance: {
      client: report.client,
      receivable: `${report.receivable}`,
      credit: `${report.credit}`,
      deposit: `${report.deposit}`,
      open: report.invoices.map((invoice) => invoice.open).join(' '),
      expires: report.subscriptions[0]?.expiresOn ?? '',
    },
  }
}
