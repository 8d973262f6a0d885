import { sql } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import type { LineFacts, Subscription } from './line.ts'

export const columns =
  sql.raw(`s.id, s.client_id, s.label, s.state, s.pppoe_login, s.pppoe_password_sealed is not null as has_pppoe_password, s.router_id, (select name from routers where id = s.router_id) as router_name, s.olt_id,
  host(s.static_ip) as static_ip, s.mac, s.onu_mac, s.onu_model, s.connection_kind, s.medium, s.billing_mode, s.anchor_day, s.billing_policy_id, s.auto_control, s.auto_control_until, s.auto_control_reason,
  s.auto_renew, s.package_id, s.joined_on, s.activated_on, s.left_on, s.left_reason, s.expires_on, s.address, s.custom, s.created_at, s.updated_at, s.version`)

export async function nextSubscriptionId(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`select nextval('subscriptions_id_seq') as id`.execute(tx.db)
  return (rows[0] as { id: bigint }).id
}

export interface NewLine extends LineFacts {
  readonly id: bigint
  readonly clientId: bigint
  readonly passwordSealed: Buffer | null
  readonly billingMode: Subscription['billing_mode']
  readonly anchorDay: number
  readonly packageId: bigint
  readonly joinedOn: PlainDate
}

/** A new line is pending until it is activated. */
export async function insertLine(tx: Tx, line: NewLine): Promise<Subscription> {
  const { rows } = await sql<Subscription>`
    insert into subscriptions as s (id, client_id, label, pppoe_login, pppoe_password_sealed, router_id, olt_id, static_ip, mac, onu_mac, onu_model, connection_kind,
      medium, billing_mode, anchor_day, billing_policy_id, auto_control, auto_renew, package_id, joined_on, address, custom, created_at, updated_at)
    values (${line.id}, ${line.clientId}, ${line.label}, ${line.pppoe_login}, ${line.passwordSealed}, ${line.router_id}, ${line.olt_id}, ${line.static_ip}::inet,
      ${line.mac}, ${line.onu_mac}, ${line.onu_model}, ${line.connection_kind}, ${line.medium}, ${line.billingMode}, ${line.anchorDay}, ${line.billing_policy_id},
      ${line.auto_control}, ${line.auto_renew}, ${line.packageId}, ${line.joinedOn}, ${line.address}, ${JSON.stringify(line.custom)}::jsonb, ${tx.now}, ${tx.now})
    returning ${columns}`.execute(tx.db)
  return rows[0] as Subscription
}

export async function selectLine(conn: Pick<Conn, 'db'>, scope: Scope, subscriptionId: bigint): Promise<Subscription | undefined> {
  const { rows } = await sql<Subscription>`
    select ${columns} from subscriptions s join clients c on c.id = s.client_id where s.id = ${subscriptionId} and ${scopeCondition(scope, 'c')}`.execute(
    conn.db,
  )
  return rows[0]
}

export async function lockLine(tx: Tx, scope: Scope, subscriptionId: bigint): Promise<Subscription | undefined> {
  const { rows } = await sql<Subscription>`
    select ${columns} from subscriptions s join clients c on c.id = s.client_id where s.id = ${subscriptionId} and ${scopeCondition(scope, 'c')} for update of s`.execute(
    tx.db,
  )
  return rows[0]
}

/** All lines of a client, locked in id order. */
export async function lockLinesOfClient(tx: Tx, scope: Scope, clientId: bigint): Promise<Subscription[]> {
  const { rows } = await sql<Subscription>`
    select ${columns} from subscriptions s join clients c on c.id = s.client_id
    where s.client_id = ${clientId} and ${scopeCondition(scope, 'c')} order by s.id for update of s`.execute(tx.db)
  return rows
}

export interface LineFilter {
  readonly clientIds?: readonly bigint[] | undefined
  readonly state?: string | undefined
  readonly routerId?: bigint | undefined
  readonly packageId?: bigint | undefined
  readonly q?: string | undefined
}

/** By id; `limit + 1` rows. Lines of deleted clients are left out. */
export async function selectLines(
  conn: Pick<Conn, 'db'>,
  scope: Scope,
  filter: LineFilter,
  page: { limit: number; after?: bigint | undefined },
): Promise<Subscription[]> {
  const where = [sql`c.deleted_at is null`, scopeCondition(scope, 'c')]
  if (filter.clientIds !== undefined) where.push(sql`s.client_id = any(${filter.clientIds.map(String)}::bigint[])`)
  if (filter.state !== undefined) where.push(sql`s.state = ${filter.state}`)
  if (filter.routerId !== undefined) where.push(sql`s.router_id = ${filter.routerId}`)
  if (filter.packageId !== undefined) where.push(sql`s.package_id = ${filter.packageId}`)
  if (filter.q !== undefined)
    where.push(sql`s.id in (select id from subscriptions where search like ${`%${filter.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`} limit 5000)`)
  if (page.after !== undefined) where.push(sql`s.id > ${page.after}`)
  const { rows } = await sql<Subscription>`
    select ${columns} from subscriptions s join clients c on c.id = s.client_id where ${sql.join(where, sql` and `)} order by s.id limit ${page.limit + 1}`.execute(
    conn.db,
  )
  return rows
}

export async function updateLine(tx: Tx, subscriptionId: bigint, facts: LineFacts): Promise<Subscription> {
  const { rows } = await sql<Subscription>`
    update subscriptions s set label = ${facts.label}, pppoe_login = ${facts.pppoe_login}, router_id = ${facts.router_id}, olt_id = ${facts.olt_id},
      static_ip = ${facts.static_ip}::inet, mac = ${facts.mac}, onu_mac = ${facts.onu_mac}, onu_model = ${facts.onu_model}, connection_kind = ${facts.connection_kind},
      medium = ${facts.medium}, billing_policy_id = ${facts.billing_policy_id}, auto_control = ${facts.auto_control}, auto_renew = ${facts.auto_renew},
      ${facts.auto_control ? sql`auto_control_until = null, auto_control_reason = ''` : sql`auto_control_set_by = case when s.auto_control then ${tx.actor.userId}::bigint else s.auto_control_set_by end, auto_control_set_at = case when s.auto_control then ${tx.now}::timestamptz else s.auto_control_set_at end`},
      address = ${facts.address}, custom = ${JSON.stringify(facts.custom)}::jsonb, updated_at = ${tx.now}, version = version + 1
    where s.id = ${subscriptionId} returning ${columns}`.execute(tx.db)
  return rows[0] as Subscription
}

export async function updateAutoControl(
  tx: Tx,
  subscriptionId: bigint,
  { isOn, until, reason }: { isOn: boolean; until: PlainDate | null; reason: string },
): Promise<void> {
  await sql`update subscriptions set auto_control = ${isOn}, auto_control_until = ${until}, auto_control_reason = ${reason}, auto_control_set_by = ${tx.actor.userId},
      auto_control_set_at = ${tx.now}, updated_at = ${tx.now}, version = version + 1 where id = ${subscriptionId}`.execute(tx.db)
}

/** Lines out of automatic control whose last day has passed; they are under it again. */
export async function endUncontrolled(tx: Tx): Promise<{ id: bigint; client_id: bigint }[]> {
  const { rows } = await sql<{ id: bigint; client_id: bigint }>`
    with ended as (select id from subscriptions where not auto_control and auto_control_until < ${tx.today} order by id limit 1000 for update)
    update subscriptions s set auto_control = true, auto_control_until = null, auto_control_reason = '', updated_at = ${tx.now}, version = version + 1
    from ended e where s.id = e.id returning s.id, s.client_id`.execute(tx.db)
  return rows
}

export async function updatePassword(tx: Tx, subscriptionId: bigint, sealed: Buffer | null): Promise<void> {
  await sql`update subscriptions set pppoe_password_sealed = ${sealed}, updated_at = ${tx.now}, version = version + 1 where id = ${subscriptionId}`.execute(
    tx.db,
  )
}

export async function selectSealedPassword(
  conn: Pick<Conn, 'db'>,
  scope: Scope,
  subscriptionId: bigint,
): Promise<{ client_id: bigint; sealed: Buffer | null } | undefined> {
  const { rows } = await sql<{ client_id: bigint; sealed: Buffer | null }>`
    select s.client_id, s.pppoe_password_sealed as sealed from subscriptions s join clients c on c.id = s.client_id
    where s.id = ${subscriptionId} and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  return rows[0]
}

export async function updateActivated(tx: Tx, subscriptionId: bigint, on: PlainDate): Promise<void> {
  await sql`update subscriptions set activated_on = ${on}, joined_on = least(joined_on, ${on}::date), updated_at = ${tx.now}, version = version + 1 where id = ${subscriptionId}`.execute(
    tx.db,
  )
}

export async function updateLeft(tx: Tx, subscriptionId: bigint, left: { on: PlainDate; reason: string } | null): Promise<void> {
  await sql`update subscriptions set left_on = ${left?.on ?? null}, left_reason = ${left?.reason ?? ''}, updated_at = ${tx.now}, version = version + 1 where id = ${subscriptionId}`.execute(
    tx.db,
  )
}

export async function updateAnchorDay(tx: Tx, subscriptionId: bigint, anchorDay: number): Promise<void> {
  await sql`update subscriptions set anchor_day = ${anchorDay}, updated_at = ${tx.now}, version = version + 1 where id = ${subscriptionId} and anchor_day <> ${anchorDay}`.execute(
    tx.db,
  )
}

/** A projection of billing's, so it is no edit of a person and leaves the version alone. */
export async function updateExpiry(tx: Tx, subscriptionId: bigint, expiresOn: PlainDate | null): Promise<void> {
  await sql`update subscriptions set expires_on = ${expiresOn} where id = ${subscriptionId} and expires_on is distinct from ${expiresOn}::date`.execute(tx.db)
}

/** The package a line is listed under follows the terms that are in force. */
export async function updatePackagesInForce(tx: Tx, subscriptionIds: readonly bigint[]): Promise<void> {
  await sql`
    update subscriptions s set package_id = v.package_id, updated_at = ${tx.now}
    from subscription_terms t join package_versions v on v.id = t.package_version_id
    where s.id = any(${subscriptionIds.map(String)}::bigint[]) and t.subscription_id = s.id and t.starts_on <= ${tx.today} and (t.ends_on is null or t.ends_on > ${tx.today})
      and s.package_id <> v.package_id`.execute(tx.db)
}

export async function selectPolicyId(conn: Pick<Conn, 'db'>): Promise<bigint | undefined> {
  const { rows } = await sql<{ id: bigint }>`select id from billing_policies where is_default`.execute(conn.db)
  return rows[0]?.id
}
