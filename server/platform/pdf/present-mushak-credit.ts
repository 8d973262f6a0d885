import type { Locale } from '#kernel/actor.ts'
import { add, subtract, sumOf, ZERO, type Minor } from '#kernel/money.ts'
import { amountInWords } from './amount-in-words.ts'
import type { CreditedLine, CreditNoteDocument, OfficerInCharge } from './documents.ts'
import { formatAmount, formatDate, formatPeriod, formatQuantity, formatTime } from './format.ts'
import { LABELS, MUSHAK_CREDIT_LABELS } from './labels.ts'
import { lineNumber, presentOfficer, type Facts } from './present-letterhead.ts'
import { currencyWord } from './present-mushak.ts'

/** The form of rule 40(1)(g): what stood on the tax invoice beside what is taken off it, as section 52 of the VAT Act asks. */
export interface MushakCreditView {
  readonly number: string
  readonly seller: Facts
  readonly buyer: Facts
  readonly issue: Facts
  readonly columns: readonly string[]
  readonly groups: readonly { readonly label: string; readonly columns: readonly string[] }[]
  /** Widths as shares of the line: `columns`, then those of the groups. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
  readonly totals: readonly string[]
  readonly words: string
  readonly officer: OfficerInCharge
  readonly watermark: string
}

const FIGURES = [10, 6.5, 8.5, 8]
/** Nothing came back: only the value is lower. */
const NO_QUANTITY = '—'

export function presentMushakCredit(note: CreditNoteDocument, locale: Locale): MushakCreditView {
  const labels = MUSHAK_CREDIT_LABELS[locale]
  const { seller, buyer, invoice, lines, totals } = note
  const money = { locale, currency: seller.currency }
  const print = (amount: Minor): string => formatAmount(amount, money)
  const original = `${invoice.number}\n${formatDate(invoice.issuedOn, locale)}, ${formatTime(invoice.issuedAt, seller.zone, locale)}`
  const inCurrency = (label: string): string => label.replace('{currency}', currencyWord(seller.currency, locale))
  const figures = [labels.value, labels.quantity, labels.vatAmount, labels.sdAmount].map(inCurrency)
  // A line of the invoice that is credited twice was invoiced once.
  const invoiced = [...new Map(lines.map((line) => [line.invoiced.lineNo, line.invoiced])).values()]
  const duty = sumOf(lines, (line) => line.supplementaryDuty ?? ZERO)
  return {
    number: note.number,
    seller: [
      [labels.sellerName, seller.name],
      [labels.sellerBin, seller.vatRegistration],
      [labels.issueAddress, seller.address],
    ],
    buyer: [
      [labels.buyerName, `${buyer.name} (${buyer.code})`],
      [labels.buyerBin, buyer.vatRegistration ?? ''],
      [labels.buyerAddress, buyer.address],
    ],
    issue: [
      [labels.serial, note.number],
      [labels.date, formatDate(note.issuedOn, locale)],
      [labels.time, formatTime(note.issuedAt, seller.zone, locale)],
    ],
    columns: [labels.sl, labels.originalInvoice, labels.reason],
    groups: [
      { label: labels.invoiced, columns: figures },
      { label: labels.adjusted, columns: figures },
    ],
    widths: [3.6, 14, 21, ...FIGURES, ...FIGURES],
    rows: lines.map((line, index) => [
      lineNumber(index, locale),
      original,
      [line.period ? `${line.description}, ${formatPeriod(line.period, locale)}` : line.description, note.reason].filter(Boolean).join('\n'),
      print(valueOf(line.invoiced)),
      formatQuantity(line.invoiced.quantityMilli, locale),
      print(line.invoiced.vat),
      print(line.invoiced.supplementaryDuty ?? ZERO),
      print(valueOf(line)),
      isWhole(line) ? formatQuantity(line.invoiced.quantityMilli, locale) : NO_QUANTITY,
      print(line.vat),
      print(line.supplementaryDuty ?? ZERO),
    ]),
    totals: [
      print(sumOf(invoiced, valueOf)),
      '',
      print(sumOf(invoiced, ({ vat }) => vat)),
      print(sumOf(invoiced, ({ supplementaryDuty }) => supplementaryDuty ?? ZERO)),
      print(subtract(totals.net, totals.discount)),
      '',
      print(totals.vat),
      print(duty),
    ],
    words: [
      `${inCurrency(labels.effect)}: ${print(add(totals.vat, duty))}`,
      `${inCurrency(labels.grossValue)}: ${print(totals.total)}`,
      `${LABELS[locale].inWords}: ${amountInWords(totals.total, money)}`,
    ].join('\n'),
    officer: presentOfficer(note.officer),
    watermark: '',
  }
}

const valueOf = ({ net, discount }: { net: Minor; discount: Minor }): Minor => subtract(net, discount)
const isWhole = (line: CreditedLine): boolean => valueOf(line) === valueOf(line.invoiced)
