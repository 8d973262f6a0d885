import type { Tx } from '../../platform/db/tx.ts'
import { lockClientBalances } from '#modules/ledger/index.ts'
import { linesWithoutCover } from './coverage-store.ts'
import { cutNow } from './suspensions/cut-lines.ts'
import { selectStandings } from './suspensions/items-store.ts'
import { cutTerms } from './suspensions/terms.ts'

/**
 * Takes the service of prepaid lines whose cover has ended, without asking the breaker; a renewal gives it back. Exempt clients and lines keep it (billing rule 35).
 * At most `limit`; repeatable. Returns how many lines expired.
 */
export async function expirePrepaid(tx: Tx, limit = 500): Promise<number> {
  const clientIds = await linesWithoutCover(tx, tx.today, limit)
  if (clientIds.length === 0) return 0
  await lockClientBalances(tx, clientIds)
  const standings = await selectStandings(tx, { ...(await cutTerms(tx)), day: tx.today, scope: { clientIds }, reasons: ['expired'] })
  const cut = standings.filter(({ verdict }) => verdict === 'cut')
  await cutNow(tx, cut, null)
  return cut.length
}
