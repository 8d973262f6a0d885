/** What the oracle says of a client and of the books, in the plain form both sides are compared in. */
import { textOf } from './calendar.ts'
import { invoiceTotal, lineTotal } from './company.ts'
import type { Client, OracleCompany } from './company.ts'
import { cursorOf, packageCharge } from './invoicing.ts'
import { expiryOf } from './prepaid.ts'
import { creditOf, depositOf, openOf, receivableOf, remainingOf } from './settlement.ts'

export interface LineReport {
  readonly subscription: string | null
  readonly item: string
  readonly startsOn: string
  readonly endsOn: string
  readonly quantityMilli: number
  readonly unitPrice: number
  readonly net: number
  readonly discount: number
  readonly vatBp: number
  readonly vat: number
  readonly total: number
}

export interface InvoiceReport {
  readonly nth: number
  readonly number: number
  readonly kind: string
  readonly issuedOn: string
  readonly dueOn: string
  readonly total: number
  readonly open: number
  readonly isVoid: boolean
  readonly lines: readonly LineReport[]
}

export interface CreditNoteReport {
  readonly nth: number
  readonly number: number
  readonly kind: string
  readonly issuedOn: string
  readonly lines: readonly { readonly line: number; readonly net: number; readonly discount: number; readonly vat: number }[]
}

export interface ClientReport {
  readonly client: string
  readonly invoices: readonly InvoiceReport[]
  readonly creditNotes: readonly CreditNoteReport[]
  /** What is left of each payment, by the order they were taken. */
  readonly remaining: readonly number[]
  readonly credit: number
  readonly receivable: number
  readonly deposit: number
  readonly subscriptions: readonly {
    readonly subscription: string
    readonly isLeft: boolean
    /** Of the package charge that goes on; null of a line not in service yet. */
    readonly billedUntil: string | null
    /** Of a prepaid line. */
    readonly expiresOn: string | null
  }[]
}

export function reportClient(client: Client): ClientReport {
  return {
    client: client.ref,
    invoices: client.invoices.map((invoice, i) => ({
      nth: i + 1,
      number: invoice.number,
      kind: invoice.kind,
      issuedOn: textOf(invoice.issuedOn),
      dueOn: textOf(invoice.dueOn),
      total: Number(invoiceTotal(invoice)),
      open: Number(openOf(invoice)),
      isVoid: invoice.voidedOn !== null,
      lines: invoice.lines.map((line) => ({
        subscription: line.charge.subscription?.ref ?? null,
        item: line.charge.item,
        startsOn: textOf(line.startsOn),
        endsOn: textOf(line.endsOn),
        quantityMilli: Number(line.charge.quantityMilli),
        unitPrice: Number(line.unitPrice),
        net: Number(line.net),
        discount: Number(line.discount),
        vatBp: line.vatBp,
        vat: Number(line.vat),
        total: Number(lineTotal(line)),
      })),
    })),
    creditNotes: client.creditNotes.map((note) => ({
      nth: client.invoices.indexOf(note.invoice) + 1,
      number: note.number,
      kind: note.kind,
      issuedOn: textOf(note.issuedOn),
      lines: note.lines.map(({ line, net, discount, vat }) => ({
        line: note.invoice.lines.indexOf(line) + 1,
        net: Number(net),
        discount: Number(discount),
        vat: Number(vat),
      })),
    })),
    remaining: client.payments.map((payment) => Number(remainingOf(payment))),
    credit: Number(creditOf(client)),
    receivable: Number(receivableOf(client)),
    deposit: Number(depositOf(client)),
    subscriptions: client.subscriptions.map((subscription) => {
      const expiry = subscription.mode === 'prepaid' ? expiryOf(subscription) : null
      return {
        subscription: subscription.ref,
        isLeft: subscription.state === 'left',
        billedUntil: subscription.state === 'pending' ? null : textOf(cursorOf(packageCharge(subscription))),
        expiresOn: expiry === null ? null : textOf(expiry),
      }
    }),
  }
}

const incomeAccount = (item: string): string => {
  if (item === 'package') return '4000'
  if (item === 'addon') return '4010'
  return item === 'late_fee' ? '4030' : '4020'
}

/** Balance of every account (debit +), counted from the documents alone. */
export function reportLedger(company: OracleCompany): Record<string, number> {
  const balances: Record<string, number> = {}
  const post = (account: string, amount: bigint): void => {
    balances[account] = (balances[account] ?? 0) + Number(amount)
  }
  for (const client of company.clients.values()) {
    post('1100', receivableOf(client))
    post('2000', -creditOf(client))
    post('2010', -depositOf(client))
    post('1000', client.depositsTaken)
    for (const payment of client.payments) {
      if (payment.isReversed || payment.method === 'deposit') continue
      post(payment.method === 'opening' ? '3000' : '1000', payment.amount - payment.refunded)
    }
    for (const invoice of client.invoices) {
      post('5000', invoice.writtenOff)
      if (invoice.voidedOn !== null) continue
      for (const line of invoice.lines) {
        post(line.charge.item === 'opening' ? '3000' : incomeAccount(line.charge.item), line.discount - line.net)
        post('2100', -line.vat)
      }
    }
    for (const note of client.creditNotes) {
      const isAllowance = note.kind === 'discount' || note.kind === 'waiver'
      for (const { line, net, discount, vat } of note.lines) {
        post(isAllowance ? '4090' : incomeAccount(line.charge.item), net - discount)
        post('2100', vat)
      }
    }
  }
  return Object.fromEntries(Object.entries(balances).filter(([, balance]) => balance !== 0))
}
