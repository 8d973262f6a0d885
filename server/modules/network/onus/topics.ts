import type { Actor } from '../../../kernel/actor.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { selectBranchesOf } from './list/onus-store.ts'

/** ONUs are told of to whoever sees the branch of their OLT. */
export const topics = [
  {
    name: 'onus',
    permission: 'olt.view' as const satisfies Permission,
    audience: async (conn: Conn, ids: readonly bigint[]) =>
      new Map(
        (await selectBranchesOf(conn, ids)).map(({ id, branch_id }) => [
          id,
          ({ scope }: Actor) => scope.kind === 'company' || (scope.kind === 'branches' && scope.branchIds.includes(branch_id)),
        ]),
      ),
  },
]
