import { Conflict } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { lockedRun, requestRun } from './request-run.ts'
import { selectStillParked } from './run-items-store.ts'
import { ownPart } from './run-scope.ts'
import type { InvoiceRun } from './run-store.ts'

/** A run of more clients than this is a run of the month. */
const MOST = 10_000

/**
 * Asks for a run of those a finished run parked and who have no bill of the month yet. It is previewed like any other.
 * @throws Conflict `run_not_over`, `nobody_parked` 409; Invalid 422 where the month is closed.
 */
export async function retryParked(tx: Tx, runId: bigint): Promise<InvoiceRun> {
  const run = await lockedRun(tx, runId)
  if (run.state !== 'done' && run.state !== 'cancelled') throw new Conflict('run_not_over', 'Parked clients can be tried again when the run is over')
  const clientIds = await selectStillParked(tx, tx.actor.scope, runId, MOST)
  if (clientIds.length === 0) throw new Conflict('nobody_parked', 'Everybody this run parked has a bill of the month by now')
  return await requestRun(tx, { month: run.month, scope: ownPart(tx.actor.scope, { clientIds }), startsItself: false })
}
