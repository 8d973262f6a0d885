import { Conflict, Invalid, TooManyRequests } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import { getSettings } from '../../settings/index.ts'
import { normalisePhone } from '../phone.ts'
import { phonePlan, signupsOpen } from '../settings.ts'
import { countSince, hasOpenRequest, insertSignup, lockAddress } from './store.ts'
import type { SignupFacts } from './store.ts'

const PER_HOUR = 5

/**
 * Stores what somebody without an account asked for. A second request of a number that still waits is swallowed, and the answer is the
 * same, so nobody learns who has asked. @throws Conflict 409 `signups_closed`, Invalid 422, TooManyRequests 429 by address.
 */
export async function requestSignup(tx: Tx, facts: SignupFacts): Promise<void> {
  const [plan, isOpen] = await getSettings(tx, [phonePlan, signupsOpen])
  if (!isOpen) throw new Conflict('signups_closed', 'Requests for a connection are not taken here at the moment; please call us')
  const phone = normalisePhone(facts.phone, plan)
  if (phone === null) throw new Invalid('Expected a telephone number', { errors: [{ field: 'phone', message: 'Expected a telephone number' }] })
  if (tx.actor.ip !== null) {
    await lockAddress(tx, tx.actor.ip)
    if ((await countSince(tx, tx.actor.ip, tx.now.subtract({ hours: 1 }))) >= PER_HOUR)
      throw new TooManyRequests('Too many requests from here; try again in an hour', { retry_after_s: 3600 })
  }
  if (await hasOpenRequest(tx, phone)) return
  const { id, branch_id } = await insertSignup(tx, { ...facts, phone })
  await recordEvent(tx, 'signup_request.received', {
    subjectType: 'signup_request',
    subjectId: id,
    branchId: branch_id,
    after: { ...facts, phone, branch_id },
  })
}
