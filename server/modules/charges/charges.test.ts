import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { Invalid, NotFound } from '../../kernel/errors.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, doing } from '../../testing/factories.ts'
import { endCharge, listCharges, lockCharges, moveCursor, openCharge } from './index.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
let database: TestDatabase
let branchId: bigint
let clientId: bigint

beforeAll(async () => {
  database = await testDatabase({ clock })
  branchId = await aBranch(database)
  clientId = (await aClient(database, { branch_id: branchId })).client.id
})

const open = (facts: object = {}) =>
  doing(database, (tx) =>
    openCharge(tx, { clientId, kind: 'recurring', item: 'addon', description: 'Real IP', unitPrice: toMinor(20_000), startsOn: date('2026-03-01'), ...facts }),
  )

test('a charge begins with its cursor at its first day; a one-time charge covers exactly that day', async () => {
  expect(await open()).toMatchObject({ billed_until: date('2026-03-01'), ends_on: null, quantity_milli: 1000n })
  expect(await open({ kind: 'one_time', item: 'installation', endsOn: date('2027-01-01') })).toMatchObject({ ends_on: date('2026-03-02') })
})

test('a package without a line, a package with a price and another item without one are refused', async () => {
  await expect(open({ item: 'package', unitPrice: null })).rejects.toThrow(Invalid)
  await expect(open({ item: 'package' })).rejects.toThrow(Invalid)
  await expect(open({ unitPrice: null })).rejects.toThrow(Invalid)
})

test('an end is set once, moved forward, and never back; outside the branch the charge does not exist', async () => {
  const { id } = await open()
  const end = (day: string, actor = anActor()) => doing(database, (tx) => endCharge(tx, id, date(day)), actor)
  await end('2026-06-01')
  await end('2026-06-01')
  await expect(end('2026-07-01')).rejects.toMatchObject({ code: 'charge_already_ended' })
  expect(await end('2026-05-01')).toMatchObject({ ends_on: date('2026-05-01') })
  await expect(end('2026-02-01')).rejects.toThrow(Invalid)
  await expect(end('2026-04-01', anActor({ scope: { kind: 'branches', branchIds: [] } }))).rejects.toThrow(NotFound)
  const { rows } = await sql`select count(*) as n from audit_events where action = 'charge.ended' and subject_id = ${id}`.execute(database.db)
  expect(rows).toEqual([{ n: 2n }])
})

test('of two who bill the same days one finds the cursor moved', async () => {
  const { id } = await open()
  const bill = () => doing(database, (tx) => moveCursor(tx, id, date('2026-03-01'), date('2026-04-01')))
  const outcomes = await Promise.allSettled([bill(), bill()])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject({ code: 'billed_meanwhile' })
})

test('a failure after opening leaves no charge', async () => {
  const before = (await doing(database, (tx) => lockCharges(tx, clientId))).length
  await expect(
    doing(database, async (tx) => {
      await openCharge(tx, { clientId, kind: 'one_time', item: 'other', unitPrice: toMinor(1), startsOn: date('2026-03-01') })
      throw new Error('later failure')
    }),
  ).rejects.toThrow('later failure')
  expect(await doing(database, (tx) => lockCharges(tx, clientId))).toHaveLength(before)
})

test('charges are listed newest first, by page and by scope', async () => {
  const { client } = await aClient(database, { branch_id: branchId })
  for (let n = 0; n < 3; n += 1) await open({ clientId: client.id, description: `n${n}` })
  const page = await listCharges(database, { kind: 'company' }, { clientId: client.id }, { limit: 2 })
  expect(page.map(({ description }) => description)).toEqual(['n2', 'n1', 'n0'])
  const rest = await listCharges(database, { kind: 'company' }, { clientId: client.id }, { limit: 2, before: page[1]?.id })
  expect(rest.map(({ description }) => description)).toEqual(['n0'])
  expect(await listCharges(database, { kind: 'branches', branchIds: [] }, { clientId: client.id }, { limit: 2 })).toEqual([])
})
