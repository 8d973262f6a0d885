import { AppError, TooManyRequests } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { countFailures, insertAttempt, lockAttempts, markAttempt, markLoggedIn, updatePasswordHash } from './login-store.ts'
import type { LoginUser } from './login-store.ts'
import { openSession } from './session.ts'

export class BadCredentials extends AppError {
  readonly code = 'bad_credentials'
  readonly status = 401
}

export interface Visitor {
  readonly ip: string | null
  readonly userAgent: string | null
}

const WINDOW_MINUTES = 15
/** Of one name from one address: this many free, then a wait that doubles up to a minute. */
const FREE_FAILURES = 5
const LONGEST_WAIT_S = 60
/** Of one name from all addresses: above it, only addresses that have logged in with this name before are heard. */
const ACCOUNT_FAILURES = 60
/** Of all names from one address: a shared office line has honest mistakes, a guesser has hundreds. */
const ADDRESS_FAILURES = 40

export interface StartedAttempt {
  readonly id: bigint
  readonly at: Temporal.Instant
}

/**
 * Notes an attempt before its password is looked at, as wrong until proven right, and says whether it may go on.
 * Guessing is slowed down; an account is never locked, because then anybody could lock anybody out (ASVS 6.3.1).
 * The refusal is returned, not thrown, so that the attempt itself is committed.
 */
export async function startAttempt(tx: Tx, username: string, visitor: Visitor): Promise<StartedAttempt | TooManyRequests> {
  const name = username.toLowerCase()
  await lockAttempts(tx, name, visitor.ip)
  const failures = await countFailures(tx, { username: name, ip: visitor.ip, since: tx.now.subtract({ minutes: WINDOW_MINUTES }) })
  const wait = secondsToWait(failures, tx.now)
  if (wait > 0) {
    await insertAttempt(tx, { username: name, ...visitor, outcome: 'limited' })
    return new TooManyRequests(`Too many attempts; wait ${wait} seconds`, { retry_after_s: wait })
  }
  return { id: await insertAttempt(tx, { username: name, ...visitor, outcome: 'wrong' }), at: tx.now }
}

function secondsToWait({ here, last_here, account, address, is_known_address }: Awaited<ReturnType<typeof countFailures>>, now: Temporal.Instant): number {
  if (address >= ADDRESS_FAILURES) return LONGEST_WAIT_S
  if (account >= ACCOUNT_FAILURES && !is_known_address) return LONGEST_WAIT_S
  if (here < FREE_FAILURES || last_here === null) return 0
  const due = Math.min(LONGEST_WAIT_S, 2 ** (here - FREE_FAILURES + 1))
  return Math.max(0, Math.ceil(due - last_here.until(now).total('seconds')))
}

/**
 * Finishes an attempt whose password was right: session, last log-in, audit, and a better hash where the stored one is old.
 * `tx.actor` is the person himself. Answers the cookie's secret.
 */
export async function finishLogin(
  tx: Tx,
  { user, attempt, visitor, betterHash }: { user: LoginUser; attempt: StartedAttempt; visitor: Visitor; betterHash: string | null },
): Promise<string> {
  await markAttempt(tx, { ...attempt, outcome: 'ok' })
  if (betterHash !== null) await updatePasswordHash(tx, { userId: user.id, hash: betterHash, chosen: false })
  await markLoggedIn(tx, user.id, visitor.ip)
  const { secret } = await openSession(tx, user.id, visitor)
  await recordEvent(tx, 'session.opened', { subjectType: 'user', subjectId: user.id })
  return secret
}

/** The actor of what happens before somebody is known: allowed nothing. */
export function visitorActor({ ip, userAgent }: Visitor, name = 'visitor'): Actor {
  return {
    kind: 'system',
    userId: null,
    name,
    role: 'visitor',
    permissions: new Set(),
    scope: { kind: 'branches', branchIds: [] },
    locale: 'en',
    ip,
    userAgent,
  }
}
