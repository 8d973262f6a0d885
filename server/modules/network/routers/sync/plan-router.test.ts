import { describe, expect, test } from 'vitest'
import { profiles } from '../routeros/menus.ts'
import { line, modelRouter, rules, settle } from '../../../../testing/model-router.ts'
import type { DesiredLine, RouterRules, SuspendBy } from './desired.ts'
import { comparedSecrets } from './observed.ts'
import type { Observed } from './observed.ts'
import { planRouter } from './plan-router.ts'

const standingOf = (observed: Observed, wanted: DesiredLine, by: RouterRules = rules()) =>
  planRouter([wanted], observed, by).standings.get(wanted.subscriptionId)

describe('a new line', () => {
  test('gets its profile first and then its secret, signed', () => {
    const router = modelRouter()
    const plan = planRouter([line(7, { staticIp: '10.9.0.7' })], router.observe(), rules())
    expect(plan.ops.map(({ kind }) => kind)).toEqual(['make_profile', 'add_secret'])
    settle(router, [line(7, { staticIp: '10.9.0.7' })])
    expect(router.secret('user7')).toMatchObject({
      password: 'word7',
      profile: 'home-10',
      remoteAddress: '10.9.0.7',
      comment: 'lastmile:7:00000007',
      isDisabled: false,
    })
    expect(router.profile('home-10')?.rateLimit).toMatchObject({ rate: { up: 10_000_000, down: 20_000_000 } })
  })

  test('that is off from the beginning is not written at all', () => {
    const router = modelRouter()
    const [plan] = settle(router, [line(1, { state: 'off' })])
    expect(plan?.ops).toEqual([])
    expect(plan?.standings.get(1n)).toEqual({ kind: 'in_sync', secret: null })
  })

  test('without a stored password is blocked, because a secret without one lets anybody in', () => {
    expect(standingOf(modelRouter().observe(), line(1, { password: null }))).toMatchObject({ kind: 'blocked', by: 'no_password' })
  })

  test('whose profile is missing and may not be made is blocked, and the others are written', () => {
    const router = modelRouter()
    router.addProfile({ name: 'gold' })
    const by = rules({ addressPool: '' })
    const plan = planRouter([line(1), line(2, { profile: 'gold' })], router.observe(), by)
    expect(plan.standings.get(1n)).toMatchObject({ kind: 'blocked', by: 'profile_missing' })
    expect(plan.ops).toMatchObject([{ kind: 'add_secret', subscriptionId: 2n }])
  })
})

describe('a line without service', () => {
  test.each<[SuspendBy, Partial<RouterRules>, Record<string, unknown>]>([
    ['disable', {}, { isDisabled: true, profile: 'home-10' }],
    ['profile', { suspendTarget: 'suspended' }, { isDisabled: false, profile: 'suspended' }],
    ['pool', { suspendTarget: 'blocked' }, { isDisabled: false, remoteAddress: 'blocked' }],
    ['address_list', { suspendTarget: 'unpaid' }, { isDisabled: false, profile: 'home-10-unpaid' }],
  ])('is cut by %s, its session ends last, and it comes back as it was', (suspendBy, more, wanted) => {
    const by = rules({ suspendBy, ...more })
    const router = modelRouter()
    router.addProfile({ name: 'suspended' })
    settle(router, [line(1, { staticIp: '10.9.0.1' })], by)
    const before = router.secret('user1')
    router.dial('user1')
    const plan = planRouter([line(1, { staticIp: '10.9.0.1', state: 'off' })], router.observe(), by)
    expect(plan.ops.at(-1)).toEqual({ kind: 'end_sessions', targets: [{ name: 'user1', subscriptionId: 1n }] })
    settle(router, [line(1, { staticIp: '10.9.0.1', state: 'off' })], by)
    expect(router.secret('user1')).toMatchObject(wanted)
    expect(router.isOnline('user1')).toBe(false)
    if (suspendBy === 'address_list') expect(router.profile('home-10-unpaid')).toMatchObject({ addressList: 'unpaid', remoteAddress: 'home' })
    settle(router, [line(1, { staticIp: '10.9.0.1' })], by)
    expect(router.secret('user1')).toEqual(before)
  })

  test('that dials again between the change and the end of its session has that one ended as well', () => {
    const router = modelRouter()
    settle(router, [line(1)])
    router.dial('user1')
    const { ops } = planRouter([line(1, { state: 'off' })], router.observe(), rules())
    router.apply(ops.filter(({ kind }) => kind === 'end_sessions'))
    router.dial('user1')
    router.apply(ops.filter(({ kind }) => kind !== 'end_sessions'))
    expect(router.isOnline('user1')).toBe(true)
    settle(router, [line(1, { state: 'off' })])
    expect(router.isOnline('user1')).toBe(false)
  })

  test('whose profile somebody else has made without the list is not thought to be cut', () => {
    const router = modelRouter()
    const by = rules({ suspendBy: 'address_list', suspendTarget: 'unpaid' })
    settle(router, [line(1)], by)
    router.addProfile({ name: 'home-10-unpaid' })
    const [plan] = settle(router, [line(1, { state: 'off' })], by)
    expect(plan?.standings.get(1n)).toMatchObject({ kind: 'blocked', by: 'profile_differs' })
    expect(router.secret('user1')?.isDisabled).toBe(true)
  })

  test('that has left is switched off and otherwise left alone, and its name is free for another line', () => {
    const router = modelRouter()
    settle(router, [line(1)])
    settle(router, [line(1, { state: 'gone' })])
    expect(router.secret('user1')).toMatchObject({ isDisabled: true, comment: 'lastmile:1:00000001' })
    settle(router, [line(1, { state: 'gone' }), line(2, { login: 'user1' })])
    expect(router.secret('user1')).toMatchObject({ isDisabled: false, password: 'word2', comment: 'lastmile:2:00000002' })
  })
})

describe('E3: what is not ours', () => {
  test('an edit by hand is put right and a comment behind the mark is kept', () => {
    const router = modelRouter()
    settle(router, [line(1)])
    router.edit('user1', { password: 'guessed', profile: 'default', isDisabled: true, comment: 'lastmile:1:00000001 calls on Fridays' })
    settle(router, [line(1)])
    expect(router.secret('user1')).toMatchObject({ password: 'word1', profile: 'home-10', isDisabled: false, comment: 'lastmile:1:00000001 calls on Fridays' })
  })

  test('a secret of the same name without our mark is reported and neither it nor its session is touched', () => {
    const router = modelRouter()
    router.addSecret({ name: 'user1', password: 'theirs', comment: 'the boss' })
    router.dial('user1')
    const before = router.observe()
    const [plan] = settle(router, [line(1, { state: 'off' }), line(2)])
    expect(plan?.standings.get(1n)).toMatchObject({ kind: 'blocked', by: 'foreign_same_name' })
    expect(router.secret('user1')).toEqual(before.secrets[0])
    expect(router.isOnline('user1')).toBe(true)
    expect(router.secret('user2')).toBeDefined()
  })

  test('it is taken over, its comment kept, only where a person has said so', () => {
    const router = modelRouter()
    router.addSecret({ name: 'user1', password: 'word1', profile: 'home-10', comment: 'flat 3' })
    settle(router, [line(1, { mayAdopt: true })])
    expect(router.secret('user1')?.comment).toBe('lastmile:1:00000001 flat 3')
  })

  test('three thousand foreign secrets are counted and none is part of any operation', () => {
    const router = modelRouter()
    for (let n = 0; n < 3000; n += 1) router.addSecret({ name: `old${n}`, comment: n % 3 === 0 ? '' : `lastmile of the street ${n}` })
    const plan = planRouter([line(1)], router.observe(), rules())
    expect(plan.matched.foreign).toHaveLength(3000)
    expect(plan.ops.map(({ kind }) => kind)).toEqual(['make_profile', 'add_secret'])
  })

  test('a second secret of a line is switched off and told of', () => {
    const router = modelRouter()
    settle(router, [line(1)])
    router.addSecret({ ...router.secret('user1'), name: 'user1' })
    const [plan] = settle(router, [line(1)])
    expect([...(plan?.matched.duplicates ?? [])]).toEqual(['user1'])
    expect(router.observe().secrets.map(({ isDisabled }) => isDisabled)).toEqual([false, true])
  })

  test('a secret of ours whose line has moved to another router is switched off and its session ended', () => {
    const router = modelRouter()
    settle(router, [line(1), line(2)])
    router.dial('user2')
    settle(router, [line(1)])
    expect(router.secret('user2')?.isDisabled).toBe(true)
    expect(router.isOnline('user2')).toBe(false)
  })

  test('a profile that somebody made is used as it is; one made here is kept right', () => {
    const router = modelRouter()
    router.addProfile({ name: 'home-10', rateLimit: null })
    settle(router, [line(1), line(2, { profile: 'gold' })])
    router.editProfile('gold', { addressList: 'oops' })
    settle(router, [line(1), line(2, { profile: 'gold', speeds: { uploadKbps: 5000, downloadKbps: 5000 } })])
    expect(router.profile('home-10')?.rateLimit).toBeNull()
    expect(router.profile('gold')).toMatchObject({ addressList: '', rateLimit: { rate: { up: 5_000_000, down: 5_000_000 } } })
  })
})

describe('E4: guards', () => {
  const many = (count: number, changes: Partial<DesiredLine> = {}) => Array.from({ length: count }, (_, n) => line(n + 1, { wasSeen: true, ...changes }))

  test('a router that gives no secret where some are known changes nothing', () => {
    expect(planRouter(many(30), modelRouter().observe(), rules())).toMatchObject({ ops: [], hold: { kind: 'empty', changes: 30 } })
  })

  test('a print that stops early changes nothing, and a secret deleted by hand is written again', () => {
    const router = modelRouter()
    settle(router, many(30, { wasSeen: false }))
    const observed = router.observe()
    const cut = { ...observed, secrets: observed.secrets.slice(0, 20) }
    expect(planRouter(many(30), cut, rules())).toMatchObject({ ops: [], hold: { kind: 'truncated', changes: 10, limit: 6 } })
    const one = { ...observed, secrets: observed.secrets.slice(1) }
    expect(planRouter(many(30), one, rules())).toMatchObject({ ops: [{ kind: 'add_secret', subscriptionId: 1n }], hold: null })
  })

  test('cutting more than the set share is held, giving service back and new lines are not', () => {
    const router = modelRouter()
    settle(router, many(40, { wasSeen: false }))
    settle(router, [...many(40).slice(0, 39), line(40, { state: 'off', wasSeen: true })])
    const wanted = [...many(40).map((one, n) => (n < 9 ? { ...one, state: 'off' as const } : one)), line(41)]
    const plan = planRouter(wanted, router.observe(), rules())
    expect(plan.hold).toEqual({ kind: 'too_many', changes: 9, limit: 8 })
    expect(plan.ops).toMatchObject([
      { kind: 'add_secret', subscriptionId: 41n },
      { kind: 'set_secrets', targets: [{ name: 'user40' }], values: { isDisabled: false } },
    ])
    expect(plan.standings.get(1n)).toMatchObject({ kind: 'held' })
    const released = planRouter(wanted, router.observe(), rules({ releasedChanges: 9 }))
    expect(released.hold).toBeNull()
    expect(released.ops.find(({ kind }) => kind === 'disable_secrets')).toMatchObject({ targets: { length: 9 } })
  })
})

test('E7: a router that numbers its rows anew is matched by mark and name, and nothing is written', () => {
  const router = modelRouter()
  const lines = [line(1), line(2), line(3, { state: 'off', wasSeen: true })]
  settle(router, [line(1), line(2), line(3)])
  settle(router, lines)
  router.renumber()
  expect(planRouter(lines, router.observe(), rules()).ops).toEqual([])
})

test('E7: a line that was renamed keeps its secret, which gets the new name', () => {
  const router = modelRouter()
  settle(router, [line(1)])
  router.dial('user1')
  const { ops } = planRouter([line(1, { login: 'rahim' })], router.observe(), rules())
  expect(ops).toMatchObject([
    { kind: 'set_secrets', values: { name: 'rahim' } },
    { kind: 'end_sessions', targets: [{ name: 'user1' }] },
  ])
})

describe('E8: one value in several spellings', () => {
  const spelled = (rows: Record<string, string>[]) => rows.map((row) => new Map(Object.entries(row)))

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['as version 6 prints it', { disabled: 'false', service: 'any', 'remote-address': '10.9.0.1' }, { 'rate-limit': '10M/20M', 'only-one': 'default' }],
    ['as the console spells it', { disabled: 'no', service: 'pppoe', 'remote-address': '10.9.0.1', 'caller-id': '' }, { 'rate-limit': '10000k/20000k' }],
    [
      'with all numbers written out',
      { service: 'pppoe', 'remote-address': '10.9.0.1' },
      { 'rate-limit': '10000000/20000000 0/0 0/0 0/0 8 0/0', 'address-list': '' },
    ],
  ])('%s, the router differs in nothing', (_what, secret, profile) => {
    const observed: Observed = {
      secrets: spelled([{ '.id': '*1', name: 'user1', password: 'word1', profile: 'home-10', comment: 'lastmile:1:00000001', ...secret }]).map((row) =>
        comparedSecrets.rowOf(row),
      ),
      profiles: spelled([{ '.id': '*2', name: 'home-10', 'remote-address': 'home', comment: 'lastmile:profile', ...profile }]).map((row) =>
        profiles.rowOf(row),
      ),
      sessions: [],
    }
    const plan = planRouter([line(1, { staticIp: '10.9.0.1' })], observed, rules())
    expect(plan.ops).toEqual([])
    expect(plan.standings.get(1n)?.kind).toBe('in_sync')
  })

  test('members that are left out are read as their defaults, and a line that wants those differs in nothing', () => {
    const row = new Map([
      ['.id', '*1'],
      ['name', 'user1'],
      ['password', 'word1'],
      ['comment', 'lastmile:1:00000001'],
    ])
    const observed: Observed = {
      secrets: [comparedSecrets.rowOf(row)],
      profiles: [
        profiles.rowOf(
          new Map([
            ['.id', '*2'],
            ['name', 'default'],
          ]),
        ),
      ],
      sessions: [],
    }
    expect(planRouter([line(1, { profile: '', speeds: null })], observed, rules()).ops).toEqual([])
  })

  test('a user who may not see passwords does not make every one of them look changed', () => {
    const router = modelRouter()
    settle(router, [line(1), line(2)])
    const hidden = (observed: Observed): Observed => ({ ...observed, secrets: observed.secrets.map((secret) => ({ ...secret, password: null })) })
    expect(planRouter([line(1), line(2)], hidden(router.observe()), rules()).ops).toEqual([])
    const { ops } = planRouter([line(1, { password: 'new', stamp: 'abcdef01' }), line(2)], hidden(router.observe()), rules())
    expect(ops).toMatchObject([{ kind: 'set_secrets', targets: [{ name: 'user1' }], values: { password: 'new' } }])
  })

  test('a session that came in by a secret that is another line’s by now ends where its own line is off', () => {
    const router = modelRouter()
    settle(router, [line(1)])
    router.dial('user1')
    router.edit('user1', { name: 'user2', password: 'word2', comment: 'lastmile:2:00000002' })
    const { ops } = planRouter([line(1, { state: 'off' }), line(2)], router.observe(), rules())
    expect(ops).toMatchObject([{ kind: 'end_sessions', targets: [{ name: 'user1', subscriptionId: 1n }] }])
  })
})
