import type { Locale } from '#kernel/actor.ts'
import { subtract, sumOf, ZERO, type Minor } from '#kernel/money.ts'
import { amountInWords } from './amount-in-words.ts'
import type { InvoiceDocument, OfficerInCharge } from './documents.ts'
import { formatAmount, formatDate, formatPeriod, formatQuantity, formatRate, formatTime } from './format.ts'
import { LABELS, MUSHAK_LABELS } from './labels.ts'
import { lineNumber, presentOfficer, type Facts } from './present-letterhead.ts'

/** The VAT form of rule 40(1): see the design facts of Bangladesh. A discount adds its column, as in the 13-column variant. */
export interface MushakView {
  readonly number: string
  readonly seller: Facts
  readonly buyer: Facts
  readonly issue: Facts
  readonly columns: readonly string[]
  /** Widths as shares of the line, parallel to `columns`. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
  readonly totals: readonly string[]
  readonly words: string
  readonly officer: OfficerInCharge
  readonly watermark: string
}

export function presentMushak(invoice: InvoiceDocument, locale: Locale): MushakView {
  const labels = MUSHAK_LABELS[locale]
  const { seller, buyer, lines, totals } = invoice
  const money = { locale, currency: seller.currency }
  const print = (amount: Minor): string => formatAmount(amount, money)
  const withDiscount = lines.some((line) => line.discount !== 0n)
  const discounted = (value: string): string[] => (withDiscount ? [value] : [])
  const duty = sumOf(lines, (line) => line.supplementaryDuty ?? ZERO)
  return {
    number: invoice.number,
    seller: [
      [labels.sellerName, seller.name],
      [labels.sellerBin, seller.vatRegistration],
      [labels.issueAddress, seller.address],
    ],
    buyer: [
      [labels.buyerName, `${buyer.name} (${buyer.code})`],
      [labels.buyerBin, buyer.vatRegistration ?? ''],
      [labels.buyerAddress, buyer.address],
      [labels.delivery, buyer.deliveryAddress ?? buyer.address],
    ],
    issue: [
      [labels.serial, invoice.number],
      [labels.date, formatDate(invoice.issuedOn, locale)],
      [labels.time, formatTime(invoice.issuedAt, seller.zone, locale)],
    ],
    columns: [
      labels.sl,
      labels.description,
      labels.unit,
      labels.quantity,
      labels.unitValue,
      ...discounted(labels.discount),
      labels.totalValue,
      labels.sdRate,
      labels.sdAmount,
      labels.vatRate,
      labels.vatAmount,
      labels.grossValue,
    ].map((label) => label.replace('{currency}', currencyWord(seller.currency, locale))),
    widths: [3.2, 20, 6.5, 6.5, 9, ...(withDiscount ? [8.5] : []), 9.5, 7, 8.5, 8.5, 9.5, 10.5],
    rows: lines.map((line, index) => [
      lineNumber(index, locale),
      line.period ? `${line.description}\n${formatPeriod(line.period, locale)}` : line.description,
      line.unit ?? LABELS[locale].unitMonth,
      formatQuantity(line.quantityMilli, locale),
      print(line.unitPrice),
      ...discounted(print(line.discount)),
      print(subtract(line.net, line.discount)),
      formatRate(line.supplementaryDutyBp ?? 0, locale),
      print(line.supplementaryDuty ?? ZERO),
      formatRate(line.vatBp, locale),
      print(line.vat),
      print(line.total),
    ]),
    totals: [
      labels.total,
      ...discounted(print(totals.discount)),
      print(subtract(totals.net, totals.discount)),
      '',
      print(duty),
      '',
      print(totals.vat),
      print(totals.total),
    ],
    words: `${LABELS[locale].inWords}: ${amountInWords(totals.total, money)}`,
    officer: presentOfficer(invoice.officer),
    watermark: invoice.status === 'void' ? labels.voided : '',
  }
}

/** The form says "(in taka)": the currency in words where it is the form's own. */
export const currencyWord = (currency: string, locale: Locale): string => (currency === 'BDT' ? (locale === 'bn' ? 'টাকায়' : 'in taka') : currency)
