import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'
import type { Party } from './invoice-list-store.ts'

export interface ListedCreditNote {
  readonly id: bigint
  readonly code: string
  readonly kind: string
  readonly client_id: bigint
  readonly client_name: string
  readonly invoice_id: bigint
  readonly invoice_code: string
  readonly issued_on: PlainDate
  readonly net_minor: Minor
  readonly discount_minor: Minor
  readonly vat_minor: Minor
  readonly total_minor: Minor
  readonly reason: string
  readonly approved_by: bigint | null
}

export const CREDIT_NOTE_KINDS = ['correction', 'discount', 'waiver', 'package_change', 'pause', 'left', 'outage'] as const

export interface CreditNoteFilter {
  readonly id?: bigint | undefined
  readonly clientId?: bigint | undefined
  readonly branchId?: bigint | undefined
  readonly code?: string | undefined
  readonly kind?: string | undefined
  readonly issuedFrom?: PlainDate | undefined
  readonly issuedTo?: PlainDate | undefined
  /** First day of the month of the invoice it corrects. */
  readonly month?: PlainDate | undefined
}

function conditions(scope: Scope, filter: CreditNoteFilter): RawBuilder<unknown> {
  const where: RawBuilder<unknown>[] = [scopeCondition(scope, 'c')]
  if (filter.id !== undefined) where.push(sql`n.id = ${filter.id}`)
  if (filter.clientId !== undefined) where.push(sql`n.client_id = ${filter.clientId}`)
  if (filter.branchId !== undefined) where.push(sql`n.branch_id = ${filter.branchId}`)
  if (filter.code !== undefined) where.push(sql`n.code >= ${filter.code} and n.code < ${filter.code} || chr(1114111)`)
  if (filter.kind !== undefined) where.push(sql`n.kind = ${filter.kind}`)
  if (filter.issuedFrom !== undefined) where.push(sql`n.issued_on >= ${filter.issuedFrom}`)
  if (filter.issuedTo !== undefined) where.push(sql`n.issued_on <= ${filter.issuedTo}`)
  if (filter.month !== undefined) where.push(sql`i.month = ${filter.month}`)
  return sql.join(where, sql` and `)
}

/** Newest first; `limit + 1` rows. */
export async function selectCreditNotes(
  conn: Conn,
  scope: Scope,
  filter: CreditNoteFilter,
  page: { limit: number; before?: bigint | undefined },
): Promise<ListedCreditNote[]> {
  const { rows } = await sql<ListedCreditNote>`
    select n.id, n.code, n.kind, n.client_id, c.name as client_name, n.invoice_id, i.code as invoice_code, n.issued_on, n.net_minor, n.discount_minor, n.vat_minor, n.total_minor, n.reason, n.approved_by
    from credit_notes n join clients c on c.id = n.client_id join invoices i on i.id = n.invoice_id
    where ${conditions(scope, filter)} and (${page.before ?? null}::bigint is null or n.id < ${page.before ?? null}::bigint)
    order by n.id desc limit ${page.limit + 1}`.execute(conn.db)
  return rows
}

export interface CreditNoteLineRow {
  readonly line_no: number
  readonly invoice_line_no: number
  readonly item: string
  readonly description: string
  /** The days given back, where it is about days. */
  readonly starts_on: PlainDate | null
  readonly ends_on: PlainDate | null
  readonly net_minor: Minor
  readonly discount_minor: Minor
  readonly vat_bp: number
  readonly vat_minor: Minor
  readonly total_minor: Minor
  readonly explain: Record<string, unknown>
}

export interface CreditNoteDetail extends ListedCreditNote {
  readonly client_code: string
  readonly issued_at: Temporal.Instant
  readonly issued_by_name: string | null
  readonly approved_by_name: string | null
  readonly buyer: Party
  readonly seller: Party
  readonly lines: readonly CreditNoteLineRow[]
}

/** One note whole, with what it gives back of which line. Undefined outside the scope. */
export async function selectCreditNote(conn: Conn, scope: Scope, id: bigint): Promise<CreditNoteDetail | undefined> {
  const [note] = await selectCreditNotes(conn, scope, { id }, { limit: 1 })
  if (!note) return undefined
  const facts = await sql<Omit<CreditNoteDetail, keyof ListedCreditNote | 'lines'>>`
    select c.code as client_code, n.issued_at, by.full_name as issued_by_name, approver.full_name as approved_by_name, i.buyer, s.facts as seller
    from credit_notes n join clients c on c.id = n.client_id join invoices i on i.id = n.invoice_id join seller_snapshots s on s.id = i.seller_id
      left join users by on by.id = n.issued_by left join users approver on approver.id = n.approved_by
    where n.id = ${id}`.execute(conn.db)
  const lines = await sql<CreditNoteLineRow>`
    select n.line_no, n.invoice_line_no, l.item, l.description, n.starts_on, n.ends_on, n.net_minor, n.discount_minor, l.vat_bp, n.vat_minor, n.total_minor, n.explain
    from credit_note_lines n join invoice_lines l on l.invoice_id = n.invoice_id and l.line_no = n.invoice_line_no
    where n.credit_note_id = ${id} order by n.line_no limit 10000`.execute(conn.db)
  const [fact] = facts.rows
  return fact && { ...note, ...fact, lines: lines.rows }
}
