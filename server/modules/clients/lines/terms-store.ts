import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import type { Pause, Terms, TermsInForce } from './line.ts'

const columns = sql.raw('t.starts_on, t.ends_on, t.package_version_id, t.price_override_minor, t.discount_bp, t.discount_minor, t.reason, t.approved_by')

export async function insertTerms(tx: Tx, subscriptionId: bigint, terms: readonly Terms[]): Promise<void> {
  for (const term of terms) {
    await sql`
      insert into subscription_terms (subscription_id, starts_on, ends_on, package_version_id, price_override_minor, discount_bp, discount_minor, reason, approved_by, created_by, created_at)
      values (${subscriptionId}, ${term.starts_on}, ${term.ends_on}, ${term.package_version_id}, ${term.price_override_minor}, ${term.discount_bp}, ${term.discount_minor},
        ${term.reason}, ${term.approved_by}, ${tx.actor.userId}, ${tx.now})`.execute(tx.db)
  }
}

/** All terms of a line, oldest first; the caller holds the line's lock when it means to change them. */
export async function selectTerms(conn: Pick<Conn, 'db'>, subscriptionId: bigint): Promise<Terms[]> {
  const { rows } =
    await sql<Terms>`select ${columns} from subscription_terms t where t.subscription_id = ${subscriptionId} order by t.starts_on limit 1000`.execute(conn.db)
  return rows
}

export async function selectTermsHistory(conn: Pick<Conn, 'db'>, subscriptionIds: readonly bigint[]): Promise<(TermsInForce & { subscription_id: bigint })[]> {
  const { rows } = await sql<TermsInForce & { subscription_id: bigint }>`
    select t.subscription_id, ${columns}, v.package_id, p.code as package_code, p.name as package_name, v.price_minor as list_price_minor, v.download_kbps, v.upload_kbps,
      u.full_name as approved_by_name
    from subscription_terms t join package_versions v on v.id = t.package_version_id join packages p on p.id = v.package_id left join users u on u.id = t.approved_by
    where t.subscription_id = any(${subscriptionIds.map(String)}::bigint[]) order by t.subscription_id, t.starts_on limit 5000`.execute(conn.db)
  return rows
}

/** Replaces what differs; closing rows come before new ones, because the trigger looks at each row. */
export async function replaceTerms(tx: Tx, subscriptionId: bigint, before: readonly Terms[], after: readonly Terms[]): Promise<void> {
  const kept = (term: Terms): boolean => after.some((other) => other.starts_on.equals(term.starts_on))
  const gone = before.filter((term) => !kept(term)).map(({ starts_on }) => starts_on)
  if (gone.length > 0) await sql`delete from subscription_terms where subscription_id = ${subscriptionId} and starts_on = any(${gone}::date[])`.execute(tx.db)
  const old = new Map(before.map((term) => [term.starts_on.toString(), term]))
  for (const term of after) {
    const previous = old.get(term.starts_on.toString())
    if (previous === undefined) await insertTerms(tx, subscriptionId, [term])
    else if (!isSame(previous, term)) {
      await sql`
        update subscription_terms set ends_on = ${term.ends_on}, package_version_id = ${term.package_version_id}, price_override_minor = ${term.price_override_minor},
          discount_bp = ${term.discount_bp}, discount_minor = ${term.discount_minor}, reason = ${term.reason}, approved_by = ${term.approved_by}
        where subscription_id = ${subscriptionId} and starts_on = ${term.starts_on}`.execute(tx.db)
    }
  }
}

const isSame = (a: Terms, b: Terms): boolean =>
  String(a.ends_on) === String(b.ends_on) &&
  a.package_version_id === b.package_version_id &&
  a.price_override_minor === b.price_override_minor &&
  a.discount_bp === b.discount_bp &&
  a.discount_minor === b.discount_minor &&
  a.reason === b.reason &&
  a.approved_by === b.approved_by

/** Moves the first terms of a line back to an earlier day, for a line activated before the day it was promised for. */
export async function startTermsBy(tx: Tx, subscriptionId: bigint, day: PlainDate): Promise<void> {
  await sql`
    update subscription_terms set starts_on = ${day} where subscription_id = ${subscriptionId} and starts_on > ${day}
      and starts_on = (select min(starts_on) from subscription_terms where subscription_id = ${subscriptionId})`.execute(tx.db)
}

/**
 * Moves all live lines of a package to a version from a day on, keeping own prices and discounts: terms in force on that day are
 * closed and reopened, terms that start on or after it are changed in place. Returns the lines touched.
 */
export async function applyVersion(tx: Tx, { packageId, versionId, from }: { packageId: bigint; versionId: bigint; from: PlainDate }): Promise<bigint[]> {
  await sql`
    select 1 from subscriptions s where s.state <> 'left' and exists (
      select 1 from subscription_terms t join package_versions v on v.id = t.package_version_id
      where t.subscription_id = s.id and v.package_id = ${packageId} and t.package_version_id <> ${versionId} and (t.ends_on is null or t.ends_on > ${from}))
    order by s.id for update`.execute(tx.db)
  const { rows } = await sql<{ subscription_id: bigint }>`
    with affected as materialized (
      select t.* from subscription_terms t join package_versions v on v.id = t.package_version_id join subscriptions s on s.id = t.subscription_id
      where s.state <> 'left' and v.package_id = ${packageId} and t.package_version_id <> ${versionId} and (t.ends_on is null or t.ends_on > ${from})
    ), changed as (
      update subscription_terms t set package_version_id = case when t.starts_on >= ${from}::date then ${versionId}::bigint else t.package_version_id end,
        ends_on = case when t.starts_on >= ${from}::date then t.ends_on else ${from}::date end
      from affected a where t.subscription_id = a.subscription_id and t.starts_on = a.starts_on returning t.subscription_id
    ), opened as (
      insert into subscription_terms (subscription_id, starts_on, ends_on, package_version_id, price_override_minor, discount_bp, discount_minor, reason, approved_by, created_by, created_at)
      select a.subscription_id, ${from}, a.ends_on, ${versionId}, a.price_override_minor, a.discount_bp, a.discount_minor, a.reason, a.approved_by, ${tx.actor.userId}, ${tx.now}
      from affected a where a.starts_on < ${from} returning subscription_id
    )
    select distinct subscription_id from changed order by subscription_id`.execute(tx.db)
  return rows.map(({ subscription_id }) => subscription_id)
}

/** How many live lines {@link applyVersion} would touch. */
export async function countLinesOn(conn: Pick<Conn, 'db'>, packageIds: readonly bigint[], from: PlainDate): Promise<number> {
  const { rows } = await sql<{ found: bigint }>`
    select count(distinct s.id) as found from subscriptions s join subscription_terms t on t.subscription_id = s.id join package_versions v on v.id = t.package_version_id
    where s.state <> 'left' and v.package_id = any(${packageIds.map(String)}::bigint[]) and (t.ends_on is null or t.ends_on > ${from})`.execute(conn.db)
  return Number(rows[0]?.found ?? 0n)
}

const pauseColumns = sql.raw('id, starts_on as "startsOn", ends_on as "endsOn", kind, reason')

export async function insertPause(
  tx: Tx,
  pause: { subscriptionId: bigint; startsOn: PlainDate; endsOn: PlainDate | null; kind: Pause['kind']; reason: string },
): Promise<Pause> {
  const { rows } = await sql<Pause>`
    insert into pauses (subscription_id, starts_on, ends_on, kind, reason, created_by, created_at)
    values (${pause.subscriptionId}, ${pause.startsOn}, ${pause.endsOn}, ${pause.kind}, ${pause.reason}, ${tx.actor.userId}, ${tx.now}) returning ${pauseColumns}`.execute(
    tx.db,
  )
  return rows[0] as Pause
}

/** Pauses of one kind that touch a period; null = open end. */
export async function selectPausesTouching(
  conn: Pick<Conn, 'db'>,
  subscriptionId: bigint,
  kind: Pause['kind'],
  from: PlainDate,
  to: PlainDate | null,
): Promise<Pause[]> {
  const { rows } = await sql<Pause>`
    select ${pauseColumns} from pauses where subscription_id = ${subscriptionId} and kind = ${kind} and (ends_on is null or ends_on > ${from})
      and starts_on < coalesce(${to}::date, 'infinity') order by starts_on limit 100`.execute(conn.db)
  return rows
}

export async function selectPauses(conn: Pick<Conn, 'db'>, subscriptionIds: readonly bigint[]): Promise<(Pause & { subscription_id: bigint })[]> {
  const { rows } = await sql<Pause & { subscription_id: bigint }>`
    select subscription_id, ${pauseColumns} from pauses where subscription_id = any(${subscriptionIds.map(String)}::bigint[]) order by subscription_id, starts_on desc limit 1000`.execute(
    conn.db,
  )
  return rows
}

export async function lockOpenPause(tx: Tx, subscriptionId: bigint, kind: Pause['kind']): Promise<Pause | undefined> {
  const { rows } =
    await sql<Pause>`select ${pauseColumns} from pauses where subscription_id = ${subscriptionId} and kind = ${kind} and ends_on is null for update`.execute(
      tx.db,
    )
  return rows[0]
}

export async function updatePauseEnd(tx: Tx, pauseId: bigint, endsOn: PlainDate): Promise<void> {
  await sql`update pauses set ends_on = ${endsOn} where id = ${pauseId}`.execute(tx.db)
}

export async function deletePause(tx: Tx, pauseId: bigint): Promise<void> {
  await sql`delete from pauses where id = ${pauseId}`.execute(tx.db)
}

/** Vacations that have begun and of which the line does not know yet. */
export async function selectDuePauses(
  conn: Pick<Conn, 'db'>,
  day: PlainDate,
  limit: number,
): Promise<{ subscription_id: bigint; ends_on: PlainDate | null }[]> {
  const { rows } = await sql<{ subscription_id: bigint; ends_on: PlainDate | null }>`
    select p.subscription_id, p.ends_on from pauses p join subscriptions s on s.id = p.subscription_id
    where p.kind = 'vacation' and p.starts_on <= ${day} and (p.ends_on is null or p.ends_on > ${day}) and s.state <> 'left'
      and not exists (select 1 from access_reasons r where r.subscription_id = p.subscription_id and r.reason = 'vacation')
    order by p.subscription_id limit ${limit}`.execute(conn.db)
  return rows
}

/** Lines listed under another package than the one their terms in force name. */
export async function selectLinesOnOtherPackage(conn: Pick<Conn, 'db'>, day: PlainDate, limit: number): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select s.id from subscription_terms t join package_versions v on v.id = t.package_version_id join subscriptions s on s.id = t.subscription_id
    where t.starts_on > ${day}::date - 31 and t.starts_on <= ${day} and (t.ends_on is null or t.ends_on > ${day}) and s.package_id <> v.package_id
    order by s.id limit ${limit}`.execute(conn.db)
  return rows.map(({ id }) => id)
}
