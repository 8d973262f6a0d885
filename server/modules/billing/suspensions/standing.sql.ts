import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Minor } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { RunScope } from '../run-stage-store.ts'
import { inRunScope } from '../run-stage-store.ts'

/** What is to become of a line of a client who owes, or whose cover has ended; all but `cut` spare it, in the order in which they are asked. */
export const VERDICTS = [
  'cut',
  'in_grace',
  'credit_covers',
  'below_minimum',
  'whitelisted',
  'vip',
  'auto_control_off',
  'promise',
  'already_cut',
  'once_a_day',
] as const
export type Verdict = (typeof VERDICTS)[number]

export const CUT_REASONS = ['billing', 'expired'] as const
export type CutReason = (typeof CUT_REASONS)[number]

/** By what it is decided whether a line is cut. */
export interface CutTerms {
  readonly minDue: Minor
  readonly ignoresFutureMonths: boolean
  readonly sparesVip: boolean
}

export interface StandingOf extends CutTerms {
  readonly day: PlainDate
  readonly scope?: RunScope
  readonly reasons?: readonly CutReason[]
  /** A line that was cut and given back this day is left alone until the next: for what nobody decides. */
  readonly onceADay?: boolean
  /** Also prepaid lines that have been without cover for long; what stands cut is judged by the terms it was cut by. */
  readonly isOfCut?: boolean
}

export interface Standing {
  readonly subscription_id: bigint
  readonly client_id: bigint
  readonly branch_id: bigint
  readonly router_id: bigint | null
  readonly reason: CutReason
  /** Open of bills whose grace is over. */
  readonly late_minor: Minor
  /** Open of all bills past their due day. */
  readonly overdue_minor: Minor
  readonly credit_minor: Minor
  readonly oldest_due_on: PlainDate | null
  readonly grace_days: number
  readonly expires_on: PlainDate | null
  readonly min_due_minor: Minor
  readonly ignores_future_months: boolean
  readonly verdict: Verdict
  /** The last day on which it is spared for that; null where nobody knows. */
  readonly spared_until: PlainDate | null
}

/**
 * Billing rule 35 as one statement: every line whose client has bills past their due day, and every prepaid line whose cover has ended, with what is to
 * become of it. A due day belongs to the client; with `g` days of grace (of the line's own policy) a bill is late from `due_on + g + 1` on. Money that pays
 * nothing yet counts against the debt; a deposit does not. What is paid ahead is not taken away for a debt: prepaid lines end by their cover alone.
 */
export function standing({
  day,
  minDue,
  ignoresFutureMonths,
  sparesVip,
  scope = {},
  reasons = CUT_REASONS,
  onceADay = false,
  isOfCut = false,
}: StandingOf): RawBuilder<unknown> {
  const parts = [
    ...(reasons.includes('billing') ? [owing({ day, ignoresFutureMonths, scope, isOfCut })] : []),
    ...(reasons.includes('expired') ? [uncovered({ day, scope, isOfCut })] : []),
  ]
  const again = sql`exists (select 1 from suspension_items d where d.subscription_id = l.id and d.reason = l.reason and d.outcome = 'cut'
    and (d.cut_on = ${day} or (d.ended_on = ${day} and d.ended_why = 'by_hand')))`
  return sql`
    select w.*, case w.verdict when 'in_grace' then w.oldest_due_on + w.grace_days when 'whitelisted' then w.whitelist_until when 'vip' then w.vip_until
      when 'auto_control_off' then w.auto_control_until when 'promise' then w.promised_on when 'once_a_day' then ${day}::date end as spared_until
    from (${judged({ day, minDue, ignoresFutureMonths, sparesVip, scope, parts, again: onceADay ? again : sql`false` })}) w`
}

interface Judged extends CutTerms {
  readonly day: PlainDate
  readonly scope: RunScope
  readonly parts: readonly RawBuilder<unknown>[]
  readonly again: RawBuilder<unknown>
}

function judged({ day, minDue, ignoresFutureMonths, sparesVip, scope, parts, again }: Judged): RawBuilder<unknown> {
  return sql`
    select l.id as subscription_id, l.client_id, c.branch_id, l.router_id, l.reason, l.late_minor, l.overdue_minor, coalesce(m.credit_minor, 0) as credit_minor, l.oldest_due_on,
      l.grace_days, l.expires_on, c.whitelist_until, c.vip_until, l.auto_control_until, p.promised_on, coalesce(t.min_due_minor, ${minDue}::bigint) as min_due_minor, coalesce(t.ignores_future_months, ${ignoresFutureMonths}::boolean) as ignores_future_months,
      case
        when l.reason = 'billing' and l.late_minor = 0 then 'in_grace'
        when l.reason = 'billing' and l.late_minor <= coalesce(m.credit_minor, 0) then 'credit_covers'
        when l.reason = 'billing' and l.late_minor - coalesce(m.credit_minor, 0) < coalesce(t.min_due_minor, ${minDue}::bigint) then 'below_minimum'
        when c.is_whitelisted and coalesce(c.whitelist_until >= ${day}, true) then 'whitelisted'
        when ${sparesVip}::boolean and c.is_vip and coalesce(c.vip_until >= ${day}, true) then 'vip'
        when not l.auto_control and coalesce(l.auto_control_until >= ${day}, true) then 'auto_control_off'
        when p.promised_on >= ${day} then 'promise'
        when r.reason is not null then 'already_cut'
        when ${again} then 'once_a_day'
        else 'cut' end as verdict
    from (${sql.join(parts, sql` union all `)}) l
      join clients c on c.id = l.client_id
      left join client_balances m on m.client_id = l.client_id
      left join payment_promises p on p.client_id = l.client_id and p.state = 'open'
      left join access_reasons r on r.subscription_id = l.id and r.reason = l.reason
      left join suspension_items t on t.subscription_id = l.id and t.client_id = l.client_id and t.outcome = 'cut' and t.ended_at is null and t.reason = l.reason
    where c.deleted_at is null and ${inRunScope(scope)}${ofRouters(scope)}`
}

const ofClients = (scope: RunScope, column: string): RawBuilder<unknown> =>
  scope.clientIds === undefined ? sql`` : sql` and ${sql.ref(column)} = any(${scope.clientIds.map(String)}::bigint[])`

/** A router is a line's: another line of the same client, on another router, is left alone. */
const ofRouters = ({ routerIds }: RunScope): RawBuilder<unknown> =>
  routerIds === undefined ? sql`` : sql` and l.router_id = any(${routerIds.map(String)}::bigint[])`

interface PartOf extends Pick<StandingOf, 'day'> {
  readonly scope: RunScope
  readonly isOfCut: boolean
}

/** Postpaid lines of clients with bills past their due day. */
function owing({ day, ignoresFutureMonths, scope, isOfCut }: PartOf & Pick<StandingOf, 'ignoresFutureMonths'>): RawBuilder<unknown> {
  const cut = isOfCut
    ? sql` left join suspension_items u on u.subscription_id = s.id and u.client_id = s.client_id and u.outcome = 'cut' and u.ended_at is null and u.reason = 'billing'`
    : sql``
  const isIgnored = isOfCut ? sql`coalesce(u.ignores_future_months, ${ignoresFutureMonths}::boolean)` : sql`${ignoresFutureMonths}::boolean`
  const months = isOfCut || ignoresFutureMonths ? sql` and (not ${isIgnored} or (select i.month <= ${day} from invoices i where i.id = b.invoice_id))` : sql``
  return sql`
    select s.id, s.client_id, s.router_id, s.auto_control, s.auto_control_until, 'billing' as reason, p.grace_days, null::date as expires_on,
      coalesce(sum(b.open_minor) filter (where b.due_on + p.grace_days < ${day}), 0)::bigint as late_minor, sum(b.open_minor)::bigint as overdue_minor, min(b.due_on) as oldest_due_on
    from invoice_balances b join subscriptions s on s.client_id = b.client_id join billing_policies p on p.id = s.billing_policy_id${cut}
    where b.open_minor > 0 and b.due_on < ${day} and s.billing_mode = 'postpaid' and s.state in ('active', 'suspended')${months}${ofClients(scope, 'b.client_id')}
    group by s.id, p.id`
}

/** Prepaid lines whose cover has ended by the day, from its first moment. */
function uncovered({ day, scope, isOfCut }: PartOf): RawBuilder<unknown> {
  return sql`
    select s.id, s.client_id, s.router_id, s.auto_control, s.auto_control_until, 'expired' as reason, 0 as grace_days, s.expires_on, 0::bigint as late_minor, 0::bigint as overdue_minor, null::date as oldest_due_on
    from subscriptions s
    where s.billing_mode = 'prepaid' and s.state in ${isOfCut ? sql`('active', 'suspended', 'expired')` : sql`('active', 'suspended')`} and s.expires_on <= ${day}${ofClients(scope, 's.client_id')}`
}
