import type { Actor } from '../../../kernel/actor.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { selectBranchesOfKicks } from './kick/kicks-store.ts'

/** What became of a session that was to be ended is told to whoever could have asked for it. */
export const topics = [
  {
    name: 'session_kicks',
    permission: 'router.control' as const satisfies Permission,
    audience: async (conn: Conn, ids: readonly bigint[]) =>
      new Map(
        (await selectBranchesOfKicks(conn, ids)).map(({ id, branch_id }) => [
          id,
          ({ scope }: Actor) => scope.kind === 'company' || (scope.kind === 'branches' && scope.branchIds.includes(branch_id)),
        ]),
      ),
  },
]
