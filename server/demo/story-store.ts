import { sql } from 'kysely'
import type { Conn } from '../platform/db/tx.ts'

export interface Debtor {
  readonly clientId: bigint
  readonly branchId: bigint
  readonly open: bigint
  readonly oldestDueOn: Temporal.PlainDate
}

/** Everybody who owes something now, in id order. */
export async function debtors(conn: Conn): Promise<Debtor[]> {
  const { rows } = await sql<Debtor>`
    select b.client_id as "clientId", c.branch_id as "branchId", sum(b.open_minor)::bigint as open, min(b.due_on) as "oldestDueOn"
    from invoice_balances b join clients c on c.id = b.client_id where b.open_minor > 0 group by 1, 2 order by 1`.execute(conn.db)
  return rows
}

export interface LiveLine {
  readonly id: bigint
  readonly clientId: bigint
  readonly branchId: bigint
  readonly packageId: bigint
  readonly billingMode: 'postpaid' | 'prepaid'
  readonly expiresOn: Temporal.PlainDate | null
}

/** Lines in use, in id order. */
export async function liveLines(conn: Conn): Promise<LiveLine[]> {
  const { rows } = await sql<LiveLine>`
    select s.id, s.client_id as "clientId", c.branch_id as "branchId", s.package_id as "packageId", s.billing_mode as "billingMode", s.expires_on as "expiresOn"
    from subscriptions s join clients c on c.id = s.client_id where s.state in ('active', 'expired', 'suspended') and c.deleted_at is null order by s.id`.execute(
    conn.db,
  )
  return rows
}

/** The first branch, made at set-up. */
export async function mainBranch(conn: Conn): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`select id from branches order by id limit 1`.execute(conn.db)
  const [row] = rows
  if (!row) throw new Error('The demo needs a company that is set up')
  return row.id
}

export async function newestOpenInvoice(conn: Conn, clientId: bigint): Promise<bigint | null> {
  const { rows } = await sql<{
    id: bigint
  }>`select invoice_id as id from invoice_balances where client_id = ${clientId} and open_minor >= 10000 order by invoice_id desc limit 1`.execute(conn.db)
  return rows[0]?.id ?? null
}
