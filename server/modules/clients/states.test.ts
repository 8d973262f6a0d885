import { describe, expect, test } from 'vitest'
import { REASONS, subscriptionState } from '../access/index.ts'
import type { AccessReason } from '../access/index.ts'
import { date } from '../../kernel/time.ts'
import { canMove, clientState, STATES } from './states.ts'
import type { SubscriptionState } from './states.ts'

const MAY: Record<SubscriptionState, SubscriptionState[]> = {
  pending: ['active', 'left'],
  active: ['suspended', 'expired', 'left'],
  suspended: ['active', 'expired', 'left'],
  expired: ['active', 'left'],
  left: ['active'],
}

describe('moves of a line', () => {
  test.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    expect(canMove(from, to)).toBe(MAY[from].includes(to))
  })

  test('whatever one reason does to a line is one move, or a renewal that uncovers another reason', () => {
    const sets: AccessReason[][] = Array.from({ length: 2 ** REASONS.length }, (_, bits) => REASONS.filter((_reason, index) => (bits & (1 << index)) !== 0))
    const state = (reasons: AccessReason[]) => subscriptionState({ leftOn: null, activatedOn: date('2026-01-01'), reasons })
    for (const before of sets.filter((set) => !set.includes('left'))) {
      for (const reason of REASONS) {
        const after = before.includes(reason) ? before.filter((one) => one !== reason) : [...before, reason]
        const [from, to] = [state(before), state(after)]
        const isTwoMoves = reason === 'expired' && from === 'expired' && to === 'suspended' && canMove(from, 'active') && canMove('active', to)
        expect(from === to || canMove(from, to) || isTwoMoves, `${before.join()} ± ${reason}: ${from} to ${to}`).toBe(true)
      }
    }
  })
})

test('a client is as lively as his liveliest line', () => {
  expect(clientState([])).toBe('none')
  expect(clientState(['left', 'suspended'])).toBe('suspended')
  expect(clientState(['left', 'pending'])).toBe('pending')
  expect(clientState(['suspended', 'active'])).toBe('active')
})
