import { sql } from 'kysely'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

export const READING_STATES = ['reading', 'read', 'failed'] as const

export interface ReadingRow {
  readonly router_id: bigint
  readonly state: (typeof READING_STATES)[number]
  readonly content_sealed: Buffer | null
  readonly secrets: number
  readonly error: string | null
  readonly requested_at: Temporal.Instant
  readonly read_at: Temporal.Instant | null
}

/** What was read before is forgotten. */
export async function upsertReading(tx: Tx, routerId: bigint): Promise<void> {
  await sql`
    insert into router_readings (router_id, state, requested_by, requested_at) values (${routerId}, 'reading', ${tx.actor.userId}, ${tx.now})
    on conflict (router_id) do update set state = 'reading', content_sealed = null, secrets = 0, error = null, requested_by = excluded.requested_by,
      requested_at = excluded.requested_at, read_at = null`.execute(tx.db)
}

export async function selectReading({ db }: Db, routerId: bigint): Promise<ReadingRow | undefined> {
  const { rows } = await sql<ReadingRow>`
    select router_id, state, content_sealed, secrets, error, requested_at, read_at from router_readings where router_id = ${routerId}`.execute(db)
  return rows[0]
}

export async function updateRead(tx: Tx, routerId: bigint, { sealed, secrets }: { sealed: Buffer; secrets: number }): Promise<void> {
  await sql`update router_readings set state = 'read', content_sealed = ${sealed}, secrets = ${secrets}, read_at = ${tx.now} where router_id = ${routerId} and state = 'reading'`.execute(
    tx.db,
  )
}

export async function updateReadingFailed(tx: Tx, routerId: bigint, error: string): Promise<void> {
  await sql`update router_readings set state = 'failed', error = ${error} where router_id = ${routerId} and state = 'reading'`.execute(tx.db)
}

/** Passwords are not kept longer than they are worked with. Returns how many were forgotten. */
export async function deleteOldReadings(tx: Tx, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql`delete from router_readings where requested_at < ${before} returning router_id`.execute(tx.db)
  return rows.length
}

export interface LineOfSecret {
  readonly login: string
  readonly subscription_id: bigint
  readonly client_id: bigint
  readonly client_name: string
  readonly branch_id: bigint
  readonly reseller_id: bigint | null
  readonly router_id: bigint | null
  readonly router_name: string | null
  /** It became this router's since the router was read: made of the secret, or taken over with it. */
  readonly is_since: boolean
}

/** Live lines by login, in small letters, whoever's they are. */
export async function selectLinesOfLogins(
  { db }: Db,
  logins: readonly string[],
  { routerId, readAt }: { routerId: bigint; readAt: Temporal.Instant | null },
): Promise<LineOfSecret[]> {
  const { rows } = await sql<LineOfSecret>`
    select lower(s.pppoe_login) as login, s.id as subscription_id, s.client_id, c.name as client_name, c.branch_id, c.reseller_id, s.router_id,
      (select name from routers where id = s.router_id) as router_name,
      s.router_id = ${routerId} and (s.created_at > ${readAt} or exists (
        select from router_takeovers t join router_takeover_items i on i.takeover_id = t.id and i.subscription_id = s.id and i.outcome = 'taken'
        where t.router_id = ${routerId} and t.requested_at >= ${readAt})) is true as is_since
    from subscriptions s join clients c on c.id = s.client_id
    where s.state <> 'left' and lower(s.pppoe_login) = any(${logins.map((login) => login.toLowerCase())}::text[])`.execute(db)
  return rows
}

/** Packages on sale by the profile they have on routers. */
export async function selectPackagesOfProfiles({ db }: Db, profiles: readonly string[]): Promise<{ profile: string; package_id: bigint; name: string }[]> {
  const { rows } = await sql<{ profile: string; package_id: bigint; name: string }>`
    select distinct on (v.router_profile) v.router_profile as profile, p.id as package_id, p.name from package_versions v join packages p on p.id = v.package_id and p.is_active
    where v.router_profile = any(${profiles as string[]}::text[]) order by v.router_profile, v.starts_on desc, v.id desc`.execute(db)
  return rows
}

export async function selectIgnoredNames({ db }: Db, routerId: bigint): Promise<string[]> {
  return (await sql<{ name: string }>`select name from router_ignored_secrets where router_id = ${routerId}`.execute(db)).rows.map(({ name }) => name)
}

export async function selectPackageCodes({ db }: Db, ids: readonly bigint[]): Promise<ReadonlyMap<bigint, string>> {
  const { rows } = await sql<{ id: bigint; code: string }>`select id, code from packages where id = any(${ids.map(String)}::bigint[])`.execute(db)
  return new Map(rows.map(({ id, code }) => [id, code]))
}
