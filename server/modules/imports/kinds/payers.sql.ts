import { sql } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { fold } from '../cells.ts'

export interface Payers {
  /** By client code or PPPoE login, in small letters. */
  readonly clients: ReadonlyMap<string, bigint>
  /** By folded name. */
  readonly wallets: ReadonlyMap<string, bigint>
}

/** Who is meant by codes or PPPoE logins; whoever is outside the scope is not there. A code wins over a login. */
export async function readPayers(conn: Pick<Conn, 'db'>, scope: Scope, names: readonly string[]): Promise<Payers> {
  const asked = [...new Set(names.filter((name) => name !== ''))]
  const lower = asked.map((name) => name.toLowerCase())
  const byLogin = await sql<{ name: string; id: bigint }>`
    select lower(s.pppoe_login) as name, c.id from subscriptions s join clients c on c.id = s.client_id
    where lower(s.pppoe_login) = any(${lower}::text[]) and s.pppoe_login is not null and s.state <> 'left' and c.deleted_at is null and ${scopeCondition(scope, 'c')}`.execute(
    conn.db,
  )
  const byCode = await sql<{ name: string; id: bigint }>`
    select lower(c.code) as name, c.id from clients c where c.code = any(${[...asked, ...asked.map((name) => name.toUpperCase())]}::text[]) and c.deleted_at is null and ${scopeCondition(scope, 'c')}`.execute(
    conn.db,
  )
  const wallets = await sql<{ name: string; id: bigint }>`select name, id from wallets order by id desc limit 5000`.execute(conn.db)
  return {
    clients: new Map([...byLogin.rows, ...byCode.rows].map(({ name, id }) => [name, id])),
    wallets: new Map(wallets.rows.map(({ name, id }) => [fold(name), id])),
  }
}
