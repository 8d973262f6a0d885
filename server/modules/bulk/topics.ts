import type { Topic } from '../events/index.ts'
import { selectCreators } from './store.ts'

/** Jobs are told of to whoever asked for them, and to those who see the whole company. */
export const topics: readonly Topic[] = [
  {
    name: 'bulk_jobs',
    permission: 'client.view',
    audience: async (conn, ids) =>
      new Map((await selectCreators(conn, ids)).map(({ id, created_by }) => [id, ({ scope, userId }) => scope.kind === 'company' || userId === created_by])),
  },
]
