import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../config.ts'
import { oltOutputs } from '../testing/olt-outputs/index.ts'
import { BadUsage, CommandFailed } from './command.ts'
import { command } from './olt.ts'

/** What the command printed and the code it would end with. */
async function run(...args: readonly string[]) {
  const printed: string[] = []
  const env = {
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    out: (line: string) => void printed.push(line),
    say: () => {},
    secret: async () => await Promise.resolve(''),
  }
  const code = await command.run(args, env).then(
    () => 0,
    (error: unknown) => {
      if (error instanceof CommandFailed || error instanceof BadUsage) return error.exitCode
      throw error
    },
  )
  return { code, text: printed.join('\n') }
}

function saved(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-olt-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'output.txt')
  writeFileSync(path, text, 'latin1')
  return path
}

test('a saved output is printed as what the program reads from it', async () => {
  const path = saved(oltOutputs[0]?.text ?? '')
  const { code, text } = await run('parse', '--profile', 'vsol-gpon', '--command', 'show onu state', path)
  expect(code).toBe(0)
  expect(JSON.parse(text)).toMatchObject({
    profile: 'vsol-gpon',
    command: 'onu-state',
    kind: 'recognised',
    complete: true,
    counted: 3,
    rows: [{ pon: '0/3', onuId: 1, online: true }, {}, {}],
  })
})

test('what is not recognised is said, with exit code 2', async () => {
  const { code, text } = await run('parse', '--profile', 'huawei', '--command', 'ont-info', saved('something else\n'))
  expect(code).toBe(2)
  expect(JSON.parse(text)).toMatchObject({ kind: 'unrecognised', sample: 'something else' })
})

test('a recorded walk is read by the same profile', async () => {
  const path = saved('1.3.6.1.4.1.37950.1.1.6.1.1.1.1.5.1.7|2|3\n1.3.6.1.4.1.37950.1.1.6.1.1.3.1.7.1.7|4|-21.50\n')
  const { code, text } = await run('parse', '--profile', 'vsol-gpon', '--command', 'snmp', path)
  expect(code).toBe(0)
  expect(JSON.parse(text)).toMatchObject({ kind: 'recognised', complete: false, onus: [{ pon: '0/1', onuId: 7, online: true, rxDbm: -21.5 }] })
  expect((await run('parse', '--profile', 'vsol-epon', '--command', 'snmp', path)).code).toBe(2)
})

test('profiles are listed with what each command is verified by', async () => {
  const { text } = await run('profiles', '--json')
  const profiles = JSON.parse(text) as { id: string; commands: { key: string; verified: { model: string } | null }[] }[]
  expect(profiles.map(({ id }) => id)).toEqual([
    'vsol-gpon',
    'vsol-epon',
    'huawei',
    'zte-c300',
    'zte-c600',
    'bdcom-epon',
    'bdcom-gpon',
    'cdata-epon',
    'cdata-gpon',
    'fiberhome',
    'hsgq-epon',
    'gcom',
    'other',
  ])
  expect(profiles[0]?.commands.find(({ key }) => key === 'onu-state')?.verified?.model).toBe('V1600G0-B')
  expect(profiles.find(({ id }) => id === 'hsgq-epon')?.commands.every(({ verified }) => verified === null)).toBe(true)
  expect((await run('profiles')).text).toContain('show onu state')
})

test('wrong arguments are told apart from output that is not recognised', async () => {
  const path = saved('x')
  for (const args of [
    [],
    ['moon'],
    ['parse'],
    ['parse', '--profile', 'moon', '--command', 'x', path],
    ['parse', '--profile', 'huawei', path],
    ['parse', '--profile', 'huawei', '--command', 'moon', path],
    ['parse', '--profile', 'huawei', '--command', 'ont-info'],
    ['profiles', '--colour'],
  ])
    expect((await run(...args)).code, args.join(' ')).toBe(64)
  expect((await run('parse', '--profile', 'huawei', '--command', 'ont-info', `${path}-is-not-there`)).code).toBe(66)
})
