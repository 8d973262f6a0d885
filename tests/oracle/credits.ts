/** Credit of unused days and credit by hand: sections "Settlement" and "Package change" of docs/BILLING.md. */
import { lineTotal } from './company.ts'
import type { Charge, Client, CreditLine, Invoice, Line, OracleCompany } from './company.ts'
import { lesser, round } from './rounding.ts'
import { issueNote } from './settlement.ts'

interface Left {
  readonly net: bigint
  readonly discount: bigint
  readonly vat: bigint
}

/** What earlier credit notes left of a line. */
export function leftOf(client: Client, line: Line): Left {
  let { net, discount, vat } = line
  for (const note of client.creditNotes) {
    for (const credit of note.lines) {
      if (credit.line !== line) continue
      net -= credit.net
      discount -= credit.discount
      vat -= credit.vat
    }
  }
  return { net, discount, vat }
}

export interface UnusedCredit extends CreditLine {
  readonly invoice: Invoice
  readonly days: readonly number[]
}

/** What the days `[from, to)` of the live lines of these charges are worth, line by line. Changes nothing. */
export function unusedCredits(client: Client, charges: readonly Charge[], from: number, to: number): UnusedCredit[] {
  const credits: UnusedCredit[] = []
  for (const invoice of client.invoices) {
    if (invoice.voidedOn !== null) continue
    for (const line of invoice.lines) {
      if (!charges.includes(line.charge)) continue
      const days = [...line.chargedDays].filter((day) => from <= day && day < to && !line.givenBack.has(day))
      if (days.length === 0) continue
      const u = BigInt(days.length)
      const n = BigInt(line.chargedDays.size)
      const left = leftOf(client, line)
      const net = lesser(left.net, round(line.net * u, n))
      const discount = lesser(left.discount, round(line.discount * u, n))
      const vatOfDays = line.vatInclusive ? round(line.vat * u, n) : round((net - discount) * BigInt(line.vatBp), 10000n)
      const amounts = net === left.net ? left : { net, discount, vat: lesser(left.vat, vatOfDays) }
      const span = { startsOn: Math.max(from, line.startsOn), endsOn: Math.min(to, line.endsOn) }
      credits.push({ ...amounts, invoice, line, days, span })
    }
  }
  return credits
}

/** A credit by hand of `amount`, VAT included. */
export function creditByHand(client: Client, line: Line, amount: bigint): Omit<CreditLine, 'span'> {
  const left = leftOf(client, line)
  if (amount > lineTotal(left)) throw new Error('The script credits more of a line than is left of it')
  if (amount === lineTotal(left)) return { line, ...left }
  let vat = lesser(left.vat, round(line.vat * amount, lineTotal(line)))
  const discount = lesser(left.discount, round(line.discount * amount, lineTotal(line)))
  let net = amount - vat + discount
  if (net > left.net) {
    vat += net - left.net
    net = left.net
  }
  return { line, net, discount, vat }
}

/** One credit note per invoice, in order of invoice. */
export function giveBack(company: OracleCompany, credits: readonly UnusedCredit[], kind: string, issuedOn: number): bigint {
  for (const invoice of new Set(credits.map((credit) => credit.invoice))) {
    const mine = credits.filter((credit) => credit.invoice === invoice)
    for (const credit of mine) for (const day of credit.days) credit.line.givenBack.add(day)
    const lines = mine.filter((credit) => lineTotal(credit) > 0n)
    if (lines.length > 0) issueNote(company, invoice, { kind, issuedOn, lines })
  }
  return credits.reduce((sum, credit) => sum + lineTotal(credit), 0n)
}

/** The credits cut down to a total: lines in order, the last by the rule of a credit by hand. */
export function limitedTo(client: Client, credits: readonly UnusedCredit[], atMost: bigint): UnusedCredit[] {
  const kept: UnusedCredit[] = []
  let left = atMost
  for (const credit of credits) {
    const total = lineTotal(credit)
    if (total <= left) kept.push(credit)
    else if (left > 0n) kept.push({ ...credit, ...creditByHand(client, credit.line, left) })
    left -= lesser(left, total)
  }
  return kept
}
