import { sql } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { contains } from '../list/filter.ts'

export interface FoundClient {
  readonly id: bigint
  readonly code: string
  readonly name: string
  readonly phone: string
  readonly is_exact: boolean
}

export interface FoundLine {
  readonly id: bigint
  readonly client_id: bigint
  readonly pppoe_login: string | null
  readonly static_ip: string | null
  readonly mac: string | null
  readonly onu_mac: string | null
  readonly state: string
  readonly client_name: string
  readonly client_code: string
  readonly is_exact: boolean
}

// The first so many texts that contain the part are looked at, so that a common word costs no more than a rare one. Who sees only a
// part of the company looks at more, or his own clients would drown in those of others.
const candidates = (scope: Scope): number => (scope.kind === 'company' ? 500 : 5000)
// Shorter parts have no trigram: they are looked for at the beginning of codes and names only.
const TRIGRAM = 3

/** Clients by a part of their texts. A whole code is looked up by itself: every other client shares most parts of it, which makes them slow to tell apart. */
export async function findClients(conn: Pick<Conn, 'db'>, scope: Scope, spellings: readonly string[], limit: number): Promise<FoundClient[]> {
  const exact = spellings.map((text) => text.toUpperCase())
  const { rows } = await sql<FoundClient>`
    with named as materialized (select id, code, name, phone, branch_id, reseller_id, deleted_at from clients where code = any(${exact}::text[]) limit ${limit}),
    hits as materialized (
      select * from named
      union all
      (select id, code, name, phone, branch_id, reseller_id, deleted_at from clients
      where not exists (select from named) and (${sql.join(
        spellings.map((text) => (text.length < TRIGRAM ? beginningWith(text) : sql`search like ${contains(text)}`)),
        sql` or `,
      )}) limit ${candidates(scope)}))
    select h.id, h.code, h.name, h.phone, (upper(h.code) = any(${exact}::text[]) or h.phone = any(${[...spellings]}::text[])) as is_exact
    from hits h where h.deleted_at is null and ${scopeCondition(scope, 'h')} order by is_exact desc, h.name, h.id limit ${limit}`.execute(conn.db)
  return rows
}

const beginningWith = (
  text: string,
) => sql`(id in (select client_id from client_list where sort_name >= ${text.toLowerCase()} and sort_name < ${`${text.toLowerCase()}\u{10ffff}`} limit 500)
  or code >= ${text.toUpperCase()} and code < ${`${text.toUpperCase()}\u{10ffff}`})`

/** By a part of the login or MAC, or by the whole static address. */
export async function findLines(conn: Pick<Conn, 'db'>, scope: Scope, { text, ip }: { text: string; ip: string | null }, limit: number): Promise<FoundLine[]> {
  if (text.length < TRIGRAM) return []
  const { rows } = await sql<FoundLine>`
    with hits as materialized (
      (select id from subscriptions where search like ${contains(text)} limit ${candidates(scope)})
      ${ip === null ? sql`` : sql`union (select id from subscriptions where static_ip = ${ip}::inet and state <> 'left')`})
    select s.id, s.client_id, s.pppoe_login, host(s.static_ip) as static_ip, s.mac, s.onu_mac, s.state, c.name as client_name, c.code as client_code,
      coalesce(lower(s.pppoe_login) = ${text.toLowerCase()} or s.mac = ${text} or s.onu_mac = ${text} or s.static_ip = ${ip}::inet, false) as is_exact
    from hits h join subscriptions s on s.id = h.id join clients c on c.id = s.client_id
    where c.deleted_at is null and ${scopeCondition(scope, 'c')} order by is_exact desc, (s.state = 'left'), s.pppoe_login, s.id limit ${limit}`.execute(
    conn.db,
  )
  return rows
}
