import type { Scope } from '../../../../kernel/actor.ts'
import { NotFound } from '../../../../kernel/errors.ts'
import type { Conn } from '../../../../platform/db/tx.ts'
import type { OltTask } from './task.ts'
import { selectTask } from './tasks-store.ts'

/** @throws NotFound 404 where there is none in reach. */
export async function readTask(conn: Pick<Conn, 'db'>, scope: Scope, id: bigint): Promise<OltTask> {
  const task = await selectTask(conn, scope, id)
  if (task === undefined) throw NotFound.of('olt_task', id)
  return task
}
