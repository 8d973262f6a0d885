import type { Scope } from '../../kernel/actor.ts'
import { Invalid } from '../../kernel/errors.ts'
import { isInScope } from '../../platform/db/scope.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { selectPlace } from './store.ts'
import type { Place } from './store.ts'

/**
 * Checks that a client may be put into a branch and under a reseller by this person; answers the branch's code.
 * @throws Invalid 422 for a branch or reseller that does not exist, is closed, is outside the person's scope, or that do not belong together.
 */
export async function requirePlace(tx: Tx, place: PlaceIds): Promise<string> {
  return checkPlace(tx.actor.scope, place, await selectPlace(tx, place.branchId, place.resellerId))
}

export interface PlaceIds {
  readonly branchId: bigint
  readonly resellerId: bigint | null
}

/** The rule of {@link requirePlace} for a place that is already read. @throws Invalid 422. */
export function checkPlace(scope: Scope, place: PlaceIds, found: Place | undefined): string {
  const refuse = (field: string, message: string): never => {
    throw new Invalid(message, { errors: [{ field, message }] })
  }
  if (found === undefined || !isInScope(scope, place)) {
    return scope.kind === 'reseller' && found !== undefined
      ? refuse('reseller_id', 'A reseller registers clients of his own only')
      : refuse('branch_id', 'There is no such branch, or it is outside your scope')
  }
  if (!found.is_active) refuse('branch_id', 'This branch is closed')
  if (place.resellerId !== null && found.reseller_branch_id === null) refuse('reseller_id', 'There is no such reseller')
  if (place.resellerId !== null && found.reseller_branch_id !== place.branchId) refuse('reseller_id', 'This reseller belongs to another branch')
  return found.branch_code
}
