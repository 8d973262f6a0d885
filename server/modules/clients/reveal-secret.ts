import { NotFound } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { open } from '../../platform/secrets/index.ts'
import { recordEvent } from '../audit/index.ts'
import { nidAad } from './client.ts'
import { passwordAad } from './lines/line.ts'
import { selectSealedPassword } from './lines/store.ts'
import { lockClient, selectSealedNid, updateNidVerified } from './store.ts'

/** Opens the national identity of a client; each look is audited, the number is not. @throws NotFound 404. */
export async function revealNid(tx: Tx, clientId: bigint): Promise<string> {
  const sealed = await selectSealedNid(tx, tx.actor.scope, clientId)
  if (sealed === undefined) throw NotFound.of('client', clientId)
  if (sealed === null) throw NotFound.of('national identity of client', clientId)
  await recordEvent(tx, 'client.nid_revealed', { subjectType: 'client', subjectId: clientId, clientId })
  return open(sealed, nidAad(clientId))
}

/** Opens the PPPoE password of a line; each look is audited, the password is not. @throws NotFound 404. */
export async function revealPppoePassword(tx: Tx, subscriptionId: bigint): Promise<string> {
  const found = await selectSealedPassword(tx, tx.actor.scope, subscriptionId)
  if (found === undefined) throw NotFound.of('subscription', subscriptionId)
  if (found.sealed === null) throw NotFound.of('PPPoE password of subscription', subscriptionId)
  await recordEvent(tx, 'subscription.password_revealed', { subjectType: 'subscription', subjectId: subscriptionId, clientId: found.client_id })
  return open(found.sealed, passwordAad(subscriptionId))
}

/** Notes that this person has compared the card with the number. Repeatable: the latest look counts. @throws NotFound 404. */
export async function verifyNid(tx: Tx, clientId: bigint): Promise<void> {
  const client = await lockClient(tx, tx.actor.scope, clientId)
  if (client === undefined) throw NotFound.of('client', clientId)
  if (client.nid_last4 === '') throw NotFound.of('national identity of client', clientId)
  await updateNidVerified(tx, clientId)
  await recordEvent(tx, 'client.nid_verified', { subjectType: 'client', subjectId: clientId, clientId })
}
