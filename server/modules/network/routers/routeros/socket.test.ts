import { spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '#kernel/clock.ts'
import { DeviceNotTrusted, DeviceTimedOut } from '#kernel/device-errors.ts'
import { makeCertificate } from '../../../../../simulators/routeros/certificate.ts'
import { simulateRouter } from '../../../../../simulators/routeros/index.ts'
import { connectRouter } from './connection.ts'
import type { RouterAccess } from './connection.ts'
import { readIdentity } from './commands.ts'
import { parseFingerprint } from './socket.ts'

const access = (port: number, changes: Partial<RouterAccess> = {}): RouterAccess => ({
  host: '127.0.0.1',
  port,
  tls: null,
  user: 'admin',
  password: 'secret',
  connectTimeoutMs: 3000,
  timeoutMs: 3000,
  ...changes,
})
const failure = async (given: RouterAccess): Promise<Error> =>
  await connectRouter(given).then(
    () => new Error('It connected'),
    (error: unknown) => error as Error,
  )

async function routerWithTls() {
  const users = [{ name: 'admin', password: 'secret', group: 'full' }] as const
  const router = await simulateRouter({ clock: systemClock, version: '7.17', identity: 'pop-1', zone: 'Asia/Dhaka', users, seed: 1 }, { tlsPort: 0 })
  onTestFinished(router.close)
  return { router, fingerprint: router.fingerprint ?? '' }
}

test('C13 a pinned certificate is trusted, written with colons or without', async () => {
  const { router, fingerprint } = await routerWithTls()
  const colons = (fingerprint.match(/../g) ?? []).join(':').toUpperCase()
  for (const pin of [fingerprint, colons]) {
    const connection = await connectRouter(access(router.tlsPort, { tls: { fingerprint: pin } }))
    expect(await readIdentity(connection)).toBe('pop-1')
    await connection.close()
  }
})

test('C13 another certificate, a pin that is none, or no pin for a certificate nobody vouches for: nothing is sent', async () => {
  const { router, fingerprint } = await routerWithTls()
  for (const pin of [makeCertificate('pop-1', systemClock.now()).fingerprint, 'not a fingerprint', `${fingerprint}00`, '']) {
    const error = await failure(access(router.tlsPort, { tls: { fingerprint: pin } }))
    expect(error).toBeInstanceOf(DeviceNotTrusted)
    expect(error).toMatchObject({ details: { fingerprint: (fingerprint.match(/../g) ?? []).join(':').toUpperCase() } })
  }
  const error = await failure(access(router.tlsPort, { tls: { fingerprint: null } }))
  expect(error).toBeInstanceOf(DeviceNotTrusted)
  expect(error.message).toContain('No authority vouches')
  expect(router.rows('log')).toEqual([])
})

test('C13 a router without a certificate, and a port that speaks no TLS, are told apart from one that is away', async () => {
  const bare = createTlsServer({ ciphers: 'aNULL:@SECLEVEL=0', maxVersion: 'TLSv1.2' })
  const plain = createServer((socket) => socket.on('error', () => {}).end('!fatal'))
  for (const server of [bare, plain]) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
  }
  bare.on('tlsClientError', () => {})
  const [anonymous, unencrypted] = await Promise.all(
    [bare, plain].map(async (server) => await failure(access((server.address() as AddressInfo).port, { tls: { fingerprint: null } }))),
  )
  expect(anonymous).toMatchObject({ reason: 'tls', message: expect.stringContaining('needs a certificate') })
  expect(unencrypted).toMatchObject({ reason: 'tls', message: expect.stringContaining('port of api-ssl') })
})

test('C13 a port where nothing listens says so at once, an unknown name as well', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  expect(await failure(access(port))).toMatchObject({ reason: 'refused', code: 'device_unreachable', status: 503 })
  expect(await failure(access(port, { host: 'router.invalid' }))).toMatchObject({ reason: 'unknown_host' })
})

test('C13 an address that swallows connections is given up on after the time that was set, with TLS and without', async () => {
  const hole = await blackHole()
  for (const tls of [null, { fingerprint: null }]) {
    const began = performance.now()
    const error = await failure(access(hole, { connectTimeoutMs: 300, tls }))
    expect(error).toBeInstanceOf(DeviceTimedOut)
    expect(performance.now() - began).toBeLessThan(2500)
  }
})

test('C13 a router that takes the connection and closes it, or never answers, is told apart', async () => {
  const closing = createServer((socket) => socket.destroy())
  const mute = createServer((socket) => socket.on('error', () => {}))
  for (const server of [closing, mute]) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
  }
  expect(await failure(access((closing.address() as AddressInfo).port))).toMatchObject({ reason: 'closed' })
  const silent = await failure(access((mute.address() as AddressInfo).port, { timeoutMs: 200 }))
  expect(silent).toMatchObject({ reason: 'timed_out', message: expect.stringContaining('/login') })
})

test('a fingerprint is 64 hexadecimal digits', () => {
  expect(parseFingerprint('AB:'.repeat(31) + 'CD')).toBe(`${'ab'.repeat(31)}cd`)
  for (const text of ['', 'ab', 'g'.repeat(64), 'a'.repeat(63), 'a'.repeat(65)]) expect(parseFingerprint(text)).toBeNull()
})

/** A listening port whose owner never looks, with its queue full: the system drops what else wants to connect, as a firewall would. */
async function blackHole(): Promise<number> {
  const sleep = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000)'
  const program = `const s = require('net').createServer(); s.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => { require('fs').writeSync(1, String(s.address().port)); ${sleep} })`
  const owner = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] })
  const fillers: Socket[] = []
  onTestFinished(() => {
    for (const filler of fillers) filler.destroy()
    owner.kill('SIGKILL')
  })
  const port = Number(await new Promise((resolve) => owner.stdout.once('data', (text: Buffer) => resolve(text.toString()))))
  for (let isFull = false; !isFull; ) {
    const filler = connect({ host: '127.0.0.1', port }).on('error', () => {})
    fillers.push(filler)
    isFull = await Promise.race([
      new Promise<boolean>((resolve) => filler.once('connect', () => resolve(false))),
      new Promise<boolean>((resolve) => setTimeout(resolve, 400, true)),
    ])
    expect(fillers.length).toBeLessThan(20)
  }
  return port
}
