import type { Actor } from '../../../../kernel/actor.ts'
import { companyScope } from '../../../../kernel/actor.ts'
import { AppError } from '../../../../kernel/errors.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Database } from '../../../../platform/db/tx.ts'
import { LeaseLost, requireLease } from '../../leases/index.ts'
import { OltInUse, whyNot, withOlt } from '../../olts/index.ts'
import type { Executed, OltDevice, OltSession, Plan } from '../../olts/index.ts'
import { endTask } from './end-task.ts'
import { planOf, requireWritable } from './plan-task.ts'
import { linesOf } from './task.ts'
import type { OltTask } from './task.ts'
import { appendLine, selectTask, updateRunning } from './tasks-store.ts'
import { selectSeen } from './verified-store.ts'

const LEFT_OFF = 'The program ended while this was being typed. Read the state of the ONU first; the lines that came back are in the transcript'

/**
 * Types what a task has planned and writes what became of it, under the OLT's lease. Never twice: one that is found begun was left off in the middle, and
 * nobody knows how far it came. What the OLT did wrong is the outcome. @throws OltInUse 503 (later), and what is wrong here.
 */
export async function runTask(database: Database, taskId: bigint, { actor }: { actor: Actor }): Promise<void> {
  const task = await selectTask({ db: database.direct }, companyScope, taskId)
  if (task === undefined) return
  if (task.state === 'running') return await leaveOff(database, task, { actor })
  if (task.state !== 'waiting') return
  const progress = { isTyping: false, isPinned: false }
  try {
    await withOlt(database, task.olt_id, { priority: 'task' }, async (device) => {
      progress.isPinned = device.olt.ssh_host_key !== null
      const plan = planNow(device, task)
      await device.cli(async (session) => await carryOut({ database, device, session, task, plan, actor, progress }))
    })
  } catch (error) {
    // What was typed and not written is found begun the next time.
    if (progress.isTyping || error instanceof OltInUse || error instanceof LeaseLost || !(error instanceof AppError)) throw error
    const trouble = whyNot(error, { isPinned: false })
    await inTransaction(database, { actor, direct: true }, async (tx) => {
      await endTask(tx, task, { state: 'failed', executed: null, onu: null, proofs: [], trouble, message: error.message })
    })
  }
}

/** Somebody has to look: whether the line that was on its way was taken is not known. */
export async function leaveOff(database: Database, task: OltTask, { actor }: { actor: Actor }): Promise<void> {
  await inTransaction(database, { actor, direct: true }, async (tx) => {
    await endTask(tx, task, { state: 'unsure', executed: null, onu: null, proofs: [], trouble: null, message: LEFT_OFF })
  })
}

class PlanOutdated extends AppError {
  readonly code = 'plan_outdated'
  readonly status = 409
}

/** Exactly what somebody has agreed to, or nothing. @throws PlanOutdated, and where the OLT may not be written to any more. */
function planNow({ olt, profile }: OltDevice, task: OltTask): Plan {
  requireWritable(olt)
  const planned = profile.id === task.profile ? planOf(profile, task.verb, task.wish) : null
  if (planned?.kind !== 'plan' || JSON.stringify(linesOf(planned.lines)) !== JSON.stringify(linesOf(task.lines)))
    throw new PlanOutdated('Other lines would be typed by now than were agreed to; nothing was typed')
  return planned
}

interface Carrying {
  readonly database: Database
  readonly device: OltDevice
  readonly session: OltSession
  readonly task: OltTask
  readonly plan: Plan
  readonly actor: Actor
  readonly progress: { isTyping: boolean }
}

async function carryOut({ database, device: { lease, olt }, session, task, plan, actor, progress }: Carrying): Promise<void> {
  const isMine = await inTransaction(database, { actor, direct: true }, async (tx) => {
    await requireLease(tx, lease)
    return await updateRunning(tx, task.id)
  })
  if (!isMine) return
  const { firmware, seen } = await selectSeen({ db: database.direct }, olt.id)
  let written: Promise<unknown> = Promise.resolve()
  const executed: Executed = await session.execute(plan, {
    on: { ...firmware, seen },
    acceptsUnverified: task.accepts_unverified,
    onLine: (line) => {
      progress.isTyping = true
      // All of it is written at the end; this is for who watches, and for who has to find out where it stopped.
      written = written.then(async () => await appendLine({ db: database.direct }, task.id, line)).catch(() => {})
    },
  })
  progress.isTyping = true
  await written
  await inTransaction(database, { actor, direct: true }, async (tx) => {
    await requireLease(tx, lease)
    const isKnown = firmware.model !== '' && firmware.firmware !== ''
    await endTask(tx, task, {
      state: executed.outcome,
      executed,
      onu: executed.readBack?.onu ?? null,
      proofs: isKnown ? executed.proof : [],
      trouble: null,
      message: null,
    })
  })
}
