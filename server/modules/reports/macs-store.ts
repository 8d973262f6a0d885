import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

/** changed: another box than the one that is kept; shared: one box on several lines; unkept: none is kept yet. */
export const MAC_FINDINGS = ['changed', 'shared', 'unkept'] as const
export type MacFinding = (typeof MAC_FINDINGS)[number]

export interface MacRow {
  readonly subscription_id: bigint
  readonly client_id: bigint
  readonly client_name: string
  readonly login: string
  readonly router_id: bigint
  readonly router_name: string
  readonly kept: string | null
  readonly seen: string
  readonly seen_at: Temporal.Instant
  /** Lines in reach that dial with this box now. */
  readonly lines_of_seen: number
  readonly version: number
}

/** Who is online with which box: the newest session of each line. Twelve hex digits with colons, as lines keep it. */
const online = (scope: Scope) => sql`
  select distinct on (s.id) s.id as subscription_id, s.client_id, c.name as client_name, s.pppoe_login as login, p.router_id, r.name as router_name, s.mac as kept,
    rtrim(regexp_replace(lower(regexp_replace(p.caller_id, '[^0-9A-Fa-f]', '', 'g')), '(..)', '\\1:', 'g'), ':') as seen, p.updated_at as seen_at, s.version
  from ppp_sessions p join subscriptions s on s.id = p.subscription_id join clients c on c.id = s.client_id join routers r on r.id = p.router_id
  where length(regexp_replace(p.caller_id, '[^0-9A-Fa-f]', '', 'g')) = 12 and ${scopeCondition(scope, 'c')}
  order by s.id, p.updated_at desc, p.id desc`

const counted = (scope: Scope) => sql`select o.*, count(*) over (partition by o.seen)::int as lines_of_seen from (${online(scope)}) o`

const CONDITIONS = {
  changed: sql`m.kept is not null and m.kept <> m.seen`,
  shared: sql`m.lines_of_seen > 1`,
  unkept: sql`m.kept is null`,
} as const

/** By line; those of one box beside each other where boxes are looked for. `limit + 1` rows. */
export async function selectMacs(
  { db }: Db,
  scope: Scope,
  { finding, routerId }: { finding: MacFinding; routerId: bigint | undefined },
  { limit, after }: { limit: number; after: { seen: string; id: bigint } | undefined },
): Promise<MacRow[]> {
  const { rows } = await sql<MacRow>`
    select m.* from (${counted(scope)}) m
    where ${CONDITIONS[finding]} and ${routerId === undefined ? sql`true` : sql`m.router_id = ${routerId}`}
      and ${after === undefined ? sql`true` : sql`(m.seen collate "C", m.subscription_id) > (${after.seen}, ${after.id})`}
    order by m.seen collate "C", m.subscription_id limit ${limit + 1}`.execute(db)
  return rows
}

export async function countMacs({ db }: Db, scope: Scope): Promise<Record<MacFinding, number> & { online: number }> {
  const { rows } = await sql<Record<MacFinding, number> & { online: number }>`
    select count(*)::int as online, count(*) filter (where ${CONDITIONS.changed})::int as changed, count(*) filter (where ${CONDITIONS.shared})::int as shared,
      count(*) filter (where ${CONDITIONS.unkept})::int as unkept
    from (${counted(scope)}) m`.execute(db)
  return rows[0] ?? { online: 0, changed: 0, shared: 0, unkept: 0 }
}
