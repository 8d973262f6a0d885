import type { Scope } from '../../kernel/actor.ts'
import { Forbidden } from '../../kernel/errors.ts'
import type { RunScope } from './run-stage-store.ts'
import type { InvoiceRun } from './run-store.ts'

/** A manager of branches runs his own branches only; without a choice, all of his. @throws Forbidden 403 for another's branch. */
export function ownPart(scope: Scope, wanted: RunScope): RunScope {
  if (scope.kind === 'company') return wanted
  if (scope.kind === 'reseller') return { ...wanted, resellerIds: [scope.resellerId] }
  const branchIds = wanted.branchIds ?? scope.branchIds
  if (branchIds.some((id) => !scope.branchIds.includes(id))) throw new Forbidden('You can bill the clients of your own branches only')
  return { ...wanted, branchIds }
}

/** Whether all that a run bills is the person's own. */
export function isVisible(scope: Scope, run: Pick<InvoiceRun, 'scope'>): boolean {
  if (scope.kind === 'company') return true
  const list = scope.kind === 'branches' ? run.scope.branch_ids : run.scope.reseller_ids
  const own = scope.kind === 'branches' ? scope.branchIds : [scope.resellerId]
  return list?.every((id) => own.includes(BigInt(id))) ?? false
}
