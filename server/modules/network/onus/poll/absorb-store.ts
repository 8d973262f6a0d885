import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db/tx.ts'

interface Pair {
  readonly nameless: bigint
  readonly by: bigint
}

/**
 * What stood nameless at a place was this device: what happened there happened to it, and what was said of it is said of the device. Where both have something that
 * there can be only one of, the device keeps its own. Other modules follow by `onu_absorptions`.
 */
export async function absorbNameless(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  for (const pair of pairs) {
    const { nameless, by } = pair
    await sql`update onu_events set onu_id = ${by} where onu_id = ${nameless}`.execute(tx.db)
    await absorbLight(tx, pair)
    await absorbLinks(tx, pair)
    await sql`update olt_tasks set onu_id = ${by} where onu_id = ${nameless}`.execute(tx.db)
    await sql`
      update onu_macs m set onu_id = ${by} where onu_id = ${nameless} and not exists (select from onu_macs own where own.onu_id = ${by} and own.mac = m.mac)`.execute(
      tx.db,
    )
    await sql`
      update onu_places p set onu_id = ${by} where onu_id = ${nameless} and not exists (select from onu_places own where own.onu_id = ${by} and own.since = p.since)`.execute(
      tx.db,
    )
    await sql`
      update onus o set box_id = n.box_id, box_port = n.box_port, version = o.version + 1 from onus n
      where o.id = ${by} and n.id = ${nameless} and n.box_id is not null`.execute(tx.db)
    await sql`
      insert into onu_absorptions (nameless_id, onu_id, olt_id, at) select ${nameless}, ${by}, olt_id, ${tx.now} from onus where id = ${nameless}`.execute(
      tx.db,
    )
    await sql`delete from onus where id = ${nameless}`.execute(tx.db)
  }
}

/** Hours that both have are the device's own. A forecast is computed anew each night. */
async function absorbLight(tx: Tx, { nameless, by }: Pair): Promise<void> {
  await sql`update optical_samples set onu_id = ${by} where onu_id = ${nameless}`.execute(tx.db)
  const hoursOf = (hours: ReturnType<typeof sql>) => sql`
    select ${hours}[i][1] as hour, array[${sql.join(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => sql`${hours}[i][${sql.raw(String(n))}]`),
    )}] as figures from generate_subscripts(${hours}, 1) as i`
  await sql`
    insert into optical_hours as own (onu_id, day, hours) select ${by}, day, hours from optical_hours where onu_id = ${nameless} order by day
    on conflict (onu_id, day) do update set hours = (
      select array_agg(figures order by hour) from (
        ${hoursOf(sql`own.hours`)}
        union all select * from (${hoursOf(sql`excluded.hours`)}) as other where other.hour <> all(array(select own.hours[i][1] from generate_subscripts(own.hours, 1) as i))
      ) as both_of_them)`.execute(tx.db)
  await sql`delete from optical_hours where onu_id = ${nameless}`.execute(tx.db)
}

/** A device that carries a line keeps it; that of the place ends. What a person has rejected of the place stays rejected. */
async function absorbLinks(tx: Tx, { nameless, by }: Pair): Promise<void> {
  await sql`
    with ended as (
      update onu_links set until = greatest(since, ${tx.now}::timestamptz) where onu_id = ${nameless} and until is null
        and exists (select from onu_links own where own.onu_id = ${by} and own.until is null) returning subscription_id
    )
    insert into onu_events (at, onu_id, olt_id, pon, kind, was)
    select ${tx.now}, ${by}, o.olt_id, o.pon, 'unlinked', e.subscription_id::text from ended e, onus o where o.id = ${nameless}`.execute(tx.db)
  await sql`update onu_links set onu_id = ${by} where onu_id = ${nameless}`.execute(tx.db)
  await sql`
    update onu_link_suggestions s set onu_id = ${by} where onu_id = ${nameless} and rejected_at is not null
      and not exists (select from onu_link_suggestions own where own.onu_id = ${by} and own.subscription_id = s.subscription_id)`.execute(tx.db)
}
