import type { Tx } from '../../../../platform/db/tx.ts'
import { recordEvent } from '../../../audit/index.ts'
import { TaskNotWaiting } from './errors.ts'
import { readTask } from './read-task.ts'
import type { OltTask } from './task.ts'
import { updateCancelled } from './tasks-store.ts'

/** Nothing of it is typed any more. Repeatable. @throws NotFound 404; TaskNotWaiting 409 once it has begun. */
export async function cancelTask(tx: Tx, id: bigint): Promise<OltTask> {
  const task = await readTask(tx, tx.actor.scope, id)
  if (task.state === 'cancelled') return task
  if (!(await updateCancelled(tx, id))) throw new TaskNotWaiting('It has begun already, or is over')
  await recordEvent(tx, 'olt_task.cancelled', {
    subjectType: task.onu_id === null ? 'olt' : 'onu',
    subjectId: task.onu_id ?? task.olt_id,
    branchId: task.branch_id,
    before: { task_id: id, verb: task.verb },
  })
  return await readTask(tx, tx.actor.scope, id)
}
