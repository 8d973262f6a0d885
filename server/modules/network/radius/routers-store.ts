import { sql } from 'kysely'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

/** How a router asks us, and is told of changes. */
export interface RadiusRouter {
  readonly router_id: bigint
  readonly address: string
  readonly coa_port: number
  readonly is_signed: boolean
}

/** What was heard of it through FreeRADIUS; null: never. */
export interface Heard {
  /** Of any packet, within a minute. */
  readonly heard_at: Temporal.Instant | null
  /** Of a word about a live session. */
  readonly accounted_at: Temporal.Instant | null
}

export async function selectHeard({ db }: Db, routerId: bigint): Promise<Heard> {
  const { rows } = await sql<Heard>`
    select x.heard_at, (select max(p.updated_at) from ppp_sessions p where p.router_id = x.router_id and p.source = 'radius') as accounted_at
    from radius_routers x where x.router_id = ${routerId}`.execute(db)
  return rows[0] ?? { heard_at: null, accounted_at: null }
}

export async function selectRadiusRouter({ db }: Db, routerId: bigint): Promise<RadiusRouter | undefined> {
  const { rows } = await sql<RadiusRouter>`
    select router_id, host(address) as address, coa_port, is_signed from radius_routers where router_id = ${routerId}`.execute(db)
  return rows[0]
}

export async function selectSecretKept({ db }: Db, routerId: bigint): Promise<Buffer | undefined> {
  return (await sql<{ kept: Buffer }>`select secret_kept as kept from radius_routers where router_id = ${routerId}`.execute(db)).rows[0]?.kept
}

export async function upsertRadiusRouter(tx: Tx, { router_id, address, coa_port, is_signed }: RadiusRouter, kept: Buffer): Promise<void> {
  await sql`
    insert into radius_routers (router_id, address, secret_kept, coa_port, is_signed, created_at, updated_at)
    values (${router_id}, ${address}::inet, ${kept}, ${coa_port}, ${is_signed}, ${tx.now}, ${tx.now})
    on conflict (router_id) do update set address = excluded.address, secret_kept = excluded.secret_kept, coa_port = excluded.coa_port,
      is_signed = excluded.is_signed, updated_at = excluded.updated_at`.execute(tx.db)
}

export async function deleteRadiusRouter(tx: Tx, routerId: bigint): Promise<boolean> {
  const { rows } = await sql`delete from radius_routers where router_id = ${routerId} returning router_id`.execute(tx.db)
  return rows.length > 0
}
