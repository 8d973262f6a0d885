import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { date } from '../../../kernel/time.ts'
import { testDatabase } from '../../../testing/database.ts'
import { aBranch, aPackage, doing } from '../../../testing/factories.ts'
import { aBareOlt, aFibreLine, fibreOf, fibrePartitions } from '../../../testing/fibre.ts'
import { partitionsBetween } from '../../../testing/money.ts'
import { lookAtOlt } from './look-at-olt.ts'

const clock = settableClock('2026-03-01T08:00:00Z')
const database = await testDatabase({ clock })
const fibre = fibreOf(database, clock)
let branchId: bigint
let packageId: bigint

beforeAll(async () => {
  await partitionsBetween(database, '2026-02-01', '2026-06-01')
  await fibrePartitions(database, '2026-02-01', '2026-06-01')
  branchId = await aBranch(database)
  packageId = (await aPackage(database)).package.id
})

async function poll(oltId: bigint, states: Record<string, bigint[]>): Promise<void> {
  clock.advance({ minutes: 5 })
  for (const [state, ids] of Object.entries(states)) await fibre.found(ids, state)
  await fibre.polled(oltId)
  await doing(database, async (tx) => await lookAtOlt(tx, oltId))
}
const rowsOf = async (oltId: bigint, onuId: bigint) =>
  (
    await sql<{ down_at: Temporal.Instant; up_at: Temporal.Instant | null }>`
      select r.down_at, r.up_at from incident_onus r join incidents i on i.id = r.incident_id where i.olt_id = ${oltId} and r.onu_id = ${onuId} order by r.down_at`.execute(
      database.db,
    )
  ).rows
const homesOn = async (oltId: bigint, pon: string, count: number): Promise<bigint[]> => {
  const ids: bigint[] = []
  for (let n = 0; n < count; n += 1) {
    const { subscriptionId } = await aFibreLine(database, { branchId, packageId, activatedOn: date('2026-01-01') })
    ids.push(await fibre.anOnu({ oltId, pon, subscriptionId }))
  }
  return ids
}
/** As an inventory leaves it that finds a known device at a place without a name. */
async function absorb(oltId: bigint, nameless: bigint, by: bigint): Promise<void> {
  await sql`insert into onu_absorptions (nameless_id, onu_id, olt_id, at) values (${nameless}, ${by}, ${oltId}, ${clock.now()})`.execute(database.db)
  await sql`update onu_links set until = ${clock.now()} where onu_id = ${nameless}`.execute(database.db)
  await sql`update onu_links set onu_id = ${by} where onu_id = ${nameless}`.execute(database.db)
  await sql`update onu_events set onu_id = ${by} where onu_id = ${nameless}`.execute(database.db)
  await sql`
    with gone as (delete from onus where id = ${nameless} returning olt_id, pon, onu_index, state, since)
    update onus o set olt_id = g.olt_id, pon = g.pon, onu_index = g.onu_index, state = g.state, since = g.since from gone g where o.id = ${by}`.execute(
    database.db,
  )
}

test('who was away without a name comes back with it, and its minutes end', async () => {
  const [oltId, other] = [await aBareOlt(database, branchId), await aBareOlt(database, branchId)]
  const cut = await homesOn(oltId, '0/1', 6)
  const [nameless = 0n] = cut
  const device = await fibre.anOnu({ oltId: other })
  await poll(oltId, {})
  await poll(oltId, { los: cut })
  expect(await rowsOf(oltId, nameless)).toMatchObject([{ up_at: null }])
  await absorb(oltId, nameless, device)
  await poll(oltId, { online: [device] })
  expect(await rowsOf(oltId, nameless)).toEqual([])
  expect((await rowsOf(oltId, device)).map(({ up_at }) => up_at?.toString())).toEqual([clock.now().toString()])
  await poll(oltId, { online: cut.slice(1) })
  const { rows } = await sql<{ onus: number; onus_back: number }>`select onus, onus_back from incidents where olt_id = ${oltId}`.execute(database.db)
  expect(rows).toEqual([{ onus: 6, onus_back: 6 }])
})

test('one that is away under its own incident is not away under two', async () => {
  const oltId = await aBareOlt(database, branchId)
  const [first, second] = [await homesOn(oltId, '0/1', 6), await homesOn(oltId, '0/2', 6)]
  const [device = 0n] = first
  const [nameless = 0n] = second
  await homesOn(oltId, '0/3', 20)
  await poll(oltId, {})
  await poll(oltId, { los: first })
  await poll(oltId, { los: second })
  await absorb(oltId, nameless, device)
  await poll(oltId, {})
  const rows = await rowsOf(oltId, device)
  expect(rows.map(({ up_at }) => up_at === null)).toEqual([true, false])
  expect(await rowsOf(oltId, nameless)).toEqual([])
})
