import { AppError, NotFound } from '../../../../kernel/errors.ts'
import type { Tx } from '../../../../platform/db/tx.ts'
import { enqueue } from '../../../../platform/jobs/index.ts'
import { recordEvent } from '../../../audit/index.ts'
import { endOneSession } from '../job-definitions.ts'
import { insertKick, selectLiveSession } from './kicks-store.ts'
import type { Kick } from './kicks-store.ts'

export class RouterFrozen extends AppError {
  readonly code = 'router_frozen'
  readonly status = 409
}

export class RouterNowhere extends AppError {
  readonly code = 'router_nowhere'
  readonly status = 409
}

/**
 * Has the router end a session. Whose it was may dial again at once: who must stay out is suspended instead. Asked again while one waits, it
 * is the same one. @throws NotFound 404 where the session has ended; RouterFrozen, RouterNowhere 409.
 */
export async function requestKick(tx: Tx, sessionId: bigint): Promise<Kick> {
  const session = await selectLiveSession(tx, sessionId)
  if (session === undefined) throw NotFound.of('ppp_session', sessionId)
  if (session.is_frozen) throw new RouterFrozen(`${session.router_name} is frozen; nothing is told to it until it is thawed`)
  if (session.host === '') throw new RouterNowhere(`Nobody has said yet where ${session.router_name} is`)
  const { kick, isNew } = await insertKick(tx, session)
  if (!isNew) return kick
  await enqueue(tx, endOneSession, { kick_id: kick.id })
  await recordEvent(tx, 'session.kick_requested', {
    subjectType: session.subscription_id === null ? 'router' : 'subscription',
    subjectId: session.subscription_id ?? session.router_id,
    clientId: session.client_id,
    branchId: session.branch_id,
    after: { pppoe_login: session.login, router: session.router_name },
  })
  return kick
}
