import type { Actor } from '../../../../kernel/actor.ts'
import { companyScope } from '../../../../kernel/actor.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Database } from '../../../../platform/db/tx.ts'
import { enqueue } from '../../../../platform/jobs/index.ts'
import { runOneTask } from '../job-definitions.ts'
import { leaveOff } from './run-task.ts'
import { selectLeftLying, selectTask } from './tasks-store.ts'

/** Longer than the job is given. */
const RUNS_MINUTES = 20
const WAITS_MINUTES = 10

/** Tasks whose job is gone: one that had begun is told as unsure, one that waits has a job again. Repeatable. */
export async function settleTasks(database: Database, { actor }: { actor: Actor }): Promise<void> {
  const db = { db: database.direct }
  const now = database.clock.now()
  for (const { id, olt_id, state } of await selectLeftLying(db, {
    begunBefore: now.subtract({ minutes: RUNS_MINUTES }),
    askedBefore: now.subtract({ minutes: WAITS_MINUTES }),
  })) {
    const task = state === 'running' ? await selectTask(db, companyScope, id) : undefined
    if (task !== undefined) await leaveOff(database, task, { actor })
    else
      await inTransaction(database, { actor, direct: true }, async (tx) => {
        await enqueue(tx, runOneTask, { task_id: id }, { singletonKey: olt_id.toString() })
      })
  }
}
