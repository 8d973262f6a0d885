import { sql } from 'kysely'
import type { Minor } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import type { Client, ClientFacts } from '../client.ts'
import type { LineFacts, Subscription } from '../lines/line.ts'
import { columns as lineColumns } from '../lines/store.ts'
import { columns as clientColumns } from '../store.ts'
import type { SealedNid } from '../store.ts'

// Set-based forms of the inserts in ../store.ts and ../lines/*store.ts: rows go in as one JSON parameter and keep their order.

/** Ids before the rows: sealed values are bound to them. */
export async function takeIds(tx: Tx, table: 'clients' | 'subscriptions', count: number): Promise<bigint[]> {
  if (count === 0) return []
  const { rows } = await sql<{ id: bigint }>`select nextval(${`${table}_id_seq`}::regclass) as id from generate_series(1, ${count}::int)`.execute(tx.db)
  return rows.map(({ id }) => id)
}

export interface BranchPlace {
  readonly branch_id: bigint
  readonly branch_code: string
  readonly is_active: boolean
  readonly resellers: readonly bigint[]
}

export async function selectPlaces(conn: Pick<Conn, 'db'>): Promise<BranchPlace[]> {
  const { rows } = await sql<BranchPlace>`
    select b.id as branch_id, b.code as branch_code, b.is_active, array(select r.id from resellers r where r.branch_id = b.id) as resellers from branches b order by b.id limit 10000`.execute(
    conn.db,
  )
  return rows
}

export interface OnSale {
  readonly package_id: bigint
  readonly version_id: bigint
  readonly starts_on: PlainDate
  readonly is_active: boolean
}

/** All versions, of each package the newest first. */
export async function selectOnSale(conn: Pick<Conn, 'db'>): Promise<OnSale[]> {
  const { rows } = await sql<OnSale>`
    select v.package_id, v.id as version_id, v.starts_on, p.is_active from package_versions v join packages p on p.id = v.package_id
    order by v.package_id, v.starts_on desc, v.version_no desc limit 200000`.execute(conn.db)
  return rows
}

const json = (rows: readonly unknown[]): string => JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
const hex = (bytes: Uint8Array | undefined | null): string | null => (bytes == null ? null : Buffer.from(bytes).toString('hex'))

export async function insertClients(tx: Tx, clients: readonly { id: bigint; facts: ClientFacts; nid: SealedNid | null }[]): Promise<Client[]> {
  const list = clients.map(({ id, facts, nid }) => ({ ...facts, id, nid_sealed: hex(nid?.sealed), nid_index: hex(nid?.index), nid_last4: nid?.last4 ?? '' }))
  const { rows } = await sql<Client>`
    insert into clients as c (id, code, name, kind, phone, phone_alternative, email, address, district, upazila, branch_id, reseller_id, area_id, nid_sealed, nid_index, nid_last4,
      gender, client_type, vat_registration, vat_rate_id, is_vat_exempt, locale, tags, custom, latitude, longitude, joined_on, created_at, updated_at)
    select id, code, name, kind, phone, phone_alternative, email, address, district, upazila, branch_id, reseller_id, area_id, decode(nid_sealed, 'hex'), decode(nid_index, 'hex'), nid_last4,
      gender, client_type, vat_registration, vat_rate_id, is_vat_exempt, locale, array(select jsonb_array_elements_text(tags)), custom, latitude, longitude, joined_on, ${tx.now}, ${tx.now}
    from jsonb_to_recordset(${json(list)}::jsonb) as given (id bigint, code text, name text, kind text, phone text, phone_alternative text, email text, address text, district text, upazila text,
      branch_id bigint, reseller_id bigint, area_id bigint, nid_sealed text, nid_index text, nid_last4 text, gender text, client_type text, vat_registration text, vat_rate_id bigint,
      is_vat_exempt boolean, locale text, tags jsonb, custom jsonb, latitude double precision, longitude double precision, joined_on date)
    order by id returning ${clientColumns}`.execute(tx.db)
  return rows
}

export interface BulkLine {
  readonly id: bigint
  readonly clientId: bigint
  readonly facts: LineFacts
  readonly passwordSealed: Buffer | null
  readonly billingMode: string
  readonly anchorDay: number
  readonly packageId: bigint
  readonly joinedOn: PlainDate
  readonly activatedOn: PlainDate | null
}

/** Stores lines as they are after their activation, and answers them as they were before it. */
export async function insertLines(tx: Tx, lines: readonly BulkLine[]): Promise<Subscription[]> {
  if (lines.length === 0) return []
  const list = lines.map(({ facts, ...line }) => ({
    ...facts,
    id: line.id,
    client_id: line.clientId,
    sealed: hex(line.passwordSealed),
    billing_mode: line.billingMode,
    anchor_day: line.anchorDay,
    package_id: line.packageId,
    joined_on: line.joinedOn,
    activated_on: line.activatedOn,
  }))
  const { rows } = await sql<Subscription>`
    insert into subscriptions as s (id, client_id, state, label, pppoe_login, pppoe_password_sealed, router_id, olt_id, static_ip, mac, onu_mac, onu_model, connection_kind, medium, billing_mode,
      anchor_day, billing_policy_id, auto_control, auto_renew, package_id, joined_on, activated_on, address, custom, created_at, updated_at, version)
    select id, client_id, case when activated_on is null then 'pending' else 'active' end, label, pppoe_login, decode(sealed, 'hex'), router_id, olt_id, static_ip, mac, onu_mac, onu_model,
      connection_kind, medium, billing_mode, anchor_day, billing_policy_id, auto_control, auto_renew, package_id, least(joined_on, activated_on), activated_on, address, custom, ${tx.now}, ${tx.now},
      case when activated_on is null then 1 else 2 end
    from jsonb_to_recordset(${json(list)}::jsonb) as given (id bigint, client_id bigint, label text, pppoe_login text, sealed text, router_id bigint, olt_id bigint, static_ip inet, mac text, onu_mac text,
      onu_model text, connection_kind text, medium text, billing_mode text, anchor_day int, billing_policy_id bigint, auto_control boolean, auto_renew boolean, package_id bigint, joined_on date,
      activated_on date, address text, custom jsonb)
    order by id returning ${lineColumns}`.execute(tx.db)
  return rows.map((row, n) => ({ ...row, state: 'pending', activated_on: null, joined_on: (lines[n] as BulkLine).joinedOn, version: 1 }))
}

export interface BulkTerms {
  readonly id: bigint
  readonly startsOn: PlainDate
  readonly versionId: bigint
  readonly price: {
    readonly price_override_minor: Minor | null
    readonly discount_bp: number
    readonly discount_minor: Minor
    readonly reason: string
    readonly approved_by: bigint | null
  }
}

export async function insertNewTerms(tx: Tx, lines: readonly BulkTerms[]): Promise<void> {
  const list = lines.map(({ id, startsOn, versionId, price }) => ({ subscription_id: id, starts_on: startsOn, package_version_id: versionId, ...price }))
  await sql`
    insert into subscription_terms (subscription_id, starts_on, ends_on, package_version_id, price_override_minor, discount_bp, discount_minor, reason, approved_by, created_by, created_at)
    select subscription_id, starts_on, null, package_version_id, price_override_minor, discount_bp, discount_minor, reason, approved_by, ${tx.actor.userId}, ${tx.now}
    from jsonb_to_recordset(${json(list)}::jsonb) as given (subscription_id bigint, starts_on date, package_version_id bigint, price_override_minor bigint, discount_bp int, discount_minor bigint,
      reason text, approved_by bigint)`.execute(tx.db)
}

/** Of many codes, logins, addresses and identities those that are taken, over the whole company. */
export async function selectTakenOf(
  conn: Pick<Conn, 'db'>,
  asked: { codes: readonly string[]; logins: readonly string[]; ips: readonly string[]; nids: readonly Buffer[] },
): Promise<{ codes: Map<string, bigint>; logins: Set<string>; ips: Set<string>; nids: Set<string> }> {
  const codes = await sql<{ code: string; id: bigint }>`select code, id from clients where code = any(${[...asked.codes]}::text[])`.execute(conn.db)
  const logins = await sql<{ login: string }>`
    select lower(pppoe_login) as login from subscriptions where lower(pppoe_login) = any(${[...asked.logins]}::text[]) and pppoe_login is not null and state <> 'left'`.execute(
    conn.db,
  )
  const ips = await sql<{
    ip: string
  }>`select host(static_ip) as ip from subscriptions where static_ip = any(${[...asked.ips]}::inet[]) and static_ip is not null and state <> 'left'`.execute(
    conn.db,
  )
  const nids = await sql<{ nid: string }>`
    select encode(nid_index, 'hex') as nid from clients where nid_index = any(array(select decode(h, 'hex') from unnest(${asked.nids.map((nid) => nid.toString('hex'))}::text[]) h))
      and nid_index is not null and deleted_at is null`.execute(conn.db)
  return {
    codes: new Map(codes.rows.map(({ code, id }) => [code, id])),
    logins: new Set(logins.rows.map(({ login }) => login)),
    ips: new Set(ips.rows.map(({ ip }) => ip)),
    nids: new Set(nids.rows.map(({ nid }) => nid)),
  }
}
