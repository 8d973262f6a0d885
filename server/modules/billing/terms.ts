import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'

/** How part cycles, changes and delays are charged; a row of `billing_policies`. */
export interface BillingPolicy {
  readonly id: bigint
  readonly proration: 'actual_days' | 'fixed_30' | 'none'
  readonly firstPeriod: 'prorate' | 'full' | 'free'
  readonly packageChange: 'now' | 'full_new_cycle' | 'cycle_end'
  readonly packageChangeFee: Minor
  readonly changeRefund: 'credit' | 'none'
  readonly chargeWhilePaused: boolean
  readonly chargeWhileSuspended: boolean
  readonly dueDays: number
  readonly graceDays: number
  readonly lateFee: Minor
  readonly lateFeeBp: number
  readonly lateRenewal: 'from_payment' | 'from_expiry'
  readonly prepaidChange: 'value' | 'days'
}

/** Which package at which price from when; `endsOn` null = open. */
export interface PriceTerm {
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate | null
  readonly packageId: bigint
  readonly packageVersionId: bigint
  readonly packageName: string
  /** The override where there is one, else the version's price. */
  readonly price: Minor
  readonly discountBp: number
  readonly discount: Minor
  /** The version's rate on the issue day, before the client's own rate and exemption. */
  readonly vatBp: number
  readonly vatInclusive: boolean
  readonly validityCount: number
  readonly validityUnit: 'day' | 'month'
}

export interface Pause {
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate | null
  readonly kind: 'vacation' | 'suspension'
}

export interface BilledSubscription {
  readonly id: bigint
  readonly state: 'pending' | 'active' | 'suspended' | 'expired' | 'left'
  readonly billingMode: 'postpaid' | 'prepaid'
  readonly anchorDay: number
  readonly policy: BillingPolicy
  /** Prepaid: the first day without paid cover. */
  readonly expiresOn: PlainDate | null
  readonly terms: readonly PriceTerm[]
  readonly pauses: readonly Pause[]
}

export interface BilledCharge {
  readonly id: bigint
  readonly subscriptionId: bigint | null
  readonly kind: 'recurring' | 'one_time' | 'usage'
  readonly item: string
  readonly description: string
  readonly quantityMilli: bigint
  /** Null for the package: its price comes from the terms. */
  readonly unitPrice: Minor | null
  readonly vatBp: number
  readonly vatInclusive: boolean
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate | null
  readonly billedUntil: PlainDate
  readonly reason: string
}

/** Everything a client's invoice depends on, read once under the client's money lock. */
export interface BillingTerms {
  readonly clientId: bigint
  readonly branchId: bigint
  readonly resellerId: bigint | null
  readonly isVatExempt: boolean
  /** The client's own rate on the issue day; wins over package and charge. */
  readonly clientVatBp: number | null
  readonly vatRounding: 'line' | 'invoice'
  readonly defaultPolicy: BillingPolicy
  readonly charges: readonly BilledCharge[]
  readonly subscriptions: ReadonlyMap<bigint, BilledSubscription>
}
