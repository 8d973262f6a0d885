import { beforeAll, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, doing } from '../../testing/factories.ts'
import { partitionsBetween } from '../../testing/money.ts'
import { issueInvoice } from './index.ts'

const clock = settableClock('2026-01-01T06:00:00Z')
let database: TestDatabase
let branch: bigint
let other: bigint

beforeAll(async () => {
  database = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2026-06-01')
  branch = await aBranch(database)
  other = await aBranch(database)
  const packageId = (await aPackage(database)).package.id
  for (const [name, of] of [
    ['Rahim Uddin', branch],
    ['Invara Begum', branch],
    ['Nusrat Jahan', other],
  ] as const) {
    const { client } = await aClient(database, { name, branch_id: of, subscription: { packageId, activatedOn: date('2026-01-01') } })
    await doing(database, (tx) => issueInvoice(tx, { clientId: client.id, until: date('2026-02-01') }))
  }
})

const found = async (q: string, options: Parameters<typeof appAs>[2] = {}, role = 'support') =>
  (await (await appAs(database, role, options))('GET', `/search?q=${encodeURIComponent(q)}`)).body.items.map(
    ({ type, title, subtitle }: Record<string, string>) => `${type}: ${title}, ${subtitle}`,
  )

test('an invoice is found by its whole code, in any case, by the beginning of it and by the bare number', async () => {
  expect(await found('inv-2026-000001')).toEqual(['invoice: INV-2026-000001, Rahim Uddin'])
  expect(await found('INV-2026')).toEqual([
    'invoice: INV-2026-000003, Nusrat Jahan',
    'invoice: INV-2026-000002, Invara Begum',
    'invoice: INV-2026-000001, Rahim Uddin',
  ])
  expect(await found('000002')).toContain('invoice: INV-2026-000002, Invara Begum')
  expect(await found('2')).toContain('invoice: INV-2026-000002, Invara Begum')
})

test('clients of a name do not hide the invoices that begin with it', async () => {
  const hits = (await (await appAs(database, 'support'))('GET', '/search?q=inv&limit=2')).body.items
  expect(hits.map(({ type }: { type: string }) => type)).toEqual(['client', 'invoice'])
})

test('an invoice is found by nobody who may not see its client, or no invoices', async () => {
  expect(await found('INV-2026-000003', { scope: { kind: 'branches', branchIds: [branch] } })).toEqual([])
  expect(await found('INV-2026-000003', {}, 'technician')).toEqual([])
})
