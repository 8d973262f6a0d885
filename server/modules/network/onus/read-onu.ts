import type { Scope } from '../../../kernel/actor.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { selectOnu } from './list/onus-store.ts'
import type { Onu } from './list/onus-store.ts'

/** @throws NotFound 404 where there is none in reach. */
export async function readOnuInReach(conn: Pick<Conn, 'db'>, scope: Scope, id: bigint): Promise<Onu> {
  const onu = await selectOnu(conn, scope, id)
  if (onu === undefined) throw NotFound.of('onu', id)
  return onu
}
