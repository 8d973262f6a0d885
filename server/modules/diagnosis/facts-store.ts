import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'
import type { AccountFacts, Neighbours, OltFacts } from './facts.ts'

type Db = Pick<Conn, 'db'>

/** Undefined outside the scope. The reasons are read by whoever owns them. */
export async function selectAccount({ db }: Db, scope: Scope, subscriptionId: bigint, today: PlainDate): Promise<Omit<AccountFacts, 'reasons'> | undefined> {
  const { rows } = await sql<Omit<AccountFacts, 'reasons'>>`
    select s.state, s.expires_on, s.medium = 'fibre' as is_fibre, o.count as overdue_count, o.amount as overdue_minor
    from subscriptions s join clients c on c.id = s.client_id
      cross join lateral (
        select count(*)::int as count, coalesce(sum(b.open_minor), 0)::bigint as amount from invoice_balances b
        where b.client_id = s.client_id and b.open_minor > 0 and b.due_on < ${today}) o
    where s.id = ${subscriptionId} and ${scopeCondition(scope, 'c')}`.execute(db)
  return rows[0]
}

export interface Times {
  readonly looked_at: Instant | null
  readonly wanted_at: Instant | null
  readonly refused_since: Instant | null
  readonly refused_at: Instant | null
}

/**
 * When it was last known who is online on a line's router (one with RADIUS tells by itself, the others are looked at), since when what is wanted of the router is
 * wanted, and when its password was refused.
 */
export async function selectTimes({ db }: Db, subscriptionId: bigint, now: Instant): Promise<Times> {
  const { rows } = await sql<Times>`
    select case when x.router_id is not null then ${now}::timestamptz else p.polled_at end as looked_at, a.changed_at as wanted_at,
      f.began_at as refused_since, f.refused_at
    from subscriptions s left join access a on a.subscription_id = s.id left join radius_routers x on x.router_id = s.router_id
      left join router_polls p on p.router_id = s.router_id left join radius_refusals f on f.subscription_id = s.id where s.id = ${subscriptionId}`.execute(db)
  return rows[0] ?? { looked_at: null, wanted_at: null, refused_since: null, refused_at: null }
}

export async function selectOltFacts({ db }: Db, oltId: bigint): Promise<OltFacts | undefined> {
  const { rows } = await sql<OltFacts>`
    select h.error_kind is not null and h.failures >= 2 as is_silent, h.seen_at, p.completed_at, p.is_complete as is_last_complete
    from olt_health h left join olt_polls p on p.olt_id = h.olt_id and p.kind = 'status' where h.olt_id = ${oltId}`.execute(db)
  return rows[0]
}

/** Who hangs at the same PON and in the same box as an ONU. */
export async function selectNeighbours({ db }: Db, onuId: bigint): Promise<{ on_pon: Neighbours; in_box: Neighbours | null }> {
  const { rows } = await sql<{ on_pon: Neighbours; in_box: Neighbours | null }>`
    with me as (select id, olt_id, pon, box_id from onus where id = ${onuId}),
    others as (select o.state, o.cause, o.box_id = me.box_id as is_in_box from onus o join me on me.olt_id = o.olt_id and me.pon = o.pon where o.is_present and o.id <> me.id)
    select ${countOf(sql`true`)} as on_pon, case when (select box_id from me) is null then null else ${countOf(sql`is_in_box`)} end as in_box from others`.execute(
    db,
  )
  return rows[0] as { on_pon: Neighbours; in_box: Neighbours | null }
}

const countOf = (which: ReturnType<typeof sql>) => sql`jsonb_build_object(
  'others', count(*) filter (where ${which}),
  'away', count(*) filter (where ${which} and state in ('offline', 'los', 'power_off')),
  'los', count(*) filter (where ${which} and (state = 'los' or cause in ('los', 'wire_down')) and state in ('offline', 'los', 'power_off')),
  'power_off', count(*) filter (where ${which} and (state = 'power_off' or cause = 'dying_gasp') and state in ('offline', 'los', 'power_off')))`

/** The mean light of each (UTC) day since, the oldest first, from what was measured. */
export async function selectLightDays({ db }: Db, onuId: bigint, since: Instant): Promise<{ day: PlainDate; rx_dbm: number }[]> {
  const { rows } = await sql<{ day: PlainDate; centi: number }>`
    select (at at time zone 'UTC')::date as day, round(avg(rx_centi_dbm))::int as centi from optical_samples
    where onu_id = ${onuId} and at >= ${since} and rx_centi_dbm is not null group by 1 order by 1`.execute(db)
  return rows.map(({ day, centi }) => ({ day, rx_dbm: centi / 100 }))
}
