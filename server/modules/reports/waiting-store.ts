import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor, Scope } from '../../kernel/actor.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'

export const WAITING_KINDS = [
  'run_to_release',
  'run_to_start',
  'cut_to_release',
  'discount_to_decide',
  'suspense_to_match',
  'suspense_to_agree',
  'transfer_to_accept',
  'signup_to_decide',
  'import_to_start',
  'import_with_errors',
  'bulk_to_start',
  'books_in_red',
] as const
export type WaitingKind = (typeof WAITING_KINDS)[number]

export interface Waiting {
  readonly kind: WaitingKind
  readonly count: bigint
  /** Where it is one thing, which. */
  readonly id: bigint | null
}

interface Question {
  readonly permission: Permission
  /** The ids of what waits. */
  readonly ids: (actor: Actor, now: Instant) => RawBuilder<unknown>
}

/** Unknown money has no client; it goes by the branch of its wallet. */
const ofBranch = (scope: Scope, column: string): RawBuilder<unknown> =>
  scope.kind === 'company' ? sql`true` : scope.kind === 'branches' ? sql`${sql.ref(column)} = any(${scope.branchIds.map(String)}::bigint[])` : sql`false`

/** A wallet without a branch is everybody's to use. */
const reach = (scope: Scope): RawBuilder<unknown> =>
  scope.kind === 'branches' ? sql`(w.branch_id is null or ${ofBranch(scope, 'w.branch_id')})` : ofBranch(scope, 'w.branch_id')

const unmatched = (actor: Actor): RawBuilder<unknown> => sql`
  from payments p left join suspense_matches m on m.payment_id = p.id and m.state <> 'rejected'
  where p.client_id is null and ${ofBranch(actor.scope, 'p.branch_id')} and not exists (select 1 from payment_reversals r where r.payment_id = p.id)`

/** Files are seen by whoever sent them, and by those who see the whole company. */
const importsOf = (actor: Actor): RawBuilder<unknown> => (actor.scope.kind === 'company' ? sql`true` : sql`i.created_by = ${actor.userId}::bigint`)

/** What waits for somebody with a permission. Nobody is asked to decide on what he asked for himself. */
const QUESTIONS: Readonly<Record<WaitingKind, Question>> = {
  run_to_release: {
    permission: 'invoice.approve_run',
    ids: () => sql`select id from invoice_runs where state = 'awaiting_release'`,
  },
  run_to_start: {
    permission: 'invoice.run',
    ids: () => sql`select id from invoice_runs where state = 'ready'`,
  },
  cut_to_release: {
    permission: 'access.release_breaker',
    ids: (actor) => sql`select id from suspension_runs where state = 'awaiting_release' and ${actor.scope.kind === 'company'}`,
  },
  discount_to_decide: {
    permission: 'discount.approve',
    ids: (actor) => sql`
      select d.id from discount_requests d join clients c on c.id = d.client_id
      where d.state = 'waiting' and d.requested_by is distinct from ${actor.userId}::bigint and ${scopeCondition(actor.scope, 'c')}`,
  },
  suspense_to_match: {
    permission: 'suspense.match',
    ids: (actor) => sql`select p.id ${unmatched(actor)} and m.id is null`,
  },
  suspense_to_agree: {
    permission: 'suspense.approve',
    ids: (actor) => sql`select p.id ${unmatched(actor)} and m.state = 'proposed' and m.proposed_by is distinct from ${actor.userId}::bigint`,
  },
  transfer_to_accept: {
    permission: 'wallet.view_own',
    ids: (actor) => sql`
      select t.id from wallet_transfers t join wallets w on w.id = t.to_wallet_id
      where t.recorded_by is distinct from ${actor.userId}::bigint and not exists (select 1 from wallet_transfer_outcomes o where o.transfer_id = t.id)
        and (w.owner_user_id = ${actor.userId}::bigint or (w.kind <> 'drawer' and ${actor.permissions.has('wallet.accept')}::boolean and ${reach(actor.scope)}))`,
  },
  signup_to_decide: {
    permission: 'client.create',
    ids: (actor) => sql`select r.id from signup_requests r where r.state = 'new' and ${ofBranch(actor.scope, 'r.branch_id')}`,
  },
  import_to_start: {
    permission: 'client.import',
    ids: (actor) => sql`select i.id from imports i where i.state = 'previewed' and ${importsOf(actor)}`,
  },
  import_with_errors: {
    permission: 'client.import',
    ids: (actor, now) => sql`
      select i.id from imports i where i.state in ('done', 'failed') and ${importsOf(actor)} and i.finished_at > ${now.subtract({ hours: 7 * 24 })}
        and (i.state = 'failed' or coalesce((i.counts ->> 'failed')::int, 0) + coalesce((i.counts ->> 'invalid')::int, 0) > 0)`,
  },
  bulk_to_start: {
    permission: 'client.view',
    ids: (actor) => sql`select b.id from bulk_jobs b where b.state = 'previewed' and b.created_by = ${actor.userId}::bigint`,
  },
  books_in_red: {
    permission: 'job.view',
    ids: () => sql`select d.id from (select id, is_ok from doctor_results order by id desc limit 1) d where not d.is_ok`,
  },
}

// A count beyond this says "many" as well as the true one would.
const MOST = 1000

/** What waits for this person to look at, most pressing first; only what there is. */
export async function selectWaiting(conn: Conn, actor: Actor, now: Instant): Promise<Waiting[]> {
  const asked = WAITING_KINDS.filter((kind) => actor.permissions.has(QUESTIONS[kind].permission))
  if (asked.length === 0) return []
  const parts = asked.map(
    (kind) => sql`
      select ${kind}::text as kind, count(*) as count, case when count(*) = 1 then min(id) end as id from (${QUESTIONS[kind].ids(actor, now)} limit ${MOST}) x (id) having count(*) > 0`,
  )
  const { rows } = await sql<Waiting>`${sql.join(parts, sql` union all `)}`.execute(conn.db)
  return rows
}
