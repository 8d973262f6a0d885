import { sql } from 'kysely'
import type { Locale, Scope } from '../../../kernel/actor.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import type { CONNECTIONS } from '../../branches/index.ts'
import { contains } from '../list/filter.ts'

export const SIGNUP_STATES = ['new', 'approved', 'rejected'] as const

export interface SignupFacts {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly area_id: bigint | null
  readonly branch_id: bigint | null
  readonly package_id: bigint | null
  readonly note: string
  readonly locale: Locale
}

export interface Signup extends SignupFacts {
  readonly id: bigint
  readonly state: (typeof SIGNUP_STATES)[number]
  readonly decided_by: bigint | null
  readonly decided_at: Temporal.Instant | null
  readonly decision_reason: string
  readonly client_id: bigint | null
  readonly created_at: Temporal.Instant
}

const columns = sql.raw(
  'r.id, r.state, r.name, r.phone, r.email, r.address, r.area_id, r.branch_id, r.package_id, r.note, r.locale, r.decided_by, r.decided_at, r.decision_reason, r.client_id, r.created_at',
)

/** A branch sees the requests for it; one without a branch is the company's until somebody gives it to a branch. */
function inScope(scope: Scope) {
  if (scope.kind === 'company') return sql`true`
  if (scope.kind === 'branches') return sql`r.branch_id = any(${scope.branchIds.map(String)}::bigint[])`
  return sql`false`
}

/** A request that names an area and no branch goes to the branch of that area. */
export async function insertSignup(tx: Tx, facts: SignupFacts): Promise<{ id: bigint; branch_id: bigint | null }> {
  const { rows } = await sql<{ id: bigint; branch_id: bigint | null }>`
    insert into signup_requests (name, phone, email, address, area_id, branch_id, package_id, note, locale, ip, created_at)
    values (${facts.name}, ${facts.phone}, ${facts.email}, ${facts.address}, ${facts.area_id}, coalesce(${facts.branch_id}::bigint, (select branch_id from areas where id = ${facts.area_id}::bigint)),
      ${facts.package_id}, ${facts.note}, ${facts.locale}, ${tx.actor.ip}::inet, ${tx.now}) returning id, branch_id`.execute(tx.db)
  return rows[0] as { id: bigint; branch_id: bigint | null }
}

export async function selectBranchesOf(conn: Pick<Conn, 'db'>, ids: readonly bigint[]): Promise<{ id: bigint; branch_id: bigint | null }[]> {
  const { rows } = await sql<{ id: bigint; branch_id: bigint | null }>`
    select id, branch_id from signup_requests where id = any(${ids.map(String)}::bigint[])`.execute(conn.db)
  return rows
}

/** Serialises the requests of one address, so that parallel ones cannot all pass the limit. */
export async function lockAddress(tx: Tx, ip: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('signup'), hashtext(${ip}))`.execute(tx.db)
}

export async function countSince(tx: Tx, ip: string, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ found: bigint }>`select count(*) as found from signup_requests where ip = ${ip}::inet and created_at > ${since}`.execute(tx.db)
  return Number(rows[0]?.found ?? 0n)
}

export async function hasOpenRequest(tx: Tx, phone: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select 1 from signup_requests where phone = ${phone} and state = 'new') as found`.execute(tx.db)
  return rows[0]?.found === true
}

export async function lockSignup(tx: Tx, scope: Scope, signupId: bigint): Promise<Signup | undefined> {
  const { rows } = await sql<Signup>`select ${columns} from signup_requests r where r.id = ${signupId} and ${inScope(scope)} for update`.execute(tx.db)
  return rows[0]
}

export async function updateDecision(
  tx: Tx,
  signupId: bigint,
  { state, reason, clientId }: { state: 'approved' | 'rejected'; reason: string; clientId: bigint | null },
): Promise<Signup> {
  const { rows } = await sql<Signup>`
    update signup_requests r set state = ${state}, decided_by = ${tx.actor.userId}, decided_at = ${tx.now}, decision_reason = ${reason}, client_id = ${clientId}
    where r.id = ${signupId} returning ${columns}`.execute(tx.db)
  return rows[0] as Signup
}

export interface ListedSignup extends Signup {
  readonly area_name: string | null
  /** Null where no area is named. */
  readonly area_connections: (typeof CONNECTIONS)[number] | null
  readonly branch_name: string | null
  readonly package_name: string | null
  readonly decided_by_name: string | null
  readonly client_code: string | null
}

export interface SignupFilter {
  readonly id?: bigint | undefined
  readonly state?: string | undefined
  readonly areaId?: bigint | undefined
  readonly branchId?: bigint | undefined
  readonly q?: string | undefined
}

/** Newest first; `limit + 1` rows. */
export async function selectSignups(
  conn: Pick<Conn, 'db'>,
  scope: Scope,
  filter: SignupFilter,
  page: { limit: number; before?: bigint | undefined },
): Promise<ListedSignup[]> {
  const where = [inScope(scope)]
  if (filter.id !== undefined) where.push(sql`r.id = ${filter.id}`)
  if (filter.state !== undefined) where.push(sql`r.state = ${filter.state}`)
  if (filter.areaId !== undefined) where.push(sql`r.area_id = ${filter.areaId}`)
  if (filter.branchId !== undefined) where.push(sql`r.branch_id = ${filter.branchId}`)
  if (filter.q !== undefined) {
    const pattern = contains(filter.q)
    where.push(sql`(lower(r.name) like ${pattern} or r.phone like ${pattern} or lower(r.address) like ${pattern})`)
  }
  if (page.before !== undefined) where.push(sql`r.id < ${page.before}`)
  const { rows } = await sql<ListedSignup>`
    select ${columns}, a.name as area_name, a.connections as area_connections, b.name as branch_name, p.name as package_name, u.full_name as decided_by_name, c.code as client_code
    from signup_requests r left join areas a on a.id = r.area_id left join branches b on b.id = r.branch_id left join packages p on p.id = r.package_id
      left join users u on u.id = r.decided_by left join clients c on c.id = r.client_id
    where ${sql.join(where, sql` and `)} order by r.id desc limit ${page.limit + 1}`.execute(conn.db)
  return rows
}

/** How many requests of each area wait; those that name none under null. */
export async function countWaiting(conn: Pick<Conn, 'db'>, scope: Scope): Promise<{ area_id: bigint | null; waiting: bigint }[]> {
  const { rows } = await sql<{ area_id: bigint | null; waiting: bigint }>`
    select r.area_id, count(*) as waiting from signup_requests r where r.state = 'new' and ${inScope(scope)} group by r.area_id order by r.area_id nulls last limit 5000`.execute(
    conn.db,
  )
  return rows
}
