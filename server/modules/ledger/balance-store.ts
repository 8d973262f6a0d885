import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'

/**
 * Sums by day, account, branch and wallet of the whole journal: the folded sums of sealed hours and the postings of entries recorded
 * since. One statement, so both halves are of one moment.
 */
export const daysAndTail = (of: { days: RawBuilder<unknown>; postings: RawBuilder<unknown> }): RawBuilder<unknown> => sql`
  select day, account_id, branch_id, wallet_id, debit_minor, credit_minor from account_days d where ${of.days}
  union all
  select p.booked_on, p.account_id, coalesce(p.branch_id, 0), coalesce(p.wallet_id, 0), greatest(p.amount_minor, 0), greatest(-p.amount_minor, 0)
  from entries e join postings p on p.booked_on = e.booked_on and p.entry_id = e.id
  where e.recorded_at >= coalesce((select max(sealed_until) from seals where book = 'ledger'), '-infinity') and ${of.postings}`

export interface BalanceOf {
  readonly accountId?: bigint
  readonly walletId?: bigint
  readonly branchId?: bigint
}

/** Debits less credits of everything posted to an account, a wallet, a branch, or any of them together; negative = a credit balance. */
export async function accountBalance(conn: Conn, { accountId, walletId, branchId }: BalanceOf): Promise<Minor> {
  const condition = (account: RawBuilder<unknown>, wallet: RawBuilder<unknown>, branch: RawBuilder<unknown>) => {
    const parts: RawBuilder<unknown>[] = [sql`true`]
    if (accountId !== undefined) parts.push(sql`${account} = ${accountId}`)
    if (walletId !== undefined) parts.push(sql`${wallet} = ${walletId}`)
    if (branchId !== undefined) parts.push(sql`${branch} = ${branchId}`)
    return sql.join(parts, sql` and `)
  }
  const { rows } = await sql<{ balance: Minor }>`
    select coalesce(sum(debit_minor - credit_minor), 0)::bigint as balance from (${daysAndTail({
      days: condition(sql.ref('d.account_id'), sql.ref('d.wallet_id'), sql.ref('d.branch_id')),
      postings: condition(sql.ref('p.account_id'), sql.ref('p.wallet_id'), sql.ref('p.branch_id')),
    })}) x`.execute(conn.db)
  return rows[0]?.balance ?? (0n as Minor)
}

/** What is in each wallet, by its postings; a wallet nothing was posted to is zero. Limited wallets have the same figure in wallet_balances. */
export async function walletBalances(conn: Conn, walletIds: readonly bigint[]): Promise<Map<bigint, Minor>> {
  const ids = walletIds.map(String)
  const { rows } = await sql<{ id: bigint; balance: Minor }>`
    select wallet_id as id, sum(debit_minor - credit_minor)::bigint as balance
    from (${daysAndTail({ days: sql`d.wallet_id = any(${ids}::bigint[])`, postings: sql`p.wallet_id = any(${ids}::bigint[])` })}) x
    group by wallet_id`.execute(conn.db)
  const known = new Map(rows.map((row) => [row.id, row.balance]))
  return new Map(walletIds.map((id) => [id, known.get(id) ?? (0n as Minor)]))
}

export interface TrialBalanceRow {
  readonly account_id: bigint
  readonly code: string
  readonly name_en: string
  readonly name_bn: string
  readonly type: string
  readonly normal_side: 'debit' | 'credit'
  readonly debit_minor: Minor
  readonly credit_minor: Minor
}

/** Sums of every account up to and including a day, of the whole company or of some branches; accounts without postings are left out. */
export async function selectTrialBalance(conn: Conn, { on, branchIds }: { on: PlainDate; branchIds: readonly bigint[] | null }): Promise<TrialBalanceRow[]> {
  const branches = branchIds?.map(String) ?? null
  const { rows } = await sql<TrialBalanceRow>`
    select a.id as account_id, a.code, a.name_en, a.name_bn, a.type, a.normal_side, x.debit_minor, x.credit_minor
    from (
      select account_id, sum(debit_minor)::bigint as debit_minor, sum(credit_minor)::bigint as credit_minor
      from (${daysAndTail({
        days: sql`d.day <= ${on} and (${branches}::bigint[] is null or d.branch_id = any(${branches}::bigint[]))`,
        postings: sql`p.booked_on <= ${on} and (${branches}::bigint[] is null or p.branch_id = any(${branches}::bigint[]))`,
      })}) y group by account_id
    ) x join accounts a on a.id = x.account_id order by a.code limit 10000`.execute(conn.db)
  return rows
}

export interface AccountDay {
  readonly day: PlainDate
  readonly debit_minor: Minor
  readonly credit_minor: Minor
}

export interface AccountFilter {
  readonly accountId: bigint
  readonly from: PlainDate
  readonly to: PlainDate
  /** Null = the whole company. */
  readonly branchIds: readonly bigint[] | null
  readonly walletId: bigint | undefined
}

/** What was posted to an account day by day, and what it held before; of the whole company, some branches or one wallet. */
export async function selectAccountDays(conn: Conn, filter: AccountFilter): Promise<{ opening: Minor; days: AccountDay[] }> {
  const branches = filter.branchIds?.map(String) ?? null
  const part = (
    account: string,
    branch: string,
    wallet: string,
    day: string,
  ) => sql`${sql.ref(account)} = ${filter.accountId} and ${sql.ref(day)} <= ${filter.to}
    and (${branches}::bigint[] is null or ${sql.ref(branch)} = any(${branches}::bigint[])) and (${filter.walletId ?? null}::bigint is null or ${sql.ref(wallet)} = ${filter.walletId ?? null}::bigint)`
  const { rows } = await sql<{ day: PlainDate | null; debit_minor: Minor; credit_minor: Minor }>`
    select case when day >= ${filter.from} then day end as day, sum(debit_minor)::bigint as debit_minor, sum(credit_minor)::bigint as credit_minor
    from (${daysAndTail({ days: part('d.account_id', 'd.branch_id', 'd.wallet_id', 'd.day'), postings: part('p.account_id', 'p.branch_id', 'p.wallet_id', 'p.booked_on') })}) x
    group by 1 order by 1 nulls first limit 1000`.execute(conn.db)
  const before = rows.find(({ day }) => day === null)
  const days = rows.flatMap(({ day, ...sides }) => (day === null ? [] : [{ day, ...sides }]))
  return { opening: ((before?.debit_minor ?? 0n) - (before?.credit_minor ?? 0n)) as Minor, days }
}
