import type { Tx } from '../../../../platform/db/tx.ts'
import type { UnregisteredOnu } from '../../olts/index.ts'
import type { Look } from './record-status.ts'
import { deleteUnregisteredUnseen, upsertUnregistered } from './unregistered-store.ts'

/** Who waits to be let in. Who is not in a whole list any more waits no longer. */
export async function recordUnregistered(tx: Tx, oltId: bigint, { at, isWhole, seen }: Look<UnregisteredOnu>): Promise<readonly string[]> {
  const rows = seen.flatMap(({ pon, serial, rawSerial, mac, model }) => {
    const identity = serial ?? mac
    return identity === null ? [] : [{ pon: pon ?? '', identity, serial, raw_serial: rawSerial ?? serial, mac, model: model ?? '' }]
  })
  await upsertUnregistered(tx, oltId, rows, at)
  if (isWhole) await deleteUnregisteredUnseen(tx, oltId, at)
  return []
}
