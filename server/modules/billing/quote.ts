import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { minorSchema } from '../../platform/http/schemas.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database, Tx } from '../../platform/db/tx.ts'
import { readClientBalance } from '#modules/ledger/index.ts'

class RolledBack extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('a quote is always rolled back')
    this.result = result
  }
}

/** Carries an operation out and rolls it back: the quote is the operation's own figures, so the two cannot differ. */
export async function quote<T>(database: Database, actor: Actor, work: (tx: Tx) => Promise<T>, { direct = false } = {}): Promise<T> {
  try {
    await inTransaction(database, { actor, direct }, async (tx) => {
      throw new RolledBack(await work(tx))
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T
    throw error
  }
  throw new Error('a quote was not rolled back')
}

export const balanceAfterSchema = z
  .object({ receivable_minor: minorSchema, credit_minor: minorSchema })
  .meta({ description: 'What the client would owe and have paid in advance afterwards' })

/** As {@link quote}, with where the client would stand afterwards. */
export async function quoteForClient<T extends { readonly clientId: bigint }>(
  database: Database,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T & { readonly balanceAfter: { receivable_minor: Minor; credit_minor: Minor } }> {
  return await quote(database, actor, async (tx) => {
    const done = await work(tx)
    const balance = await readClientBalance(tx, done.clientId)
    return { ...done, balanceAfter: { receivable_minor: balance?.receivable ?? ZERO, credit_minor: balance?.credit ?? ZERO } }
  })
}
