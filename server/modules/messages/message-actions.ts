import type { Actor } from '../../kernel/actor.ts'
import { Conflict, NotFound } from '../../kernel/errors.ts'
import { allow } from '../../platform/http/allowed.ts'
import type { Allowed } from '../../platform/http/allowed.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { lockMessage, setMessages } from '#modules/notifications/index.ts'
import type { MessageState } from '#modules/notifications/index.ts'
import { selectMessage } from './list-store.ts'

export const MESSAGE_ACTIONS = ['take_back', 'send_again'] as const

/** What waits may be taken back; what failed, or of which nobody knows, may be sent again by a person. */
export const allowedOnMessage = (actor: Actor, { state }: { state: MessageState }): Record<(typeof MESSAGE_ACTIONS)[number], Allowed> => ({
  take_back: allow(actor, 'message.send', state === 'queued' ? null : 'message_not_waiting'),
  send_again: allow(actor, 'message.send', state === 'failed' || state === 'unknown' ? null : 'message_not_stopped'),
})

/** Takes a waiting message back: it is not sent. @throws NotFound 404. @throws Conflict `message_not_waiting` 409. */
export async function takeBackMessage(tx: Tx, id: bigint): Promise<void> {
  const message = await lockOwn(tx, id)
  if (message.state !== 'queued') throw new Conflict('message_not_waiting', 'This message does not wait any more')
  await setMessages(tx, [{ ...message, state: 'cancelled', why: 'taken_back' }])
  await recordEvent(tx, 'message.taken_back', { subjectType: 'message', subjectId: id, clientId: message.client_id, after: { kind: message.kind } })
}

/**
 * Sends a message again that failed, or of which nobody knows whether it arrived: at the next look, if it is still true. @throws NotFound 404.
 * @throws Conflict `message_not_stopped` 409.
 */
export async function sendMessageAgain(tx: Tx, id: bigint): Promise<void> {
  const message = await lockOwn(tx, id)
  if (message.state !== 'failed' && message.state !== 'unknown') throw new Conflict('message_not_stopped', 'This message has not failed')
  await setMessages(tx, [{ ...message, state: 'queued', why: null, notBefore: tx.now }])
  await recordEvent(tx, 'message.sent_again', { subjectType: 'message', subjectId: id, clientId: message.client_id, after: { kind: message.kind } })
}

async function lockOwn(tx: Tx, id: bigint) {
  const isSeen = (await selectMessage(tx, tx.actor.scope, id)) !== undefined
  const message = isSeen ? await lockMessage(tx, id) : undefined
  if (message === undefined) throw NotFound.of('message', id)
  return message
}
