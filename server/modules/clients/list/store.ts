import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { kept } from '../../../platform/db/kept.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { branchesOf, conditions, contains, debtConditions, isOfDebtors, lineConditions, receivable } from './filter.ts'
import type { ClientFilter, DebtCondition } from './filter.ts'
import type { CustomValues } from '../custom-values.ts'
import type { ConnectionKind } from '../lines/line.ts'
import { stretchesOf } from './sorts.ts'
import type { SortParam, Stretch } from './sorts.ts'

type Db = Pick<Conn, 'db'>

/** Where a page ended: the stretch, the sort value there as text (null where the id alone orders) and the client. */
export interface ListPosition {
  readonly stretch: number
  readonly value: string | null
  readonly id: bigint
}

export interface ListedId extends ListPosition {
  readonly client_id: bigint
}

interface Page {
  readonly sort: SortParam
  readonly limit: number
  readonly after: ListPosition | undefined
}

// Beyond this many debtors the walk along a sort index meets one soon enough.
const FEW_DEBTORS = 3000
// Up to so many matching lines all are read and sorted by debt; beyond it the debts are walked until the page is full.
const FEW_MATCHES = 3000
// How many texts a search looks at where a filter narrows them further, and where nothing does.
const SEARCHED_NARROWED = 5000
const SEARCHED = 500
// Shorter parts have no trigram: they are looked for at the beginning of codes and names only.
const TRIGRAM = 3

/** The clients of one page in order, `limit + 1` of them. A client with several matching lines comes once. */
export async function selectPage(conn: Db, scope: Scope, filter: ClientFilter, { sort, limit, after }: Page): Promise<ListedId[]> {
  const isByDebt = sort.endsWith('balance')
  const debts = await askedOfDebts(conn, filter, { isByDebt })
  const narrowed = filter.q === undefined ? [] : [sql`l.client_id in (select client_id from hits)`]
  const query = {
    where: [...conditions(scope, filter), ...narrowed, ...debts.where],
    hits: filter.q === undefined ? null : searched(scope, filter, filter.q),
    branches: filter.q === undefined && !debts.isNarrow ? branchesOf(scope, filter) : null,
    isNarrowed: isNarrowed(scope, filter) || debts.isNarrow,
    owesFrom: filter.owesFrom ?? null,
  }
  const found: ListedId[] = []
  const stretches = stretchesOf(sort, filter)
  for (const [index, stretch] of stretches.entries()) {
    if (after !== undefined && index < after.stretch) continue
    const position = after?.stretch === index ? after : undefined
    const wanted = { ...query, limit: limit + 1 - found.length, position }
    const rows = await (stretch.isDebtors ? selectDebtors(conn, stretch, wanted) : selectStretch(conn, stretch, wanted))
    found.push(...rows.map((row) => ({ ...row, stretch: index, id: row.client_id })))
    if (found.length > limit) break
  }
  return found
}

interface StretchQuery {
  readonly where: readonly RawBuilder<unknown>[]
  readonly hits: RawBuilder<unknown> | null
  readonly branches: readonly bigint[] | null
  readonly isNarrowed: boolean
  /** The least debt of a list that goes by debt. */
  readonly owesFrom: Minor | null
  readonly limit: number
  readonly position: ListPosition | undefined
}

type Found = { client_id: bigint; value: string | null }

const withHits = (hits: RawBuilder<unknown> | null): RawBuilder<unknown> => (hits === null ? sql`` : sql`with hits as materialized (${hits})`)

async function selectStretch(conn: Db, stretch: Stretch, query: StretchQuery): Promise<Found[]> {
  const { key, cast, direction } = stretch
  const order = sql.raw(direction)
  const beyond = sql.raw(direction === 'asc' ? '>' : '<')
  const where = [...query.where, ...(stretch.where === null ? [] : [stretch.where])]
  if (query.position !== undefined) {
    const { value, id } = query.position
    where.push(key === null ? sql`l.client_id ${beyond} ${id}` : sql`(${key}, l.client_id) ${beyond} (${value}${cast}, ${id}::bigint)`)
  }
  const distinct = key === null ? sql`l.client_id` : sql`${key}, l.client_id`
  const ordered = key === null ? sql`l.client_id ${order}` : sql`${key} ${order}, l.client_id ${order}`
  const one = (more: RawBuilder<unknown>) => sql`
    select distinct on (${distinct}) l.client_id, ${key ?? sql`null::text`} as value from client_list l
    where ${sql.join([...where, more], sql` and `)} order by ${ordered} limit ${query.limit}`
  // Branch by branch, each from an index that begins with the branch; the few rows of each are then merged.
  const body =
    query.branches === null || !stretch.isByBranch
      ? one(sql`true`)
      : sql`select o.client_id, o.value from unnest(${query.branches.map(String)}::bigint[]) as wanted(branch_id)
          cross join lateral (${one(sql`l.branch_id = wanted.branch_id`)}) o
          order by o.value ${order}, o.client_id ${order} limit ${query.limit}`
  const { rows } = await sql<Found>`${withHits(query.hits)} select page.client_id, page.value::text as value from (${body}) page`.execute(conn.db)
  return rows
}

/** Debtors by what they owe. The planner knows nothing of how debts and filters go together, so the way is chosen by counting first. */
async function selectDebtors(
  conn: Db,
  { direction }: Stretch,
  { where, hits, isNarrowed: isNarrow, owesFrom, limit, position }: StretchQuery,
): Promise<Found[]> {
  const order = sql.raw(direction)
  const owing = owesFrom === null ? sql`b.receivable_minor > 0` : sql`b.receivable_minor > 0 and b.receivable_minor >= ${owesFrom}::bigint`
  const beyond =
    position === undefined
      ? sql`true`
      : sql`(b.receivable_minor, b.client_id) ${sql.raw(direction === 'asc' ? '>' : '<')} (${position.value}::bigint, ${position.id}::bigint)`
  const matching = sql`select l.client_id from client_list l where ${sql.join(where, sql` and `)}`
  const isFew =
    isNarrow && (await countUpTo(conn, sql`${withHits(hits)} select count(*) as found from (${matching} limit ${FEW_MATCHES + 1}) matching`)) <= FEW_MATCHES
  const withMatches = hits === null ? sql`with matches as materialized (${matching})` : sql`${withHits(hits)}, matches as materialized (${matching})`
  const body = isFew
    ? sql`${withMatches} select b.client_id, b.receivable_minor::text as value from client_balances b
          where b.client_id in (select client_id from matches) and ${owing} and ${beyond}
          order by b.receivable_minor ${order}, b.client_id ${order} limit ${limit}`
    : sql`${withHits(hits)} select b.client_id, b.receivable_minor::text as value
          from (select client_id, receivable_minor from client_balances b where ${owing} and ${beyond} order by b.receivable_minor ${order}, b.client_id ${order} offset 0) b
          cross join lateral (select 1 from client_list l where l.client_id = b.client_id and ${sql.join(where, sql` and `)} limit 1) l limit ${limit}`
  const { rows } = await sql<Found>`${body}`.execute(conn.db)
  return rows
}

/** Clients by a part of their own texts, and those of lines by login or MAC. The limit keeps a common word from reading everything. */
function searched(scope: Scope, filter: ClientFilter, q: string): RawBuilder<unknown> {
  if (q.length < TRIGRAM) return beginningWith(q)
  const pattern = contains(q)
  const limit = isNarrowed(scope, { ...filter, q: undefined }) || filter.owes !== undefined || isOfDebtors(filter) ? SEARCHED_NARROWED : SEARCHED
  return sql`(select id as client_id from clients where search like ${pattern} limit ${limit})
    union (select client_id from subscriptions where search like ${pattern} limit ${limit})`
}

function beginningWith(q: string): RawBuilder<unknown> {
  const within = (column: RawBuilder<unknown>, from: string) =>
    sql`select l.client_id from client_list l where ${column} >= ${from} and ${column} < ${`${from}\u{10ffff}`} limit ${SEARCHED}`
  return sql`(${within(sql`l.sort_name`, q.toLowerCase())}) union (${within(sql`l.code`, q.toUpperCase())}) union (${within(sql`l.code`, q)})`
}

/** The conditions on debts as they are best asked here. `isNarrow`: the debtors are few enough to begin with them. */
async function askedOfDebts(conn: Db, filter: ClientFilter, { isByDebt }: { isByDebt: boolean }): Promise<{ where: RawBuilder<unknown>[]; isNarrow: boolean }> {
  // A list by debt says itself who owes, and how much at least.
  const asked = debtConditions(filter).filter(({ isOverdue }) => isOverdue || !isByDebt)
  const where = filter.owes === false && !isByDebt ? [sql`${receivable} <= 0`] : []
  let isNarrow = false
  for (const condition of asked) {
    const isFew = (await countFew(conn, condition)) <= FEW_DEBTORS
    where.push(isFew ? sql`l.client_id in (${condition.debtors})` : condition.ofRow)
    isNarrow ||= isFew
  }
  return { where, isNarrow }
}

/** How many owe so, counted only as far as it matters. */
async function countFew(conn: Db, { debtors }: DebtCondition): Promise<number> {
  return countUpTo(conn, sql`select count(*) as found from (${debtors} limit ${FEW_DEBTORS + 1}) debtors`)
}

async function countUpTo(conn: Db, query: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ found: bigint }>`${query}`.execute(conn.db)
  return Number(rows[0]?.found ?? 0n)
}

/** Whether a list shows less than the whole company's clients who are not deleted. */
function isNarrowed(scope: Scope, filter: ClientFilter): boolean {
  const { owes: _owes, owesFrom: _from, dueBefore: _due, isDeleted, ...rest } = filter
  return scope.kind !== 'company' || isDeleted === true || Object.values(rest).some((value) => value !== undefined)
}

/** How many match, counted up to `cap`; a search counts what it looks at. */
export async function countClients(conn: Db, scope: Scope, filter: ClientFilter, cap: number): Promise<number> {
  const debts = await askedOfDebts(conn, filter, { isByDebt: false })
  const where = [...conditions(scope, filter), ...debts.where, ...(filter.q === undefined ? [] : [sql`l.client_id in (select client_id from hits)`])]
  const hits = withHits(filter.q === undefined ? null : searched(scope, filter, filter.q))
  return countUpTo(
    conn,
    sql`${hits} select count(*) as found from (select distinct l.client_id from client_list l where ${sql.join(where, sql` and `)} order by l.client_id limit ${cap + 1}) matching`,
  )
}

export interface ListTarget {
  readonly clientId: bigint
  /** Null for a client without a line. */
  readonly subscriptionId: bigint | null
}

export interface TargetsOf {
  /** These clients and no others; the filter then only says which of their lines, where they have such. */
  readonly clientIds?: readonly bigint[] | undefined
  readonly exceptIds?: readonly bigint[] | undefined
}

/** Clients and lines of a filter, or of clients that were chosen one by one, for work on all of them; in the order of their ids. */
export async function selectTargets(
  conn: Db,
  scope: Scope,
  filter: ClientFilter,
  { clientIds, exceptIds = [] }: TargetsOf,
  page: { limit: number; after: { clientId: bigint; subscriptionId: bigint | null } | undefined },
): Promise<ListTarget[]> {
  const where: RawBuilder<unknown>[] = []
  let hits: RawBuilder<unknown> | null = null
  if (clientIds === undefined) {
    where.push(...conditions(scope, filter), ...(await askedOfDebts(conn, filter, { isByDebt: false })).where)
    hits = filter.q === undefined ? null : searched(scope, filter, filter.q)
    if (hits !== null) where.push(sql`l.client_id in (select client_id from hits)`)
  } else {
    const suits = (alias: 'l' | 'o') => sql.join([sql`true`, ...lineConditions(filter, alias)], sql` and `)
    where.push(sql`l.client_id = any(${clientIds.map(String)}::bigint[])`, scopeCondition(scope, 'l'))
    where.push(sql`(${suits('l')} or not exists (select 1 from client_list o where o.client_id = l.client_id and ${suits('o')}))`)
  }
  if (exceptIds.length > 0) where.push(sql`l.client_id <> all(${exceptIds.map(String)}::bigint[])`)
  if (page.after !== undefined) where.push(sql`(l.client_id, l.subscription_id) > (${page.after.clientId}::bigint, ${page.after.subscriptionId ?? 0n}::bigint)`)
  const { rows } = await sql<{ clientId: bigint; subscriptionId: bigint | null }>`
    ${withHits(hits)} select l.client_id as "clientId", nullif(l.subscription_id, 0) as "subscriptionId" from client_list l
    where ${sql.join(where, sql` and `)} order by l.client_id, l.subscription_id limit ${page.limit}`.execute(conn.db)
  return rows
}

export interface ListedLine {
  readonly id: bigint
  readonly client_id: bigint
  readonly state: 'pending' | 'active' | 'suspended' | 'expired' | 'left'
  readonly label: string
  readonly pppoe_login: string | null
  readonly router_id: bigint | null
  readonly router_name: string | null
  readonly static_ip: string | null
  readonly mac: string | null
  readonly billing_mode: 'postpaid' | 'prepaid'
  readonly package_id: bigint
  readonly package_code: string
  readonly package_name: string
  readonly expires_on: PlainDate | null
  readonly anchor_day: number
  readonly activated_on: PlainDate | null
  readonly connection_kind: ConnectionKind
  readonly onu_mac: string | null
  readonly onu_model: string
  readonly custom: CustomValues
}

export interface ListedClient {
  readonly id: bigint
  readonly code: string
  readonly name: string
  readonly kind: 'person' | 'company'
  readonly phone: string
  readonly phone_alternative: string
  readonly email: string
  readonly address: string
  readonly district: string
  readonly upazila: string
  readonly client_type: string
  readonly branch_id: bigint
  readonly branch_name: string
  readonly area_id: bigint | null
  readonly area_name: string | null
  readonly reseller_id: bigint | null
  readonly reseller_name: string | null
  readonly is_vip: boolean
  readonly is_whitelisted: boolean
  readonly tags: readonly string[]
  readonly joined_on: PlainDate
  readonly deleted_at: Temporal.Instant | null
  readonly receivable_minor: Minor
  readonly credit_minor: Minor
  /** When the oldest of what he owes fell or falls due. */
  readonly due_on: PlainDate | null
  readonly custom: CustomValues
  readonly lines: readonly ListedLine[]
}

/** What a list shows of the clients, in the order of the ids; the ids have passed the scope already. */
export async function selectRows(conn: Db, clientIds: readonly bigint[]): Promise<ListedClient[]> {
  const ids = clientIds.map(String)
  const [{ rows: clients }, { rows: lines }] = await Promise.all([
    sql<Omit<ListedClient, 'lines'>>`${kept}
      select c.id, c.code, c.name, c.kind, c.phone, c.phone_alternative, c.email, c.address, c.district, c.upazila, c.client_type, c.branch_id,
        (select name from branches where id = c.branch_id) as branch_name, c.area_id, (select name from areas where id = c.area_id) as area_name, c.reseller_id,
        (select name from resellers where id = c.reseller_id) as reseller_name, c.is_vip, c.is_whitelisted, c.tags, c.joined_on, c.deleted_at, c.custom,
        coalesce(b.receivable_minor, 0) as receivable_minor, coalesce(b.credit_minor, 0) as credit_minor,
        case when b.receivable_minor > 0 then (select min(i.due_on) from invoice_balances i where i.client_id = c.id and i.open_minor > 0) end as due_on
      from clients c left join client_balances b on b.client_id = c.id where c.id = any(${ids}::bigint[])`.execute(conn.db),
    sql<ListedLine>`${kept}
      select s.id, s.client_id, s.state, s.label, s.pppoe_login, s.router_id, (select name from routers where id = s.router_id) as router_name, host(s.static_ip) as static_ip, s.mac, s.billing_mode, s.package_id,
        (select code from packages where id = s.package_id) as package_code, (select name from packages where id = s.package_id) as package_name, s.expires_on, s.anchor_day, s.activated_on, s.connection_kind, s.onu_mac, s.onu_model, s.custom
      from subscriptions s where s.client_id = any(${ids}::bigint[]) order by s.client_id, s.id`.execute(conn.db),
  ])
  const byId = new Map(clients.map((client) => [client.id, client]))
  const linesOf = Map.groupBy(lines, ({ client_id }) => client_id)
  return clientIds.flatMap((id) => {
    const client = byId.get(id)
    return client === undefined ? [] : [{ ...client, lines: linesOf.get(id) ?? [] }]
  })
}
