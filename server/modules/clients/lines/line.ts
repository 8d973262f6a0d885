import type { Minor } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { SubscriptionState } from '../../access/index.ts'
import type { CustomValues } from '../custom-values.ts'

export const CONNECTION_KINDS = ['pppoe', 'static', 'dhcp', 'hotspot'] as const
export type ConnectionKind = (typeof CONNECTION_KINDS)[number]
export const MEDIA = ['fibre', 'utp', 'wireless', 'coaxial'] as const
export const BILLING_MODES = ['postpaid', 'prepaid'] as const

/** What a person may write of a line. */
export interface LineFacts {
  readonly label: string
  readonly pppoe_login: string | null
  readonly router_id: bigint | null
  readonly olt_id: bigint | null
  readonly static_ip: string | null
  readonly mac: string | null
  readonly onu_mac: string | null
  readonly onu_model: string
  readonly connection_kind: ConnectionKind
  readonly medium: (typeof MEDIA)[number]
  readonly billing_policy_id: bigint
  readonly auto_control: boolean
  readonly auto_renew: boolean
  readonly address: string
  readonly custom: CustomValues
}

/** One internet line of a client. */
export interface Subscription extends LineFacts {
  readonly id: bigint
  readonly client_id: bigint
  readonly state: SubscriptionState
  readonly has_pppoe_password: boolean
  readonly router_name: string | null
  /** The last day out of automatic control; null = until somebody turns it on. */
  readonly auto_control_until: PlainDate | null
  readonly auto_control_reason: string
  readonly billing_mode: (typeof BILLING_MODES)[number]
  readonly anchor_day: number
  readonly package_id: bigint
  readonly joined_on: PlainDate
  readonly activated_on: PlainDate | null
  readonly left_on: PlainDate | null
  readonly left_reason: string
  /** Prepaid: the first day without cover; derived by billing, never typed in. */
  readonly expires_on: PlainDate | null
  readonly created_at: Temporal.Instant
  readonly updated_at: Temporal.Instant
  readonly version: number
}

/** Which package at which price from when; half-open, null = open. */
export interface Terms {
  readonly starts_on: PlainDate
  readonly ends_on: PlainDate | null
  readonly package_version_id: bigint
  readonly price_override_minor: Minor | null
  readonly discount_bp: number
  readonly discount_minor: Minor
  readonly reason: string
  readonly approved_by: bigint | null
}

export interface TermsInForce extends Terms {
  readonly package_id: bigint
  readonly package_code: string
  readonly package_name: string
  readonly list_price_minor: Minor
  readonly download_kbps: number
  readonly upload_kbps: number
  readonly approved_by_name: string | null
}

export interface Pause {
  readonly id: bigint
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate | null
  readonly kind: 'vacation' | 'suspension'
  readonly reason: string
}

export const passwordAad = (subscriptionId: bigint): string => `subscriptions:${subscriptionId}:pppoe_password`
