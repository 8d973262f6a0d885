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
  readonly fee: Minor
}

/** Overdue invoices past their grace without a late fee, by the policy of their first subscription; of these clients only, where they are named. */
export async function invoicesForLateFee(tx: Tx, today: PlainDate, limit: number, clientIds: readonly bigint[] | null = null): Promise<LateInvoice[]> {
  const clients = clientIds?.map(String) ?? null
  const { rows } = await sql<LateInvoice>`
    select * from (
      select b.invoice_id as "invoiceId", b.client_id as "clientId", i.code, b.open_minor as open, p.late_fee_minor as fixed, p.late_fee_bp as "rateBp",
        late_fee_of(b.open_minor, p.late_fee_minor, p.late_fee_bp) as fee
      from invoice_balances b join invoices i on i.id = b.invoice_id
        join lateral (
          select p.* from billing_policies p where p.id = coalesce(
            (select s.billing_policy_id from invoice_lines l join subscriptions s on s.id = l.subscription_id where l.invoice_id = b.invoice_id order by s.id limit 1),
            (select d.id from billing_policies d where d.is_default))) p on true
      where b.open_minor > 0 and b.due_on + p.grace_days < ${today}::date and (${clients}::bigint[] is null or b.client_id = any(${clients}::bigint[]))
        and not exists (select 1 from late_fees f where f.invoice_id = b.invoice_id)
    ) x where fee > 0 order by "invoiceId" limit ${limit}`.execute(tx.db)
  return rows
}

/** The fee with what it is reckoned from; the caller holds the client's money lock, so no allocation comes in between. */
export async function insertLateFee(tx: Tx, { invoiceId, clientId, open, fixed, rateBp, fee }: LateInvoice, chargeId: bigint): Promise<void> {
  await sql`
    insert into late_fees (invoice_id, charge_id, created_at, client_id, charged_on, base_minor, fixed_minor, rate_bp, fee_minor, after_allocation)
    values (${invoiceId}, ${chargeId}, ${tx.now}, ${clientId}, ${tx.today}, ${open}, ${fixed}, ${rateBp}, ${fee},
      (select coalesce(max(id), 0) from allocations where invoice_id = ${invoiceId}))`.execute(tx.db)
}

export interface StaleLateFee {
  readonly invoiceId: bigint
  readonly code: string
  readonly chargedOn: PlainDate
  readonly fee: Minor
  /** What the fee should be by the money that came before its day. */
  readonly due: Minor
}

/** Late fees of a client that are no longer what they should be, in order of their invoices. */
export async function staleLateFees(tx: Tx, clientId: bigint): Promise<StaleLateFee[]> {
  const { rows } = await sql<StaleLateFee>`
    select s.invoice_id as "invoiceId", i.code, s.charged_on as "chargedOn", s.fee_minor as fee, s.due_minor as due
    from late_fee_standing s join invoices i on i.id = s.invoice_id
    where s.client_id = ${clientId} and s.fee_minor <> s.due_minor order by s.invoice_id limit 1000`.execute(tx.db)
  return rows
}

export interface FeeCharge {
  readonly id: bigint
  readonly unitPrice: Minor
  readonly startsOn: PlainDate
  /** Null where nothing of it is billed; else the line that bills it, unless it was written off. */
  readonly invoiceId: bigint | null
  readonly isBilled: boolean
}

/** The charges a late fee consists of, newest first, without those that were ended before they were billed. */
export async function chargesOfLateFee(tx: Tx, invoiceId: bigint): Promise<FeeCharge[]> {
  const { rows } = await sql<FeeCharge>`
    select c.id, c.unit_price_minor as "unitPrice", c.starts_on as "startsOn", c.billed_until > c.starts_on as "isBilled",
      (select p.invoice_id from billed_periods p join invoice_balances b on b.invoice_id = p.invoice_id where p.charge_id = c.id and b.written_off_minor = 0) as "invoiceId"
    from charges c
    where c.id in (select charge_id from late_fees where invoice_id = ${invoiceId}
        union all select charge_id from late_fee_changes where invoice_id = ${invoiceId} and charge_id is not null)
      and (c.ends_on > c.starts_on) order by c.id desc limit 1000`.execute(tx.db)
  return rows
}

export async function insertLateFeeChange(tx: Tx, change: { invoiceId: bigint; fee: Minor; chargeId: bigint | null }): Promise<void> {
  await sql`insert into late_fee_changes (invoice_id, fee_minor, charge_id, created_at, created_by)
    values (${change.invoiceId}, ${change.fee}, ${change.chargeId}, ${tx.now}, ${tx.actor.userId})`.execute(tx.db)
}
