import { sql } from 'kysely'
import type { Scope } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/time.ts'
import { scopeCondition } from '../../../../platform/db/scope.ts'
import type { Conn, Tx } from '../../../../platform/db/tx.ts'
import { oltsIn } from '../../olts/index.ts'
import type { LinkReason, Suggestion } from './link.ts'

type Db = Pick<Conn, 'db'>

/**
 * What speaks for an ONU of an OLT and a line belonging together, for those that are not linked yet: the serial or MAC somebody has registered, the address
 * that dials in (or is registered) standing behind the ONU, the ONU standing where the line's former one stood, the login in its description.
 */
export async function selectCandidates(tx: Tx, oltId: bigint): Promise<Suggestion[]> {
  const { rows } = await sql<Suggestion>`
    with free as (
      select o.id, o.serial, o.mac, o.description, o.pon, o.onu_index from onus o
      where o.olt_id = ${oltId} and o.is_present and not exists (select from onu_links l where l.onu_id = o.id and l.until is null)
    ), open_lines as (
      select s.id, lower(s.pppoe_login) as login, lower(s.mac) as mac, lower(s.onu_mac) as onu_mac from subscriptions s
      where s.state <> 'left' and not exists (select from onu_links l where l.subscription_id = s.id and l.until is null)
    ), hosts as (
      select m.onu_id, m.mac from onu_macs m join free f on f.id = m.onu_id
    ), found as (
      select f.id as onu_id, s.id as subscription_id, 100 as score, 'serial' as rule, f.serial as value from free f join open_lines s on s.onu_mac = lower(f.serial)
      union all
      select f.id, s.id, 100, 'registered_mac', f.mac from free f join open_lines s on s.onu_mac = f.mac
      union all
      select h.onu_id, s.id, 90, 'caller_id', h.mac from hosts h join ppp_sessions p on lower(p.caller_id) = h.mac join open_lines s on s.id = p.subscription_id
      union all
      select h.onu_id, s.id, 80, 'host_mac', h.mac from hosts h join open_lines s on s.mac = h.mac
      union all
      select f.id, l.subscription_id, 60, 'same_place', f.pon || ':' || f.onu_index from free f
        join onu_places p on p.olt_id = ${oltId} and p.pon = f.pon and p.onu_index = f.onu_index and p.onu_id <> f.id and p.until is not null
        join onus former on former.id = p.onu_id and not former.is_present
        join onu_links l on l.onu_id = former.id and l.until is null
      union all
      select f.id, s.id, 50, 'description', f.description from free f
        join lateral regexp_split_to_table(lower(f.description), '[^a-z0-9._@-]+') word on length(word) > 3
        join open_lines s on s.login = word
    )
    select onu_id, subscription_id, max(score)::int as score, jsonb_agg(distinct jsonb_build_object('rule', rule, 'value', value)) as reasons
    from found group by onu_id, subscription_id order by onu_id, subscription_id`.execute(tx.db)
  return rows
}

/** Replaces what is suggested for the ONUs of an OLT; what a person has rejected stays rejected. */
export async function replaceSuggestions(tx: Tx, oltId: bigint, suggestions: readonly Suggestion[], at: Instant): Promise<void> {
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(suggestions, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))}::jsonb)
        as g (onu_id bigint, subscription_id bigint, score int, reasons jsonb)
    ), stale as (
      delete from onu_link_suggestions s using onus o where o.id = s.onu_id and o.olt_id = ${oltId} and s.rejected_at is null
        and not exists (select from given g where g.onu_id = s.onu_id and g.subscription_id = s.subscription_id)
    )
    insert into onu_link_suggestions as s (onu_id, subscription_id, reasons, score, found_at)
    select onu_id, subscription_id, reasons, score, ${at} from given
    on conflict (onu_id, subscription_id) do update set reasons = excluded.reasons, score = excluded.score
      where s.reasons is distinct from excluded.reasons or s.score <> excluded.score`.execute(tx.db)
}

export async function selectRejected(tx: Tx, oltId: bigint): Promise<{ onu_id: bigint; subscription_id: bigint }[]> {
  const { rows } = await sql<{ onu_id: bigint; subscription_id: bigint }>`
    select s.onu_id, s.subscription_id from onu_link_suggestions s join onus o on o.id = s.onu_id where o.olt_id = ${oltId} and s.rejected_at is not null`.execute(
    tx.db,
  )
  return rows
}

export async function updateRejected(tx: Tx, onuId: bigint, subscriptionId: bigint): Promise<boolean> {
  const { rows } = await sql`
    update onu_link_suggestions set rejected_at = ${tx.now}, rejected_by = ${tx.actor.userId}
    where onu_id = ${onuId} and subscription_id = ${subscriptionId} and rejected_at is null returning 1`.execute(tx.db)
  return rows.length > 0
}

export interface Linked {
  readonly id: bigint
  readonly onu_id: bigint
  readonly subscription_id: bigint
  readonly client_id: bigint
  readonly branch_id: bigint
}

/** Ends every open link of an ONU or of a line; answers what was ended. */
export async function endLinks(tx: Tx, { onuId, subscriptionId }: { onuId?: bigint; subscriptionId?: bigint }): Promise<Linked[]> {
  const { rows } = await sql<Linked>`
    update onu_links l set until = ${tx.now}, unlinked_by = ${tx.actor.userId}
    from subscriptions s join clients c on c.id = s.client_id
    where s.id = l.subscription_id and l.until is null and (l.onu_id = ${onuId ?? null}::bigint or l.subscription_id = ${subscriptionId ?? null}::bigint)
    returning l.id, l.onu_id, l.subscription_id, s.client_id, c.branch_id`.execute(tx.db)
  return rows
}

export async function insertLink(
  tx: Tx,
  { onuId, subscriptionId, source, reason }: { onuId: bigint; subscriptionId: bigint; source: 'person' | 'automatic'; reason: readonly LinkReason[] },
): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into onu_links (onu_id, subscription_id, source, reason, since, linked_by)
    values (${onuId}, ${subscriptionId}, ${source}, ${JSON.stringify(reason)}::jsonb, ${tx.now}, ${tx.actor.userId}) returning id`.execute(tx.db)
  await sql`delete from onu_link_suggestions where (onu_id = ${onuId} or subscription_id = ${subscriptionId}) and rejected_at is null`.execute(tx.db)
  return (rows[0] as { id: bigint }).id
}

/**
 * What is registered with a line is the ONU that carries it: its serial or its MAC, whichever is written there, and its model. Answers what stood there; undefined where
 * nothing was to be changed.
 */
export async function updateRegistered(tx: Tx, subscriptionId: bigint, onuId: bigint): Promise<{ onu_mac: string | null; is_now: string } | undefined> {
  const { rows } = await sql<{ onu_mac: string | null; is_now: string }>`
    with was as (select id, onu_mac from subscriptions where id = ${subscriptionId} for update)
    update subscriptions s set onu_mac = coalesce(o.serial, o.mac), onu_model = o.model, updated_at = ${tx.now}, version = s.version + 1
    from was, onus o
    where s.id = was.id and o.id = ${onuId} and coalesce(o.serial, o.mac) is not null
      and (was.onu_mac is null or (lower(was.onu_mac) is distinct from lower(o.serial) and lower(was.onu_mac) is distinct from lower(o.mac)))
    returning was.onu_mac, s.onu_mac as is_now`.execute(tx.db)
  return rows[0]
}

/** A line in reach, for linking. */
export async function selectLine(
  { db }: Db,
  scope: Scope,
  id: bigint,
): Promise<{ id: bigint; client_id: bigint; branch_id: bigint; state: string } | undefined> {
  const { rows } = await sql<{ id: bigint; client_id: bigint; branch_id: bigint; state: string }>`
    select s.id, s.client_id, c.branch_id, s.state from subscriptions s join clients c on c.id = s.client_id where s.id = ${id} and ${scopeCondition(scope, 'c')}`.execute(
    db,
  )
  return rows[0]
}

export async function selectOpenLink({ db }: Db, onuId: bigint): Promise<{ subscription_id: bigint } | undefined> {
  return (await sql<{ subscription_id: bigint }>`select subscription_id from onu_links where onu_id = ${onuId} and until is null`.execute(db)).rows[0]
}

export interface ShownSuggestion {
  readonly onu_id: bigint
  readonly serial: string | null
  readonly mac: string | null
  readonly olt_id: bigint
  readonly olt_name: string
  readonly pon: string
  readonly onu_index: number
  readonly subscription_id: bigint
  readonly pppoe_login: string | null
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly reasons: readonly LinkReason[]
  readonly score: number
  readonly found_at: Instant
}

/** What waits for a click, the likeliest first; `limit + 1` rows. */
export async function selectSuggestions(
  { db }: Db,
  scope: Scope,
  filter: { oltId?: bigint | undefined; onuId?: bigint | undefined; subscriptionId?: bigint | undefined },
  { limit, after }: { limit: number; after?: { score: number; onu_id: bigint; subscription_id: bigint } | undefined },
): Promise<ShownSuggestion[]> {
  const where = [oltsIn(scope), scopeCondition(scope, 'c'), sql`g.rejected_at is null`]
  if (filter.oltId !== undefined) where.push(sql`n.olt_id = ${filter.oltId}`)
  if (filter.onuId !== undefined) where.push(sql`g.onu_id = ${filter.onuId}`)
  if (filter.subscriptionId !== undefined) where.push(sql`g.subscription_id = ${filter.subscriptionId}`)
  if (after !== undefined) where.push(sql`(-g.score, g.onu_id, g.subscription_id) > (${-after.score}::int, ${after.onu_id}, ${after.subscription_id})`)
  const { rows } = await sql<ShownSuggestion>`
    select g.onu_id, n.serial, n.mac, n.olt_id, o.name as olt_name, n.pon, n.onu_index, g.subscription_id, s.pppoe_login, s.client_id, c.code as client_code, c.name as client_name,
      g.reasons, g.score, g.found_at
    from onu_link_suggestions g join onus n on n.id = g.onu_id join olts o on o.id = n.olt_id join subscriptions s on s.id = g.subscription_id join clients c on c.id = s.client_id
    where ${sql.join(where, sql` and `)} order by -g.score, g.onu_id, g.subscription_id limit ${limit + 1}`.execute(db)
  return rows
}
