import { AppError } from '../../../../kernel/errors.ts'
import type { Tx } from '../../../../platform/db/tx.ts'
import { enqueue } from '../../../../platform/jobs/index.ts'
import { recordEvent } from '../../../audit/index.ts'
import type { OnuObservation, SeenWrite } from '../../olts/index.ts'
import { pollOneOlt } from '../job-definitions.ts'
import { linkOnu } from '../links/link-onu.ts'
import { selectOpenLink } from '../links/links-store.ts'
import { lockOnu, updateOnu } from '../list/onus-store.ts'
import { makeDue } from '../poll/polls-store.ts'
import type { PollKind } from '../poll/polls-store.ts'
import { recordGone, recordOne } from '../poll/record-one.ts'
import type { OltTask } from './task.ts'
import { selectOnuAt, updateEnded, updateOnuOfTask } from './tasks-store.ts'
import type { TaskEnd } from './tasks-store.ts'
import { upsertVerified } from './verified-store.ts'

/** An ONU takes a while to start; then its OLT is asked once more. */
const STARTS_WITHIN_SECONDS = 120
const SOON_SECONDS = 4

export interface TaskOutcome extends TaskEnd {
  /** As it was seen after the last line; null: not seen, or not there. */
  readonly onu: OnuObservation | null
  readonly proofs: readonly SeenWrite[]
}

/**
 * Writes how a task ended and what follows from it: what was seen of the ONU, its line, which writes this firmware was seen to take, and that the OLT is asked
 * again soon. Repeatable: what has ended stays as it is.
 */
export async function endTask(tx: Tx, task: OltTask, outcome: TaskOutcome): Promise<void> {
  const linked = task.verb === 'replace' && task.onu_id !== null ? await selectOpenLink(tx, task.onu_id) : undefined
  if (!(await updateEnded(tx, task.id, outcome))) return
  const { state, executed, onu, proofs } = outcome
  for (const proof of proofs) await upsertVerified(tx, proof, { oltId: task.olt_id, taskId: task.id })
  if (onu !== null) await recordOne(tx, task.olt_id, onu)
  if (state === 'done') {
    if (task.verb === 'delete' && task.onu_id !== null) await recordGone(tx, task.olt_id, task.onu_id)
    if (task.verb === 'authorise' || task.verb === 'replace') await settle(tx, task, task.subscription_id ?? linked?.subscription_id ?? null)
  }
  if (executed !== null || state === 'unsure') await askSoon(tx, task)
  await recordEvent(tx, 'olt_task.ended', {
    subjectType: task.onu_id === null ? 'olt' : 'onu',
    subjectId: task.onu_id ?? task.olt_id,
    branchId: task.branch_id,
    after: {
      task_id: task.id,
      verb: task.verb,
      outcome: state,
      stopped_at: executed?.stoppedAt?.line ?? null,
      seen: executed?.readBack?.words ?? null,
      is_saved: executed?.isSaved ?? null,
      trouble: outcome.trouble,
      message: outcome.message,
    },
  })
}

/** The ONU that is registered now has the line, and in the place of another its box. */
async function settle(tx: Tx, task: OltTask, subscriptionId: bigint | null): Promise<void> {
  const onuId = await selectOnuAt(tx, task.olt_id, task.pon, task.onu_index)
  if (onuId === null) return
  if (task.verb === 'replace' && task.onu_id !== null && task.onu_id !== onuId) {
    const former = await lockOnu(tx, task.onu_id)
    if (former?.box_id != null) {
      await updateOnu(tx, former.id, { boxId: null, boxPort: null })
      await updateOnu(tx, onuId, { boxId: former.box_id, boxPort: former.box_port })
    }
  }
  if (task.verb === 'authorise') await updateOnuOfTask(tx, task.id, onuId)
  if (subscriptionId === null) return
  try {
    await linkOnu(tx, { onuId, subscriptionId, source: 'person', reason: [] })
  } catch (error) {
    // The line has left meanwhile; the ONU is registered all the same.
    if (!(error instanceof AppError)) throw error
  }
}

/** What was changed is looked at again: at once, and where it has to start, when it should have. */
async function askSoon(tx: Tx, { olt_id: oltId, verb }: OltTask): Promise<void> {
  const isOther = verb === 'authorise' || verb === 'replace' || verb === 'delete'
  const kinds: PollKind[] = ['status', 'inventory', ...(isOther ? (['unregistered', 'optics'] as const) : [])]
  await makeDue(tx, oltId, kinds, tx.now)
  if (verb === 'describe') return
  const later = verb === 'reboot' ? STARTS_WITHIN_SECONDS : SOON_SECONDS
  await enqueue(
    tx,
    pollOneOlt,
    { olt_id: oltId, kind: 'status' },
    { singletonKey: `${oltId} status in ${later} s`, startAfter: tx.now.add({ seconds: later }) },
  )
}
