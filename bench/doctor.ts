import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { runDoctor } from '#modules/doctor/index.ts'
import type { Database } from '#platform/db/tx.ts'
import { fill } from './dataset.ts'
import { median, timed } from './measure.ts'
import type { Result } from './measure.ts'
import { withDatabase } from './server.ts'

const FIRST = '2024-01-01'

/** P11, its part about the self-check: all invariants against one scan of the postings, of a company with some years of history. */
export async function bench({ clients = 10_000, months = 24, rounds = 3 }: Record<string, number>): Promise<Result[]> {
  return await withDatabase(async (database) => {
    await fill(database, { clients, since: FIRST })
    await history(database, months)
    const now = Temporal.Instant.from(`${FIRST}T00:00:00Z`).toZonedDateTimeISO('UTC').add({ months }).toInstant()
    const today = now.toZonedDateTimeISO('UTC').toPlainDate()
    const scans: number[] = []
    const checks: number[] = []
    const parts = new Map<string, number[]>()
    for (let round = 0; round < rounds; round += 1) {
      scans.push(await timed(async () => await sql`select count(*), sum(amount_minor) from postings`.execute(database.db)))
      checks.push(
        await timed(async () => {
          const { results, sumsMs } = await runDoctor({ db: database.db }, { now, today })
          parts.set('sums', [...(parts.get('sums') ?? []), sumsMs])
          for (const { id, ms, ok, rows } of results) {
            parts.set(id, [...(parts.get(id) ?? []), ms])
            if (!ok && !['D11', 'D12'].includes(id))
              throw new Error(
                `${id} is red on made-up history: ${JSON.stringify(rows[0], (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))}`,
              )
          }
        }),
      )
    }
    const { rows } = await sql<{ count: bigint }>`select count(*) as count from postings`.execute(database.db)
    const each = [...parts].map(([id, ms]) => `${id} ${median(ms)}`).join(', ')
    const note = `${clients} clients x ${months} months, ${rows[0]?.count} postings: scan ${Math.round(median(scans))} ms, all invariants ${Math.round(median(checks))} ms (${each})`
    return [
      {
        part: 'P11',
        what: 'all invariants of doctor',
        ratio: median(checks) / median(scans),
        against: 'one scan of postings',
        bar: 10,
        better: 'less' as const,
        note,
      },
    ]
  })
}

/** Month after month: an invoice for each client, paid a few days later; sealed day by day. Rows as the product writes them, made by SQL. */
export async function history(database: Database, months: number): Promise<void> {
  const run = async (statement: RawBuilder<unknown>): Promise<void> => void (await statement.execute(database.db))
  for (const table of ['entries', 'postings', 'audit_events', 'outbox_messages'])
    await run(sql`select make_month_partitions_between(${table}, ${FIRST}::date, (${FIRST}::date + make_interval(months => ${months}::int))::date)`)
  await run(sql`insert into wallets (id, code, name, kind) values (1, 'CASH', 'Cash', 'office')`)
  await run(
    sql`insert into number_series (document_kind, owner, fiscal_year, pattern) values ('invoice', 'company', 2024, '{n:6}'), ('receipt', 'company', 2024, '{n:6}')`,
  )
  await database.db.transaction().execute(async (db) => {
    const inside = async (statement: RawBuilder<unknown>): Promise<void> => void (await statement.execute(db))
    await inside(sql`set local session_replication_role = replica`)
    await inside(sql`
      create temp table made as
      select row_number() over (order by m, c.id) as id, c.id as client_id, c.branch_id, (${FIRST}::date + make_interval(months => m))::date as day, (${FIRST}::date + make_interval(months => m + 1))::date as next,
        60000::bigint as net, 3000::bigint as vat, 63000::bigint as total
      from clients c cross join generate_series(0, ${months}::int - 1) m`)
    await inside(sql`insert into invoices (id, client_id, branch_id, series_id, number, code, kind, issued_on, issued_at, due_on, month, net_minor, vat_minor, total_minor, buyer)
      select id, client_id, branch_id, 1, id, id::text, 'month', day, day + interval '1 hour', day + 10, day, net, vat, total, '{}' from made`)
    await inside(sql`insert into invoice_lines (invoice_id, line_no, charge_id, subscription_id, package_version_id, item, description, starts_on, ends_on, quantity_milli, unit_price_minor, net_minor, vat_bp, vat_minor, total_minor, explain)
      select id, 1, client_id, client_id, 1, 'package', 'Home', day, next, 1000, net, net, 500, vat, total, jsonb_build_object('rule', 'whole', 'price', net, 'days', next - day, 'cycle_days', next - day, 'basis', 'actual_days') from made`)
    await inside(sql`insert into billed_periods (charge_id, starts_on, ends_on, invoice_id, line_no) select client_id, day, next, id, 1 from made`)
    await inside(sql`update charges set billed_until = (select max(next) from made)`)
    await inside(
      sql`insert into invoice_balances (invoice_id, client_id, due_on, total_minor, allocated_minor) select id, client_id, day + 10, total, total from made`,
    )
    await inside(sql`insert into payments (id, client_id, branch_id, wallet_id, method, amount_minor, value_on, recorded_at, receipt_series_id, receipt_number)
      select id, client_id, branch_id, 1, 'cash', total, day + 5, day + 5 + interval '10 hours', 2, id from made`)
    await inside(sql`insert into payment_balances (payment_id, client_id, value_on, remaining_minor) select id, client_id, day + 5, 0 from made`)
    await inside(
      sql`insert into allocations (id, payment_id, invoice_id, client_id, amount_minor, booked_on, created_at) select id, id, id, client_id, total, day + 5, day + 5 + interval '10 hours' from made`,
    )
    await inside(sql`update number_series set next = (select count(*) + 1 from made)`)
    await inside(sql`
      create temp table booked as
      select 3 * (id - 1) + k as id, x.kind, made.id as document_id, case when k = 1 then day else day + 5 end as day, case when k = 1 then day + interval '1 hour' else day + 5 + interval '10 hours' end as at, made.client_id, made.branch_id, net, vat, total
      from made cross join (values (1, 'invoice'), (2, 'payment'), (3, 'allocation')) as x(k, kind)`)
    await inside(sql`insert into postings (booked_on, entry_id, line_no, account_id, amount_minor, client_id, wallet_id, branch_id)
      select b.day, b.id, p.line_no, p.account_id, p.amount, case when p.account_id in (3, 7) then b.client_id end, case when p.account_id = 1 then 1 end, b.branch_id
      from booked b cross join lateral (values (1::smallint, 'invoice', 3, b.total), (2::smallint, 'invoice', 15, -b.net), (3::smallint, 'invoice', 9, -b.vat), (1::smallint, 'payment', 1, b.total), (2::smallint, 'payment', 7, -b.total),
        (1::smallint, 'allocation', 7, b.total), (2::smallint, 'allocation', 3, -b.total)) as p(line_no, kind, account_id, amount)
      where p.kind = b.kind order by b.id, p.line_no`)
    await inside(sql`insert into entries (booked_on, id, kind, document_kind, document_id, recorded_at, content_hash)
      select b.day, b.id, b.kind, b.kind, b.document_id, b.at, entry_hash(b.day, b.id, b.kind, b.kind, b.document_id, null, b.at, null, null, p.canonical)
      from booked b join (select entry_id, string_agg(posting_canonical(line_no, account_id, amount_minor, client_id, wallet_id, null, null, null, branch_id), ';' order by line_no) as canonical from postings group by 1) p on p.entry_id = b.id
      order by b.id`)
    await inside(sql`insert into entry_sources (kind, document_id, entry_id, booked_on) select kind, document_id, id, day from booked`)
    await inside(
      sql`insert into message_keys select 'invoice-issued:' || id, day + interval '1 hour' from made union all select 'payment-received:' || id, day + 5 + interval '10 hours' from made`,
    )
    await inside(
      sql`insert into outbox_messages (created_at, dedupe_key, kind, client_id, payload, not_before) select created_at, dedupe_key, 'notice', 1, '{}', created_at from message_keys`,
    )
    await inside(sql`
      insert into account_days (day, account_id, branch_id, wallet_id, debit_minor, credit_minor)
      select booked_on, account_id, branch_id, coalesce(wallet_id, 0), sum(greatest(amount_minor, 0)), sum(greatest(-amount_minor, 0)) from postings group by 1, 2, 3, 4`)
    await inside(sql`
      do $$
      declare hour record; previous bytea := ''; before timestamptz := '2024-01-01'; ending timestamptz;
      begin
        for hour in select distinct date_trunc('hour', recorded_at) as at from entries order by 1 loop
          ending := hour.at + interval '1 hour';
          insert into seals (book, sealed_from, sealed_until, row_count, hash)
          select 'ledger', before, ending, count(*), sha256(previous || string_agg(convert_to(id::text || '|', 'UTF8') || content_hash, ''::bytea order by id)) from entries where recorded_at >= before and recorded_at < ending
          returning hash into previous;
          before := ending;
        end loop;
      end $$`)
  })
  await run(sql`vacuum analyze`)
}
