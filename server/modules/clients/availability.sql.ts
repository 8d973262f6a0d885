import { sql } from 'kysely'
import type { Conn } from '../../platform/db/tx.ts'

export interface Asked {
  readonly code: string | null
  readonly login: string | null
  readonly ip: string | null
  readonly phone: string | null
  readonly nid: Buffer | null
}

export type Taken = { readonly [K in keyof Asked]: boolean }

/** One probe of a unique index for each thing asked; null asks nothing. */
export async function selectTaken(conn: Pick<Conn, 'db'>, { code, login, ip, phone, nid }: Asked): Promise<Taken> {
  const { rows } = await sql<Taken>`
    select exists (select 1 from clients where code = ${code}::text) as code,
      exists (select 1 from subscriptions where lower(pppoe_login) = lower(${login}::text) and pppoe_login is not null and state <> 'left') as login,
      exists (select 1 from subscriptions where static_ip = ${ip}::inet and static_ip is not null and state <> 'left') as ip,
      exists (select 1 from clients where phone = ${phone}::text and deleted_at is null) as phone,
      exists (select 1 from clients where nid_index = ${nid}::bytea and nid_index is not null and deleted_at is null) as nid`.execute(conn.db)
  return rows[0] as Taken
}
