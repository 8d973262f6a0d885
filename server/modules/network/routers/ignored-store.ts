import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'

/** Keeps who said so first; a new reason takes the place of the old. Returns the names of which anything changed. */
export async function upsertIgnored(tx: Tx, routerId: bigint, names: readonly string[], reason: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    insert into router_ignored_secrets as i (router_id, name, reason, ignored_by, ignored_at)
    select distinct ${routerId}::bigint, n, ${reason}, ${tx.actor.userId}::bigint, ${tx.now}::timestamptz from unnest(${names as string[]}::text[]) n
    on conflict (router_id, name) do update set reason = excluded.reason, ignored_by = excluded.ignored_by, ignored_at = excluded.ignored_at
      where i.reason <> excluded.reason
    returning name`.execute(tx.db)
  return rows.map(({ name }) => name)
}

export async function deleteIgnored(tx: Tx, routerId: bigint, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    delete from router_ignored_secrets where router_id = ${routerId} and name = any(${names as string[]}::text[]) returning name`.execute(tx.db)
  return rows.map(({ name }) => name)
}
