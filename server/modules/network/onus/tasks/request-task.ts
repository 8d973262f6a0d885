import { NotFound } from '../../../../kernel/errors.ts'
import type { Tx } from '../../../../platform/db/tx.ts'
import { enqueue } from '../../../../platform/jobs/index.ts'
import { recordEvent } from '../../../audit/index.ts'
import { lockOlt } from '../../olts/index.ts'
import { runOneTask } from '../job-definitions.ts'
import { readOnuInReach } from '../read-onu.ts'
import { WriteNotVerified } from './errors.ts'
import { planTask } from './plan-task.ts'
import type { TaskInput } from './plan-task.ts'
import { readTask } from './read-task.ts'
import type { OltTask } from './task.ts'
import { insertTask } from './tasks-store.ts'

/**
 * Has an OLT told something about an ONU; a job types it. Asked again while the same waits, it is the same one.
 * @throws what planTask throws; WriteNotVerified 409 where nobody has seen this firmware take it and that was not said to be known.
 */
export async function requestTask(tx: Tx, input: TaskInput, { acceptsUnverified }: { acceptsUnverified: boolean }): Promise<OltTask> {
  // One after the other for each OLT, so that two ONUs are not promised the same number.
  const oltId = input.verb === 'authorise' ? input.oltId : (await readOnuInReach(tx, tx.actor.scope, input.onuId)).olt_id
  if ((await lockOlt(tx, oltId)) === undefined) throw NotFound.of('olt', oltId)
  const planned = await planTask(tx, tx.actor.scope, input)
  const { olt, onu, verb, plan, wish, firmware, isVerified, subscriptionId } = planned
  if (!isVerified && !acceptsUnverified)
    throw new WriteNotVerified(
      `Nobody has seen ${firmware.model === '' ? 'this OLT, which has not said yet what it is,' : `${firmware.model} ${firmware.firmware}`} take this; look at the lines and say that you know`,
    )
  const { id, isNew } = await insertTask(tx, planned, { acceptsUnverified })
  if (isNew) {
    await enqueue(tx, runOneTask, { task_id: id }, { singletonKey: olt.id.toString() })
    await recordEvent(tx, 'olt_task.requested', {
      subjectType: onu === null ? 'olt' : 'onu',
      subjectId: onu?.id ?? olt.id,
      clientId: onu?.client_id ?? null,
      branchId: olt.branch_id,
      after: {
        task_id: id,
        verb,
        olt: olt.name,
        pon: wish.pon,
        onu_index: plan.onu,
        serial: plan.identity.serial,
        mac: plan.identity.mac,
        subscription_id: subscriptionId,
        lines: plan.lines.map(({ text }) => text),
        is_verified: isVerified,
      },
    })
  }
  return await readTask(tx, tx.actor.scope, id)
}
