import { toMinor, type Minor } from '#kernel/money.ts'
import { date, month } from '#kernel/time.ts'
import type {
  Buyer,
  CreditNoteDocument,
  DepositReceiptDocument,
  DocumentLine,
  InvoiceDocument,
  ReceiptDocument,
  Seller,
  StatementDocument,
} from './documents.ts'

/** Documents of a made-up provider, for tests and the benchmark. */
export const exampleSeller: Seller = {
  name: 'Padma Fibernet Ltd.',
  address: 'House 14, Road 7, Sector 4, Uttara, Dhaka 1230',
  phone: '+880 9611-000111',
  email: 'billing@padmafiber.example',
  website: 'padmafiber.example',
  vatRegistration: '004512398-0101',
  currency: 'BDT',
  zone: 'Asia/Dhaka',
  colour: '#0a5c8c',
}

export const exampleBuyer: Buyer = {
  code: 'PF-10482',
  name: 'মোঃ আব্দুল্লাহ আল মামুন',
  address: 'বাড়ি ২২/ক, কৃষ্ণচূড়া সড়ক, মিরপুর-১০, ঢাকা ১২১৬',
  phone: '01711-482210',
}

export function exampleLine(of: Partial<DocumentLine> & { readonly price: number }): DocumentLine {
  const { price, ...rest } = of
  const unitPrice = toMinor(price)
  const discount = rest.discount ?? toMinor(0)
  const vat = toMinor(((unitPrice - discount) * 5n + 50n) / 100n)
  return {
    description: 'Home 40 Mbps',
    period: { startsOn: date('2026-01-01'), endsOn: date('2026-02-01') },
    quantityMilli: 1000n,
    unitPrice,
    discount,
    net: unitPrice,
    vatBp: 500,
    vat,
    total: toMinor(unitPrice - discount + vat),
    ...rest,
  }
}

export function totalsOf(lines: readonly DocumentLine[], paid = 0n): InvoiceDocument['totals'] {
  const sum = (of: (line: DocumentLine) => Minor): Minor => toMinor(lines.reduce((total, line) => total + of(line), 0n))
  const total = sum((line) => line.total)
  return {
    net: sum((line) => line.net),
    discount: sum((line) => line.discount),
    vat: sum((line) => line.vat),
    total,
    paid: toMinor(paid),
    open: toMinor(total - paid),
  }
}

export const exampleLines = [
  exampleLine({ description: 'Home 40 Mbps · মাসিক ইন্টারনেট', price: 1_05_000, discount: toMinor(10_000) }),
  exampleLine({ description: 'Static public IPv4 address', price: 30_000 }),
  exampleLine({ description: 'Wi-Fi router, second instalment', price: 50_000, period: { startsOn: date('2026-01-01'), endsOn: date('2026-01-02') } }),
]

export function exampleInvoice(changes: Partial<InvoiceDocument> = {}): InvoiceDocument {
  const lines = changes.lines ?? exampleLines
  return {
    seller: exampleSeller,
    buyer: exampleBuyer,
    number: 'INV-2601-004821',
    issuedOn: date('2026-01-01'),
    issuedAt: Temporal.Instant.from('2026-01-01T04:35:00Z'),
    dueOn: date('2026-01-10'),
    month: month('2026-01'),
    lines,
    totals: totalsOf(lines, 50_000n),
    status: 'partial',
    previousBalance: toMinor(52_500),
    payments: [{ paidOn: date('2026-01-04'), method: 'bkash', reference: '9K72HD81QX', amount: toMinor(50_000) }],
    qr: 'https://my.padmafiber.example/pay/INV-2601-004821',
    notes: 'Service is suspended on the fourth day after the due date when a balance is open.',
    footer: 'Help line 16999, every day 8 am to 11 pm',
    paymentInstructions: [
      { name: 'bKash', account: '01711-000111', hint: 'Merchant payment, reference: your client code' },
      { name: 'Nagad', account: '01811-000222', hint: 'Merchant payment, reference: your client code' },
      { name: 'Bank', account: 'City Bank 1402-7781-9001', hint: 'Padma Fibernet Ltd., Uttara branch' },
    ],
    officer: { name: 'Farhana Sultana', designation: 'Accounts Manager' },
    ...changes,
  }
}

export function exampleReceipt(changes: Partial<ReceiptDocument> = {}): ReceiptDocument {
  return {
    seller: exampleSeller,
    buyer: exampleBuyer,
    number: 'RCT-2601-000913',
    paidOn: date('2026-01-04'),
    recordedAt: Temporal.Instant.from('2026-01-04T11:12:00Z'),
    amount: toMinor(2_50_000),
    method: 'bkash',
    reference: '9K72HD81QX',
    receivedBy: 'Rakib Hasan',
    applied: [
      { number: 'INV-2512-004377', issuedOn: date('2025-12-01'), amount: toMinor(52_500), openAfter: toMinor(0) },
      { number: 'INV-2601-004821', issuedOn: date('2026-01-01'), amount: toMinor(1_83_750), openAfter: toMinor(0) },
    ],
    advance: toMinor(13_750),
    balanceAfter: toMinor(-13_750),
    qr: 'https://my.padmafiber.example/r/RCT-2601-000913',
    footer: 'Help line 16999, every day 8 am to 11 pm',
    ...changes,
  }
}

export function exampleDepositReceipt(changes: Partial<DepositReceiptDocument> = {}): DepositReceiptDocument {
  return {
    seller: exampleSeller,
    buyer: exampleBuyer,
    number: 'RC-OFFICE-26-000914',
    kind: 'taken',
    bookedOn: date('2026-01-04'),
    recordedAt: Temporal.Instant.from('2026-01-04T11:12:00Z'),
    amount: toMinor(1_50_000),
    method: 'cash',
    recordedBy: 'Rakib Hasan',
    reason: 'ONU and adapter on loan',
    heldAfter: toMinor(2_00_000),
    qr: 'RC-OFFICE-26-000914',
    footer: 'Help line 16999, every day 8 am to 11 pm',
    ...changes,
  }
}

export function exampleCreditNote(changes: Partial<CreditNoteDocument> = {}): CreditNoteDocument {
  const lines = changes.lines ?? [
    {
      ...exampleLine({ price: 35_000, period: { startsOn: date('2026-01-12'), endsOn: date('2026-01-22') } }),
      invoiced: { lineNo: 1, quantityMilli: 1000n, net: toMinor(1_05_000), discount: toMinor(10_000), vat: toMinor(4_750) },
    },
  ]
  const { net, discount, vat, total } = totalsOf(lines)
  return {
    seller: exampleSeller,
    buyer: exampleBuyer,
    number: 'CN-2601-000042',
    issuedOn: date('2026-01-23'),
    issuedAt: Temporal.Instant.from('2026-01-23T06:00:00Z'),
    invoice: { number: 'INV-2601-004821', issuedOn: date('2026-01-01'), issuedAt: Temporal.Instant.from('2026-01-01T04:35:00Z') },
    reason: 'Fibre cut in Mirpur-10, ten days without service',
    lines,
    totals: { net, discount, vat, total },
    footer: 'Help line 16999, every day 8 am to 11 pm',
    ...changes,
  }
}

export function exampleStatement(rowCount = 14): StatementDocument {
  let balance = 52_500n
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const isInvoice = index % 2 === 0
    const amount = isInvoice ? 1_10_250n : 1_00_000n
    balance += isInvoice ? amount : -amount
    return {
      bookedOn: date('2025-07-01').add({ days: 15 * index }),
      document: `${isInvoice ? 'INV' : 'RCT'}-25-${String(4000 + index).padStart(6, '0')}`,
      description: isInvoice ? 'Home 40 Mbps' : 'bKash 9K72HD81QX',
      debit: toMinor(isInvoice ? amount : 0n),
      credit: toMinor(isInvoice ? 0n : amount),
      balance: toMinor(balance),
    }
  })
  return {
    seller: exampleSeller,
    buyer: exampleBuyer,
    period: { startsOn: date('2025-07-01'), endsOn: date('2026-02-01') },
    madeAt: Temporal.Instant.from('2026-02-01T04:00:00Z'),
    openingBalance: toMinor(52_500),
    rows,
    closingBalance: toMinor(balance),
    footer: 'Help line 16999, every day 8 am to 11 pm',
    paymentInstructions: [{ name: 'bKash', account: '01711-000111', hint: 'Merchant payment, reference: your client code' }],
  }
}
