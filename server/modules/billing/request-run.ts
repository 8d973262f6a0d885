import { Conflict, Invalid, NotFound } from '../../kernel/errors.ts'
import { divideRound } from '../../kernel/money.ts'
import { firstDay, isBefore, monthOf } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { isMonthClosed } from '#modules/ledger/index.ts'
import { getSetting } from '#modules/settings/index.ts'
import { needsSecondPerson } from './errors.ts'
import { releaseStep } from './release-rule.ts'
import { forgetParked, previewGone, previewTotals } from './run-items-store.ts'
import { countApprovers, insertRun, lockRun, scopeOf, setRun } from './run-store.ts'
import type { InvoiceRun } from './run-store.ts'
import type { RunScope } from './run-stage-store.ts'
import { runDifferenceLimit, selfReleaseDelay } from './settings.ts'

export interface RequestRun {
  /** First day of the month to bill. */
  readonly month: PlainDate
  readonly scope: RunScope
  /** The documents' day; today where left out. */
  readonly issuedOn?: PlainDate
  /** Goes on by itself after the preview when it differs little from the last cycle. */
  readonly startsItself: boolean
}

/**
 * Asks for a month's run. A job previews it with the code that bills; nothing is billed before it is started.
 * @throws Invalid 422 for a month that has not begun or a closed one, a document day in the future or before the month.
 */
export async function requestRun(tx: Tx, { month, scope, issuedOn = tx.today, startsItself }: RequestRun): Promise<InvoiceRun> {
  if (isBefore(firstDay(monthOf(tx.today)), month)) throw new Invalid(`${monthOf(month)} has not begun; a month is billed from its first day on`)
  if (isBefore(tx.today, issuedOn)) throw new Invalid('Invoices cannot carry a day in the future')
  if (isBefore(issuedOn, month)) throw new Invalid(`Invoices of ${monthOf(month)} cannot be dated before it`)
  if (await isMonthClosed(tx, issuedOn)) throw new Invalid(`${monthOf(issuedOn)} is closed; choose a day in an open month`)
  const run = await insertRun(tx, { month, scope, issuedOn, startsItself })
  await recordEvent(tx, 'invoice_run.requested', {
    subjectType: 'invoice_run',
    subjectId: run.id,
    after: { month: monthOf(month).toString(), scope: run.scope, starts_itself: startsItself },
  })
  return run
}

/** Ends a preview: totals, the difference to the last cycle, and what happens next. */
export async function finishPreview(tx: Tx, runId: bigint): Promise<InvoiceRun> {
  const run = await lockedRun(tx, runId)
  if (run.state !== 'previewing') return run
  const scope = scopeOf(run)
  await previewGone(tx, runId, run.month, scope)
  const totals = await previewTotals(tx, runId, run.month.subtract({ months: 1 }), scope)
  const differenceBp = totals.previousTotal === 0n ? null : divideRound((totals.total - totals.previousTotal) * 10_000n, totals.previousTotal, 'half-up')
  const limit = BigInt(await getSetting(tx, runDifferenceLimit)) * 100n
  const isFar = differenceBp !== null && (differenceBp > limit || differenceBp < -limit)
  const state = isFar ? 'awaiting_release' : run.startsItself ? 'queued' : 'ready'
  // A run that goes on counts whom it parks itself.
  if (state === 'queued') await forgetParked(tx, runId)
  await setRun(tx, runId, {
    state,
    expected_count: totals.count,
    expected_total_minor: totals.total,
    previous_count: totals.previousCount,
    previous_total_minor: totals.previousTotal,
    difference_bp: differenceBp,
    parked_count: state === 'queued' ? 0n : totals.parked,
    changes: JSON.stringify(totals.changes),
    cursor_client_id: 0n,
  })
  return await lockedRun(tx, runId)
}

/** Lets a previewed run begin. Repeatable: a run under way stays as it is. @throws needsSecondPerson 409 where it waits for release. */
export async function startRun(tx: Tx, runId: bigint): Promise<InvoiceRun> {
  const run = await lockedRun(tx, runId)
  if (run.state === 'queued' || run.state === 'running' || run.state === 'done') return run
  if (run.state === 'awaiting_release') throw needsSecondPerson('This run differs so much from the last cycle that a second person must release it')
  if (run.state !== 'ready') throw new Conflict('run_not_ready', `This run is ${run.state}; it can be started only after its preview`)
  return await queue(tx, run, 'invoice_run.started', {})
}

export interface ReleaseRun {
  readonly runId: bigint
  /** The expected total, typed by the person, in minor units: a release is read before it is given. */
  readonly typedTotal: bigint
}

/**
 * Releases a run that differs too much. A second person does it at once; in a company of one the owner may do it himself: the first call notes the wish,
 * a call after the delay carries it out. Audited either way.
 * @throws Conflict `wrong_figure`, `second_person_needed`, `release_delay` 409.
 */
export async function releaseRun(tx: Tx, { runId, typedTotal }: ReleaseRun): Promise<InvoiceRun> {
  const run = await lockedRun(tx, runId)
  if (run.state !== 'awaiting_release') throw new Conflict('run_not_waiting', `This run is ${run.state}; nothing waits for release`)
  if (typedTotal !== run.expectedTotal) throw new Conflict('wrong_figure', 'The figure typed is not the total of the preview; read it and type it again')
  const step = releaseStep(run, { userId: tx.actor.userId, approvers: await countApprovers(tx, 'invoice.approve_run'), now: tx.now })
  if (step === 'later') {
    const releaseAfter = tx.now.add({ minutes: await getSetting(tx, selfReleaseDelay) })
    await setRun(tx, runId, { release_requested_by: tx.actor.userId, release_after: releaseAfter })
    await recordEvent(tx, 'invoice_run.self_release_requested', {
      subjectType: 'invoice_run',
      subjectId: runId,
      after: { release_after: releaseAfter.toString(), difference_bp: Number(run.differenceBp) },
    })
    return await lockedRun(tx, runId)
  }
  return await queue(tx, run, step === 'self' ? 'invoice_run.self_released' : 'invoice_run.released', { difference_bp: Number(run.differenceBp) })
}

async function queue(tx: Tx, run: InvoiceRun, event: string, facts: Record<string, unknown>): Promise<InvoiceRun> {
  await setRun(tx, run.id, { state: 'queued', released_by: tx.actor.userId, parked_count: 0 })
  await forgetParked(tx, run.id)
  await recordEvent(tx, event, {
    subjectType: 'invoice_run',
    subjectId: run.id,
    before: { state: run.state },
    after: { state: 'queued', expected_total_minor: Number(run.expectedTotal), ...facts },
  })
  return await lockedRun(tx, run.id)
}

/** Stops a run after its present chunk; what is issued stays. Repeatable. */
export async function cancelRun(tx: Tx, runId: bigint): Promise<InvoiceRun> {
  const run = await lockedRun(tx, runId)
  if (run.state === 'done' || run.state === 'cancelled') return run
  await setRun(tx, runId, { state: 'cancelled', finished_at: tx.now })
  await recordEvent(tx, 'invoice_run.cancelled', {
    subjectType: 'invoice_run',
    subjectId: runId,
    before: { state: run.state },
    after: { state: 'cancelled', issued: Number(run.issuedCount) },
  })
  return await lockedRun(tx, runId)
}

export async function lockedRun(tx: Tx, runId: bigint): Promise<InvoiceRun> {
  const run = await lockRun(tx, runId)
  if (!run) throw NotFound.of('invoice run', runId)
  return run
}
