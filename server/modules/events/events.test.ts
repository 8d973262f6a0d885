import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app.ts'
import type { Scope } from '../../kernel/actor.ts'
import { date } from '../../kernel/time.ts'
import { openDatabase } from '../../platform/db/pool.ts'
import type { Database } from '../../platform/db/tx.ts'
import type { App } from '../../platform/http/app.ts'
import { logInAs, sender } from '../../testing/app-as.ts'
import type { AsOptions, TestUser } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { Listening, ServerEvent } from '../../testing/event-source.ts'
import { listenTo } from '../../testing/event-source.ts'
import { aBranch, aClient, anActor, aPackage, doing } from '../../testing/factories.ts'
import { executePreview, executeRun, requestRun } from '../billing/index.ts'
import { checkBooks } from '../doctor/index.ts'

const database = await testDatabase()
const [north, south] = [await aBranch(database, 'NORTH'), await aBranch(database, 'SOUTH')]
const packageId = (await aPackage(database)).package.id
for (const branch_id of [north, south]) await aClient(database, { branch_id, subscription: { packageId, activatedOn: date('2026-01-01') } })

/** A web process of its own: its own connections and its own LISTEN, on the one database. */
async function webProcess(): Promise<{ app: App; url: string; own: Database }> {
  const own = await openDatabase({ url: database.url }, database.clock, { main: 4, direct: 2, replica: 1 })
  const app = await buildApp({ database: own, config: { publicUrl: null, trustProxy: [], logLevel: 'silent' }, webRoot: '/nonexistent', shedsLoad: false })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  afterAll(async () => {
    await app.close()
    await own.close()
  })
  return { app, url, own }
}
const one = await webProcess()
const two = await webProcess()

const listen = ({ url }: { url: string }, { cookie }: TestUser, lastEventId?: string): Promise<Listening> =>
  listenTo(`${url}/api/v1/events`, { cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) })
const changes = ({ events }: Listening): ServerEvent['data'][] => events.filter(({ event }) => event === 'change').map(({ data }) => data)
const isReady = async (stream: Listening): Promise<void> => expect.poll(() => stream.events.at(-1)?.event, { timeout: 10_000 }).toBe('ready')

/** Logs somebody in who listens from now on, with the LISTEN of the process in place. */
async function listener(process: { url: string; own: Database }, role: string, options: AsOptions = {}): Promise<{ user: TestUser; stream: Listening }> {
  const user = await logInAs(database, role, options)
  const stream = await listen(process, user)
  await expect.poll(() => process.own.notifications.hears('changes'), { timeout: 10_000 }).toBe(true)
  await isReady(stream)
  return { user, stream }
}

const of = (branchId: bigint): { scope: Scope } => ({ scope: { kind: 'branches', branchIds: [branchId] } })
const runOf = async (branchId: bigint): Promise<number> =>
  Number((await doing(database, (tx) => requestRun(tx, { month: date('2026-01-01'), scope: { branchIds: [branchId] }, startsItself: true }))).id)

test('a page hears of a run that another process works on, until it is done', async () => {
  const { stream } = await listener(two, 'accountant')
  expect([stream.status, stream.headers.get('content-type'), stream.headers.get('x-accel-buffering')]).toEqual([200, 'text/event-stream; charset=utf-8', 'no'])
  expect(stream.events[0]).toMatchObject({ event: 'ready', data: { is_stale: true }, id: expect.stringMatching(/^[0-9a-f]+-\d+$/) })
  const { user } = await listener(one, 'accountant')
  const { body } = await sender(one.app, { cookie: user.cookie })('POST', '/invoice-runs', { month: '2026-01', branch_ids: [Number(north)], start: true })
  await expect.poll(() => changes(stream)).toEqual([{ topic: 'invoice_runs', ids: [body.id] }])
  await executePreview(database, BigInt(body.id), { actor: anActor(), chunk: 10 })
  const before = changes(stream).length
  await executeRun(database, BigInt(body.id), { actor: anActor(), chunk: 10 })
  await expect.poll(() => changes(stream).length).toBeGreaterThan(before)
  expect(new Set(changes(stream).flatMap(({ ids }) => ids))).toEqual(new Set([body.id]))
  stream.close()
})

test('nobody hears of what he may not see: the run of another branch, files of somebody else, checks of the books', async () => {
  const grants = { grants: ['client.import', 'client.export'] }
  const [mine, other, viewer, admin] = await Promise.all([
    listener(one, 'branch_manager', { ...of(south), ...grants }),
    listener(one, 'branch_manager', { ...of(north), ...grants }),
    listener(one, 'viewer'),
    listener(one, 'admin'),
  ])
  const added = async (table: string, column: string, value: string): Promise<number> =>
    Number(
      (
        await sql<{
          id: bigint
        }>`insert into ${sql.table(table)} (${sql.ref(column)}, format, created_by) values (${value}, 'csv', ${mine.user.userId}) returning id`.execute(
          database.db,
        )
      ).rows[0]?.id,
    )
  const runId = await runOf(south)
  const run = `invoice_runs ${runId}`
  const anImport = `imports ${await added('imports', 'kind', 'clients')}`
  const anExport = `exports ${await added('exports', 'list', 'clients')}`
  await checkBooks(database, { actor: anActor(), occasion: 'command', seals: 'recent' })
  // The last word of an earlier test's run may still have been on its way.
  const isEarlier = (topic: unknown, id: number): boolean => topic === 'invoice_runs' && id < runId
  const heard = ({ stream }: { stream: Listening }) =>
    new Set(changes(stream).flatMap(({ topic, ids }) => (ids as number[]).filter((id) => !isEarlier(topic, id)).map((id) => `${topic} ${id}`)))
  // What comes last is told last, and to everybody.
  await sender(one.app, { cookie: admin.user.cookie })('PATCH', '/settings', { values: { 'company.name': 'Padma Net' } })
  for (const { stream } of [mine, other, viewer, admin]) await expect.poll(() => changes(stream).some(({ topic }) => topic === 'company')).toBe(true)
  expect([mine, other, viewer, admin].map(heard)).toEqual([
    new Set([run, anImport, anExport]),
    new Set(),
    new Set([run]),
    new Set([run, anImport, 'doctor_results 1']),
  ])
  for (const { stream } of [mine, other, viewer, admin]) stream.close()
})

test('a page that comes again is told what it missed, and only that; where that cannot be told, it is stale', async () => {
  const { user, stream } = await listener(one, 'accountant')
  const first = await runOf(north)
  await expect.poll(() => changes(stream).length).toBe(1)
  stream.close()
  await stream.ended
  const missed = await runOf(south)
  const { stream: witness } = await listener(one, 'accountant')
  const last = await runOf(north)
  await expect.poll(() => changes(witness).some(({ ids }) => ids.includes(last))).toBe(true)

  const again = await listen(one, user, stream.lastId() ?? '')
  await isReady(again)
  expect(again.events.map(({ event, data }) => [event, data])).toEqual([
    ['change', { topic: 'invoice_runs', ids: [missed, last] }],
    ['ready', { is_stale: false }],
  ])
  expect(first).not.toBe(missed)
  for (const lastId of [`${stream.lastId()}999`, 'ffffffffffff-1', "'; drop table users", '']) {
    const strange = await listen(one, user, lastId)
    await isReady(strange)
    expect(strange.events.map(({ data }) => data)).toEqual([{ is_stale: true }])
    strange.close()
  }
  const elsewhere = await listen(two, user, again.lastId() ?? '')
  await isReady(elsewhere)
  expect(elsewhere.events[0]?.data).toEqual({ is_stale: true })
  for (const each of [again, witness, elsewhere]) each.close()
})

test('a log-out ends the streams of that session in every process, and nobody else’s', async () => {
  const { user, stream } = await listener(one, 'accountant')
  const other = await listener(two, 'accountant')
  const elsewhere = await listen(two, user)
  await isReady(elsewhere)
  expect((await sender(one.app, { cookie: user.cookie })('DELETE', '/auth/session')).status).toBe(204)
  await Promise.all([stream.ended, elsewhere.ended])
  expect((await listen(two, user)).status).toBe(401)
  const run = await runOf(north)
  await expect.poll(() => changes(other.stream)).toContainEqual({ topic: 'invoice_runs', ids: [run] })
  other.stream.close()
})

test('a person who loses a right hears no more of what it showed, and is told that his rights have changed', async () => {
  const { user, stream } = await listener(one, 'accountant')
  await sql`insert into user_permissions (user_id, permission, effect) values (${user.userId}, 'invoice.view', 'deny')`.execute(database.db)
  await expect.poll(() => changes(stream)).toEqual([{ topic: 'session', ids: [] }])
  await runOf(south)
  await sender(one.app, { cookie: (await logInAs(database, 'admin')).cookie })('PATCH', '/settings', { values: { 'company.name': 'Meghna Net' } })
  await expect.poll(() => changes(stream).length).toBe(2)
  expect(changes(stream)[1]).toEqual({ topic: 'company', ids: [] })
  stream.close()
})

test('a person has a bounded number of streams, and one that is closed makes room', async () => {
  const user = await logInAs(database, 'accountant')
  const open = await Promise.all(Array.from({ length: 8 }, () => listen(one, user)))
  expect(open.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
  const refused = await fetch(`${one.url}/api/v1/events`, { headers: { cookie: user.cookie, 'accept-language': 'en' } })
  expect([refused.status, refused.headers.get('retry-after'), ((await refused.json()) as { code: string }).code]).toEqual([429, '60', 'too_many_streams'])
  const another = await listener(one, 'viewer')
  expect(another.stream.status).toBe(200)
  open[0]?.close()
  await expect
    .poll(async () => {
      const next = await listen(one, user)
      if (next.status === 200) open.push(next)
      return next.status
    })
    .toBe(200)
  for (const stream of [...open, another.stream]) stream.close()
})

test('after the process could not listen for a while, its pages know that they are stale', async () => {
  const { stream } = await listener(two, 'accountant')
  const before = stream.events.length
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lastmile listen' and datname = current_database()`.execute(
    database.db,
  )
  await expect.poll(() => stream.events.slice(before).map(({ data }) => data), { timeout: 10_000 }).toEqual([{ is_stale: true }])
  const run = await runOf(north)
  await expect.poll(() => changes(stream)).toContainEqual({ topic: 'invoice_runs', ids: [run] })
  stream.close()
})

test('it needs a log-in, takes nothing, and is described as a stream', async () => {
  expect((await fetch(`${one.url}/api/v1/events`)).status).toBe(401)
  const user = await logInAs(database, 'viewer')
  expect((await fetch(`${one.url}/api/v1/events?since=1`, { headers: { cookie: user.cookie } })).status).toBe(422)
  const { paths } = (await (await fetch(`${one.url}/api/openapi.json`)).json()) as {
    paths: Record<string, { get: { responses: Record<string, { content: object }> } }>
  }
  expect(Object.keys(paths['/api/v1/events']?.get.responses['200']?.content ?? {})).toEqual(['text/event-stream'])
})

test('a server that stops ends its streams at once', async () => {
  const three = await webProcess()
  const { stream } = await listener(three, 'accountant')
  const started = performance.now()
  await three.app.close()
  await stream.ended
  expect(performance.now() - started).toBeLessThan(3000)
  expect(three.app.openStreams.size).toBe(0)
})
