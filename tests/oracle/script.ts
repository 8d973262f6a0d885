/** The plain-JSON script of a company's life. The oracle and the product play exactly the same events. */

export type Day = string
export type ProrationBasis = 'actual_days' | 'fixed_30' | 'none'
export type ChangePolicy = 'now' | 'full_new_cycle' | 'cycle_end'
export type CreditKind = 'correction' | 'discount' | 'waiver' | 'outage'

export interface PolicyFacts {
  readonly code: string
  readonly isDefault: boolean
  readonly proration: ProrationBasis
  readonly firstPeriod: 'prorate' | 'full' | 'free'
  readonly packageChange: ChangePolicy
  readonly changeFee: number
  readonly changeRefund: 'credit' | 'none'
  readonly chargeWhilePaused: boolean
  readonly chargeWhileSuspended: boolean
  readonly dueDays: number
  readonly graceDays: number
  readonly lateFee: number
  readonly lateFeeBp: number
  readonly lateRenewal: 'from_payment' | 'from_expiry'
  readonly prepaidChange: 'value' | 'days'
}

export interface VersionFacts {
  readonly version: string
  readonly package: string
  readonly no: number
  readonly startsOn: Day
  readonly price: number
  readonly vatRate: string | null
  readonly vatInclusive: boolean
  readonly validityCount: number
  readonly validityUnit: 'day' | 'month'
}

export interface VatRateFacts {
  readonly code: string
  readonly versions: readonly { readonly startsOn: Day; readonly bp: number }[]
}

export interface TermsFacts {
  /** Sold in the newest version that has started on the first day of the terms; null keeps the version in force on that day. */
  readonly package: string | null
  readonly priceOverride: number | null
  readonly discountBp: number
  readonly discountMinor: number
}

/** An invoice is named by its place among the invoices of its client, in order of issue: 1, 2, 3. */
export interface InvoiceRef {
  readonly client: string
  readonly nth: number
}

export type EventBody =
  | { readonly kind: 'client'; readonly client: string; readonly isVatExempt: boolean; readonly vatRate: string | null }
  | ({
      readonly kind: 'subscribe'
      readonly client: string
      readonly subscription: string
      readonly mode: 'postpaid' | 'prepaid'
      readonly anchor: number
      readonly policy: string
      /** The first day of service, today or earlier; null = pending until it is activated. */
      readonly startsOn: Day | null
    } & TermsFacts)
  | { readonly kind: 'activate'; readonly subscription: string }
  | {
      readonly kind: 'charge'
      readonly client: string
      readonly subscription: string | null
      readonly item: 'addon' | 'installation' | 'equipment' | 'other'
      readonly quantityMilli: number
      readonly unitPrice: number
      readonly vatRate: string | null
      readonly vatInclusive: boolean
      readonly startsOn: Day
      /** Null for one that goes on; ignored for one-time items. */
      readonly endsOn: Day | null
    }
  | ({ readonly kind: 'price_version' } & VersionFacts)
  /** Moves everybody who has the package to a version of it; own prices and discounts stay. */
  | { readonly kind: 'apply_version'; readonly version: string; readonly from: Day }
  /** With `endsOn` the terms before hold again from that day. */
  | ({ readonly kind: 'terms'; readonly subscription: string; readonly startsOn: Day; readonly endsOn: Day | null } & TermsFacts)
  | { readonly kind: 'change_package'; readonly subscription: string; readonly package: string; readonly policy: ChangePolicy }
  | { readonly kind: 'pause'; readonly subscription: string; readonly startsOn: Day; readonly endsOn: Day | null }
  | { readonly kind: 'resume'; readonly subscription: string }
  | { readonly kind: 'suspend'; readonly subscription: string }
  | { readonly kind: 'restore'; readonly subscription: string }
  | { readonly kind: 'run'; readonly month: string }
  | { readonly kind: 'invoice'; readonly client: string; readonly month: string }
  | {
      readonly kind: 'payment'
      readonly payment: string
      readonly client: string
      readonly method: 'cash' | 'bank' | 'bkash' | 'nagad'
      readonly amount: number
      readonly valueOn: Day
      readonly chosen: readonly { readonly nth: number; readonly amount: number }[] | null
    }
  | {
      readonly kind: 'renewal'
      readonly payment: string
      readonly subscription: string
      readonly cycles: number
      readonly method: 'cash' | 'bkash'
      readonly amount: number
    }
  | { readonly kind: 'reverse_payment'; readonly payment: string; readonly reason: 'mistake' | 'bounced' | 'chargeback' }
  | { readonly kind: 'refund'; readonly payment: string; readonly amount: number; readonly takeBack: boolean }
  | {
      readonly kind: 'credit_note'
      readonly invoice: InvoiceRef
      readonly creditKind: CreditKind
      /** `line` counts from 1; `amount` includes VAT. */
      readonly lines: readonly { readonly line: number; readonly amount: number }[]
    }
  | { readonly kind: 'void'; readonly invoice: InvoiceRef }
  | { readonly kind: 'write_off'; readonly invoice: InvoiceRef }
  | { readonly kind: 'leave'; readonly subscription: string }
  | { readonly kind: 'late_fees' }
  | { readonly kind: 'opening'; readonly client: string; readonly amount: number }
  | { readonly kind: 'deposit'; readonly client: string; readonly amount: number }

/** `at` is an instant in UTC; the business day is taken in the company's zone. */
export type ScriptEvent = EventBody & { readonly at: string }
export type EventOf<K extends EventBody['kind']> = Extract<ScriptEvent, { kind: K }>

export interface Script {
  readonly name: string
  readonly seed: number
  /** Hours east of UTC; the story's zone has no summer time. */
  readonly utcOffsetHours: number
  readonly zone: string
  readonly vatRounding: 'line' | 'invoice'
  readonly fiscalYearStartMonth: number
  readonly vatRates: readonly VatRateFacts[]
  readonly policies: readonly PolicyFacts[]
  readonly versions: readonly VersionFacts[]
  readonly events: readonly ScriptEvent[]
}
