import type { Tx } from '../../../../platform/db/tx.ts'
import type { HostMac } from '../../olts/index.ts'
import { suggestLinks } from '../links/suggest-links.ts'
import { deleteMacsUnseen, upsertMacs } from './macs-store.ts'
import type { Look } from './record-status.ts'

/** What the OLT has learned behind its ONUs. An address that a whole look does not show any more is forgotten after a day. */
export async function recordMacs(tx: Tx, oltId: bigint, { at, isWhole, seen }: Look<HostMac>): Promise<readonly string[]> {
  await upsertMacs(
    tx,
    oltId,
    seen.flatMap(({ pon, onuId, mac, vlan }) => (pon === null || onuId === null ? [] : [{ pon, onu_index: onuId, mac, vlan }])),
    at,
  )
  if (isWhole) await deleteMacsUnseen(tx, oltId, at.subtract({ hours: 24 }))
  await suggestLinks(tx, oltId, at)
  const nowhere = seen.filter(({ onuId }) => onuId === null).length
  return nowhere === 0 ? [] : [`of ${nowhere} addresses the OLT does not say behind which ONU they are`]
}
