import { connect as connectTls, createSecureContext } from 'node:tls'
import { X509Certificate } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../server/kernel/clock.ts'
import { makeCertificate } from './certificate.ts'
import { simulateRouter } from './index.ts'
import { rawClient } from './raw-client.ts'

async function given(version = '7.18.2') {
  const users = [{ name: 'admin', password: '', group: 'full' }] as const
  const router = await simulateRouter({ clock: systemClock, version, identity: 'pop-1', zone: 'Asia/Dhaka', users, seed: 1 }, { tlsPort: 0 })
  onTestFinished(router.close)
  for (const name of ['anis', 'babul', 'chandan']) router.addRow('secrets', { name })
  const client = async () => {
    const made = await rawClient(router)
    onTestFinished(made.close)
    await made.logIn('admin', '')
    return made
  }
  return { router, client, first: await client() }
}

test('answers in pieces of one byte, and late, are the same answers', async () => {
  const { router, first } = await given()
  const whole = await first.ask('/ppp/secret/print')
  router.faults.fragmentBytes = 1
  router.faults.latencyMs = 50
  const began = performance.now()
  expect(await first.ask('/ppp/secret/print')).toEqual(whole)
  expect(performance.now() - began).toBeGreaterThan(45)
})

test('a connection lost at a write leaves it done or not, and the answer never comes', async () => {
  for (const isDone of [true, false]) {
    const { router, client, first } = await given()
    router.faults.dropAtWrite = { countdown: 2, isDone }
    expect((await first.ask('/ppp/secret/disable', '=numbers=anis')).at(-1)).toEqual(['!done'])
    expect(await first.ask('/ppp/secret/disable', '=numbers=babul')).toEqual([])
    expect(router.rows('secrets').map(({ disabled }) => disabled)).toEqual(['true', String(isDone), 'false'])
    expect((await (await client()).ask('/ppp/secret/disable', '=numbers=chandan')).at(-1)).toEqual(['!done'])
  }
})

test('a truncated print looks complete', async () => {
  const { router, first } = await given()
  router.faults.truncatePrintAt = 1
  expect(await first.values('name', '/ppp/secret/print')).toEqual(['anis'])
  router.faults.truncatePrintAt = 0
  expect(await first.ask('/ppp/secret/print')).toEqual([['!empty'], ['!done']])
})

test('a silent router takes commands and says nothing', async () => {
  const { router, first } = await given()
  router.faults.isSilent = true
  first.say('/ppp/secret/print')
  const winner = await Promise.race([first.next(), new Promise((resolve) => setTimeout(resolve, 100, 'nothing'))])
  expect(winner).toBe('nothing')
})

test('the twenty-first session is turned away since 7.16, and a service limits its own', async () => {
  const { router, client } = await given()
  for (let n = 2; n <= 20; n++) await client()
  const late = await rawClient(router)
  expect(await late.next()).toBeNull()
  expect(router.rows('log').at(-1)?.['message']).toContain('maximum number of sessions')
  const old = await given('6.49.10')
  for (let n = 2; n <= 25; n++) await old.client()
  expect(old.router.connections).toBe(25)
})

test('a service that is disabled, or not open to this address, lets nobody in', async () => {
  const { router, first } = await given()
  await first.ask('/ip/service/set', '=numbers=api', '=address=10.0.0.0/8')
  const outside = await rawClient(router)
  onTestFinished(outside.close)
  outside.say('/login', '=name=admin', '=password=')
  expect(await Promise.race([outside.next(), new Promise((resolve) => setTimeout(resolve, 100, 'nothing'))])).toBe('nothing')
  await first.ask('/ip/service/set', '=numbers=api', '=address=127.0.0.0/8')
  const inside = await rawClient(router)
  onTestFinished(inside.close)
  expect(await inside.logIn('admin', '')).toEqual([['!done']])
  await first.ask('/ip/service/disable', '=numbers=api')
  expect(await (await rawClient(router)).next()).toBeNull()
})

test('TLS shows a certificate of its own that Node can read, and speaks the same API', async () => {
  const { router } = await given()
  const socket = connectTls({ host: router.host, port: router.tlsPort, rejectUnauthorized: false })
  onTestFinished(() => void socket.destroy())
  await new Promise((resolve) => socket.once('secureConnect', resolve))
  expect(socket.getPeerX509Certificate()?.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(router.fingerprint)
  // Every length of a name, for each moves what follows it and the ends of the lines.
  for (let length = 1; length <= 64; length++) {
    const name = 'n'.repeat(length)
    const { cert, key } = makeCertificate(name, systemClock.now())
    const read = new X509Certificate(cert)
    expect(read.subject).toBe(`CN=${name}`)
    expect(read.verify(read.publicKey)).toBe(true)
    expect(() => createSecureContext({ cert, key })).not.toThrow()
  }
})
