import { sql } from 'kysely'
import type { Minor } from '../../../kernel/money.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { IncidentKind, Place, Reason } from '../incident.ts'

interface OpenRow {
  readonly id: bigint
  readonly kind: IncidentKind
  readonly node: Place['node']
  readonly pon: string | null
  readonly box_id: bigint | null
  readonly area_id: bigint | null
  readonly began_at: Instant
  readonly is_text_edited: boolean
  readonly away_ids: readonly bigint[]
}

export interface Open extends Pick<OpenRow, 'id' | 'kind' | 'is_text_edited'> {
  readonly place: Place
  readonly beganAt: Instant
  readonly awayIds: readonly bigint[]
}

/** The open incidents of an OLT in the order in which they were found, locked. */
export async function lockOpen(tx: Tx, oltId: bigint): Promise<Open[]> {
  await sql`select from incidents where olt_id = ${oltId} and ended_at is null order by id for update`.execute(tx.db)
  const { rows } = await sql<OpenRow>`
    select i.id, i.kind, i.node, i.pon, i.box_id, i.area_id, i.began_at, i.is_text_edited,
      array(select r.onu_id from incident_onus r where r.incident_id = i.id and r.up_at is null order by r.onu_id) as away_ids
    from incidents i where i.olt_id = ${oltId} and i.ended_at is null order by i.id`.execute(tx.db)
  return rows.map((row) => ({ ...row, place: placeOf(row), beganAt: row.began_at, awayIds: row.away_ids }))
}

function placeOf({ node, pon, box_id, area_id }: OpenRow): Place {
  if (node === 'pon') return { node, pon: pon ?? '' }
  if (node === 'box') return { node, boxId: box_id ?? 0n, pon }
  return node === 'area' ? { node, areaId: area_id ?? 0n } : { node: 'olt' }
}

const columnsOf = (place: Place) => ({
  node: place.node,
  pon: place.node === 'pon' || place.node === 'box' ? place.pon : null,
  boxId: place.node === 'box' ? place.boxId : null,
  areaId: place.node === 'area' ? place.areaId : null,
})

export async function insertIncident(
  tx: Tx,
  { oltId, place, kind, beganAt, onusOf }: { oltId: bigint; place: Place; kind: IncidentKind; beganAt: Instant; onusOf: number },
): Promise<bigint> {
  const { node, pon, boxId, areaId } = columnsOf(place)
  const { rows } = await sql<{ id: bigint }>`
    insert into incidents (olt_id, kind, node, pon, box_id, area_id, began_at, found_at, onus_of)
    values (${oltId}, ${kind}, ${node}, ${pon}, ${boxId}, ${areaId}, ${beganAt}, ${tx.now}, ${onusOf}) returning id`.execute(tx.db)
  return (rows[0] as { id: bigint }).id
}

/** It is larger than it was taken for. */
export async function updatePlace(tx: Tx, id: bigint, { place, kind, onusOf }: { place: Place; kind: IncidentKind; onusOf: number }): Promise<void> {
  const { node, pon, boxId, areaId } = columnsOf(place)
  await sql`
    update incidents set node = ${node}, pon = ${pon}, box_id = ${boxId}, area_id = ${areaId}, kind = ${kind}, onus_of = greatest(onus_of, ${onusOf}), version = version + 1
    where id = ${id}`.execute(tx.db)
}

/** What was under others is under this one, and they are over. */
export async function absorbIncidents(tx: Tx, id: bigint, parts: readonly bigint[]): Promise<void> {
  const ids = parts.map(String)
  await sql`
    update incident_onus r set incident_id = ${id} where incident_id = any(${ids}::bigint[])
      and not exists (select from incident_onus o where o.incident_id = ${id} and o.onu_id = r.onu_id and o.down_at = r.down_at)`.execute(tx.db)
  await sql`
    update incidents set began_at = least(began_at, (select min(began_at) from incidents where id = any(${ids}::bigint[]))) where id = ${id}`.execute(tx.db)
  await sql`
    update incidents set ended_at = ${tx.now}, merged_into_id = ${id}, version = version + 1, onus = 0, onus_back = 0, lines = 0, clients = 0, monthly_minor = 0
    where id = any(${ids}::bigint[])`.execute(tx.db)
}

export interface Away {
  readonly onuId: bigint
  readonly downAt: Instant
  readonly pon: string
  readonly onuIndex: number
  readonly reason: Reason
}

/** Each with the line it carries now. */
export async function insertAway(tx: Tx, incidentId: bigint, away: readonly Away[]): Promise<void> {
  if (away.length === 0) return
  await sql`
    insert into incident_onus (incident_id, onu_id, down_at, pon, onu_index, reason, subscription_id, client_id)
    select ${incidentId}, a.onu_id, a.down_at, a.pon, a.onu_index, a.reason, s.id, s.client_id
    from unnest(${away.map(({ onuId }) => onuId.toString())}::bigint[], ${away.map(({ downAt }) => downAt.toString())}::timestamptz[], ${away.map(({ pon }) => pon)}::text[],
        ${away.map(({ onuIndex }) => onuIndex)}::int[], ${away.map(({ reason }) => reason)}::text[]) as a (onu_id, down_at, pon, onu_index, reason)
      left join onu_links k on k.onu_id = a.onu_id and k.until is null left join subscriptions s on s.id = k.subscription_id
    order by a.onu_id on conflict do nothing`.execute(tx.db)
}

/** Why those of an OLT that are away are away, as it is told now. */
export async function updateReasons(tx: Tx, told: readonly { readonly onuId: bigint; readonly reason: Reason }[]): Promise<void> {
  if (told.length === 0) return
  await sql`
    update incident_onus r set reason = t.reason
    from unnest(${told.map(({ onuId }) => onuId.toString())}::bigint[], ${told.map(({ reason }) => reason)}::text[]) as t (onu_id, reason)
    where r.onu_id = t.onu_id and r.up_at is null and r.reason <> t.reason`.execute(tx.db)
}

export interface Extent {
  readonly onus: number
  readonly back: number
  /** Away, and still hanging there. */
  readonly away: number
  readonly reasons: readonly Reason[]
  readonly subscriptionIds: readonly bigint[]
  readonly clients: number
  readonly areas: readonly string[]
}

/** Whom an incident concerns now. */
export async function selectExtent(tx: Tx, incidentId: bigint): Promise<Extent> {
  const { rows } = await sql<Extent>`
    with each as (
      select r.onu_id, bool_or(r.up_at is null) as is_away, bool_or(r.up_at is null and o.id is not null) as is_there_away,
        (array_agg(r.reason order by r.down_at desc))[1] as reason
      from incident_onus r left join onus o on o.id = r.onu_id and o.is_present where r.incident_id = ${incidentId} group by r.onu_id
    ), lines as (select distinct subscription_id, client_id from incident_onus where incident_id = ${incidentId} and subscription_id is not null)
    select (select count(*)::int from each) as onus, (select count(*)::int from each where not is_away) as back, (select count(*)::int from each where is_there_away) as away,
      array(select reason from each order by onu_id) as reasons, array(select subscription_id from lines order by 1) as "subscriptionIds",
      (select count(distinct client_id)::int from lines) as clients,
      array(select a.name from lines l join clients c on c.id = l.client_id join areas a on a.id = c.area_id group by a.name order by count(*) desc, a.name limit 3) as areas`.execute(
    tx.db,
  )
  return rows[0] as Extent
}

/** Everything that hangs at an OLT, for when nobody knows who of it is away. */
export async function selectExtentOfOlt(tx: Tx, oltId: bigint): Promise<Pick<Extent, 'onus' | 'subscriptionIds' | 'clients' | 'areas'>> {
  const { rows } = await sql<Pick<Extent, 'onus' | 'subscriptionIds' | 'clients' | 'areas'>>`
    with lines as (
      select s.id, s.client_id from onus o join onu_links k on k.onu_id = o.id and k.until is null join subscriptions s on s.id = k.subscription_id
      where o.olt_id = ${oltId} and o.is_present
    )
    select (select count(*)::int from onus where olt_id = ${oltId} and is_present) as onus, array(select id from lines order by 1) as "subscriptionIds",
      (select count(distinct client_id)::int from lines) as clients,
      array(select a.name from lines l join clients c on c.id = l.client_id join areas a on a.id = c.area_id group by a.name order by count(*) desc, a.name limit 3) as areas`.execute(
    tx.db,
  )
  return rows[0] as Pick<Extent, 'onus' | 'subscriptionIds' | 'clients' | 'areas'>
}

export interface Counted {
  readonly kind: IncidentKind
  readonly onus: number
  readonly back: number
  readonly lines: number
  readonly clients: number
  readonly monthly: Minor
  /** Null: a person has written it. */
  readonly text: { readonly en: string; readonly bn: string } | null
}

/** Only where something differs, so that open pages hear of changes alone. */
export async function updateCounted(tx: Tx, id: bigint, { kind, onus, back, lines, clients, monthly, text }: Counted): Promise<void> {
  await sql`
    update incidents set kind = ${kind}, onus = ${onus}, onus_back = ${back}, lines = ${lines}, clients = ${clients}, monthly_minor = ${monthly},
      text_en = coalesce(${text?.en ?? null}, text_en), text_bn = coalesce(${text?.bn ?? null}, text_bn)
    where id = ${id} and (kind, onus, onus_back, lines, clients, monthly_minor, text_en, text_bn) is distinct from
      (${kind}::text, ${onus}::int, ${back}::int, ${lines}::int, ${clients}::int, ${monthly}::bigint, coalesce(${text?.en ?? null}::text, text_en), coalesce(${text?.bn ?? null}::text, text_bn))`.execute(
    tx.db,
  )
}

export async function updateEnded(tx: Tx, id: bigint, endedAt: Instant): Promise<void> {
  await sql`update incidents set ended_at = greatest(${endedAt}::timestamptz, began_at), version = version + 1 where id = ${id} and ended_at is null`.execute(
    tx.db,
  )
}
