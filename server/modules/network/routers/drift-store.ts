import { sql } from 'kysely'
import type { Conn } from '../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

export const DRIFT_KINDS = ['foreign_secret', 'foreign_same_name', 'duplicate', 'stray', 'profile_missing', 'profile_differs'] as const
export type DriftKind = (typeof DRIFT_KINDS)[number]

/** What stands on a router and is nobody's line, or stands in a line's way. */
export interface Drift {
  readonly kind: DriftKind
  readonly name: string
  readonly subscription_id: bigint | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** Makes the table say what was found last; what was found before keeps its day. Repeatable. */
export async function replaceDrift({ db }: Db, routerId: bigint, found: readonly Drift[], at: Temporal.Instant): Promise<void> {
  const rows = JSON.stringify(found.map(({ subscription_id, ...drift }) => ({ ...drift, subscription_id: subscription_id?.toString() ?? null })))
  await sql`
    with found as materialized (select * from jsonb_to_recordset(${rows}::jsonb) as x (kind text, name text, subscription_id bigint, detail jsonb)),
    gone as (delete from router_drift d where d.router_id = ${routerId} and not exists (select from found f where f.kind = d.kind and f.name = d.name))
    insert into router_drift as d (router_id, kind, name, subscription_id, detail, since)
    select distinct on (kind, name) ${routerId}::bigint, kind, name, subscription_id, detail, ${at}::timestamptz from found order by kind, name
    on conflict (router_id, kind, name) do update set subscription_id = excluded.subscription_id, detail = excluded.detail
      where (d.subscription_id, d.detail) is distinct from (excluded.subscription_id, excluded.detail)`.execute(db)
}

export interface DriftRow extends Drift {
  readonly since: Temporal.Instant
  /** Somebody has said that it stays as it is. */
  readonly ignored_at: Temporal.Instant | null
  readonly ignored_by: string | null
  readonly ignored_reason: string | null
}

/** By kind and name; `limit + 1` rows. */
export async function selectDrift(
  { db }: Db,
  routerId: bigint,
  { kind, isIgnored }: { kind: DriftKind | undefined; isIgnored: boolean | undefined },
  { limit, after }: { limit: number; after: { kind: string; name: string } | undefined },
): Promise<DriftRow[]> {
  const { rows } = await sql<DriftRow>`
    select d.kind, d.name, d.subscription_id, d.detail, d.since, i.ignored_at, i.reason as ignored_reason, (select full_name from users where id = i.ignored_by) as ignored_by
    from router_drift d left join router_ignored_secrets i on i.router_id = d.router_id and i.name = d.name and d.kind = 'foreign_secret'
    where d.router_id = ${routerId} and ${kind === undefined ? sql`true` : sql`d.kind = ${kind}`}
      and ${isIgnored === undefined ? sql`true` : sql`(i.name is not null) = ${isIgnored}`}
      and ${after === undefined ? sql`true` : sql`(d.kind, d.name) > (${after.kind}, ${after.name})`}
    order by d.kind, d.name limit ${limit + 1}`.execute(db)
  return rows
}
