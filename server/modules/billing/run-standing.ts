import type { Actor } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { getSetting } from '#modules/settings/index.ts'
import { allowedOnRun } from './run-actions.ts'
import { selectStillParked } from './run-items-store.ts'
import { shownRun } from './run-schemas.ts'
import { countApprovers, selectRunCircumstances } from './run-store.ts'
import type { InvoiceRun } from './run-store.ts'
import { runDifferenceLimit } from './settings.ts'

const PARKED_CAP = 1000

/** A run with its people and what the person may do with it now. */
export async function describeRun(conn: Conn, actor: Actor, run: InvoiceRun, now: Instant) {
  const { requestedByName, releasedByName, jobError } = await selectRunCircumstances(conn, run)
  const isOver = run.state === 'done' || run.state === 'cancelled'
  const stillParked = isOver && run.parkedCount > 0n ? (await selectStillParked(conn, actor.scope, run.id, PARKED_CAP)).length : 0
  const approvers = run.state === 'awaiting_release' ? await countApprovers(conn, 'invoice.approve_run') : 0
  return {
    ...shownRun(run),
    error: run.error ?? jobError,
    requested_by_name: requestedByName,
    released_by_name: releasedByName,
    difference_limit_bp: (await getSetting(conn, runDifferenceLimit)) * 100,
    still_parked: stillParked,
    allowed: allowedOnRun(actor, { ...run, approvers, stillParked, isStuck: jobError !== null }, now),
  }
}
