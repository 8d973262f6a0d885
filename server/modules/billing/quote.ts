import type { Actor } from '../../kernel/actor.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database, Tx } from '../../platform/db/tx.ts'

class RolledBack extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('a quote is always rolled back')
    this.result = result
  }
}

/** Carries an operation out and rolls it back: the quote is the operation's own figures, so the two cannot differ. */
export async function quote<T>(database: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    await inTransaction(database, { actor }, async (tx) => {
      throw new RolledBack(await work(tx))
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T
    throw error
  }
  throw new Error('a quote was not rolled back')
}
