import { Conflict, NotFound } from '../../../../kernel/errors.ts'
import type { Tx } from '../../../../platform/db/tx.ts'
import { recordEvent } from '../../../audit/index.ts'
import { selectOnu } from '../list/onus-store.ts'
import { insertEvents } from '../poll/onus-store.ts'
import type { LinkReason } from './link.ts'
import { endLinks, insertLink, selectLine, selectOpenLink, updateRegistered, updateRejected } from './links-store.ts'

/**
 * Says that an ONU carries a line; what either was linked with before is ended, and the ONU is what is registered with the line. Repeatable.
 * @throws NotFound 404 where one is not in reach; `line_left` 409.
 */
export async function linkOnu(
  tx: Tx,
  { onuId, subscriptionId, source, reason }: { onuId: bigint; subscriptionId: bigint; source: 'person' | 'automatic'; reason: readonly LinkReason[] },
): Promise<void> {
  const onu = await selectOnu(tx, tx.actor.scope, onuId)
  if (onu === undefined) throw NotFound.of('onu', onuId)
  const line = await selectLine(tx, tx.actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  if (line.state === 'left') throw new Conflict('line_left', 'This line has left; link the ONU with one that is in use')
  if ((await selectOpenLink(tx, onuId))?.subscription_id === subscriptionId) return
  await unlink(tx, { onuId })
  await unlink(tx, { subscriptionId })
  await insertLink(tx, { onuId, subscriptionId, source, reason })
  const registered = await updateRegistered(tx, subscriptionId, onuId)
  await insertEvents(
    tx,
    [{ onu_id: onuId, olt_id: onu.olt_id, pon: onu.pon, kind: 'linked', is_now: String(subscriptionId), detail: { source, reasons: reason } }],
    tx.now,
  )
  await recordEvent(tx, 'onu.linked', {
    subjectType: 'onu',
    subjectId: onuId,
    clientId: line.client_id,
    branchId: line.branch_id,
    ...(registered === undefined ? {} : { before: { onu_mac: registered.onu_mac } }),
    after: { subscription_id: subscriptionId, source, reasons: reason, ...(registered === undefined ? {} : { onu_mac: registered.is_now }) },
  })
}

/** Says that an ONU carries no line. Repeatable. @throws NotFound 404. */
export async function unlinkOnu(tx: Tx, onuId: bigint): Promise<void> {
  if ((await selectOnu(tx, tx.actor.scope, onuId)) === undefined) throw NotFound.of('onu', onuId)
  await unlink(tx, { onuId })
}

/** A person has said no: it is not suggested again. Repeatable. @throws NotFound 404. */
export async function rejectLink(tx: Tx, { onuId, subscriptionId }: { onuId: bigint; subscriptionId: bigint }): Promise<void> {
  if ((await selectOnu(tx, tx.actor.scope, onuId)) === undefined) throw NotFound.of('onu', onuId)
  if (!(await updateRejected(tx, onuId, subscriptionId))) return
  await recordEvent(tx, 'onu.link_rejected', { subjectType: 'onu', subjectId: onuId, after: { subscription_id: subscriptionId } })
}

async function unlink(tx: Tx, which: { onuId?: bigint; subscriptionId?: bigint }): Promise<void> {
  for (const { onu_id, subscription_id, client_id, branch_id } of await endLinks(tx, which)) {
    const onu = await selectOnu(tx, tx.actor.scope, onu_id)
    if (onu !== undefined) await insertEvents(tx, [{ onu_id, olt_id: onu.olt_id, pon: onu.pon, kind: 'unlinked', was: String(subscription_id) }], tx.now)
    await recordEvent(tx, 'onu.unlinked', { subjectType: 'onu', subjectId: onu_id, clientId: client_id, branchId: branch_id, before: { subscription_id } })
  }
}
