import { sql } from 'kysely'
import type { Conn } from '../../../platform/db/tx.ts'

interface LineOfLogin {
  readonly login: string
  readonly subscription_id: bigint
  readonly client_id: bigint
  readonly client_name: string
}

/** Whose the logins of a router are. */
export async function selectLinesByLogin({ db }: Pick<Conn, 'db'>, routerId: bigint): Promise<ReadonlyMap<string, LineOfLogin>> {
  const { rows } = await sql<LineOfLogin>`
    select s.pppoe_login as login, s.id as subscription_id, s.client_id, c.name as client_name from subscriptions s join clients c on c.id = s.client_id
    where s.router_id = ${routerId} and s.state <> 'left' and s.pppoe_login is not null`.execute(db)
  return new Map(rows.map((row) => [row.login, row]))
}
