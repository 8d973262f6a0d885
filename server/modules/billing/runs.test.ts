import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage, doing } from '../../testing/factories.ts'
import { partitionsBetween } from '../../testing/money.ts'
import { pauseSubscription } from './pause-subscription.ts'
import { executePreview, executeRun, issueInvoice, requestRun, startRun } from './index.ts'

const clock = settableClock('2026-01-20T06:10:00Z')
const actor = anActor()
let database: TestDatabase
let branch: bigint
let other: bigint
/** By what happens to their bill in February. */
const clients: Record<'same' | 'higher' | 'gone' | 'paused' | 'fresh' | 'parked', bigint> = {
  same: 0n,
  higher: 0n,
  gone: 0n,
  paused: 0n,
  fresh: 0n,
  parked: 0n,
}
const lines = { ...clients }

const register = async (name: keyof typeof clients, packageId: bigint, activatedOn: string, branchId = branch) => {
  const { client, subscription } = await aClient(database, {
    branch_id: branchId,
    code: `C-${name}`,
    subscription: { packageId, activatedOn: date(activatedOn) },
  })
  clients[name] = client.id
  lines[name] = subscription?.id ?? 0n
}
const previewed = async (send: Awaited<ReturnType<typeof appAs>>, body: object): Promise<number> => {
  const answer = await send('POST', '/invoice-runs', { month: '2026-02', ...body })
  expect(answer.status, answer.text).toBe(201)
  await executePreview(database, BigInt(answer.body.id), { actor, chunk: 2 })
  return answer.body.id
}

beforeAll(async () => {
  database = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2026-06-01')
  branch = await aBranch(database, 'NORTH')
  other = await aBranch(database, 'SOUTH')
  const packageId = (await aPackage(database)).package.id
  for (const name of ['same', 'gone', 'paused', 'parked'] as const) await register(name, packageId, '2026-01-01')
  await register('higher', packageId, '2026-01-16')
  const run = await doing(database, (tx) => requestRun(tx, { month: date('2026-01-01'), scope: {}, startsItself: false }))
  await executePreview(database, run.id, { actor })
  await doing(database, (tx) => startRun(tx, run.id))
  await executeRun(database, run.id, { actor })
  clock.set('2026-02-02T06:10:00Z')
  await register('fresh', packageId, '2026-02-01', other)
  await sql`update subscriptions set left_on = '2026-02-01', state = 'left' where id = ${lines.gone}`.execute(database.db)
  await doing(database, (tx) =>
    pauseSubscription(tx, { subscriptionId: lines.paused, from: date('2026-02-01'), to: date('2026-03-01'), kind: 'vacation', reason: 'abroad' }),
  )
  await sql`update subscription_terms set ends_on = '2026-02-01' where subscription_id = ${lines.parked}`.execute(database.db)
})

describe('a preview', () => {
  test('tells each bill as new, the same, higher, lower or gone, and sums them', async () => {
    const send = await appAs(database, 'manager')
    const id = await previewed(send, {})
    const run = (await send('GET', `/invoice-runs/${id}`)).body
    expect(run.changes).toEqual({
      new: { count: 1, total_minor: 100_000, previous_minor: 0 },
      same: { count: 1, total_minor: 100_000, previous_minor: 100_000 },
      higher: { count: 1, total_minor: 100_000, previous_minor: 51_613 },
      gone: { count: 2, total_minor: 0, previous_minor: 200_000 },
    })
    expect(run).toMatchObject({ expected_count: 3, parked_count: 1, previous_count: 5, difference_limit_bp: 2000, requested_by_name: send.user?.username })
    const items = async (query: string) =>
      (await send('GET', `/invoice-runs/${id}/items?${query}`)).body.items.map((item: { client_code: string; change: string | null }) => [
        item.client_code,
        item.change,
      ])
    expect(await items('change=gone')).toEqual([
      ['C-gone', 'gone'],
      ['C-paused', 'gone'],
    ])
    expect(await items('sort=-difference')).toEqual([
      ['C-gone', 'gone'],
      ['C-paused', 'gone'],
      ['C-fresh', 'new'],
      ['C-higher', 'higher'],
    ])
    const page = (await send('GET', `/invoice-runs/${id}/items?sort=-difference&limit=3`)).body
    expect((await send('GET', `/invoice-runs/${id}/items?sort=-difference&limit=3&cursor=${page.next_cursor}`)).body.items).toMatchObject([
      { client_code: 'C-higher' },
    ])
    expect(await items('min_change_percent=93')).toEqual([['C-higher', 'higher']])
    expect(await items('min_change_percent=94')).toEqual([])
    expect((await send('GET', `/invoice-runs/${id}/parked`)).body.items).toMatchObject([
      { client_code: 'C-parked', reason: 'package_has_no_price', reason_title: 'The package has no price yet; set one before billing', resolved_at: null },
    ])
  })

  test('says what may be done with it and why not: whoever asked cannot release a run that differs much', async () => {
    const send = await appAs(database, 'manager')
    await appAs(database, 'admin')
    const id = await previewed(send, {})
    expect((await send('GET', `/invoice-runs/${id}`)).body).toMatchObject({
      state: 'awaiting_release',
      allowed: {
        start: { ok: false, code: 'run_waits' },
        release: { ok: false, code: 'second_person', reason: 'You asked for it yourself; somebody else must decide' },
        cancel: { ok: true },
        retry_parked: { ok: false, code: 'run_not_over' },
      },
    })
    const second = await appAs(database, 'admin')
    expect((await second('GET', `/invoice-runs/${id}`)).body.allowed.release).toEqual({ ok: true })
    expect((await second('POST', `/invoice-runs/${id}/release`, { expected_total_minor: 1 })).body).toMatchObject({ code: 'wrong_figure' })
    expect((await second('POST', `/invoice-runs/${id}/release`, { expected_total_minor: 300_000 })).body).toMatchObject({ state: 'queued' })
    await send('POST', `/invoice-runs/${id}/cancellation`)
    expect((await send('GET', `/invoice-runs/${id}`)).body.allowed).toMatchObject({
      cancel: { ok: false, code: 'run_over' },
      start: { ok: false, code: 'run_over' },
    })
  })

  test('of some clients is asked for by their codes; a code of nobody, or of another branch, is named', async () => {
    const ofNorth = await appAs(database, 'manager', { scope: { kind: 'branches', branchIds: [branch] } })
    const refused = await ofNorth('POST', '/invoice-runs', { month: '2026-02', client_codes: ['C-same', 'C-fresh', 'C-nobody'] })
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toEqual([
      { field: 'client_codes', message: 'There is no client C-fresh' },
      { field: 'client_codes', message: 'There is no client C-nobody' },
    ])
    const id = await previewed(ofNorth, { client_codes: ['C-same', 'C-higher'] })
    expect((await ofNorth('GET', `/invoice-runs/${id}/items`)).body.items).toMatchObject([{ client_code: 'C-same' }, { client_code: 'C-higher' }])
    const ofSouth = await appAs(database, 'manager', { scope: { kind: 'branches', branchIds: [other] } })
    expect((await ofSouth('GET', `/invoice-runs/${id}`)).status).toBe(404)
  })
})

describe('a run that is over', () => {
  test('shows the notices of its invoices, and its parked clients are tried again until they are billed', async () => {
    const send = await appAs(database, 'admin')
    const id = await previewed(send, { branch_ids: [Number(branch)] })
    const { expected_total_minor } = (await send('GET', `/invoice-runs/${id}`)).body
    const second = await appAs(database, 'admin')
    await second('POST', `/invoice-runs/${id}/release`, { expected_total_minor })
    await executeRun(database, BigInt(id), { actor, chunk: 2 })
    expect((await send('GET', `/invoice-runs/${id}`)).body).toMatchObject({
      state: 'done',
      issued_count: 2,
      parked_count: 1,
      still_parked: 1,
      allowed: { retry_parked: { ok: true } },
    })
    const notices = (await send('GET', `/invoice-runs/${id}/notices?limit=1`)).body
    expect(notices.items).toMatchObject([{ client_code: 'C-higher', state: 'queued' }])
    expect((await send('GET', `/invoice-runs/${id}/notices?limit=1&cursor=${notices.next_cursor}`)).body.items).toMatchObject([{ client_code: 'C-same' }])

    await sql`update subscription_terms set ends_on = null where subscription_id = ${lines.parked}`.execute(database.db)
    const retried = await send('POST', `/invoice-runs/${id}/retry`)
    expect(retried.status, retried.text).toBe(201)
    expect(retried.body.scope).toEqual({ client_ids: [Number(clients.parked)] })
    await executePreview(database, BigInt(retried.body.id), { actor })
    expect((await send('GET', `/invoice-runs/${retried.body.id}/items`)).body.items).toMatchObject([{ client_code: 'C-parked', change: 'same' }])
    const issued = await doing(database, (tx) => issueInvoice(tx, { clientId: clients.parked, until: date('2026-03-01'), month: date('2026-02-01') }))
    expect((await send('GET', `/invoice-runs/${id}/parked`)).body.items).toMatchObject([{ invoice_code: issued?.code, resolved_at: expect.any(String) }])
    expect((await send('POST', `/invoice-runs/${id}/retry`)).body).toMatchObject({ code: 'nobody_parked' })
    expect((await send('GET', `/invoice-runs/${id}`)).body).toMatchObject({ still_parked: 0, allowed: { retry_parked: { ok: false, code: 'nobody_parked' } } })
  })
})

test('a month before the installation is booked in a part of the journal of its own', async () => {
  const day = date('2023-06-01')
  const { client } = await aClient(database, { branch_id: branch, subscription: { packageId: (await aPackage(database)).package.id, activatedOn: day } })
  const run = await doing(database, (tx) => requestRun(tx, { month: day, scope: { clientIds: [client.id] }, startsItself: false, issuedOn: day }))
  await executePreview(database, run.id, { actor })
  await doing(database, (tx) => startRun(tx, run.id))
  await executeRun(database, run.id, { actor })
  const { rows } = await sql<{ place: string }>`
    select distinct tableoid::regclass::text as place from entries where booked_on = ${day} union select distinct tableoid::regclass::text from postings where booked_on = ${day} order by 1`.execute(
    database.db,
  )
  expect(rows.map(({ place }) => place)).toEqual(['entries_2023_06', 'postings_2023_06'])
})
