import type { Actor } from '../../kernel/actor.ts'
import { allow } from '../../platform/http/allowed.ts'
import type { Allowed } from '../../platform/http/allowed.ts'
import type { DiscountRequest } from './discount-store.ts'

/** Whether this person may decide on a discount that waits; the use case refuses the same. */
export const allowedOnDiscountRequest = (actor: Actor, { state, requested_by }: DiscountRequest): { decide: Allowed } => ({
  decide: allow(actor, 'discount.approve', state !== 'waiting' ? 'already_decided' : requested_by === actor.userId ? 'second_person' : null),
})
