import { fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { settableClock } from '#kernel/clock.ts'
import { fill } from '../../bench/dataset.ts'
import { partitionsBetween } from '#testing/money.ts'
import { testDatabase } from '#testing/database.ts'

const CLIENTS = 3000
const START = Temporal.Instant.from('2026-01-14T06:00:00Z')

test('a sender killed at many points and taken up again tells each client once', { timeout: 240_000 }, async () => {
  const database = await testDatabase({ clock: settableClock(START.toString()) })
  await partitionsBetween(database, '2026-01-01', '2026-02-01')
  await fill(database, { clients: CLIENTS, since: '2026-01-01' })
  await sql`insert into outbox_messages (created_at, dedupe_key, kind, client_id, payload, not_before)
    select ${START}::timestamptz, 'client-registered:' || id, 'client-registered', id, '{}', ${START}::timestamptz from clients`.execute(database.db)
  const places = new Set<string>()
  for (let life = 0; life < 40; life += 1) {
    // Each life begins after the tries of the one before count as lost.
    const now = START.add({ minutes: 6 * life })
    const worker = fork(join(import.meta.dirname, 'run-sender.ts'), [database.url, now.toString(), '60'], { execArgv: [] })
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    const started = new Promise<void>((resolve) => worker.once('message', () => resolve()))
    if (life < 10) {
      await Promise.race([ended, started])
      await Promise.race([ended, sleep(40 + ((life * 53) % 180))])
      worker.kill('SIGKILL')
    }
    await ended
    const { rows } = await sql<{ state: string; n: bigint }>`select state, count(*) as n from outbox_messages group by 1 order by 1`.execute(database.db)
    places.add(rows.map(({ state, n }) => `${state} ${n}`).join(', '))
    if (rows.every(({ state }) => state === 'sent')) break
  }
  expect(places.size).toBeGreaterThan(2)
  const { rows } = await sql<{ messages: bigint; accepted: bigint; open: bigint }>`
    select count(distinct message_id) as messages, count(*) filter (where outcome = 'accepted') as accepted, count(*) filter (where outcome is null) as open
    from message_attempts`.execute(database.db)
  expect(rows[0]).toEqual({ messages: BigInt(CLIENTS), accepted: BigInt(CLIENTS), open: 0n })
})
