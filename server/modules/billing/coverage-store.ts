import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'

export interface Coverage {
  readonly subscriptionId: bigint
  /** The first day without paid cover; null where nothing was ever paid. */
  readonly paidThrough: PlainDate | null
}

/** Paid-through of prepaid lines, derived from documents: the latest end of a package line whose invoice has nothing open, or of a free period. */
export async function paidThrough(conn: Conn, subscriptionIds: readonly bigint[]): Promise<Coverage[]> {
  const { rows } = await sql<Coverage>`
    select s.id as "subscriptionId", (
      select max(least(p.ends_on, ch.ends_on)) from charges ch
        join billed_periods p on p.charge_id = ch.id left join invoice_balances b on b.invoice_id = p.invoice_id
      where ch.subscription_id = s.id and ch.item = 'package' and (ch.ends_on is null or p.starts_on < ch.ends_on)
        and ((b.open_minor = 0 and b.voided_minor = 0 and b.written_off_minor = 0) or (p.invoice_id is null and p.reason = 'free'))
    ) as "paidThrough"
    from subscriptions s where s.id = any(${subscriptionIds.map(String)}::bigint[]) and s.billing_mode = 'prepaid' order by s.id`.execute(conn.db)
  return rows
}

/** Prepaid subscriptions with lines on any of the invoices. */
export async function prepaidOnInvoices(conn: Conn, invoiceIds: readonly bigint[]): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select distinct s.id from invoice_lines l join subscriptions s on s.id = l.subscription_id
    where l.invoice_id = any(${invoiceIds.map(String)}::bigint[]) and l.item = 'package' and s.billing_mode = 'prepaid' order by s.id limit 10000`.execute(
    conn.db,
  )
  return rows.map((row) => row.id)
}
