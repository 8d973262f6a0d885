import { sql } from 'kysely'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { systemActor } from '../../../../kernel/actor.ts'
import { settableClock } from '../../../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../../../kernel/permissions.ts'
import { startWorker } from '../../../../platform/jobs/index.ts'
import { createLog } from '../../../../platform/log.ts'
import { appAs } from '../../../../testing/app-as.ts'
import type { Send } from '../../../../testing/app-as.ts'
import { testDatabase } from '../../../../testing/database.ts'
import { listenTo } from '../../../../testing/event-source.ts'
import { aBranch } from '../../../../testing/factories.ts'
import { anOlt } from '../../../../testing/olts.ts'
import { jobs, pollOlt } from '../index.ts'
import { runLine, settleLines } from './run-line.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const actor = systemActor('test', ALL_PERMISSIONS)
const database = await testDatabase({ clock })
const branchId = await aBranch(database)
const admin = await appAs(database, 'admin')
const support = await appAs(database, 'support')
let url: string

beforeAll(async () => {
  await admin.app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(admin.app.server.address() as AddressInfo).port}`
})

const linesOf = async (oltId: bigint, as: Send = admin) => (await as('GET', `/olts/${oltId}/console-lines`)).body.items
/** Types a line and waits for its answer. */
async function typed(oltId: bigint, line: string, { as = admin, confirm, standsAt }: { as?: Send; confirm?: string; standsAt?: string } = {}) {
  const { status, body } = await as('POST', `/olts/${oltId}/console-lines`, {
    line,
    ...(confirm === undefined ? {} : { confirm }),
    ...(standsAt === undefined ? {} : { stands_at: standsAt }),
  })
  expect([status, body.state], JSON.stringify(body)).toEqual([202, 'waiting'])
  await runLine(database, BigInt(body.id), { actor })
  return (await linesOf(oltId, as)).find(({ id }: { id: number }) => id === body.id)
}

describe('a line on the command line', () => {
  test('is typed by a job and answered to who has typed it, and nobody else hears of it', { timeout: 40_000 }, async () => {
    const { oltId } = await anOlt(database, { branchId })
    const worker = await startWorker({ database, jobs, log: createLog({ level: 'silent', folder: null }) })
    onTestFinished(async () => await worker.stop({ timeoutMs: 3000 }))
    const listen = async (cookie: string) => await listenTo(`${url}/api/v1/events`, { cookie })
    const [mine, others] = [await listen(admin.user?.cookie ?? ''), await listen(support.user?.cookie ?? '')]
    for (const stream of [mine, others]) await expect.poll(() => stream.events.at(-1)?.event, { timeout: 10_000 }).toBe('ready')
    const { body } = await admin('POST', `/olts/${oltId}/console-lines`, { line: 'show version' })
    const told = (stream: typeof mine) => stream.events.filter(({ event, data }) => event === 'change' && data.topic === 'olt_console_lines')
    await expect.poll(async () => (await linesOf(oltId))[0].state, { timeout: 15_000 }).toBe('done')
    expect((await linesOf(oltId))[0]).toMatchObject({
      id: body.id,
      line: 'show version',
      is_whole: true,
      is_read_only: true,
      is_cut: false,
      answer: expect.stringContaining('V1600G-SIM'),
    })
    await expect.poll(() => told(mine).length, { timeout: 5000 }).toBeGreaterThan(0)
    expect(told(others)).toEqual([])
    for (const stream of [mine, others]) stream.close()
    const { rows } = await sql<{ after: object }>`select after from audit_events where action = 'olt.console_line' and subject_id = ${oltId}`.execute(
      database.db,
    )
    expect(rows).toMatchObject([{ after: { line: 'show version', is_read_only: true } }])
  })

  test('stands where the line before has led; somebody else begins where the log-in lands, and so does who comes back later', { timeout: 40_000 }, async () => {
    const { oltId, simulated } = await anOlt(database, { branchId, isWritable: true })
    const [config, pon] = [await typed(oltId, 'configure terminal'), await typed(oltId, 'interface gpon 0/2')]
    expect([config.prompt, pon.prompt]).toEqual([expect.stringMatching(/\(config\)#$/), expect.stringMatching(/\(config-pon-0\/2\)#$/)])
    expect(pon.console_id).toBe(config.console_id)
    expect((await typed(oltId, 'onu 1 deactivate')).is_read_only).toBe(false)
    expect(simulated.plant.find(2, 1)?.isEnabled).toBe(false)
    expect(simulated.peakSessions).toBe(1)
    const other = await typed(oltId, 'show version', { as: support })
    expect(other).toMatchObject({ prompt: expect.stringMatching(/^[^(]*#$/), answer: expect.stringContaining('V1600G-SIM') })
    expect(simulated.peakSessions).toBe(1)
    // A poll by the command line, and the first person is led back too.
    expect((await typed(oltId, 'show version')).prompt).toMatch(/^[^(]*#$/)
    await typed(oltId, 'configure terminal')
    clock.advance({ seconds: 61 })
    const later = await typed(oltId, 'show version')
    expect(later.console_id).not.toBe(config.console_id)
    expect(later.prompt).toMatch(/^[^(]*#$/)
  })

  test('a poll in between leads the session elsewhere and back, and what was meant for where it stood is not typed', { timeout: 40_000 }, async () => {
    const { oltId, simulated } = await anOlt(database, { branchId, snmp: 'none' })
    const { prompt } = await typed(oltId, 'configure terminal')
    expect(prompt).toMatch(/\(config\)#$/)
    expect((await typed(oltId, 'show version', { standsAt: prompt })).state).toBe('done')
    expect(await pollOlt(database, oltId, 'status', { actor })).toMatchObject({ isComplete: true })
    const before = simulated.typed.length
    const meant = await typed(oltId, 'show running-config', { standsAt: prompt })
    expect(meant).toMatchObject({ state: 'failed', prompt: expect.stringMatching(/^[^(]*#$/), message: expect.stringContaining('not typed') })
    expect(simulated.typed.slice(before)).not.toContain('show running-config')
    expect((await typed(oltId, 'show version', { standsAt: meant.prompt })).state).toBe('done')
    expect(await pollOlt(database, oltId, 'status', { actor })).toMatchObject({ isComplete: true, source: 'cli' })
    expect((await typed(oltId, 'show version')).prompt).toMatch(/^[^(]*#$/)
  })

  test('its session is left open for a while, and the OLT’s only one is given back for a poll', { timeout: 40_000 }, async () => {
    const { oltId, simulated } = await anOlt(database, { branchId, snmp: 'none' })
    await typed(oltId, 'show version')
    await new Promise((resolve) => setTimeout(resolve, 6000))
    expect(simulated.sessions).toBe(1)
    simulated.faults.maxSessions = 1
    expect(await pollOlt(database, oltId, 'status', { actor })).toMatchObject({ isComplete: true })
  })

  test('one that hangs is told as it stands and interrupted, and the next one is answered', { timeout: 90_000 }, async () => {
    const { oltId, simulated } = await anOlt(database, { branchId })
    simulated.faults.hangs = /sys cpu/
    const hanging = await typed(oltId, 'show sys cpu-usage')
    expect(hanging).toMatchObject({ state: 'done', is_whole: false, prompt: null })
    expect(await typed(oltId, 'show version')).toMatchObject({ is_whole: true, answer: expect.stringContaining('V1600G-SIM') })
  })

  test('what the OLT asks is told no, or what was said beforehand; what it refuses is told with its words', { timeout: 60_000 }, async () => {
    const { oltId, simulated } = await anOlt(database, { branchId, family: 'huawei', isWritable: true })
    for (const line of ['config', 'interface gpon 0/1']) await typed(oltId, line)
    const [asked, told] = [await typed(oltId, 'ont reset 1 0'), await typed(oltId, 'ont reset 1 0', { confirm: 'y' })]
    expect(asked).toMatchObject({ question: expect.stringContaining('Are you sure to reset'), told: 'n', confirm: null, refusal: null })
    expect(told).toMatchObject({ question: expect.stringContaining('Are you sure to reset'), told: 'y', confirm: 'y' })
    expect(simulated.typed.filter((line) => line === 'y' || line === 'n')).toEqual(['n', 'y'])
    const refused = await typed(oltId, 'no such line')
    expect(refused).toMatchObject({ question: null, told: null, refusal: expect.stringMatching(/unknown|error/i) })
  })

  test('secrets are masked where it is shown and kept, and what was to be typed is forgotten once it is', { timeout: 40_000 }, async () => {
    const { oltId, simulated } = await anOlt(database, { branchId, isWritable: true })
    expect(await typed(oltId, 'snmp-server community hidden1 rw')).toMatchObject({ line: 'snmp-server community *** rw' })
    expect(simulated.typed).toContain('snmp-server community hidden1 rw')
    const { rows } = await sql<{ text: string }>`
      select row_to_json(l)::text as text from olt_console_lines l where olt_id = ${oltId}
      union all select row_to_json(a)::text from audit_events a where action = 'olt.console_line' and subject_id = ${oltId}`.execute(database.db)
    expect(rows.length).toBe(2)
    for (const { text } of rows) expect(text).not.toContain('hidden1')
    const { rows: sealed } = await sql<{
      n: number
    }>`select count(*)::int as n from olt_console_lines where olt_id = ${oltId} and line_sealed is not null`.execute(database.db)
    expect(sealed[0]?.n).toBe(0)
  })
})

describe('who may type what', () => {
  test('who may act looks; only who has the console changes, and nothing on an OLT that is only read', { timeout: 40_000 }, async () => {
    const { oltId, simulated } = await anOlt(database, { branchId, isWritable: true })
    const path = `/olts/${oltId}/console-lines`
    expect((await (await appAs(database, 'viewer'))('POST', path, { line: 'show version' })).status).toBe(403)
    expect(await typed(oltId, 'show version', { as: support })).toMatchObject({ state: 'done' })
    expect((await support('POST', path, { line: 'write' })).body).toMatchObject({ status: 403, code: 'console_line_not_allowed' })
    expect((await admin('POST', path, { line: 'write' })).status).toBe(202)
    await sql`update olts set is_writable = false where id = ${oltId}`.execute(database.db)
    expect((await admin('POST', path, { line: 'write' })).body).toMatchObject({ status: 409, code: 'olt_read_only' })
    expect((await admin('POST', path, { line: 'show version' })).status).toBe(202)
    const stranger = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
    for (const method of ['POST', 'GET'] as const)
      expect((await stranger(method, path, method === 'GET' ? undefined : { line: 'show version' })).status).toBe(404)
    expect(simulated.typed).not.toContain('write')
  })

  test('what hangs an OLT of the family, asks for help or holds control characters is sent by nobody', async () => {
    const { oltId } = await anOlt(database, { branchId, isWritable: true })
    for (const line of ['show onu ?', 'show version\u0003', 'show version\nwrite'])
      expect((await admin('POST', `/olts/${oltId}/console-lines`, { line })).status, line).toBe(422)
    await sql`update olts set profile = 'hsgq-epon' where id = ${oltId}`.execute(database.db)
    expect((await admin('POST', `/olts/${oltId}/console-lines`, { line: 'show epon port 1 onu all optical-info' })).body).toMatchObject({
      status: 422,
      code: 'not_to_be_sent',
    })
    expect(await linesOf(oltId)).toEqual([])
  })

  test('somebody of the branch types and reads', { timeout: 40_000 }, async () => {
    const { oltId } = await anOlt(database, { branchId })
    const manager = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [branchId] } })
    expect(await typed(oltId, 'show version', { as: manager })).toMatchObject({ state: 'done', user_id: Number(manager.user?.userId) })
  })

  test('everybody sees his own lines; with audit.view those of all', { timeout: 40_000 }, async () => {
    const { oltId } = await anOlt(database, { branchId })
    await typed(oltId, 'show version')
    await typed(oltId, 'show onu ctc', { as: support })
    expect((await linesOf(oltId, support)).map(({ line }: { line: string }) => line)).toEqual(['show onu ctc'])
    expect((await linesOf(oltId)).map(({ line }: { line: string }) => line)).toEqual(['show onu ctc', 'show version'])
    const { body } = await admin('GET', `/olts/${oltId}/console-lines?limit=1`)
    expect((await admin('GET', `/olts/${oltId}/console-lines?limit=1&cursor=${body.next_cursor}`)).body.items).toMatchObject([{ line: 'show version' }])
  })
})

test('an OLT that does not answer is told as the reason; a line left off in the middle is not typed again', { timeout: 40_000 }, async () => {
  const { oltId, simulated } = await anOlt(database, { branchId, isWritable: true })
  const ids: number[] = []
  for (const line of ['write', 'show version', 'show version']) ids.push((await admin('POST', `/olts/${oltId}/console-lines`, { line })).body.id)
  await sql`update olt_console_lines set state = 'running' where id = ${ids[0]}`.execute(database.db)
  await runLine(database, BigInt(ids[0] ?? 0), { actor })
  await simulated.close()
  await runLine(database, BigInt(ids[1] ?? 0), { actor })
  clock.advance({ minutes: 11 })
  await settleLines(database, { actor })
  expect(await linesOf(oltId)).toMatchObject([
    { state: 'failed', message: expect.stringContaining('not typed') },
    { state: 'failed', trouble: 'refused', advice: expect.stringContaining('listens') },
    { state: 'unsure' },
  ])
  expect(simulated.typed).not.toContain('write')
})

test('a reading command is answered at once with its rows; writing ones are none', { timeout: 40_000 }, async () => {
  const { oltId } = await anOlt(database, { branchId, onusPerPon: 3 })
  const { status, body } = await support('POST', `/olts/${oltId}/commands`, { command: 'onu-state', params: { pon: '0/1' } })
  expect([status, body]).toEqual([200, expect.objectContaining({ is_whole: true, is_complete: true, why: null, text: expect.stringContaining('working') })])
  expect(body.rows.map(({ onuId }: { onuId: number }) => onuId)).toEqual([1, 2, 3])
  expect((await support('POST', `/olts/${oltId}/commands`, { command: 'onu-state', params: {} })).body.code).toBe('not_to_be_sent')
  expect((await support('POST', `/olts/${oltId}/commands`, { command: 'nothing' })).status).toBe(422)
  expect((await support('POST', `/olts/${oltId}/commands`, { command: 'onu-state', params: { pon: '0/1; write' } })).status).toBe(422)
})
