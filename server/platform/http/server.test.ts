import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { identities, secretHash } from '../../modules/auth/index.ts'
import { logInAs, sender } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { createMetrics } from '../metrics.ts'
import type { App } from './app.ts'
import { transactOnce } from './idempotency.ts'
import { dateSchema, idParams, idSchema, instantSchema, limitParam, minorSchema, monthSchema, pageOf, positiveMinorSchema } from './schemas.ts'
import { createServer } from './server.ts'
import { transact } from './transact.ts'

const database = await testDatabase()
const webRoot = mkdtempSync(join(tmpdir(), 'lastmile-web-'))
mkdirSync(join(webRoot, 'assets'))
writeFileSync(join(webRoot, 'index.html'), '<title>staff</title>')
writeFileSync(join(webRoot, 'portal.html'), '<title>portal</title>')
writeFileSync(join(webRoot, 'assets', 'app-1a2b.js'), 'export {}')
afterAll(() => rmSync(webRoot, { recursive: true }))

const make = async (routes: (app: App) => void) => {
  const app = await createServer({
    deps: { database, clock: database.clock, config: { publicUrl: null, trustProxy: [], webRoot, logLevel: 'silent' } },
    identities: identities(database),
    constraints: { branches_code_key: { code: 'branch_code_taken', status: 409, message: 'Taken', field: 'code' } },
    metrics: createMetrics(),
    ready: async () => ({ database: true, migrations: true }),
    version: '0',
    logger: pino({ level: 'silent' }),
    shedsLoad: false,
  })
  routes(app)
  await app.ready()
  afterAll(async () => await app.close())
  return app
}

describe('a server does not start', () => {
  const refusal = (routes: (app: App) => void) =>
    make(routes).then(
      () => 'started',
      (error: Error) => error.message,
    )
  const response = { 200: z.object({}) }

  test.each<[string, string, (app: App) => void]>([
    ['without a permission', 'names no permission', (app) => app.get('/x', { schema: { response } }, () => ({}))],
    [
      'with a permission that does not exist',
      'does not exist',
      (app) => app.get('/x', { config: { permission: 'client.fly' as never }, schema: { response } }, () => ({})),
    ],
    ['without a response schema', 'no response schema', (app) => app.get('/x', { config: { permission: 'public' } }, () => ({}))],
    [
      'with an endless list',
      'without a limit',
      (app) =>
        app.get('/x', { config: { permission: 'public' }, schema: { response: { 200: pageOf(z.object({})) } } }, () => ({ items: [], next_cursor: null })),
    ],
  ])('with a route %s', async (_what, message, routes) => {
    expect(await refusal(routes)).toContain(message)
  })

  test('only then', async () => {
    expect(
      await refusal((app) =>
        app.get(
          '/x',
          { config: { permission: 'public' }, schema: { querystring: z.strictObject({ limit: limitParam }), response: { 200: pageOf(z.object({})) } } },
          () => ({ items: [], next_cursor: null }),
        ),
      ),
    ).toBe('started')
  })
})

const everything = z.object({ id: idSchema, amount: minorSchema, day: dateSchema, month: monthSchema, at: instantSchema })
await sql`create table effects (id bigint generated always as identity, amount bigint)`.execute(database.db)
const app = await make((server) => {
  server.post('/echo', { config: { permission: 'public' }, schema: { body: everything, response: { 200: everything } } }, (request) => request.body)
  server.get(
    '/things/:id',
    {
      config: { permission: 'public' },
      schema: { params: idParams, querystring: z.strictObject({ day: dateSchema.optional() }), response: { 200: z.object({ id: idSchema }) } },
    },
    (request) => ({ id: request.params.id }),
  )
  server.post(
    '/effects',
    {
      config: { permission: 'session', idempotency: 'required' },
      schema: { body: z.strictObject({ amount: positiveMinorSchema }), response: { 201: z.object({ id: idSchema, amount: minorSchema }) } },
    },
    (request, reply) =>
      transactOnce(request, reply, async (tx) => {
        const { rows } = await sql<{ id: bigint; amount: never }>`insert into effects (amount) values (${request.body.amount}) returning id, amount`.execute(
          tx.db,
        )
        if (request.body.amount === 666n) throw new Error('it breaks')
        return { status: 201, body: rows[0] }
      }),
  )
  server.post(
    '/branches',
    { config: { permission: 'session' }, schema: { body: z.strictObject({ code: z.string(), number: z.number().optional() }), response: { 204: z.null() } } },
    async (request, reply) => {
      await transact(request, (tx) =>
        sql`insert into branches (code, name) values (${request.body.code}, ${request.body.number ?? 1}::int4::text)`.execute(tx.db),
      )
      return reply.code(204).send(null)
    },
  )
  server.get('/broken', { config: { permission: 'public' }, schema: { response: { 200: z.object({ id: idSchema }) } } }, () => {
    throw new Error('password=hunter2 at line 3')
  })
  server.get('/lying', { config: { permission: 'public' }, schema: { response: { 200: z.object({ id: idSchema }) } } }, () => ({ id: 'x' }) as never)
})
const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })
const good = { id: 7, amount: -50, day: '2026-02-28', month: '2026-02', at: '2026-02-01T06:00:00+06:00' }

describe('the wire', () => {
  test('carries ids, money, days, months and times to and fro', async () => {
    const answer = await post('/echo', good)
    expect(answer.json()).toEqual({ ...good, at: '2026-02-01T00:00:00Z' })
  })

  test.each<[string, unknown]>([
    ['an id of zero', { ...good, id: 0 }],
    ['an id as text', { ...good, id: '7' }],
    ['an id beyond 2^53', { ...good, id: 2 ** 53 }],
    ['half a poisha', { ...good, amount: 0.5 }],
    ['money beyond its limit', { ...good, amount: 9_000_000_000_000_001 }],
    ['30 February', { ...good, day: '2026-02-30' }],
    ['a day with a time', { ...good, day: '2026-02-28T00:00' }],
    ['a day before the calendar of the books', { ...good, day: '0001-01-01' }],
    ['a month 13', { ...good, month: '2026-13' }],
    ['a time without a zone', { ...good, at: '2026-02-01T00:00:00' }],
    ['a time beyond every clock', { ...good, at: '+275760-09-13T00:00:00Z' }],
    ['nothing', null],
    ['a list', []],
  ])('refuses %s with 422 and the field', async (_what, body) => {
    const answer = await post('/echo', body)
    expect([answer.statusCode, answer.json().code, answer.json().errors.length > 0]).toEqual([422, 'invalid', true])
  })

  test.each([['abc'], ['0'], ['-1'], ['1.5'], ['99999999999999999999'], ['1%00'], ['9007199254740993'], ['%F0%9F%98%80']])(
    'refuses %s as an id in a path',
    async (id) => {
      expect((await app.inject(`/things/${id}`)).statusCode).toBe(422)
    },
  )
})

describe('a request that is not one', () => {
  test.each<[string, number, string, string, Record<string, string>]>([
    ['half a JSON', 400, 'malformed_json', '{"id":', {}],
    ['no body under a JSON label', 400, 'malformed_json', '', {}],
    ['__proto__', 400, 'malformed_json', '{"__proto__":{"isAdmin":true}}', {}],
    ['a constructor', 400, 'malformed_json', '{"constructor":{"prototype":{}}}', {}],
    ['plain text', 415, 'unsupported_media_type', 'hello', { 'content-type': 'text/plain' }],
    ['XML', 415, 'unsupported_media_type', '<a/>', { 'content-type': 'application/xml' }],
    ['a form', 415, 'unsupported_media_type', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a form with files', 415, 'unsupported_media_type', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['two megabytes', 413, 'too_large', JSON.stringify('x'.repeat(2_000_000)), {}],
  ])('%s is answered %i %s', async (_what, status, code, body, headers) => {
    const answer = await post('/echo', body, headers)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.json().request_id).toBe(answer.headers['x-request-id'])
  })

  test('a NUL character is refused wherever it stands', async () => {
    const { cookie } = await logInAs(database, 'viewer')
    const answers = [await post('/branches', { code: 'a\0b' }, { cookie }), await app.inject('/things/1?day=%00')]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422])
  })

  test('an address that cannot be decoded is 400', async () => {
    expect((await app.inject('/things/%E0%A4%A')).statusCode).toBe(400)
  })
})

describe('an error', () => {
  test('of the program shows nothing of its inside', async () => {
    const answer = await app.inject('/broken')
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'internal'])
    expect(answer.payload).not.toMatch(/hunter2|line 3|stack/)
  })

  test('is an answer that does not fit its schema', async () => {
    expect((await app.inject('/lying')).statusCode).toBe(500)
  })

  test('of a known constraint names code and field; of a value too large for its column it is 422', async () => {
    const { cookie } = await logInAs(database, 'viewer')
    expect((await post('/branches', { code: 'one' }, { cookie })).statusCode).toBe(204)
    expect((await post('/branches', { code: 'one' }, { cookie })).json()).toMatchObject({ status: 409, code: 'branch_code_taken', errors: [{ field: 'code' }] })
    expect((await post('/branches', { code: 'two', number: 9e12 }, { cookie })).json()).toMatchObject({ status: 422, code: 'invalid' })
  })

  test('speaks the language of the person', async () => {
    const answer = await app.inject({ url: '/api/v1/none', headers: { 'accept-language': 'bn-BD,bn;q=0.9' } })
    expect([answer.statusCode, answer.json().title]).toEqual([404, 'এটি নেই, অথবা আপনার শাখার বাইরে'])
  })
})

describe('an idempotency key', () => {
  const effects = async (amount: number) =>
    (await sql<{ n: number }>`select count(*)::int as n from effects where amount = ${amount}`.execute(database.db)).rows[0]?.n

  test('is asked for by a route that moves money', async () => {
    const { cookie } = await logInAs(database, 'viewer')
    expect((await post('/effects', { amount: 1 }, { cookie })).json()).toMatchObject({ status: 400, code: 'idempotency_key_required' })
    expect((await post('/effects', { amount: 1 }, { cookie, 'idempotency-key': 'with space' })).json().code).toBe('idempotency_key_not_valid')
  })

  test('used twenty times at once has one effect and twenty equal answers', async () => {
    const { cookie } = await logInAs(database, 'viewer')
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('/effects', { amount: 4200 }, { cookie, 'idempotency-key': 'payment-4200' })))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 20 }, () => 201))
    expect(new Set(answers.map(({ payload }) => payload)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1)
    expect(await effects(4200)).toBe(1)
  })

  test('does not serve another body, nor another person', async () => {
    const { cookie } = await logInAs(database, 'viewer')
    const other = await logInAs(database, 'viewer')
    await post('/effects', { amount: 7100 }, { cookie, 'idempotency-key': 'the-same-key' })
    expect((await post('/effects', { amount: 7101 }, { cookie, 'idempotency-key': 'the-same-key' })).json()).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    })
    expect((await post('/effects', { amount: 7100 }, { cookie: other.cookie, 'idempotency-key': 'the-same-key' })).statusCode).toBe(201)
    expect([await effects(7100), await effects(7101)]).toEqual([2, 0])
  })

  test('is free again when the work failed', async () => {
    const { cookie } = await logInAs(database, 'viewer')
    expect((await post('/effects', { amount: 666 }, { cookie, 'idempotency-key': 'breaks-666' })).statusCode).toBe(500)
    expect(await effects(666)).toBe(0)
    const { rows } = await sql`select 1 from idempotency_keys where key = 'breaks-666'`.execute(database.db)
    expect(rows).toHaveLength(0)
  })
})

describe('the outside', () => {
  test('gets headers that keep other sites and injected scripts out', async () => {
    const { headers } = await app.inject('/')
    expect(headers['content-security-policy']).toMatch(/default-src 'self';script-src 'self';/)
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test('gets the web app at every address it knows, and problems under /api', async () => {
    const [home, deep, portal, asset, missing, api, climb] = await Promise.all(
      ['/', '/clients/7', '/portal/bills', '/assets/app-1a2b.js', '/assets/gone.js', '/api/v1/gone', '/..%2f..%2fetc%2fpasswd.txt'].map((url) =>
        app.inject(url),
      ),
    )
    expect([home?.payload, deep?.payload, portal?.payload]).toEqual(['<title>staff</title>', '<title>staff</title>', '<title>portal</title>'])
    expect([home?.headers['cache-control'], asset?.headers['cache-control']]).toEqual(['no-cache', 'public, max-age=31536000, immutable'])
    expect([missing?.statusCode, api?.statusCode, api?.json().code]).toEqual([404, 404, 'not_found'])
    expect([400, 403, 404]).toContain(climb?.statusCode)
  })

  test('sees that the process lives and can serve', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready', database: true, migrations: true })
  })

  test('sees the metrics from this machine, or with the permission', async () => {
    const local = await app.inject('/metrics')
    expect(local.payload).toMatch(/lastmile_http_request_seconds_count\{method="GET",route="\/healthz",status="200"\} \d+/)
    expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(401)
    expect((await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '10.0.0.9' } })).statusCode).toBe(401)
    const [viewer, admin] = [await logInAs(database, 'viewer'), await logInAs(database, 'admin')]
    const from = async (cookie: string) => (await app.inject({ url: '/metrics', remoteAddress: '10.0.0.9', headers: { cookie } })).statusCode
    expect([await from(viewer.cookie), await from(admin.cookie)]).toEqual([403, 200])
  })

  test('reads the contract as a page that needs nothing from elsewhere', async () => {
    const { payload, headers } = await app.inject('/api/docs')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(payload).toContain('/things/{id}')
    expect(payload).not.toMatch(/<script|https?:\/\//)
    expect((await app.inject('/api/openapi.json')).json().openapi).toBe('3.1.0')
  })

  test('cannot use a session that was stored by its hash', async () => {
    const { cookie } = await logInAs(database, 'admin')
    const hash = secretHash(cookie.slice(4)).toString('base64url')
    expect((await sender(app, { cookie: `sid=${hash}` })('POST', '/effects', { amount: 1 })).status).toBe(404)
    expect(
      (await app.inject({ method: 'POST', url: '/effects', headers: { cookie: `sid=${hash}`, 'idempotency-key': 'abcdefgh' }, payload: { amount: 1 } }))
        .statusCode,
    ).toBe(401)
  })
})
