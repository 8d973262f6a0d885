import { firstDay, monthOf } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { enqueue, handleJob } from '../../platform/jobs/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { getSetting } from '#modules/settings/index.ts'
import { executePreview, executeRun } from './execute-run.ts'
import { foldMonths } from './fold-months.ts'
import { billMonth, chaseBills, cutLines, expireLines, foldBillingMonths, lateFees, remindOfBills, startMonth } from './job-definitions.ts'
import { chargeLateFees } from './late-fee.ts'
import { requestRun } from './request-run.ts'
import { findLiveRun, listRuns, readRun } from './run-store.ts'
import type { InvoiceRun } from './run-store.ts'
import { autoRun } from './settings.ts'
import { chaseOverdue } from './suspensions/chase-overdue.ts'
import { executeSuspension } from './suspensions/execute-suspension.ts'
import { remindClients } from './suspensions/remind-clients.ts'
import { readSuspensionRun } from './suspensions/run-store.ts'

const progressOf = (run: InvoiceRun | null) => ({
  run_id: Number(run?.id),
  state: run?.state,
  issued: Number(run?.issuedCount ?? 0n),
  expected: Number(run?.expectedCount ?? 0n),
  parked: Number(run?.parkedCount ?? 0n),
})

/** The background work of billing. */
export const jobs: readonly Job[] = [
  handleJob(billMonth, async ({ database, payload, signal, actor, progress }) => {
    const look = async () => await inTransaction(database, { actor, direct: true }, async (tx) => await readRun(tx, payload.run_id))
    const onProgress = async () => await progress(progressOf(await look()))
    const run = await look()
    if (run?.state === 'previewing') await executePreview(database, payload.run_id, { actor, signal, onProgress })
    await executeRun(database, payload.run_id, { actor, signal, onProgress })
    await onProgress()
  }) as Job,

  handleJob(startMonth, async ({ database, actor }) => {
    await inTransaction(database, { actor }, async (tx) => {
      if (!(await getSetting(tx, autoRun))) return
      const month = firstDay(monthOf(tx.today))
      const known =
        (await findLiveRun(tx, month, '{}')) ??
        (await listRuns(tx, { before: null, limit: 100, month })).find((run) => run.state === 'done' && Object.keys(run.scope).length === 0)
      if (known) return
      const run = await requestRun(tx, { month, scope: {}, startsItself: true })
      await enqueue(tx, billMonth, { run_id: run.id }, { singletonKey: run.id.toString() })
    })
  }) as Job,

  handleJob(lateFees, async ({ database, actor, signal }) => {
    const limit = 500
    let opened = limit
    while (opened === limit) {
      signal.throwIfAborted()
      opened = await inTransaction(database, { actor }, async (tx) => await chargeLateFees(tx, limit))
    }
  }) as Job,

  handleJob(expireLines, async ({ database, actor, signal }) => {
    await chaseOverdue(database, 'expiry', { actor, signal })
  }) as Job,

  handleJob(chaseBills, async ({ database, actor, signal }) => {
    await chaseOverdue(database, 'chase', { actor, signal })
  }) as Job,

  handleJob(remindOfBills, async ({ database, actor }) => {
    await inTransaction(database, { actor, direct: true }, remindClients)
  }) as Job,

  handleJob(cutLines, async ({ database, payload, signal, actor, progress }) => {
    const onProgress = async () => {
      const run = await readSuspensionRun({ db: database.direct }, payload.run_id)
      await progress({
        run_id: Number(payload.run_id),
        state: run?.state,
        done: Number((run?.cutLines ?? 0n) + (run?.sparedLines ?? 0n)),
        of: Number(run?.plannedLines ?? 0n),
      })
    }
    await executeSuspension(database, payload.run_id, { actor, signal, onProgress })
  }) as Job,

  handleJob(foldBillingMonths, async ({ database, actor, progress }) => {
    await progress({ folded: await inTransaction(database, { actor, direct: true }, foldMonths) })
  }) as Job,
]
