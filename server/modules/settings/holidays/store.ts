import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

export interface Holiday {
  readonly day: PlainDate
  readonly name: string
}

/** Holidays from a day on, in their order. */
export async function selectHolidays(conn: Pick<Conn, 'db'>, from: PlainDate, limit: number): Promise<Holiday[]> {
  return (await sql<Holiday>`select day, name from holidays where day >= ${from} order by day limit ${limit}`.execute(conn.db)).rows
}

export async function selectHoliday(conn: Pick<Conn, 'db'>, day: PlainDate): Promise<Holiday | undefined> {
  return (await sql<Holiday>`select day, name from holidays where day = ${day}`.execute(conn.db)).rows[0]
}

export async function upsertHoliday(tx: Tx, { day, name }: Holiday): Promise<void> {
  await sql`insert into holidays (day, name) values (${day}, ${name}) on conflict (day) do update set name = excluded.name`.execute(tx.db)
}

export async function deleteHoliday(tx: Tx, day: PlainDate): Promise<void> {
  await sql`delete from holidays where day = ${day}`.execute(tx.db)
}
