import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'

export interface LineCredit {
  readonly id: bigint
  readonly code: string
  readonly issued_on: PlainDate
  readonly reason: string
  readonly total_minor: Minor
  /** Days given back, where the credit is for days. */
  readonly unused_days: number | null
  readonly billed_days: number | null
  readonly starts_on: PlainDate | null
  readonly ends_on: PlainDate | null
}

export interface ExplainedLine {
  readonly invoice_id: bigint
  readonly invoice_code: string
  readonly line_no: number
  readonly item: string
  readonly description: string
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
  readonly explain: Readonly<Record<string, unknown>>
  /** Price times quantity. */
  readonly whole_minor: Minor
  /** What the rule makes of it, before discount; and the discount and VAT that follow, by the billing functions of the database. */
  readonly list_minor: Minor
  readonly given_minor: Minor
  readonly expected_vat_minor: Minor
  /** The overdue invoice a late fee is for. */
  readonly late_code: string | null
  readonly late_due_on: PlainDate | null
  readonly late_invoice_id: bigint | null
}

const part =
  sql.raw(`case x.rule when 'first_free' then 0 when 'paused' then 0 when 'part' then prorated(l.unit_price_minor, l.quantity_milli, x.days, x.cycle_days, x.basis)
  when 'whole' then prorated(l.unit_price_minor, l.quantity_milli, x.days, x.cycle_days, x.basis) else div_round_half_up(l.unit_price_minor::numeric * l.quantity_milli, 1000) end`)

/** Lines of an invoice with the amounts their own `explain` leads to; one line where a number is given. */
export async function selectLines(conn: Conn, invoiceId: bigint, lineNo: number | null): Promise<ExplainedLine[]> {
  const { rows } = await sql<ExplainedLine>`
    select l.invoice_id, i.code as invoice_code, l.line_no, l.item, l.description, l.starts_on, l.ends_on, l.quantity_milli, l.unit_price_minor, l.net_minor, l.discount_minor, l.vat_bp,
      l.vat_inclusive, l.vat_minor, l.total_minor, l.explain, div_round_half_up(l.unit_price_minor::numeric * l.quantity_milli, 1000) as whole_minor, y.list as list_minor, z.given as given_minor,
      vat_of(case when l.vat_inclusive then l.total_minor else l.net_minor - l.discount_minor end, l.vat_bp, l.vat_inclusive) as expected_vat_minor,
      late.code as late_code, late.due_on as late_due_on, late.id as late_invoice_id
    from invoice_lines l join invoices i on i.id = l.invoice_id
    cross join lateral (
      select l.explain->>'rule' as rule, coalesce((l.explain->>'days')::int, l.ends_on - l.starts_on) as days, coalesce((l.explain->>'cycle_days')::int, l.ends_on - l.starts_on) as cycle_days,
        coalesce(l.explain->>'basis', 'actual_days') as basis, coalesce((l.explain->>'discount_bp')::int, 0) as bp, coalesce((l.explain->>'discount_minor')::bigint, 0) as fixed) x
    cross join lateral (select ${part} as list) y
    cross join lateral (select least(y.list, div_round_half_up(y.list::numeric * x.bp, 10000)
      + prorated(x.fixed, 1000, case x.rule when 'first_full' then x.cycle_days else x.days end, x.cycle_days, x.basis)) as given) z
    left join lateral (
      select f.invoice_id from late_fees f where f.charge_id = l.charge_id union all select c.invoice_id from late_fee_changes c where c.charge_id = l.charge_id limit 1) f on l.item = 'late_fee'
    left join invoices late on late.id = f.invoice_id
    where l.invoice_id = ${invoiceId} and (${lineNo}::int is null or l.line_no = ${lineNo}::int) order by l.line_no limit 1000`.execute(conn.db)
  return rows
}

export async function selectLineCredits(conn: Conn, invoiceId: bigint): Promise<(LineCredit & { readonly line_no: number })[]> {
  const { rows } = await sql<LineCredit & { line_no: number }>`
    select n.invoice_line_no as line_no, c.id, c.code, c.issued_on, c.reason, n.total_minor, (n.explain->>'unused_days')::int as unused_days, (n.explain->>'days')::int as billed_days, n.starts_on, n.ends_on
    from credit_note_lines n join credit_notes c on c.id = n.credit_note_id where n.invoice_id = ${invoiceId} order by c.id, n.line_no limit 1000`.execute(
    conn.db,
  )
  return rows
}

/** Whether an invoice is that of a client in the scope. */
export async function invoiceInScope(conn: Conn, scope: Scope, invoiceId: bigint): Promise<boolean> {
  const { rows } = await sql`select 1 from invoices i join clients c on c.id = i.client_id where i.id = ${invoiceId} and ${scopeCondition(scope, 'c')}`.execute(
    conn.db,
  )
  return rows.length > 0
}
