import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'

export interface StatementPosition {
  readonly bookedOn: PlainDate
  readonly entryId: bigint
}

/** One document's move of a client's account, with what a reader wants to know of the document. */
export interface StatementRow {
  readonly booked_on: PlainDate
  readonly entry_id: bigint
  readonly recorded_at: Instant
  readonly kind: string
  readonly document_id: bigint
  readonly amount_minor: Minor
  /** The account after it. */
  readonly balance_minor: Minor
  readonly code: string | null
  /** The invoice a correction is about. */
  readonly invoice_code: string | null
  readonly invoice_kind: string | null
  readonly month: PlainDate | null
  readonly method: string | null
  readonly value_on: PlainDate | null
  readonly reason: string | null
  /** Where the move is looked at: a correction stands with the document it corrects. */
  readonly paper_type: 'invoice' | 'credit_note' | 'payment' | null
  readonly paper_id: bigint | null
}

export interface StatementSums {
  readonly opening: Minor
  readonly debit: Minor
  readonly credit: Minor
}

/** Whether a client lies in the scope. */
export async function isVisible(conn: Conn, scope: Scope, clientId: bigint): Promise<boolean> {
  const { rows } = await sql`select 1 from clients c where c.id = ${clientId} and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  return rows.length > 0
}

/** What a client owes less what he has paid ahead: his receivable and his credit as one account. Allocations move within it, so they drop out. */
const moves = (clientId: bigint) => sql`
  select p.booked_on, p.entry_id, sum(p.amount_minor)::bigint as amount_minor
  from postings p where p.client_id = ${clientId} and p.account_id in (3, 7) group by 1, 2 having sum(p.amount_minor) <> 0`

/** The balance before a day, and what was debited and credited in `[from, to]`. */
export async function selectSums(conn: Conn, { clientId, from, to }: { clientId: bigint; from: PlainDate | null; to: PlainDate }): Promise<StatementSums> {
  const { rows } = await sql<StatementSums>`
    select coalesce(sum(amount_minor) filter (where booked_on < ${from}::date), 0)::bigint as opening,
      coalesce(sum(amount_minor) filter (where amount_minor > 0 and (${from}::date is null or booked_on >= ${from}::date)), 0)::bigint as debit,
      coalesce(-sum(amount_minor) filter (where amount_minor < 0 and (${from}::date is null or booked_on >= ${from}::date)), 0)::bigint as credit
    from (${moves(clientId)}) m where booked_on <= ${to}`.execute(conn.db)
  return rows[0] ?? { opening: 0n as Minor, debit: 0n as Minor, credit: 0n as Minor }
}

/** Moves of a period in the order they were booked; `limit + 1` rows. Balances count from the client's first move. */
export async function selectRows(
  conn: Conn,
  { clientId, from, to, after, limit }: { clientId: bigint; from: PlainDate | null; to: PlainDate; after: StatementPosition | undefined; limit: number },
): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    with page as (
      select * from (
        select m.*, sum(m.amount_minor) over (order by m.booked_on, m.entry_id)::bigint as balance_minor from (${moves(clientId)}) m
      ) b
      where booked_on <= ${to} and (${from}::date is null or booked_on >= ${from}::date)
        and (${after?.bookedOn ?? null}::date is null or (booked_on, entry_id) > (${after?.bookedOn ?? null}::date, ${after?.entryId ?? null}::bigint))
      order by booked_on, entry_id limit ${limit + 1}
    )
    select p.booked_on, p.entry_id, e.recorded_at, e.kind, e.document_id, p.amount_minor, p.balance_minor,
      coalesce(i.code, n.code, v.code, w.code, r.code, y.receipt_code) as code,
      coalesce(ni.code, vi.code, wi.code) as invoice_code, i.kind as invoice_kind, i.month,
      y.method, y.value_on, coalesce(n.reason, v.reason, w.reason, r.reason, x.reason) as reason,
      case when e.kind in ('invoice', 'void', 'write_off') then 'invoice' when e.kind = 'credit_note' then 'credit_note' when y.id is not null then 'payment' end as paper_type,
      coalesce(i.id, n.id, v.invoice_id, w.invoice_id, y.id) as paper_id
    from page p join entries e on e.booked_on = p.booked_on and e.id = p.entry_id
    left join invoices i on e.kind = 'invoice' and i.id = e.document_id
    left join credit_notes n on e.kind = 'credit_note' and n.id = e.document_id left join invoices ni on ni.id = n.invoice_id
    left join voids v on e.kind = 'void' and v.id = e.document_id left join invoices vi on vi.id = v.invoice_id
    left join write_offs w on e.kind = 'write_off' and w.id = e.document_id left join invoices wi on wi.id = w.invoice_id
    left join refunds r on e.kind = 'refund' and r.id = e.document_id
    left join payment_reversals x on e.kind = 'payment_reversal' and x.id = e.document_id
    left join suspense_matches s on e.kind = 'suspense_match' and s.id = e.document_id
    left join payments y on y.id = case e.kind when 'payment' then e.document_id when 'payment_reversal' then x.payment_id when 'refund' then r.payment_id when 'suspense_match' then s.payment_id end
    order by p.booked_on, p.entry_id`.execute(conn.db)
  return rows
}
