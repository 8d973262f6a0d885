import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'

export interface BalanceFacts {
  readonly client_id: bigint
  readonly code: string
  readonly receivable_minor: Minor
  readonly credit_minor: Minor
  readonly deposit_minor: Minor
  readonly open_count: bigint
  readonly settled_count: bigint
  readonly unused_count: bigint
}

/** A client's balance and how many documents make it up; undefined outside the scope. */
export async function selectBalance(conn: Conn, scope: Scope, clientId: bigint): Promise<BalanceFacts | undefined> {
  const { rows } = await sql<BalanceFacts>`
    select c.id as client_id, c.code, coalesce(b.receivable_minor, 0) as receivable_minor, coalesce(b.credit_minor, 0) as credit_minor,
      (select coalesce(sum(d.amount_minor), 0)::bigint from deposit_movements d where d.client_id = c.id) as deposit_minor,
      (select count(*) from invoice_balances o where o.client_id = c.id and o.open_minor > 0) as open_count,
      (select count(*) from invoices i join invoice_balances o on o.invoice_id = i.id where i.client_id = c.id and o.open_minor = 0) as settled_count,
      (select count(*) from payment_balances p where p.client_id = c.id and p.remaining_minor > 0) as unused_count
    from clients c left join client_balances b on b.client_id = c.id where c.id = ${clientId} and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  return rows[0]
}

export interface UnusedPayment {
  readonly id: bigint
  readonly method: string
  readonly receipt_code: string | null
  readonly value_on: PlainDate
  readonly amount_minor: Minor
  readonly remaining_minor: Minor
}

/** Payments with something left, in the order they will be used. */
export async function selectUnusedPayments(conn: Conn, clientId: bigint, limit: number): Promise<UnusedPayment[]> {
  const { rows } = await sql<UnusedPayment>`
    select p.id, p.method, p.receipt_code, p.value_on, p.amount_minor, b.remaining_minor
    from payment_balances b join payments p on p.id = b.payment_id where b.client_id = ${clientId} and b.remaining_minor > 0 order by b.value_on, b.payment_id limit ${limit}`.execute(
    conn.db,
  )
  return rows
}
