import type { Actor } from '../../../kernel/actor.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { selectAuthors } from './console/console-store.ts'
import { selectBranchesOf } from './list/onus-store.ts'
import { selectBranchesOfTasks } from './tasks/tasks-store.ts'

const seers = (rows: readonly { id: bigint; branch_id: bigint }[]) =>
  new Map(
    rows.map(({ id, branch_id }) => [id, ({ scope }: Actor) => scope.kind === 'company' || (scope.kind === 'branches' && scope.branchIds.includes(branch_id))]),
  )

/** ONUs, and what OLTs are told to do with them, are told of to whoever sees the branch of the OLT. */
export const topics = [
  {
    name: 'onus',
    permission: 'olt.view' as const satisfies Permission,
    audience: async (conn: Conn, ids: readonly bigint[]) => seers(await selectBranchesOf(conn, ids)),
  },
  {
    name: 'olt_tasks',
    permission: 'olt.view' as const satisfies Permission,
    audience: async (conn: Conn, ids: readonly bigint[]) => seers(await selectBranchesOfTasks(conn, ids)),
  },
  {
    name: 'olt_console_lines',
    permission: 'olt.view' as const satisfies Permission,
    audience: async (conn: Conn, ids: readonly bigint[]) =>
      new Map((await selectAuthors(conn, ids)).map(({ id, user_id }) => [id, ({ userId }: Actor) => userId === user_id])),
  },
]
