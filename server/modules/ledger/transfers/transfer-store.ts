import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import type { DocumentNumber } from '../take-number.ts'
import { inScope, visibleTo } from '../wallets/store.ts'
import type { WalletKind } from '../wallets/wallet.ts'
import type { Party, Transfer, TransferKind, TransferState } from './transfer.ts'

/** The id a transfer will have: its entry is posted before its number is taken, because wallets are locked before series. */
export async function nextTransferId(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`select nextval(pg_get_serial_sequence('wallet_transfers', 'id')) as id`.execute(tx.db)
  return (rows[0] as { id: bigint }).id
}

export interface NewTransfer {
  readonly id: bigint
  readonly number: DocumentNumber
  readonly kind: TransferKind
  readonly fromWalletId: bigint
  readonly toWalletId: bigint
  readonly amount: Minor
  readonly counted: Minor | null
  readonly reason: string
}

export async function insertTransfer(tx: Tx, { id, number, kind, fromWalletId, toWalletId, amount, counted, reason }: NewTransfer): Promise<void> {
  await sql`
    insert into wallet_transfers (id, series_id, number, code, kind, from_wallet_id, to_wallet_id, amount_minor, counted_minor, reason, booked_on, recorded_at, recorded_by)
    values (${id}, ${number.seriesId}, ${number.number}, ${number.code}, ${kind}, ${fromWalletId}, ${toWalletId}, ${amount}, ${counted}, ${reason}, ${tx.today}, ${tx.now}, ${tx.actor.userId})`.execute(
    tx.db,
  )
}

export async function insertOutcome(
  tx: Tx,
  { transferId, kind, received, reason }: { transferId: bigint; kind: Exclude<TransferState, 'waiting'>; received: Minor | null; reason: string },
): Promise<void> {
  await sql`
    insert into wallet_transfer_outcomes (transfer_id, kind, received_minor, reason, booked_on, recorded_at, recorded_by)
    values (${transferId}, ${kind}, ${received}, ${reason}, ${tx.today}, ${tx.now}, ${tx.actor.userId})`.execute(tx.db)
}

const columns = sql`
  t.id, t.code, t.kind, coalesce(o.kind, 'waiting') as state, t.from_wallet_id, t.to_wallet_id, t.amount_minor, t.counted_minor, o.received_minor, t.reason, t.booked_on, t.recorded_at,
  t.recorded_by as sent_by`

/** Two people ending one transfer at once: the second waits here and finds it ended. */
export async function lockTransfer(tx: Tx, id: bigint): Promise<Transfer | null> {
  await sql`select 1 from wallet_transfers where id = ${id} for update`.execute(tx.db)
  const { rows } =
    await sql<Transfer>`select ${columns} from wallet_transfers t left join wallet_transfer_outcomes o on o.transfer_id = t.id where t.id = ${id}`.execute(
      tx.db,
    )
  return rows[0] ?? null
}

/** Whether there is at most one person who may accept money sent to a shared wallet. */
export async function isAlone(conn: Conn): Promise<boolean> {
  const { rows } = await sql`
    select 1 from users u join roles r on r.id = u.role_id
    where u.status = 'active' and not exists (select 1 from user_permissions p where p.user_id = u.id and p.permission = 'wallet.accept' and p.effect = 'deny')
      and ('wallet.accept' = any(r.permissions || r.granted) and not 'wallet.accept' = any(r.denied)
        or exists (select 1 from user_permissions p where p.user_id = u.id and p.permission = 'wallet.accept' and p.effect = 'grant')) limit 2`.execute(conn.db)
  return rows.length < 2
}

/** Whether money sent from a wallet, or to it, is still on its way. */
export async function hasMoneyInTransit(conn: Conn, walletId: bigint): Promise<boolean> {
  const { rows } = await sql`
    select 1 from wallet_transfers t where (t.from_wallet_id = ${walletId} or t.to_wallet_id = ${walletId})
      and not exists (select 1 from wallet_transfer_outcomes o where o.transfer_id = t.id) limit 1`.execute(conn.db)
  return rows.length > 0
}

export interface ListedTransfer extends Transfer {
  readonly from_wallet_name: string
  readonly to_wallet_name: string
  readonly sent_by_name: string | null
  readonly ended_by: bigint | null
  readonly ended_by_name: string | null
  readonly ended_at: Instant | null
  readonly ended_on: PlainDate | null
  readonly end_reason: string | null
  readonly from: Party
  readonly to: Party
}

export interface TransferFilter {
  readonly id?: bigint | undefined
  readonly walletId?: bigint | undefined
  readonly fromWalletId?: bigint | undefined
  readonly toWalletId?: bigint | undefined
  readonly kind?: TransferKind | undefined
  readonly state?: TransferState | undefined
  readonly sentBy?: bigint | undefined
  readonly from?: PlainDate | undefined
  readonly to?: PlainDate | undefined
  /** Sent on this day, or ended on it. */
  readonly day?: PlainDate | undefined
}

type Row = Omit<ListedTransfer, 'from' | 'to'> & Record<`${'from' | 'to'}_${'kind' | 'branch_id' | 'owner_user_id' | 'is_active'}`, unknown>

/** Transfers of wallets the person sees, and those he sent, newest first. */
export async function selectTransfers(
  conn: Conn,
  actor: Actor,
  filter: TransferFilter,
  page: { limit: number; before?: bigint | undefined },
): Promise<ListedTransfer[]> {
  const sees = (wallet: 'f' | 'w') => visibleTo(actor, wallet)
  const where: RawBuilder<unknown>[] = [sql`(${sees('f')} or ${sees('w')} or t.recorded_by = ${actor.userId}::bigint)`]
  if (filter.id !== undefined) where.push(sql`t.id = ${filter.id}`)
  if (filter.walletId !== undefined) where.push(sql`(t.from_wallet_id = ${filter.walletId} or t.to_wallet_id = ${filter.walletId})`)
  if (filter.fromWalletId !== undefined) where.push(sql`t.from_wallet_id = ${filter.fromWalletId}`)
  if (filter.toWalletId !== undefined) where.push(sql`t.to_wallet_id = ${filter.toWalletId}`)
  if (filter.kind !== undefined) where.push(sql`t.kind = ${filter.kind}`)
  if (filter.state !== undefined) where.push(filter.state === 'waiting' ? sql`o.transfer_id is null` : sql`o.kind = ${filter.state}`)
  if (filter.sentBy !== undefined) where.push(sql`t.recorded_by = ${filter.sentBy}`)
  if (filter.from !== undefined) where.push(sql`t.booked_on >= ${filter.from}`)
  if (filter.to !== undefined) where.push(sql`t.booked_on <= ${filter.to}`)
  if (filter.day !== undefined) where.push(sql`(t.booked_on = ${filter.day} or o.booked_on = ${filter.day})`)
  if (page.before !== undefined) where.push(sql`t.id < ${page.before}`)
  const { rows } = await sql<Row>`
    select ${columns}, f.name as from_wallet_name, w.name as to_wallet_name, s.full_name as sent_by_name, o.recorded_by as ended_by, e.full_name as ended_by_name, o.recorded_at as ended_at,
      o.booked_on as ended_on, o.reason as end_reason, f.kind as from_kind, f.branch_id as from_branch_id, f.owner_user_id as from_owner_user_id, f.is_active as from_is_active,
      w.kind as to_kind, w.branch_id as to_branch_id, w.owner_user_id as to_owner_user_id, w.is_active as to_is_active
    from wallet_transfers t join wallets f on f.id = t.from_wallet_id join wallets w on w.id = t.to_wallet_id left join wallet_transfer_outcomes o on o.transfer_id = t.id
      left join users s on s.id = t.recorded_by left join users e on e.id = o.recorded_by
    where ${sql.join(where, sql` and `)} order by t.id desc limit ${page.limit + 1}`.execute(conn.db)
  return rows.map((row) => ({ ...row, from: partyOf(row, 'from'), to: partyOf(row, 'to') }))
}

const partyOf = (row: Row, side: 'from' | 'to'): Party => ({
  kind: row[`${side}_kind`] as WalletKind,
  branch_id: row[`${side}_branch_id`] as bigint | null,
  owner_user_id: row[`${side}_owner_user_id`] as bigint | null,
  is_active: row[`${side}_is_active`] as boolean,
})

export interface Destination {
  readonly id: bigint
  readonly code: string
  readonly name: string
  readonly kind: WalletKind
  readonly owner_name: string | null
}

/** Open wallets money may be sent to from this one, by name; their balances are nobody's business here. */
export async function selectDestinations(
  conn: Conn,
  actor: Actor,
  walletId: bigint,
  page: { limit: number; after?: bigint | undefined },
): Promise<Destination[]> {
  const { rows } = await sql<Destination>`
    select w.id, w.code, w.name, w.kind, u.full_name as owner_name from wallets w left join users u on u.id = w.owner_user_id
    where w.is_active and w.id <> ${walletId} and (${inScope(actor.scope)} or w.owner_user_id = ${actor.userId}::bigint) and (${page.after ?? null}::bigint is null or w.id > ${page.after ?? null}::bigint)
    order by w.id limit ${page.limit + 1}`.execute(conn.db)
  return rows
}
