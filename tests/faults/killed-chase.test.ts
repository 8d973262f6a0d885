import { fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { systemActor } from '#kernel/actor.ts'
import { settableClock } from '#kernel/clock.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { chaseOverdue } from '#modules/billing/index.ts'
import type { Database } from '#platform/db/tx.ts'
import { fill } from '../../bench/dataset.ts'
import { testDatabase } from '#testing/database.ts'

const CLIENTS = 1200
const CHUNK = 50
const NOW = '2026-01-14T06:00:00Z'
const actor = systemActor('chase', ALL_PERMISSIONS)

/** Every third client owes a bill whose grace is over; the breaker has looked an hour ago and holds nothing. */
async function company(): Promise<Database & { url: string }> {
  const database = await testDatabase({ clock: settableClock(NOW) })
  await fill(database, { clients: CLIENTS, since: '2026-01-01' })
  await sql`insert into number_series (document_kind, owner, fiscal_year, pattern) values ('invoice', 'company', 2026, '{n:6}')`.execute(database.db)
  await sql`
    with made as (
      insert into invoices (client_id, branch_id, series_id, number, code, kind, issued_on, issued_at, due_on, month, net_minor, total_minor, buyer)
      select c.id, c.branch_id, (select id from number_series), c.id, c.id::text, 'month', '2026-01-01', '2026-01-01', '2026-01-10', '2026-01-01', 50000, 50000, '{}' from clients c where c.id % 3 = 0
      returning id, client_id)
    insert into invoice_balances (invoice_id, client_id, due_on, total_minor) select id, client_id, '2026-01-10', 50000 from made`.execute(database.db)
  await sql`update suspension_breaker set looked_at = ${NOW}::timestamptz - interval '1 hour',
    database_identity = (select system_identifier from pg_control_system()) || '/' || (select timeline_id from pg_control_checkpoint()) || '/' || (select oid from pg_database where datname = current_database())`.execute(
    database.db,
  )
  await sql`insert into settings (key, value) values ('suspension.breaker_share_percent', '100')`.execute(database.db)
  return database
}

/** All that a look leaves behind, without ids and times. */
async function outcome({ db }: Database) {
  const reasons = await sql`select subscription_id, reason from access_reasons where reason = 'billing' order by 1`.execute(db)
  const states = await sql`select id, state from subscriptions order by id`.execute(db)
  const access = await sql`select subscription_id, desired_on, revision from access order by 1`.execute(db)
  const items = await sql`select subscription_id, outcome, late_minor, cut_on::text from suspension_items order by 1`.execute(db)
  const notices = await sql`select client_id, kind, payload from outbox_messages order by 1, 2`.execute(db)
  const audit = await sql`select subject_id, action from audit_events where subject_type = 'subscription' order by 1, 2`.execute(db)
  const runs = await sql`select origin, state, planned_lines, cut_lines, spared_lines from suspension_runs order by id`.execute(db)
  return [reasons.rows, states.rows, access.rows, items.rows, notices.rows, audit.rows, runs.rows]
}

test('a chase killed at many points and taken up again cuts the same lines once, with one audit row and one notice each', { timeout: 240_000 }, async () => {
  const calm = await company()
  await chaseOverdue(calm, 'chase', { actor, chunk: CHUNK })
  const expected = await outcome(calm)
  expect((expected[0] as unknown[]).length).toBeGreaterThan(CLIENTS / 4)

  const database = await company()
  const places = new Set<string>()
  for (let life = 0; ; life += 1) {
    const worker = fork(join(import.meta.dirname, 'run-chase-worker.ts'), [database.url, NOW, String(CHUNK)], { execArgv: [] })
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    let steps = 0
    const reached = new Promise<void>((resolve) => worker.on('message', () => (steps += 1) > 1 + (life % 3) && resolve()))
    if (life < 8) {
      await Promise.race([ended, reached])
      await Promise.race([ended, sleep((life * 37) % 60)])
      worker.kill('SIGKILL')
    }
    await ended
    const { rows } = await sql<{ state: string; cut: bigint }>`select state, cut_lines as cut from suspension_runs`.execute(database.db)
    places.add(`${rows[0]?.state}/${rows[0]?.cut}`)
    if (rows[0]?.state === 'done') break
  }
  // The kills must have met it at different places, or this proves nothing.
  expect(places.size).toBeGreaterThan(2)
  expect(await outcome(database)).toEqual(expected)
})

test('two chases at once are one', { timeout: 120_000 }, async () => {
  const calm = await company()
  await chaseOverdue(calm, 'chase', { actor, chunk: CHUNK })
  const database = await company()
  await Promise.all([1, 2, 3].map(async () => await chaseOverdue(database, 'chase', { actor, chunk: CHUNK })))
  expect(await outcome(database)).toEqual(await outcome(calm))
})
