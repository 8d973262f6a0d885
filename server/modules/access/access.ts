import { createHash } from 'node:crypto'
import type { PlainDate } from '../../kernel/time.ts'

export const STATES = ['pending', 'active', 'suspended', 'expired', 'left'] as const
export type SubscriptionState = (typeof STATES)[number]

/** Why a line has no service. Each reason is cleared only by what set it: a payment clears *billing* and nothing else. */
export const REASONS = ['billing', 'expired', 'manual', 'abuse', 'vacation', 'kyc', 'left'] as const
export type AccessReason = (typeof REASONS)[number]

export interface StateFacts {
  readonly leftOn: PlainDate | null
  readonly activatedOn: PlainDate | null
  readonly reasons: readonly AccessReason[]
}

/**
 * The state of a line, derived from its facts in this one place; `subscriptions.state` is its stored projection. Prepaid cover that ends
 * becomes the reason *expired*, so that an exempt client keeps his service. Expired wins over suspended: a lapsed line is renewed first,
 * and then any other reason shows. Twin of the SQL function `subscription_state`.
 */
export function subscriptionState({ leftOn, activatedOn, reasons }: StateFacts): SubscriptionState {
  if (leftOn !== null || reasons.includes('left')) return 'left'
  if (activatedOn === null) return 'pending'
  if (reasons.includes('expired')) return 'expired'
  return reasons.length > 0 ? 'suspended' : 'active'
}

/** Service is on where the line is in use and no reason speaks against it. Twin of the SQL function `service_on`. */
export const serviceOn = (state: SubscriptionState, reasons: readonly AccessReason[]): boolean =>
  state !== 'pending' && state !== 'left' && reasons.length === 0

export interface DesiredAccess {
  readonly on: boolean
  readonly profile: string
  readonly staticIp: string | null
  readonly hash: Buffer
}

/** What the network should do for a line. Equal hashes mean there is nothing to tell a device. Twin of `access_hash` in SQL. */
export function desiredAccess({
  state,
  reasons,
  profile,
  staticIp,
}: {
  state: SubscriptionState
  reasons: readonly AccessReason[]
  profile: string
  staticIp: string | null
}): DesiredAccess {
  const on = serviceOn(state, reasons)
  const hash = createHash('sha256')
    .update(`${on ? 'on' : 'off'}|${profile}|${staticIp ?? ''}`)
    .digest()
  return { on, profile, staticIp, hash }
}
