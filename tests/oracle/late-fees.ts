/** Section "Late fee" of docs/BILLING.md. */
import { found, policyOfLines } from './company.ts'
import type { Charge, Client, Invoice, LateFee, OracleCompany } from './company.ts'
import { leftOf } from './credits.ts'
import { cursorOf } from './invoicing.ts'
import { lesser, round } from './rounding.ts'
import { issueNote, openOf } from './settlement.ts'
import { openCharge } from './terms.ts'

const feeOf = (fee: Pick<LateFee, 'fixed' | 'rateBp'>, open: bigint): bigint => (open > 0n ? fee.fixed + round(open * fee.rateBp, 10000n) : 0n)

const open = (company: OracleCompany, client: Client, unitPrice: bigint, day: number): Charge =>
  openCharge(company, client, {
    subscription: null,
    kind: 'one_time',
    item: 'late_fee',
    quantityMilli: 1000n,
    unitPrice,
    vatRate: null,
    vatInclusive: false,
    startsOn: day,
  })

export function chargeLateFees(company: OracleCompany, day: number): void {
  for (const client of company.clients.values()) {
    for (const invoice of client.invoices) {
      const policy = policyOfLines(company, invoice.lines)
      const owed = openOf(invoice)
      if (invoice.lateFee !== null || owed <= 0n || day < invoice.dueOn + policy.graceDays + 1) continue
      const facts = { day, open: owed, fixed: BigInt(policy.lateFee), rateBp: BigInt(policy.lateFeeBp) }
      const amount = feeOf(facts, owed)
      if (amount === 0n) continue
      const earlier = client.allocations.filter((allocation) => allocation.invoice === invoice)
      invoice.lateFee = { ...facts, amount, earlier: new Set(earlier), charges: [open(company, client, amount, day)] }
    }
  }
}

/** What came in time after all: money of an earlier value day that paid the invoice after its fee. */
const cameInTime = (invoice: Invoice, fee: LateFee): bigint =>
  invoice.client.allocations
    .filter((allocation) => allocation.invoice === invoice && !fee.earlier.has(allocation) && !allocation.isApplied && allocation.payment.valueOn < fee.day)
    .reduce((sum, allocation) => sum + allocation.notTakenBack, 0n)

/** Settles the fees of a client that are no longer what they should be. */
export function settleLateFees(company: OracleCompany, client: Client, day: number): void {
  const changed = client.invoices.flatMap((invoice) => {
    const fee = invoice.lateFee
    if (fee === null) return []
    const amount = feeOf(fee, fee.open - cameInTime(invoice, fee))
    return amount === fee.amount ? [] : [{ fee, amount }]
  })
  for (const { fee, amount } of changed) {
    const less = fee.amount - amount
    fee.amount = amount
    if (less < 0n) fee.charges.push(open(company, client, -less, day))
    else giveBack(company, client, fee, { less, day })
  }
}

function giveBack(company: OracleCompany, client: Client, fee: LateFee, { less, day }: { less: bigint; day: number }): void {
  let wanted = less
  const billed: { charge: Charge; part: bigint }[] = []
  for (const charge of [...fee.charges].sort((a, b) => b.id - a.id)) {
    if (wanted === 0n || charge.endsOn === charge.startsOn) continue
    const price = found(charge.unitPrice ?? undefined, 'a unit price')
    const part = lesser(wanted, price)
    wanted -= part
    if (cursorOf(charge) > charge.startsOn) billed.push({ charge, part })
    else {
      charge.endsOn = charge.startsOn
      if (part < price) fee.charges.push(open(company, client, price - part, charge.startsOn))
    }
  }
  for (const { charge, part } of billed) creditLine(company, client, charge, { part, day })
}

function creditLine(company: OracleCompany, client: Client, charge: Charge, { part, day }: { part: bigint; day: number }): void {
  const line = charge.days.get(charge.startsOn)
  if (line === undefined || line === 'free' || line === 'given_up') return
  const bill = found(
    client.invoices.find((invoice) => invoice.lines.includes(line)),
    'the bill of a late fee',
  )
  if (bill.writtenOff > 0n) return
  const left = leftOf(client, line)
  const net = lesser(part, left.net)
  const vat = net === left.net ? left.vat : lesser(left.vat, round(net * BigInt(line.vatBp), 10000n))
  if (net + vat > 0n) issueNote(company, bill, { kind: 'correction', issuedOn: day, lines: [{ line, net, discount: 0n, vat, span: null }] })
}
