import { describe, expect, test } from 'vitest'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import type { Facts, OnuFacts } from './facts.ts'
import { sayVerdict } from './say-verdict.ts'
import { VERDICTS, verdictOf } from './verdict.ts'
import type { VerdictCode } from './verdict.ts'

const NOW = Temporal.Instant.from('2026-03-01T09:00:00Z')
const ago = (minutes: number) => NOW.subtract({ minutes })

const account: Facts['account'] = { state: 'active', reasons: [], overdue_minor: toMinor(0), overdue_count: 0, expires_on: null, is_fibre: true }
const access: NonNullable<Facts['access']> = {
  router_name: 'Core 1',
  login: 'rahim',
  desired_on: true,
  in_sync: true,
  reason: null,
  said: null,
  since: ago(60),
  wanted_at: ago(600),
  observed_at: ago(30),
}
const offline: Facts['session'] = {
  is_online: false,
  started_at: ago(600),
  ended_at: ago(20),
  heard_at: ago(20),
  terminate_cause: 'Lost-Carrier',
  address: null,
  caller_id: null,
  looked_at: ago(2),
  refused: null,
}
/** Before and after the last session ended. */
const [refusedBefore, refusedSince] = [ago(21), ago(3)].map((at) => ({ session: { ...offline, refused: { since: ago(30), at } } })) as [
  Partial<Facts>,
  Partial<Facts>,
]
const online: Facts['session'] = { ...offline, is_online: true, ended_at: null, terminate_cause: null, heard_at: ago(1) }
const onu: OnuFacts = {
  id: 1n,
  serial: 'VSOL00000001',
  mac: null,
  olt_id: 1n,
  olt_name: 'Mirpur OLT',
  branch_name: 'Mirpur',
  pon: '0/3',
  onu_index: 4,
  box_name: 'Box 12',
  box_port: 2,
  is_present: true,
  state: 'online',
  cause: null,
  since: ago(55),
}
const olt: NonNullable<Facts['olt']> = { is_silent: false, seen_at: ago(3), completed_at: ago(3), is_last_complete: true }
const light: NonNullable<Facts['light']> = {
  level: 'good',
  rx_dbm: -21.4,
  olt_rx_dbm: null,
  measured_at: ago(10),
  weak_dbm: -26,
  critical_dbm: -28,
  week_change_db: null,
  days: [],
}
const some = (others: number, away: number) => ({ others, away, los: away, power_off: 0 })
const incident: NonNullable<Facts['incident']> = {
  onu_id: 1n,
  incident_id: 9n,
  kind: 'fibre_cut',
  node: 'pon',
  pon: '0/3',
  box_name: null,
  area_name: null,
  olt_name: 'Mirpur OLT',
  began_at: Temporal.Instant.from('2026-03-01T08:05:00Z'),
  onus: 24,
  onus_back: 0,
  down_at: ago(55),
}
const healthy: Facts = { account, access, session: offline, sees_fibre: true, onu, olt, light, on_pon: some(30, 0), in_box: some(7, 0), incident: null }
const away = (state: string, cause: string | null = null): Partial<Facts> => ({ onu: { ...onu, state, cause } })
const behind = (reason: string, said: string | null = null): Partial<Facts> => ({ access: { ...access, in_sync: false, reason, said } })

const cable: Partial<Facts> = { account: { ...account, is_fibre: false }, onu: null, olt: null, light: null }

const cases: readonly (readonly [string, Partial<Facts>, VerdictCode])[] = [
  ['has left', { account: { ...account, state: 'left', reasons: ['left'] } }, 'left'],
  ['was never connected', { account: { ...account, state: 'pending' } }, 'pending'],
  ['unpaid and cut', { account: { ...account, state: 'suspended', reasons: ['billing'], overdue_minor: toMinor(150_000), overdue_count: 2 } }, 'unpaid'],
  ['unpaid and cut, whatever its ONU does', { account: { ...account, reasons: ['billing'] }, ...away('los') }, 'unpaid'],
  ['cover that has ended', { account: { ...account, state: 'expired', reasons: ['expired', 'billing'], expires_on: date('2026-02-28') } }, 'expired'],
  ['on vacation', { account: { ...account, reasons: ['vacation'] } }, 'paused'],
  ['switched off by hand', { account: { ...account, reasons: ['abuse'] } }, 'blocked'],
  ['online', { session: online }, 'fine'],
  ['online without an ONU known', { session: online, onu: null, olt: null, light: null }, 'fine'],
  ['online with data of its ONU that are old', { session: online, olt: { ...olt, completed_at: ago(500) } }, 'fine'],
  ['online by weak light', { session: online, light: { ...light, level: 'weak', rx_dbm: -27 } }, 'light_weak_online'],
  ['online by too much light', { session: online, light: { ...light, level: 'too_strong', rx_dbm: -5 } }, 'light_too_strong'],
  ['online by another profile than wanted', { session: online, ...behind('profile_differs') }, 'router_behind'],
  ['online and the router about to be told', { session: online, ...behind('on_its_way') }, 'fine'],
  ['behind a fibre that was cut after its session was last heard of', { session: { ...online, heard_at: ago(56) }, ...away('los'), incident }, 'fibre_cut'],
  ['alone without light since its session was last heard of', { session: { ...online, heard_at: ago(56) }, ...away('los') }, 'no_light'],
  ['online by a session heard of after its ONU was taken to be away', { session: online, ...away('los') }, 'fine'],
  ['behind a cut fibre', { ...away('los'), incident }, 'fibre_cut'],
  [
    'in an area without power',
    { ...away('power_off'), incident: { ...incident, kind: 'power_failure', node: 'area', area_name: 'Uttara 4' } },
    'power_failure',
  ],
  ['in an outage of which nobody knows the reason', { ...away('offline'), incident: { ...incident, kind: 'unknown' } }, 'outage'],
  ['behind an OLT that does not answer', { ...away('online'), olt: { ...olt, is_silent: true } }, 'olt_silent'],
  ['whose data are too old', { ...away('los'), olt: { ...olt, completed_at: ago(16) } }, 'data_too_old'],
  ['whose OLT was never polled', { ...away('los'), olt: { ...olt, completed_at: null } }, 'data_too_old'],
  ['without an ONU', { onu: null, olt: null, light: null }, 'not_linked'],
  ['without an ONU, refused by its router', { onu: null, olt: null, light: null, ...behind('no_password') }, 'router_refuses'],
  ['by cable, without an ONU', cable, 'no_session'],
  ['whose ONU is not listed', { onu: { ...onu, is_present: false, state: 'offline' } }, 'onu_gone'],
  ['whose ONU is switched off on the OLT', away('disabled'), 'onu_disabled'],
  ['whose ONU the OLT says nothing of', away('unknown'), 'onu_unknown'],
  ['away with most of its box', { ...away('los'), in_box: some(7, 6) }, 'neighbours_away'],
  ['away with most of its PON', { ...away('los'), in_box: null, on_pon: some(30, 20) }, 'neighbours_away'],
  ['away with two of three neighbours, too few to tell', { ...away('los'), in_box: some(3, 2) }, 'no_light'],
  ['alone without power', away('offline', 'dying_gasp'), 'no_power'],
  ['alone without light', away('los'), 'no_light'],
  ['alone without light by an EPON', away('offline', 'wire_down'), 'no_light'],
  ['alone away for no reason told', away('offline'), 'onu_away'],
  ['by light that is too weak', { light: { ...light, level: 'critical', rx_dbm: -31.2 } }, 'light_critical'],
  ['that its router does not let in', behind('refused', 'no such profile'), 'router_refuses'],
  ['whose ONU is online and nobody dials', {}, 'no_session'],
  ['that dials in with a wrong password', refusedSince, 'wrong_password'],
  ['that dialled in with a wrong password before it was online', refusedBefore, 'no_session'],
  ['whose password was set after it was refused', { ...refusedSince, access: { ...access, wanted_at: ago(2) } }, 'no_session'],
  ['without an ONU, that dials in with a wrong password', { ...refusedSince, onu: null, olt: null, light: null }, 'wrong_password'],
  ['with a wrong password and data of its ONU that are old', { ...refusedSince, olt: { ...olt, completed_at: ago(500) } }, 'wrong_password'],
  ['refused before, whose fibre is cut', { ...refusedSince, ...away('los') }, 'no_light'],
  ['whose ONU came up after its router was looked at', { session: { ...offline, looked_at: ago(56) } }, 'not_looked_since'],
  ['let in after its router was looked at, without a fibre', { ...cable, access: { ...access, wanted_at: ago(1) } }, 'not_looked_since'],
  ['that no router carries', { ...cable, access: null, session: { ...offline, looked_at: null } }, 'no_session'],
  ['away, for a reader who may not see the fibre', { ...away('los'), sees_fibre: false, onu: null, olt: null, light: null }, 'no_session'],
]

describe('a line', () => {
  test.each(cases)('%s', (_name, facts, code) => {
    const verdict = verdictOf({ ...healthy, ...facts }, { now: NOW, tooOldMinutes: 15 })
    expect(verdict.code).toBe(code)
    if (code !== 'data_too_old') expect(verdict.dataFrom).not.toBeNull()
  })

  test('each verdict comes about', () => expect(VERDICTS.filter((code) => !cases.some(([, , wanted]) => wanted === code))).toEqual([]))

  test('each verdict is said in both languages with all that it names', () => {
    for (const [name, given] of cases) {
      const facts = { ...healthy, ...given }
      const said = sayVerdict(verdictOf(facts, { now: NOW, tooOldMinutes: 15 }), facts, { now: NOW, zone: 'Asia/Dhaka', currency: 'BDT' })
      for (const text of [said.says_en, said.next_en, said.says_bn, said.next_bn]) expect(text, name).toMatch(/[.।]$/)
      expect(`${said.says_en}${said.says_bn}`, name).not.toMatch(/undefined|null|NaN/)
      expect(said.says_bn, name).toMatch(/[ঀ-৿]/)
    }
  })
})

test('the words name place, number and time', () => {
  const say = (given: Partial<Facts>) => {
    const facts = { ...healthy, ...given }
    return sayVerdict(verdictOf(facts, { now: NOW, tooOldMinutes: 15 }), facts, { now: NOW, zone: 'Asia/Dhaka', currency: 'BDT' })
  }
  expect(say({ ...away('los'), incident })).toMatchObject({
    says_en: 'A fibre is cut at Mirpur OLT PON 0/3, with 23 others, since 14:05.',
    says_bn: 'Mirpur OLT PON 0/3-এ ফাইবার কাটা, আরও ২৩ জনসহ, ১৪:০৫ থেকে।',
    who: 'network',
  })
  expect(say({ light: { ...light, level: 'critical', rx_dbm: -31.2 } }).says_en).toBe('The light is too weak: -31.2 dBm (limit -28).')
  expect(say({ ...away('offline', 'dying_gasp') }).says_en).toBe('Only this home is without power at its ONU, since 14:05.')
  expect(say({}).says_en).toBe('The way to the home is fine as far as is known, but nobody dials in; the last session ended 14:40 (Lost-Carrier).')
})
