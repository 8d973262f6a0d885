import type { Scope } from '../../kernel/actor.ts'
import { firstDay, monthOf } from '../../kernel/time.ts'
import type { Month, PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { selectClientFigures, selectMoves } from './clients-store.ts'

export const GROWTH_MONTHS = 12

export interface MonthGrowth {
  readonly month: Month
  readonly joined: bigint
  readonly left: bigint
  /** Clients who had not left at the end of the month, or by now. */
  readonly clients: bigint
}

/**
 * Twelve months of clients who joined and left, the present one last. How many there were is counted back from how many there are, so
 * the last figure is always the one of the list. Writes nothing.
 */
export async function readGrowth(conn: Conn, scope: Scope, today: PlainDate): Promise<MonthGrowth[]> {
  const from = firstDay(monthOf(today).subtract({ months: GROWTH_MONTHS - 1 }))
  const [moves, { all, left }] = await Promise.all([selectMoves(conn, scope, { from, to: today }), selectClientFigures(conn, scope)])
  let clients = all - left
  const months: MonthGrowth[] = []
  for (const move of moves.toReversed()) {
    months.push({ month: monthOf(move.month), joined: move.joined, left: move.left, clients })
    clients += move.left - move.joined
  }
  return months.toReversed()
}
