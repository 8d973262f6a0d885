import type { Instant } from '../../../kernel/time.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { brokenSeals } from './seal-check.sql.ts'
import type { SealFinding } from './seal-check.sql.ts'

export interface SealsToVerify {
  /** Only seals that end after this instant, and those of one month (any day of it in UTC); all where neither is said. */
  readonly since?: Instant
  readonly andMonthOf?: Instant
  readonly limit?: number
}

/**
 * Recomputes hashes and seals and returns what does not agree: a changed entry or audit row by its own hash (`row`), a missing,
 * added or re-hashed one by the seal of its hour (`seal`), a missing seal by the hours nobody sealed (`gap`). Writes nothing.
 */
export async function verifySeals(conn: Pick<Conn, 'db'>, wanted: SealsToVerify = {}): Promise<SealFinding[]> {
  const { rows } = await brokenSeals(wanted).execute(conn.db)
  return rows
}
