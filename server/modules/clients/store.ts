import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Minor } from '../../kernel/money.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { Client, ClientFacts } from './client.ts'

export const columns =
  sql.raw(`c.id, c.code, c.name, c.kind, c.phone, c.phone_alternative, c.email, c.address, c.district, c.upazila, c.branch_id, c.reseller_id,
  c.area_id, c.nid_last4, c.nid_verified_by, c.nid_verified_at, c.gender, c.client_type, c.vat_registration, c.vat_rate_id, c.is_vat_exempt, c.is_vip,
  c.vip_until, c.vip_reason, c.is_whitelisted, c.whitelist_until, c.whitelist_reason, c.locale, c.tags, c.custom, c.photo_file_id, c.latitude, c.longitude,
  c.joined_on, c.deleted_at, c.created_at, c.updated_at, c.version`)

export interface SealedNid {
  readonly sealed: Buffer
  readonly index: Buffer
  readonly last4: string
}

/** The id before the row: sealed values are bound to it. */
export async function nextClientId(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`select nextval('clients_id_seq') as id`.execute(tx.db)
  return (rows[0] as { id: bigint }).id
}

export async function insertClient(tx: Tx, id: bigint, facts: ClientFacts, nid: SealedNid | null): Promise<Client> {
  const { rows } = await sql<Client>`
    insert into clients as c (id, code, name, kind, phone, phone_alternative, email, address, district, upazila, branch_id, reseller_id, area_id, nid_sealed,
      nid_index, nid_last4, gender, client_type, vat_registration, vat_rate_id, is_vat_exempt, locale, tags, custom, latitude, longitude, joined_on, created_at, updated_at)
    values (${id}, ${facts.code}, ${facts.name}, ${facts.kind}, ${facts.phone}, ${facts.phone_alternative}, ${facts.email}, ${facts.address}, ${facts.district},
      ${facts.upazila}, ${facts.branch_id}, ${facts.reseller_id}, ${facts.area_id}, ${nid?.sealed ?? null}, ${nid?.index ?? null}, ${nid?.last4 ?? ''}, ${facts.gender},
      ${facts.client_type}, ${facts.vat_registration}, ${facts.vat_rate_id}, ${facts.is_vat_exempt}, ${facts.locale}, ${[...facts.tags]}::text[],
      ${JSON.stringify(facts.custom)}::jsonb, ${facts.latitude}, ${facts.longitude}, ${facts.joined_on}, ${tx.now}, ${tx.now})
    returning ${columns}`.execute(tx.db)
  return rows[0] as Client
}

/** A client outside the scope is a client that does not exist. */
export async function selectClient(conn: Pick<Conn, 'db'>, scope: Scope, clientId: bigint): Promise<Client | undefined> {
  const { rows } = await sql<Client>`select ${columns} from clients c where c.id = ${clientId} and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  return rows[0]
}

export async function lockClient(tx: Tx, scope: Scope, clientId: bigint): Promise<Client | undefined> {
  const { rows } = await sql<Client>`select ${columns} from clients c where c.id = ${clientId} and ${scopeCondition(scope, 'c')} for update`.execute(tx.db)
  return rows[0]
}

/** `nid` undefined leaves it; null takes it away; a new one is no longer verified. */
export async function updateClient(tx: Tx, clientId: bigint, facts: ClientFacts, nid: SealedNid | null | undefined): Promise<Client> {
  const nidChange =
    nid === undefined
      ? sql``
      : sql`, nid_sealed = ${nid?.sealed ?? null}, nid_index = ${nid?.index ?? null}, nid_last4 = ${nid?.last4 ?? ''}, nid_verified_by = null, nid_verified_at = null`
  const { rows } = await sql<Client>`
    update clients c set code = ${facts.code}, name = ${facts.name}, kind = ${facts.kind}, phone = ${facts.phone}, phone_alternative = ${facts.phone_alternative},
      email = ${facts.email}, address = ${facts.address}, district = ${facts.district}, upazila = ${facts.upazila}, branch_id = ${facts.branch_id},
      reseller_id = ${facts.reseller_id}, area_id = ${facts.area_id}, gender = ${facts.gender}, client_type = ${facts.client_type},
      vat_registration = ${facts.vat_registration}, vat_rate_id = ${facts.vat_rate_id}, is_vat_exempt = ${facts.is_vat_exempt}, locale = ${facts.locale},
      tags = ${[...facts.tags]}::text[], custom = ${JSON.stringify(facts.custom)}::jsonb, latitude = ${facts.latitude}, longitude = ${facts.longitude},
      joined_on = ${facts.joined_on}, updated_at = ${tx.now}, version = version + 1 ${nidChange}
    where c.id = ${clientId} returning ${columns}`.execute(tx.db)
  return rows[0] as Client
}

export async function updateNidVerified(tx: Tx, clientId: bigint): Promise<void> {
  await sql`update clients set nid_verified_by = ${tx.actor.userId}, nid_verified_at = ${tx.now}, updated_at = ${tx.now}, version = version + 1 where id = ${clientId}`.execute(
    tx.db,
  )
}

export async function selectSealedNid(conn: Pick<Conn, 'db'>, scope: Scope, clientId: bigint): Promise<Buffer | null | undefined> {
  const { rows } = await sql<{
    nid_sealed: Buffer | null
  }>`select c.nid_sealed from clients c where c.id = ${clientId} and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  return rows[0]?.nid_sealed
}

export interface Flag {
  readonly isSet: boolean
  readonly until: PlainDate | null
  readonly reason: string
}

export async function updateVip(tx: Tx, clientId: bigint, { isSet, until, reason }: Flag): Promise<void> {
  await sql`update clients set is_vip = ${isSet}, vip_until = ${until}, vip_reason = ${reason}, vip_set_by = ${tx.actor.userId}, vip_set_at = ${tx.now}, updated_at = ${tx.now}, version = version + 1 where id = ${clientId}`.execute(
    tx.db,
  )
}

export async function updateWhitelist(tx: Tx, clientId: bigint, { isSet, until, reason }: Flag): Promise<void> {
  await sql`update clients set is_whitelisted = ${isSet}, whitelist_until = ${until}, whitelist_reason = ${reason}, whitelist_set_by = ${tx.actor.userId}, whitelist_set_at = ${tx.now}, updated_at = ${tx.now}, version = version + 1 where id = ${clientId}`.execute(
    tx.db,
  )
}

/** Flags whose last day has passed; `until` is the last day. */
export async function clearEndedFlags(tx: Tx): Promise<{ id: bigint; vip: boolean; whitelist: boolean }[]> {
  const { rows } = await sql<{ id: bigint; vip: boolean; whitelist: boolean }>`
    with ended as (
      select id, is_vip and vip_until < ${tx.today} as vip, is_whitelisted and whitelist_until < ${tx.today} as whitelist from clients
      where (is_vip and vip_until < ${tx.today}) or (is_whitelisted and whitelist_until < ${tx.today}) order by id limit 5000 for update)
    update clients c set is_vip = c.is_vip and not coalesce(e.vip, false), is_whitelisted = c.is_whitelisted and not coalesce(e.whitelist, false), updated_at = ${tx.now}, version = version + 1
    from ended e where c.id = e.id returning c.id, coalesce(e.vip, false) as vip, coalesce(e.whitelist, false) as whitelist`.execute(tx.db)
  return rows
}

export async function updateDeletedAt(tx: Tx, clientId: bigint, at: Temporal.Instant | null): Promise<void> {
  await sql`update clients set deleted_at = ${at}, updated_at = ${tx.now}, version = version + 1 where id = ${clientId}`.execute(tx.db)
}

export async function updatePhoto(tx: Tx, clientId: bigint, fileId: bigint | null): Promise<void> {
  await sql`update clients set photo_file_id = ${fileId}, updated_at = ${tx.now}, version = version + 1 where id = ${clientId}`.execute(tx.db)
}

const documented = (clientId: bigint) => sql`(exists (select 1 from invoices where client_id = ${clientId})
  or exists (select 1 from payments where client_id = ${clientId}) or exists (select 1 from opening_balances where client_id = ${clientId})
  or exists (select 1 from deposit_movements where client_id = ${clientId}))`

/** Whether anything was ever billed to or paid by the client: then he can leave, but not be deleted. */
export async function hasDocuments(conn: Pick<Conn, 'db'>, clientId: bigint): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select ${documented(clientId)} as found`.execute(conn.db)
  return rows[0]?.found === true
}

export interface MoneyStanding {
  /** Anything was ever billed to or paid by him. */
  readonly hasDocuments: boolean
  /** An opening balance that still counts. */
  readonly hasOpening: boolean
  readonly depositHeld: Minor
}

/** What a client's documents speak for and against, in one statement. */
export async function selectMoneyStanding(conn: Pick<Conn, 'db'>, clientId: bigint): Promise<MoneyStanding> {
  const { rows } = await sql<MoneyStanding>`
    select ${documented(clientId)} as "hasDocuments",
      exists (select 1 from payments p where p.client_id = ${clientId} and p.method = 'opening' and not exists (select 1 from payment_reversals r where r.payment_id = p.id))
        or exists (select 1 from invoices i join invoice_balances b on b.invoice_id = i.id
          where i.client_id = ${clientId} and i.kind = 'opening' and b.voided_minor + b.credited_minor < b.total_minor) as "hasOpening",
      (select coalesce(sum(amount_minor), 0)::bigint from deposit_movements where client_id = ${clientId}) as "depositHeld"`.execute(conn.db)
  return rows[0] as MoneyStanding
}

export interface Place {
  readonly branch_code: string
  readonly is_active: boolean
  readonly reseller_branch_id: bigint | null
}

/** The branch a client is put into, and the branch of his reseller; undefined where the branch does not exist. */
export async function selectPlace(conn: Pick<Conn, 'db'>, branchId: bigint, resellerId: bigint | null): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select b.code as branch_code, b.is_active, (select r.branch_id from resellers r where r.id = ${resellerId}::bigint) as reseller_branch_id
    from branches b where b.id = ${branchId}`.execute(conn.db)
  return rows[0]
}

/** Takes `count` running numbers; the counter stays locked until the transaction ends, so nobody gets the same one. */
export async function takeCounter(tx: Tx, name: string, count: number): Promise<bigint> {
  const { rows } = await sql<{ first: bigint }>`
    insert into code_counters (name, next) values (${name}, ${1 + count}::bigint)
    on conflict (name) do update set next = code_counters.next + ${count}::bigint returning next - ${count}::bigint as first`.execute(tx.db)
  return (rows[0] as { first: bigint }).first
}

export async function raiseCounter(tx: Tx, name: string, next: bigint): Promise<void> {
  await sql`update code_counters set next = greatest(next, ${next}::bigint) where name = ${name}`.execute(tx.db)
}

export async function selectTakenCodes(conn: Pick<Conn, 'db'>, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select code from clients where code = any(${[...codes]}::text[])`.execute(conn.db)
  return rows.map(({ code }) => code)
}

/** The highest number in codes of this surrounding, read from the index of codes. */
export async function selectHighestNumber(conn: Pick<Conn, 'db'>, { prefix, suffix }: { prefix: string; suffix: string }): Promise<bigint> {
  const { rows } = await sql<{ highest: bigint | null }>`
    select max(digits::bigint) as highest from (
      select substring(code, ${prefix.length + 1}::int, length(code) - ${prefix.length + suffix.length}::int) as digits from clients
      where code >= ${prefix} and code < ${prefix + '\u{10ffff}'} and length(code) > ${prefix.length + suffix.length}::int and right(code, ${suffix.length}::int) = ${suffix}
    ) found where digits ~ '^[0-9]{1,15}$'`.execute(conn.db)
  return rows[0]?.highest ?? 0n
}

export async function upsertTags(tx: Tx, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return
  await sql`insert into client_tags (name, created_at) select t, ${tx.now} from unnest(${[...tags]}::text[]) t order by t on conflict do nothing`.execute(tx.db)
}

export async function selectTags(conn: Pick<Conn, 'db'>, q: string): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select name from client_tags where lower(name) like ${`%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`} order by name limit 200`.execute(conn.db)
  return rows.map(({ name }) => name)
}

/** Districts in use, or the upazilas of one: a skip over the index, not a scan of the clients. */
export async function selectDistricts(conn: Pick<Conn, 'db'>): Promise<string[]> {
  const { rows } = await sql<{ district: string }>`
    with recursive found as (
      (select district from clients where district <> '' order by district limit 1)
      union all
      select (select c.district from clients c where c.district <> '' and c.district > f.district order by c.district limit 1) from found f where f.district is not null
    ) select district from found where district is not null limit 500`.execute(conn.db)
  return rows.map(({ district }) => district)
}

export async function selectUpazilas(conn: Pick<Conn, 'db'>, district: string): Promise<string[]> {
  const { rows } = await sql<{ upazila: string }>`
    with recursive found as (
      (select upazila from clients where district = ${district} and district <> '' and upazila <> '' order by upazila limit 1)
      union all
      select (select c.upazila from clients c where c.district = ${district} and c.district <> '' and c.upazila > f.upazila order by c.upazila limit 1) from found f where f.upazila is not null
    ) select upazila from found where upazila is not null limit 500`.execute(conn.db)
  return rows.map(({ upazila }) => upazila)
}
