import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { date } from '../../kernel/time.ts'
import { conn } from '../../platform/db/transaction.ts'
import { appAs } from '../../testing/app-as.ts'
import type { AsOptions } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBareRouter, aBranch, aClient, aPackage, doing } from '../../testing/factories.ts'
import { actorOfUser } from '../auth/index.ts'
import { issueInvoice } from '../billing/index.ts'
import { editClient, markLeft, suspendSubscription } from '../clients/index.ts'
import { readClientBalance } from '../ledger/index.ts'
import { jobs } from './jobs.ts'
import { executeBulkPreview } from './preview-bulk.ts'
import { executeBulk } from './run-bulk.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
const [hq, ctg] = [await aBranch(database, 'HQ'), await aBranch(database, 'CTG')]
const { package: small } = await aPackage(database, { code: 'SMALL', name: 'Small' })
const { package: large } = await aPackage(database, { code: 'LARGE', name: 'Large', price: 200_000n as never })

async function person(role: string, options: AsOptions = {}) {
  const send = await appAs(database, role, options)
  const actor = () => actorOfUser(database, send.user?.userId as bigint)
  return { send, actor }
}
type Person = Awaited<ReturnType<typeof person>>
const admin = await person('admin')

let made = 0
/** Clients of a tag of their own, so that a test has its own filter. */
async function some(count: number, { tag = `t${(made += 1)}`, branch = hq, packageId = small.id }: { tag?: string; branch?: bigint; packageId?: bigint } = {}) {
  const found = []
  for (let n = 0; n < count; n += 1)
    found.push(
      await aClient(database, {
        branch_id: branch,
        tags: [tag],
        joined_on: date('2026-02-01'),
        subscription: { packageId, pppoe_login: `login-${(made += 1)}`, activatedOn: date('2026-02-01') },
      }),
    )
  return { tag, clients: found.map(({ client }) => client.id), lines: found.map(({ subscription }) => subscription?.id as bigint) }
}

async function asked({ send, actor }: Person, change: Record<string, unknown>, selection: Record<string, unknown>) {
  const answer = await send('POST', '/bulk-jobs', { change, selection })
  expect([answer.status, answer.body?.errors]).toEqual([202, undefined])
  await executeBulkPreview(database, BigInt(answer.body.id), { actor: await actor() })
  return await look({ send }, answer.body.id)
}
const look = async ({ send }: Pick<Person, 'send'>, id: number) => (await send('GET', `/bulk-jobs/${id}`)).body
const itemsOf = async ({ send }: Pick<Person, 'send'>, id: number) => (await send('GET', `/bulk-jobs/${id}/items`)).body.items as Item[]
interface Item {
  client_id: number
  subscription_id: number | null
  state: string
  facts: { what: string; from: string | null; to: string | null }[]
  receivable_minor: number
  errors: { message: string }[]
}

async function started(who: Person, job: { id: number; counts: { ready?: number } }) {
  const answer = await who.send('POST', `/bulk-jobs/${job.id}/start`, { ready: job.counts.ready })
  expect([answer.status, answer.body?.detail]).toEqual([202, undefined])
  await executeBulk(database, BigInt(job.id), { actor: await who.actor() })
  return await look(who, job.id)
}

async function undone(who: Person, id: number) {
  const answer = await who.send('POST', `/bulk-jobs/${id}/undoing`)
  expect([answer.status, answer.body?.detail]).toEqual([202, undefined])
  await executeBulkPreview(database, BigInt(answer.body.id), { actor: await who.actor() })
  return await started(who, await look(who, answer.body.id))
}

const read = async (path: string) => (await admin.send('GET', path)).body
const clientsOf = async (ids: readonly bigint[]) => await Promise.all(ids.map((id) => read(`/clients/${id}`)))
const linesOf = async (ids: readonly bigint[]) => await Promise.all(ids.map((id) => read(`/subscriptions/${id}`)))

describe('a change of many', () => {
  test('the preview says what each becomes and changes nothing; the run does just that; undoing leads back', async () => {
    const { tag, clients } = await some(3)
    await doing(database, (tx) => editClient(tx, { clientId: clients[0] as bigint, changes: { tags: [tag, 'new'] } }))
    const job = await asked(admin, { action: 'change_tags', tags: ['new', 'ring-2'], is_added: true }, { filter: { tag } })
    expect(job).toMatchObject({ state: 'previewed', counts: { waiting: 0, ready: 3 }, allowed: { start: { ok: true }, undo: { ok: false } } })
    expect((await itemsOf(admin, job.id)).map(({ facts }) => facts)).toEqual([
      [{ what: 'tags', from: `${tag}, new`, to: `${tag}, new, ring-2` }],
      [{ what: 'tags', from: tag, to: `${tag}, new, ring-2` }],
      [{ what: 'tags', from: tag, to: `${tag}, new, ring-2` }],
    ])
    expect((await clientsOf(clients)).map((client) => client.tags.length)).toEqual([2, 1, 1])

    const done = await started(admin, job)
    expect(done).toMatchObject({ state: 'done', counts: { ready: 0, done: 3 }, allowed: { start: { ok: false }, undo: { ok: true } } })
    expect((await clientsOf(clients)).map((client) => client.tags)).toEqual([
      [tag, 'new', 'ring-2'],
      [tag, 'new', 'ring-2'],
      [tag, 'new', 'ring-2'],
    ])

    const back = await undone(admin, job.id)
    expect(back).toMatchObject({ state: 'done', undoes_id: job.id, counts: { done: 3 }, allowed: { undo: { ok: false, code: 'not_undoable' } } })
    // The tag the first one had before stays his.
    expect((await clientsOf(clients)).map((client) => client.tags)).toEqual([[tag, 'new'], [tag], [tag]])
    expect(await look(admin, job.id)).toMatchObject({ undone_by_id: back.id, allowed: { undo: { ok: false, code: 'already_undone' } } })
    expect((await admin.send('POST', `/bulk-jobs/${job.id}/undoing`)).body.code).toBe('bulk_undone')
  })

  test('a package change shows its money client by client, and the sums are what was booked', async () => {
    const { tag, clients, lines } = await some(3)
    for (const clientId of clients.slice(0, 2))
      await doing(database, (tx) => issueInvoice(tx, { clientId, until: date('2026-04-01'), month: date('2026-03-01') }))
    await doing(database, (tx) => markLeft(tx, { subscriptionId: lines[2] as bigint, on: date('2026-03-05'), reason: '' }))
    const owed = async () => {
      const reading = await conn(database)
      return await Promise.all(clients.map(async (id) => Number((await readClientBalance(reading, id))?.receivable ?? 0n)))
    }
    const before = await owed()
    const job = await asked(admin, { action: 'change_package', package_id: Number(large.id), how: 'now' }, { filter: { tag } })
    expect(job.counts).toMatchObject({ ready: 2, refused: 1 })
    const items = await itemsOf(admin, job.id)
    expect(items[0]?.facts).toEqual([{ what: 'package', from: 'Small', to: 'Large' }])
    expect(items[2]?.errors[0]?.message).toMatch(/left/)
    expect(items[0]?.receivable_minor).toBeGreaterThan(0)
    expect(job.receivable_minor).toBe(items.reduce((sum, item) => sum + item.receivable_minor, 0))
    expect(await owed()).toEqual(before)

    const done = await started(admin, job)
    const after = await owed()
    expect(done.receivable_minor).toBe(job.receivable_minor)
    expect(after.map((amount, n) => amount - (before[n] ?? 0))).toEqual(items.map((item) => item.receivable_minor))

    const back = await undone(admin, job.id)
    expect(back.counts.done).toBe(2)
    expect(await owed()).toEqual(before)
    expect((await linesOf(lines.slice(0, 2))).map((line) => line.package_id)).toEqual([Number(small.id), Number(small.id)])
  })

  test('somebody who is so already is left alone, and going back leaves alone whoever was changed since', async () => {
    const { tag, clients } = await some(3)
    const area = (await admin.send('POST', '/areas', { name: 'Mirpur' })).body.id
    const other = (await admin.send('POST', '/areas', { name: 'Uttara' })).body.id
    await admin.send('PATCH', `/clients/${clients[0]}`, { area_id: area })
    const job = await asked(admin, { action: 'set_area', area_id: area }, { filter: { tag } })
    expect(job.counts).toMatchObject({ ready: 2, unchanged: 1 })
    await started(admin, job)
    await admin.send('PATCH', `/clients/${clients[1]}`, { area_id: other })
    const answer = await admin.send('POST', `/bulk-jobs/${job.id}/undoing`)
    await executeBulkPreview(database, BigInt(answer.body.id), { actor: await admin.actor() })
    const preview = await look(admin, answer.body.id)
    expect(preview.counts).toMatchObject({ ready: 1, refused: 1 })
    await started(admin, preview)
    expect((await clientsOf(clients)).map((client) => client.area_id)).toEqual([area, other, null])
  })
})

describe('every change and its way back', () => {
  const state = async (lines: readonly bigint[]) => (await linesOf(lines)).map((line) => line.state)

  test('suspending and lifting', async () => {
    const { tag, lines } = await some(2)
    await doing(database, (tx) => suspendSubscription(tx, { subscriptionId: lines[0] as bigint, reason: 'kyc', note: 'card missing' }))
    const job = await asked(admin, { action: 'suspend', reason: 'manual', note: 'works on the ring' }, { filter: { tag } })
    await started(admin, job)
    expect((await linesOf(lines)).map((line) => line.reasons.map((each: { reason: string }) => each.reason).sort())).toEqual([['kyc', 'manual'], ['manual']])
    await undone(admin, job.id)
    expect(await state(lines)).toEqual(['suspended', 'active'])

    const lift = await asked(admin, { action: 'lift_suspension' }, { filter: { tag } })
    expect(lift.counts).toMatchObject({ ready: 1, unchanged: 1 })
    await started(admin, lift)
    expect(await state(lines)).toEqual(['active', 'active'])
    await undone(admin, lift.id)
    expect((await linesOf(lines))[0].reasons).toMatchObject([{ reason: 'kyc', note: 'card missing' }])
  })

  test('branch, billing policy, flags', async () => {
    const { tag, clients, lines } = await some(2)
    const { id: _id, is_default: _default, code: _code, ...standard } = (await admin.send('GET', '/billing-policies')).body.items[0]
    const policy = (await admin.send('POST', '/billing-policies', { ...standard, code: 'FULL', name: 'Full months' })).body.id
    const moved = await asked(admin, { action: 'set_branch', branch_id: Number(ctg) }, { filter: { tag } })
    await started(admin, moved)
    expect((await clientsOf(clients)).map((client) => client.branch_id)).toEqual([Number(ctg), Number(ctg)])
    await undone(admin, moved.id)
    expect((await clientsOf(clients)).map((client) => client.branch_id)).toEqual([Number(hq), Number(hq)])

    const [first] = await linesOf(lines)
    const ruled = await asked(admin, { action: 'set_policy', billing_policy_id: policy }, { filter: { tag } })
    await started(admin, ruled)
    expect((await linesOf(lines)).map((line) => line.billing_policy_id)).toEqual([policy, policy])
    await undone(admin, ruled.id)
    expect((await linesOf(lines)).map((line) => line.billing_policy_id)).toEqual([first.billing_policy_id, first.billing_policy_id])

    await admin.send('POST', `/clients/${clients[0]}/vip`, { until: '2026-12-31', reason: 'mayor' })
    const flagged = await asked(admin, { action: 'set_flag', flag: 'vip', is_set: true, reason: 'hospital' }, { filter: { tag } })
    await started(admin, flagged)
    await undone(admin, flagged.id)
    expect((await clientsOf(clients)).map(({ is_vip, vip_until, vip_reason }) => [is_vip, vip_until, vip_reason])).toEqual([
      [true, '2026-12-31', 'mayor'],
      [false, null, ''],
    ])
  })

  test('billing is taken back by voids while nothing is paid; what is paid says so', async () => {
    const { tag, clients } = await some(3)
    const job = await asked(admin, { action: 'bill' }, { filter: { tag } })
    expect(job).toMatchObject({ counts: { ready: 3 } })
    expect(job.receivable_minor).toBeGreaterThan(0)
    const done = await started(admin, job)
    expect(done.counts).toMatchObject({ done: 3 })
    const again = await asked(admin, { action: 'bill' }, { filter: { tag } })
    expect(again.counts).toMatchObject({ ready: 0, unchanged: 3 })
    expect((await admin.send('POST', `/bulk-jobs/${again.id}/start`, { ready: 0 })).body.code).toBe('wrong_bulk_state')
    await admin.send('POST', '/wallets', { code: 'OFFICE', name: 'Office', kind: 'office' })
    expect((await admin.send('POST', '/payments', { client_id: Number(clients[0]), amount_minor: 1000, method: 'cash' })).status).toBe(201)
    const back = await undone(admin, job.id)
    expect(back.counts).toMatchObject({ done: 2, refused: 1 })
    expect((await itemsOf(admin, back.id)).find((item) => item.state === 'refused')?.errors[0]?.message).toMatch(/payments/)
  })

  test('lines move to a router and back; a session is ended where a router carries the line, and that has no way back', async () => {
    const router = Number(await aBareRouter(database, hq))
    const { tag, lines } = await some(2)
    const moved = await asked(admin, { action: 'set_router', router_id: router }, { filter: { tag } })
    expect((await itemsOf(admin, moved.id))[0]?.facts).toEqual([{ what: 'router', from: null, to: expect.any(String) }])
    expect((await asked(admin, { action: 'end_session' }, { filter: { tag } })).counts).toMatchObject({ ready: 0, refused: 2 })
    await started(admin, moved)
    expect((await linesOf(lines)).map(({ router_id }) => router_id)).toEqual([router, router])
    const ended = await started(admin, await asked(admin, { action: 'end_session' }, { filter: { tag } }))
    expect(ended).toMatchObject({ counts: { done: 2 }, allowed: { undo: { ok: false, code: 'not_undoable' } } })
    const { rows } = await sql`select 1 from access where subscription_id = any(${lines.map(String)}::bigint[]) and must_redial`.execute(database.db)
    expect(rows).toHaveLength(2)
    await undone(admin, moved.id)
    expect((await linesOf(lines)).map(({ router_id }) => router_id)).toEqual([null, null])
  })

  test('a bill is sent once more at most once a day, and what went out has no way back', async () => {
    const { tag, clients } = await some(2)
    await doing(database, (tx) => issueInvoice(tx, { clientId: clients[0] as bigint, until: date('2026-04-01'), month: date('2026-03-01') }))
    const job = await asked(admin, { action: 'send_bill' }, { filter: { tag } })
    expect(job.counts).toMatchObject({ ready: 1, refused: 1 })
    const done = await started(admin, job)
    expect(done.allowed.undo).toMatchObject({ ok: false, code: 'not_undoable' })
    expect((await admin.send('POST', `/bulk-jobs/${job.id}/undoing`)).body.code).toBe('bulk_not_undoable')
    expect((await asked(admin, { action: 'send_bill' }, { filter: { tag } })).counts).toMatchObject({ ready: 0, unchanged: 1 })
    const { rows } = await sql`select 1 from outbox_messages where client_id = ${clients[0]} and dedupe_key like '%:again:%'`.execute(database.db)
    expect(rows).toHaveLength(1)
  })

  test('lines that left are reopened, deleted clients come back with their lines', async () => {
    const { tag, clients, lines } = await some(2)
    await doing(database, (tx) => issueInvoice(tx, { clientId: clients[0] as bigint, until: date('2026-04-01'), month: date('2026-03-01') }))
    const left = await asked(admin, { action: 'mark_left', on: '2026-03-10', reason: 'moved' }, { client_ids: [Number(clients[0])] })
    expect((await itemsOf(admin, left.id))[0]?.facts.map(({ what }) => what)).toEqual(['state', 'left_on', 'given_back'])
    expect(left.receivable_minor).toBeLessThan(0)
    await started(admin, left)
    expect(await state(lines)).toEqual(['left', 'active'])
    await undone(admin, left.id)
    expect(await state(lines)).toEqual(['active', 'active'])

    const deleted = await asked(admin, { action: 'delete', reason: 'entered twice' }, { filter: { tag } })
    expect(deleted.counts).toMatchObject({ ready: 1, refused: 1 })
    await started(admin, deleted)
    expect((await clientsOf(clients)).map((client) => client.deleted_at !== null)).toEqual([false, true])
    await undone(admin, deleted.id)
    expect((await clientsOf(clients)).map((client) => client.deleted_at !== null)).toEqual([false, false])
    expect(await state(lines)).toEqual(['active', 'active'])
  })
})

describe('who and which', () => {
  test('chosen ones with the lines that the list showed; all of a filter but some', async () => {
    const { tag, clients, lines } = await some(3)
    const second = (
      await admin.send('POST', '/subscriptions', {
        client_id: Number(clients[0]),
        package_id: Number(large.id),
        pppoe_login: `second-${tag}`,
        activated_on: '2026-02-01',
      })
    ).body.id
    const chosen = await asked(admin, { action: 'suspend' }, { filter: { package_id: String(large.id) }, client_ids: clients.slice(0, 2).map(Number) })
    // Of the first the line of the package the list was narrowed to; of the second, who has none of it any more, what he has.
    expect((await itemsOf(admin, chosen.id)).map((item) => item.subscription_id)).toEqual([second, Number(lines[1])])
    const but = await asked(admin, { action: 'set_flag', flag: 'vip', is_set: true }, { filter: { tag }, except_ids: [Number(clients[1])] })
    expect((await itemsOf(admin, but.id)).map((item) => item.client_id)).toEqual([Number(clients[0]), Number(clients[2])])
  })

  test('a branch works on its own clients and sees its own jobs; a permission lost ends the work', async () => {
    const { tag } = await some(2)
    const { clients } = await some(1, { tag, branch: ctg })
    const manager = await person('branch_manager', { scope: { kind: 'branches', branchIds: [ctg] } })
    const job = await asked(manager, { action: 'suspend' }, { filter: { tag } })
    expect((await itemsOf(manager, job.id)).map((item) => item.client_id)).toEqual([Number(clients[0])])
    const elsewhere = await person('branch_manager', { scope: { kind: 'branches', branchIds: [hq] } })
    expect((await elsewhere.send('GET', `/bulk-jobs/${job.id}`)).status).toBe(404)
    expect((await elsewhere.send('POST', `/bulk-jobs/${job.id}/start`, { ready: 1 })).status).toBe(404)
    expect((await elsewhere.send('GET', '/bulk-jobs')).body.items).toEqual([])
    expect((await manager.send('POST', `/bulk-jobs/${job.id}/start`, { ready: 1 })).status).toBe(202)
    await sql`insert into user_permissions (user_id, permission, effect) values (${manager.send.user?.userId}, 'subscription.suspend', 'deny')`.execute(
      database.db,
    )
    const run = jobs.find(({ name }) => name === 'bulk.run_bulk')
    await expect(
      run?.handle({
        database,
        payload: { bulk_job_id: BigInt(job.id) },
        signal: new AbortController().signal,
        actor: await admin.actor(),
        progress: async () => {},
      } as never),
    ).rejects.toThrow('subscription.suspend')
    expect(await look(admin, job.id)).toMatchObject({ state: 'failed', counts: { ready: 1 } })
  })

  test('nobody asks for what he may not do, for what there is not, or for more than is allowed', async () => {
    const collector = await person('collector')
    const change = { action: 'suspend' }
    expect((await collector.send('POST', '/bulk-jobs', { change, selection: {} })).status).toBe(403)
    const offered = (await collector.send('GET', '/bulk-jobs/actions')).body.items
    expect(offered.every((each: { allowed: { request: { ok: boolean } } }) => !each.allowed.request.ok)).toBe(true)
    expect((await admin.send('POST', '/bulk-jobs', { change: { action: 'set_area', area_id: 999 }, selection: {} })).body.errors).toMatchObject([
      { field: 'area_id' },
    ])
    expect((await admin.send('POST', '/bulk-jobs', { change, selection: { filter: { nonsense: '1' } } })).status).toBe(422)
    expect((await admin.send('POST', '/bulk-jobs', { change: { action: 'nothing' }, selection: {} })).status).toBe(422)
    await admin.send('PATCH', '/settings', { values: { 'bulk.most_items': 2 } })
    const { tag } = await some(3)
    const answer = await admin.send('POST', '/bulk-jobs', { change, selection: { filter: { tag } } })
    await expect(executeBulkPreview(database, BigInt(answer.body.id), { actor: await admin.actor() })).rejects.toThrow('More than 2')
    await admin.send('PATCH', '/settings', { values: { 'bulk.most_items': 50_000 } })
  })
})

describe('interrupted', () => {
  test('work that is killed goes on where it stood; each item is done once', async () => {
    const { tag, clients } = await some(5)
    const job = await asked(admin, { action: 'change_tags', tags: ['once'], is_added: true }, { filter: { tag } })
    await admin.send('POST', `/bulk-jobs/${job.id}/start`, { ready: 5 })
    const killed = {
      throwIfAborted: ((calls) => () => {
        if ((calls += 1) > 2) throw new Error('killed')
      })(0),
    } as unknown as AbortSignal
    await expect(executeBulk(database, BigInt(job.id), { actor: await admin.actor(), signal: killed })).rejects.toThrow('killed')
    expect((await look(admin, job.id)).counts).toMatchObject({ done: 2, ready: 3 })
    await executeBulk(database, BigInt(job.id), { actor: await admin.actor() })
    await executeBulk(database, BigInt(job.id), { actor: await admin.actor() })
    expect(await look(admin, job.id)).toMatchObject({ state: 'done', counts: { done: 5, ready: 0 } })
    const { rows } = await sql<{ n: bigint }>`
      select count(*) as n from audit_events where action = 'client.edited' and subject_id = any(${clients.map(String)}::bigint[]) group by subject_id`.execute(
      database.db,
    )
    expect(rows.map(({ n }) => Number(n))).toEqual([1, 1, 1, 1, 1])
  })

  test('a stopped job stays where it is and can go on, with as many items as are left', async () => {
    const { tag } = await some(3)
    const job = await asked(admin, { action: 'set_flag', flag: 'vip', is_set: true }, { filter: { tag } })
    expect((await admin.send('POST', `/bulk-jobs/${job.id}/start`, { ready: 2 })).body.code).toBe('preview_changed')
    await admin.send('POST', `/bulk-jobs/${job.id}/start`, { ready: 3 })
    expect((await admin.send('POST', `/bulk-jobs/${job.id}/cancellation`)).body.state).toBe('cancelled')
    await executeBulk(database, BigInt(job.id), { actor: await admin.actor() })
    expect(await look(admin, job.id)).toMatchObject({
      state: 'cancelled',
      counts: { ready: 3 },
      allowed: { start: { ok: true }, undo: { ok: false, code: 'nothing_done' } },
    })
    expect(await started(admin, await look(admin, job.id))).toMatchObject({ state: 'done', counts: { done: 3 } })
    const file = await admin.send('GET', `/bulk-jobs/${job.id}/items.csv`)
    expect(file.text.split('\r\n')).toHaveLength(5)
    expect(file.text).toContain(',done,false → true,0.00,0.00,')
  })
})
