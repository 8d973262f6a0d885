import type { Actor } from '../../kernel/actor.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { finishPreview, lockedRun } from './request-run.ts'
import { CHUNK, previewChunk, runChunk } from './run-month.ts'
import { setRun } from './run-store.ts'
import type { InvoiceRun } from './run-store.ts'

export interface RunOptions {
  readonly actor: Actor
  readonly signal?: AbortSignal
  readonly chunk?: number
  /** Called after each committed chunk. */
  readonly onProgress?: () => Promise<void> | void
}

/** Previews a requested run chunk by chunk, from where its cursor stands; its rows are the same however often it was interrupted. */
export async function executePreview(database: Database, runId: bigint, { actor, signal, chunk = CHUNK, onProgress }: RunOptions): Promise<InvoiceRun> {
  while (await inTransaction(database, { actor, direct: true }, async (tx) => await previewChunk(tx, runId, chunk))) {
    await onProgress?.()
    signal?.throwIfAborted()
  }
  return await inTransaction(database, { actor, direct: true }, async (tx) => await finishPreview(tx, runId))
}

/**
 * Carries out a started run chunk by chunk from where its cursor stands. Killed at any moment and called again it goes on: the same
 * invoices, the same numbers, no second notice.
 */
export async function executeRun(database: Database, runId: bigint, { actor, signal, chunk = CHUNK, onProgress }: RunOptions): Promise<InvoiceRun> {
  const begun = await inTransaction(database, { actor, direct: true }, async (tx) => {
    const run = await lockedRun(tx, runId)
    if (run.state !== 'queued') return run
    await setRun(tx, runId, { state: 'running', started_at: tx.now })
    return await lockedRun(tx, runId)
  })
  if (begun.state !== 'running') return begun
  while (await inTransaction(database, { actor, direct: true }, async (tx) => await runChunk(tx, runId, chunk))) {
    await onProgress?.()
    signal?.throwIfAborted()
  }
  return await inTransaction(database, { actor, direct: true }, async (tx) => {
    const run = await lockedRun(tx, runId)
    if (run.state !== 'running') return run
    await setRun(tx, runId, { state: 'done', finished_at: tx.now })
    await recordEvent(tx, 'invoice_run.done', {
      subjectType: 'invoice_run',
      subjectId: runId,
      after: { issued: Number(run.issuedCount), total_minor: Number(run.issuedTotal), parked: Number(run.parkedCount) },
    })
    return await lockedRun(tx, runId)
  })
}
