import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { simulateOlt } from '../../simulators/olt/index.ts'
import type { SimulatedOlt } from '../../simulators/olt/index.ts'
import { readConfig } from '../config.ts'
import { findCommand, findProfile, parseSaved, readSnmprec, readWalk } from '../modules/network/olts/index.ts'
import { BadUsage, CommandFailed } from './command.ts'
import { command } from './capture.ts'
import { command as oltCommand } from './olt.ts'

const PASSWORD = 'geheim-77'
const COMMUNITY = 'readers-only'
const USER = 'rahim.noc'

async function run(which: typeof command, secret: string, ...args: readonly string[]) {
  const printed: string[] = []
  const said: string[] = []
  const env = {
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    out: (line: string) => void printed.push(line),
    say: (line: string) => void said.push(line),
    secret: async () => await Promise.resolve(secret),
  }
  const code = await which.run(args, env).then(
    () => 0,
    (error: unknown) => {
      if (error instanceof CommandFailed || error instanceof BadUsage) return error.exitCode
      throw error
    },
  )
  return { code, text: printed.join('\n'), said: said.join('\n') }
}

async function simulated(family: string): Promise<SimulatedOlt> {
  const olt = await simulateOlt({
    family,
    pons: 2,
    onusPerPon: 5,
    seed: 3,
    users: { [USER]: PASSWORD },
    enablePassword: PASSWORD,
    community: COMMUNITY,
  })
  onTestFinished(olt.close)
  for (const onu of olt.plant.onus) onu.description = `Karim Villa ${onu.pon}0${onu.id}`
  olt.plant.cutFibre(2)
  return olt
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'lastmile-capture-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const reached = (olt: SimulatedOlt, family: string): string[] => {
  const file = join(folder(), 'enable')
  writeFileSync(file, `${PASSWORD}\n`)
  return [
    ...['--profile', family, '--address', olt.host, '--snmp-port', String(olt.snmpPort), '--community', COMMUNITY],
    ...['--cli-port', String(olt.telnetPort), '--user', USER, '--password-stdin', '--enable-password-file', file],
  ]
}

interface Manifest {
  readonly profile: string
  readonly date: string
  readonly files: readonly { readonly file: string; readonly command: string; readonly place: string | null; readonly parsed: { kind: string; rows: number } }[]
  readonly problems: readonly string[]
}

for (const family of ['vsol-gpon', 'vsol-epon', 'huawei', 'zte-c300', 'bdcom-epon']) {
  test(`${family}: a capture reads as the OLT does, and nothing in it tells whose it is`, async () => {
    const olt = await simulated(family)
    const into = join(folder(), 'capture')
    const { text, said, code } = await run(command, PASSWORD, ...reached(olt, family), '--into', into)
    expect(code, `${said} ${text}`).toBe(0)
    const manifest = JSON.parse(readFileSync(join(into, 'manifest.json'), 'utf8')) as Manifest
    expect(manifest).toMatchObject({ profile: family, date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) })
    const files = readdirSync(into)
    expect(manifest.files.map(({ file }) => file).toSorted()).toEqual(files.filter((file) => file !== 'manifest.json').toSorted())

    // Not one number, name, address or secret of the original, in any way it can be written, and whatever line it is broken over.
    for (const file of files) {
      const bytes = readFileSync(join(into, file), 'latin1')
      const joined = bytes.replace(/[\r\n]/g, '')
      const decoded = bytes.replace(/\|4x\|([0-9a-f]*)/g, (_all, hex: string) => `${hex} ${Buffer.from(hex, 'hex').toString('latin1')}`)
      for (const place of [bytes, joined, decoded].map((one) => one.toLowerCase())) {
        for (const { serial, mac, description, hosts } of olt.plant.onus) {
          const digits = [serial.slice(4), ...[mac, ...hosts].map((one) => one.replaceAll(':', '').slice(4))]
          const written = [description, description.split(' ')[0] ?? '', ...digits, ...[mac, ...hosts].flatMap((one) => [one, one.replaceAll(':', '-')])]
          for (const original of written) expect(place.includes(original.toLowerCase()), `${file} holds ${original}`).toBe(false)
          for (const one of [mac, ...hosts]) expect(place.includes(one.replaceAll(':', '').replace(/(.{4})(?=.)/g, '$1.')), `${file} holds ${one}`).toBe(false)
        }
        for (const secret of [PASSWORD, COMMUNITY, USER, olt.host, 'sim-olt', 'sim-bdcom', 'sim-ma5800', 'simzxan'])
          expect(place.includes(secret), `${file} holds ${secret}`).toBe(false)
      }
    }

    // The maker's part of numbers stays, and a capture tells of the same states and light.
    const profile = findProfile(family)
    if (profile?.snmp === null || profile === null) throw new Error(`There is no profile ${family}`)
    const { onus } = readWalk(profile.snmp, readSnmprec(readFileSync(join(into, 'walk.snmprec'), 'latin1')))
    expect(onus.length).toBe(10)
    expect(onus.filter(({ online }) => online === true).length).toBe(5)
    expect(onus.filter(({ rxDbm }) => typeof rxDbm === 'number').length).toBe(5)
    for (const { serial, mac } of onus) expect(String(serial ?? mac)).toMatch(/^(?:SIMU|02:5e:)/)
    const lists = new Set(profile.poll.map(({ command: name }) => name))
    for (const { file, command: name, parsed } of manifest.files) {
      if (name === 'snmp' || !lists.has(name) || parsed.kind !== 'recognised') continue
      const found = findCommand(profile, name)
      if (found === null) throw new Error(`There is no ${name}`)
      const saved = parseSaved(profile, found.command, readFileSync(join(into, file), 'latin1'))
      expect(saved, file).toMatchObject({ kind: 'recognised', complete: true })
      const again = await run(oltCommand, '', 'parse', '--profile', family, '--command', name, join(into, file))
      expect([again.code, JSON.parse(again.text).rows.length], file).toEqual([0, parsed.rows])
    }
    const listed = manifest.files.filter(({ command: name }) => name === profile.poll[0]?.command)
    expect(
      listed.reduce((sum, { parsed }) => sum + parsed.rows, 0),
      JSON.stringify(listed),
    ).toBe(10)
    expect(olt.peakSessions).toBe(1)
  }, 60_000)
}

test('one ONU has one invented name, by SNMP and on the command line', async () => {
  const olt = await simulated('vsol-gpon')
  const into = join(folder(), 'capture')
  await run(command, PASSWORD, ...reached(olt, 'vsol-gpon'), '--into', into)
  const profile = findProfile('vsol-gpon')
  const state = profile?.commands['onu-state']
  if (profile?.snmp === undefined || profile.snmp === null || state === undefined) throw new Error('There is no profile')
  const file = readdirSync(into).find((name) => name.includes('onu-state-0_1'))
  const saved = parseSaved(profile, state, readFileSync(join(into, file ?? ''), 'latin1'))
  const walked = readWalk(profile.snmp, readSnmprec(readFileSync(join(into, 'walk.snmprec'), 'latin1'))).onus
  const byCli = saved.kind === 'recognised' ? saved.rows.map(({ onuId, serial }) => [onuId, serial]) : []
  expect(byCli.length).toBe(5)
  expect(byCli).toEqual(walked.filter(({ pon }) => pon === '0/1').map(({ onuId, serial }) => [onuId, serial]))
})

test('a dry run says what would be asked and asks nothing; only PONs that were named are asked', async () => {
  const olt = await simulated('vsol-gpon')
  const dry = await run(command, PASSWORD, ...reached(olt, 'vsol-gpon'), '--dry-run')
  expect(dry.code).toBe(0)
  expect(dry.text).toContain('show onu state')
  expect(dry.text).toContain('1.3.6.1.4.1.37950.1.1.6.1.1.1.1')
  expect(dry.text).toContain('not asked, for it wants to know more: mac-address')
  expect(olt.typed).toEqual([])
  const into = join(folder(), 'capture')
  await run(command, PASSWORD, ...reached(olt, 'vsol-gpon'), '--into', into, '--pons', '0/2')
  expect(olt.typed.filter((line) => line.startsWith('interface'))).toContain('interface gpon 0/2')
  expect(olt.typed.filter((line) => line.startsWith('interface'))).not.toContain('interface gpon 0/1')
  // Nothing that is typed changes anything.
  expect(olt.typed.filter((line) => !/^(?:show|enable|terminal|configure terminal|interface gpon|exit)/.test(line))).toEqual([])
})

test('wrong arguments, and nobody there', async () => {
  const olt = await simulated('vsol-gpon')
  const into = join(folder(), 'capture')
  for (const args of [[], ['--profile', 'moon'], ['--profile', 'vsol-gpon', '--address', 'x'], reached(olt, 'vsol-gpon')])
    expect((await run(command, '', ...args)).code, args.join(' ')).toBe(64)
  const there = reached(olt, 'vsol-gpon')
  await olt.close()
  expect((await run(command, PASSWORD, ...there, '--into', into)).code).toBe(3)
  expect(existsSync(into)).toBe(false)
})
