import type { Tx } from '../../../../platform/db/tx.ts'
import type { OnuObservation } from '../../olts/index.ts'
import { placeOf } from '../onu.ts'
import { insertEvents, lockKnown, updateAbsent, updateStates } from './onus-store.ts'
import { planStatus } from './plan-status.ts'
import { recordInventory } from './record-inventory.ts'

/** One ONU that was looked at by itself: who it is and how it is. Of the others nothing follows. */
export async function recordOne(tx: Tx, oltId: bigint, seen: OnuObservation): Promise<void> {
  await recordInventory(tx, oltId, { at: tx.now, isWhole: false, seen: [seen] })
  const there = (await lockKnown(tx, oltId)).filter(
    (onu) => onu.olt_id === oltId && onu.is_present && placeOf({ pon: onu.pon, onuId: onu.onu_index }) === placeOf(seen),
  )
  const { changes, events } = planStatus(oltId, there, [seen])
  await updateStates(tx, changes, tx.now)
  await insertEvents(tx, events, tx.now)
}

/** One that was seen to be in the list of its PON no more. Repeatable. */
export async function recordGone(tx: Tx, oltId: bigint, onuId: bigint): Promise<void> {
  const onu = (await lockKnown(tx, oltId)).find(({ id, is_present }) => id === onuId && is_present)
  if (onu === undefined) return
  await updateAbsent(tx, [onuId], tx.now)
  await insertEvents(tx, [{ onu_id: onuId, olt_id: oltId, pon: onu.pon, kind: 'gone', was: onu.state, detail: { onu_index: onu.onu_index } }], tx.now)
}
