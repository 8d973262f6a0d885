import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { testDatabase } from '../../testing/database.ts'
import { createMetrics } from '../metrics.ts'
import { idSchema } from './schemas.ts'
import { createServer } from './server.ts'
import { eventStream, streamState } from './stream.ts'

const database = await testDatabase()
const state = { done: 0n, total: 3n }
const server = async () => {
  const app = await createServer({
    deps: { database, clock: database.clock, config: { publicUrl: null, trustProxy: [], webRoot: '/nonexistent', logLevel: 'silent' } },
    identities: { authenticate: async () => null, changed: () => {} },
    constraints: {},
    metrics: createMetrics(),
    ready: async () => ({ database: true, migrations: true }),
    version: '0',
    logger: pino({ level: 'silent' }),
    shedsLoad: false,
  })
  const live = { channels: ['test_progress'], everyMs: 60_000 }
  app.get(
    '/progress',
    { config: { permission: 'public' }, schema: { response: { 200: eventStream } } },
    async (request, reply) =>
      (await streamState(request, reply, {
        ...live,
        schema: z.object({ total: idSchema, done: z.string() }),
        read: async () => ({ data: { total: state.total, done: String(state.done) }, isDone: state.done === state.total }),
      })) as never,
  )
  app.get(
    '/gone',
    { config: { permission: 'public' }, schema: { response: { 200: eventStream } } },
    async (request, reply) =>
      (await streamState(request, reply, {
        ...live,
        schema: z.object({}),
        read: async () => {
          throw NotFound.of('run', 9n)
        },
      })) as never,
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, url: `http://127.0.0.1:${(app.server.address() as { port: number }).port}` }
}

test('a page sees each change when it is notified, and the stream ends with the work', async () => {
  const { app, url } = await server()
  const response = await fetch(`${url}/progress`)
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = (await reader?.read())?.value ?? ''
  // The channel may not be listened to yet when the first notice goes out; the last one must arrive.
  while (state.done < 3n) {
    state.done += 1n
    await sql`select pg_notify('test_progress', '')`.execute(database.db)
    if (state.done < 3n) await new Promise((resolve) => setTimeout(resolve, 150))
  }
  for (;;) {
    const part = await reader?.read()
    if (part === undefined || part.done) break
    text += part.value
  }
  const events = text
    .split('\n\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)) as { done: string })
  expect(events[0]).toEqual({ total: 3, done: '0' })
  expect(events.at(-1)).toEqual({ total: 3, done: '3' })
  expect(app.openStreams.size).toBe(0)
  await app.close()
})

test('what is not there is an ordinary problem', async () => {
  const { app, url } = await server()
  const response = await fetch(`${url}/gone`)
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, 'not_found'])
  await app.close()
})

test('a server that stops ends its streams', async () => {
  state.done = 0n
  const { app, url } = await server()
  const response = await fetch(`${url}/progress`)
  const started = performance.now()
  await app.close()
  expect(await response.text()).toContain('"done":"0"')
  expect(performance.now() - started).toBeLessThan(3000)
})
