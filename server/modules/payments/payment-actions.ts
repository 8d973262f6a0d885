import type { Actor } from '../../kernel/actor.ts'
import { allow } from '../../platform/http/allowed.ts'
import type { Allowed, Refusal } from '../../platform/http/allowed.ts'
import type { PaymentDetail } from './payment-list-store.ts'

export const PAYMENT_ACTIONS = ['reverse', 'refund', 'allocate', 'take_allocation_back', 'match', 'decide'] as const
export type PaymentAction = (typeof PAYMENT_ACTIONS)[number]
export const SUSPENSE_ACTIONS = ['match', 'decide'] as const
export type SuspenseAction = (typeof SUSPENSE_ACTIONS)[number]

type Standing = Pick<PaymentDetail, 'status' | 'refunded_minor' | 'remaining_minor' | 'amount_minor'> & {
  readonly allocations: readonly Pick<PaymentDetail['allocations'][number], 'live_minor'>[]
  /** Whose somebody has said it is. */
  readonly match: { readonly proposed_by: bigint | null } | null
}

/** What may be done with unknown money: one person says whose it is, another agrees. */
export function allowedOnSuspense(actor: Actor, proposed: Standing['match']): Record<SuspenseAction, Allowed> {
  return {
    match: allow(actor, 'suspense.match', proposed === null ? null : 'match_already_proposed'),
    decide: allow(actor, 'suspense.approve', proposed === null ? 'no_match_proposed' : proposed.proposed_by === actor.userId ? 'second_person' : null),
  }
}

/** What may be done with a payment; the same conditions the use cases refuse by, stated once for every screen. */
export function allowedActions(actor: Actor, payment: Standing): Record<PaymentAction, Allowed> {
  const { status, refunded_minor, remaining_minor, amount_minor, allocations, match } = payment
  const isReversed: Refusal | null = status === 'reversed' ? 'payment_already_reversed' : null
  const isUnknown: Refusal | null = isReversed ?? (status === 'suspense' ? 'payment_in_suspense' : null)
  const isKnown: Refusal | null = isReversed ?? 'payment_not_in_suspense'
  const suspense =
    status === 'suspense'
      ? allowedOnSuspense(actor, match)
      : { match: allow(actor, 'suspense.match', isKnown), decide: allow(actor, 'suspense.approve', isKnown) }
  return {
    reverse: allow(actor, 'payment.reverse', isReversed ?? (refunded_minor > 0n ? 'payment_refunded' : null)),
    refund: allow(actor, 'payment.refund', isUnknown ?? (refunded_minor < amount_minor ? null : 'nothing_left')),
    allocate: allow(actor, 'payment.take', isUnknown ?? (remaining_minor > 0n ? null : 'nothing_left')),
    take_allocation_back: allow(actor, 'payment.reverse', isUnknown ?? (allocations.some(({ live_minor }) => live_minor > 0n) ? null : 'nothing_allocated')),
    ...suspense,
  }
}
