import { spawn } from 'node:child_process'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { connectRouter } from '../modules/network/routers/index.ts'
import { readConfig } from '../config.ts'
import { BadUsage } from './command.ts'
import { command } from './simulate.ts'

test('a simulated router says where it is, lets its user in, lives faster when told to, and ends at a signal', async () => {
  const args = [
    'simulate',
    'routeros',
    '--port',
    '0',
    '--tls-port',
    '0',
    '--version',
    '6.49.10',
    '--subscribers',
    '30',
    '--identity',
    'lab',
    '--speed',
    '600',
    '--zone',
    'Asia/Dhaka',
  ]
  const child = spawn(process.execPath, ['server/cli.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await expect.poll(() => output, { timeout: 20_000 }).toContain('password')
  const find = (pattern: RegExp): string => pattern.exec(output)?.[1] ?? ''
  const connection = await connectRouter({
    host: '127.0.0.1',
    port: Number(find(/with TLS\s+127\.0\.0\.1:(\d+)/)),
    tls: { fingerprint: find(/fingerprint\s+([0-9a-f]{64})/) },
    user: 'admin',
    password: find(/password\s+(\S+)/),
    connectTimeoutMs: 5000,
    timeoutMs: 5000,
  })
  const online = async (): Promise<number> => Number((await connection.run(['/ppp/active/print', '=count-only='])).ret)
  await expect.poll(online, { timeout: 10_000 }).toBe(30)
  await connection.close()
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('a simulated OLT says where it is, is polled by the program over SSH with the fibre of one PON cut, and ends at a signal', async () => {
  const args = [
    'simulate',
    'olt',
    '--family',
    'huawei',
    '--pons',
    '2',
    '--onus',
    '3',
    '--telnet-port',
    '0',
    '--ssh-port',
    '0',
    '--snmp-port',
    '0',
    '--cut-pon',
    '2',
  ]
  const child = spawn(process.execPath, ['server/cli.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await expect.poll(() => output, { timeout: 20_000 }).toMatch(/password\s+\S+\n/)
  const find = (pattern: RegExp): string => pattern.exec(output)?.[1] ?? ''
  const password = find(/password\s+(\S+)/)
  const olt = ['olt', 'poll', '--profile', 'huawei', '--address', '127.0.0.1', '--json']
  const poll = spawn(
    process.execPath,
    [
      'server/cli.ts',
      ...olt,
      '--ssh',
      '--cli-port',
      find(/SSH\s+127\.0\.0\.1:(\d+)/),
      '--host-key',
      find(/host key\s+(\S+)/),
      '--user',
      'admin',
      '--password-stdin',
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  )
  let printed = ''
  poll.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  poll.stdin.end(`${password}\n`)
  expect(await new Promise((resolve) => poll.once('exit', resolve))).toBe(0)
  const { complete, observations } = JSON.parse(printed) as { complete: boolean; observations: { pon: string; state: string; cause: string | null }[] }
  expect(complete).toBe(true)
  expect(observations.map(({ pon, state, cause }) => `${pon} ${state} ${cause}`)).toEqual([
    ...Array.from({ length: 3 }, () => '0/1/0 online null'),
    ...Array.from({ length: 3 }, () => '0/1/1 los los'),
  ])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
}, 60_000)

test('what cannot be simulated is said', async () => {
  const env = { config: readConfig({}), log: pino({ level: 'silent' }), out: () => {}, say: () => {}, secret: async () => await Promise.resolve('') }
  for (const args of [
    [],
    ['moon'],
    ['routeros', '--port', 'x'],
    ['routeros', '--version', '5.26'],
    ['routeros', '--zone', 'Nowhere/City'],
    ['routeros', '--subscribers', '-1'],
    ['routeros', '--colour'],
    ['olt', '--family', 'moon'],
    ['olt', '--pons', '17'],
    ['olt', '--onus', '129'],
    ['olt', '--cut-pon', '9'],
    ['olt', '--telnet-port', 'x'],
    ['olt', '--colour'],
  ])
    await expect(command.run(args, env), args.join(' ')).rejects.toBeInstanceOf(BadUsage)
})
