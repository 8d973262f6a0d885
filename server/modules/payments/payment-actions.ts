import type { PaymentDetail } from './payment-list-store.ts'

interface Allowed {
  readonly ok: boolean
  readonly reason: string | null
}

const yes: Allowed = { ok: true, reason: null }
const no = (reason: string): Allowed => ({ ok: false, reason })

/** What may be done with a payment; the same conditions the use cases refuse by, stated once for every screen. */
export function allowedActions({
  status,
  refunded_minor,
  remaining_minor,
  amount_minor,
  allocations,
}: Pick<PaymentDetail, 'status' | 'refunded_minor' | 'remaining_minor' | 'amount_minor'> & {
  readonly allocations: readonly Pick<PaymentDetail['allocations'][number], 'live_minor'>[]
}): Record<'reverse' | 'refund' | 'allocate' | 'take_allocation_back' | 'match', Allowed> {
  if (status === 'reversed') {
    const reversed = no('payment_already_reversed')
    return { reverse: reversed, refund: reversed, allocate: reversed, take_allocation_back: reversed, match: reversed }
  }
  const unknown = status === 'suspense'
  return {
    reverse: refunded_minor > 0n ? no('payment_refunded') : yes,
    refund: unknown ? no('payment_in_suspense') : refunded_minor < amount_minor ? yes : no('nothing_left'),
    allocate: unknown ? no('payment_in_suspense') : remaining_minor > 0n ? yes : no('nothing_left'),
    take_allocation_back: unknown ? no('payment_in_suspense') : allocations.some(({ live_minor }) => live_minor > 0n) ? yes : no('nothing_allocated'),
    match: unknown ? yes : no('payment_not_in_suspense'),
  }
}
