import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { appAs } from '../../../testing/app-as.ts'
import type { Send } from '../../../testing/app-as.ts'
import { testDatabase } from '../../../testing/database.ts'
import type { TestDatabase } from '../../../testing/database.ts'
import { aBareRouter, aBranch, aClient, aPackage, unique } from '../../../testing/factories.ts'

const clock = settableClock('2026-03-10T12:00:00Z')
let database: TestDatabase
let branchId: bigint
let routerId: bigint
let packageId: bigint
let asking: Send
let deciding: Send

beforeAll(async () => {
  database = await testDatabase({ clock })
  branchId = await aBranch(database)
  packageId = (await aPackage(database)).package.id
  routerId = await aBareRouter(database, branchId)
  asking = await appAs(database, 'admin')
  deciding = await appAs(database, 'manager')
})

async function session(
  address: string,
  from: string,
  until: string | null,
  { prefix = null, cause = 'User-Request' }: { prefix?: string | null; cause?: string } = {},
): Promise<string> {
  const login = `user${unique()}`
  await aClient(database, {
    branch_id: branchId,
    name: `Name of ${login}`,
    subscription: { packageId, pppoe_login: login, pppoePassword: 'word', router_id: routerId },
  })
  const report = async (kind: string, at: string): Promise<unknown> =>
    await sql`select report_ppp_session(${kind}, ${routerId}, 'radius', ${login}, ${login}, ${`2026-03-10T${at}:00Z`}::timestamptz, null, ${address}::inet, ${prefix}::cidr, '50:d4:f7:00:00:01',
      '', '', null, 1, 1, ${cause})`.execute(database.db)
  await report('start', from)
  if (until !== null) await report('stop', until)
  return login
}
const ask = async (address: string, from: string, until: string, more: Record<string, unknown> = {}, send = asking) =>
  await send('POST', '/address-traces', {
    address,
    from: `2026-03-10T${from}:00Z`,
    until: `2026-03-10T${until}:00Z`,
    reason: 'The court asks',
    reference: 'Order 17/2026',
    ...more,
  })
const names = (answer: { body: { found: { login: string }[] } }): string[] => answer.body.found.map(({ login }) => login)

test('whoever had an address at a time is found among live and ended sessions, with who he is', async () => {
  const first = await session('203.0.113.5', '06:00', '07:00')
  const second = await session('203.0.113.5', '07:30', null)
  const other = await session('203.0.113.6', '06:00', null)
  const early = await ask('203.0.113.5', '06:30', '06:31', { port: 40_123 })
  expect(early.status).toBe(201)
  expect(early.body).toMatchObject({
    port: 40_123,
    is_approved: null,
    found: [{ login: first, client_name: `Name of ${first}`, caller_id: '50:d4:f7:00:00:01', ended_at: '2026-03-10T07:00:00+00:00', is_certain: true }],
  })
  expect(names(await ask('203.0.113.5', '07:10', '07:20'))).toEqual([])
  expect(names(await ask('203.0.113.5', '06:50', '07:40'))).toEqual([second, first])
  expect(names(await ask('203.0.113.6', '06:00', '06:00'))).toEqual([other])
})

test('an address of IPv6 is found by the prefix it lies in', async () => {
  const login = await session('203.0.113.8', '06:00', null, { prefix: '2001:db8:17::/48' })
  expect(names(await ask('2001:db8:17:4::9', '06:30', '06:31'))).toEqual([login])
  expect(names(await ask('2001:db8:18:4::9', '06:30', '06:31'))).toEqual([])
})

test('who was last heard of shortly before is named, and that it is not certain', async () => {
  const lost = await session('203.0.113.9', '06:00', '07:00', { cause: 'lost' })
  const ended = await session('203.0.113.10', '06:00', '07:00')
  expect((await ask('203.0.113.9', '07:10', '07:10')).body.found).toMatchObject([{ login: lost, is_certain: false }])
  expect(names(await ask('203.0.113.10', '07:10', '07:10'))).toEqual([])
  expect(ended).not.toBe(lost)
})

test('nothing leaves before a second person has agreed; then each handing over is noted', async () => {
  const login = await session('203.0.113.11', '06:00', '07:00')
  const { body: trace } = await ask('203.0.113.11', '06:30', '06:31')
  const file = `/address-traces/${trace.id}/sessions.csv`
  expect((await asking('GET', file)).body.code).toBe('not_approved')
  expect(trace.allowed).toMatchObject({ decide: { ok: false, code: 'second_person' }, export: { ok: false, code: 'trace_waits' } })
  expect((await asking('POST', `/address-traces/${trace.id}/decision`, { is_approved: true })).body.code).toBe('second_person_needed')
  expect((await deciding('GET', `/address-traces/${trace.id}`)).body.allowed).toMatchObject({ decide: { ok: true } })
  expect((await deciding('POST', `/address-traces/${trace.id}/decision`, { is_approved: true })).body).toMatchObject({
    is_approved: true,
    decided_by_name: expect.any(String),
  })
  expect((await deciding('POST', `/address-traces/${trace.id}/decision`, { is_approved: false })).body.code).toBe('already_decided')
  const csv = await asking('GET', file)
  expect(csv.text).toContain(login)
  expect(csv.text).toContain('Order 17/2026')
  const { rows } = await sql<{ action: string }>`
    select action from audit_events where subject_type = 'address_trace' and subject_id = ${trace.id} order by at, id`.execute(database.db)
  expect(rows.map(({ action }) => action)).toEqual(['address.traced', 'address.trace_decided', 'address.trace_exported'])
  expect((await asking('GET', `/address-traces/${trace.id}`)).body.found).toHaveLength(1)
  expect((await asking('GET', '/address-traces?limit=1')).body.items).toMatchObject([{ id: trace.id, found_count: 1, is_approved: true }])
  expect((await asking('GET', '/address-traces?state=waiting')).body.items.map(({ id }: { id: number }) => id)).not.toContain(trace.id)
  expect((await asking('GET', '/address-traces?state=approved')).body.items).toMatchObject([{ id: trace.id }])
})

test('a refused answer does not leave; a reason must be given, and a time of a month at most', async () => {
  const { body: trace } = await ask('203.0.113.12', '06:30', '06:31')
  await deciding('POST', `/address-traces/${trace.id}/decision`, { is_approved: false })
  expect((await asking('GET', `/address-traces/${trace.id}/sessions.csv`)).body.code).toBe('not_approved')
  for (const wrong of [
    { reason: ' ' },
    { reference: '' },
    { address: 'x' },
    { address: 'fe80::1%eth0' },
    { until: '2026-05-10T00:00:00Z' },
    { until: '2026-03-09T00:00:00Z' },
  ])
    expect((await ask('203.0.113.12', '06:30', '06:31', wrong)).status).toBe(422)
})

test('only who sees the whole company and has the permission may ask', async () => {
  const support = await appAs(database, 'support')
  expect((await ask('203.0.113.5', '06:30', '06:31', {}, support)).status).toBe(403)
  const branch = await appAs(database, 'manager', { scope: { kind: 'branches', branchIds: [branchId] } })
  expect((await ask('203.0.113.5', '06:30', '06:31', {}, branch)).status).toBe(403)
  expect((await branch('GET', '/address-traces')).status).toBe(403)
  expect((await branch('GET', '/address-traces/1')).status).toBe(404)
})
