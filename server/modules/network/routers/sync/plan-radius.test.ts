import { describe, expect, test } from 'vitest'
import { line, modelRouter, rules, settle } from '../../../../testing/model-router.ts'
import { planRadius } from './plan-radius.ts'

const by = (changes: Partial<Parameters<typeof planRadius>[2]> = {}) => ({ ...rules({ maxChangePercent: 100 }), usesRadius: true, ...changes })
const lines = (count: number) => Array.from({ length: count }, (_, n) => line(n + 1))

describe('a router that goes over to RADIUS', () => {
  test('loses every secret of ours, and none that is not', () => {
    const router = modelRouter()
    settle(router, lines(3))
    router.addSecret({ name: 'boss', comment: 'the boss' })
    router.dial('user1')
    const { ops, hold } = planRadius(lines(3), router.observe(), by())
    expect([hold, ops.map(({ kind }) => kind)]).toEqual([null, ['remove_secrets']])
    router.apply(ops)
    expect(router.observe().secrets.map(({ name }) => name)).toEqual(['boss'])
    // Whoever has service keeps his session; he is asked about at the next one.
    expect(router.isOnline('user1')).toBe(true)
    expect(planRadius(lines(3), router.observe(), by()).ops).toEqual([])
  })

  test('keeps them while it does not ask RADIUS, and they go on saying what is wanted', () => {
    const router = modelRouter()
    settle(router, lines(3))
    router.dial('user2')
    const wanted = [line(1), line(2, { state: 'off' }), line(3), line(4)]
    const { ops, hold } = planRadius(wanted, router.observe(), by({ usesRadius: false }))
    expect(hold).toEqual({ kind: 'radius_off', changes: 3, limit: 0 })
    expect(ops.map(({ kind }) => kind)).toEqual(['disable_secrets', 'end_sessions'])
    router.apply(ops)
    expect([router.secret('user2')?.isDisabled, router.isOnline('user2'), router.secret('user4')]).toEqual([true, false, undefined])
  })

  test('keeps them where more would leave than its share, until a person lets it through', () => {
    const router = modelRouter()
    settle(router, lines(10))
    const held = planRadius(lines(10), router.observe(), by({ maxChangePercent: 20 }))
    expect([held.hold, held.ops]).toEqual([{ kind: 'secrets_leave', changes: 10, limit: 5 }, []])
    const released = planRadius(lines(10), router.observe(), by({ maxChangePercent: 20, releasedChanges: 10 }))
    expect(released).toMatchObject({ hold: null, ops: [{ kind: 'remove_secrets', targets: { length: 10 } }] })
  })

  test('has the session ended of who has no service and came in by a secret; a foreign secret of a line’s name is told of and its session left', () => {
    const router = modelRouter()
    settle(router, lines(2))
    router.addSecret({ name: 'user3', password: 'theirs' })
    for (const name of ['user1', 'user2', 'user3']) router.dial(name)
    const wanted = [line(1, { state: 'off' }), line(2), line(3, { state: 'off' })]
    const plan = planRadius(wanted, router.observe(), by())
    expect(plan.ops.at(-1)).toEqual({ kind: 'end_sessions', targets: [{ name: 'user1', subscriptionId: 1n }] })
    expect([plan.standings.get(1n)?.kind, plan.standings.get(3n)]).toMatchObject(['in_sync', { kind: 'blocked', by: 'foreign_same_name' }])
    router.apply(plan.ops)
    expect(router.observe().sessions.map(({ name }) => name)).toEqual(['user2', 'user3'])
  })
})
