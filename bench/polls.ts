/**
 * A look at a router of 20,000 sessions for who is online, against bare reads of the two menus it takes; and how long somebody who looks at one
 * line meanwhile waits. The router is simulated, in a process of its own.
 *   npm run bench -- polls --sessions 20000 --rounds 5
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { sql } from 'kysely'
import { companyScope, systemActor } from '#kernel/actor.ts'
import { settableClock } from '#kernel/clock.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { createRouter } from '#modules/network/routers/change-router.ts'
import { activeSessions, connectRouter, equals, portCounters } from '#modules/network/routers/index.ts'
import { lookAtLine } from '#modules/network/traffic/live/look-at-line.ts'
import { pollRouter } from '#modules/network/traffic/poll/poll-router.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import type { Database } from '#platform/db/tx.ts'
import { installQueue } from '#platform/jobs/index.ts'
import { openSecrets } from '#platform/secrets/index.ts'
import { fill } from './dataset.ts'
import { serve } from './load.ts'
import { median, percentile, timed } from './measure.ts'
import type { Result } from './measure.ts'
import { withDatabase } from './server.ts'

const START = '2026-01-10T10:00:00Z'
const actor = systemActor('bench', ALL_PERMISSIONS)
const signal = new AbortController().signal

export async function bench({ sessions = 5000, rounds = 5 }: Record<string, number>): Promise<Result[]> {
  const clock = settableClock(START)
  return await withDatabase(async (database) => {
    await installQueue(database.url)
    await openSecrets(database.db, { secretKey: randomBytes(32).toString('base64'), oldSecretKeys: [], dataDir: '' })
    await fill(database, { clients: sessions, since: '2026-01-01' })
    const password = randomBytes(12).toString('hex')
    const served = await serve('simulated-network.ts', [password, START, String(sessions)])
    const move = async (minutes: number): Promise<void> => {
      const moved = once(served.process, 'message')
      served.process.send(minutes)
      await moved
      clock.advance({ minutes })
    }
    try {
      const routerId = await setUp(database, served.port, password)
      const access = { host: '127.0.0.1', port: served.port, tls: null, user: 'lastmile', password, connectTimeoutMs: 5000, timeoutMs: 30_000 }
      const bare = await connectRouter(access)
      const [reads, polls, alone, meanwhile]: [number[], number[], number[], number[]] = [[], [], [], []]
      const look = async (into: number[]): Promise<void> => void into.push(await timed(async () => await lookAtLine(database, companyScope, 1n)))
      await move(5)
      let seen = 0
      for (let round = -1; round < rounds; round += 1) {
        const read = await timed(async () => {
          seen = (await activeSessions.read(bare)).length
          await portCounters.read(bare, { where: equals('dynamic', 'true') })
        })
        await look(alone)
        let isDone = false
        const poll = timed(async () => await pollRouter(database, routerId, { actor, signal })).finally(() => (isDone = true))
        while (!isDone) await look(meanwhile)
        if (round >= 0) {
          reads.push(read)
          polls.push(await poll)
        } else await poll
        await move(5)
      }
      await bare.close()
      return [
        {
          part: 'P6',
          what: `a poll of a router with ${seen} sessions: read, kept, and measured`,
          ratio: median(polls) / median(reads),
          against: 'bare reads of its sessions and interfaces',
          bar: 20,
          better: 'less' as const,
          note: `${median(polls).toFixed(0)} ms against ${median(reads).toFixed(0)} ms`,
        },
        {
          part: 'P6',
          what: 'a look at one line while the router is polled',
          ratio: median(meanwhile) / median(alone),
          against: 'one that finds the router at rest',
          bar: 2,
          better: 'less' as const,
          note: `median ${median(meanwhile).toFixed(0)} ms, p95 ${percentile(meanwhile, 95).toFixed(0)} ms of ${meanwhile.length}; at rest ${median(alone).toFixed(0)} ms`,
        },
      ]
    } finally {
      await served.stop()
    }
  }, clock)
}

/** The router, and every line on it under the login that the simulated boxes dial with. */
async function setUp(database: Database, port: number, password: string): Promise<bigint> {
  const facts = { name: 'Bench', host: '127.0.0.1', port, is_tls: false, tls_fingerprint: null, username: 'lastmile', password, is_active: true }
  const rules = {
    suspend_by: 'disable',
    suspend_target: '',
    address_pool: 'home',
    local_address: null,
    commands_per_second: 200,
    max_change_percent: 100,
  } as const
  const router = await inTransaction(database, { actor }, async (tx) => await createRouter(tx, { branch_id: 1n, ...facts, ...rules }))
  await sql`update subscriptions set state = 'active', router_id = ${router.id}, pppoe_login = 'user' || lpad(id::text, 5, '0')`.execute(database.db)
  await sql`vacuum analyze subscriptions`.execute(database.db)
  return router.id
}
