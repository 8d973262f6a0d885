import type { Scope } from '../../../kernel/actor.ts'
import { companyScope } from '../../../kernel/actor.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import type { Router } from './router.ts'
import { selectRouter } from './store.ts'

/** @throws NotFound 404 outside the scope. */
export async function readRouter(conn: Pick<Conn, 'db'>, scope: Scope, id: bigint): Promise<Router> {
  const router = await selectRouter(conn, scope, id)
  if (router === undefined) throw NotFound.of('router', id)
  return router
}

/** Whether anything is told to it now. */
export async function routerInUse(conn: Pick<Conn, 'db'>, id: bigint): Promise<boolean> {
  const router = await selectRouter(conn, companyScope, id)
  return router?.is_active === true && !router.is_frozen
}
