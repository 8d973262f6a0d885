import { describe, expect, test } from 'vitest'
import { placeKey, reasonOf } from '../incident.ts'
import type { Reason } from '../incident.ts'
import { isAt, judgeOutages, kindOf } from './judge-outage.ts'
import type { JudgedOnu, OpenIncident, Outage } from './judge-outage.ts'

const NOW = Temporal.Instant.from('2026-03-01T08:05:00Z')
const BEFORE = NOW.subtract({ minutes: 40 })
const rules = { windowStart: NOW.subtract({ minutes: 12 }), leastOnus: 3, leastSharePercent: 60 }

interface Facts {
  pon?: string
  boxes?: readonly number[]
  area?: number | null
  is?: 'online' | Reason
  at?: Temporal.Instant
  isTold?: boolean
}

let nextId = 1n
const onu = ({ pon = '0/1', boxes = [], area = null, is = 'online', at = NOW, isTold = false }: Facts): JudgedOnu => ({
  id: (nextId += 1n),
  pon,
  boxIds: boxes.map(BigInt),
  areaId: area === null ? null : BigInt(area),
  isOnline: is === 'online',
  reason: is === 'online' ? 'none' : is,
  droppedAt: is === 'online' ? null : at,
  isTold,
})
const many = (count: number, facts: Facts): JudgedOnu[] => Array.from({ length: count }, () => onu(facts))
const judge = (onus: readonly JudgedOnu[], open: readonly OpenIncident[] = []): Outage[] => judgeOutages(onus, open, rules)
const brief = (outages: readonly Outage[]) =>
  outages.map(({ place, kind, onuIds, incidentId, absorbs }) => ({
    at: placeKey(place),
    kind,
    count: onuIds.length,
    ...(incidentId === null ? {} : { joins: Number(incidentId) }),
    ...(absorbs.length === 0 ? {} : { absorbs: absorbs.map(Number) }),
  }))
const opened = (id: number, outage: Pick<OpenIncident, 'place' | 'kind'>, away: readonly JudgedOnu[]): OpenIncident => ({
  id: BigInt(id),
  beganAt: BEFORE,
  awayIds: away.map((each) => each.id),
  ...outage,
})

describe('what it was', () => {
  test.each([
    ['all without light', ['los', 'los', 'los'], 'fibre_cut'],
    ['all without power', ['power', 'power', 'power'], 'power_failure'],
    ['four of five without light', ['los', 'los', 'los', 'los', 'power'], 'fibre_cut'],
    ['three of four without light', ['los', 'los', 'los', 'power'], 'unknown'],
    ['half and half', ['los', 'power'], 'unknown'],
    ['nothing told', ['none', 'none', 'none'], 'unknown'],
    ['something else', ['other', 'other', 'other'], 'unknown'],
    ['nobody', [], 'unknown'],
  ] as const)('%s', (_name, reasons, kind) => expect(kindOf(reasons)).toBe(kind))

  test.each([
    [{ state: 'los', cause: null }, 'los'],
    [{ state: 'offline', cause: 'wire_down' }, 'los'],
    [{ state: 'power_off', cause: null }, 'power'],
    [{ state: 'los', cause: 'dying_gasp' }, 'power'],
    [{ state: 'power_off', cause: 'unknown' }, 'power'],
    [{ state: 'offline', cause: 'auth_fail' }, 'other'],
    [{ state: 'offline', cause: null }, 'none'],
    [{ state: 'offline', cause: 'unknown' }, 'none'],
  ] as const)('%o is %s', (told, reason) => expect(reasonOf(told)).toBe(reason))
})

describe('where it was', () => {
  test('a whole PON without light is a fibre cut of that PON', () => {
    const found = judge([...many(24, { pon: '0/3', is: 'los' }), ...many(20, { pon: '0/1' })])
    expect(brief(found)).toEqual([{ at: 'pon 0/3', kind: 'fibre_cut', count: 24 }])
    expect(found[0]?.onusOf).toBe(24)
  })

  test('a box of a PON that goes on otherwise', () =>
    expect(brief(judge([...many(8, { boxes: [7], is: 'los' }), ...many(8, { boxes: [8] }), ...many(4, {})]))).toEqual([
      { at: 'box 7', kind: 'fibre_cut', count: 8 },
    ]))

  test('a box that holds all of its PON', () =>
    expect(brief(judge([...many(8, { boxes: [7], is: 'los' }), ...many(9, { pon: '0/2' })]))).toEqual([{ at: 'box 7', kind: 'fibre_cut', count: 8 }]))

  test('a splitter above two boxes, both without light', () =>
    expect(brief(judge([...many(6, { boxes: [7, 70], is: 'los' }), ...many(6, { boxes: [8, 70], is: 'los' }), ...many(20, { boxes: [9, 90] })]))).toEqual([
      { at: 'box 70', kind: 'fibre_cut', count: 12 },
    ]))

  test('two boxes of one PON are the PON, the smallest place that holds both', () =>
    expect(brief(judge([...many(8, { boxes: [7], is: 'los' }), ...many(8, { boxes: [8], is: 'los' }), ...many(8, { boxes: [9] })]))).toEqual([
      { at: 'pon 0/1', kind: 'fibre_cut', count: 16 },
    ]))

  test('many small boxes, none of which counts by itself', () =>
    expect(brief(judge([1, 2, 3, 4, 5].flatMap((box) => many(2, { boxes: [box], is: 'los' }))))).toEqual([{ at: 'pon 0/1', kind: 'fibre_cut', count: 10 }]))

  test('one home besides the box that is down is no part of it', () =>
    expect(brief(judge([...many(20, { boxes: [7], is: 'los' }), ...many(3, { boxes: [8] }), onu({ boxes: [8], is: 'los' })]))).toEqual([
      { at: 'box 7', kind: 'fibre_cut', count: 20 },
    ]))

  test('two PONs at once while the OLT goes on are two', () =>
    expect(brief(judge([...many(8, { pon: '0/1', is: 'los' }), ...many(8, { pon: '0/2', is: 'los' }), ...many(40, { pon: '0/3' })]))).toEqual([
      { at: 'pon 0/1', kind: 'fibre_cut', count: 8 },
      { at: 'pon 0/2', kind: 'fibre_cut', count: 8 },
    ]))

  test('the whole OLT', () =>
    expect(brief(judge(['0/1', '0/2', '0/3'].flatMap((pon) => many(10, { pon, is: 'los' }))))).toEqual([{ at: 'olt', kind: 'fibre_cut', count: 30 }]))

  test('an area without power over several PONs, its neighbours with power', () =>
    expect(
      brief(
        judge([
          ...many(6, { pon: '0/1', area: 4, is: 'power' }),
          ...many(6, { pon: '0/2', area: 4, is: 'power' }),
          ...many(30, { pon: '0/1', area: 5 }),
          ...many(30, { pon: '0/2', area: 5 }),
        ]),
      ),
    ).toEqual([{ at: 'area 4', kind: 'power_failure', count: 12 }]))

  test('an area on one PON is told by its PON or box', () =>
    expect(brief(judge([...many(6, { pon: '0/1', area: 4, is: 'power' }), ...many(9, { pon: '0/2', area: 5 })]))).toEqual([
      { at: 'pon 0/1', kind: 'power_failure', count: 6 },
    ]))

  test('light lost in an area over several PONs is no area’s: fibres run by PON', () =>
    expect(
      brief(judge([...many(6, { pon: '0/1', area: 4, is: 'los' }), ...many(6, { pon: '0/2', area: 4, is: 'los' }), ...many(30, { pon: '0/3' })])).map(
        ({ at }) => at,
      ),
    ).toEqual(['pon 0/1', 'pon 0/2']))

  test('several areas without power are the whole OLT', () =>
    expect(brief(judge([4, 5].flatMap((area) => ['0/1', '0/2'].flatMap((pon) => many(5, { pon, area, is: 'power' })))))).toEqual([
      { at: 'olt', kind: 'power_failure', count: 20 },
    ]))

  test('a fibre cut and an area without power at the same time', () =>
    expect(
      brief(
        judge([
          ...many(5, { pon: '0/1', area: 4, is: 'power' }),
          ...many(5, { pon: '0/2', area: 4, is: 'power' }),
          ...many(9, { pon: '0/3', is: 'los' }),
          ...many(60, { pon: '0/1', area: 6 }),
        ]),
      ),
    ).toEqual([
      { at: 'area 4', kind: 'power_failure', count: 10 },
      { at: 'pon 0/3', kind: 'fibre_cut', count: 9 },
    ]))
})

describe('what is no incident', () => {
  test.each([
    ['two homes', many(2, { is: 'los' })],
    ['less than the share', [...many(5, { is: 'los' }), ...many(5, {})]],
    ['what went away long ago', many(9, { is: 'los', at: BEFORE })],
    ['what was never online', many(9, { is: 'los' }).map((each) => ({ ...each, droppedAt: null }))],
    ['nobody away', many(50, {})],
    ['what is told already', many(9, { is: 'los', isTold: true })],
    ['no ONUs at all', []],
  ])('%s', (_name, onus) => expect(judge(onus)).toEqual([]))

  test('exactly the share and the least count', () =>
    expect(brief(judge([...many(3, { is: 'los' }), ...many(2, {})]))).toEqual([{ at: 'pon 0/1', kind: 'fibre_cut', count: 3 }]))

  test('homes that were away before do not stand in the way of the share', () =>
    expect(brief(judge([...many(4, { is: 'los' }), ...many(30, { is: 'power', at: BEFORE })]))).toEqual([{ at: 'pon 0/1', kind: 'fibre_cut', count: 4 }]))
})

describe('an open incident', () => {
  const box = { node: 'box', boxId: 7n, pon: '0/1' } as const

  test('takes in who goes away later at its place for a reason that fits', () => {
    const away = many(8, { boxes: [7], is: 'los', at: BEFORE, isTold: true })
    const late = [...many(1, { boxes: [7], is: 'los' }), ...many(1, { boxes: [7], is: 'none' })]
    const home = onu({ boxes: [7], is: 'power' })
    const found = judge([...away, ...late, home, ...many(6, { boxes: [7] }), ...many(30, {})], [opened(1, { place: box, kind: 'fibre_cut' }, away)])
    expect(found).toMatchObject([{ incidentId: 1n, place: box, onuIds: late.map(({ id }) => id), absorbs: [], onusOf: null }])
  })

  test('grows from its box to the PON, and from the PON to the OLT', () => {
    const away = many(8, { boxes: [7], is: 'los', isTold: true })
    const rest = many(16, { boxes: [8], is: 'los' })
    const others = many(40, { pon: '0/2' })
    expect(brief(judge([...away, ...rest, ...others], [opened(1, { place: box, kind: 'fibre_cut' }, away)]))).toEqual([
      { at: 'pon 0/1', kind: 'fibre_cut', count: 16, joins: 1 },
    ])
    const pon = opened(1, { place: { node: 'pon', pon: '0/1' }, kind: 'fibre_cut' }, [...away, ...rest])
    const told = [...away, ...rest].map((each) => ({ ...each, isTold: true }))
    expect(brief(judge([...told, ...many(40, { pon: '0/2', is: 'los' })], [pon]))).toEqual([{ at: 'olt', kind: 'fibre_cut', count: 40, joins: 1 }])
  })

  test('takes others into itself that are parts of what it has become; what joins them joins it', () => {
    const first = many(8, { boxes: [7], is: 'los', isTold: true })
    const second = many(8, { boxes: [8], is: 'los', isTold: true })
    const late = onu({ boxes: [8], is: 'los' })
    const rest = many(9, { boxes: [9], is: 'los' })
    const found = judge(
      [...first, ...second, late, ...rest, ...many(50, { pon: '0/2' })],
      [opened(2, { place: { node: 'box', boxId: 8n, pon: '0/1' }, kind: 'fibre_cut' }, second), opened(1, { place: box, kind: 'fibre_cut' }, first)],
    )
    expect(brief(found)).toEqual([{ at: 'pon 0/1', kind: 'fibre_cut', count: 10, joins: 1, absorbs: [2] }])
    expect(found[0]?.onuIds).toContain(late.id)
  })

  test('of another kind stays by itself', () => {
    const dark = many(8, { boxes: [7], is: 'power', isTold: true })
    const cut = many(16, { boxes: [8], is: 'los' })
    expect(brief(judge([...dark, ...cut, ...many(3, {})], [opened(1, { place: box, kind: 'power_failure' }, dark)]))).toEqual([
      { at: 'box 8', kind: 'fibre_cut', count: 16 },
    ])
  })

  test('at the same place takes in what counts there, whatever it is: a place has one', () => {
    const dark = many(8, { is: 'power', at: BEFORE, isTold: true })
    const cut = many(9, { is: 'los' })
    expect(
      brief(judge([...dark, ...cut, ...many(30, { pon: '0/2' })], [opened(1, { place: { node: 'pon', pon: '0/1' }, kind: 'power_failure' }, dark)])),
    ).toEqual([{ at: 'pon 0/1', kind: 'power_failure', count: 9, joins: 1 }])
  })

  test('that an OLT did not answer has nothing to do with who goes away', () => {
    const away = many(9, { is: 'los' })
    expect(brief(judge([...away, ...many(30, { pon: '0/2' })], [opened(1, { place: { node: 'olt' }, kind: 'olt_unreachable' }, [])]))).toEqual([
      { at: 'pon 0/1', kind: 'fibre_cut', count: 9 },
    ])
  })
})

describe('whatever happens', () => {
  const REASONS: readonly Reason[] = ['los', 'los', 'los', 'power', 'power', 'none', 'other']

  /** A small generator of its own, so that a failure can be repeated by its seed. */
  function random(seed: number) {
    let state = seed + 1
    const next = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 4_294_967_296) * below)
    }
    return { next, pick: <T>(from: readonly T[]): T => from[next(from.length)] as T }
  }

  test('nobody is away in two open incidents, a place has one at most, and the order of what comes in does not matter', () => {
    for (let seed = 0; seed < 150; seed += 1) {
      const { next, pick } = random(seed)
      let onus = Array.from({ length: 10 + next(60) }, () => {
        const pon = pick(['0/1', '0/2', '0/3'])
        const box = pick([null, 1, 2, 3])
        const n = Number(pon.slice(-1))
        return onu({ pon, boxes: box === null ? [] : box === 3 ? [n * 10 + box] : [n * 10 + box, n * 100], area: pick([null, 1, 2]) })
      })
      let open: (OpenIncident & { onus: number })[] = []
      let made = 0n
      for (let minute = 0; minute < 60; minute += 5) {
        const at = NOW.add({ minutes: minute })
        const struck = { pon: pick(['0/1', '0/2', '0/3', null]), box: pick([11, 12, 21, null, null]), share: next(11), reason: pick(REASONS) }
        onus = onus.map((each) => {
          const isStruck = (struck.pon === null || each.pon === struck.pon) && (struck.box === null || each.boxIds.includes(BigInt(struck.box)))
          if (each.isOnline && isStruck && next(10) < struck.share)
            return { ...each, isOnline: false, droppedAt: at, reason: next(5) === 0 ? pick(REASONS) : struck.reason }
          return !each.isOnline && next(8) === 0 ? { ...each, isOnline: true, droppedAt: null, isTold: false, reason: 'none' as const } : each
        })
        const away = new Set(onus.filter(({ isOnline }) => !isOnline).map(({ id }) => id))
        open = open.map((incident) => ({ ...incident, awayIds: incident.awayIds.filter((id) => away.has(id)) }))
        const now = { ...rules, windowStart: at.subtract({ minutes: 12 }) }
        const found = judgeOutages(onus, open, now)
        const shuffled = onus.toSorted((a, b) => Number((a.id * 7919n) % 101n) - Number((b.id * 7919n) % 101n))
        expect(judgeOutages(shuffled, open.toReversed(), now), `seed ${seed}`).toEqual(found)

        for (const { incidentId, place, kind, onuIds, absorbs } of found) {
          const grown = open.find(({ id }) => id === incidentId)
          const parts = open.filter(({ id }) => absorbs.includes(id))
          const awayIds = [...onuIds, ...(grown?.awayIds ?? []), ...parts.flatMap((part) => part.awayIds)]
          for (const id of onuIds) expect(isAt(onus.find((each) => each.id === id) as JudgedOnu, place), `seed ${seed}`).toBe(true)
          const merged = {
            id: incidentId ?? (made += 1n),
            place,
            kind,
            beganAt: grown?.beganAt ?? at,
            awayIds,
            onus: Math.max(grown?.onus ?? 0, awayIds.length),
          }
          open = [...open.filter(({ id }) => id !== incidentId && !absorbs.includes(id)), merged]
        }
        const told = open.flatMap(({ awayIds }) => awayIds)
        expect(new Set(told).size, `seed ${seed}`).toBe(told.length)
        const places = open.map(({ place }) => placeKey(place))
        expect(new Set(places).size, `seed ${seed}: ${places.join()}`).toBe(places.length)
        // Nothing follows from the same poll a second time.
        const isTold = new Set(told)
        onus = onus.map((each) => ({ ...each, isTold: each.isTold || isTold.has(each.id) }))
        expect(judgeOutages(onus, open, now), `seed ${seed}`).toEqual([])
        open = open.filter(({ awayIds, onus: of }) => awayIds.length * 2 > of)
      }
    }
  })
})
