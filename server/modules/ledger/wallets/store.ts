import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor, Scope } from '../../../kernel/actor.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import type { Wallet, WalletFacts, WalletKind } from './wallet.ts'

/** A wallet of the whole company is everybody's to use; a branch sees its own besides; a reseller only what he owns. */
export function inScope(scope: Scope, alias = 'w'): RawBuilder<unknown> {
  if (scope.kind === 'company') return sql`true`
  const branch = sql.ref(`${alias}.branch_id`)
  if (scope.kind === 'branches') return sql`(${branch} is null or ${branch} = any(${scope.branchIds.map(String)}::bigint[]))`
  return sql`false`
}

/** What a person may see: wallets of his scope where he may see wallets at all, and always his own. */
export function visibleTo(actor: Actor, alias = 'w'): RawBuilder<unknown> {
  const isOwn = sql`${sql.ref(`${alias}.owner_user_id`)} = ${actor.userId}::bigint`
  return actor.permissions.has('wallet.view') ? sql`(${inScope(actor.scope, alias)} or ${isOwn})` : isOwn
}

export interface ListedWallet extends Wallet {
  readonly owner_name: string | null
}

export interface WalletFilter {
  readonly kind?: WalletKind | undefined
  readonly isActive?: boolean | undefined
}

export async function selectWallets(
  conn: Conn,
  actor: Actor,
  filter: WalletFilter,
  page: { limit: number; after?: bigint | undefined },
): Promise<ListedWallet[]> {
  const { rows } = await sql<ListedWallet>`
    select w.id, w.code, w.name, w.kind, w.branch_id, w.owner_user_id, u.full_name as owner_name, w.limit_minor, w.is_active
    from wallets w left join users u on u.id = w.owner_user_id
    where ${visibleTo(actor)} and (${filter.kind ?? null}::text is null or w.kind = ${filter.kind ?? null}) and (${filter.isActive ?? null}::boolean is null or w.is_active = ${filter.isActive ?? null})
      and (${page.after ?? null}::bigint is null or w.id > ${page.after ?? null}::bigint)
    order by w.id limit ${page.limit + 1}`.execute(conn.db)
  return rows
}

export async function selectWallet(conn: Conn, actor: Actor, id: bigint): Promise<ListedWallet | undefined> {
  const { rows } = await sql<ListedWallet>`
    select w.id, w.code, w.name, w.kind, w.branch_id, w.owner_user_id, u.full_name as owner_name, w.limit_minor, w.is_active
    from wallets w left join users u on u.id = w.owner_user_id where w.id = ${id} and ${visibleTo(actor)}`.execute(conn.db)
  return rows[0]
}

/** A wallet money is moved in or out of by somebody who need not see its balance. Null where there is none. */
export async function readWallet(conn: Conn, id: bigint): Promise<Wallet | null> {
  const { rows } = await sql<Wallet>`select id, code, name, kind, branch_id, owner_user_id, limit_minor, is_active from wallets where id = ${id}`.execute(
    conn.db,
  )
  return rows[0] ?? null
}

export async function lockWallet(tx: Tx, id: bigint): Promise<Wallet | null> {
  const { rows } = await sql<Wallet>`
    select id, code, name, kind, branch_id, owner_user_id, limit_minor, is_active from wallets w where id = ${id} and (${inScope(tx.actor.scope)} or w.owner_user_id = ${tx.actor.userId}::bigint) for update`.execute(
    tx.db,
  )
  return rows[0] ?? null
}

/** Wallets by id, locked in order of their ids. */
export async function lockWallets(tx: Tx, ids: readonly bigint[]): Promise<Map<bigint, Wallet>> {
  const { rows } = await sql<Wallet>`
    select id, code, name, kind, branch_id, owner_user_id, limit_minor, is_active from wallets where id = any(${ids.map(String)}::bigint[]) order by id for update`.execute(
    tx.db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** What a limited wallet holds, locked; null for one without a limit, whose balance is the sum of its postings. */
export async function lockWalletBalance(tx: Tx, id: bigint): Promise<Minor | null> {
  const { rows } = await sql<{ balance: Minor }>`select balance_minor as balance from wallet_balances where wallet_id = ${id} for update`.execute(tx.db)
  return rows[0]?.balance ?? null
}

export async function insertWallet(tx: Tx, { code, name, kind, branchId, ownerUserId, limit }: WalletFacts): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    with made as (
      insert into wallets (code, name, kind, branch_id, owner_user_id, limit_minor, created_at) values (${code}, ${name}, ${kind}, ${branchId}, ${ownerUserId}, ${limit}, ${tx.now}) returning id
    ), limited as (
      insert into wallet_balances (wallet_id, limit_minor) select id, ${limit}::bigint from made where ${limit}::bigint is not null
    )
    select id from made`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('a wallet was not written')
  return row.id
}

export async function updateWallet(
  tx: Tx,
  id: bigint,
  facts: { name: string; branchId: bigint | null; ownerUserId: bigint | null; limit: Minor | null; isActive: boolean },
): Promise<void> {
  await sql`update wallets set name = ${facts.name}, branch_id = ${facts.branchId}, owner_user_id = ${facts.ownerUserId}, limit_minor = ${facts.limit}, is_active = ${facts.isActive} where id = ${id}`.execute(
    tx.db,
  )
}

/** Begins, moves or ends the limit of a wallet. The row is locked before the balance is summed, so no posting slips between. */
export async function setWalletLimit(tx: Tx, id: bigint, limit: Minor | null, balance: () => Promise<Minor>): Promise<void> {
  if (limit === null) {
    await sql`delete from wallet_balances where wallet_id = ${id}`.execute(tx.db)
    return
  }
  const { rows } = await sql`update wallet_balances set limit_minor = ${limit} where wallet_id = ${id} returning wallet_id`.execute(tx.db)
  if (rows.length > 0) return
  // Nothing can be posted to the journal until the row is there: postings that run now would not move it.
  await sql`lock table postings in share row exclusive mode`.execute(tx.db)
  await sql`insert into wallet_balances (wallet_id, limit_minor, balance_minor) values (${id}, ${limit}, ${await balance()})`.execute(tx.db)
}

export interface WalletMovement {
  readonly booked_on: PlainDate
  readonly entry_id: bigint
  readonly line_no: number
  readonly kind: string
  readonly document_kind: string
  readonly document_id: bigint
  readonly recorded_at: Instant
  readonly recorded_by_name: string | null
  readonly amount_minor: Minor
  readonly branch_id: bigint | null
}

export interface MovementPosition {
  readonly bookedOn: PlainDate
  readonly entryId: bigint
  readonly lineNo: number
}

/** What went in (+) and out (-) of a wallet, newest first. */
export async function selectMovements(
  conn: Conn,
  walletId: bigint,
  { from, to }: { from?: PlainDate | undefined; to?: PlainDate | undefined },
  page: { limit: number; before?: MovementPosition | undefined },
): Promise<WalletMovement[]> {
  const { before } = page
  const where: RawBuilder<unknown>[] = [sql`p.wallet_id = ${walletId}`]
  if (from !== undefined) where.push(sql`p.booked_on >= ${from}`)
  if (to !== undefined) where.push(sql`p.booked_on <= ${to}`)
  if (before !== undefined) where.push(sql`(p.booked_on, p.entry_id, p.line_no) < (${before.bookedOn}::date, ${before.entryId}::bigint, ${before.lineNo}::int)`)
  const { rows } = await sql<WalletMovement>`
    with page as materialized (
      select * from postings p where ${sql.join(where, sql` and `)} order by p.booked_on desc, p.entry_id desc, p.line_no desc limit ${page.limit + 1}
    )
    select p.booked_on, p.entry_id, p.line_no, e.kind, e.document_kind, e.document_id, e.recorded_at, u.full_name as recorded_by_name, p.amount_minor, p.branch_id
    from page p join entries e on e.booked_on = p.booked_on and e.id = p.entry_id left join users u on u.id = e.recorded_by
    order by p.booked_on desc, p.entry_id desc, p.line_no desc`.execute(conn.db)
  return rows
}

export interface DaySum {
  readonly kind: string
  readonly count: bigint
  readonly in_minor: Minor
  readonly out_minor: Minor
}

/** A wallet's movements of one day, summed by kind of entry. */
export async function sumDay(conn: Conn, walletId: bigint, day: PlainDate): Promise<DaySum[]> {
  const { rows } = await sql<DaySum>`
    select e.kind, count(*) as count, coalesce(sum(p.amount_minor) filter (where p.amount_minor > 0), 0)::bigint as in_minor,
      coalesce(-sum(p.amount_minor) filter (where p.amount_minor < 0), 0)::bigint as out_minor
    from postings p join entries e on e.booked_on = p.booked_on and e.id = p.entry_id
    where p.wallet_id = ${walletId} and p.booked_on = ${day} group by e.kind order by e.kind limit 100`.execute(conn.db)
  return rows
}

/** Everything that was moved in a wallet after a day; taken from today's balance it is the balance at that day's end. */
export async function movedAfter(conn: Conn, walletId: bigint, day: PlainDate): Promise<Minor> {
  const { rows } = await sql<{
    amount: Minor
  }>`select coalesce(sum(amount_minor), 0)::bigint as amount from postings where wallet_id = ${walletId} and booked_on > ${day}`.execute(conn.db)
  return rows[0]?.amount ?? (0n as Minor)
}

/** What a wallet held before the books began here. */
export async function insertOpeningBalance(
  tx: Tx,
  { walletId, amount, bookedOn, reason }: { walletId: bigint; amount: Minor; bookedOn: PlainDate; reason: string },
): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into opening_balances (wallet_id, amount_minor, booked_on, reason, created_by, created_at)
    values (${walletId}, ${amount}, ${bookedOn}, ${reason}, ${tx.actor.userId}, ${tx.now}) returning id`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('an opening balance was not written')
  return row.id
}

/** The documents a wallet was opened by; one is enough. */
export async function hasOpeningBalance(conn: Conn, walletId: bigint): Promise<boolean> {
  const { rows } = await sql`select 1 from opening_balances where wallet_id = ${walletId} limit 1`.execute(conn.db)
  return rows.length > 0
}
