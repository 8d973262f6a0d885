import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'
import type { InvoiceKind } from './documents-store.ts'

export const INVOICE_STATUSES = ['unpaid', 'partial', 'paid', 'overdue', 'void'] as const
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number]

export interface ListedInvoice {
  readonly id: bigint
  readonly code: string
  readonly kind: InvoiceKind
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly branch_id: bigint
  readonly issued_on: PlainDate
  readonly due_on: PlainDate
  readonly month: PlainDate
  readonly net_minor: Minor
  readonly discount_minor: Minor
  readonly vat_minor: Minor
  readonly total_minor: Minor
  readonly allocated_minor: Minor
  readonly credited_minor: Minor
  readonly written_off_minor: Minor
  readonly open_minor: Minor
  readonly status: InvoiceStatus
  readonly run_id: bigint | null
}

const listed = (
  today: PlainDate,
) => sql`i.id, i.code, i.kind, i.client_id, c.code as client_code, c.name as client_name, i.branch_id, i.issued_on, i.due_on, i.month, i.net_minor,
  i.discount_minor, i.vat_minor, i.total_minor, b.allocated_minor, b.credited_minor, b.written_off_minor, b.open_minor, invoice_status(b, ${today}::date) as status, i.run_id`

export interface InvoiceFilter {
  readonly clientId?: bigint | undefined
  readonly month?: PlainDate | undefined
  readonly branchId?: bigint | undefined
  readonly runId?: bigint | undefined
  readonly status?: InvoiceStatus | undefined
  readonly code?: string | undefined
  readonly issuedFrom?: PlainDate | undefined
  readonly issuedTo?: PlainDate | undefined
  readonly dueFrom?: PlainDate | undefined
  readonly dueTo?: PlainDate | undefined
  /** Something of it is still open, or nothing. */
  readonly isOpen?: boolean | undefined
}

function conditions(scope: Scope, filter: InvoiceFilter, today: PlainDate): RawBuilder<unknown> {
  const where: RawBuilder<unknown>[] = [scopeCondition(scope, 'c')]
  if (filter.clientId !== undefined) where.push(sql`i.client_id = ${filter.clientId}`)
  if (filter.month !== undefined) where.push(sql`i.month = ${filter.month}`)
  if (filter.branchId !== undefined) where.push(sql`i.branch_id = ${filter.branchId}`)
  if (filter.runId !== undefined) where.push(sql`i.run_id = ${filter.runId}`)
  if (filter.code !== undefined) where.push(sql`i.code >= ${filter.code} and i.code < ${filter.code} || chr(1114111)`)
  if (filter.issuedFrom !== undefined) where.push(sql`i.issued_on >= ${filter.issuedFrom}`)
  if (filter.issuedTo !== undefined) where.push(sql`i.issued_on <= ${filter.issuedTo}`)
  if (filter.dueFrom !== undefined) where.push(sql`b.due_on >= ${filter.dueFrom}`)
  if (filter.dueTo !== undefined) where.push(sql`b.due_on <= ${filter.dueTo}`)
  if (filter.isOpen !== undefined) where.push(filter.isOpen ? sql`b.open_minor > 0` : sql`b.open_minor = 0`)
  if (filter.status === 'void') where.push(sql`b.voided_minor > 0`)
  if (filter.status === 'paid') where.push(sql`b.open_minor = 0 and b.voided_minor = 0`)
  if (filter.status === 'overdue') where.push(sql`b.open_minor > 0 and b.due_on < ${today}`)
  if (filter.status === 'partial') where.push(sql`b.open_minor > 0 and b.open_minor < b.total_minor and b.due_on >= ${today}`)
  if (filter.status === 'unpaid') where.push(sql`b.open_minor = b.total_minor and b.open_minor > 0 and b.due_on >= ${today}`)
  return sql.join(where, sql` and `)
}

/** Newest first; `limit + 1` rows tell whether there are more. */
export async function selectInvoices(
  conn: Conn,
  scope: Scope,
  today: PlainDate,
  filter: InvoiceFilter,
  page: { limit: number; before?: bigint | undefined },
): Promise<ListedInvoice[]> {
  const { rows } = await sql<ListedInvoice>`
    select ${listed(today)} from invoices i join invoice_balances b on b.invoice_id = i.id join clients c on c.id = i.client_id
    where ${conditions(scope, filter, today)} and (${page.before ?? null}::bigint is null or i.id < ${page.before ?? null}::bigint)
    order by i.id desc limit ${page.limit + 1}`.execute(conn.db)
  return rows
}

export interface InvoiceLineRow {
  readonly line_no: number
  readonly item: string
  readonly description: string
  readonly subscription_id: bigint | null
  readonly package_version_id: bigint | null
  readonly starts_on: PlainDate
  readonly ends_on: PlainDate
  readonly quantity_milli: bigint
  readonly unit_price_minor: Minor
  readonly net_minor: Minor
  readonly discount_minor: Minor
  readonly vat_bp: number
  readonly vat_inclusive: boolean
  readonly vat_minor: Minor
  readonly total_minor: Minor
  /** Not credited by any note yet. */
  readonly left_minor: Minor
  readonly explain: Record<string, unknown>
}

export interface Party {
  readonly code?: string
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly email?: string
  readonly vat_registration: string
}

/** Money set against an invoice, by whom and when; what was taken back of it is no longer in what stands. */
export interface InvoiceAllocation {
  readonly id: bigint
  readonly payment_id: bigint
  readonly method: string
  readonly receipt_code: string | null
  readonly booked_on: PlainDate
  readonly amount_minor: Minor
  readonly standing_minor: Minor
  readonly by_name: string | null
}

export interface InvoiceDetail extends ListedInvoice {
  readonly issued_at: Temporal.Instant
  readonly voided_minor: Minor
  /** The accounting month of its day. */
  readonly is_month_closed: boolean
  readonly buyer: Party
  readonly seller: Party
  readonly lines: readonly InvoiceLineRow[]
  readonly allocations: readonly InvoiceAllocation[]
  readonly paid_by: readonly { payment_id: bigint; method: string; receipt_code: string | null; amount_minor: Minor; booked_on: PlainDate }[]
  readonly credit_notes: readonly { id: bigint; code: string; kind: string; total_minor: Minor; issued_on: PlainDate; reason: string }[]
  readonly void: { code: string; reason: string; issued_on: PlainDate } | null
  readonly write_offs: readonly { code: string; amount_minor: Minor; reason: string; issued_on: PlainDate }[]
}

/** One invoice whole: lines, what paid it, what corrected it. Undefined outside the scope. */
export async function selectInvoice(conn: Conn, scope: Scope, today: PlainDate, id: bigint): Promise<InvoiceDetail | undefined> {
  const { rows } = await sql<Omit<InvoiceDetail, 'lines' | 'allocations' | 'paid_by' | 'credit_notes' | 'void' | 'write_offs'>>`
    select ${listed(today)}, i.issued_at, b.voided_minor, i.buyer, s.facts as seller,
      exists (select 1 from months m where m.month = date_trunc('month', i.issued_on::timestamp)::date and m.closed_at is not null) as is_month_closed
    from invoices i join invoice_balances b on b.invoice_id = i.id join clients c on c.id = i.client_id join seller_snapshots s on s.id = i.seller_id
    where i.id = ${id} and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  const [invoice] = rows
  if (!invoice) return undefined
  const lines = await sql<InvoiceLineRow>`
    select l.line_no, l.item, l.description, l.subscription_id, l.package_version_id, l.starts_on, l.ends_on, l.quantity_milli, l.unit_price_minor, l.net_minor, l.discount_minor,
      l.vat_bp, l.vat_inclusive, l.vat_minor, l.total_minor, l.explain,
      (l.total_minor - coalesce((select sum(n.total_minor) from credit_note_lines n where n.invoice_id = l.invoice_id and n.invoice_line_no = l.line_no), 0))::bigint as left_minor
    from invoice_lines l where l.invoice_id = ${id} order by l.line_no limit 10000`.execute(conn.db)
  const allocations = await sql<InvoiceAllocation>`
    select a.id, a.payment_id, p.method, p.receipt_code, a.booked_on, a.amount_minor, u.full_name as by_name,
      (a.amount_minor + coalesce((select sum(r.amount_minor) from allocations r where r.reverses_id = a.id), 0))::bigint as standing_minor
    from allocations a join payments p on p.id = a.payment_id left join users u on u.id = a.created_by
    where a.invoice_id = ${id} and a.amount_minor > 0 order by a.id limit 1000`.execute(conn.db)
  const paidBy = await sql<InvoiceDetail['paid_by'][number]>`
    select a.payment_id, p.method, p.receipt_code, sum(a.amount_minor)::bigint as amount_minor, max(a.booked_on) as booked_on
    from allocations a join payments p on p.id = a.payment_id where a.invoice_id = ${id} group by 1, 2, 3 having sum(a.amount_minor) <> 0 order by 1 limit 1000`.execute(
    conn.db,
  )
  const notes = await sql<InvoiceDetail['credit_notes'][number]>`
    select id, code, kind, total_minor, issued_on, reason from credit_notes where invoice_id = ${id} order by id limit 1000`.execute(conn.db)
  const voids = await sql<NonNullable<InvoiceDetail['void']>>`select code, reason, issued_on from voids where invoice_id = ${id}`.execute(conn.db)
  const writeOffs = await sql<
    InvoiceDetail['write_offs'][number]
  >`select code, amount_minor, reason, issued_on from write_offs where invoice_id = ${id} order by id limit 1000`.execute(conn.db)
  return {
    ...invoice,
    lines: lines.rows,
    allocations: allocations.rows,
    paid_by: paidBy.rows,
    credit_notes: notes.rows,
    void: voids.rows[0] ?? null,
    write_offs: writeOffs.rows,
  }
}
