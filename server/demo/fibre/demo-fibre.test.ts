import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { pollOlt } from '../../modules/network/onus/index.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { createLog } from '../../platform/log.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aPackage } from '../../testing/factories.ts'
import { aNetworkLine } from '../../testing/network.ts'
import { openDemoNetwork } from '../network/demo-network.ts'

const actor = systemActor('test', ALL_PERMISSIONS)
const log = createLog({ level: 'silent', folder: null })
const database = await testDatabase()

test('every fibre line of the demo ends at an ONU with weeks of light; a cut fibre takes the line with it, also after a restart, and a new client waits', {
  timeout: 120_000,
}, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lastmile-fibre-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const branchId = await aBranch(database)
  const packageId = (await aPackage(database)).package.id
  const first = await openDemoNetwork({ database, dataDir, log })
  const routerId = (await inTransaction(database, { actor }, async (tx) => await first.make(tx, [branchId]))).get(branchId)?.[0] ?? 0n
  const lines = []
  for (let n = 0; n < 4; n += 1) lines.push(await aNetworkLine(database, { branchId, packageId, routerId, mac: `50:d4:f7:00:77:0${n}` }))
  await first.activate()
  const { rows: onus } = await sql<{ id: bigint; olt_id: bigint; pon: string; subscription_id: bigint; hours: number; samples: number; box_id: bigint | null }>`
    select o.id, o.olt_id, o.pon, l.subscription_id, o.box_id, (select count(*)::int from optical_hours where onu_id = o.id) as hours,
      (select count(*)::int from optical_samples where onu_id = o.id) as samples
    from onus o join onu_links l on l.onu_id = o.id order by o.pon`.execute(database.db)
  expect(onus.map(({ subscription_id }) => subscription_id)).toEqual(lines.map(({ id }) => id))
  expect(onus.every(({ hours, samples, box_id }) => hours === 45 && samples > 90 && box_id !== null)).toBe(true)
  await first.stop()

  const second = await openDemoNetwork({ database, dataDir, log })
  onTestFinished(second.stop)
  const olt = second.fibre.olts.find(({ identity }) => identity === 'olt-dhanmondi')
  expect(olt?.simulated.plant.onus).toHaveLength(4)
  const changed: [string, boolean][] = []
  second.fibre.onChange((mac, isUp) => changed.push([mac, isUp]))
  olt?.simulated.plant.cutFibre(2)
  expect(changed).toEqual([['50:d4:f7:00:77:01', false]])
  const [onu] = onus
  if (onu === undefined) throw new Error('There is no ONU')
  await pollOlt(database, onu.olt_id, 'status', { actor })
  const { rows: away } = await sql<{ pon: string; state: string }>`select pon, state from onus where olt_id = ${onu.olt_id} and state <> 'online'`.execute(
    database.db,
  )
  expect(away).toEqual([{ pon: '0/2', state: 'los' }])

  await aNetworkLine(database, { branchId, packageId, routerId, mac: '50:d4:f7:00:77:09' })
  await second.fibre.hang()
  expect(olt?.simulated.plant.unregistered()).toHaveLength(1)
  await pollOlt(database, onu.olt_id, 'unregistered', { actor })
  expect((await sql`select 1 from unregistered_onus where olt_id = ${onu.olt_id}`.execute(database.db)).rows).toHaveLength(1)
})
