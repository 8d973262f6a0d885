import { Conflict, Invalid, NotFound } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import { selectBox } from './boxes/boxes-store.ts'
import { lockOnu, updateOnu } from './list/onus-store.ts'
import type { Onu } from './list/onus-store.ts'

/** Says on which box and port of it an ONU is. Repeatable. @throws NotFound 404; Invalid 422; `changed_meanwhile` 409. */
export async function changeOnu(
  tx: Tx,
  id: bigint,
  { box_id: boxId, box_port: boxPort, seenVersion }: { box_id: bigint | null; box_port: number | null; seenVersion?: number | undefined },
): Promise<Onu> {
  const before = await lockOnu(tx, id)
  if (before === undefined) throw NotFound.of('onu', id)
  if (seenVersion !== undefined && seenVersion !== before.version) throw new Conflict('changed_meanwhile', 'Somebody else has changed this ONU; load it again')
  const box = boxId === null ? null : await selectBox(tx, tx.actor.scope, boxId)
  if (box === undefined) throw NotFound.of('box', boxId ?? 0n)
  if (boxPort !== null && (box === null || boxPort > box.ports))
    throw new Invalid('Some fields of the ONU do not fit', {
      errors: [{ field: 'box_port', message: box === null ? 'A port is one of a box' : `The box has ${box.ports} ports` }],
    })
  if (before.box_id === boxId && before.box_port === boxPort) return before
  await updateOnu(tx, id, { boxId, boxPort })
  await recordEvent(tx, 'onu.changed', {
    subjectType: 'onu',
    subjectId: id,
    branchId: before.branch_id,
    before: { box_id: before.box_id, box_port: before.box_port },
    after: { box_id: boxId, box_port: boxPort },
  })
  return (await lockOnu(tx, id)) as Onu
}
