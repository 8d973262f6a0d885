import type { Tx } from '../../../platform/db/tx.ts'
import { getSettings } from '#modules/settings/index.ts'
import { shareHolds } from './breaker.ts'
import type { Hold } from './breaker.ts'
import type { BreakerRow } from './breaker-store.ts'
import { measureShares } from './breaker-store.ts'
import { leastToHold, routerShareLimit, shareLimit } from './settings.ts'
import type { SuspensionRun } from './run-store.ts'

/** Why a planned run waits for a second person: what has happened, and shares that are too large. Whoever cuts by hand has looked, the first time too. */
export async function holdsOf(tx: Tx, run: Pick<SuspensionRun, 'id' | 'origin'>, breaker: BreakerRow, plannedClients: bigint): Promise<Hold[]> {
  if (plannedClients === 0n) return []
  const { hold, heldSince } = breaker
  const circumstances: Hold[] = hold === null || (hold === 'first' && run.origin === 'hand') ? [] : [{ kind: hold, since: (heldSince ?? tx.now).toString() }]
  const [sharePercent, routerSharePercent, leastClients] = await getSettings(tx, [shareLimit, routerShareLimit, leastToHold])
  const { clients, routers } = await measureShares(tx, run.id)
  return [...circumstances, ...shareHolds(clients, routers, { sharePercent, routerSharePercent, leastClients })]
}
