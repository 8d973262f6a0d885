import type { Topic } from '../events/index.ts'
import { selectCreators } from './store.ts'

/** Files are told of to whoever sent them, and to those who see the whole company. */
export const topics: readonly Topic[] = [
  {
    name: 'imports',
    permission: 'client.import',
    audience: async (conn, ids) =>
      new Map((await selectCreators(conn, ids)).map(({ id, created_by }) => [id, ({ scope, userId }) => scope.kind === 'company' || userId === created_by])),
  },
]
