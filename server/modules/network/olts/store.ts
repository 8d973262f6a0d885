import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import { OLT_SECRETS } from './olt.ts'
import type { Olt, OltFacts, OltSecret } from './olt.ts'

type Db = Pick<Conn, 'db'>

const columns = sql`o.id, o.branch_id, (select name from branches where id = o.branch_id) as branch_name, o.name, o.profile, o.host, o.cli, o.cli_port, o.username,
  o.password_sealed is not null as has_password, o.enable_password_sealed is not null as has_enable_password, o.ssh_host_key, o.allows_legacy_ssh, o.snmp, o.snmp_port,
  o.snmp_community_sealed is not null as has_snmp_community, o.snmp_user, o.snmp_auth, o.snmp_auth_key_sealed is not null as has_snmp_auth_key, o.snmp_priv,
  o.snmp_priv_key_sealed is not null as has_snmp_priv_key, o.pons, o.is_writable, o.latitude, o.longitude, o.is_active, o.version`

/** An OLT is its branch's; a reseller sees none. */
export function oltsIn(scope: Scope, alias: 'o' = 'o'): RawBuilder<unknown> {
  if (scope.kind === 'company') return sql`true`
  if (scope.kind === 'branches') return sql`${sql.ref(alias)}.branch_id = any(${scope.branchIds.map(String)}::bigint[])`
  return sql`false`
}

/** How an OLT stands, the worst first. */
export const OLT_STATES = ['inactive', 'failing', 'never_seen', 'working'] as const
export type OltState = (typeof OLT_STATES)[number]

const stateOf = sql`case when not o.is_active then 'inactive' when h.error_kind is not null then 'failing' when h.seen_at is null then 'never_seen' else 'working' end`

export interface OltFilter {
  readonly branchId?: bigint | undefined
  readonly state?: OltState | undefined
  readonly q?: string | undefined
}

/** By name; `limit + 1` rows. */
export async function selectOlts(
  { db }: Db,
  scope: Scope,
  { branchId, state, q }: OltFilter,
  { limit, after }: { limit: number; after?: { name: string; id: bigint } | undefined },
): Promise<Olt[]> {
  const where = [oltsIn(scope)]
  if (branchId !== undefined) where.push(sql`o.branch_id = ${branchId}`)
  if (state !== undefined) where.push(sql`(select ${stateOf} from olt_health h where h.olt_id = o.id) = ${state}`)
  if (q !== undefined) where.push(sql`(o.name ilike ${`%${q.replace(/[\\%_]/g, '\\$&')}%`} or o.host like ${`${q.replace(/[\\%_]/g, '\\$&')}%`})`)
  if (after !== undefined) where.push(sql`(lower(o.name) collate "C", o.id) > (${after.name}, ${after.id})`)
  const { rows } = await sql<Olt>`
    select ${columns} from olts o where ${sql.join(where, sql` and `)} order by lower(o.name) collate "C", o.id limit ${limit + 1}`.execute(db)
  return rows
}

export async function selectOlt({ db }: Db, scope: Scope, id: bigint): Promise<Olt | undefined> {
  return (await sql<Olt>`select ${columns} from olts o where o.id = ${id} and ${oltsIn(scope)}`.execute(db)).rows[0]
}

export async function lockOlt(tx: Tx, id: bigint): Promise<Olt | undefined> {
  return (await sql<Olt>`select ${columns} from olts o where o.id = ${id} and ${oltsIn(tx.actor.scope)} for update of o`.execute(tx.db)).rows[0]
}

export async function selectSealed({ db }: Db, id: bigint): Promise<Readonly<Record<OltSecret, Buffer | null>>> {
  const { rows } = await sql<Record<OltSecret, Buffer | null>>`
    select ${sql.join(OLT_SECRETS.map((name) => sql`${sql.ref(`${name}_sealed`)} as ${sql.ref(name)}`))} from olts where id = ${id}`.execute(db)
  return rows[0] as Record<OltSecret, Buffer | null>
}

export async function insertOlt(tx: Tx, f: OltFacts): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into olts (branch_id, name, profile, host, cli, cli_port, username, ssh_host_key, allows_legacy_ssh, snmp, snmp_port, snmp_user, snmp_auth, snmp_priv, pons, is_writable,
      latitude, longitude, is_active, created_at, updated_at)
    values (${f.branch_id}, ${f.name}, ${f.profile}, ${f.host}, ${f.cli}, ${f.cli_port}, ${f.username}, ${f.ssh_host_key}, ${f.allows_legacy_ssh}, ${f.snmp}, ${f.snmp_port},
      ${f.snmp_user}, ${f.snmp_auth}, ${f.snmp_priv}, ${f.pons as string[] | null}::text[], ${f.is_writable}, ${f.latitude}, ${f.longitude}, ${f.is_active}, ${tx.now}, ${tx.now})
    returning id`.execute(tx.db)
  return (rows[0] as { id: bigint }).id
}

export async function updateOlt(tx: Tx, id: bigint, f: OltFacts): Promise<void> {
  await sql`
    update olts set branch_id = ${f.branch_id}, name = ${f.name}, profile = ${f.profile}, host = ${f.host}, cli = ${f.cli}, cli_port = ${f.cli_port}, username = ${f.username},
      ssh_host_key = ${f.ssh_host_key}, allows_legacy_ssh = ${f.allows_legacy_ssh}, snmp = ${f.snmp}, snmp_port = ${f.snmp_port}, snmp_user = ${f.snmp_user},
      snmp_auth = ${f.snmp_auth}, snmp_priv = ${f.snmp_priv}, pons = ${f.pons as string[] | null}::text[], is_writable = ${f.is_writable}, latitude = ${f.latitude},
      longitude = ${f.longitude}, is_active = ${f.is_active}, updated_at = ${tx.now}, version = version + 1
    where id = ${id}`.execute(tx.db)
}

export async function updateSecret(tx: Tx, id: bigint, name: OltSecret, sealed: Buffer): Promise<void> {
  await sql`update olts set ${sql.ref(`${name}_sealed`)} = ${sealed}, updated_at = ${tx.now}, version = version + 1 where id = ${id}`.execute(tx.db)
}

/** Whoever asks: for what open pages hear. */
export async function selectBranchesOf({ db }: Db, ids: readonly bigint[]): Promise<{ id: bigint; branch_id: bigint }[]> {
  return (await sql<{ id: bigint; branch_id: bigint }>`select id, branch_id from olts where id = any(${ids.map(String)}::bigint[])`.execute(db)).rows
}
