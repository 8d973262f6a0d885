import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'

export interface BilledDay {
  readonly subscriptionId: bigint
  readonly invoiceId: bigint
  readonly lineNo: number
}

/** Of each line the live invoice line for its package that holds a day; where none does, the newest. */
export async function selectBilledDays(
  conn: Pick<Conn, 'db'>,
  days: readonly { readonly subscriptionId: bigint; readonly on: PlainDate }[],
): Promise<BilledDay[]> {
  if (days.length === 0) return []
  const { rows } = await sql<BilledDay>`
    select w.subscription_id as "subscriptionId", l.invoice_id as "invoiceId", l.line_no as "lineNo"
    from unnest(${days.map(({ subscriptionId }) => subscriptionId.toString())}::bigint[], ${days.map(({ on }) => on.toString())}::date[]) as w (subscription_id, day)
      cross join lateral (
        select l.invoice_id, l.line_no from charges h join billed_periods p on p.charge_id = h.id join invoice_lines l on l.invoice_id = p.invoice_id and l.line_no = p.line_no
          join invoice_balances b on b.invoice_id = l.invoice_id and b.voided_minor = 0
        where h.subscription_id = w.subscription_id and h.item = 'package'
        order by (p.starts_on <= w.day and p.ends_on > w.day) desc, p.ends_on desc, l.invoice_id desc limit 1) l
    order by w.subscription_id`.execute(conn.db)
  return rows
}
