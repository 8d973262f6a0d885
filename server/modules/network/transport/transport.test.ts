import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import fc from 'fast-check'
import * as snmp from 'net-snmp'
import { expect, onTestFinished, test } from 'vitest'
import { simulateOlt } from '../../../../simulators/olt/index.ts'
import { compareOids, openSnmp } from './snmp.ts'
import { createTelnet, escapeTelnet } from './telnet-codec.ts'
import { openTelnet } from './telnet.ts'

const IAC = 255
const latin1 = (bytes: Buffer): string => bytes.toString('latin1')

/** Feeds bytes in pieces and gives what came of them in all. */
function fed(bytes: Buffer, sizes: readonly number[]): { data: string; reply: number[] } {
  const telnet = createTelnet()
  const all = { data: '', reply: [] as number[] }
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1)
    const { data, reply } = telnet.take(bytes.subarray(at, at + size))
    all.data += latin1(data)
    all.reply.push(...reply)
    at += size
  }
  return all
}

test('echo and suppress-go-ahead are taken, everything else is refused, and nothing is answered twice', () => {
  const bytes = Buffer.from([IAC, 251, 1, IAC, 251, 3, IAC, 253, 24, IAC, 253, 3, IAC, 251, 1, 104, 105, IAC, IAC, IAC, 241, 33])
  expect(fed(bytes, [1000])).toEqual({ data: 'hi\u00ff!', reply: [IAC, 253, 1, IAC, 253, 3, IAC, 252, 24, IAC, 251, 3] })
})

test('a subnegotiation is read over, also one that has no end', () => {
  expect(fed(Buffer.from([IAC, 250, 24, 1, IAC, 240, 111, 107]), [1000]).data).toBe('ok')
  const endless = Buffer.concat([Buffer.from([IAC, 250]), Buffer.alloc(5000, 65)])
  expect(fed(endless, [100]).data.length).toBeGreaterThan(3000)
})

test('however the bytes are cut, the data is the same, and what was escaped comes back', () => {
  const byte = fc.oneof(fc.constantFrom(IAC, 250, 251, 253, 240, 1, 3), fc.integer({ min: 0, max: 255 }))
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 80 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }), (numbers, sizes) => {
      const bytes = Buffer.from(numbers)
      expect(fed(bytes, sizes)).toEqual(fed(bytes, [1000]))
      expect(fed(escapeTelnet(bytes), sizes).data).toBe(latin1(bytes))
    }),
    { numRuns: 2000 },
  )
})

async function listening(accept: (socket: Socket) => void): Promise<{ port: number; sockets: Set<Socket> }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}))
    accept(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return { port: (server.address() as AddressInfo).port, sockets }
}

const address = (port: number) => ({ host: '127.0.0.1', port, connectTimeoutMs: 1000, encoding: 'utf8' as const })

test('text comes in the device’s encoding however it is cut, and a line that ends says why', async () => {
  const { port, sockets } = await listening((socket) => {
    for (const byte of Buffer.from('দোকান')) socket.write(Buffer.of(byte))
  })
  const wire = await openTelnet(address(port))
  let text = ''
  // What came before somebody listens is not lost.
  await new Promise((resolve) => setTimeout(resolve, 50))
  wire.onText((piece) => (text += piece))
  await expect.poll(() => text).toBe('দোকান')
  for (const socket of sockets) socket.destroy()
  expect(await wire.closed).toMatchObject({ code: 'device_unreachable', reason: 'closed' })
  expect(wire.isOpen).toBe(false)
  wire.write('into the void')
  wire.destroy()
})

test('nobody there is said, and so is a name that nobody knows', async () => {
  const { port, sockets } = await listening(() => {})
  for (const socket of sockets) socket.destroy()
  await expect(openTelnet(address(1))).rejects.toMatchObject({ reason: 'refused' })
  await expect(openTelnet({ ...address(port), host: 'no-such-host.invalid' })).rejects.toMatchObject({ reason: 'unknown_host' })
})

test('OIDs are compared by their numbers, above 2^31 too', () => {
  expect(compareOids('1.3.9', '1.3.10')).toBeLessThan(0)
  expect(compareOids('1.3.4194304000.2', '1.3.4194304000.10')).toBeLessThan(0)
  expect(compareOids('1.3', '1.3.1')).toBeLessThan(0)
  expect(compareOids('1.3.1', '1.3.1')).toBe(0)
  const parts = fc.array(fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 4_294_967_295 })), { minLength: 1, maxLength: 5 })
  const byParts = (one: readonly number[], other: readonly number[]): number => {
    const at = one.findIndex((part, index) => part !== other[index])
    return at < 0 ? one.length - other.length : at < other.length ? (one[at] ?? 0) - (other[at] ?? 0) : 1
  }
  fc.assert(fc.property(parts, parts, (one, other) => Math.sign(compareOids(one.join('.'), other.join('.'))) === Math.sign(byParts(one, other))))
})

test('a walk brings every row of the subtree and no other, with repetitions of any number', async () => {
  const olt = await simulateOlt({ family: 'huawei', pons: 2, onusPerPon: 30 }, { telnetPort: null })
  onTestFinished(olt.close)
  const session = openSnmp({ host: olt.host, port: olt.snmpPort ?? 0, credentials: { version: '2c', community: 'public' }, timeoutMs: 500, retries: 1 })
  onTestFinished(session.close)
  const deadline = AbortSignal.timeout(20_000)
  for (const maxRepetitions of [1, 7, 25, 100]) {
    const walked = await session.walk('1.3.6.1.4.1.2011.6.128.1.1.2.43.1.3', { maxRepetitions, deadline })
    expect(walked).toMatchObject({ complete: true, problem: null })
    expect(walked.rows.length).toBe(60)
    expect(walked.rows.every(({ value }) => Buffer.isBuffer(value) && value.length === 8)).toBe(true)
  }
  const none = await session.walk('1.3.6.1.4.1.99999', { maxRepetitions: 10, deadline })
  expect(none).toMatchObject({ complete: true, rows: [] })
  expect(await session.walk('1.3.6.1.4.1', { maxRepetitions: 20, deadline, mostRows: 50 })).toMatchObject({ complete: false })
  expect((await session.get(['1.3.6.1.2.1.1.1.0', '1.3.6.1.2.1.1.99.0'])).map(({ value }) => String(value))).toEqual(['Huawei Integrated Access Software'])
})

test('a session that is closed twice is closed', () => {
  const session = openSnmp({ host: '127.0.0.1', port: 161, credentials: { version: '2c', community: 'public' }, timeoutMs: 100, retries: 1 })
  session.close()
  expect(() => session.close()).not.toThrow()
})

test('the wrong community is not answered, and that is said as what it is', async () => {
  const olt = await simulateOlt({ family: 'vsol-gpon', pons: 1, onusPerPon: 1 }, { telnetPort: null })
  onTestFinished(olt.close)
  const session = openSnmp({ host: olt.host, port: olt.snmpPort ?? 0, credentials: { version: '2c', community: 'wrong' }, timeoutMs: 100, retries: 1 })
  onTestFinished(session.close)
  await expect(session.get(['1.3.6.1.2.1.1.1.0'])).rejects.toMatchObject({ code: 'device_timed_out' })
  expect(await session.walk('1.3.6.1', { maxRepetitions: 10, deadline: AbortSignal.timeout(5000) })).toMatchObject({ complete: false, rows: [] })
})

/** The library's own agent: the only one at hand that speaks version 3. */
async function agentOfVersion3(): Promise<number> {
  const probe = createSocket('udp4')
  await new Promise<void>((resolve) => probe.bind(0, '127.0.0.1', () => resolve()))
  const { port } = probe.address()
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  const agent = snmp.createAgent({ port, address: '127.0.0.1', disableAuthorization: false }, () => {})
  onTestFinished(() => void agent.close())
  agent.getAuthorizer().addUser({
    name: 'reader',
    level: snmp.SecurityLevel.authPriv,
    authProtocol: snmp.AuthProtocols.sha,
    authKey: 'long-secret-1',
    privProtocol: snmp.PrivProtocols.aes,
    privKey: 'long-secret-2',
  })
  agent.registerProvider({
    name: 'said',
    type: snmp.MibProviderType.Scalar,
    oid: '1.3.6.1.4.1.37950.1.1',
    scalarType: snmp.ObjectType.OctetString,
    maxAccess: snmp.MaxAccess['read-only'],
  })
  agent.getMib().setScalarValue('said', 'V9.9.9S')
  return port
}

test('version 3 is asked with authentication and privacy, and the wrong password brings nothing', async () => {
  const port = await agentOfVersion3()
  const credentials = {
    version: '3' as const,
    user: 'reader',
    auth: { protocol: 'sha' as const, password: 'long-secret-1' },
    privacy: { protocol: 'aes' as const, password: 'long-secret-2' },
  }
  const session = openSnmp({ host: '127.0.0.1', port, credentials, timeoutMs: 500, retries: 1 })
  onTestFinished(session.close)
  expect((await session.get(['1.3.6.1.4.1.37950.1.1.0'])).map(({ value }) => String(value))).toEqual(['V9.9.9S'])
  const walked = await session.walk('1.3.6.1.4.1.37950', { maxRepetitions: 5, deadline: AbortSignal.timeout(5000) })
  expect(walked).toMatchObject({ complete: true })
  expect(walked.rows.length).toBe(1)
  const wrong = openSnmp({
    host: '127.0.0.1',
    port,
    credentials: { ...credentials, auth: { protocol: 'sha', password: 'another-secret' } },
    timeoutMs: 200,
    retries: 0,
  })
  onTestFinished(wrong.close)
  await expect(wrong.get(['1.3.6.1.4.1.37950.1.1.0'])).rejects.toMatchObject({ name: expect.stringMatching(/Device/) })
})
