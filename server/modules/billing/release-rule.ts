import { Conflict } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Refusal } from '../../platform/http/allowed.ts'
import { needsSecondPerson } from './errors.ts'

/** What waits for release, as far as it matters who releases it. */
export interface Releasable {
  /** Null: the program asked for it itself, and anybody with the right is a second person. */
  readonly requestedBy: bigint | null
  readonly releaseRequestedBy: bigint | null
  readonly releaseAfter: Instant | null
}

/**
 * Who may release. A second person does it at once; in a company of one the owner may do it himself: the first call notes the wish (`later`), a
 * call after the delay carries it out. @throws Conflict `second_person_needed`, `release_delay` 409.
 */
export function releaseStep(
  { requestedBy, releaseRequestedBy, releaseAfter }: Releasable,
  { userId, approvers, now }: { userId: bigint | null; approvers: number; now: Instant },
): 'second_person' | 'later' | 'self' {
  if (requestedBy === null || requestedBy !== userId) return 'second_person'
  if (approvers > 1) throw needsSecondPerson('You asked for this run; another person with the right to approve runs must release it')
  if (releaseAfter === null || releaseRequestedBy !== userId) return 'later'
  if (Temporal.Instant.compare(now, releaseAfter) < 0)
    throw new Conflict('release_delay', `You may release your own run after ${releaseAfter}; look at its differences meanwhile`)
  return 'self'
}

/** The same rule for whoever looks at a run that waits. */
export function releaseRefusal(
  { requestedBy, releaseRequestedBy, releaseAfter }: Releasable,
  { userId, approvers, now }: { userId: bigint | null; approvers: number; now: Instant },
): Refusal | null {
  if (requestedBy === null || requestedBy !== userId) return null
  if (approvers > 1) return 'second_person'
  const isAsked = releaseAfter !== null && releaseRequestedBy === userId
  return isAsked && Temporal.Instant.compare(now, releaseAfter) < 0 ? 'release_delay' : null
}
