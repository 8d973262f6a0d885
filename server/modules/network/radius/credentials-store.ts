import { sql } from 'kysely'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

export interface StalePassword {
  readonly subscription_id: bigint
  readonly sealed: Buffer
}

/** False while no router asks us: then nothing is kept for FreeRADIUS. */
export async function selectAsks({ db }: Pick<Conn, 'db'>): Promise<boolean> {
  return (await sql<{ asks: boolean }>`select exists (select from radius_routers) as asks`.execute(db)).rows[0]?.asks === true
}

/** Lines whose password is not the one that was kept for FreeRADIUS: of these lines, else of all; at most `limit`. */
export async function selectStale({ db }: Pick<Conn, 'db'>, subscriptionIds: readonly bigint[] | null, limit: number): Promise<StalePassword[]> {
  const only = subscriptionIds === null ? sql`true` : sql`s.id = any(${subscriptionIds.map(String)}::bigint[])`
  const { rows } = await sql<StalePassword>`
    select s.id as subscription_id, s.pppoe_password_sealed as sealed from subscriptions s left join radius_credentials c on c.subscription_id = s.id
    where ${only} and s.pppoe_password_sealed is not null and s.state <> 'left' and c.made_of is distinct from sha256(s.pppoe_password_sealed)
    order by s.id limit ${limit}`.execute(db)
  return rows
}

export async function upsertCredentials(tx: Tx, rows: readonly { subscription_id: bigint; sealed: Buffer; kept: Buffer }[]): Promise<void> {
  const given = JSON.stringify(
    rows.map(({ subscription_id, sealed, kept }) => ({ id: subscription_id.toString(), sealed: sealed.toString('hex'), kept: kept.toString('hex') })),
  )
  await sql`
    insert into radius_credentials as c (subscription_id, password_kept, made_of)
    select id, decode(kept, 'hex'), sha256(decode(sealed, 'hex')) from jsonb_to_recordset(${given}::jsonb) as g (id bigint, sealed text, kept text)
    on conflict (subscription_id) do update set password_kept = excluded.password_kept, made_of = excluded.made_of`.execute(tx.db)
}

/** Lines that have left, or have no password any more, keep none here. */
export async function deleteUnneeded(tx: Tx, subscriptionIds: readonly bigint[] | null): Promise<void> {
  const only = subscriptionIds === null ? sql`true` : sql`c.subscription_id = any(${subscriptionIds.map(String)}::bigint[])`
  await sql`
    delete from radius_credentials c using subscriptions s
    where ${only} and s.id = c.subscription_id and (s.state = 'left' or s.pppoe_password_sealed is null)`.execute(tx.db)
}
