import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'

export const CHARGE_KINDS = ['recurring', 'one_time', 'usage'] as const
export type ChargeKind = (typeof CHARGE_KINDS)[number]

export const CHARGE_ITEMS = ['package', 'addon', 'installation', 'equipment', 'late_fee', 'change_fee', 'other'] as const
export type ChargeItem = (typeof CHARGE_ITEMS)[number]

/** Anything that gets billed. Its package is a subscription's recurring charge without a price of its own: that comes from the terms. */
export interface Charge {
  readonly id: bigint
  readonly client_id: bigint
  readonly subscription_id: bigint | null
  readonly kind: ChargeKind
  readonly item: ChargeItem
  readonly description: string
  readonly quantity_milli: bigint
  readonly unit_price_minor: Minor | null
  readonly vat_rate_id: bigint | null
  readonly vat_inclusive: boolean
  readonly starts_on: PlainDate
  readonly ends_on: PlainDate | null
  /** The cursor: everything before this day is billed, free or given up. */
  readonly billed_until: PlainDate
  readonly reason: string
}
