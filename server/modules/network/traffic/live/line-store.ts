import { sql } from 'kysely'
import type { Scope } from '../../../../kernel/actor.ts'
import { scopeCondition } from '../../../../platform/db/scope.ts'
import type { Conn } from '../../../../platform/db/tx.ts'

/** What is needed of a line to find it on its router. */
export interface LineOnRouter {
  readonly id: bigint
  readonly login: string | null
  readonly router_id: bigint | null
  readonly router_name: string | null
}

export async function selectLine({ db }: Pick<Conn, 'db'>, scope: Scope, subscriptionId: bigint): Promise<LineOnRouter | undefined> {
  const { rows } = await sql<LineOnRouter>`
    select s.id, s.pppoe_login as login, s.router_id, r.name as router_name
    from subscriptions s join clients c on c.id = s.client_id left join routers r on r.id = s.router_id
    where s.id = ${subscriptionId} and ${scopeCondition(scope, 'c')}`.execute(db)
  return rows[0]
}
