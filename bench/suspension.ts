import { sql } from 'kysely'
import { toMinor } from '#kernel/money.ts'
import { date } from '#kernel/time.ts'
import { selectSuspensionPlan } from '#modules/billing/index.ts'
import { fill } from './dataset.ts'
import { median, timed } from './measure.ts'
import type { Result } from './measure.ts'
import { withDatabase } from './server.ts'

const TODAY = '2026-01-20'

/** Who is to be cut, found by one statement, against one scan of `access`; one client in five has a bill past its due day. */
export async function bench({ clients = 20_000, rounds = 5 }: Record<string, number>): Promise<Result[]> {
  return await withDatabase(async (database) => {
    await fill(database, { clients, since: '2026-01-01' })
    await sql`insert into number_series (document_kind, owner, fiscal_year, pattern) values ('invoice', 'company', 2026, '{n:6}')`.execute(database.db)
    await sql`
      with made as (
        insert into invoices (client_id, branch_id, series_id, number, code, kind, issued_on, issued_at, due_on, month, net_minor, total_minor, buyer)
        select id, branch_id, (select id from number_series), id, id::text, 'month', '2026-01-01', '2026-01-01', '2026-01-10', '2026-01-01', 60000, 60000, '{}' from clients returning id, client_id)
      insert into invoice_balances (invoice_id, client_id, due_on, total_minor, allocated_minor)
      select id, client_id, '2026-01-10', 60000, case when client_id % 5 = 0 then 0 else 60000 end from made`.execute(database.db)
    await sql`vacuum analyze`.execute(database.db)
    const scans: number[] = []
    const plans: number[] = []
    let lines = 0n
    for (let round = 0; round < rounds; round += 1) {
      scans.push(await timed(async () => await sql`select count(*), sum(revision), bool_or(desired_on) from access`.execute(database.db)))
      plans.push(
        await timed(async () => {
          lines = await selectSuspensionPlan({ db: database.db }, { day: date(TODAY), minDue: toMinor(0), ignoresFutureMonths: false, sparesVip: true })
        }),
      )
    }
    return [
      {
        part: 'S35',
        what: 'plan of a suspension run',
        ratio: median(plans) / median(scans),
        against: 'one scan of access',
        bar: 20,
        better: 'less' as const,
        note: `${clients} subscriptions, ${lines} to cut: scan ${Math.round(median(scans))} ms, plan ${Math.round(median(plans))} ms`,
      },
    ]
  })
}
