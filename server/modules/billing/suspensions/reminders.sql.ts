import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { PlainDate } from '../../../kernel/time.ts'
import { standing } from './standing.sql.ts'
import type { StandingOf } from './standing.sql.ts'

/** Bills due from today up to a day, of clients whose advance money does not cover what is open. */
export const billsDueSoon = (today: PlainDate, until: PlainDate): RawBuilder<unknown> => sql`
  select b.client_id, 'payment-due-soon:' || b.invoice_id as dedupe_key, c.locale,
    jsonb_build_object('invoice_id', b.invoice_id, 'code', i.code, 'open_minor', b.open_minor, 'due_on', b.due_on) as payload
  from invoice_balances b join invoices i on i.id = b.invoice_id join clients c on c.id = b.client_id left join client_balances m on m.client_id = b.client_id
  where b.open_minor > 0 and b.due_on between ${today} and ${until} and c.deleted_at is null and coalesce(m.credit_minor, 0) < coalesce(m.receivable_minor, b.open_minor)`

/** Clients with a line that would be cut by that day: one warning for each oldest bill. */
export const linesCutSoon = (of: StandingOf): RawBuilder<unknown> => sql`
  select v.client_id, 'suspension-warning:' || v.client_id || ':' || min(v.oldest_due_on) as dedupe_key, c.locale,
    jsonb_build_object('late_minor', max(v.late_minor - v.credit_minor), 'cut_on', min(v.oldest_due_on + v.grace_days + 1)) as payload
  from (${standing({ ...of, reasons: ['billing'] })}) v join clients c on c.id = v.client_id where v.verdict = 'cut' group by v.client_id, c.locale`

/** Prepaid lines in service whose cover ends within these days. */
export const coverEndingSoon = (today: PlainDate, until: PlainDate): RawBuilder<unknown> => sql`
  select s.client_id, 'expiry-warning:' || s.id || ':' || s.expires_on as dedupe_key, c.locale,
    jsonb_build_object('subscription_id', s.id, 'expires_on', s.expires_on) as payload
  from subscriptions s join clients c on c.id = s.client_id
  where s.billing_mode = 'prepaid' and s.state in ('active', 'suspended') and s.expires_on > ${today} and s.expires_on <= ${until} and s.auto_control and not c.is_whitelisted and c.deleted_at is null`
