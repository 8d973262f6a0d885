import { add } from '../../kernel/money.ts'
import { inSavepoint } from '../../platform/db/savepoint.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database, Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { refusal, requirePermission, workItem, workOf } from './item-work.ts'
import type { ItemWork } from './item-work.ts'
import { selectItemsIn, updateItem } from './items-store.ts'
import type { BulkItem, ItemOutcome } from './items-store.ts'
import type { WorkOptions } from './preview-bulk.ts'
import { lockJob, updateJob } from './store.ts'
import type { BulkJob } from './store.ts'

const REPORT_EVERY = 20

/**
 * Does the items that are ready, each in a transaction of its own with its outcome, so that an item is done once however often the work is
 * interrupted, and no item holds the money of two clients. Killed at any moment and called again it goes on.
 */
export async function executeBulk(database: Database, jobId: bigint, { actor, signal, onProgress }: WorkOptions): Promise<void> {
  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database, { actor, direct: true }, work)
  const work = await inTx(async (tx) => {
    const job = await lockJob(tx, jobId)
    if (job?.state !== 'queued' && job?.state !== 'running') return undefined
    requirePermission(actor, job)
    if (job.state === 'queued') await updateJob(tx, jobId, { state: 'running' })
    return await workOf(tx, job)
  })
  if (work === undefined) return
  for (let done = 1; ; done += 1) {
    signal?.throwIfAborted()
    const isOn = await inTx(async (tx) => await nextItem(tx, jobId, work))
    if (!isOn) return
    if (done % REPORT_EVERY === 0) await onProgress?.({ done })
  }
}

/** Does one item; false where none is left, or where somebody stopped the job. */
async function nextItem(tx: Tx, jobId: bigint, work: ItemWork): Promise<boolean> {
  const job = await lockJob(tx, jobId)
  if (job?.state !== 'running') return false
  const [item] = await selectItemsIn(tx, jobId, 'ready', 1)
  if (item === undefined) {
    await updateJob(tx, jobId, { state: 'done', isFinished: true })
    await recordEvent(tx, 'bulk_job.done', { subjectType: 'bulk_job', subjectId: jobId, after: { action: job.action, ...job.counts } })
    return false
  }
  await keepDone(tx, job, item, await outcomeOf(tx, work, item))
  return true
}

async function outcomeOf(tx: Tx, work: ItemWork, item: BulkItem): Promise<ItemOutcome> {
  try {
    return await inSavepoint(tx, async () => await workItem(tx, work, item))
  } catch (error) {
    const failed = refusal(error, 'failed')
    if (failed === null) throw error
    return failed
  }
}

async function keepDone(tx: Tx, job: BulkJob, item: BulkItem, outcome: ItemOutcome): Promise<void> {
  await updateItem(tx, job.id, item.item_no, outcome)
  const counts = { ...job.counts, ready: (job.counts.ready ?? 0) - 1 }
  counts[outcome.state] = (counts[outcome.state] ?? 0) + 1
  await updateJob(tx, job.id, { counts, receivable: add(job.receivable_minor, outcome.receivable), credit: add(job.credit_minor, outcome.credit) })
}
