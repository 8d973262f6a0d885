import type { Topic } from '../events/index.ts'
import { selectCreators } from './store.ts'

/** An export is told of to whoever asked for it. */
export const topics: readonly Topic[] = [
  {
    name: 'exports',
    permission: 'client.export',
    audience: async (conn, ids) => new Map((await selectCreators(conn, ids)).map(({ id, created_by }) => [id, ({ userId }) => userId === created_by])),
  },
]
