import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { systemActor } from '../../../kernel/actor.ts'
import { settableClock } from '../../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../../kernel/permissions.ts'
import { testDatabase } from '../../../testing/database.ts'
import { chaseOverdue } from './chase-overdue.ts'

const clock = settableClock('2026-03-10T17:59:59Z')
const database = await testDatabase({ clock })
const actor = systemActor('test', ALL_PERMISSIONS)

async function line(id: number, whitelisted: boolean): Promise<void> {
  await sql`insert into clients (id, code, name, phone, branch_id, joined_on, is_whitelisted) values (${id}, ${`C${id}`}, 'X', '017', 1, '2026-01-01', ${whitelisted})`.execute(
    database.db,
  )
  await sql`insert into subscriptions (id, client_id, state, billing_mode, billing_policy_id, package_id, joined_on, activated_on, expires_on)
    values (${id}, ${id}, 'active', 'prepaid', 1, 1, '2026-01-01', '2026-01-01', '2026-03-11')`.execute(database.db)
}

test('a prepaid line loses service at midnight of the company, not of UTC; a whitelisted client keeps it; a second look changes nothing', async () => {
  await sql`insert into branches (id, code, name) overriding system value values (1, 'HQ', 'Head office')`.execute(database.db)
  await sql`insert into packages (id, code, name) values (1, 'H20', 'Home 20')`.execute(database.db)
  await line(1, false)
  await line(2, true)
  const expire = async () => (await chaseOverdue(database, 'expiry', { actor }))?.cutLines ?? 0n
  const states = async () => (await sql<{ state: string }>`select state from subscriptions order by id`.execute(database.db)).rows.map((row) => row.state)
  expect(await expire()).toBe(0n)
  // The very first look is held; a person has looked since.
  await sql`update suspension_breaker set hold = null`.execute(database.db)
  clock.set('2026-03-10T18:00:00Z')
  expect(await expire()).toBe(1n)
  expect(await states()).toEqual(['expired', 'active'])
  expect(await expire()).toBe(0n)
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from outbox_messages where kind = 'subscription-expired'`.execute(database.db)
  expect(rows[0]?.n).toBe(1n)
})
