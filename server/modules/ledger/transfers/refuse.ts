import { Conflict, Forbidden } from '../../../kernel/errors.ts'
import type { Allowed, Refusal } from '../../../platform/http/allowed.ts'

/** Refusals that are about the person; the others are about the state of things. */
const OF_PERSON: readonly Refusal[] = ['permission', 'not_your_wallet', 'not_receiver', 'not_sender']
const CODES: Partial<Record<Refusal, string>> = { second_person: 'second_person_needed' }

/** @throws Forbidden 403; Conflict 409 by the code of the refusal. */
export function refuseUnless(allowed: Allowed): void {
  if (allowed.ok) return
  if (OF_PERSON.includes(allowed.code)) throw new Forbidden(allowed.reason)
  throw new Conflict(CODES[allowed.code] ?? allowed.code, allowed.reason)
}
