import { Conflict, NotFound } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import { registerClient } from '../register-client.ts'
import type { RegisterClient, RegisteredClient } from '../register-client.ts'
import { lockSignup, updateDecision } from './store.ts'
import type { Signup } from './store.ts'

export interface ApproveSignup {
  readonly signupId: bigint
  /** What the person who approves adds to or corrects of the request; a branch is needed where the request names none. */
  readonly client: Omit<RegisterClient, 'name' | 'phone' | 'branch_id'> & Partial<Pick<RegisterClient, 'name' | 'phone' | 'branch_id'>>
}

/**
 * Registers the client who asked, and closes the request: both or nothing. Not repeatable: a decided request stays decided.
 * @throws NotFound 404, Conflict 409 `already_decided`, and whatever refuses a registration.
 */
export async function approveSignup(tx: Tx, { signupId, client }: ApproveSignup): Promise<RegisteredClient> {
  const signup = await lockOpen(tx, signupId)
  const registered = await registerClient(tx, {
    email: signup.email,
    address: signup.address,
    area_id: signup.area_id,
    locale: signup.locale,
    ...client,
    name: client.name ?? signup.name,
    phone: client.phone ?? signup.phone,
    branch_id: client.branch_id ?? signup.branch_id ?? 0n,
  })
  await updateDecision(tx, signupId, { state: 'approved', reason: '', clientId: registered.client.id })
  await recordEvent(tx, 'signup_request.approved', {
    subjectType: 'signup_request',
    subjectId: signupId,
    clientId: registered.client.id,
    before: { state: 'new' },
    after: { state: 'approved' },
  })
  return registered
}

/** Turns a request down, with the reason. @throws NotFound 404, Conflict 409 `already_decided`. */
export async function rejectSignup(tx: Tx, { signupId, reason }: { signupId: bigint; reason: string }): Promise<Signup> {
  const signup = await lockOpen(tx, signupId)
  const rejected = await updateDecision(tx, signupId, { state: 'rejected', reason, clientId: null })
  await recordEvent(tx, 'signup_request.rejected', {
    subjectType: 'signup_request',
    subjectId: signupId,
    branchId: signup.branch_id,
    before: { state: 'new' },
    after: { state: 'rejected', reason },
  })
  return rejected
}

async function lockOpen(tx: Tx, signupId: bigint): Promise<Signup> {
  const signup = await lockSignup(tx, tx.actor.scope, signupId)
  if (signup === undefined) throw NotFound.of('sign-up request', signupId)
  if (signup.state !== 'new') throw new Conflict('already_decided', `This request has already been ${signup.state}`)
  return signup
}
