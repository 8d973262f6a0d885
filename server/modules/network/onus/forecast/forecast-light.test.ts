import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { systemActor } from '../../../../kernel/actor.ts'
import { settableClock } from '../../../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../../../kernel/permissions.ts'
import { date } from '../../../../kernel/time.ts'
import { appAs } from '../../../../testing/app-as.ts'
import { testDatabase } from '../../../../testing/database.ts'
import { aBareRouter, aBranch, aPackage } from '../../../../testing/factories.ts'
import { aNetworkLine } from '../../../../testing/network.ts'
import { anOlt } from '../../../../testing/olts.ts'
import { pollOlt } from '../poll/poll-olt.ts'
import { forecastLight } from './forecast-light.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })

test('an ONU that loses light is listed with the day it meets the limit and what its line pays, and those that do not are not', async () => {
  const branchId = await aBranch(database)
  const { oltId } = await anOlt(database, { branchId, pons: 1, onusPerPon: 3 })
  for (const kind of ['status', 'inventory'] as const) await pollOlt(database, oltId, kind, { actor: systemActor('test', ALL_PERMISSIONS) })
  const { rows: onus } = await sql<{ id: bigint }>`select id from onus where olt_id = ${oltId} order by onu_index`.execute(database.db)
  const today = date('2026-03-10')
  for (const [n, { id }] of onus.entries())
    for (let ago = 1; ago <= 40; ago += 1) {
      const centi = n === 0 ? -2500 - Math.round((40 - ago) * 5) : -2000 - (ago % 3)
      const hours = [[12, 4, centi - 3, centi, centi + 3, -32768, -32768, -32768]]
      await sql`insert into optical_hours (onu_id, day, hours) values (${id}, ${today.subtract({ days: ago })}, ${sql.raw(`array[${hours.map((hour) => `array[${hour.join(',')}]`).join(',')}]::smallint[]`)})`.execute(
        database.db,
      )
    }
  const line = await aNetworkLine(database, { branchId, packageId: (await aPackage(database)).package.id, routerId: await aBareRouter(database, branchId) })
  const send = await appAs(database, 'admin')
  await send('PUT', `/onus/${onus[0]?.id}/link`, { subscription_id: Number(line.id) })
  expect(await forecastLight({ db: database.db }, { today, at: clock.now() })).toBe(1)
  expect(await forecastLight({ db: database.db }, { today, at: clock.now() })).toBe(1)
  const { body } = await send('GET', '/onus/forecast')
  // 39 days ago -25.00, five hundredths a day: -27.00 today, and twenty days to -28.
  expect(body['items']).toMatchObject([
    { onu_id: Number(onus[0]?.id), now_dbm: -27, loss_db_per_month: 1.5, crosses_on: '2026-03-30', subscription_id: Number(line.id) },
  ])
  expect((body['items'] as { monthly_minor: number }[])[0]?.monthly_minor).toBeGreaterThan(0)
  expect((await send('GET', '/onus/forecast?within_days=10')).body['items']).toEqual([])
  expect((await send('GET', '/onus/forecast?sort=soonest')).body['items']).toHaveLength(1)
  const other = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
  expect((await other('GET', '/onus/forecast')).body['items']).toEqual([])
})
