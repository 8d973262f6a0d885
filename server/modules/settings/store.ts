import { sql } from 'kysely'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import { SETTINGS_CHANNEL } from '../../platform/db/company.ts'

export interface StoredValue {
  readonly key: string
  readonly value: unknown
  readonly version: number
  readonly updated_at: Temporal.Instant
  readonly updated_by: bigint | null
}

export interface ShownValue extends StoredValue {
  readonly updated_by_name: string | null
}

export async function selectValues(conn: Pick<Conn, 'db'>, keys: readonly string[]): Promise<StoredValue[]> {
  const { rows } =
    await sql<StoredValue>`select key, value, version, updated_at, updated_by from settings where key = any(${keys}::text[]) order by key`.execute(conn.db)
  return rows
}

/** As {@link selectValues}, with who set them. */
export async function selectShownValues(conn: Pick<Conn, 'db'>, keys: readonly string[]): Promise<ShownValue[]> {
  const { rows } = await sql<ShownValue>`
    select s.key, s.value, s.version, s.updated_at, s.updated_by, u.full_name as updated_by_name
      from settings s left join users u on u.id = s.updated_by where s.key = any(${keys}::text[]) order by s.key`.execute(conn.db)
  return rows
}

/** Locks the rows that exist, in key order, so that two people changing the same settings wait for one another. */
export async function lockValues(tx: Tx, keys: readonly string[]): Promise<StoredValue[]> {
  const { rows } =
    await sql<StoredValue>`select key, value, version, updated_at, updated_by from settings where key = any(${keys}::text[]) order by key for update`.execute(
      tx.db,
    )
  return rows
}

/** Writes one value; this process and every other one learn of it at the commit. */
export async function upsertValue(tx: Tx, key: string, value: unknown): Promise<void> {
  await sql`
    with written as (
      insert into settings (key, value, updated_at, updated_by) values (${key}, ${JSON.stringify(value)}::jsonb, ${tx.now}, ${tx.actor.userId})
      on conflict (key) do update set value = excluded.value, version = settings.version + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by
      returning key
    )
    select pg_notify(${SETTINGS_CHANNEL}, key) from written
  `.execute(tx.db)
  tx.companyChanged()
}
