import type { Actor } from '../../kernel/actor.ts'
import { businessDay } from '../../kernel/time.ts'
import type { Conn, Database, Tx } from './tx.ts'

export interface TransactionOptions {
  readonly actor: Actor
  readonly requestId?: string | null
  /** Bulk work takes the direct connections, so that it never holds those of the web. */
  readonly direct?: boolean
}

/**
 * Runs `work` in one transaction: all of it commits, or, when it throws, none of it. Retries nothing.
 * A transaction whose statements cannot be repeated must not be repeated by a mechanism that does not know them.
 */
export async function inTransaction<T>(
  database: Database,
  { actor, requestId = null, direct = false }: TransactionOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const company = await database.company()
  const pool = direct ? database.direct : database.scoped(actor.scope)
  let isCompanyChanged = false
  const companyChanged = (): void => {
    isCompanyChanged = true
  }
  const result = await pool.transaction().execute(async (db) => {
    const now = database.clock.now()
    return await work({ db, company, actor, now, today: businessDay(now, company.zone), requestId, sender: database.sender, companyChanged })
  })
  if (isCompanyChanged) database.companyChanged()
  return result
}

/** A connection for reads. Reports and exports may ask for the replica, which can be a moment behind. */
export async function conn(database: Database, { from = 'primary' }: { from?: 'primary' | 'replica' } = {}): Promise<Conn> {
  return { db: from === 'replica' ? database.replica : database.db, company: await database.company() }
}
