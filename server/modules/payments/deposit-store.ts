import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { DocumentNumber } from '#modules/ledger/index.ts'
import type { StaffMethod } from './payment.ts'

export interface NewMovement {
  readonly clientId: bigint
  readonly kind: 'taken' | 'returned' | 'offset' | 'restored'
  /** In (+) or out (-). */
  readonly amount: Minor
  readonly walletId: bigint | null
  readonly paymentId: bigint | null
  readonly reason: string
}

/** A movement that goes through no wallet: an offset, or one taken back. */
export async function insertMovement(tx: Tx, movement: NewMovement): Promise<void> {
  await sql`
    insert into deposit_movements (client_id, kind, amount_minor, wallet_id, payment_id, reason, booked_on, recorded_at, recorded_by)
    values (${movement.clientId}, ${movement.kind}, ${movement.amount}, ${movement.walletId}, ${movement.paymentId}, ${movement.reason}, ${tx.today}, ${tx.now}, ${tx.actor.userId})`.execute(
    tx.db,
  )
}

/** The id a movement will have: its entry is posted before its receipt is numbered, because wallets are locked before series. */
export async function nextMovementId(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`select nextval(pg_get_serial_sequence('deposit_movements', 'id')) as id`.execute(tx.db)
  return (rows[0] as { id: bigint }).id
}

export interface NewReceipt {
  readonly id: bigint
  readonly clientId: bigint
  readonly kind: 'taken' | 'returned'
  readonly amount: Minor
  readonly method: StaffMethod | null
  readonly walletId: bigint
  readonly number: DocumentNumber
  readonly reason: string
}

/** Money of a deposit through a wallet, with its receipt. */
export async function insertWithReceipt(tx: Tx, { id, clientId, kind, amount, method, walletId, number, reason }: NewReceipt): Promise<void> {
  await sql`
    insert into deposit_movements (id, client_id, kind, amount_minor, wallet_id, method, reason, booked_on, recorded_at, recorded_by, receipt_series_id, receipt_number, receipt_code)
    overriding system value
    values (${id}, ${clientId}, ${kind}, ${amount}, ${walletId}, ${method}, ${reason}, ${tx.today}, ${tx.now}, ${tx.actor.userId}, ${number.seriesId}, ${number.number}, ${number.code})`.execute(
    tx.db,
  )
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
  readonly receipt_code: string | null
}

/** Newest first. */
export async function selectDepositMovements(conn: Conn, clientId: bigint, page: { limit: number; before?: bigint | undefined }): Promise<ListedMovement[]> {
  const { rows } = await sql<ListedMovement>`
    select m.id, m.kind, m.amount_minor, m.wallet_id, m.payment_id, m.reason, m.booked_on, m.recorded_at, m.recorded_by, u.full_name as recorded_by_name, w.name as wallet_name, m.receipt_code
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

export interface DepositReceipt {
  readonly number: string
  readonly kind: 'taken' | 'returned'
  readonly booked_on: PlainDate
  readonly recorded_at: Instant
  readonly amount: Minor
  readonly method: StaffMethod | null
  readonly reason: string
  readonly recorded_by: string
  /** What was held of the client from then on. */
  readonly held_after: Minor
  readonly buyer: { readonly code: string; readonly name: string; readonly address: string; readonly phone: string; readonly vat_registration: string }
}

/** What the receipt of a deposit says, of the moment the money moved. Undefined outside the scope, and for what has no receipt. */
export async function selectDepositReceipt(conn: Conn, actor: Actor, movementId: bigint): Promise<DepositReceipt | undefined> {
  const { rows } = await sql<DepositReceipt>`
    select m.receipt_code as number, m.kind, m.booked_on, m.recorded_at, abs(m.amount_minor) as amount, m.method, m.reason, coalesce(u.full_name, '') as recorded_by,
      (select sum(e.amount_minor)::bigint from deposit_movements e where e.client_id = m.client_id and e.id <= m.id) as held_after,
      jsonb_build_object('code', c.code, 'name', c.name, 'address', c.address, 'phone', c.phone, 'vat_registration', c.vat_registration) as buyer
    from deposit_movements m join clients c on c.id = m.client_id left join users u on u.id = m.recorded_by
    where m.id = ${movementId} and m.receipt_code is not null and ${scopeCondition(actor.scope, 'c')}`.execute(conn.db)
  return rows[0]
}
