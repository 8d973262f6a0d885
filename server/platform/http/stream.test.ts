import { afterAll, expect, test } from 'vitest'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { identities } from '../../modules/auth/index.ts'
import { logInAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { listenTo } from '../../testing/event-source.ts'
import { createMetrics } from '../metrics.ts'
import { createServer } from './server.ts'
import { eventStream, openStream } from './stream.ts'
import type { EventStream } from './stream.ts'

const database = await testDatabase()
const app = await createServer({
  deps: { database, clock: database.clock, config: { publicUrl: null, trustProxy: [], webRoot: '/nonexistent', logLevel: 'silent' } },
  identities: identities(database),
  constraints: {},
  metrics: createMetrics(),
  ready: async () => ({ database: true, migrations: true }),
  version: '0',
  logger: pino({ level: 'silent' }),
  shedsLoad: false,
})
const open: EventStream[] = []
let ended = 0
app.get('/stream', { exposeHeadRoute: false, config: { permission: 'session' }, schema: { response: { 200: eventStream } } }, async (request, reply) => {
  let beats = 0
  const stream = openStream(request, reply, {
    heartbeatMs: 50,
    onHeartbeat: () => stream.send({ id: `beat-${(beats += 1)}` }),
    onEnd: () => (ended += 1),
  })
  open.push(stream)
  return reply as never
})
await app.listen({ port: 0, host: '127.0.0.1' })
afterAll(async () => await app.close())
const { port } = app.server.address() as AddressInfo
const { cookie } = await logInAs(database, 'viewer')

test('a quiet stream beats, and what beats is no event but moves its place on', async () => {
  const listening = await listenTo(`http://127.0.0.1:${port}/stream`, { cookie })
  await expect.poll(() => listening.lastId()).toMatch(/^beat-[3-9]$/)
  expect(listening.events).toEqual([])
  open.at(-1)?.send({ id: '7', event: 'change', data: { words: 'লাইন\nfeed' } })
  await expect.poll(() => listening.events).toEqual([{ id: '7', event: 'change', data: { words: 'লাইন\nfeed' } }])
  expect(listening.headers.get('content-security-policy')).toContain("default-src 'self'")
  listening.close()
  await expect.poll(() => [open.at(-1)?.isOpen, app.openStreams.size]).toEqual([false, 0])
})

test('whoever does not read is not written to without end', async () => {
  const before = ended
  const socket = connect(port, '127.0.0.1')
  socket.write(`GET /stream HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\n\r\n`)
  socket.pause()
  await expect.poll(() => app.openStreams.size).toBe(1)
  const stream = open.at(-1) as EventStream
  const data = 'x'.repeat(64 * 1024)
  for (let n = 0; n < 1000 && stream.isOpen; n += 1) {
    stream.send({ data })
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect([stream.isOpen, ended - before]).toEqual([false, 1])
  stream.send({ data: 'late' })
  stream.end()
  expect(ended - before).toBe(1)
  socket.destroy()
})
