import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'

/**
 * The rows a person may see or change, as a condition on a table (or alias) with the columns `branch_id` and `reseller_id`.
 * Every store function that reads or writes client rows puts it into its WHERE, so a row outside is a row that does not exist.
 */
export function scopeCondition(scope: Scope, alias: string): RawBuilder<boolean> {
  if (scope.kind === 'company') return sql<boolean>`true`
  if (scope.kind === 'branches') return sql<boolean>`${sql.ref(`${alias}.branch_id`)} = any(${scope.branchIds.map(String)}::bigint[])`
  return sql<boolean>`${sql.ref(`${alias}.reseller_id`)} = ${scope.resellerId}`
}

/** Whether a client of this branch and reseller lies in the scope: the same rule, for a row that is not yet written. */
export function isInScope(scope: Scope, row: { readonly branchId: bigint; readonly resellerId: bigint | null }): boolean {
  if (scope.kind === 'company') return true
  if (scope.kind === 'branches') return scope.branchIds.includes(row.branchId)
  return row.resellerId === scope.resellerId
}
