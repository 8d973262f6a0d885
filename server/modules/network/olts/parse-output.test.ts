import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oltOutputs } from '../../../testing/olt-outputs/index.ts'
import { accessTo } from './drivers/profile.ts'
import { findProfile, profiles, suggestProfiles } from './drivers/list.ts'
import { findCommand, parseSaved } from './parse-output.ts'
import type { Parsed } from './parse/reading.ts'

const parse = (profileId: string, command: string, text: string): Parsed => {
  const profile = findProfile(profileId)
  const found = profile?.commands[command]
  if (profile === null || found === undefined) throw new Error(`There is no ${profileId} ${command}`)
  return parseSaved(profile, found, text)
}

describe('outputs in the formats of the makers', () => {
  for (const [index, { profile, command, text, rows, complete, evidence }] of oltOutputs.entries()) {
    test(`${index + 1}: ${profile} ${command}`, () => {
      const parsed = parse(profile, command, text)
      expect(parsed).toMatchObject({ kind: 'recognised', complete, evidence, rest: [] })
      expect(parsed.kind === 'recognised' ? parsed.rows : []).toMatchObject(rows)
    })
  }
})

test('cut off anywhere, an output gives a part of the whole rows, and claims to be all only with all of them', () => {
  for (const { profile, command, text } of oltOutputs) {
    const whole = parse(profile, command, text)
    if (whole.kind === 'unrecognised') throw new Error(whole.sample)
    const keys = new Set(whole.rows.map((row) => `${row['pon']}:${row['onuId']}:${row['mac']}`))
    for (let end = 0; end < text.length; end += 1) {
      const parsed = parse(profile, command, text.slice(0, end))
      if (parsed.kind === 'unrecognised') continue
      const what = `${profile} ${command} cut at ${end}: ${JSON.stringify(text.slice(Math.max(0, end - 60), end))}`
      if (parsed.complete) expect(parsed.rows, what).toEqual(whole.rows)
      // A page of one thing grows by its fields; a table by its rows.
      for (const row of whole.rows.length > 1 ? parsed.rows : []) expect([...keys], what).toContain(`${row['pon']}:${row['onuId']}:${row['mac']}`)
      for (const [index, row] of parsed.rows.entries())
        for (const name of ['rxDbm', 'txDbm', 'oltRxDbm', 'serial'])
          if (row[name] !== undefined && row[name] !== null) expect(row[name], `${what} ${name}`).toEqual(whole.rows[index]?.[name])
    }
  }
})

test('of a transcript the answer to the command is read, also where a prompt stands right behind a row', () => {
  const [state, rx] = [oltOutputs[0]?.text ?? '', oltOutputs[1]?.text ?? '']
  const transcript = `lab-olt> enable\r\nPassword: \r\nlab-olt# lab-olt# configure terminal\r\nlab-olt(config)# interface gpon 0/3\r\nlab-olt(config-pon-0/3)# ${state}lab-olt(config-pon-0/3)# show pon onu all rx-power\r\n${rx} exit\r\nlab-olt(config)# `
  expect(parse('vsol-gpon', 'onu-state', transcript)).toMatchObject({ kind: 'recognised', complete: true, evidence: 'prompt', counted: 3, rest: [] })
  expect(parse('vsol-gpon', 'onu-rx', transcript)).toMatchObject({
    kind: 'recognised',
    complete: true,
    rows: [{ onuId: 1 }, { onuId: 2 }, { onuId: 17, rxDbm: -40 }],
    rest: [],
  })
  const glued = `lab-olt(config-pon-0/3)#show pon onu all rx-power\r\n${rx.replace('\r\nlab-olt', 'lab-olt')}`
  expect(parse('vsol-gpon', 'onu-rx', glued)).toMatchObject({ complete: true, rows: [{}, {}, { onuId: 17, rxDbm: -40 }] })
  // What was begun and not answered is not the answer to what was asked before.
  expect(parse('vsol-gpon', 'onu-rx', transcript.slice(0, transcript.indexOf('2           N/A')))).toMatchObject({ complete: false, rows: [{ onuId: 1 }] })
})

test('descriptions in UTF-8 are text however the file was read', () => {
  const text = `EPON0/2:1   3      online    02:00:00:00:0a:01   672     ${Buffer.from('দোকান').toString('latin1')}\r\nlab#`
  expect(parse('vsol-epon', 'onu-auth', text)).toMatchObject({ rows: [{ description: 'দোকান' }] })
})

/** What each dialect's OLT may write in between at any time. */
const LOGS: Readonly<Record<string, string>> = {
  VSOL: '2031/02/03 04:05:06  something has happened',
  Huawei: '  ! EVENT MAJOR 2031-01-01 00:00:02 0x2e112003 TEST',
  ZTE: '%GPON-4-TEST: something has happened',
  BDCOM: 'Jan  1 00:00:10 something has happened',
  'C-Data': '2031/02/03 04:05:06  something has happened',
  Fiberhome: '[2031-02-03 04:05:06] something has happened',
  GCOM: '2031/02/03 04:05:06  something has happened',
}
const PAGERS: Readonly<Record<string, string>> = {
  Huawei: "---- More ( Press 'Q' to break ) ----",
  'C-Data': "--More ( Press 'Q' to quit )--",
  Fiberhome: '--Press any key to continue Ctrl+c to stop--',
  GCOM: '....press ENTER to next line, CTRL+C to stop, other to next page....',
}

test('log lines, pagers that were wiped or not, blanks at ends and other ends of lines change nothing, wherever they stand', () => {
  const line = fc.record({ log: fc.boolean(), wiped: fc.boolean(), left: fc.boolean(), blanks: fc.nat(3) })
  fc.assert(
    fc.property(
      fc.constantFrom(...oltOutputs),
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\r\n', '\n', '\n\r'),
      ({ profile: id, command, text }, disturbances, eol) => {
        const { vendor = '' } = findProfile(id) ?? {}
        const pager = PAGERS[vendor] ?? ' --More-- '
        // Behind a cursor that was moved nothing may stand before.
        const lines = text.split('\r\n')
        const disturbed = lines.map((original, index) => {
          const { log, wiped, left, blanks } = disturbances[index % disturbances.length] ?? { log: false, wiped: false, left: false, blanks: 0 }
          const isLast = index === lines.length - 1
          const before = `${log ? `${LOGS[vendor] ?? ''}${eol}` : ''}${left ? `${pager}${eol}` : ''}${wiped ? `${pager}\r${' '.repeat(pager.length)}\r` : ''}`
          return index === 0 ? original : `${isLast ? '' : before}${original}${isLast ? '' : ' '.repeat(blanks)}`
        })
        const [whole, other] = [parse(id, command, text), parse(id, command, disturbed.join(eol))]
        if (whole.kind === 'unrecognised' || other.kind === 'unrecognised') throw new Error(`${id} ${command}: ${JSON.stringify([whole, other])}`)
        expect(other.rows).toEqual(whole.rows)
        expect([other.complete, other.evidence]).toEqual([whole.complete, whole.evidence])
      },
    ),
    { numRuns: 1500 },
  )
})

test('a row that is not understood makes no half table', () => {
  const text = oltOutputs[0]?.text.replace('working', 'wor king now') ?? ''
  expect(parse('vsol-gpon', 'onu-state', text)).toMatchObject({ kind: 'unrecognised', why: 'row_not_understood' })
})

test('lines nobody understood are kept, and nothing is proven beside them', () => {
  const text = (oltOutputs[1]?.text ?? '').replace('\r\n17 ', '\r\nthe fan has failed\r\n17 ')
  expect(parse('vsol-gpon', 'onu-rx', text)).toMatchObject({ kind: 'recognised', complete: false, rest: ['the fan has failed'] })
})

test('another output than the command’s, nothing, and a refusal are unrecognised', () => {
  expect(parse('vsol-gpon', 'onu-state', oltOutputs.find(({ profile }) => profile === 'huawei')?.text ?? '')).toMatchObject({ kind: 'unrecognised' })
  expect(parse('vsol-gpon', 'onu-state', '')).toMatchObject({ kind: 'unrecognised', why: 'nothing' })
  expect(parse('vsol-gpon', 'onu-state', 'lab-olt#')).toMatchObject({ kind: 'unrecognised', why: 'nothing' })
  expect(parse('zte-c300', 'onu-rx', '%Error 20200: Invalid input detected\r\nZXAN#')).toMatchObject({ kind: 'unrecognised', why: 'refused' })
  expect(parse('huawei', 'ont-info', '  % Parameter error\r\nMA5800#')).toMatchObject({ kind: 'unrecognised', why: 'refused' })
})

test('an empty table is a table where the prompt shows its end, and nothing without it', () => {
  const empty = 'OnuIndex    Admin State    OMCC State    Phase State    Serial Number\r\n---------------\r\n'
  expect(parse('vsol-gpon', 'onu-state', empty)).toMatchObject({ kind: 'unrecognised' })
  expect(parse('vsol-gpon', 'onu-state', `${empty}lab-olt(config-pon-0/1)#`)).toMatchObject({ kind: 'recognised', rows: [], complete: true })
})

test('10,000 mixed, truncated and random inputs neither throw nor take long', () => {
  const commands = profiles.flatMap((profile) => Object.values(profile.commands).map((command) => ({ profile, command })))
  const pieces = oltOutputs.flatMap(({ text }) => text.split(/(?<=\n)/))
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...pieces) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...pieces), fc.nat(120)).map(([text, end]) => text.slice(0, end)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: fc.constantFrom('\u001b', '[', '9', 'C', 'D', '\r', '\n', '\b', ' ', '-', '0', '/', ':', '1', 'a', '.'), maxLength: 400 }),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('EPON0/1:1 ', '0/ 1/0 1 ', ' - ', 'a ', '1.1 '), fc.nat(300)).map(([text, times]) => text.repeat(times)) },
  )
  const input = fc.tuple(
    fc.constantFrom(...commands),
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
  )
  const slowest = { ms: 0, text: '' }
  fc.assert(
    fc.property(input, ([{ profile, command }, text]) => {
      const began = performance.now()
      const parsed = parseSaved(profile, command, text)
      const ms = performance.now() - began
      if (ms > slowest.ms) Object.assign(slowest, { ms, text: `${profile.id} ${command.words}: ${JSON.stringify(text.slice(0, 300))}` })
      expect(['recognised', 'unrecognised']).toContain(parsed.kind)
    }),
    { numRuns: 10_000 },
  )
  expect(slowest.ms, slowest.text).toBeLessThan(2000)
}, 120_000)

test('commands are found by name and by their words, whatever the numbers in them', () => {
  const vsol = findProfile('vsol-gpon')
  if (vsol === null) throw new Error('There is no VSOL profile')
  expect(findCommand(vsol, 'onu-state')?.key).toBe('onu-state')
  expect(findCommand(vsol, 'show onu 7 optical_info')?.key).toBe('onu-optics')
  expect(findCommand(vsol, 'show mac address-table interface gpon 0/1')?.key).toBe('mac-table')
  expect(findCommand(vsol, 'constructor')).toBe(null)
})

test('every step of a poll and every way to find PONs names a command that there is, in a mode that there is', () => {
  for (const { id, commands, poll, pons, cli } of profiles) {
    for (const { command } of poll) expect(Object.keys(commands), id).toContain(command)
    if (pons.by === 'boards') expect(Object.keys(commands), id).toContain(pons.command)
    for (const [key, { mode, read }] of Object.entries(commands)) {
      expect(Object.keys(cli.modes), `${id} ${key}`).toContain(mode)
      // Reading nothing compiles every layout of the format.
      expect(read({ lines: [], logs: [], hasPrompt: false, isCut: false, isOverfull: false }).kind, `${id} ${key}`).toBe('unrecognised')
    }
  }
})

test('a firmware nobody has written to is only read', () => {
  for (const profile of profiles) expect(accessTo(profile, { model: 'anything', firmware: 'V9.9.9' })).toBe('read')
})

test('what an OLT says of itself suggests its family, and where it names no model the families of its maker', () => {
  const suggested = (sysDescr: string, sysObjectId: string) =>
    suggestProfiles({ sysDescr, sysObjectId }).map(({ profile, reason }) => `${profile.id} ${reason}`)
  // Both of VSOL's lines have the same sysObjectID.
  expect(suggested('V1600GS', '1.3.6.1.4.1.37950.1.1.5.10.14.1')).toEqual(['vsol-gpon model'])
  expect(suggested('V1600D', '1.3.6.1.4.1.37950.1.1.5.10.14.1')).toEqual(['vsol-epon model'])
  expect(suggested('an OLT', '.1.3.6.1.4.1.37950.1.1.5.10.14.1')).toEqual(['vsol-gpon maker', 'vsol-epon maker'])
  expect(suggested('Huawei Integrated Access Software', '1.3.6.1.4.1.2011.2.123')).toEqual(['huawei maker'])
  expect(suggested('C320 Version V2.1.0 Software', '1.3.6.1.4.1.3902.1082.1001.320.2.1')).toEqual(['zte-c300 model'])
  expect(suggested('ZXA10 C600', '1.3.6.1.4.1.3902.1082.1001.600.1.1')).toEqual(['zte-c600 model'])
  expect(suggested('BDCOM(tm) GP3600-16B Software', '1.3.6.1.4.1.3320.1.390.0')).toEqual(['bdcom-gpon model'])
  expect(suggested('somewhere', '.1.3.6.1.4.1.17409')).toEqual(['cdata-epon maker', 'cdata-gpon maker'])
  expect(suggested('AN5516-06', '1.3.6.1.4.1.5875.800.1001.11')).toEqual(['fiberhome model'])
  expect(suggested('Linux', '1.3.6.1.4.1.8072')).toEqual([])
})
