import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'

export interface LateInvoice {
  readonly invoiceId: bigint
  readonly clientId: bigint
  readonly code: string
  readonly open: Minor
  readonly fixed: Minor
  readonly rateBp: number
}

/** Overdue invoices past their grace without a late fee, by the policy of their first subscription. */
export async function invoicesForLateFee(tx: Tx, today: PlainDate, limit: number): Promise<LateInvoice[]> {
  const { rows } = await sql<LateInvoice>`
    select b.invoice_id as "invoiceId", b.client_id as "clientId", i.code, b.open_minor as open, p.late_fee_minor as fixed, p.late_fee_bp as "rateBp"
    from invoice_balances b join invoices i on i.id = b.invoice_id
      join lateral (
        select p.* from billing_policies p where p.id = coalesce(
          (select s.billing_policy_id from invoice_lines l join subscriptions s on s.id = l.subscription_id where l.invoice_id = b.invoice_id order by s.id limit 1),
          (select d.id from billing_policies d where d.is_default))) p on true
    where b.open_minor > 0 and b.due_on + p.grace_days < ${today}::date
      and p.late_fee_minor + div_round_half_up(b.open_minor::numeric * p.late_fee_bp, 10000) > 0
      and not exists (select 1 from late_fees f where f.invoice_id = b.invoice_id)
    order by b.invoice_id limit ${limit}`.execute(tx.db)
  return rows
}

export async function insertLateFee(tx: Tx, invoiceId: bigint, chargeId: bigint): Promise<void> {
  await sql`insert into late_fees (invoice_id, charge_id, created_at) values (${invoiceId}, ${chargeId}, ${tx.now})`.execute(tx.db)
}
