import { Conflict, NotFound } from '../../../kernel/errors.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { getSetting } from '#modules/settings/index.ts'
import { releaseStep } from '../release-rule.ts'
import type { RunScope } from '../run-stage-store.ts'
import { countApprovers } from '../run-store.ts'
import { selfReleaseDelay } from '../settings.ts'
import { insertSuspensionRun, lockSuspensionRun, setSuspensionRun } from './run-store.ts'
import type { SuspensionRun } from './run-store.ts'

export interface RequestSuspension {
  readonly scope: RunScope
  readonly minDue: Minor
  readonly ignoresFutureMonths: boolean
}

/** Asks for the lines of clients with overdue bills to be cut now; a job plans it, the breaker looks at it, and it is done. */
export async function requestSuspension(tx: Tx, request: RequestSuspension): Promise<SuspensionRun> {
  const run = await insertSuspensionRun(tx, { origin: 'hand', ...request })
  await recordEvent(tx, 'suspension_run.requested', {
    subjectType: 'suspension_run',
    subjectId: run.id,
    after: { scope: run.scope, min_due_minor: Number(run.minDue), ignores_future_months: run.ignoresFutureMonths },
  })
  return run
}

/**
 * Releases a run that the breaker holds, by typing how many clients it would cut. A second person does it at once; in a company of one whoever asked may do it
 * himself after a delay. Audited either way. @throws NotFound 404; Conflict `run_not_waiting`, `wrong_figure`, `second_person_needed`, `release_delay` 409.
 */
export async function releaseSuspension(tx: Tx, { runId, typedClients }: { runId: bigint; typedClients: bigint }): Promise<SuspensionRun> {
  const run = await lockedSuspension(tx, runId)
  if (run.state !== 'awaiting_release') throw new Conflict('run_not_waiting', `This run is ${run.state}; nothing waits for release`)
  if (typedClients !== run.plannedClients)
    throw new Conflict('wrong_figure', 'The figure typed is not the number of clients to be cut; read it and type it again')
  const step = releaseStep(run, { userId: tx.actor.userId, approvers: await countApprovers(tx, 'access.release_breaker'), now: tx.now })
  const holds = run.holds.map(({ kind }) => kind)
  if (step === 'later') {
    const releaseAfter = tx.now.add({ minutes: await getSetting(tx, selfReleaseDelay) })
    await setSuspensionRun(tx, runId, { release_requested_by: tx.actor.userId, release_after: releaseAfter })
    await recordEvent(tx, 'suspension_run.self_release_requested', {
      subjectType: 'suspension_run',
      subjectId: runId,
      after: { release_after: releaseAfter.toString(), holds },
    })
    return await lockedSuspension(tx, runId)
  }
  await setSuspensionRun(tx, runId, { state: 'queued', released_by: tx.actor.userId })
  await recordEvent(tx, step === 'self' ? 'suspension_run.self_released' : 'suspension_run.released', {
    subjectType: 'suspension_run',
    subjectId: runId,
    before: { state: run.state },
    after: { state: 'queued', clients: Number(run.plannedClients), holds },
  })
  return await lockedSuspension(tx, runId)
}

/** Ends a run: who is cut stays so, nobody else is. One of the machine's that waited is not planned anew before tomorrow. Repeatable. @throws NotFound 404. */
export async function cancelSuspension(tx: Tx, runId: bigint): Promise<SuspensionRun> {
  const run = await lockedSuspension(tx, runId)
  if (run.state === 'done' || run.state === 'cancelled') return run
  await setSuspensionRun(tx, runId, { state: 'cancelled', finished_at: tx.now, day: tx.today })
  await recordEvent(tx, 'suspension_run.cancelled', {
    subjectType: 'suspension_run',
    subjectId: runId,
    before: { state: run.state },
    after: { state: 'cancelled', cut: Number(run.cutLines) },
  })
  return await lockedSuspension(tx, runId)
}

async function lockedSuspension(tx: Tx, runId: bigint): Promise<SuspensionRun> {
  const run = await lockSuspensionRun(tx, runId)
  if (run === null) throw NotFound.of('suspension run', runId)
  return run
}
