import type { Topic } from '../events/index.ts'
import { selectBranchesOf } from './signups/store.ts'

/** Sign-up requests are told of to those who see them in their list. */
export const topics: readonly Topic[] = [
  {
    name: 'signup_requests',
    permission: 'client.create',
    audience: async (conn, ids) =>
      new Map(
        (await selectBranchesOf(conn, ids)).map(({ id, branch_id }) => [
          id,
          ({ scope }) => scope.kind === 'company' || (scope.kind === 'branches' && branch_id !== null && scope.branchIds.includes(branch_id)),
        ]),
      ),
  },
]
