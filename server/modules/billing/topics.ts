import type { Topic } from '../events/index.ts'
import { isVisible } from './run-scope.ts'
import { selectRunScopes } from './run-store.ts'
import { selectSuspensionScopes } from './suspensions/run-store.ts'

/** A run is told to whom the list of runs shows it. */
export const topics: readonly Topic[] = [
  {
    name: 'suspension_runs',
    permission: 'invoice.view',
    audience: async (conn, ids) => new Map((await selectSuspensionScopes(conn, ids)).map((run) => [run.id, ({ scope }) => isVisible(scope, run)])),
  },
  {
    name: 'invoice_runs',
    permission: 'invoice.view',
    audience: async (conn, ids) => new Map((await selectRunScopes(conn, ids)).map((run) => [run.id, ({ scope }) => isVisible(scope, run)])),
  },
]
