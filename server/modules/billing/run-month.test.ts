import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { systemActor } from '../../kernel/actor.ts'
import { settableClock } from '../../kernel/clock.ts'
import { date } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { testDatabase } from '../../testing/database.ts'
import { insertRun, setRun } from './run-store.ts'
import { runChunk } from './run-month.ts'

const clock = settableClock('2026-01-01T03:00:00Z')
const actor = systemActor('test', ALL_PERMISSIONS)

describe('run', () => {
  test('a month is billed', async () => {
    const database = await testDatabase({ clock })
    await sql`insert into branches (id, code, name) overriding system value values (1, 'HQ', 'Head office')`.execute(database.db)
    await sql`insert into vat_rates (id, code, name) values (1, 'VAT5', 'VAT 5 %')`.execute(database.db)
    await sql`insert into vat_rate_versions values (1, '2020-01-01', 500)`.execute(database.db)
    await sql`insert into packages (id, code, name) values (1, 'H20', 'Home 20')`.execute(database.db)
    await sql`insert into package_versions (id, package_id, version_no, starts_on, price_minor, vat_rate_id, download_kbps, upload_kbps) values (1, 1, 1, '2020-01-01', 100000, 1, 20000, 20000)`.execute(database.db)
    await sql`insert into clients (id, code, name, phone, branch_id, joined_on) select n, 'C' || n, 'Client ' || n, '017' || n, 1, '2025-12-15' from generate_series(1, 2000) n`.execute(database.db)
    await sql`insert into client_balances (client_id) select id from clients`.execute(database.db)
    await sql`insert into subscriptions (id, client_id, state, billing_policy_id, package_id, joined_on) select id, id, 'active', 1, 1, '2025-12-15' from clients`.execute(database.db)
    await sql`insert into subscription_terms (subscription_id, starts_on, package_version_id) select id, '2025-12-15', 1 from clients`.execute(database.db)
    await sql`insert into charges (client_id, subscription_id, kind, item, starts_on, billed_until) select id, id, 'recurring', 'package', '2025-12-15', '2025-12-15' from clients`.execute(database.db)
    const run = await inTransaction(database, { actor }, async (tx) => {
      const made = await insertRun(tx, { month: date('2026-01-01'), scope: {}, issuedOn: date('2026-01-01'), startsItself: false })
      await setRun(tx, made.id, { state: 'running' })
      return made
    })
    let more = true
    while (more) more = await inTransaction(database, { actor, direct: true }, (tx) => runChunk(tx, run.id, 700))
    const { rows } = await sql<{ n: bigint; t: bigint; lines: bigint }>`select count(*) n, sum(total_minor)::bigint t, (select count(*) from invoice_lines) lines from invoices`.execute(database.db)
    expect(rows[0]).toEqual({ n: 2000n, t: 2000n * (105000n + 57581n), lines: 4000n })
    const balance = await sql`select sum(receivable_minor)::bigint r from client_balances`.execute(database.db)
    console.log(balance.rows, (await sql`select * from invoice_lines order by invoice_id, line_no limit 2`.execute(database.db)).rows)
  })
})
