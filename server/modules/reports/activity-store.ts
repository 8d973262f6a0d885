import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { subjectName } from '../audit/index.ts'

/** What somebody did to something, as a colleague would tell it. */
export interface Activity {
  readonly id: bigint
  readonly at: Instant
  readonly actor_kind: 'user' | 'token' | 'system'
  readonly actor_name: string
  readonly action: string
  readonly subject_type: string
  readonly subject_id: bigint | null
  readonly subject_name: string | null
  readonly client_id: bigint | null
  readonly client_name: string | null
  readonly amount_minor: Minor | null
}

/** Families that go with another event, or tell of no work: the change of a package is told once, not with each charge it opened. */
const ASIDE = ['session.', 'charge.', 'access.']
const ASIDE_ACTIONS = ['subscription.terms_changed', 'subscription.cover_given', 'subscription.expired', 'invoice_run.chunk_issued', 'payment.allocated']

/** How far back it looks: past the last quiet weeks, and never through years of log-ins. */
const DAYS = 60

/** The work done last, newest first, as far as the person may see it. */
export async function selectActivity(conn: Conn, scope: Scope, { now, limit }: { now: Instant; limit: number }): Promise<Activity[]> {
  const mine =
    scope.kind === 'company'
      ? sql`true`
      : scope.kind === 'branches'
        ? sql`e.branch_id = any(${scope.branchIds}::bigint[])`
        : sql`e.reseller_id = ${scope.resellerId}`
  const told = sql.join(
    ASIDE.map((family) => sql`not (e.action >= ${family} and e.action < ${`${family}~`})`),
    sql` and `,
  )
  const { rows } = await sql<Omit<Activity, 'subject_name'> & { before: Record<string, unknown> | null; after: Record<string, unknown> | null }>`
    select e.id, e.at, e.actor_kind, coalesce(u.full_name, e.actor_name) as actor_name, e.action, e.subject_type, e.subject_id, e.client_id, c.name as client_name,
      e.before, e.after, coalesce(e.after ->> 'amount_minor', e.after ->> 'total_minor')::bigint as amount_minor
    from (
      select * from audit_events e
      where e.at >= ${now.subtract({ hours: 24 * DAYS })} and ${mine} and ${told} and e.action <> all(${ASIDE_ACTIONS}::text[])
      order by e.at desc, e.id desc limit ${limit}
    ) e
    left join users u on u.id = e.actor_id and e.actor_kind = 'user'
    left join clients c on c.id = e.client_id
    order by e.at desc, e.id desc`.execute(conn.db)
  return rows.map(({ before, after, ...row }) => ({ ...row, subject_name: subjectName({ before, after }) }))
}
