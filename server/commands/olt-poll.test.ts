import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { simulateOlt } from '../../simulators/olt/index.ts'
import { readConfig } from '../config.ts'
import { BadUsage, CommandFailed } from './command.ts'
import { command } from './olt.ts'

const poll = async (password: string, ...args: readonly string[]) => await run(password, 'poll', ...args)

async function run(password: string, verb: string, ...args: readonly string[]) {
  const printed: string[] = []
  const said: string[] = []
  const env = {
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    out: (line: string) => void printed.push(line),
    say: (line: string) => void said.push(line),
    secret: async () => await Promise.resolve(password),
  }
  const code = await command.run([verb, '--address', '127.0.0.1', ...args], env).then(
    () => 0,
    (error: unknown) => {
      if (error instanceof CommandFailed || error instanceof BadUsage) return error.exitCode
      throw error
    },
  )
  return { code, text: printed.join('\n'), said: said.join('\n') }
}

async function simulated(options: Partial<Parameters<typeof simulateOlt>[0]> = {}) {
  const olt = await simulateOlt({ family: 'vsol-gpon', pons: 2, onusPerPon: 5, ...options }, { sshPort: 0 })
  onTestFinished(olt.close)
  return olt
}

function enableFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-olt-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'enable'), 'enable\n')
  return join(folder, 'enable')
}

test('by SNMP, by telnet and by SSH the same ONUs are printed, with whether this is all', async () => {
  const olt = await simulated()
  const enable = enableFile()
  const ways = [
    ['--snmp-port', String(olt.snmpPort), '--community', 'public'],
    ['--cli-port', String(olt.telnetPort), '--user', 'admin', '--password-stdin', '--enable-password-file', enable],
    ['--cli-port', String(olt.sshPort), '--ssh', '--host-key', olt.fingerprint, '--user', 'admin', '--password-stdin', '--enable-password-file', enable],
  ]
  for (const way of ways) {
    const { code, text, said } = await poll('admin', '--profile', 'vsol-gpon', ...way, '--json')
    expect(code, `${way.join(' ')}: ${said} ${text}`).toBe(0)
    const result = JSON.parse(text)
    expect(result).toMatchObject({ profile: 'vsol-gpon', complete: true, pons: ['0/1', '0/2'] })
    expect(result.observations.length).toBe(10)
    expect(result.observations[0]).toMatchObject({ pon: '0/1', onuId: 1, state: 'online', serial: 'SIMU00010011' })
  }
  expect((await poll('', '--profile', 'vsol-gpon', '--snmp-port', String(olt.snmpPort))).text).toContain('10 ONUs')
})

test('what is not all has exit code 2, and the JSON says so', async () => {
  const olt = await simulated()
  olt.faults.snmpEndsAfter = 2
  const { code, text } = await poll('', '--profile', 'vsol-gpon', '--snmp-port', String(olt.snmpPort), '--community', 'public', '--json')
  expect(code).toBe(2)
  expect(JSON.parse(text)).toMatchObject({ complete: false })
})

test('a host key that was not agreed on is told and not trusted; the password is not sent', async () => {
  const olt = await simulated()
  const ssh = ['--profile', 'vsol-gpon', '--cli-port', String(olt.sshPort), '--ssh', '--user', 'admin', '--password-stdin']
  const unknown = await poll('admin', ...ssh)
  expect(unknown.code).toBe(3)
  expect(unknown.said).toContain(olt.fingerprint)
  expect((await poll('admin', ...ssh, '--host-key', `SHA256:${'A'.repeat(43)}`)).said).toContain('another host key')
  expect(olt.typed).toEqual([])
})

test('an OLT that knows old algorithms only is let in when that is said', async () => {
  const olt = await simulated({ isOld: true })
  const ssh = [
    '--profile',
    'vsol-gpon',
    '--cli-port',
    String(olt.sshPort),
    '--ssh',
    '--host-key',
    olt.fingerprint,
    '--user',
    'admin',
    '--password-stdin',
    '--enable-password-file',
    enableFile(),
  ]
  const refused = await poll('admin', ...ssh)
  expect(refused.code).toBe(3)
  expect(refused.said).toContain('legacy algorithms can be allowed')
  expect((await poll('admin', ...ssh, '--legacy-ssh')).code).toBe(0)
})

test('a wrong password, nobody there, and wrong arguments', async () => {
  const olt = await simulated()
  const telnet = ['--profile', 'vsol-gpon', '--cli-port', String(olt.telnetPort), '--user', 'admin']
  const refused = await poll('wrong', ...telnet, '--password-stdin', '--json')
  expect(refused.code).toBe(2)
  expect(JSON.parse(refused.text)).toMatchObject({ complete: false, problems: [expect.stringContaining('refused the log-in')] })
  expect(
    (
      await poll(
        'wrong',
        '--profile',
        'vsol-gpon',
        '--cli-port',
        String(olt.sshPort),
        '--ssh',
        '--host-key',
        olt.fingerprint,
        '--user',
        'admin',
        '--password-stdin',
      )
    ).said,
  ).toContain('refused the log-in of admin')
  await olt.close()
  expect((await poll('admin', ...telnet, '--password-stdin')).code).toBe(3)
  for (const args of [
    ['--profile', 'vsol-gpon'],
    ['--profile', 'moon', '--community', 'x'],
    ['--profile', 'vsol-gpon', '--community', 'x', '--user', 'y'],
    ['--profile', 'vsol-gpon', '--community', 'x', '--snmp-port', '0'],
    ['--profile', 'vsol-gpon', '--user', 'x', '--host-key', 'short', '--ssh'],
    ['--profile', 'vsol-gpon', '--user', 'x', '--legacy-ssh'],
    ['--profile', 'vsol-gpon', '--user', 'x', '--timeout', '0'],
    ['--profile', 'cdata-epon', '--community', 'x'],
    ['--profile', 'vsol-gpon', '--colour'],
  ])
    expect((await poll('', ...args)).code, args.join(' ')).toBe(64)
})

test('an OLT is asked what it is, and what it may be is printed', async () => {
  const olt = await simulated({ family: 'zte-c300' })
  const { code, text } = await run('', 'detect', '--snmp-port', String(olt.snmpPort), '--community', 'public', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(text)).toMatchObject({ sysDescr: 'C300 Version V2.1.0 Software, simulated', suggested: [{ profile: 'zte-c300', reason: 'model' }] })
  expect((await run('', 'detect', '--snmp-port', String(olt.snmpPort), '--community', 'public')).text).toContain('names the model')
  expect((await run('', 'detect', '--snmp-port', '1', '--community', 'public', '--timeout', '1')).code).toBe(4)
  expect((await run('', 'detect')).code).toBe(64)
})
