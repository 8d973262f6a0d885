import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { systemActor } from '../../kernel/actor.ts'
import { systemClock } from '../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { testDatabase } from '../../testing/database.ts'
import { inTransaction } from '../db/transaction.ts'
import { cancelRun, defineJob, enqueue, handleJob, PermanentFailure, startWorker } from './index.ts'
import type { Enqueued, EnqueueOptions, Job, JobDefinition, JobOptions, Worker } from './index.ts'

const actor = systemActor('test', ALL_PERMISSIONS)
const log = pino({ level: 'silent' })
const id = z.codec(z.int(), z.bigint(), { decode: (number) => BigInt(number), encode: (big) => Number(big) })
const schema = z.strictObject({ clientId: id })
let database: TestDatabase
let worker: Worker | null = null

beforeAll(async () => {
  database = await testDatabase({ clock: systemClock })
})
afterEach(async () => {
  await worker?.stop()
  worker = null
})

const work = async (...jobs: Job[]): Promise<void> => {
  worker = await startWorker({ database, jobs, log })
}
const define = (name: string, options?: JobOptions): JobDefinition<{ clientId: bigint }> =>
  defineJob({ name, schema, options: { retryDelaySeconds: 0, ...options } })
const send = async (job: JobDefinition<{ clientId: bigint }>, options?: EnqueueOptions): Promise<Enqueued> =>
  await inTransaction(database, { actor }, async (tx) => await enqueue(tx, job, { clientId: 7n }, options))

async function run(runId: bigint | null): Promise<{ state: string; attempt: number; error: string | null; progress: unknown }> {
  const { rows } = await sql<{ state: string; attempt: number; error: string | null; progress: unknown }>`
    select state, attempt, error, progress from job_runs where id = ${runId}`.execute(database.db)
  return rows[0] as { state: string; attempt: number; error: string | null; progress: unknown }
}
const becomes = async (runId: bigint | null, state: string): Promise<void> => {
  await expect.poll(async () => (await run(runId)).state, { timeout: 15_000, interval: 20 }).toBe(state)
}

test('a job of a transaction that rolls back does not exist', async () => {
  const job = define('test.rolled_back')
  let seen = 0
  await expect(
    inTransaction(database, { actor }, async (tx) => {
      expect(await enqueue(tx, job, { clientId: 7n })).toMatchObject({ isNew: true })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  const { rows } = await sql<{ jobs: bigint; runs: bigint }>`
    select (select count(*) from pgboss.job where name = 'test.rolled_back') as jobs, (select count(*) from job_runs where name = 'test.rolled_back') as runs`.execute(
    database.db,
  )
  expect(rows[0]).toEqual({ jobs: 0n, runs: 0n })
  await work(handleJob(job, async () => void (seen += 1)))
  const { runId } = await send(job)
  await becomes(runId, 'done')
  expect(seen).toBe(1)
})

test('a job gets its payload back as it was sent, reports progress and leaves a run', async () => {
  const job = define('test.payload')
  const payloads: unknown[] = []
  await work(
    handleJob(job, async ({ payload, progress, actor: who, attempt }) => {
      payloads.push(payload, who.name, attempt)
      await progress({ done: 3, of: 4 })
    }),
  )
  const started = performance.now()
  const { runId } = await send(job)
  await becomes(runId, 'done')
  expect(performance.now() - started).toBeLessThan(1500)
  expect(payloads).toEqual([{ clientId: 7n }, 'test.payload', 1])
  expect(await run(runId)).toMatchObject({ attempt: 1, progress: { done: 3, of: 4 }, error: null })
})

test('a job that fails is tried again until it succeeds', async () => {
  const job = define('test.flaky', { attempts: 5 })
  let tries = 0
  await work(
    handleJob(job, async () => {
      tries += 1
      if (tries < 3) throw new Error('router away')
    }),
  )
  const { runId } = await send(job)
  await becomes(runId, 'done')
  expect(tries).toBe(3)
  expect(await run(runId)).toMatchObject({ attempt: 3, error: null })
})

test('a job fails for good after its last attempt, and at once where trying again cannot help', async () => {
  const twice = define('test.hopeless', { attempts: 2 })
  const once = define('test.permanent', { attempts: 5 })
  await work(
    handleJob(twice, async () => await Promise.reject(new Error('still away'))),
    handleJob(once, async () => await Promise.reject(new PermanentFailure('no such client'))),
  )
  const [hopeless, permanent] = [await send(twice), await send(once)]
  await becomes(hopeless.runId, 'failed')
  await becomes(permanent.runId, 'failed')
  expect(await run(hopeless.runId)).toMatchObject({ attempt: 2, error: 'still away' })
  expect(await run(permanent.runId)).toMatchObject({ attempt: 1, error: 'no such client' })
})

test('an exclusive job is stored once for each key while one waits or runs', async () => {
  const job = define('test.exclusive', { policy: 'exclusive' })
  const first = await send(job, { singletonKey: 'march' })
  expect(first.isNew).toBe(true)
  expect(await send(job, { singletonKey: 'march' })).toEqual({ isNew: false, runId: null })
  expect((await send(job, { singletonKey: 'april' })).isNew).toBe(true)
  await work(handleJob(job, async () => {}))
  await becomes(first.runId, 'done')
  await expect.poll(async () => (await send(job, { singletonKey: 'march' })).isNew, { timeout: 5000 }).toBe(true)
})

test('a singleton job never runs twice at once for one key', async () => {
  const job = define('test.singleton', { policy: 'singleton', isRecorded: false })
  let active = 0
  let most = 0
  let done = 0
  await work(
    handleJob(job, async () => {
      active += 1
      most = Math.max(most, active)
      await new Promise((resolve) => setTimeout(resolve, 30))
      active -= 1
      done += 1
    }),
  )
  for (let n = 0; n < 8; n += 1) expect(await send(job, { singletonKey: 'router 1' })).toEqual({ isNew: true, runId: null })
  await expect.poll(() => done, { timeout: 10_000 }).toBe(8)
  expect(most).toBe(1)
})

test('five hundred waiting jobs are done in seconds', async () => {
  const job = define('test.many', { isRecorded: false, concurrency: 100 })
  let done = 0
  await inTransaction(database, { actor }, async (tx) => {
    for (let n = 0; n < 500; n += 1) await enqueue(tx, job, { clientId: BigInt(n) })
  })
  await work(handleJob(job, async () => void (done += 1)))
  await expect.poll(() => done, { timeout: 10_000 }).toBe(500)
})

test('a job is not started before its time', async () => {
  const job = define('test.later')
  let seen = 0
  await work(handleJob(job, async () => void (seen += 1)))
  await send(job, { startAfter: systemClock.now().add({ hours: 1 }) })
  const { runId } = await send(job, { startAfter: systemClock.now().subtract({ hours: 1 }) })
  await becomes(runId, 'done')
  expect(seen).toBe(1)
})

test('a cancelled job does not run, and a running one is told to stop', async () => {
  const job = define('test.cancelled', { attempts: 1 })
  const waiting = await send(job)
  expect(await cancelRun(database.db, waiting.runId as bigint, systemClock.now())).toBe(true)
  const stopped: string[] = []
  await work(
    handleJob(job, async ({ signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      stopped.push(String((signal.reason as Error).message))
      signal.throwIfAborted()
    }),
  )
  const running = await send(job)
  await becomes(running.runId, 'running')
  expect(await cancelRun(database.db, running.runId as bigint, systemClock.now())).toBe(true)
  await expect.poll(() => stopped).toEqual(['The job was cancelled'])
  expect((await run(running.runId)).state).toBe('cancelled')
  expect((await run(waiting.runId)).state).toBe('cancelled')
  expect(await cancelRun(database.db, running.runId as bigint, systemClock.now())).toBe(false)
})

test('a job interrupted by the stop of its worker is taken up by the next one', async () => {
  const job = define('test.interrupted')
  const handlers: string[] = []
  const first = await startWorker({
    database,
    log,
    jobs: [
      handleJob(job, async ({ signal }) => {
        handlers.push('first')
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        signal.throwIfAborted()
      }),
    ],
  })
  const { runId } = await send(job)
  await expect.poll(() => handlers).toEqual(['first'])
  const stopping = performance.now()
  await first.stop()
  expect(performance.now() - stopping).toBeLessThan(10_000)
  await work(handleJob(job, async () => void handlers.push('second')))
  await becomes(runId, 'done')
  expect(handlers).toEqual(['first', 'second'])
})

test('the calendar is kept in the company zone and follows a change of it', async () => {
  const nightly = handleJob(defineJob({ name: 'test.nightly', schema: z.strictObject({}), options: { cron: '5 0 * * *' } }), async () => {})
  const schedules = async (): Promise<unknown> =>
    (await sql`select name, cron, timezone from pgboss.schedule where name like 'test.%' order by name`.execute(database.db)).rows
  await work(nightly)
  expect(await schedules()).toEqual([{ name: 'test.nightly', cron: '5 0 * * *', timezone: 'Asia/Dhaka' }])
  await inTransaction(database, { actor }, async (tx) => {
    await sql`insert into settings (key, value) values ('company.zone', '"Asia/Kathmandu"')`.execute(tx.db)
    await sql`select pg_notify('settings_changed', 'company.zone')`.execute(tx.db)
  })
  await expect.poll(schedules).toEqual([{ name: 'test.nightly', cron: '5 0 * * *', timezone: 'Asia/Kathmandu' }])
  await worker?.stop()
  await work()
  expect(await schedules()).toEqual([])
})
