import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { settableClock } from '../../../../kernel/clock.ts'
import { date } from '../../../../kernel/time.ts'
import { testDatabase } from '../../../../testing/database.ts'
import { aBranch, aPackage, doing } from '../../../../testing/factories.ts'
import { aBareOlt, aFibreLine, fibreOf, fibrePartitions } from '../../../../testing/fibre.ts'
import { partitionsBetween } from '../../../../testing/money.ts'
import type { OnuObservation } from '../../olts/index.ts'
import { recordInventory } from './record-inventory.ts'

const clock = settableClock('2026-03-10T08:00:00Z')
const database = await testDatabase({ clock })
const fibre = fibreOf(database, clock)
let oltId: bigint
let lines: bigint[]

beforeAll(async () => {
  await partitionsBetween(database, '2026-02-01', '2026-06-01')
  await fibrePartitions(database, '2026-02-01', '2026-06-01')
  const branchId = await aBranch(database)
  const packageId = (await aPackage(database)).package.id
  oltId = await aBareOlt(database, branchId)
  lines = []
  for (let n = 0; n < 3; n += 1) lines.push((await aFibreLine(database, { branchId, packageId, activatedOn: date('2026-01-01') })).subscriptionId)
})

const rowsOf = async <T>(table: string, onuId: bigint): Promise<T[]> =>
  (await sql<T>`select * from ${sql.table(table)} where onu_id = ${onuId} order by 1, 2`.execute(database.db)).rows
const serialOf = async (onuId: bigint): Promise<string> =>
  (await sql<{ serial: string }>`select serial from onus where id = ${onuId}`.execute(database.db)).rows[0]?.serial ?? ''

/** A device that has stood on 0/1, and a place on 0/2 that nobody has named yet. */
async function aMove() {
  const device = await fibre.anOnu({ oltId, pon: '0/1' })
  const nameless = await fibre.anOnu({ oltId, pon: '0/2' })
  await sql`update onus set serial = null, raw_serial = null where id = ${nameless}`.execute(database.db)
  const { rows } = await sql<{
    id: bigint
    onu_index: number
  }>`
    insert into onu_places (onu_id, since, olt_id, pon, onu_index) select id, since, olt_id, pon, onu_index from onus where id in (${device}, ${nameless}) order by id
    returning onu_id as id, onu_index`.execute(database.db)
  const index = rows.find(({ id }) => id === nameless)?.onu_index ?? 0
  return { device, nameless, index }
}
async function named(serial: string, index: number): Promise<void> {
  const seen = { pon: '0/2', onuId: index, serial, rawSerial: serial, mac: null, model: null, description: null, state: 'online' } as OnuObservation
  await doing(database, async (tx) => await recordInventory(tx, oltId, { at: clock.now(), isWhole: false, seen: [seen] }))
}

test('a place without a name that turns out to be a known device leaves everything to it', async () => {
  const { device, nameless, index } = await aMove()
  const { rows: boxes } = await sql<{ id: bigint }>`
    insert into boxes (branch_id, olt_id, pon, name, created_at, updated_at) select branch_id, id, '0/2', 'Box 2', now(), now() from olts where id = ${oltId} returning id`.execute(
    database.db,
  )
  await sql`update onus set box_id = ${boxes[0]?.id ?? null}, box_port = 4 where id = ${nameless}`.execute(database.db)
  await fibre.found([nameless], 'los')
  await sql`select make_day_partition('optical_samples', '2026-03-10'::date)`.execute(database.db)
  await sql`insert into optical_samples (onu_id, at, rx_centi_dbm) values (${nameless}, ${clock.now()}, -2100)`.execute(database.db)
  const hours = (onuId: bigint, text: string) => sql`insert into optical_hours (onu_id, day, hours) values (${onuId}, '2026-03-09', ${text}::smallint[])`
  await hours(device, '{{2,1,-2000,-2000,-2000,null,null,null},{5,1,-2050,-2050,-2050,null,null,null}}').execute(database.db)
  await hours(nameless, '{{1,1,-2100,-2100,-2100,null,null,null},{5,9,-2900,-2900,-2900,null,null,null}}').execute(database.db)
  await sql`insert into optical_hours (onu_id, day, hours) values (${nameless}, '2026-03-08', '{{7,1,-2200,-2200,-2200,null,null,null}}')`.execute(database.db)
  const seenAt = clock.now()
  for (const [onuId, mac] of [
    [device, 'aa:bb:cc:00:00:01'],
    [nameless, 'aa:bb:cc:00:00:01'],
    [nameless, 'aa:bb:cc:00:00:02'],
  ] as const)
    await sql`insert into onu_macs (onu_id, mac, first_seen_at, seen_at) values (${onuId}, ${mac}, ${seenAt}, ${seenAt})`.execute(database.db)
  await sql`
    insert into olt_tasks (olt_id, onu_id, verb, pon, onu_index, profile, wish, lines, save_lines, must, accepts_unverified, requested_at, state, done_at)
    values (${oltId}, ${nameless}, 'reboot', '0/2', ${index}, 'vsol-gpon', '{}', '[]', '[]', '', false, ${seenAt}, 'done', ${seenAt})`.execute(database.db)
  await sql`insert into onu_links (onu_id, subscription_id, source, since) values (${nameless}, ${lines[0]}, 'person', ${seenAt})`.execute(database.db)
  await sql`
    insert into onu_link_suggestions (onu_id, subscription_id, reasons, score, found_at, rejected_at) values (${nameless}, ${lines[1]}, '[]', 10, ${seenAt}, ${seenAt})`.execute(
    database.db,
  )
  clock.advance({ minutes: 10 })
  await named(await serialOf(device), index)

  expect((await sql`select from onus where id = ${nameless}`.execute(database.db)).rows).toEqual([])
  expect((await sql`select pon, onu_index, is_present, box_id, box_port from onus where id = ${device}`.execute(database.db)).rows).toEqual([
    { pon: '0/2', onu_index: index, is_present: true, box_id: boxes[0]?.id, box_port: 4 },
  ])
  expect((await rowsOf<{ kind: string }>('onu_events', device)).map(({ kind }) => kind)).toEqual(['state', 'moved'])
  expect(await rowsOf('optical_samples', device)).toMatchObject([{ rx_centi_dbm: -2100 }])
  expect((await rowsOf<{ hours: number[][] }>('optical_hours', device)).map((row) => row.hours.map(([hour, , low]) => [hour, low]))).toEqual(
    [
      [
        [1, -2100],
        [2, -2000],
        [5, -2050],
      ],
      [[7, -2200]],
    ].toReversed(),
  )
  expect((await rowsOf<{ mac: string }>('onu_macs', device)).map(({ mac }) => mac).toSorted()).toEqual(['aa:bb:cc:00:00:01', 'aa:bb:cc:00:00:02'])
  expect(await rowsOf('olt_tasks', device)).toMatchObject([{ verb: 'reboot' }])
  expect(await rowsOf('onu_links', device)).toMatchObject([{ subscription_id: lines[0], until: null }])
  expect(await rowsOf('onu_link_suggestions', device)).toMatchObject([{ subscription_id: lines[1] }])
  expect((await rowsOf<{ pon: string; until: unknown }>('onu_places', device)).map(({ pon, until }) => [pon, until === null]).toSorted()).toEqual([
    ['0/1', false],
    ['0/2', true],
  ])
  expect((await sql`select nameless_id, onu_id from onu_absorptions where onu_id = ${device}`.execute(database.db)).rows).toEqual([
    { nameless_id: nameless, onu_id: device },
  ])
  for (const table of ['onu_events', 'optical_samples', 'optical_hours', 'onu_macs', 'onu_places', 'onu_links', 'onu_link_suggestions', 'olt_tasks'])
    expect(await rowsOf(table, nameless), table).toEqual([])
})

test('a device that carries a line keeps it, and that the place’s own has ended is told', async () => {
  const { device, nameless, index } = await aMove()
  for (const [onuId, line] of [
    [device, lines[1]],
    [nameless, lines[2]],
  ])
    await sql`insert into onu_links (onu_id, subscription_id, source, since) values (${onuId}, ${line}, 'person', ${clock.now()})`.execute(database.db)
  clock.advance({ minutes: 10 })
  await named(await serialOf(device), index)
  expect(
    (await rowsOf<{ subscription_id: bigint; until: unknown }>('onu_links', device)).map(({ subscription_id, until }) => [subscription_id, until === null]),
  ).toEqual([
    [lines[1], true],
    [lines[2], false],
  ])
  expect(await rowsOf('onu_events', device)).toContainEqual(expect.objectContaining({ kind: 'unlinked', was: String(lines[2]) }))
})
