import { maxOf, subtract } from '../../../kernel/money.ts'
import type { Minor } from '../../../kernel/money.ts'
import { earlier } from '../../../kernel/time.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { selectStandings } from './items-store.ts'
import type { Verdict } from './standing.sql.ts'
import { cutTerms } from './terms.ts'

/** What would become of a client's lines on a day, if nothing happened until then. */
export type CutAhead = { readonly verdict: 'cut'; readonly late: Minor; readonly cutOn: PlainDate } | { readonly verdict: Exclude<Verdict, 'cut'> }

/** Which of these clients would be cut for money on that day, and what would spare the others; who owes nothing by then is absent. */
export async function readCutsAhead(conn: Conn, { clientIds, day }: { clientIds: readonly bigint[]; day: PlainDate }): Promise<ReadonlyMap<bigint, CutAhead>> {
  const standings = await selectStandings(conn, { ...(await cutTerms(conn)), day, scope: { clientIds: [...clientIds] }, reasons: ['billing'] })
  const ahead = new Map<bigint, CutAhead>()
  for (const { client_id, verdict, late_minor, credit_minor, oldest_due_on, grace_days } of standings) {
    const known = ahead.get(client_id)
    if (verdict !== 'cut') {
      if (known === undefined) ahead.set(client_id, { verdict })
      continue
    }
    const late = subtract(late_minor, credit_minor)
    const cutOn = (oldest_due_on ?? day).add({ days: grace_days + 1 })
    if (known?.verdict === 'cut') ahead.set(client_id, { verdict, late: maxOf(late, known.late), cutOn: earlier(cutOn, known.cutOn) })
    else ahead.set(client_id, { verdict, late, cutOn })
  }
  return ahead
}
