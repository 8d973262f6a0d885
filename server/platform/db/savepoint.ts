import { sql } from 'kysely'
import type { Tx } from './tx.ts'

let counter = 0

/** Runs a part of a transaction that may fail alone: when it throws, what it wrote is gone and the transaction goes on. */
export async function inSavepoint<T>(tx: Pick<Tx, 'db'>, work: () => Promise<T>): Promise<T> {
  const name = sql.raw(`part_${(counter = (counter + 1) % 1_000_000)}`)
  await sql`savepoint ${name}`.execute(tx.db)
  try {
    const result = await work()
    await sql`release savepoint ${name}`.execute(tx.db)
    return result
  } catch (error) {
    await sql`rollback to savepoint ${name}`.execute(tx.db)
    throw error
  }
}
