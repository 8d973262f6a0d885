import { Conflict, NotFound } from '../../kernel/errors.ts'
import { later } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { endCharge, lockCharges } from '../charges/index.ts'
import type { Client } from './client.ts'
import { markLeft } from './lines/mark-left.ts'
import { lockLinesOfClient } from './lines/store.ts'
import { hasDocuments, lockClient, updateDeletedAt } from './store.ts'

/**
 * Takes a client out of sight who was registered by mistake: his lines are left and his charges end today. Whoever has a document can
 * only leave. Repeatable. @throws NotFound 404, Conflict 409 `client_has_documents`.
 */
export async function deleteClient(tx: Tx, { clientId, reason }: { clientId: bigint; reason: string }): Promise<void> {
  const client = await lockClient(tx, tx.actor.scope, clientId)
  if (client === undefined) throw NotFound.of('client', clientId)
  if (client.deleted_at !== null) return
  if (await hasDocuments(tx, clientId))
    throw new Conflict('client_has_documents', 'This client has invoices or payments, which must stay; mark his lines as left instead')
  for (const charge of await lockCharges(tx, clientId)) {
    if (charge.ends_on === null || charge.ends_on.toString() > tx.today.toString()) await endCharge(tx, charge.id, later(tx.today, charge.starts_on))
  }
  for (const line of await lockLinesOfClient(tx, tx.actor.scope, clientId)) {
    if (line.state !== 'left') await markLeft(tx, { subscriptionId: line.id, on: tx.today, reason: 'deleted' })
  }
  await updateDeletedAt(tx, clientId, tx.now)
  await recordEvent(tx, 'client.deleted', {
    subjectType: 'client',
    subjectId: clientId,
    clientId,
    branchId: client.branch_id,
    resellerId: client.reseller_id,
    after: { reason },
  })
}

/** Brings a deleted client back; his lines stay left until somebody reopens them. Repeatable. @throws NotFound 404, Conflict 409 `nid_taken`. */
export async function restoreClient(tx: Tx, clientId: bigint): Promise<Client> {
  const client = await lockClient(tx, tx.actor.scope, clientId)
  if (client === undefined) throw NotFound.of('client', clientId)
  if (client.deleted_at === null) return client
  await updateDeletedAt(tx, clientId, null)
  await recordEvent(tx, 'client.restored', {
    subjectType: 'client',
    subjectId: clientId,
    clientId,
    branchId: client.branch_id,
    resellerId: client.reseller_id,
    before: { deleted_at: client.deleted_at },
  })
  return { ...client, deleted_at: null, version: client.version + 1 }
}
