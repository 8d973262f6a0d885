import { spawn } from 'node:child_process'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { simulateRouter } from '../../simulators/routeros/index.ts'
import { readConfig } from '../config.ts'
import { systemClock } from '../kernel/clock.ts'
import { scriptedRouter } from '../testing/scripted-router.ts'
import { BadUsage, CommandFailed } from './command.ts'
import { command } from './router.ts'

async function simulated() {
  const users = [{ name: 'admin', password: 'পাস word', group: 'full' }] as const
  const router = await simulateRouter({ clock: systemClock, version: '7.18.2', identity: 'pop-1', zone: 'Asia/Dhaka', users, seed: 1 }, { tlsPort: 0 })
  onTestFinished(router.close)
  router.addRow('secrets', { name: 'anis', profile: 'default', comment: 'shop "A" \u001b[31m' })
  router.addRow('secrets', { name: 'রহিম', profile: 'default' })
  return router
}

/** What the command printed, what it said, and the code it would end with. */
async function exec(address: string, args: readonly string[], password = 'পাস word') {
  const printed: string[] = []
  const said: string[] = []
  const env = {
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    out: (line: string) => void printed.push(line),
    say: (line: string) => void said.push(line),
    secret: async () => await Promise.resolve(password),
  }
  const code = await command.run(['exec', '--address', address, '--user', 'admin', '--password-stdin', ...args], env).then(
    () => 0,
    (error: unknown) => {
      if (error instanceof CommandFailed || error instanceof BadUsage) return error.exitCode
      throw error
    },
  )
  return { code, printed, said: said.join('\n') }
}

test('rows are printed one to a line, and nothing in them reaches the terminal as a command', async () => {
  const router = await simulated()
  const result = await exec(`127.0.0.1:${router.port}`, ['/ppp/secret/print', '=.proplist=name,comment'])
  expect(result).toEqual({ code: 0, printed: ['name=anis  comment="shop \\"A\\" \\u001b[31m"', 'name=রহিম'], said: '' })
})

test('with --json the output is one array, whatever the number of rows, and holds what `!done` brought', async () => {
  const router = await simulated()
  const json = async (...args: string[]) => JSON.parse((await exec(`127.0.0.1:${router.port}`, ['--json', ...args])).printed.join('\n'))
  expect(await json('/ppp/secret/print', '?name=রহিম', '=.proplist=name,disabled')).toEqual([{ name: 'রহিম', disabled: 'false' }])
  expect(await json('/ppp/secret/print', '?name=nobody')).toEqual([])
  expect(await json('/ppp/secret/print', '=count-only=')).toEqual([{ ret: '2' }])
  expect(await json('/ppp/secret/add', '=name=new', '=comment==a=b')).toEqual([{ ret: '*3' }])
  expect(router.rows('secrets').at(-1)).toMatchObject({ name: 'new', comment: '=a=b' })
})

test('2 is the router’s no, of a command and of a log-in', async () => {
  const router = await simulated()
  const address = `127.0.0.1:${router.port}`
  expect(await exec(address, ['--json', '/ppp/secret/add', '=name=anis'])).toMatchObject({
    code: 2,
    printed: ['[', ']'],
    said: expect.stringContaining('already exists'),
  })
  const refused = await exec(address, ['/system/identity/print'], 'guess')
  expect(refused).toMatchObject({ code: 2, said: expect.stringContaining('invalid user name or password') })
  expect(refused.said).not.toContain('guess')
})

test('3 is no connection: nothing listens, the router ends it, the certificate is another one', async () => {
  const router = await simulated()
  const tls = `127.0.0.1:${router.tlsPort}`
  const pinned = ['--tls', '--fingerprint', router.fingerprint ?? '', '/system/identity/print']
  expect(await exec(tls, pinned)).toMatchObject({ code: 0, printed: ['name=pop-1'] })
  expect(await exec(tls, ['--tls', '--fingerprint', 'ab'.repeat(32), '/system/identity/print'])).toMatchObject({
    code: 3,
    printed: [],
    said: expect.stringContaining('another certificate'),
  })
  expect(await exec(tls, ['--tls', '/system/identity/print'])).toMatchObject({
    code: 3,
    said: expect.stringContaining((router.fingerprint ?? '').slice(0, 2).toUpperCase()),
  })
  const ending = await scriptedRouter(({ say }) => say('!fatal', 'too many'))
  expect(await exec(`127.0.0.1:${ending.port}`, ['/system/identity/print'])).toMatchObject({ code: 3, said: expect.stringContaining('too many') })
  await router.close()
  expect(await exec(tls, pinned)).toMatchObject({ code: 3, said: expect.stringContaining('nothing listens') })
})

test('4 is no answer in time; what came before is printed, and the router is told to stop', async () => {
  const peer = await scriptedRouter(({ words, reply }) => words[0] === '/interface/monitor-traffic' && reply('!re', '=name=ether1'))
  const result = await exec(`127.0.0.1:${peer.port}`, ['--json', '--timeout', '0.2', '/interface/monitor-traffic', '=interface=ether1'])
  expect(result).toMatchObject({ code: 4, said: expect.stringContaining('did not answer') })
  expect(JSON.parse(result.printed.join('\n'))).toEqual([{ name: 'ether1' }])
  expect(peer.heard.map(([name]) => name)).toContain('/cancel')
})

test('what is asked wrongly is said before anything is connected, with a code that means nothing else', async () => {
  const wrong: readonly (readonly [string, readonly string[]])[] = [
    ['command', []],
    ['no command of the API', ['ppp secret print']],
    ['no word of the API', ['/ppp/secret/print', 'name=anis']],
    ['no word of the API', ['/ppp/secret/print', '.tag=1']],
    ['--tls', ['--fingerprint', 'ab'.repeat(32), '/a']],
    ['64 hexadecimal', ['--tls', '--fingerprint', 'abc', '/a']],
    ['--timeout', ['--timeout', 'soon', '/a']],
    ['--colour', ['--colour', '/a']],
  ]
  const run = async (args: readonly string[]) => {
    const env = { config: readConfig({}), log: pino({ level: 'silent' }), out: () => {}, say: () => {}, secret: async () => await Promise.resolve('') }
    return await command.run(args, env).catch((error: unknown) => error)
  }
  for (const [message, args] of wrong) {
    const error = await run(['exec', '--address', '127.0.0.1:1', '--user', 'admin', '--password-stdin', ...args])
    expect(error, args.join(' ')).toBeInstanceOf(BadUsage)
    expect(error).toMatchObject({ exitCode: 64, message: expect.stringContaining(message) })
  }
  for (const args of [
    [],
    ['dance'],
    ['exec', '/a'],
    ['exec', '--address', 'x', '/a'],
    ['exec', '--address', 'x', '--user', 'a', '/a'],
    ['exec', '--address', 'x:y:z!', '--user', 'a', '--password-stdin', '/a'],
  ])
    expect(await run(args), args.join(' ')).toMatchObject({ exitCode: 64 })
})

test('as a program: the password comes from standard input, the code is the process’s, and an open input does not keep it', async () => {
  const router = await simulated()
  const run = async (...args: string[]): Promise<{ code: number | null; output: string }> => {
    const child = spawn(process.execPath, [
      'server/cli.ts',
      'router',
      'exec',
      '--address',
      `127.0.0.1:${router.port}`,
      '--user',
      'admin',
      '--password-stdin',
      ...args,
    ])
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stdin.write('পাস word\nnot the password\n')
    return await new Promise((resolve) => child.on('close', (code) => resolve({ code, output })))
  }
  expect(await run('/system/identity/print')).toEqual({ code: 0, output: 'name=pop-1\n' })
  expect(await run('/ppp/secret/remove', '=numbers=*99')).toMatchObject({ code: 2, output: expect.stringContaining('no such item') })
  expect((await run('nonsense')).code).toBe(64)
})

test('an interrupt stops the command on the router as well and leaves whole JSON behind', async () => {
  const router = await simulated()
  const args = [
    'router',
    'exec',
    '--address',
    `127.0.0.1:${router.port}`,
    '--user',
    'admin',
    '--password-stdin',
    '--json',
    '/ping',
    '=address=127.0.0.1',
    '=interval=50ms',
  ]
  const child = spawn(process.execPath, ['server/cli.ts', ...args])
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stdin.end('পাস word\n')
  await expect.poll(() => output, { timeout: 20_000 }).toContain('"sent":"2"')
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  expect(JSON.parse(output)).toEqual(expect.arrayContaining([expect.objectContaining({ host: '127.0.0.1', sent: '2' })]))
  await expect.poll(() => router.connections).toBe(0)
})
