import { sql } from 'kysely'
import { Invalid } from '../../kernel/errors.ts'
import type { Conn } from '../../platform/db/tx.ts'

/** The id of a branch or package by its code. @throws Invalid 422. */
export async function findByCode(conn: Pick<Conn, 'db'>, table: 'branches' | 'packages', code: string): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`select id from ${sql.table(table)} where lower(code) = lower(${code}) limit 1`.execute(conn.db)
  if (rows[0] === undefined) throw new Invalid(`There is no ${code} among the ${table}`)
  return rows[0].id
}
