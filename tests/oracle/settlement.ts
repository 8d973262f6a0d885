/** Section "Settlement" of docs/BILLING.md: which money pays which invoice. */
import { invoiceTotal, nextOf, noteTotal } from './company.ts'
import type { Client, CreditLine, Invoice, OracleCompany, Payment } from './company.ts'
import { calendarDay } from './calendar.ts'
import { lesser } from './rounding.ts'

export function allocatedTo(invoice: Invoice): bigint {
  let sum = 0n
  for (const allocation of invoice.client.allocations) if (allocation.invoice === invoice) sum += allocation.amount
  return sum
}

export function creditedOn(invoice: Invoice): bigint {
  let sum = 0n
  for (const note of invoice.client.creditNotes) if (note.invoice === invoice) sum += noteTotal(note)
  return sum
}

export function openOf(invoice: Invoice): bigint {
  if (invoice.voidedOn !== null) return 0n
  return invoiceTotal(invoice) - allocatedTo(invoice) - creditedOn(invoice) - invoice.writtenOff
}

export function allocatedFrom(payment: Payment): bigint {
  let sum = 0n
  for (const allocation of payment.client.allocations) if (allocation.payment === payment) sum += allocation.amount
  return sum
}

export const remainingOf = (payment: Payment): bigint => (payment.isReversed ? 0n : payment.amount - payment.refunded - allocatedFrom(payment))

export const creditOf = (client: Client): bigint => client.payments.reduce((sum, payment) => sum + remainingOf(payment), 0n)
export const receivableOf = (client: Client): bigint => client.invoices.reduce((sum, invoice) => sum + openOf(invoice), 0n)
export const depositOf = (client: Client): bigint => client.depositsTaken - client.depositsOffset

export const openInvoices = (client: Client): Invoice[] =>
  client.invoices.filter((invoice) => openOf(invoice) > 0n).sort((a, b) => a.dueOn - b.dueOn || a.id - b.id)

export function allocate(company: OracleCompany, payment: Payment, invoice: Invoice, atMost: bigint, isApplied = false): void {
  const amount = lesser(atMost, lesser(remainingOf(payment), openOf(invoice)))
  if (amount > 0n) payment.client.allocations.push({ id: nextOf(company, 'allocation'), payment, invoice, amount, isApplied, notTakenBack: amount })
}

export function payOldest(company: OracleCompany, payment: Payment, isApplied = false): void {
  for (const invoice of openInvoices(payment.client)) allocate(company, payment, invoice, payment.amount, isApplied)
}

export function applyCredit(company: OracleCompany, client: Client): void {
  for (const payment of [...client.payments].sort((a, b) => a.valueOn - b.valueOn || a.id - b.id)) payOldest(company, payment, true)
}

/** Takes the newest allocations back until `amount` came free or none is left. */
function takeBack(
  client: Client,
  isMine: (allocation: { payment: Payment; invoice: Invoice }) => boolean,
  amount: bigint,
  by: 'credit note' | 'reversal' | 'refund',
): void {
  let wanted = amount
  for (const allocation of client.allocations.filter(isMine).sort((a, b) => b.id - a.id)) {
    const part = lesser(allocation.amount, wanted)
    allocation.amount -= part
    if (by !== 'credit note') allocation.notTakenBack -= part
    wanted -= part
  }
}

export function takePayment(company: OracleCompany, client: Client, facts: { ref: string; method: string; amount: bigint; valueOn: number }): Payment {
  const payment: Payment = { ...facts, id: nextOf(company, 'payment'), client, refunded: 0n, isReversed: false }
  client.payments.push(payment)
  company.payments.set(facts.ref, payment)
  return payment
}

export function reversePayment(payment: Payment): void {
  if (payment.refunded > 0n) throw new Error(`Payment ${payment.ref} was refunded and cannot be reversed`)
  takeBack(payment.client, (allocation) => allocation.payment === payment, payment.amount, 'reversal')
  payment.isReversed = true
}

export function refundPayment(payment: Payment, amount: bigint, withTakeBack: boolean): void {
  const missing = amount - remainingOf(payment)
  if (missing > 0n && !withTakeBack) throw new Error(`Payment ${payment.ref} has less than ${amount} left`)
  if (missing > 0n) takeBack(payment.client, (allocation) => allocation.payment === payment, missing, 'refund')
  if (amount > remainingOf(payment)) throw new Error(`Payment ${payment.ref} is smaller than its refund`)
  payment.refunded += amount
}

/** The fiscal year is named by the year it ends in. */
export function fiscalYearOf(company: OracleCompany, day: number): number {
  const { year, month } = calendarDay(day)
  const start = company.script.fiscalYearStartMonth
  return start > 1 && month >= start ? year + 1 : year
}

export const numberOf = (company: OracleCompany, documentKind: string, day: number): number =>
  nextOf(company, `number:${documentKind}:${fiscalYearOf(company, day)}`)

export function issueNote(company: OracleCompany, invoice: Invoice, facts: { kind: string; issuedOn: number; lines: readonly CreditLine[] }): void {
  const { client } = invoice
  const fiscalYear = fiscalYearOf(company, facts.issuedOn)
  const note = { ...facts, invoice, number: numberOf(company, 'credit_note', facts.issuedOn), fiscalYear }
  const beyondOpen = noteTotal(note) - openOf(invoice)
  if (beyondOpen > 0n) takeBack(client, (allocation) => allocation.invoice === invoice, beyondOpen, 'credit note')
  client.creditNotes.push(note)
  if (openOf(invoice) < 0n) throw new Error('The script credits more of an invoice than there is')
  applyCredit(company, client)
}
