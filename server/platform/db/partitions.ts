import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB } from './schema.gen.ts'

const MONTHS_AHEAD = 3
const DAYS_AHEAD = 3

/** Makes the coming partitions of every table partitioned by month or by day; what exists already costs a look. */
export async function makePartitions(db: Kysely<DB>): Promise<void> {
  for (const parent of await partitionedBy(db, MONTH)) await sql`select make_month_partitions(${parent}, ${MONTHS_AHEAD})`.execute(db)
  for (const parent of await partitionedBy(db, DAY))
    await sql`select make_day_partition(${parent}, (now() at time zone 'UTC')::date + n) from generate_series(0, ${DAYS_AHEAD}::int) n`.execute(db)
}

/**
 * Makes the partitions of every month between two days: before an import or a simulated year writes there, because rows that
 * have to be moved out of the default partition afterwards are written twice.
 */
export async function makePartitionsBetween(db: Kysely<DB>, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<void> {
  for (const parent of await partitionedBy(db, MONTH)) await sql`select make_month_partitions_between(${parent}, ${from}, ${to})`.execute(db)
}

/** Drops the partitions that lie wholly before a month; answers their names. The only way rows of an insert-only table ever go. */
export const dropPartitionsBefore = async (db: Kysely<DB>, parent: string, month: Temporal.PlainYearMonth): Promise<string[]> =>
  await dropBefore(db, { parent, name: MONTH, suffix: month.toString().replaceAll('-', '_') })

/** The same of a table partitioned by day. */
export const dropDaysBefore = async (db: Kysely<DB>, parent: string, day: Temporal.PlainDate): Promise<string[]> =>
  await dropBefore(db, { parent, name: DAY, suffix: day.toString().replaceAll('-', '_') })

async function dropBefore(db: Kysely<DB>, { parent, name, suffix }: { parent: string; name: string; suffix: string }): Promise<string[]> {
  const { rows } = await sql<{ child: string }>`
    select c.relname as child from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = ${parent}::regclass and c.relname ~ ${name} and right(c.relname, ${suffix.length}::int) < ${suffix} order by 1
  `.execute(db)
  for (const { child } of rows) await sql`drop table ${sql.table(child)}`.execute(db)
  return rows.map(({ child }) => child)
}

/** How partitions of a month and of a day are named. */
const MONTH = '[^0-9_]_[0-9]{4}_[0-9]{2}$'
const DAY = '[^0-9_]_[0-9]{4}_[0-9]{2}_[0-9]{2}$'

/** Tables partitioned by range that have a partition of such a name. */
async function partitionedBy(db: Kysely<DB>, name: string): Promise<string[]> {
  const { rows } = await sql<{ parent: string }>`
    select p.partrelid::regclass::text as parent from pg_partitioned_table p
     where p.partstrat = 'r' and exists (select from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = p.partrelid and c.relname ~ ${name})
     order by 1
  `.execute(db)
  return rows.map(({ parent }) => parent)
}
