import type { Conn } from '../../../platform/db/tx.ts'
import { brokenSeals } from './seal-check.sql.ts'
import type { SealFinding, SealRange } from './seal-check.sql.ts'

/**
 * Recomputes hashes and seals and returns what does not agree: a changed entry or audit row by its own hash (`row`), a missing,
 * added or re-hashed one by the seal of its hour (`seal`), a missing seal by the hours nobody sealed (`gap`). Writes nothing.
 */
export async function verifySeals(conn: Pick<Conn, 'db'>, range: SealRange = {}): Promise<SealFinding[]> {
  const { rows } = await brokenSeals(range).execute(conn.db)
  return rows
}
