import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/time.ts'
import type { Kind } from './kinds.ts'

/** A set of messages as `m(id, client_id, payload)`. */
type Messages = RawBuilder<unknown>
type Look = (m: Messages, today: PlainDate) => RawBuilder<unknown>

const idIn = (key: string): RawBuilder<unknown> => sql`(m.payload->>${sql.lit(key)})::bigint`

/** Papers stay as they are: what was stored is still so. */
const asStored: Look = (m) => sql`select m.id, null as untrue, m.payload as facts from ${m}`

/** One statement for each kind: of each message, why it is no longer true, or null, and what its text names, as it is now. */
export const LOOKS: Readonly<Record<Exclude<Kind, 'suspension-warning'>, Look>> = {
  'client-registered': (m) => sql`select m.id, null as untrue, '{}'::jsonb as facts from ${m}`,
  'credit-note-issued': asStored,
  'payment-refunded': asStored,
  'payment-reversed': asStored,
  'deposit-taken': asStored,
  'deposit-returned': asStored,

  'invoice-issued': (m) => sql`
    select m.id, case when b.voided_minor > 0 then 'void' when b.open_minor = 0 then 'paid' end as untrue,
      jsonb_build_object('code', i.code, 'open_minor', b.open_minor, 'due_on', b.due_on) as facts
    from ${m} join invoices i on i.id = ${idIn('invoice_id')} join invoice_balances b on b.invoice_id = i.id`,

  'payment-due-soon': (m, today) => sql`
    select m.id, case when b.voided_minor > 0 then 'void' when b.open_minor = 0 then 'paid'
        when coalesce(c.credit_minor, 0) >= coalesce(c.receivable_minor, b.open_minor) then 'covered'
        when exists (select from payment_promises p where p.client_id = m.client_id and p.state = 'open' and p.promised_on >= ${today}) then 'promise'
        when b.due_on < ${today} then 'too_late' end as untrue,
      jsonb_build_object('code', i.code, 'open_minor', b.open_minor, 'due_on', b.due_on) as facts
    from ${m} join invoices i on i.id = ${idIn('invoice_id')} join invoice_balances b on b.invoice_id = i.id left join client_balances c on c.client_id = m.client_id`,

  'payment-received': (m) => sql`
    select m.id, case when r.id is not null then 'reversed' end as untrue,
      jsonb_build_object('amount_minor', p.amount_minor, 'receipt_code', coalesce(p.receipt_code, p.id::text),
        'due_minor', greatest(coalesce(b.receivable_minor - b.credit_minor, 0), 0)) as facts
    from ${m} join payments p on p.id = ${idIn('payment_id')} left join payment_reversals r on r.payment_id = p.id left join client_balances b on b.client_id = m.client_id`,

  'service-suspended': (m, today) => sql`
    select x.id, case when not x.is_cut then 'restored' when x.late_minor <= 0 then 'paid' end as untrue, jsonb_build_object('late_minor', x.late_minor) as facts
    from (select m.id,
        exists (select from access_reasons r join subscriptions s on s.id = r.subscription_id where s.client_id = m.client_id and s.state <> 'left' and r.reason = 'billing') as is_cut,
        coalesce((select sum(b.open_minor) from invoice_balances b where b.client_id = m.client_id and b.open_minor > 0 and b.due_on < ${today}), 0)
          - coalesce((select b.credit_minor from client_balances b where b.client_id = m.client_id), 0) as late_minor
      from ${m}) x`,

  'service-restored': (m) => sql`
    select m.id, case when not exists (select from access a where a.desired_on
        and a.subscription_id in (select value::bigint from jsonb_array_elements_text(m.payload->'subscriptions'))) then 'cut_again' end as untrue, '{}'::jsonb as facts
    from ${m}`,

  'expiry-warning': (m, today) => sql`
    select m.id, case when s.state = 'left' then 'line_left' when s.expires_on > (m.payload->>'expires_on')::date then 'renewed' when s.expires_on <= ${today} then 'too_late'
        when not s.auto_control and coalesce(s.auto_control_until >= ${today}, true) then 'exempt'
        when c.is_whitelisted and coalesce(c.whitelist_until >= ${today}, true) then 'exempt' end as untrue,
      jsonb_build_object('expires_on', s.expires_on) as facts
    from ${m} join subscriptions s on s.id = ${idIn('subscription_id')} join clients c on c.id = s.client_id`,

  'subscription-expired': (m) => sql`
    select m.id, case when s.state = 'left' then 'line_left'
        when not exists (select from access_reasons r where r.subscription_id = s.id and r.reason = 'expired') then 'renewed' end as untrue,
      jsonb_build_object('expires_on', coalesce(m.payload->>'expires_on', s.expires_on::text)) as facts
    from ${m} join subscriptions s on s.id = ${idIn('subscription_id')}`,

  'package-changed': (m) => sql`
    select m.id, case when s.state = 'left' then 'line_left' when t.subscription_id is null then 'superseded' end as untrue,
      jsonb_build_object('package', p.name, 'starts_on', m.payload->>'starts_on') as facts
    from ${m} join subscriptions s on s.id = ${idIn('subscription_id')} join packages p on p.id = ${idIn('package_id')}
      left join subscription_terms t on t.subscription_id = s.id and t.starts_on = (m.payload->>'starts_on')::date
        and exists (select from package_versions v where v.id = t.package_version_id and v.package_id = p.id)`,

  'subscription-left': (m) => sql`
    select m.id, case when s.state <> 'left' then 'line_back' end as untrue, jsonb_build_object('left_on', coalesce(m.payload->>'left_on', s.left_on::text)) as facts
    from ${m} join subscriptions s on s.id = ${idIn('subscription_id')}`,
}
