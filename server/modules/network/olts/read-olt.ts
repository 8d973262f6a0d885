import type { Scope } from '../../../kernel/actor.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import type { Olt } from './olt.ts'
import { selectOlt } from './store.ts'

/** @throws NotFound 404 where there is none in reach. */
export async function readOlt(conn: Pick<Conn, 'db'>, scope: Scope, id: bigint): Promise<Olt> {
  const olt = await selectOlt(conn, scope, id)
  if (olt === undefined) throw NotFound.of('olt', id)
  return olt
}
