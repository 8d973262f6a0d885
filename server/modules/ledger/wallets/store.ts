import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor, Scope } from '../../../kernel/actor.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/time.ts'
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
  /** It began with a balance from other books. */
  readonly is_opened: boolean
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
    select w.id, w.code, w.name, w.kind, w.branch_id, w.owner_user_id, u.full_name as owner_name, w.limit_minor, w.is_active,
      exists (select 1 from opening_balances o where o.wallet_id = w.id) as is_opened
    from wallets w left join users u on u.id = w.owner_user_id
    where ${visibleTo(actor)} and (${filter.kind ?? null}::text is null or w.kind = ${filter.kind ?? null}) and (${filter.isActive ?? null}::boolean is null or w.is_active = ${filter.isActive ?? null})
      and (${page.after ?? null}::bigint is null or w.id > ${page.after ?? null}::bigint)
    order by w.id limit ${page.limit + 1}`.execute(conn.db)
  return rows
}

export async function selectWallet(conn: Conn, actor: Actor, id: bigint): Promise<ListedWallet | undefined> {
  const { rows } = await sql<ListedWallet>`
    select w.id, w.code, w.name, w.kind, w.branch_id, w.owner_user_id, u.full_name as owner_name, w.limit_minor, w.is_active,
      exists (select 1 from opening_balances o where o.wallet_id = w.id) as is_opened
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

export interface WalletOwner {
  readonly id: bigint
  readonly full_name: string
}

/** Whose a drawer may be: people who still work here, of a person's own branches where he does not see the whole company. */
export async function selectOwners(conn: Conn, scope: Scope, page: { limit: number; after?: bigint | undefined }): Promise<WalletOwner[]> {
  const isNear =
    scope.kind === 'company'
      ? sql`true`
      : scope.kind === 'branches'
        ? sql`exists (select 1 from user_branches b where b.user_id = u.id and b.branch_id = any(${scope.branchIds.map(String)}::bigint[]))`
        : sql`u.reseller_id = ${scope.resellerId}::bigint`
  const { rows } = await sql<WalletOwner>`
    select u.id, u.full_name from users u where u.status = 'active' and ${isNear} and (${page.after ?? null}::bigint is null or u.id > ${page.after ?? null}::bigint)
    order by u.id limit ${page.limit + 1}`.execute(conn.db)
  return rows
}
