import type { Locale } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { CustomValues } from './custom-values.ts'

export const CLIENT_KINDS = ['person', 'company'] as const
export const GENDERS = ['female', 'male', 'other'] as const

/** The person or company that pays. Package, router, state and balance are not here: lines and the ledger have them. */
export interface Client {
  readonly id: bigint
  readonly code: string
  readonly name: string
  readonly kind: (typeof CLIENT_KINDS)[number]
  readonly phone: string
  readonly phone_alternative: string
  readonly email: string
  readonly address: string
  readonly district: string
  readonly upazila: string
  readonly branch_id: bigint
  readonly reseller_id: bigint | null
  readonly area_id: bigint | null
  /** The last four digits of the national identity; the number itself is sealed. */
  readonly nid_last4: string
  readonly nid_verified_by: bigint | null
  readonly nid_verified_at: Temporal.Instant | null
  readonly gender: (typeof GENDERS)[number] | null
  readonly client_type: string
  readonly vat_registration: string
  readonly vat_rate_id: bigint | null
  readonly is_vat_exempt: boolean
  readonly is_vip: boolean
  readonly vip_until: PlainDate | null
  readonly vip_reason: string
  readonly is_whitelisted: boolean
  readonly whitelist_until: PlainDate | null
  readonly whitelist_reason: string
  readonly locale: Locale
  readonly tags: readonly string[]
  readonly custom: CustomValues
  readonly photo_file_id: bigint | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly joined_on: PlainDate
  readonly deleted_at: Temporal.Instant | null
  readonly created_at: Temporal.Instant
  readonly updated_at: Temporal.Instant
  readonly version: number
}

/** What a person may write of a client; flags, photo and deletion have their own use cases. */
export interface ClientFacts {
  readonly code: string
  readonly name: string
  readonly kind: Client['kind']
  readonly phone: string
  readonly phone_alternative: string
  readonly email: string
  readonly address: string
  readonly district: string
  readonly upazila: string
  readonly branch_id: bigint
  readonly reseller_id: bigint | null
  readonly area_id: bigint | null
  readonly gender: Client['gender']
  readonly client_type: string
  readonly vat_registration: string
  readonly vat_rate_id: bigint | null
  readonly is_vat_exempt: boolean
  readonly locale: Locale
  readonly tags: readonly string[]
  readonly custom: CustomValues
  readonly latitude: number | null
  readonly longitude: number | null
  readonly joined_on: PlainDate
}

export const nidAad = (clientId: bigint): string => `clients:${clientId}:nid`
