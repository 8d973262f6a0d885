import type { Locale } from '#kernel/actor.ts'
import { add, ZERO, type Minor } from '#kernel/money.ts'
import { amountInWords } from './amount-in-words.ts'
import type { CreditNoteDocument, DocumentLine, InvoiceDocument, InvoiceStatus } from './documents.ts'
import { formatAmount, formatDate, formatInstant, formatMoney, formatMonth, formatPeriod, formatQuantity, formatRate, formatShare } from './format.ts'
import { LABELS, methodLabel, statusLabel, type Labels } from './labels.ts'
import { lineNumber, presentBuyer, presentInstructions, type BuyerView, type Facts, type InstructionView } from './present-letterhead.ts'
import { qrSvg } from './qr.ts'

/** One printed line: the item with its period in small under it, then the figures of `columns`. */
export interface RowView {
  readonly no: string
  readonly title: string
  readonly small: string
  readonly figures: readonly string[]
}

export interface InvoiceView {
  readonly title: string
  readonly number: string
  readonly status: { readonly text: string; readonly kind: InvoiceStatus | 'none' }
  readonly watermark: string
  readonly to: string
  readonly buyer: BuyerView
  readonly facts: Facts
  /** The one thing the reader looks for, in the tinted band. */
  readonly headline: { readonly label: string; readonly amount: string; readonly note: string }
  readonly columns: readonly string[]
  /** Widths of `columns` in em, so that the typesetter need not measure them. */
  readonly widths: readonly number[]
  readonly rows: readonly RowView[]
  readonly totals: Facts
  readonly grandTotal: readonly [label: string, value: string]
  readonly settled: Facts
  readonly words: string
  readonly summary: Facts
  readonly payments: readonly (readonly [date: string, method: string, reference: string, amount: string])[]
  readonly instructions: readonly InstructionView[]
  readonly qr: string
  readonly notes: string
  readonly footer: string
}

export function presentInvoice(invoice: InvoiceDocument, locale: Locale): InvoiceView {
  const labels = LABELS[locale]
  const money = { locale, currency: invoice.seller.currency }
  const { totals } = invoice
  return {
    title: labels.invoice,
    number: invoice.number,
    status: { text: statusLabel(invoice.status, locale), kind: invoice.status },
    watermark: invoice.status === 'void' ? statusLabel('void', locale) : '',
    to: labels.billedTo,
    buyer: presentBuyer(invoice.buyer, labels),
    facts: [
      [labels.clientCode, invoice.buyer.code],
      [labels.issuedOn, formatInstant(invoice.issuedAt, invoice.seller.zone, locale)],
      [labels.month, formatMonth(invoice.month, locale)],
      [labels.dueOn, formatDate(invoice.dueOn, locale)],
    ],
    headline: headline(invoice, labels, locale),
    ...presentLines(invoice.lines, labels, money),
    totals: presentTotals(invoice, labels, money),
    grandTotal: [labels.total, formatMoney(totals.total, money)],
    settled:
      invoice.status === 'void'
        ? []
        : [
            [labels.paid, formatMoney(totals.paid, money)],
            ...optionalFact(labels.creditedOff, totals.credited, money),
            ...optionalFact(labels.writtenOff, totals.writtenOff, money),
            [labels.balanceDue, formatMoney(totals.open, money)],
          ],
    words: amountInWords(totals.total, money),
    summary: accountSummary(invoice, labels, money),
    payments: (invoice.payments ?? []).map((payment) => [
      formatDate(payment.paidOn, locale),
      methodLabel(payment.method, locale),
      payment.reference,
      formatAmount(payment.amount, money),
    ]),
    instructions: invoice.status === 'void' || totals.open === 0n ? [] : presentInstructions(invoice.paymentInstructions),
    qr: invoice.qr === undefined ? '' : qrSvg(invoice.qr),
    notes: invoice.notes ?? '',
    footer: invoice.footer ?? '',
  }
}

export function presentCreditNote(note: CreditNoteDocument, locale: Locale): InvoiceView {
  const labels = LABELS[locale]
  const money = { locale, currency: note.seller.currency }
  return {
    title: labels.creditNote,
    number: note.number,
    status: { text: '', kind: 'none' },
    watermark: '',
    to: labels.creditedTo,
    buyer: presentBuyer(note.buyer, labels),
    facts: [
      [labels.clientCode, note.buyer.code],
      [labels.issuedOn, formatInstant(note.issuedAt, note.seller.zone, locale)],
      [labels.forInvoice, `${note.invoice.number} (${formatDate(note.invoice.issuedOn, locale)})`],
      [labels.reason, note.reason],
    ],
    headline: { label: labels.credited, amount: formatMoney(note.totals.total, money), note: '' },
    ...presentLines(note.lines, labels, money),
    totals: presentTotals(note, labels, money),
    grandTotal: [labels.total, formatMoney(note.totals.total, money)],
    settled: [],
    words: amountInWords(note.totals.total, money),
    summary: [],
    payments: [],
    instructions: [],
    qr: note.qr === undefined ? '' : qrSvg(note.qr),
    notes: note.notes ?? '',
    footer: note.footer ?? '',
  }
}

type Money = { readonly locale: Locale; readonly currency: string }

function headline({ status, totals, seller, dueOn }: InvoiceDocument, labels: Labels, locale: Locale): InvoiceView['headline'] {
  const money = { locale, currency: seller.currency }
  if (status === 'void') return { label: labels.voided, amount: formatMoney(ZERO, money), note: labels.nothingToPay }
  // What a note or a write-off has settled was not paid.
  if (totals.open === 0n && totals.paid !== totals.total) return { label: labels.nothingToPay, amount: formatMoney(ZERO, money), note: '' }
  if (totals.open === 0n) return { label: labels.paidInFull, amount: formatMoney(totals.total, money), note: '' }
  return { label: labels.amountDue, amount: formatMoney(totals.open, money), note: `${labels.payBy}: ${formatDate(dueOn, locale)}` }
}

const optionalFact = (label: string, amount: Minor | undefined, money: Money): Facts =>
  amount === undefined || amount === 0n ? [] : [[label, formatMoney(amount, money)]]

/** Columns that would say nothing - no discount, no VAT, no duty on any line - are not printed. */
function presentLines(lines: readonly DocumentLine[], labels: Labels, money: Money): Pick<InvoiceView, 'columns' | 'widths' | 'rows'> {
  const has = {
    discount: lines.some((line) => line.discount !== 0n),
    duty: lines.some((line) => (line.supplementaryDuty ?? 0n) !== 0n),
    vat: lines.some((line) => line.vat !== 0n || line.vatBp !== 0),
  }
  const shown = <T>(discount: T, duty: T, vat: T): T[] => [...(has.discount ? [discount] : []), ...(has.duty ? [duty] : []), ...(has.vat ? [vat] : [])]
  const { locale } = money
  const columns = [labels.quantity, labels.unitPrice, ...shown(labels.discount, labels.supplementaryDuty, labels.vat), labels.amount]
  const rows = lines.map((line, index) => ({
    no: lineNumber(index, locale),
    title: line.description,
    small: [
      line.period ? formatPeriod(line.period, locale) : '',
      line.share ? formatShare(line.share, locale) : '',
      has.vat ? `${labels.vat} ${formatRate(line.vatBp, locale)}` : '',
    ]
      .filter(Boolean)
      .join('  ·  '),
    figures: [
      formatQuantity(line.quantityMilli, locale),
      formatAmount(line.unitPrice, money),
      ...shown(formatAmount(line.discount, money), formatAmount(line.supplementaryDuty ?? ZERO, money), formatAmount(line.vat, money)),
      formatAmount(line.total, money),
    ],
  }))
  return {
    columns,
    widths: columns.map((label, index) =>
      columnWidth(
        label,
        rows.map(({ figures }) => figures[index] ?? ''),
      ),
    ),
    rows,
  }
}

/** A digit is 0.57 em wide, semibold 0.6; letters of the small head are narrower. The rest is the gap to the column before. */
const columnWidth = (label: string, figures: readonly string[]): number => Math.max(label.length * 0.54, ...figures.map((figure) => figure.length * 0.6)) + 1.5

function presentTotals({ totals, lines }: Pick<InvoiceDocument, 'lines'> & { totals: CreditNoteDocument['totals'] }, labels: Labels, money: Money): Facts {
  const duty = add(ZERO, ...lines.map((line) => line.supplementaryDuty ?? ZERO))
  const facts: [string, string][] = [[labels.subtotal, formatAmount(totals.net, money)]]
  if (totals.discount !== 0n) facts.push([labels.discount, formatAmount(-totals.discount as Minor, money)])
  if (duty !== 0n) facts.push([labels.supplementaryDuty, formatAmount(duty, money)])
  if (totals.vat !== 0n) facts.push([labels.vat, formatAmount(totals.vat, money)])
  return facts.length > 1 ? facts : []
}

function accountSummary({ previousBalance, totals, status }: InvoiceDocument, labels: Labels, money: Money): Facts {
  if (previousBalance === undefined || status === 'void') return []
  const payable = add(previousBalance, totals.open)
  const abs = (amount: Minor): Minor => (amount < 0n ? (-amount as Minor) : amount)
  return [
    [previousBalance < 0n ? labels.previousCredit : labels.previousDue, formatMoney(abs(previousBalance), money)],
    [labels.thisInvoice, formatMoney(totals.open, money)],
    [payable < 0n ? labels.advanceLeft : labels.totalPayable, formatMoney(abs(payable), money)],
  ]
}
