import { toMinor } from '../../../kernel/money.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { getSettings } from '#modules/settings/index.ts'
import { ignoreFutureMonths, minDue, spareVip } from './settings.ts'
import type { CutTerms } from './standing.sql.ts'

/** The company's own terms of cutting. */
export async function cutTerms(conn: Conn): Promise<CutTerms> {
  const [least, ignoresFutureMonths, sparesVip] = await getSettings(conn, [minDue, ignoreFutureMonths, spareVip])
  return { minDue: toMinor(least), ignoresFutureMonths, sparesVip }
}
