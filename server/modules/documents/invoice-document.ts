import type { Buyer, CreditNoteDocument, DocumentLine, InvoiceDocument, PaymentMethod } from '../../platform/pdf/index.ts'
import { sellerOf } from './letterhead.ts'
import type { Letterhead } from './letterhead.ts'
import type { CreditNotePaper, InvoicePaper, PaperLine, Party } from './papers.sql.ts'

export const buyerOf = ({ code = '', name, address, phone, vat_registration }: Party): Buyer => ({
  code,
  name,
  address,
  phone,
  ...(vat_registration === '' ? {} : { vatRegistration: vat_registration }),
})

const lineOf = (line: PaperLine): DocumentLine => ({
  description: line.description,
  period: { startsOn: line.starts_on, endsOn: line.ends_on },
  ...(line.days === null || line.cycle_days === null ? {} : { share: { days: line.days, cycleDays: line.cycle_days } }),
  quantityMilli: line.quantity_milli,
  unitPrice: line.unit_price_minor,
  discount: line.discount_minor,
  net: line.net_minor,
  vatBp: line.vat_bp,
  vat: line.vat_minor,
  total: line.total_minor,
})

const totalsOf = ({ net_minor, discount_minor, vat_minor, total_minor }: InvoicePaper | CreditNotePaper) => ({
  net: net_minor,
  discount: discount_minor,
  vat: vat_minor,
  total: total_minor,
})

const optional = ({ footer, officer }: Letterhead) => ({ ...(footer === '' ? {} : { footer }), ...(officer === null ? {} : { officer }) })

/** An invoice on paper: everything as it was issued, but for what was paid since. */
export function invoiceDocument(paper: InvoicePaper, letterhead: Letterhead): InvoiceDocument {
  const { is_void, open_minor, total_minor } = paper
  return {
    seller: sellerOf(paper.seller, letterhead),
    buyer: buyerOf(paper.buyer),
    number: paper.code,
    issuedOn: paper.issued_on,
    issuedAt: paper.issued_at,
    dueOn: paper.due_on,
    month: paper.month.toPlainYearMonth(),
    lines: paper.lines.map(lineOf),
    totals: { ...totalsOf(paper), paid: paper.paid_minor, credited: paper.credited_minor, writtenOff: paper.written_off_minor, open: open_minor },
    status: is_void ? 'void' : open_minor === 0n ? 'paid' : open_minor < total_minor ? 'partial' : 'unpaid',
    payments: paper.payments.map(({ paid_on, method, reference, amount_minor }) => ({
      paidOn: paid_on,
      method: method as PaymentMethod,
      reference,
      amount: amount_minor,
    })),
    qr: paper.code,
    ...(letterhead.paymentInstructions.length === 0 ? {} : { paymentInstructions: letterhead.paymentInstructions }),
    ...optional(letterhead),
  }
}

export const creditNoteDocument = (paper: CreditNotePaper, letterhead: Letterhead): CreditNoteDocument => ({
  seller: sellerOf(paper.seller, letterhead),
  buyer: buyerOf(paper.buyer),
  number: paper.code,
  issuedOn: paper.issued_on,
  issuedAt: paper.issued_at,
  invoice: { number: paper.invoice_code, issuedOn: paper.invoice_issued_on, issuedAt: paper.invoice_issued_at },
  reason: paper.reason,
  lines: paper.lines.map((line) => ({
    ...lineOf(line),
    invoiced: {
      lineNo: line.line_no,
      quantityMilli: line.invoiced_quantity_milli,
      net: line.invoiced_net_minor,
      discount: line.invoiced_discount_minor,
      vat: line.invoiced_vat_minor,
    },
  })),
  totals: totalsOf(paper),
  qr: paper.code,
  ...optional(letterhead),
})
