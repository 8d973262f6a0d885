import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB } from './schema.gen.ts'

const MONTHS_AHEAD = 3

/** Makes the partitions of the coming months for every table partitioned by month; what exists already costs a look. */
export async function makePartitions(db: Kysely<DB>): Promise<void> {
  for (const parent of await monthlyTables(db)) await sql`select make_month_partitions(${parent}, ${MONTHS_AHEAD})`.execute(db)
}

/**
 * Makes the partitions of every month between two days: before an import or a simulated year writes there, because rows that
 * have to be moved out of the default partition afterwards are written twice.
 */
export async function makePartitionsBetween(db: Kysely<DB>, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<void> {
  for (const parent of await monthlyTables(db)) await sql`select make_month_partitions_between(${parent}, ${from}, ${to})`.execute(db)
}

/** Drops the partitions that lie wholly before a month; answers their names. The only way rows of an insert-only table ever go. */
export async function dropPartitionsBefore(db: Kysely<DB>, parent: string, month: Temporal.PlainYearMonth): Promise<string[]> {
  const { rows } = await sql<{ child: string }>`
    select c.relname as child from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = ${parent}::regclass and c.relname ~ '_[0-9]{4}_[0-9]{2}$' and right(c.relname, 7) < ${month.toString().replace('-', '_')} order by 1
  `.execute(db)
  for (const { child } of rows) await sql`drop table ${sql.table(child)}`.execute(db)
  return rows.map(({ child }) => child)
}

/** Tables partitioned by range that have a partition named after a month. */
async function monthlyTables(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ parent: string }>`
    select p.partrelid::regclass::text as parent from pg_partitioned_table p
     where p.partstrat = 'r' and exists (select from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = p.partrelid and c.relname ~ '_[0-9]{4}_[0-9]{2}$')
     order by 1
  `.execute(db)
  return rows.map(({ parent }) => parent)
}
