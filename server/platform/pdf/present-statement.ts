import type { Locale } from '#kernel/actor.ts'
import { sumOf, type Minor } from '#kernel/money.ts'
import type { StatementDocument } from './documents.ts'
import { formatAmount, formatDate, formatInstant, formatMoney, formatPeriod } from './format.ts'
import { LABELS } from './labels.ts'
import { presentBuyer, presentInstructions, type BuyerView, type Facts, type InstructionView } from './present-letterhead.ts'

export interface StatementView {
  readonly title: string
  readonly to: string
  readonly buyer: BuyerView
  readonly facts: Facts
  readonly headline: { readonly label: string; readonly amount: string }
  readonly columns: readonly string[]
  readonly opening: readonly [label: string, amount: string]
  readonly rows: readonly (readonly [date: string, document: string, description: string, debit: string, credit: string, balance: string])[]
  readonly sums: readonly [debit: string, credit: string]
  readonly closing: readonly [label: string, amount: string]
  readonly instructions: readonly InstructionView[]
  readonly footer: string
}

export function presentStatement(statement: StatementDocument, locale: Locale): StatementView {
  const labels = LABELS[locale]
  const money = { locale, currency: statement.seller.currency }
  const orNothing = (amount: Minor): string => (amount === 0n ? '' : formatAmount(amount, money))
  const owes = statement.closingBalance >= 0n
  const { seller, rows, closingBalance } = statement
  return {
    title: labels.statement,
    to: labels.billedTo,
    buyer: presentBuyer(statement.buyer, labels),
    facts: [
      [labels.clientCode, statement.buyer.code],
      [labels.period, formatPeriod(statement.period, locale)],
      [labels.madeAt, formatInstant(statement.madeAt, seller.zone, locale)],
    ],
    headline: { label: owes ? labels.owed : labels.inAdvance, amount: formatMoney((owes ? closingBalance : -closingBalance) as Minor, money) },
    columns: [labels.date, labels.document, labels.description, labels.debit, labels.credit, labels.balance],
    opening: [labels.openingBalance, formatAmount(statement.openingBalance, money)],
    rows: rows.map((row) => [
      formatDate(row.bookedOn, locale),
      row.document,
      row.description,
      orNothing(row.debit),
      orNothing(row.credit),
      formatAmount(row.balance, money),
    ]),
    sums: [
      formatAmount(
        sumOf(rows, (row) => row.debit),
        money,
      ),
      formatAmount(
        sumOf(rows, (row) => row.credit),
        money,
      ),
    ],
    closing: [labels.closingBalance, formatAmount(closingBalance, money)],
    instructions: closingBalance > 0n ? presentInstructions(statement.paymentInstructions) : [],
    footer: statement.footer ?? '',
  }
}
