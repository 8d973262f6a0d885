import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'

export interface ExplainedSubscription {
  readonly id: bigint
  readonly client_id: bigint
  readonly state: 'pending' | 'active' | 'suspended' | 'expired' | 'left'
  readonly billing_mode: 'prepaid' | 'postpaid'
  readonly expires_on: PlainDate | null
  readonly left_on: PlainDate | null
  readonly is_whitelisted: boolean
  /** How far its package is billed; null where nothing is billed yet. */
  readonly billed_until: PlainDate | null
  readonly desired_on: boolean | null
  readonly is_applied: boolean
  readonly access_changed_at: Instant | null
  readonly overdue_count: bigint
  readonly overdue_minor: Minor
  /** The cut that stands, with what it was reckoned from; null where nobody noted one. */
  readonly cut: {
    readonly late_minor: number
    readonly oldest_due_on: string
    readonly grace_days: number
    readonly cut_on: string
    readonly run_id: number
  } | null
  /** The day of an open promise to pay. */
  readonly promised_on: PlainDate | null
}

/** A line with what speaks for and against its service; undefined outside the scope. */
export async function selectSubscription(conn: Conn, scope: Scope, subscriptionId: bigint, today: PlainDate): Promise<ExplainedSubscription | undefined> {
  const { rows } = await sql<ExplainedSubscription>`
    select s.id, s.client_id, s.state, s.billing_mode, s.expires_on, s.left_on, c.is_whitelisted and (c.whitelist_until is null or c.whitelist_until >= ${today}) as is_whitelisted,
      (select max(h.billed_until) from charges h where h.subscription_id = s.id and h.item = 'package' and h.billed_until > h.starts_on) as billed_until,
      a.desired_on, coalesce(a.revision = a.applied_revision, false) as is_applied, a.changed_at as access_changed_at, o.count as overdue_count, o.amount as overdue_minor,
      (select jsonb_build_object('late_minor', i.late_minor - i.credit_minor, 'oldest_due_on', i.oldest_due_on, 'grace_days', i.grace_days, 'cut_on', i.cut_on, 'run_id', i.run_id)
        from suspension_items i where i.subscription_id = s.id and i.reason = 'billing' and i.outcome = 'cut' and i.ended_at is null order by i.cut_at desc limit 1) as cut,
      (select p.promised_on from payment_promises p where p.client_id = s.client_id and p.state = 'open') as promised_on
    from subscriptions s join clients c on c.id = s.client_id left join access a on a.subscription_id = s.id
    cross join lateral (
      select count(*) as count, coalesce(sum(b.open_minor), 0)::bigint as amount from invoice_balances b where b.client_id = s.client_id and b.open_minor > 0 and b.due_on < ${today}) o
    where s.id = ${subscriptionId} and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  return rows[0]
}

export interface Cover {
  readonly invoice_id: bigint
  readonly code: string
  readonly line_no: number
  readonly starts_on: PlainDate
  readonly ends_on: PlainDate
  readonly open_minor: Minor
  /** The package of these days was ended here, before they were over. */
  readonly cut_on: PlainDate | null
}

/** The latest prepaid days of a line: those that count, and those that would if their invoice were paid. Newest first; voided ones are left out. */
export async function selectCover(conn: Conn, subscriptionId: bigint, limit: number): Promise<Cover[]> {
  const { rows } = await sql<Cover>`
    select l.invoice_id, i.code, l.line_no, l.starts_on, l.ends_on, b.open_minor, case when h.ends_on < l.ends_on then h.ends_on end as cut_on
    from charges h join billed_periods p on p.charge_id = h.id join invoice_lines l on l.invoice_id = p.invoice_id and l.line_no = p.line_no
      join invoices i on i.id = l.invoice_id join invoice_balances b on b.invoice_id = l.invoice_id
    where h.subscription_id = ${subscriptionId} and h.item = 'package' and b.voided_minor = 0 and (h.ends_on is null or l.starts_on < h.ends_on)
    order by least(l.ends_on, h.ends_on) desc, l.invoice_id desc limit ${limit}`.execute(conn.db)
  return rows
}

export interface ExplainedReason {
  readonly reason: 'billing' | 'expired' | 'manual' | 'abuse' | 'vacation' | 'kyc' | 'left'
  readonly since: Instant
  readonly until: PlainDate | null
  readonly note: string
  readonly recorded_by_name: string | null
}

export async function selectReasons(conn: Conn, subscriptionId: bigint): Promise<ExplainedReason[]> {
  const { rows } = await sql<ExplainedReason>`
    select r.reason, r.since, r.until, r.note, u.full_name as recorded_by_name from access_reasons r left join users u on u.id = r.recorded_by
    where r.subscription_id = ${subscriptionId} order by r.since, r.reason limit 100`.execute(conn.db)
  return rows
}
