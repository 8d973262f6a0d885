import { describe, expect, test } from 'vitest'
import { settableClock } from '../../server/kernel/clock.ts'
import { testDatabase } from '../../server/testing/database.ts'
import type { EventBody, Script, ScriptEvent } from '../oracle/script.ts'
import { POLICIES, VAT_RATES, VERSIONS } from './catalogue.ts'
import { playBoth } from './play-both.ts'

// Each of these once came out differently from what docs/BILLING.md says; the smallest script that showed it is kept.

type Moment = readonly [at: string, event: EventBody]

const client = (at: string): Moment => [at, { kind: 'client', client: 'c', isVatExempt: false, vatRate: null }]

interface Line {
  readonly nth?: number
  readonly package: string
  readonly policy: string
  readonly startsOn: string
  readonly anchor?: number
  readonly discountBp?: number
}

const line = ({ nth = 1, package: name, policy, startsOn, anchor = 1, discountBp = 0 }: Line): Moment => [
  `${startsOn}T06:00:00Z`,
  {
    kind: 'subscribe',
    client: 'c',
    subscription: `c/${nth}`,
    mode: ['days30', 'days7', 'month1', 'quarter'].includes(name) ? 'prepaid' : 'postpaid',
    anchor,
    policy,
    startsOn,
    package: name,
    priceOverride: null,
    discountBp,
    discountMinor: 0,
  },
]

const addon = (at: string, endsOn: string | null): Moment => [
  at,
  {
    kind: 'charge',
    client: 'c',
    subscription: 'c/1',
    item: 'addon',
    quantityMilli: 1000,
    unitPrice: 10_000,
    vatRate: null,
    vatInclusive: false,
    startsOn: at.slice(0, 10),
    endsOn,
  },
]

const renewal = (at: string, payment: string, facts: { nth?: number; cycles: number; amount: number }): Moment => [
  at,
  { kind: 'renewal', payment, subscription: `c/${facts.nth ?? 1}`, cycles: facts.cycles, method: 'cash', amount: facts.amount },
]

const run = (month: string): Moment => [`${month}-01T02:00:00Z`, { kind: 'run', month }]

const STORIES: Readonly<Record<string, { readonly moments: readonly Moment[]; readonly vatRounding?: 'invoice' }>> = {
  'the value of a prepaid line is converted whatever the refund policy': {
    moments: [
      client('2024-01-10T05:00:00Z'),
      line({ package: 'days7', policy: 'strict', startsOn: '2024-01-10' }),
      renewal('2024-01-10T07:00:00Z', 'p1', { cycles: 1, amount: 14_000 }),
      ['2024-01-12T07:00:00Z', { kind: 'change_package', subscription: 'c/1', package: 'days30', policy: 'now' }],
    ],
  },
  'the lines of a renewal stand in order of their charges': {
    moments: [
      client('2024-01-10T05:00:00Z'),
      line({ package: 'days7', policy: 'plain', startsOn: '2024-01-10' }),
      addon('2024-01-10T06:30:00Z', null),
      renewal('2024-01-10T07:00:00Z', 'p1', { cycles: 1, amount: 24_000 }),
      ['2024-01-12T07:00:00Z', { kind: 'change_package', subscription: 'c/1', package: 'days30', policy: 'now' }],
      renewal('2024-02-20T07:00:00Z', 'p2', { cycles: 1, amount: 90_000 }),
    ],
  },
  'a pause whose days are charged leaves unused days unused': {
    moments: [
      client('2024-01-01T05:00:00Z'),
      line({ package: 'home20', policy: 'patient', startsOn: '2024-01-01' }),
      run('2024-02'),
      ['2024-02-05T07:00:00Z', { kind: 'pause', subscription: 'c/1', startsOn: '2024-02-12', endsOn: '2024-02-20' }],
      ['2024-02-10T07:00:00Z', { kind: 'leave', subscription: 'c/1' }],
    ],
  },
  'prepaid cycles that are free of charge cover their days, also beside a paid add-on': {
    moments: [
      client('2024-01-10T05:00:00Z'),
      line({ package: 'days7', policy: 'plain', startsOn: '2024-01-10', discountBp: 10_000 }),
      addon('2024-01-10T06:30:00Z', null),
      renewal('2024-01-10T07:00:00Z', 'p1', { cycles: 2, amount: 5_000 }),
    ],
  },
  'cycles that fall under another validity are counted anew': {
    moments: [
      client('2024-01-29T05:00:00Z'),
      line({ package: 'days7', policy: 'patient', startsOn: '2024-01-29' }),
      [
        '2024-01-29T07:00:00Z',
        { kind: 'terms', subscription: 'c/1', startsOn: '2024-02-10', endsOn: null, package: 'month1', priceOverride: null, discountBp: 0, discountMinor: 0 },
      ],
      renewal('2024-01-29T08:00:00Z', 'p1', { cycles: 4, amount: 200_000 }),
    ],
  },
  'down and up on one day comes to nothing, also where the policy gives nothing back': {
    moments: [
      client('2024-01-20T05:00:00Z'),
      line({ package: 'home100', policy: 'strict', startsOn: '2024-01-20', anchor: 20 }),
      run('2024-02'),
      ['2024-02-05T07:00:00Z', { kind: 'change_package', subscription: 'c/1', package: 'village', policy: 'now' }],
      ['2024-02-05T08:00:00Z', { kind: 'change_package', subscription: 'c/1', package: 'home100', policy: 'now' }],
    ],
  },
  'what is billed back on one day keeps the VAT rate it was billed at': {
    moments: [
      client('2024-06-01T05:00:00Z'),
      line({ package: 'home20', policy: 'plain', startsOn: '2024-06-01', anchor: 20 }),
      ['2024-06-02T02:00:00Z', { kind: 'run', month: '2024-06' }],
      ['2024-07-02T07:00:00Z', { kind: 'change_package', subscription: 'c/1', package: 'home50', policy: 'now' }],
      ['2024-07-02T08:00:00Z', { kind: 'change_package', subscription: 'c/1', package: 'home20', policy: 'now' }],
    ],
  },
  'VAT is rounded once for two periods of one charge': {
    vatRounding: 'invoice',
    moments: [
      client('2024-01-06T05:00:00Z'),
      line({ package: 'home50', policy: 'plain', startsOn: '2024-01-06', anchor: 21 }),
      run('2024-02'),
      ['2024-02-05T07:00:00Z', { kind: 'void', invoice: { client: 'c', nth: 1 } }],
      ['2024-02-06T07:00:00Z', { kind: 'run', month: '2024-01' }],
    ],
  },
  'an add-on billed to its own end is given back on leaving': {
    moments: [
      client('2024-01-01T05:00:00Z'),
      line({ package: 'home20', policy: 'plain', startsOn: '2024-01-01' }),
      addon('2024-01-01T06:30:00Z', '2024-02-20'),
      run('2024-02'),
      ['2024-02-10T07:00:00Z', { kind: 'leave', subscription: 'c/1' }],
    ],
  },
  'cover that was free of charge ends with the line': {
    moments: [
      client('2024-01-10T05:00:00Z'),
      line({ package: 'days7', policy: 'plain', startsOn: '2024-01-10', discountBp: 10_000 }),
      addon('2024-01-10T06:30:00Z', null),
      renewal('2024-01-10T07:00:00Z', 'p1', { cycles: 2, amount: 5_000 }),
      ['2024-01-12T07:00:00Z', { kind: 'leave', subscription: 'c/1' }],
    ],
  },
  'writing a renewal off gives no cover': {
    moments: [
      client('2024-01-10T05:00:00Z'),
      line({ package: 'days7', policy: 'plain', startsOn: '2024-01-10' }),
      renewal('2024-01-10T07:00:00Z', 'p1', { cycles: 1, amount: 5_000 }),
      ['2024-01-12T07:00:00Z', { kind: 'write_off', invoice: { client: 'c', nth: 1 } }],
    ],
  },
  'credit that a run applies to an older renewal gives its cover': {
    moments: [
      client('2024-01-10T05:00:00Z'),
      line({ package: 'days7', policy: 'plain', startsOn: '2024-01-10' }),
      line({ nth: 2, package: 'home20', policy: 'plain', startsOn: '2024-01-11' }),
      renewal('2024-01-12T07:00:00Z', 'p1', { cycles: 1, amount: 5_000 }),
      ['2024-01-13T07:00:00Z', { kind: 'payment', payment: 'p2', client: 'c', method: 'cash', amount: 90_000, valueOn: '2024-01-13', chosen: [] }],
      run('2024-02'),
    ],
  },
}

describe('what once differed from the rules', () => {
  for (const [name, { moments, vatRounding = 'line' }] of Object.entries(STORIES)) {
    test(name, async () => {
      const events: ScriptEvent[] = moments.map(([at, event]) => ({ ...event, at }))
      const zone = { utcOffsetHours: 6, zone: 'Asia/Dhaka', fiscalYearStartMonth: 7 }
      const script: Script = { name, seed: 0, ...zone, vatRounding, vatRates: VAT_RATES, policies: POLICIES, versions: VERSIONS, events }
      const clock = settableClock('2023-12-31T00:00:00Z')
      expect(await playBoth(await testDatabase({ clock }), clock, script)).toMatchObject({ events: events.length })
    })
  }
})
