import type { Actor } from '../../../kernel/actor.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Database, Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { lockBreaker, setHold } from './breaker-store.ts'
import { cutChunk } from './cut-lines.ts'
import { planRun } from './plan-run.ts'
import { lockSuspensionRun, setSuspensionRun } from './run-store.ts'
import type { SuspensionRun } from './run-store.ts'

export interface CutOptions {
  readonly actor: Actor
  readonly signal?: AbortSignal
  /** Clients of one transaction. */
  readonly chunk?: number
  /** Called after each committed step. */
  readonly onProgress?: () => Promise<void> | void
}

const CHUNK = 500

/**
 * Plans a run asked for by hand, and carries out a run that may go on, chunk by chunk. Killed at any moment and called again it goes on where it was: each line is
 * cut once, with one audit row and one notice. A run that waits for a second person stays as it is.
 */
export async function executeSuspension(
  database: Database,
  runId: bigint,
  { actor, signal, chunk = CHUNK, onProgress }: CutOptions,
): Promise<SuspensionRun | null> {
  const step = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const done = await inTransaction(database, { actor, direct: true }, work)
    await onProgress?.()
    signal?.throwIfAborted()
    return done
  }
  await step(async (tx) => await begin(tx, runId))
  while (await step(async (tx) => await cutChunk(tx, runId, chunk)));
  return await step(async (tx) => await finish(tx, runId))
}

async function begin(tx: Tx, runId: bigint): Promise<void> {
  const breaker = await lockBreaker(tx)
  let run = await lockSuspensionRun(tx, runId)
  if (run?.state === 'planning') run = await planRun(tx, run, breaker)
  if (run?.state !== 'queued') return
  // A person has looked at who is cut: nothing that happened before is left to look at.
  if (breaker.hold !== null && run.plannedClients > 0n && (run.releasedBy !== null || run.origin === 'hand')) await setHold(tx, null)
  await setSuspensionRun(tx, runId, { state: 'running', started_at: tx.now })
}

async function finish(tx: Tx, runId: bigint): Promise<SuspensionRun | null> {
  const run = await lockSuspensionRun(tx, runId)
  if (run?.state !== 'running') return run
  await setSuspensionRun(tx, runId, { state: 'done', finished_at: tx.now })
  await recordEvent(tx, 'suspension_run.done', {
    subjectType: 'suspension_run',
    subjectId: runId,
    after: { cut: Number(run.cutLines), spared: Number(run.sparedLines) },
  })
  return await lockSuspensionRun(tx, runId)
}
