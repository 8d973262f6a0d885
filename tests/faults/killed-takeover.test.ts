import { fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { settableClock } from '#kernel/clock.ts'
import { jobs } from '#modules/imports/index.ts'
import { startWorker } from '#platform/jobs/index.ts'
import { createLog } from '#platform/log.ts'
import { appAs } from '#testing/app-as.ts'
import { testDatabase } from '#testing/database.ts'
import { aRouter } from '#testing/network.ts'
import { fill } from '../../bench/dataset.ts'

const NOW = '2026-03-10T06:00:00Z'
const SECRETS = 5000
const LINES = 1000
const CHUNK = 60

test('a router of 5,000 secrets: 1,000 lines are taken over by workers that are killed on the way, each once; the rest becomes clients', {
  timeout: 400_000,
}, async () => {
  const database = await testDatabase({ clock: settableClock(NOW) })
  await fill(database, { clients: LINES, since: '2026-01-01' })
  await sql`update subscriptions set state = 'active', pppoe_login = 'user' || id`.execute(database.db)
  const { simulated, routerId } = await aRouter(database, { branchId: 1n })
  simulated.addRow('profiles', { name: 'home-1', 'remote-address': 'home', 'rate-limit': '10M/10M' })
  for (let n = 1; n <= SECRETS; n += 1)
    simulated.addRow('secrets', { name: `user${n}`, password: `pw-${n}`, profile: 'home-1', comment: `Client ${n} 01711${String(n).padStart(6, '0')}` })
  const send = await appAs(database, 'admin')
  const worker = await startWorker({
    database,
    jobs: jobs.filter(({ name }) => name !== 'imports.take_over'),
    log: createLog({ level: 'silent', folder: null }),
  })
  try {
    await send('POST', `/routers/${routerId}/reading`)
    const reading = async () => (await send('GET', `/routers/${routerId}/reading`)).body.reading
    await expect.poll(async () => (await reading()).state, { timeout: 30_000 }).toBe('read')
    expect((await reading()).counts).toMatchObject({ line_elsewhere: LINES, new: SECRETS - LINES })

    const asked = await send('POST', `/routers/${routerId}/takeovers`, { standing: 'line_elsewhere' })
    expect(asked.body).toMatchObject({ state: 'queued', of: LINES, taken: 0 })
    const path = `/routers/${routerId}/takeovers/${asked.body.id}`
    const places = new Set<number>()
    for (let life = 0; life < 60; life += 1) {
      const process = fork(join(import.meta.dirname, 'run-takeover-worker.ts'), [database.url, String(asked.body.id), NOW, String(CHUNK)], { execArgv: [] })
      const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()))
      let steps = 0
      const reached = new Promise<void>((resolve) => process.on('message', () => (steps += 1) > 1 + (life % 3) && resolve()))
      if (life < 8) {
        await Promise.race([ended, reached])
        await Promise.race([ended, sleep((life * 37) % 90)])
        process.kill('SIGKILL')
      }
      await ended
      const { body } = await send('GET', path)
      places.add(body.taken)
      if (body.state === 'done') break
    }
    expect(places.size).toBeGreaterThan(3)
    const done = (await send('GET', path)).body
    expect(done).toMatchObject({ state: 'done', taken: LINES, refused: 0 })
    const { rows } = await sql<{ moved: bigint; audited: bigint; lines: bigint }>`
      select (select count(*) from subscriptions where router_id = ${routerId}) as moved, count(*) as audited, count(distinct subject_id) as lines
      from audit_events where action = 'subscription.edited'`.execute(database.db)
    expect(rows[0]).toEqual({ moved: BigInt(LINES), audited: BigInt(LINES), lines: BigInt(LINES) })
    const items = await send('GET', `${path}/items?limit=200`)
    expect(items.body.items).toHaveLength(200)
    expect(items.body.next_cursor).not.toBeNull()

    const made = await send('POST', `/routers/${routerId}/imports`, { packages: [{ profile: 'home-1', package_id: 1 }] })
    expect(made.body.rows).toBe(SECRETS - LINES)
    const state = async () => (await send('GET', `/imports/${made.body.import_id}`)).body.state
    await expect.poll(state, { timeout: 60_000 }).toBe('previewed')
    await send('POST', `/imports/${made.body.import_id}/start`)
    await expect.poll(state, { timeout: 120_000 }).toBe('done')
    const { rows: known } = await sql<{ n: bigint }>`select count(*) as n from subscriptions where router_id = ${routerId} and state <> 'left'`.execute(
      database.db,
    )
    expect(known[0]?.n).toBe(BigInt(SECRETS))
  } finally {
    await worker.stop({ timeoutMs: 3000 })
  }
})
