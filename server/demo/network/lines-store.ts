import { sql } from 'kysely'
import type { Conn } from '../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

/** A line as the box at its end is set up by the fitter. */
export interface BoxLine {
  readonly id: bigint
  readonly login: string
  readonly sealed: Buffer | null
  readonly mac: string | null
  /** Of the simulated router that carries it; null: none does. */
  readonly port: number | null
}

/** Lines that were changed since then. */
export async function selectBoxLines({ db }: Db, host: string, since: Temporal.Instant): Promise<BoxLine[]> {
  const { rows } = await sql<BoxLine>`
    select s.id, s.pppoe_login as login, s.pppoe_password_sealed as sealed, s.mac,
      case when s.state <> 'left' and s.connection_kind = 'pppoe' then r.port end as port
    from subscriptions s left join routers r on r.id = s.router_id and r.host = ${host}
    where s.updated_at >= ${since} and s.pppoe_login is not null order by s.id`.execute(db)
  return rows
}

export async function selectRouterAt({ db }: Db, host: string, port: number): Promise<bigint | null> {
  const { rows } = await sql<{ id: bigint }>`select id from routers where host = ${host} and port = ${port}`.execute(db)
  return rows[0]?.id ?? null
}

export async function selectLoginsOf({ db }: Db, routerId: bigint, limit: number): Promise<string[]> {
  const { rows } = await sql<{ login: string }>`
    select pppoe_login as login from subscriptions where router_id = ${routerId} and state = 'active' and pppoe_login is not null order by id limit ${limit}`.execute(
    db,
  )
  return rows.map(({ login }) => login)
}
