import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { systemActor } from '#kernel/actor.ts'
import { settableClock } from '#kernel/clock.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { date } from '#kernel/time.ts'
import { executePreview, executeRun, requestRun, startRun } from '#modules/billing/index.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import type { Database } from '#platform/db/tx.ts'
import { fill } from '../../bench/dataset.ts'
import { testDatabase } from '#testing/database.ts'

const CLIENTS = 3000
const KILLS = 20
const CHUNK = 50
const actor = systemActor('month run', ALL_PERMISSIONS)

async function company(): Promise<{ database: Database & { url: string }; runId: bigint }> {
  const database = await testDatabase({ clock: settableClock('2026-01-01T03:00:00Z') })
  await fill(database, { clients: CLIENTS, since: '2026-01-01' })
  const run = await inTransaction(database, { actor }, async (tx) => await requestRun(tx, { month: date('2026-01-01'), scope: {}, startsItself: true }))
  return { database, runId: run.id }
}

/** Everything a run issued, without the ids that a rolled-back chunk may have used up. */
async function issued({ db }: Database) {
  const invoices = await sql`
    select i.client_id, i.number, i.code, i.total_minor, i.due_on::text as due_on, jsonb_agg(jsonb_build_array(l.line_no, l.starts_on, l.ends_on, l.net_minor, l.vat_minor, l.total_minor) order by l.line_no) as lines
    from invoices i join invoice_lines l on l.invoice_id = i.id group by i.id order by i.number`.execute(db)
  const notices = await sql`select client_id, kind, payload - 'invoice_id' as payload from outbox_messages order by client_id, kind`.execute(db)
  const money =
    await sql`select (select sum(receivable_minor) from client_balances)::bigint as receivable, (select count(*) from entries) as entries, (select count(*) from billed_periods) as periods, (select next from number_series) as next`.execute(
      db,
    )
  return { invoices: invoices.rows, notices: notices.rows, money: money.rows }
}

/** Resolves when the worker has sent so many messages: one when it starts, one after each committed chunk. */
async function messages(worker: ChildProcess, count: number): Promise<void> {
  let seen = 0
  await new Promise<void>((resolve) => {
    worker.on('message', () => {
      seen += 1
      if (seen >= count) resolve()
    })
  })
}

test('rule 6: a run killed at 20 random points and taken up again issues the same invoices, numbers and notices', { timeout: 240_000 }, async () => {
  const calm = await company()
  await executePreview(calm.database, calm.runId, { actor, chunk: CHUNK })
  await executeRun(calm.database, calm.runId, { actor, chunk: CHUNK })
  const expected = await issued(calm.database)
  expect(expected.invoices.length).toBeGreaterThan(CLIENTS * 0.9)

  const { database, runId } = await company()
  let kills = 0
  let seed = 20260105
  const random = (below: number): number => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const states = new Set<string>()
  for (;;) {
    const worker = fork(join(import.meta.dirname, 'run-worker.ts'), [database.url, runId.toString(), String(CHUNK)], { execArgv: [] })
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    if (kills < KILLS) {
      // At most one whole chunk a life, then some way into the next few: 20 lives cannot reach the end of 120 chunks, also where a chunk takes 20 ms.
      const chunks = random(2)
      await Promise.race([ended, messages(worker, 1 + chunks)])
      await Promise.race([ended, sleep(random(100))])
      worker.kill('SIGKILL')
      kills += 1
    }
    await ended
    const { rows } = await sql<{ state: string; cursor: bigint }>`select state, cursor_client_id as cursor from invoice_runs where id = ${runId}`.execute(
      database.db,
    )
    states.add(`${rows[0]?.state}/${rows[0]?.cursor}`)
    if (rows[0]?.state === 'done') break
  }
  expect(kills).toBe(KILLS)
  // The kills must have met the run at many different places, or this proves nothing.
  expect(states.size).toBeGreaterThan(5)
  expect(await issued(database)).toEqual(expected)
})

test('two runs of one month at once equal one run', { timeout: 120_000 }, async () => {
  const calm = await company()
  await executePreview(calm.database, calm.runId, { actor, chunk: CHUNK })
  await executeRun(calm.database, calm.runId, { actor, chunk: CHUNK })
  const expected = await issued(calm.database)

  const { database, runId } = await company()
  const second = await inTransaction(database, { actor }, async (tx) => await requestRun(tx, { month: date('2026-01-01'), scope: {}, startsItself: false }))
  for (const id of [runId, second.id]) await executePreview(database, id, { actor, chunk: CHUNK })
  await inTransaction(database, { actor }, async (tx) => await startRun(tx, second.id))
  const done = await Promise.all([
    executeRun(database, runId, { actor, chunk: CHUNK }),
    executeRun(database, second.id, { actor, chunk: CHUNK }),
    executeRun(database, runId, { actor, chunk: CHUNK }),
  ])
  expect(done.map((run) => run.state)).toEqual(['done', 'done', 'done'])
  const both = await issued(database)
  // Which of the two issued a number does not matter; that each period was billed once and numbers have no gap does.
  expect(both).toEqual(expected)
})
