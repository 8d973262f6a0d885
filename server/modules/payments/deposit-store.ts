import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'

export interface NewMovement {
  readonly clientId: bigint
  readonly kind: 'taken' | 'returned' | 'offset' | 'restored'
  /** In (+) or out (-). */
  readonly amount: Minor
  readonly walletId: bigint | null
  readonly paymentId: bigint | null
  readonly reason: string
}

export async function insertMovement(tx: Tx, movement: NewMovement): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into deposit_movements (client_id, kind, amount_minor, wallet_id, payment_id, reason, booked_on, recorded_at, recorded_by)
    values (${movement.clientId}, ${movement.kind}, ${movement.amount}, ${movement.walletId}, ${movement.paymentId}, ${movement.reason}, ${tx.today}, ${tx.now}, ${tx.actor.userId}) returning id`.execute(
    tx.db,
  )
  const [row] = rows
  if (!row) throw new Error('a deposit movement was not written')
  return row.id
}

/** What is held of a client; the caller holds his money lock where it decides by it. */
export async function readDeposit(conn: Conn, clientId: bigint): Promise<Minor> {
  const { rows } = await sql<{
    amount: Minor
  }>`select coalesce(sum(amount_minor), 0)::bigint as amount from deposit_movements where client_id = ${clientId}`.execute(conn.db)
  return rows[0]?.amount ?? (0n as Minor)
}

export interface ListedMovement {
  readonly id: bigint
  readonly kind: 'taken' | 'returned' | 'offset' | 'restored'
  readonly amount_minor: Minor
  readonly wallet_id: bigint | null
  readonly payment_id: bigint | null
  readonly reason: string
  readonly booked_on: PlainDate
  readonly recorded_at: Instant
  readonly recorded_by: bigint | null
  readonly recorded_by_name: string | null
  readonly wallet_name: string | null
}

/** Newest first. */
export async function selectDepositMovements(conn: Conn, clientId: bigint, page: { limit: number; before?: bigint | undefined }): Promise<ListedMovement[]> {
  const { rows } = await sql<ListedMovement>`
    select m.id, m.kind, m.amount_minor, m.wallet_id, m.payment_id, m.reason, m.booked_on, m.recorded_at, m.recorded_by, u.full_name as recorded_by_name, w.name as wallet_name
    from deposit_movements m left join users u on u.id = m.recorded_by left join wallets w on w.id = m.wallet_id
    where m.client_id = ${clientId} and (${page.before ?? null}::bigint is null or m.id < ${page.before ?? null}::bigint) order by m.id desc limit ${page.limit + 1}`.execute(
    conn.db,
  )
  return rows
}

/** Whether any line of a client has not left. */
export async function hasLiveLine(conn: Conn, clientId: bigint): Promise<boolean> {
  const { rows } = await sql`select 1 from subscriptions where client_id = ${clientId} and state <> 'left' limit 1`.execute(conn.db)
  return rows.length > 0
}
