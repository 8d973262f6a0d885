import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'

export interface ExplainedInvoice {
  readonly id: bigint
  readonly code: string
  readonly client_id: bigint
  readonly issued_on: PlainDate
  readonly due_on: PlainDate
  readonly total_minor: Minor
  readonly allocated_minor: Minor
  readonly credited_minor: Minor
  readonly written_off_minor: Minor
  readonly voided_minor: Minor
  readonly open_minor: Minor
}

const columns = sql`i.id, i.code, i.client_id, i.issued_on, i.due_on, i.total_minor, b.allocated_minor, b.credited_minor, b.written_off_minor, b.voided_minor, b.open_minor`

export async function selectInvoice(conn: Conn, invoiceId: bigint): Promise<ExplainedInvoice | undefined> {
  const { rows } =
    await sql<ExplainedInvoice>`select ${columns} from invoices i join invoice_balances b on b.invoice_id = i.id where i.id = ${invoiceId}`.execute(conn.db)
  return rows[0]
}

/** A client's open invoices, the oldest due first; at most `limit`. */
export async function selectOpenInvoices(conn: Conn, clientId: bigint, limit: number): Promise<ExplainedInvoice[]> {
  const { rows } = await sql<ExplainedInvoice>`
    select ${columns} from invoice_balances b join invoices i on i.id = b.invoice_id where b.client_id = ${clientId} and b.open_minor > 0 order by b.due_on, b.invoice_id limit ${limit}`.execute(
    conn.db,
  )
  return rows
}

export interface PaidBy {
  readonly payment_id: bigint
  readonly method: string
  readonly receipt_code: string | null
  readonly paid_on: PlainDate
  readonly amount_minor: Minor
}

/** What of which payment stands against an invoice. */
export async function selectPaidBy(conn: Conn, invoiceId: bigint): Promise<PaidBy[]> {
  const { rows } = await sql<PaidBy>`
    select a.payment_id, p.method, p.receipt_code, p.value_on as paid_on, sum(a.amount_minor)::bigint as amount_minor
    from allocations a join payments p on p.id = a.payment_id where a.invoice_id = ${invoiceId}
    group by a.payment_id, p.method, p.receipt_code, p.value_on having sum(a.amount_minor) <> 0 order by 1 limit 1000`.execute(conn.db)
  return rows
}

export interface Correction {
  readonly type: 'credit_note' | 'write_off' | 'void'
  readonly id: bigint
  readonly code: string
  readonly issued_on: PlainDate
  readonly reason: string
  readonly amount_minor: Minor
}

export async function selectCorrections(conn: Conn, invoiceId: bigint): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select * from (
      select 'credit_note' as type, id, code, issued_on, issued_at, reason, total_minor as amount_minor from credit_notes where invoice_id = ${invoiceId}
      union all select 'write_off', id, code, issued_on, issued_at, reason, amount_minor from write_offs where invoice_id = ${invoiceId}
      union all select 'void', v.id, v.code, v.issued_on, v.issued_at, v.reason, i.total_minor from voids v join invoices i on i.id = v.invoice_id where v.invoice_id = ${invoiceId}
    ) x order by issued_at, type, id limit 1000`.execute(conn.db)
  return rows
}
