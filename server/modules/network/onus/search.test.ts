import { expect, test } from 'vitest'
import { ALL_PERMISSIONS } from '../../../kernel/permissions.ts'
import { companyScope, systemActor } from '../../../kernel/actor.ts'
import { settableClock } from '../../../kernel/clock.ts'
import { testDatabase } from '../../../testing/database.ts'
import { aBranch, aPackage } from '../../../testing/factories.ts'
import { aBareOlt, aFibreLine, fibreOf } from '../../../testing/fibre.ts'
import { anOlt } from '../../../testing/olts.ts'
import { selectOnus } from './list/onus-store.ts'
import { pollOlt } from './poll/poll-olt.ts'
import { onuSearch } from './search.ts'

const actor = systemActor('test', ALL_PERMISSIONS)
const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
const activatedOn = Temporal.PlainDate.from('2026-01-01')
const conn = { db: database.db } as Parameters<typeof onuSearch.search>[0]

test('an ONU is found by its whole serial, by a part of it, and by nobody who does not see its OLT', async () => {
  const { oltId, simulated } = await anOlt(database, { branchId: await aBranch(database), pons: 1, onusPerPon: 3 })
  for (const kind of ['status', 'inventory'] as const) await pollOlt(database, oltId, kind, { actor })
  const serial = simulated.plant.on(1)[0]?.serial ?? ''
  expect(await onuSearch.search(conn, actor, ` ${serial.toLowerCase()} `, 5)).toMatchObject([{ type: 'onu', title: serial, is_exact: true, client_id: null }])
  const byPart = await onuSearch.search(conn, actor, serial.slice(0, -1), 5)
  expect(byPart.map(({ title, is_exact }) => [title, is_exact])).toContainEqual([serial, false])
  expect(await onuSearch.search(conn, { ...actor, scope: { kind: 'branches', branchIds: [] } }, serial, 5)).toEqual([])
  expect(await onuSearch.search(conn, { ...actor, scope: companyScope }, serial.slice(0, 3), 5)).toEqual([])
})

test('a MAC is found however it is written', async () => {
  const { oltId, simulated } = await anOlt(database, { branchId: await aBranch(database), family: 'vsol-epon', pons: 1, onusPerPon: 2 })
  for (const kind of ['status', 'inventory'] as const) await pollOlt(database, oltId, kind, { actor })
  const mac = simulated.plant.on(1)[0]?.mac ?? ''
  const plain = mac.replaceAll(':', '')
  for (const typed of [mac, mac.toUpperCase(), plain, mac.replaceAll(':', '-'), `${plain.slice(0, 4)}.${plain.slice(4, 8)}.${plain.slice(8)}`])
    expect(await onuSearch.search(conn, actor, typed, 5), typed).toMatchObject([{ type: 'onu', is_exact: true }])
})

test('the ONU that carries a line is asked for by the line', async () => {
  const branchId = await aBranch(database)
  const packageId = (await aPackage(database)).package.id
  const [lineOf, otherLine] = [
    await aFibreLine(database, { branchId, packageId, activatedOn }),
    await aFibreLine(database, { branchId, packageId, activatedOn }),
  ]
  const oltId = await aBareOlt(database, branchId)
  const { anOnu } = fibreOf(database, clock)
  const carrying = await anOnu({ oltId, subscriptionId: lineOf.subscriptionId })
  await anOnu({ oltId, subscriptionId: otherLine.subscriptionId })
  const found = await selectOnus(conn, companyScope, { subscriptionId: lineOf.subscriptionId }, { sort: 'place', limit: 5, dayAgo: clock.now() })
  expect(found.map(({ id }) => id)).toEqual([carrying])
})
