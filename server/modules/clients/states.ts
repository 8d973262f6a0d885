import { STATES } from '../access/index.ts'
import type { SubscriptionState } from '../access/index.ts'

/**
 * The moves a line may make, stated once. Suspended and expired come and go with access reasons; the rest is done by people.
 * A renewal that leaves another reason standing is two moves at once: expired to active, active to suspended.
 */
const MOVES: Readonly<Record<SubscriptionState, readonly SubscriptionState[]>> = {
  pending: ['active', 'left'],
  active: ['suspended', 'expired', 'left'],
  suspended: ['active', 'expired', 'left'],
  expired: ['active', 'left'],
  left: ['active'],
}

export const canMove = (from: SubscriptionState, to: SubscriptionState): boolean => MOVES[from].includes(to)

/** The one state of a client with several lines, for people: the liveliest wins. */
export function clientState(states: readonly SubscriptionState[]): SubscriptionState | 'none' {
  return (['active', 'suspended', 'expired', 'pending', 'left'] as const).find((state) => states.includes(state)) ?? 'none'
}

export { STATES }
export type { SubscriptionState }
