import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'

export type DiscountKind = 'discount' | 'waiver'

export interface NewDiscountRequest {
  readonly clientId: bigint
  readonly invoiceId: bigint
  readonly amount: Minor
  readonly kind: DiscountKind
  readonly reason: string
}

export async function insertDiscountRequest(tx: Tx, request: NewDiscountRequest): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into discount_requests (client_id, invoice_id, amount_minor, kind, reason, requested_by, requested_at)
    values (${request.clientId}, ${request.invoiceId}, ${request.amount}, ${request.kind}, ${request.reason}, ${tx.actor.userId}, ${tx.now}) returning id`.execute(
    tx.db,
  )
  const [row] = rows
  if (!row) throw new Error('a discount request was not written')
  return row.id
}

export interface DiscountRequest {
  readonly id: bigint
  readonly client_id: bigint
  readonly client_name: string
  readonly invoice_id: bigint
  readonly invoice_code: string
  readonly amount_minor: Minor
  readonly kind: DiscountKind
  readonly reason: string
  readonly state: 'waiting' | 'approved' | 'rejected'
  readonly requested_by: bigint | null
  readonly requested_by_name: string | null
  readonly requested_at: Instant
  readonly decided_by: bigint | null
  readonly decided_by_name: string | null
  readonly decided_at: Instant | null
  readonly decision_note: string
  readonly credit_note_id: bigint | null
}

const columns = sql`d.id, d.client_id, c.name as client_name, d.invoice_id, i.code as invoice_code, d.amount_minor, d.kind, d.reason, d.state, d.requested_by, d.requested_at, d.decided_by,
  d.decided_at, d.decision_note, d.credit_note_id, q.full_name as requested_by_name, e.full_name as decided_by_name`
const joined = sql`discount_requests d join clients c on c.id = d.client_id join invoices i on i.id = d.invoice_id
  left join users q on q.id = d.requested_by left join users e on e.id = d.decided_by`

export async function lockDiscountRequest(tx: Tx, id: bigint): Promise<DiscountRequest | null> {
  const { rows } =
    await sql<DiscountRequest>`select ${columns} from ${joined} where d.id = ${id} and ${scopeCondition(tx.actor.scope, 'c')} for update of d`.execute(tx.db)
  return rows[0] ?? null
}

export async function decideDiscountRequest(
  tx: Tx,
  id: bigint,
  decision: { state: 'approved' | 'rejected'; note: string; creditNoteId: bigint | null },
): Promise<void> {
  await sql`update discount_requests set state = ${decision.state}, decision_note = ${decision.note}, credit_note_id = ${decision.creditNoteId}, decided_by = ${tx.actor.userId}, decided_at = ${tx.now} where id = ${id}`.execute(
    tx.db,
  )
}

/** Newest first. */
export async function selectDiscountRequests(
  conn: Conn,
  scope: Scope,
  filter: { id?: bigint | undefined; clientId?: bigint | undefined; state?: string | undefined },
  page: { limit: number; before?: bigint | undefined },
): Promise<DiscountRequest[]> {
  const { rows } = await sql<DiscountRequest>`
    select ${columns} from ${joined} where ${scopeCondition(scope, 'c')} and (${filter.id ?? null}::bigint is null or d.id = ${filter.id ?? null}::bigint)
      and (${filter.clientId ?? null}::bigint is null or d.client_id = ${filter.clientId ?? null}::bigint) and (${filter.state ?? null}::text is null or d.state = ${filter.state ?? null})
      and (${page.before ?? null}::bigint is null or d.id < ${page.before ?? null}::bigint)
    order by d.id desc limit ${page.limit + 1}`.execute(conn.db)
  return rows
}

/** Whose invoice it is, and what is open of it; null outside the scope. */
export async function readDiscountable(conn: Conn, scope: Scope, invoiceId: bigint): Promise<{ clientId: bigint; code: string; open: Minor } | null> {
  const { rows } = await sql<{ clientId: bigint; code: string; open: Minor }>`
    select i.client_id as "clientId", i.code, b.open_minor as open from invoices i join invoice_balances b on b.invoice_id = i.id join clients c on c.id = i.client_id
    where i.id = ${invoiceId} and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  return rows[0] ?? null
}
