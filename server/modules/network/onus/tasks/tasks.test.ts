import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { companyScope, systemActor } from '../../../../kernel/actor.ts'
import { settableClock } from '../../../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../../../kernel/permissions.ts'
import { date } from '../../../../kernel/time.ts'
import { startWorker } from '../../../../platform/jobs/index.ts'
import { createLog } from '../../../../platform/log.ts'
import { appAs } from '../../../../testing/app-as.ts'
import { testDatabase } from '../../../../testing/database.ts'
import { aBranch, aClient, aPackage, doing, unique } from '../../../../testing/factories.ts'
import { anOlt } from '../../../../testing/olts.ts'
import { changeOlt } from '../../olts/index.ts'
import { jobs, linkOnu, pollOlt } from '../index.ts'
import { selectOnuOfLine, selectOnus } from '../list/onus-store.ts'
import type { Onu } from '../list/onus-store.ts'
import { runTask } from './run-task.ts'
import { settleTasks } from './settle-tasks.ts'
import type { TaskState } from './task.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const actor = systemActor('test', ALL_PERMISSIONS)
const database = await testDatabase({ clock })
const branchId = await aBranch(database)
const packageId = (await aPackage(database)).package.id
const send = await appAs(database, 'admin')
const SERIAL = 'SIMUBEEF0001'
const OTHER = 'SIMUBEEF0002'
const KNOWN = { acknowledges_unverified: true }

/** An OLT that may be written to, whose ONUs and firmware are known. */
async function given({ family = 'vsol-gpon', isKnown = true, isWritable = true } = {}) {
  const unregistered = [
    { pon: 2, serial: SERIAL },
    { pon: 2, serial: OTHER },
  ]
  const network = await anOlt(database, { branchId, family, isWritable, unregistered, startsAfterMs: 150, restartsAfterMs: 700 })
  const polled = isKnown ? (['status', 'inventory', 'system', 'unregistered'] as const) : (['status', 'inventory'] as const)
  for (const kind of polled) await pollOlt(database, network.oltId, kind, { actor })
  const onus = await onusOf(network.oltId)
  return { ...network, onus, first: onus[0] as Onu }
}
const onusOf = async (oltId: bigint): Promise<Onu[]> =>
  await selectOnus({ db: database.db }, companyScope, { oltId }, { sort: 'place', limit: 199, dayAgo: clock.now().subtract({ hours: 24 }) })
const aLine = async (): Promise<bigint> =>
  (
    await aClient(database, {
      branch_id: branchId,
      subscription: { packageId, pppoe_login: `user${unique()}`, pppoePassword: 'password', activatedOn: date('2026-01-01') },
    })
  ).subscription?.id as bigint
const run = async (id: number) => await runTask(database, BigInt(id), { actor })
const taskOf = async (id: number) => (await send('GET', `/olt-tasks/${id}`)).body
const done = async (path: string, body: Record<string, unknown> = KNOWN) => {
  const asked = await send('POST', path, body)
  expect([asked.status, asked.body.state], asked.text).toEqual([202, 'waiting'])
  await run(asked.body.id)
  return await taskOf(asked.body.id)
}
const countOf = async (table: 'olt_tasks' | 'audit_events') =>
  Number((await sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)}`.execute(database.db)).rows[0]?.n)

describe('an ONU that waits', () => {
  const form = { pon: '0/2', serial: SERIAL, line_profile: 'home', vlan: 210, description: 'Karim Store' }

  test('is let in by a job: it has a row, is online, and carries the line it was asked for', { timeout: 40_000 }, async () => {
    const { oltId, simulated } = await given()
    const line = await aLine()
    const worker = await startWorker({ database, jobs, log: createLog({ level: 'silent', folder: null }) })
    onTestFinished(async () => await worker.stop({ timeoutMs: 3000 }))
    const { status, body } = await send('POST', `/olts/${oltId}/authorisations`, { ...form, ...KNOWN, subscription_id: Number(line) })
    expect([status, body]).toEqual([202, expect.objectContaining({ state: 'waiting', pon: '0/2', onu_index: 6, identity: SERIAL })])
    await expect.poll(async () => (await taskOf(body.id)).state, { timeout: 15_000 }).toBe('done')
    const task = await taskOf(body.id)
    expect(task).toMatchObject({ is_saved: true, read_back: { is_seen: true, words: 'it is registered and online' }, stopped_at: null })
    expect(task.transcript.map(({ sent }: { sent: string }) => sent)).toEqual([...body.lines, ...body.save_lines].map(({ text }: { text: string }) => text))
    const onu = await selectOnuOfLine({ db: database.db }, companyScope, line)
    expect(onu).toMatchObject({ serial: SERIAL, pon: '0/2', onu_index: 6, state: 'online', is_present: true })
    expect(task.onu_id).toBe(Number(onu?.id))
    expect(simulated.plant.find(2, 6)).toMatchObject({ serial: SERIAL, vlan: 210, description: 'Karim_Store' })
    const { rows } = await sql<{ kind: string; due: boolean }>`
      select kind, due_at <= ${clock.now()} as due from olt_polls where olt_id = ${oltId} and kind in ('status', 'inventory') order by kind`.execute(
      database.db,
    )
    expect(rows).toEqual([
      { kind: 'inventory', due: true },
      { kind: 'status', due: true },
    ])
    const { rows: events } = await sql<{ action: string }>`
      select action from audit_events where subject_type = 'olt' and subject_id = ${oltId} and action like 'olt_task.%' order by id`.execute(database.db)
    expect(events.map(({ action }) => action)).toEqual(['olt_task.requested', 'olt_task.ended'])
  })

  test('two of one PON are promised two numbers, and are let in one after the other', { timeout: 40_000 }, async () => {
    const { oltId, simulated } = await given()
    const ids: number[] = []
    for (const serial of [SERIAL, OTHER])
      ids.push((await send('POST', `/olts/${oltId}/authorisations`, { pon: '0/2', serial, line_profile: 'home', ...KNOWN })).body.id)
    const worker = await startWorker({ database, jobs, log: createLog({ level: 'silent', folder: null }) })
    onTestFinished(async () => await worker.stop({ timeoutMs: 3000 }))
    for (const id of ids) await expect.poll(async () => (await taskOf(id)).state, { timeout: 15_000 }).toBe('done')
    expect((await Promise.all(ids.map(taskOf))).map(({ onu_index }) => onu_index)).toEqual([6, 7])
    expect(simulated.typed.filter((line) => /^(onu add|write)/.test(line)).map((line) => line.replace(/.* sn /, ''))).toEqual([SERIAL, 'write', OTHER, 'write'])
  })

  test('has no number that another has taken meanwhile; nothing is typed then', { timeout: 40_000 }, async () => {
    const { oltId, simulated } = await given()
    const { body } = await send('POST', `/olts/${oltId}/authorisations`, { pon: '0/2', serial: SERIAL, line_profile: 'home', ...KNOWN })
    simulated.plant.register({ pon: 2, id: 6, serial: OTHER })
    await run(body.id)
    expect(await taskOf(body.id)).toMatchObject({ state: 'refused', stopped_at: { index: null, why: `This number is taken by ${OTHER}` }, transcript: [] })
    expect(simulated.typed.some((line) => line.startsWith('onu add'))).toBe(false)
  })

  test('is not let in where nobody knows which numbers are free, or with what the OLT does not take', async () => {
    const { oltId } = await anOlt(database, { branchId, isWritable: true })
    expect((await send('POST', `/olts/${oltId}/authorisations`, { pon: '0/2', serial: SERIAL, line_profile: 'home', ...KNOWN })).body).toMatchObject({
      status: 422,
      code: 'write_not_possible',
    })
    expect((await send('POST', `/olts/${oltId}/authorisations`, { pon: '0/2', onu_index: 9, serial: SERIAL, ...KNOWN })).body.detail).toMatch(/lineProfile/)
  })
})

describe('an ONU that stands there', () => {
  test('is named, shut, let in, started again and deleted, each read back; its row follows at once', { timeout: 60_000 }, async () => {
    const { first, oltId, simulated } = await given()
    const path = `/onus/${first.id}`
    expect(await done(`${path}/description`, { ...KNOWN, description: 'Rahim' })).toMatchObject({ state: 'done', read_back: { is_seen: true } })
    expect(await done(`${path}/disabling`)).toMatchObject({ state: 'done', verb: 'disable' })
    expect((await onusOf(oltId))[0]).toMatchObject({ description: 'Rahim', state: 'disabled' })
    expect(simulated.plant.find(1, 1)?.isEnabled).toBe(false)
    expect(await done(`${path}/enabling`)).toMatchObject({ state: 'done' })
    expect(await done(`${path}/reboot`)).toMatchObject({ state: 'done', read_back: { words: 'it went down and came back' } })
    expect((await onusOf(oltId))[0]).toMatchObject({ state: 'online' })
    const deletion = await send('DELETE', `${path}?acknowledges_unverified=true`)
    expect(deletion.status, deletion.text).toBe(202)
    await run(deletion.body.id)
    expect(await taskOf(deletion.body.id)).toMatchObject({ state: 'done', read_back: { words: 'it is in the list no more' } })
    expect((await onusOf(oltId)).map(({ id }) => id)).not.toContain(first.id)
    expect((await send('POST', `${path}/reboot`, KNOWN)).body).toMatchObject({ code: 'onu_nowhere', status: 409 })
    const { body } = await send('GET', `/olt-tasks?onu_id=${first.id}&limit=2`)
    expect(body.items.map(({ verb }: { verb: string }) => verb)).toEqual(['delete', 'reboot'])
    expect(
      (await send('GET', `/olt-tasks?onu_id=${first.id}&limit=2&cursor=${body.next_cursor}`)).body.items.map(({ verb }: { verb: string }) => verb),
    ).toEqual(['enable', 'disable'])
  })

  test('is replaced by another, which has its number, its line and its box', { timeout: 40_000 }, async () => {
    const { oltId } = await given()
    const onus = await onusOf(oltId)
    const former = onus.find(({ pon, onu_index }) => pon === '0/2' && onu_index === 3) as Onu
    const line = await aLine()
    await doing(database, async (tx) => await linkOnu(tx, { onuId: former.id, subscriptionId: line, source: 'person', reason: [] }))
    const box = (await send('POST', '/boxes', { branch_id: Number(branchId), name: `Box ${unique()}` })).body.id
    await send('PATCH', `/onus/${former.id}`, { box_id: box, box_port: 3 })
    const task = await done(`/onus/${former.id}/replacement`, { ...KNOWN, serial: OTHER, line_profile: 'home' })
    expect(task, JSON.stringify(task)).toMatchObject({ state: 'done', verb: 'replace', identity: OTHER })
    expect(await selectOnuOfLine({ db: database.db }, companyScope, line)).toMatchObject({
      serial: OTHER,
      pon: '0/2',
      onu_index: 3,
      box_id: BigInt(box),
      box_port: 3,
    })
    expect((await send('GET', `/onus/${former.id}`)).body).toMatchObject({ is_present: false, subscription_id: null, box_id: null })
    expect((await sql`select onu_mac from subscriptions where id = ${line}`.execute(database.db)).rows).toEqual([{ onu_mac: OTHER }])
    // It is known by what is registered: the former one, put somewhere else, is not taken for his.
    const { rows } = await sql<{ after: object; before: object }>`
      select before, after from audit_events where action = 'onu.linked' and client_id = (select client_id from subscriptions where id = ${line}) order by id desc limit 1`.execute(
      database.db,
    )
    expect(rows).toMatchObject([{ before: { onu_mac: former.serial }, after: { onu_mac: OTHER } }])
  })

  test('is left alone where another stands in its place by now', { timeout: 40_000 }, async () => {
    const { first, simulated } = await given()
    const { body } = await send('POST', `/onus/${first.id}/disabling`, KNOWN)
    simulated.plant.remove(1, 1)
    simulated.plant.register({ pon: 1, id: 1, serial: 'SIMUBEEF0009' })
    await run(body.id)
    expect(await taskOf(body.id)).toMatchObject({ state: 'refused', stopped_at: { why: 'Another ONU stands there: SIMUBEEF0009' }, transcript: [] })
    expect(simulated.plant.find(1, 1)?.isEnabled).toBe(true)
  })
})

describe('what may go wrong', () => {
  test('a line that is refused, one that changes nothing, one that hangs; after each the OLT does the next', { timeout: 90_000 }, async () => {
    const { first, onus, simulated } = await given()
    simulated.faults.refusesWrites = /deactivate/
    expect(await done(`/onus/${first.id}/disabling`)).toMatchObject({ state: 'refused', stopped_at: { index: 0, line: 'onu 1 deactivate' }, is_saved: null })
    simulated.faults.refusesWrites = null
    simulated.faults.ignoresWrites = true
    expect(await done(`/onus/${first.id}/disabling`)).toMatchObject({ state: 'not_seen', read_back: { is_seen: false } })
    simulated.faults.ignoresWrites = false
    simulated.faults.hangs = /deactivate/
    const hanging = await done(`/onus/${first.id}/disabling`)
    expect(hanging).toMatchObject({ state: 'unsure', stopped_at: { line: 'onu 1 deactivate' }, advice: expect.stringContaining('nobody knows') })
    expect(hanging.transcript.at(-1)).toMatchObject({ sent: 'onu 1 deactivate', is_whole: false })
    const before = simulated.typed.length
    await run(hanging.id)
    expect(simulated.typed.length).toBe(before)
    expect(await done(`/onus/${onus[1]?.id}/description`, { ...KNOWN, description: 'after' })).toMatchObject({ state: 'done' })
  })

  test('an OLT that does not answer: nothing is typed, and it says why', { timeout: 40_000 }, async () => {
    const { first, simulated } = await given()
    const { body } = await send('POST', `/onus/${first.id}/disabling`, KNOWN)
    await simulated.close()
    await run(body.id)
    expect(await taskOf(body.id)).toMatchObject({ state: 'failed', trouble: 'refused', advice: expect.stringContaining('listens'), transcript: [] })
  })

  test('another process takes over in the middle: what was found is not written, and nothing is typed a second time', { timeout: 60_000 }, async () => {
    const { first, oltId, simulated } = await given()
    const { body } = await send('POST', `/onus/${first.id}/disabling`, KNOWN)
    simulated.faults.latencyMs = 300
    const running = run(body.id)
    await expect.poll(() => simulated.typed.includes('onu 1 deactivate'), { timeout: 20_000, interval: 20 }).toBe(true)
    await sql`update device_leases set fence = fence + 1, owner = 'another' where device_id = ${`olt:${oltId}`}`.execute(database.db)
    await expect(running).rejects.toMatchObject({ code: 'device_busy' })
    expect((await taskOf(body.id)).state).toBe('running')
    await run(body.id)
    expect(await taskOf(body.id)).toMatchObject({
      state: 'unsure',
      message: expect.stringContaining('Read the state'),
      transcript: [{ sent: 'onu 1 deactivate' }],
    })
    expect(simulated.typed.filter((line) => line === 'onu 1 deactivate')).toHaveLength(1)
  })

  test('one that was begun long ago and has no job any more is told as unsure; one that waits gets a job again', async () => {
    const { first, onus } = await given()
    const ids: number[] = []
    for (const onu of [first, onus[1] as Onu]) ids.push((await send('POST', `/onus/${onu.id}/disabling`, KNOWN)).body.id)
    await sql`update olt_tasks set state = 'running', began_at = ${clock.now()} where id = ${ids[0]}`.execute(database.db)
    await sql`delete from pgboss.job where name = 'onus.run_task'`.execute(database.db)
    clock.advance({ minutes: 21 })
    await settleTasks(database, { actor })
    expect((await taskOf(ids[0] as number)).state).toBe('unsure')
    expect((await taskOf(ids[1] as number)).state).toBe('waiting')
    const { rows } = await sql<{
      data: { task_id: number }
    }>`select data from pgboss.job where name = 'onus.run_task' and data->>'task_id' = ${String(ids[1])}`.execute(database.db)
    expect(rows.length).toBe(1)
  })

  test('what was agreed to is not typed when the OLT may not be written to any more', { timeout: 40_000 }, async () => {
    const { first, oltId, simulated } = await given()
    const { body } = await send('POST', `/onus/${first.id}/disabling`, KNOWN)
    await doing(database, async (tx) => await changeOlt(tx, oltId, { is_writable: false }))
    await run(body.id)
    expect(await taskOf(body.id)).toMatchObject({ state: 'failed', message: expect.stringContaining('from here') })
    expect(simulated.typed).not.toContain('onu 1 deactivate')
  })
})

describe('before it is done', () => {
  test('a dry run says what would be typed, and stores and sends nothing', async () => {
    const { first, simulated } = await given({ isKnown: false })
    const before = [await countOf('olt_tasks'), await countOf('audit_events'), simulated.typed.length]
    const { status, body } = await send('POST', `/onus/${first.id}/reboot`, { is_dry_run: true })
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        verb: 'reboot',
        lines: [{ mode: 'pon', text: 'onu 1 reboot', confirm: null }],
        save_lines: [expect.objectContaining({ text: 'write' })],
        must: 'the ONU goes down and comes back',
        is_dangerous: true,
        is_verified: false,
        model: '',
      }),
    ])
    expect((await send('DELETE', `/onus/${first.id}?is_dry_run=true`)).body).toMatchObject({ lines: [{ text: 'no onu 1' }], verb: 'delete' })
    expect([await countOf('olt_tasks'), await countOf('audit_events'), simulated.typed.length]).toEqual(before)
  })

  test('what nobody has seen this firmware take must be acknowledged once; after it was read back it is verified', { timeout: 40_000 }, async () => {
    const { first, oltId } = await given({ family: 'bdcom-epon', isKnown: false })
    await sql`update olt_health set model = 'P3310', firmware = '10.1' where olt_id = ${oltId}`.execute(database.db)
    const path = `/onus/${first.id}/description`
    expect((await send('POST', path, { description: 'one' })).body).toMatchObject({
      status: 409,
      code: 'write_not_verified',
      detail: expect.stringContaining('P3310 10.1'),
    })
    expect(await done(path, { description: 'one', ...KNOWN })).toMatchObject({ state: 'done' })
    expect(await done(path, { description: 'two' })).toMatchObject({ state: 'done' })
    expect((await send('POST', `/onus/${first.id}/reboot`, {})).status).toBe(409)
    const { body } = await send('GET', `/olts/${oltId}/write-capabilities`)
    const of = (verb: string) => body.items.find((item: { verb: string }) => item.verb === verb)
    expect(body).toMatchObject({ model: 'P3310', firmware: '10.1', is_writable: true })
    expect(of('describe')).toMatchObject({ is_possible: true, is_verified: true, needs: ['description'], verified_at: clock.now().toString() })
    expect(of('authorise')).toMatchObject({
      is_possible: true,
      is_verified: false,
      needs: ['mac'],
      verified_at: null,
      source: expect.stringContaining('providers'),
    })
    // The same words on another firmware are unproven again.
    await sql`update olt_health set firmware = '10.2' where olt_id = ${oltId}`.execute(database.db)
    expect((await send('POST', path, { description: 'three' })).body.code).toBe('write_not_verified')
  })

  test('asked twice it is one; one that waits can be taken back, one that is over cannot', { timeout: 40_000 }, async () => {
    const { first, simulated } = await given()
    const [one, two] = [(await send('POST', `/onus/${first.id}/reboot`, KNOWN)).body, (await send('POST', `/onus/${first.id}/reboot`, KNOWN)).body]
    expect(two.id).toBe(one.id)
    expect(one.allowed.cancel).toEqual({ ok: true })
    expect((await send('DELETE', `/olt-tasks/${one.id}`)).body).toMatchObject({ state: 'cancelled' satisfies TaskState })
    await run(one.id)
    expect(simulated.typed).not.toContain('onu 1 reboot')
    const over = await done(`/onus/${first.id}/description`, { ...KNOWN, description: 'x' })
    expect((await send('DELETE', `/olt-tasks/${over.id}`)).body).toMatchObject({ status: 409, code: 'task_not_waiting' })
  })

  test('somebody of the branch asks for it, sees it and takes it back', async () => {
    const { first } = await given()
    const manager = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [branchId] } })
    const { status, body } = await manager('POST', `/onus/${first.id}/reboot`, KNOWN)
    expect([status, body.requested_by]).toEqual([202, Number(manager.user?.userId)])
    expect((await manager('GET', `/olt-tasks?onu_id=${first.id}`)).body.items).toMatchObject([{ id: body.id, state: 'waiting' }])
    expect((await manager('DELETE', `/olt-tasks/${body.id}`)).body).toMatchObject({ id: body.id, state: 'cancelled' })
  })

  test('needs the right and the reach, an OLT that may be written to, and a family that can', async () => {
    const { first, oltId } = await given()
    const viewer = await appAs(database, 'viewer')
    const support = await appAs(database, 'support')
    const stranger = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
    const task = (await send('POST', `/onus/${first.id}/reboot`, KNOWN)).body.id
    for (const path of [`/onus/${first.id}/reboot`, `/onus/${first.id}/disabling`]) {
      expect((await viewer('POST', path, KNOWN)).status).toBe(403)
      expect((await stranger('POST', path, KNOWN)).status).toBe(404)
    }
    expect((await support('DELETE', `/onus/${first.id}`)).status).toBe(403)
    expect((await stranger('POST', `/olts/${oltId}/authorisations`, { pon: '0/2', serial: SERIAL, line_profile: 'home', is_dry_run: true })).status).toBe(404)
    for (const path of [`/olt-tasks/${task}`, `/olts/${oltId}/write-capabilities`]) expect((await stranger('GET', path)).status).toBe(404)
    expect((await stranger('GET', `/olt-tasks?olt_id=${oltId}`)).body.items).toEqual([])
    expect((await viewer('GET', `/olt-tasks/${task}`)).body).toMatchObject({ id: task, allowed: { cancel: { ok: false, code: 'permission' } } })
    expect((await send('GET', `/onus/${first.id}`)).body.allowed).toMatchObject({ reboot: { ok: true }, replace: { ok: true }, delete: { ok: true } })
    expect((await support('GET', `/onus/${first.id}`)).body.allowed).toMatchObject({ delete: { ok: false, code: 'permission' } })
    await doing(database, async (tx) => await changeOlt(tx, oltId, { is_writable: false }))
    expect((await send('POST', `/onus/${first.id}/reboot`, KNOWN)).body).toMatchObject({ status: 409, code: 'olt_read_only' })
    expect((await send('GET', `/onus/${first.id}`)).body.allowed.reboot).toMatchObject({ ok: false, code: 'olt_read_only' })
    await doing(database, async (tx) => await changeOlt(tx, oltId, { is_writable: true, profile: 'fiberhome' }))
    expect((await send('GET', `/olts/${oltId}`)).body.allowed.authorise).toMatchObject({ ok: false, code: 'write_not_known' })
    expect((await send('POST', `/onus/${first.id}/reboot`, KNOWN)).body).toMatchObject({ status: 422, code: 'write_not_possible' })
  })
})
