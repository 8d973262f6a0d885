import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { modelRouter, rules, settle } from '../../../../testing/model-router.ts'
import { SUSPEND_BY } from './desired.ts'
import type { DesiredLine } from './desired.ts'
import { isOwnProfile, readMark, writeMark } from './mark.ts'
import type { ObservedSecret } from './observed.ts'
import { planRouter } from './plan-router.ts'
import { quietPlan } from './quiet-plan.ts'

describe('for any wish, any state of the router and any fault', () => {
  const NAMES = ['ada', 'bob', 'cho', 'dev', 'eva', 'fay']
  const aLine = (n: number): fc.Arbitrary<DesiredLine> =>
    fc.record({
      subscriptionId: fc.constant(BigInt(n + 1)),
      revision: fc.constant(1n),
      login: fc.constant(NAMES[n] as string),
      password: fc.constantFrom('one', 'two'),
      stamp: fc.constantFrom('00000001', '00000002'),
      profile: fc.constantFrom('', 'home-10', 'gold'),
      speeds: fc.constant({ uploadKbps: 1000, downloadKbps: 1000 }),
      staticIp: fc.constantFrom(null, `10.0.0.${n + 1}`),
      state: fc.constantFrom('on', 'off', 'gone'),
      wasSeen: fc.boolean(),
      mustRedial: fc.boolean(),
      mayAdopt: fc.boolean(),
      isRight: fc.constant(() => false),
    })
  const aSecret = fc.record({
    name: fc.constantFrom(...NAMES, 'stranger'),
    password: fc.constantFrom('', 'one', 'two', null),
    profile: fc.constantFrom('default', 'home-10', 'gold', 'suspended'),
    remoteAddress: fc.constantFrom(null, '10.0.0.1', 'blocked'),
    isDisabled: fc.boolean(),
    service: fc.constantFrom('any', 'pppoe', 'l2tp'),
    comment: fc.oneof(
      fc.constantFrom('', 'by hand', 'lastmile', 'lastmile:x'),
      fc.bigInt({ min: 1n, max: 9n }).map((id) => writeMark('', { subscriptionId: id, stamp: '00000001' })),
    ),
  })
  const someRules = fc.constantFrom(...SUSPEND_BY).map((suspendBy) =>
    rules({
      suspendBy,
      suspendTarget: { disable: '', profile: 'suspended', pool: 'blocked', address_list: 'unpaid' }[suspendBy],
      maxChangePercent: 100,
      releasedChanges: 100,
    }),
  )
  const setting = fc.record({
    lines: fc.tuple(...NAMES.map((_name, n) => aLine(n))).chain((all) => fc.subarray(all)),
    rows: fc.array(aSecret, { maxLength: 10 }),
    online: fc.subarray([...NAMES, 'stranger']),
    by: someRules,
    /** After how many operations of each pass the connection is lost, and whether the lost one was done. */
    faults: fc.array(fc.record({ after: fc.nat(6), isDone: fc.boolean() }), { maxLength: 4 }),
    redials: fc.array(fc.constantFrom(...NAMES), { maxLength: 4 }),
    renumbers: fc.boolean(),
  })

  test('it comes to rest, a second run writes nothing, and nothing foreign is changed', () => {
    fc.assert(
      fc.property(setting, ({ lines, rows, online, by, faults, redials, renumbers }) => {
        const router = modelRouter()
        router.addProfile({ name: 'suspended' })
        for (const row of rows) router.addSecret(row)
        for (const name of online) router.dial(name)
        const adopted = new Set(lines.filter(({ mayAdopt, state }) => mayAdopt && state !== 'gone').map(({ login }) => login))
        const foreign = () =>
          router
            .observe()
            .secrets.filter(({ comment, name }) => readMark(comment) === null && !adopted.has(name))
            .map(({ id: _id, ...row }) => row)
        const before = foreign()
        const foreignProfiles = () =>
          router
            .observe()
            .profiles.filter(({ comment }) => !isOwnProfile(comment))
            .map(({ id: _id, ...row }) => row)
        const profilesBefore = foreignProfiles()
        for (const { after, isDone } of faults) {
          router.apply(planRouter(lines, router.observe(), by).ops, { stopAfter: after, isDone })
          for (const name of redials) router.dial(name)
          if (renumbers) router.renumber()
        }
        // What was redialled by then has been told; the executor remembers that beside the plan.
        settle(
          router,
          lines.map((one) => ({ ...one, mustRedial: false })),
          by,
        )
        expect(
          planRouter(
            lines.map((one) => ({ ...one, mustRedial: false })),
            router.observe(),
            by,
          ).ops,
        ).toEqual([])
        expect(foreign()).toEqual(before)
        expect(foreignProfiles()).toEqual(profilesBefore)
        for (const one of lines) {
          const plan = planRouter(lines, router.observe(), by)
          const { kind, secret } = plan.standings.get(one.subscriptionId) ?? { kind: 'none', secret: null }
          if (kind === 'in_sync' && one.state === 'on')
            expect(secret).toMatchObject({ name: one.login, isDisabled: false, password: expect.toBeOneOf([one.password, null]) })
          const isForeign = plan.matched.foreign.some(({ name }) => name === one.login)
          const isOthers = lines.some((other) => other !== one && other.login === one.login)
          if (one.state === 'off' && by.suspendBy === 'disable' && !isForeign && !isOthers) expect(router.isOnline(one.login)).toBe(false)
        }
      }),
      { numRuns: 600 },
    )
  })

  const numberOf = ({ id: _id, ...read }: ObservedSecret): number => createHash('sha256').update(JSON.stringify(read)).digest().readUIntBE(0, 6)
  type Router = ReturnType<typeof modelRouter>
  const meddle = fc.oneof(
    fc.constant((_router: Router) => {}),
    fc.tuple(fc.constantFrom(...NAMES), aSecret).map(
      ([name, { name: _name, ...values }]) =>
        (router: Router) =>
          router.edit(name, values),
    ),
    fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES, 'stranger')).map(
      ([name, other]) =>
        (router: Router) =>
          router.edit(name, { name: other }),
    ),
    aSecret.map((row) => (router: Router) => router.addSecret(row)),
    fc.constantFrom(...NAMES, 'stranger').map((name) => (router: Router) => router.dial(name)),
    fc.constantFrom('home-10', 'gold', 'suspended').map((name) => (router: Router) => router.editProfile(name, { addressList: 'other', remoteAddress: null })),
  )

  test('what the sum of the settled lines says is what a look at each of them says', () => {
    let [quiet, loud] = [0, 0]
    fc.assert(
      fc.property(setting, meddle, fc.boolean(), ({ lines: given, rows, online, by }, change, renumbers) => {
        const lines = given.map((one) => ({ ...one, mustRedial: false, wasSeen: true }))
        const router = modelRouter()
        router.addProfile({ name: 'suspended' })
        for (const row of rows) router.addSecret(row)
        for (const name of online) router.dial(name)
        settle(router, lines, by)
        const stood = planRouter(lines, router.observe(), by).standings
        const seen = lines.flatMap((one) => {
          const found = stood.get(one.subscriptionId)
          return found?.kind === 'in_sync' && found.secret !== null && one.state === 'on' && !one.mayAdopt
            ? [{ one, number: BigInt(numberOf(found.secret)) }]
            : []
        })
        change(router)
        if (renumbers) router.renumber()
        const settled = {
          lines: seen.length,
          sum: seen.reduce((sum, { number }) => sum + number, 0n),
          profiles: seen.map(({ one }) => one),
          numberOf,
        }
        const open = lines.filter((one) => !seen.some((other) => other.one === one))
        const short = quietPlan(open, settled, router.observe(), by)
        const long = planRouter(lines, router.observe(), by)
        if (short === null) return void (loud += 1)
        quiet += seen.length
        expect(long).toMatchObject({ ops: [], hold: null, redials: [] })
        for (const { one } of seen) expect(long.standings.get(one.subscriptionId)?.kind).toBe('in_sync')
        for (const one of open) expect(short.standings.get(one.subscriptionId)).toEqual(long.standings.get(one.subscriptionId))
        for (const part of ['strays', 'foreign', 'duplicates', 'inTheWay'] as const) expect(short.matched[part]).toEqual(long.matched[part])
      }),
      { numRuns: 1500 },
    )
    // Both ways were gone.
    expect(quiet).toBeGreaterThan(100)
    expect(loud).toBeGreaterThan(100)
  })
})
