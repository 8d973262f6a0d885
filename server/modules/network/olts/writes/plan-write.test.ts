import { expect, test } from 'vitest'
import { olts, planReplacement, planWrite, readOnlyLine, writeCapabilities, WRITE_VERBS } from '../index.ts'
import type { OltProfile } from '../drivers/profile.ts'
import { findProfile } from '../drivers/list.ts'
import type { WriteWish } from './parameters.ts'
import type { Planned } from './plan-write.ts'

const profileOf = (id: string): OltProfile => {
  const profile = findProfile(id)
  if (profile === null) throw new Error(`There is no profile ${id}`)
  return profile
}
const linesOf = (planned: Planned): string[] =>
  planned.kind === 'plan' ? planned.lines.map(({ mode, text }) => `${mode}: ${text}`) : [`impossible: ${planned.why}`]
const why = (planned: Planned): string => (planned.kind === 'plan' ? `possible: ${linesOf(planned).join('; ')}` : planned.why)

test('what would be typed is known before: an ONU is authorised with its VLAN in the words of its maker', () => {
  const huawei = planWrite(profileOf('huawei'), 'authorise', {
    pon: '0/1/3',
    onu: 7,
    serial: 'HWTC-5F593DA5',
    lineProfile: '10',
    serviceProfile: '20',
    vlan: 210,
    description: 'Karim Store (2nd floor)',
  })
  expect(linesOf(huawei)).toEqual([
    'gpon: ont add 3 7 sn-auth 485754435F593DA5 omci ont-lineprofile-id 10 ont-srvprofile-id 20 desc "Karim Store (2nd floor)"',
    'gpon: ont port native-vlan 3 7 eth 1 vlan 210 priority 0',
    'config: service-port vlan 210 gpon 0/1/3 ont 7 gemport 1 multi-service user-vlan 210 tag-transform translate',
  ])
  expect(huawei).toMatchObject({
    verified: null,
    danger: false,
    save: [{ text: 'save' }],
    readBack: { want: { kind: 'registered' } },
    identity: { serial: 'HWTC5F593DA5' },
  })
  const zte = planWrite(profileOf('zte-c300'), 'authorise', {
    pon: '1/2/1',
    onu: 3,
    serial: 'ZTEGCD7D2FD6',
    serviceProfile: 'F660',
    lineProfile: 'UP-20M',
    vlan: 30,
    lineMode: 'router',
  })
  expect(linesOf(zte)).toEqual([
    'olt: onu 3 type F660 sn ZTEGCD7D2FD6',
    'onu: tcont 1 profile UP-20M',
    'onu: gemport 1 tcont 1',
    'onu: service-port 1 vport 1 user-vlan 30 vlan 30',
    'mng: service 1 gemport 1 vlan 30',
    'mng: vlan port veip_1 mode hybrid',
  ])
  const bdcom = planWrite(profileOf('bdcom-epon'), 'authorise', {
    pon: '0/2',
    onu: 5,
    mac: 'AA:BB:CC:DD:EE:FF',
    description: 'Karim Store',
    lineMode: 'router',
  })
  expect(linesOf(bdcom)).toEqual(['pon: epon bind-onu mac aabb.ccdd.eeff 5', 'onu: description Karim_Store'])
  expect(bdcom).toMatchObject({ notes: [expect.stringContaining('underscores'), expect.stringContaining('lineMode')] })
})

test('without a number the first free one is taken, and none is guessed', () => {
  const wish = { pon: '0/1/3', serial: 'HWTC5F593DA5', lineProfile: '1', serviceProfile: '1' }
  expect(planWrite(profileOf('huawei'), 'authorise', { ...wish, taken: [0, 1, 3] })).toMatchObject({ kind: 'plan', onu: 2 })
  expect(why(planWrite(profileOf('huawei'), 'authorise', wish))).toContain('not known which are taken')
  expect(why(planWrite(profileOf('huawei'), 'authorise', { ...wish, taken: Array.from({ length: 128 }, (_none, index) => index) }))).toContain(
    'No number is free',
  )
  expect(why(planWrite(profileOf('huawei'), 'reboot', { pon: '0/1/3', taken: [] }))).toContain('onu')
})

const good: WriteWish = { pon: '0/1', onu: 5, serial: 'GPON00AB12CD', lineProfile: 'default', vlan: 100, description: 'shop 12' }
test.each<[string, Partial<WriteWish>]>([
  ['a line break in a description', { description: 'shop\r\nonu 1 reboot' }],
  ['a bell', { description: 'shop\u0007' }],
  ['an escape', { description: 'shop\u001b[2J' }],
  ['a NUL', { description: 'a\u0000b' }],
  ['a next line of Unicode', { description: 'shop\u0085reboot' }],
  ['a line separator', { description: 'shop\u2028reboot' }],
  ['a semicolon', { description: 'shop;reboot' }],
  ['a pipe', { description: 'shop | write' }],
  ['a question mark', { description: 'shop?' }],
  ['a quotation mark', { description: 'shop" x "' }],
  ['a comment', { description: '!shop' }],
  ['a sign of a prompt', { description: 'sim-olt#' }],
  ['Bangla', { description: 'করিম স্টোর' }],
  ['much', { description: 'x'.repeat(400) }],
  ['nothing', { description: '  ' }],
  ['a hyphen in front', { description: '-f' }],
  ['another command as a profile', { lineProfile: 'default sn X' }],
  ['a profile with a template in it', { lineProfile: '{serial}' }],
  ['a serial number with a line break', { serial: 'GPON00AB12CD\nreboot' }],
  ['a serial number that is too short', { serial: 'GPON00AB' }],
  ['a serial number of other letters', { serial: 'GPÖN00AB12CD' }],
  ['a PON with a command', { pon: '0/1\nexit' }],
  ['a PON that is none', { pon: 'all' }],
  ['VLAN 0', { vlan: 0 }],
  ['VLAN 4095', { vlan: 4095 }],
  ['half a VLAN', { vlan: 1.5 }],
  ['no VLAN', { vlan: Number.NaN }],
  ['ONU 0', { onu: 0 }],
  ['ONU 129', { onu: 129 }],
])('%s is not put into a line', (_what, wrong) => {
  expect(planWrite(profileOf('vsol-gpon'), 'authorise', good).kind).toBe('plan')
  const planned = planWrite(profileOf('vsol-gpon'), 'authorise', { ...good, ...wrong })
  expect(planned.kind, why(planned)).toBe('impossible')
  expect(/\p{Cc}/u.test(why(planned))).toBe(false)
})

test('another ONU in the same place is a deletion and an authorisation, and who was there is named', () => {
  const planned = planReplacement(profileOf('vsol-gpon'), { ...good, serial: 'VSOL00000002', was: { serial: 'GPON00AB12CD' } })
  expect(linesOf(planned).slice(0, 2)).toEqual(['pon: no onu 5', 'pon: onu add 5 profile default sn VSOL00000002'])
  expect(planned).toMatchObject({ verbs: ['delete', 'authorise'], danger: true, before: { serial: 'GPON00AB12CD' }, identity: { serial: 'VSOL00000002' } })
  expect(why(planReplacement(profileOf('fiberhome'), { ...good, was: {} }))).toContain('not known')
})

test('what a family cannot be told is said, and nothing is verified, for no write was seen on a device', () => {
  for (const profile of olts) {
    const can = writeCapabilities(profile)
    for (const verb of WRITE_VERBS) {
      expect(can[verb].isVerified, `${profile.id} ${verb}`).toBe(false)
      if (!can[verb].isKnown) expect(why(planWrite(profile, verb, good)), `${profile.id} ${verb}`).toContain('is not known')
    }
  }
  expect(WRITE_VERBS.filter((verb) => writeCapabilities(profileOf('zte-c600'))[verb].isKnown)).toEqual(['describe', 'enable', 'disable', 'reboot', 'delete'])
  expect(WRITE_VERBS.filter((verb) => writeCapabilities(profileOf('fiberhome'))[verb].isKnown)).toEqual([])
  expect(planWrite(profileOf('cdata-gpon'), 'reboot', { pon: '0/0/1', onu: 3 })).toMatchObject({ save: [], notes: [expect.stringContaining('power cut')] })
})

test('every line of every family has a mode it can be said in, and every read-back a command', () => {
  for (const { id, writes, cli, commands } of olts) {
    for (const { lines } of [...Object.values(writes?.verbs ?? {}), writes?.save ?? { lines: [] }])
      for (const { mode, text } of lines) expect(cli.modes[mode], `${id}: ${text}`).toBeDefined()
    for (const key of [...(writes?.readBack.list ?? []), ...(writes?.readBack.one ?? [])]) expect(commands[key]?.access, `${id}: ${key}`).toBe('read')
  }
})

test('a line typed by hand only reads where it is known to', () => {
  const [vsol, zte, hsgq] = [profileOf('vsol-gpon'), profileOf('zte-c300'), profileOf('hsgq-epon')]
  for (const line of [
    'show onu state',
    'SHOW version',
    'display board 0',
    'ping 10.0.0.1',
    'configure terminal',
    'interface gpon 0/3',
    'exit',
    'terminal length 0',
  ])
    expect(readOnlyLine(vsol, line), line).toBe(true)
  for (const line of [
    'onu 1 reboot',
    'no onu 1',
    'show x ; reboot',
    'show run | redirect tftp',
    'show run > file',
    'sh',
    'shutdown',
    'show x\nreboot',
    'show ?',
    'interface gpon 0/3 shutdown',
    'ping -f 10.0.0.1',
    '',
  ])
    expect(readOnlyLine(vsol, line), line).toBe(false)
  expect(readOnlyLine(zte, 'pon-onu-mng gpon-onu_1/2/1:5')).toBe(true)
  expect(readOnlyLine(hsgq, 'show epon port 1 onu all optical-info')).toBe(false)
})
