import type { Locale } from '#kernel/actor.ts'
import type { Minor } from '#kernel/money.ts'
import type { Instant, Month, Period, PlainDate } from '#kernel/time.ts'

/**
 * What the caller knows of a document. Plain facts: no formatting, no markup. Every text is printed literally.
 * Amounts are minor units of `seller.currency`; `net` is before discount, and `total = net - discount + supplementary duty + vat`.
 */
export interface Seller {
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly website?: string
  /** VAT registration (BIN); empty where there is none. */
  readonly vatRegistration: string
  /** ISO 4217, e.g. BDT. */
  readonly currency: string
  /** IANA zone in which dates and times of issue are printed. */
  readonly zone: string
  /** PNG or JPEG bytes. */
  readonly logo?: Uint8Array
  /** The company's colour as `#rrggbb`; a calm blue without it. Not used on 80 mm paper, which is black only. */
  readonly colour?: string
}

export interface Buyer {
  readonly code: string
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly vatRegistration?: string
  /** Where the service is supplied, when that is not the address. */
  readonly deliveryAddress?: string
}

export interface DocumentLine {
  readonly description: string
  /** Half-open; printed with its last day. */
  readonly period?: Period
  /** The part of a cycle that is charged, where it is not all of it: 19 of 30 days. */
  readonly share?: { readonly days: number; readonly cycleDays: number }
  /** Unit of supply, e.g. `month`; the locale's word for a month when absent. */
  readonly unit?: string
  readonly quantityMilli: bigint
  readonly unitPrice: Minor
  readonly discount: Minor
  readonly net: Minor
  /** Supplementary duty where a country levies it; it has its own column on the VAT form. */
  readonly supplementaryDutyBp?: number
  readonly supplementaryDuty?: Minor
  readonly vatBp: number
  readonly vat: Minor
  readonly total: Minor
}

/** What is taken back of one line of the invoice. */
export interface CreditedLine extends DocumentLine {
  /** The line as it was invoiced; two credits of one line carry the same number. */
  readonly invoiced: {
    readonly lineNo: number
    readonly quantityMilli: bigint
    readonly net: Minor
    readonly discount: Minor
    readonly vat: Minor
    readonly supplementaryDuty?: Minor
  }
}

export interface DocumentTotals {
  readonly net: Minor
  readonly discount: Minor
  readonly vat: Minor
  readonly total: Minor
}

export interface AppliedPayment {
  readonly paidOn: PlainDate
  readonly method: PaymentMethod
  readonly reference: string
  readonly amount: Minor
}

export type PaymentMethod = 'cash' | 'bank' | 'bkash' | 'nagad' | 'card' | 'online' | 'credit' | 'opening' | 'deposit'

/** One way to pay, printed on the bill: `{ name: 'bKash', account: '01711-000000', hint: 'Merchant, reference: your client code' }`. */
export interface PaymentInstruction {
  readonly name: string
  readonly account: string
  readonly hint?: string
}

/** The person who answers for a VAT document. */
export interface OfficerInCharge {
  readonly name: string
  readonly designation: string
}

export type InvoiceStatus = 'unpaid' | 'partial' | 'paid' | 'void'

export interface InvoiceDocument {
  readonly seller: Seller
  readonly buyer: Buyer
  readonly number: string
  readonly issuedOn: PlainDate
  readonly issuedAt: Instant
  readonly dueOn: PlainDate
  readonly month: Month
  readonly lines: readonly DocumentLine[]
  /** `open = total - paid - credited - written off`. */
  readonly totals: DocumentTotals & { readonly paid: Minor; readonly credited?: Minor; readonly writtenOff?: Minor; readonly open: Minor }
  readonly status: InvoiceStatus
  /** What the client owed (+) or had to the good (-) before this invoice; the account summary is printed when given. */
  readonly previousBalance?: Minor
  readonly payments?: readonly AppliedPayment[]
  /** Text of the QR code, e.g. the address of the pay page. */
  readonly qr?: string
  readonly notes?: string
  readonly footer?: string
  readonly paymentInstructions?: readonly PaymentInstruction[]
  readonly officer?: OfficerInCharge
}

export interface ReceiptDocument {
  readonly seller: Seller
  readonly buyer: Buyer
  readonly number: string
  /** The day the money counts for; a back date stays visible beside the time of recording. */
  readonly paidOn: PlainDate
  readonly recordedAt: Instant
  readonly amount: Minor
  readonly method: PaymentMethod
  /** TrxID, cheque or slip number. */
  readonly reference: string
  readonly receivedBy: string
  readonly applied: readonly { readonly number: string; readonly issuedOn: PlainDate; readonly amount: Minor; readonly openAfter: Minor }[]
  /** What became the client's credit. */
  readonly advance: Minor
  /** What the client owes (+) or has to the good (-) after this payment. */
  readonly balanceAfter: Minor
  readonly status?: 'valid' | 'reversed'
  readonly qr?: string
  readonly footer?: string
}

/** The receipt of a security deposit, taken from a client or given back to him. */
export interface DepositReceiptDocument {
  readonly seller: Seller
  readonly buyer: Buyer
  readonly number: string
  readonly kind: 'taken' | 'returned'
  readonly bookedOn: PlainDate
  readonly recordedAt: Instant
  readonly amount: Minor
  /** How it came; null for money given back. */
  readonly method: PaymentMethod | null
  /** Who took it, or gave it back. */
  readonly recordedBy: string
  readonly reason: string
  /** What is held of the client from then on. */
  readonly heldAfter: Minor
  readonly qr?: string
  readonly footer?: string
}

export interface CreditNoteDocument {
  readonly seller: Seller
  readonly buyer: Buyer
  readonly number: string
  readonly issuedOn: PlainDate
  readonly issuedAt: Instant
  readonly invoice: { readonly number: string; readonly issuedOn: PlainDate; readonly issuedAt: Instant }
  readonly reason: string
  readonly lines: readonly CreditedLine[]
  readonly totals: DocumentTotals
  readonly qr?: string
  readonly notes?: string
  readonly footer?: string
  readonly officer?: OfficerInCharge
}

/** Rows in the order of the ledger; the running balance is the caller's, so paper and screen cannot differ. */
export interface StatementDocument {
  readonly seller: Seller
  readonly buyer: Buyer
  /** Half-open. */
  readonly period: Period
  readonly madeAt: Instant
  readonly openingBalance: Minor
  readonly rows: readonly {
    readonly bookedOn: PlainDate
    readonly document: string
    readonly description: string
    readonly debit: Minor
    readonly credit: Minor
    readonly balance: Minor
  }[]
  readonly closingBalance: Minor
  readonly footer?: string
  readonly paymentInstructions?: readonly PaymentInstruction[]
}

export interface InvoiceOptions {
  readonly locale: Locale
  readonly paper: 'a4' | '80mm'
  /** `mushak-6.3` is the VAT form of Bangladesh; it is always A4 and carries its two marked copies. */
  readonly template: 'standard' | 'mushak-6.3'
}

export interface ReceiptOptions {
  readonly locale: Locale
  readonly paper: 'a4' | 'a5' | '80mm'
}

export interface CreditNoteOptions {
  readonly locale: Locale
  /** `mushak-6.7` is the VAT form of Bangladesh for credit notes, in its two marked copies. */
  readonly template: 'standard' | 'mushak-6.7'
}

export interface PlainOptions {
  readonly locale: Locale
}
