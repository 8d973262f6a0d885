import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB } from '../db/schema.gen.ts'
import { rewrap } from './seal.ts'

const BATCH = 1000

/**
 * Rewraps every sealed value with the present SECRET_KEY while the program serves; a second call finds nothing to do. Sealed columns
 * are known by their name, `*_sealed bytea`. Returns how many values changed.
 */
export async function rotateSecrets(db: Kysely<DB>): Promise<{ column: string; rewrapped: number }[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
       and a.attname like '%\\_sealed' and a.atttypid = 'bytea'::regtype and not a.attisdropped
     order by 1, 2`.execute(db)
  const results: { column: string; rewrapped: number }[] = []
  for (const { table, column } of columns) results.push({ column: `${table}.${column}`, rewrapped: await rotateColumn(db, table, column) })
  return results
}

async function rotateColumn(db: Kysely<DB>, table: string, column: string): Promise<number> {
  const [from, name] = [sql.table(table), sql.ref(column)]
  let rewrapped = 0
  let after: Buffer = Buffer.alloc(0)
  for (;;) {
    // Sealed values are random and therefore distinct, so the value itself serves as the key of the walk.
    const { rows } = await sql<{ sealed: Buffer }>`select ${name} as sealed from ${from} where ${name} > ${after} order by ${name} limit ${BATCH}`.execute(db)
    for (const { sealed } of rows) {
      const next = rewrap(sealed)
      // A value that somebody replaced meanwhile is already sealed with the present key.
      if (next !== null) rewrapped += Number((await sql`update ${from} set ${name} = ${next} where ${name} = ${sealed}`.execute(db)).numAffectedRows ?? 0n)
    }
    const last = rows.at(-1)
    if (last === undefined) return rewrapped
    after = last.sealed
  }
}
