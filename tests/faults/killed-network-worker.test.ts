import { fork } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { settableClock } from '#kernel/clock.ts'
import { addReason, clearReason } from '#modules/access/index.ts'
import { changeTerms } from '#modules/clients/index.ts'
import type { Database } from '#platform/db/tx.ts'
import { testDatabase } from '#testing/database.ts'
import { aBranch, aPackage, doing } from '#testing/factories.ts'
import { aNetworkLine, aRouter, watchWrites } from '#testing/network.ts'
import type { Network, NetworkLine } from '#testing/network.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
const branchId = await aBranch(database)
const packageId = (await aPackage(database)).package.id
const faster = (await aPackage(database, { routerProfile: 'home-50' })).package.id

/** A worker process that does the job once; killed at the n-th write of the router, which the router does or does not do. */
async function work({ simulated, routerId }: Network, killAt: { write: number; isDone: boolean } | null): Promise<{ wasKilled: boolean; writes: number }> {
  const worker = fork(join(import.meta.dirname, 'run-network-worker.ts'), [database.url, routerId.toString(), clock.now().toString()], { execArgv: [] })
  let wasKilled = false
  const writes = watchWrites(simulated, (n) => {
    if (n !== killAt?.write) return null
    wasKilled = worker.kill('SIGKILL')
    return killAt.isDone ? null : { countdown: 1, isDone: false }
  })
  await new Promise((resolve) => worker.once('exit', resolve))
  // So much time passes that the lease of the dead runs out.
  await sql`update device_leases set until = clock_timestamp() where device_id = ${`router:${routerId}`}`.execute(database.db)
  await sql`update router_health set retry_at = null where router_id = ${routerId}`.execute(database.db)
  return { wasKilled, writes: writes() }
}

/** A router with five lines online, of which two are then suspended and one gets another package; a sixth is new. */
async function given(): Promise<Network & { lines: NetworkLine[] }> {
  const network = await aRouter(database, { branchId })
  const lines: NetworkLine[] = []
  for (let n = 0; n < 6; n += 1) lines.push(await aNetworkLine(database, { branchId, packageId, ...network }))
  const [, , suspendedBefore] = lines as NetworkLine[]
  await doing(database, async (tx) => await addReason(tx, suspendedBefore?.id as bigint, 'billing'))
  await work(network, null)
  clock.advance({ minutes: 2 })
  await doing(database, async (tx) => {
    await addReason(tx, [lines[0]?.id as bigint, lines[1]?.id as bigint], 'billing')
    await clearReason(tx, suspendedBefore?.id as bigint, 'billing')
    await changeTerms(tx, lines[3]?.id as bigint, { startsOn: tx.today, packageId: faster })
  })
  lines.push(await aNetworkLine(database, { branchId, packageId, ...network }))
  return { ...network, lines }
}

/** What the router and the database say, without the names that differ from one router to the next. */
async function state({ simulated, routerId, lines }: Network & { lines: NetworkLine[] }, { db }: Database) {
  const place = new Map(lines.map(({ login }, n) => [login, n]))
  const sessions = simulated.rows('active').map(({ name = '', uptime }) => [place.get(name), uptime])
  const { rows } = await sql`
    select a.revision = a.applied_revision as in_sync, a.last_error, a.must_redial, a.observed ->> 'profile' as profile, a.observed -> 'is_disabled' as is_disabled
    from access a join subscriptions s on s.id = a.subscription_id where s.router_id = ${routerId} order by s.id`.execute(db)
  return {
    secrets: simulated.rows('secrets').map(({ name = '', profile, disabled, password }) => [place.get(name), profile, disabled, password === `word-${name}`]),
    profiles: simulated.rows('profiles').map(({ name, 'rate-limit': rate }) => [name, rate]),
    online: sessions.map(([n]) => n).sort(),
    access: rows,
  }
}

test.each([true, false])(
  'E1: a worker killed at each command in turn, which the router did: %s, leaves the same state behind after the next one',
  { timeout: 240_000 },
  async (isDone) => {
    const calm = await given()
    const { writes } = await work(calm, null)
    clock.advance({ minutes: 2 })
    const expected = await state(calm, database)
    expect(writes).toBeGreaterThanOrEqual(5)
    expect(expected.online).toEqual([2, 3, 4, 5, 6])

    for (let write = 1; write <= writes; write += 1) {
      const network = await given()
      const sessionBefore = network.simulated.rows('active').find(({ name }) => name === network.lines[3]?.login)?.['session-id']
      const { wasKilled } = await work(network, { write, isDone })
      expect(wasKilled).toBe(true)
      await work(network, null)
      clock.advance({ minutes: 2 })
      expect(await state(network, database)).toEqual(expected)
      // The session from before the new speed has ended, also where the worker died between the change and the end of it.
      expect(network.simulated.rows('active').find(({ name }) => name === network.lines[3]?.login)?.['session-id']).not.toBe(sessionBefore)
    }
  },
)
