import { sql } from 'kysely'
import type { Database } from '#platform/db/tx.ts'

export interface Dataset {
  readonly clients: number
  /** First day of the lines; the run that follows bills from here. */
  readonly since: string
}

/**
 * A company of n clients made by SQL: five packages, Bengali and English names, two branches, 40 areas, one line each of which
 * 95 of 100 are active, one client in seven with credit waiting. The same every time.
 */
export async function fill({ db }: Database, { clients, since }: Dataset): Promise<void> {
  await sql`insert into branches (id, code, name) overriding system value values (1, 'HQ', 'Head office'), (2, 'UTT', 'Uttara')`.execute(db)
  await sql`insert into areas (id, branch_id, name) overriding system value select n, 1 + n % 2, 'Area ' || n from generate_series(1, 40) n`.execute(db)
  await sql`insert into vat_rates (id, code, name) values (1, 'VAT5', 'VAT 5 %')`.execute(db)
  await sql`insert into vat_rate_versions values (1, '2020-01-01', 500)`.execute(db)
  await sql`insert into packages (id, code, name) select n, 'H' || n * 10, 'Home ' || n * 10 from generate_series(1, 5) n`.execute(db)
  await sql`insert into package_versions (id, package_id, version_no, starts_on, price_minor, vat_rate_id, download_kbps, upload_kbps, router_profile) select n, n, 1, '2020-01-01', 40000 + n * 20000, 1, n * 10000, n * 10000, 'home-' || n from generate_series(1, 5) n`.execute(
    db,
  )
  await sql`
    insert into clients (id, code, name, phone, email, address, branch_id, area_id, joined_on)
    select n, 'DHK-' || lpad(n::text, 7, '0'), (array['Rahim Uddin', 'করিম শেখ', 'Nusrat Jahan', 'তানভীর আহমেদ', 'Shafiqul Islam', 'মোছাঃ ফাতেমা', 'Abdul Karim', 'সুমাইয়া আক্তার', 'Mizanur Rahman', 'আব্দুল্লাহ'])[1 + n % 10] || ' ' || n,
      '017' || lpad((n * 7919::bigint % 100000000)::text, 8, '0'), 'user' || n || '@example.com', 'House ' || n % 90 || ', Road ' || n % 30, 1 + n % 2, 1 + n % 40, ${since}::date
    from generate_series(1, ${clients}::int) n`.execute(db)
  await sql`insert into client_balances (client_id) select id from clients`.execute(db)
  await sql`
    insert into subscriptions (id, client_id, state, pppoe_login, mac, billing_policy_id, package_id, joined_on, activated_on)
    select n, n, case when n % 20 = 0 then 'left' when n % 20 = 1 then 'suspended' else 'active' end, 'user' || n || '@isp', lower(regexp_replace(lpad(to_hex(n * 65599::bigint), 12, '0'), '(..)(?!$)', '\\1:', 'g')),
      1, 1 + n % 5, ${since}::date, ${since}::date
    from generate_series(1, ${clients}::int) n`.execute(db)
  await sql`insert into subscription_terms (subscription_id, starts_on, package_version_id, discount_minor) select id, ${since}::date, package_id, case when id % 11 = 0 then 5000 else 0 end from subscriptions`.execute(
    db,
  )
  await sql`insert into charges (client_id, subscription_id, kind, item, starts_on, billed_until) select client_id, id, 'recurring', 'package', ${since}::date, ${since}::date from subscriptions`.execute(
    db,
  )
  await sql`insert into access (subscription_id, desired_on, profile, hash, changed_at) select id, state = 'active', 'home-' || package_id, sha256(id::text::bytea), now() from subscriptions`.execute(
    db,
  )
  for (const table of ['clients', 'subscriptions', 'subscription_terms', 'charges', 'client_balances', 'access'])
    await sql`analyze ${sql.table(table)}`.execute(db)
  await sql`select setval('clients_id_seq', ${clients}), setval('subscriptions_id_seq', ${clients})`.execute(db)
}
