import type { Topic } from '../events/index.ts'
import { selectBranches } from './incidents-store.ts'

/** Incidents are told of to whoever sees their OLT's branch. */
export const topics: readonly Topic[] = [
  {
    name: 'incidents',
    permission: 'incident.view',
    audience: async (conn, ids) =>
      new Map(
        (await selectBranches(conn, ids)).map(({ id, branch_id }) => [
          id,
          ({ scope }) => scope.kind === 'company' || (scope.kind === 'branches' && scope.branchIds.includes(branch_id)),
        ]),
      ),
  },
]
