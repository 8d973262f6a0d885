import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage, doing } from '../../testing/factories.ts'
import { partitionsBetween } from '../../testing/money.ts'
import { executePreview, executeRun, issueInvoice, requestRun, startRun } from './index.ts'

const clock = settableClock('2026-01-20T06:10:00Z')
let database: TestDatabase
let clientId: bigint

const billed = async (month: string, actor = anActor()) => {
  const run = await doing(database, (tx) => requestRun(tx, { month: date(month), scope: {}, startsItself: false }))
  await executePreview(database, run.id, { actor })
  await doing(database, (tx) => startRun(tx, run.id))
  await executeRun(database, run.id, { actor })
}

interface Told {
  readonly kind: string
  readonly id: number
  readonly at: string
  readonly event: { readonly action: string; readonly actor_kind: string; readonly subject_id: number; readonly after: unknown } | null
}

beforeAll(async () => {
  database = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2026-06-01')
  const branch_id = await aBranch(database, 'NORTH')
  const packageId = (await aPackage(database)).package.id
  clientId = (await aClient(database, { branch_id, subscription: { packageId, activatedOn: date('2026-01-01') } })).client.id
  await billed('2026-01-01')
  clock.set('2026-02-02T06:10:00Z')
  await billed('2026-02-01')
  const send = await appAs(database, 'admin')
  // Written in the instant of the run, so that a page ends between the two.
  await send('POST', `/clients/${clientId}/notes`, { body: 'called about the bill' })
  clock.set('2026-03-02T06:10:00Z')
  await doing(database, (tx) => issueInvoice(tx, { clientId, until: date('2026-04-01'), month: date('2026-03-01') }))
})

test('the bills of month runs stand in the timeline of their client like those that were made alone, each once', async () => {
  const send = await appAs(database, 'support')
  const { items } = (await send('GET', `/clients/${clientId}/timeline?limit=50`)).body as { items: Told[] }
  const bills = items.filter(({ event }) => event?.action === 'invoice.issued')
  const { rows } = await sql<{ id: bigint; code: string }>`select id, code from invoices where client_id = ${clientId} order by id desc`.execute(database.db)
  expect(rows).toHaveLength(3)
  expect(bills.map(({ kind, event }) => [kind, event?.subject_id, event?.actor_kind])).toEqual([
    ['event', Number(rows[0]?.id), 'system'],
    ['bill', Number(rows[1]?.id), 'system'],
    ['bill', Number(rows[2]?.id), 'system'],
  ])
  expect(bills[1]).toMatchObject({ at: '2026-02-02T06:10:00Z', event: { after: { code: rows[1]?.code, total_minor: 100_000 } } })
})

test('page by page it is the same timeline, also where a page ends within one instant', async () => {
  const send = await appAs(database, 'support')
  const whole = (await send('GET', `/clients/${clientId}/timeline?limit=50`)).body.items as Told[]
  const told: Told[] = []
  for (let cursor = ''; ; ) {
    const page = (await send('GET', `/clients/${clientId}/timeline?limit=1${cursor}`)).body
    told.push(...page.items)
    if (page.next_cursor === null) break
    cursor = `&cursor=${page.next_cursor}`
  }
  expect(told).toEqual(whole)
  expect(whole.filter(({ at }) => at === '2026-02-02T06:10:00Z').map(({ kind }) => kind)).toEqual(['bill', 'note'])
})
