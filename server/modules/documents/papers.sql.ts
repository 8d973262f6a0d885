import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'

/** What a document said of the two sides when it was issued. */
export interface Party {
  readonly code?: string
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly email?: string
  readonly vat_registration: string
  readonly currency?: string
}

export interface PaperLine {
  readonly document_id: bigint
  readonly item: string
  readonly description: string
  readonly starts_on: PlainDate
  readonly ends_on: PlainDate
  /** Days charged and days of the cycle, where a part of it is charged. */
  readonly days: number | null
  readonly cycle_days: number | null
  readonly quantity_milli: bigint
  readonly unit_price_minor: Minor
  readonly net_minor: Minor
  readonly discount_minor: Minor
  readonly vat_bp: number
  readonly vat_minor: Minor
  readonly total_minor: Minor
}

export interface InvoicePaper {
  readonly id: bigint
  readonly code: string
  readonly issued_on: PlainDate
  readonly issued_at: Temporal.Instant
  readonly due_on: PlainDate
  readonly month: PlainDate
  readonly net_minor: Minor
  readonly discount_minor: Minor
  readonly vat_minor: Minor
  readonly total_minor: Minor
  readonly paid_minor: Minor
  readonly credited_minor: Minor
  readonly written_off_minor: Minor
  readonly open_minor: Minor
  readonly is_void: boolean
  readonly buyer: Party
  readonly seller: Party
  readonly lines: readonly PaperLine[]
  readonly payments: readonly {
    readonly document_id: bigint
    readonly paid_on: PlainDate
    readonly method: string
    readonly reference: string
    readonly amount_minor: Minor
  }[]
}

/** Invoices with all that is printed of them, in the order of the ids; three queries for any number. What is outside the scope is left out. */
export async function selectInvoicePapers(conn: Pick<Conn, 'db'>, scope: Scope, invoiceIds: readonly bigint[]): Promise<InvoicePaper[]> {
  const ids = invoiceIds.map(String)
  const heads = await sql<Omit<InvoicePaper, 'lines' | 'payments'>>`
    select i.id, i.code, i.issued_on, i.issued_at, i.due_on, i.month, i.net_minor, i.discount_minor, i.vat_minor, i.total_minor, b.allocated_minor as paid_minor, b.credited_minor, b.written_off_minor, b.open_minor, b.voided_minor > 0 as is_void,
      i.buyer, s.facts as seller
    from invoices i join invoice_balances b on b.invoice_id = i.id join clients c on c.id = i.client_id join seller_snapshots s on s.id = i.seller_id
    where i.id = any(${ids}::bigint[]) and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  const lines = await sql<PaperLine>`
    select invoice_id as document_id, item, description, starts_on, ends_on, quantity_milli,
      case when explain->>'rule' = 'part' then (explain->>'days')::int end as days, case when explain->>'rule' = 'part' then (explain->>'cycle_days')::int end as cycle_days,
      unit_price_minor, net_minor, discount_minor, vat_bp, vat_minor, total_minor
    from invoice_lines where invoice_id = any(${ids}::bigint[]) order by invoice_id, line_no`.execute(conn.db)
  const payments = await sql<InvoicePaper['payments'][number]>`
    select a.invoice_id as document_id, p.value_on as paid_on, p.method, coalesce(p.trx_id, p.receipt_code, '') as reference, sum(a.amount_minor)::bigint as amount_minor
    from allocations a join payments p on p.id = a.payment_id where a.invoice_id = any(${ids}::bigint[]) group by a.invoice_id, p.id having sum(a.amount_minor) > 0 order by a.invoice_id, p.id`.execute(
    conn.db,
  )
  const linesOf = Map.groupBy(lines.rows, ({ document_id }) => document_id)
  const paymentsOf = Map.groupBy(payments.rows, ({ document_id }) => document_id)
  const byId = new Map(heads.rows.map((head) => [head.id, { ...head, lines: linesOf.get(head.id) ?? [], payments: paymentsOf.get(head.id) ?? [] }]))
  return invoiceIds.flatMap((id) => byId.get(id) ?? [])
}

export interface CreditPaperLine extends PaperLine {
  readonly line_no: number
  readonly invoiced_quantity_milli: bigint
  readonly invoiced_net_minor: Minor
  readonly invoiced_discount_minor: Minor
  readonly invoiced_vat_minor: Minor
}

export interface CreditNotePaper {
  readonly id: bigint
  readonly code: string
  readonly issued_on: PlainDate
  readonly issued_at: Temporal.Instant
  readonly reason: string
  readonly net_minor: Minor
  readonly discount_minor: Minor
  readonly vat_minor: Minor
  readonly total_minor: Minor
  readonly invoice_code: string
  readonly invoice_issued_on: PlainDate
  readonly invoice_issued_at: Temporal.Instant
  readonly buyer: Party
  readonly seller: Party
  readonly lines: readonly CreditPaperLine[]
}

/** A credit note as it is printed: what it takes back is described by the lines of its invoice. */
export async function selectCreditNotePaper(conn: Pick<Conn, 'db'>, scope: Scope, id: bigint): Promise<CreditNotePaper | undefined> {
  const {
    rows: [head],
  } = await sql<Omit<CreditNotePaper, 'lines'>>`
    select n.id, n.code, n.issued_on, n.issued_at, n.reason, n.net_minor, n.discount_minor, n.vat_minor, n.total_minor, i.code as invoice_code, i.issued_on as invoice_issued_on, i.issued_at as invoice_issued_at, i.buyer, s.facts as seller
    from credit_notes n join invoices i on i.id = n.invoice_id join clients c on c.id = n.client_id join seller_snapshots s on s.id = i.seller_id
    where n.id = ${id} and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  if (head === undefined) return undefined
  const { rows: lines } = await sql<CreditPaperLine>`
    select k.credit_note_id as document_id, l.item, l.description, coalesce(k.starts_on, l.starts_on) as starts_on, coalesce(k.ends_on, l.ends_on) as ends_on, 1000::bigint as quantity_milli, null::int as days, null::int as cycle_days,
      k.net_minor as unit_price_minor, k.net_minor, k.discount_minor, l.vat_bp, k.vat_minor, k.total_minor,
      l.line_no, l.quantity_milli as invoiced_quantity_milli, l.net_minor as invoiced_net_minor, l.discount_minor as invoiced_discount_minor, l.vat_minor as invoiced_vat_minor
    from credit_note_lines k join invoice_lines l on l.invoice_id = k.invoice_id and l.line_no = k.invoice_line_no where k.credit_note_id = ${id} order by k.line_no`.execute(
    conn.db,
  )
  return { ...head, lines }
}

/** Who a statement is for. */
export async function selectBuyer(conn: Pick<Conn, 'db'>, scope: Scope, clientId: bigint): Promise<Party | undefined> {
  const { rows } =
    await sql<Party>`select c.code, c.name, c.address, c.phone, c.vat_registration from clients c where c.id = ${clientId} and ${scopeCondition(scope, 'c')}`.execute(
      conn.db,
    )
  return rows[0]
}
