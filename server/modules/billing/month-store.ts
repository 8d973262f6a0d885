import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import { monthSums, monthsThatDiffer, movesOf, summed } from './month-sums.sql.ts'

export interface MonthFigures {
  /** Without those that were voided. */
  readonly invoices: bigint
  readonly billed_minor: Minor
  readonly collected_minor: Minor
  readonly credit_notes: bigint
  readonly credited_minor: Minor
  readonly written_off_minor: Minor
  readonly voids: bigint
  readonly voided_minor: Minor
  readonly open_minor: Minor
}

export interface MonthSums extends MonthFigures {
  readonly month: PlainDate
}

export interface BranchSums extends MonthFigures {
  readonly branch_id: bigint
  readonly branch_name: string
}

/** Opening balances are left out: they were billed by other books. */
const figures = sql`(sum(s.invoices) - sum(s.voids))::bigint as invoices, (sum(s.billed_minor) - sum(s.voided_minor))::bigint as billed_minor,
  sum(s.collected_minor)::bigint as collected_minor, sum(s.credit_notes)::bigint as credit_notes, sum(s.credited_minor)::bigint as credited_minor,
  sum(s.written_off_minor)::bigint as written_off_minor, sum(s.voids)::bigint as voids, sum(s.voided_minor)::bigint as voided_minor,
  (sum(s.billed_minor) - sum(s.voided_minor) - sum(s.collected_minor) - sum(s.credited_minor) - sum(s.written_off_minor))::bigint as open_minor`

/** Documents belong to the branch and reseller that issued them. */
const within = (scope: Scope, branchId: bigint | undefined): RawBuilder<unknown> =>
  sql`not s.is_opening and ${scopeCondition(scope, 's')} and (${branchId ?? null}::bigint is null or s.branch_id = ${branchId ?? null}::bigint)`

/** Months with anything billed, newest first; `limit + 1` of them. */
export async function selectMonths(
  conn: Conn,
  scope: Scope,
  filter: { branchId?: bigint | undefined; before?: PlainDate | undefined; limit: number },
): Promise<MonthSums[]> {
  const { rows } = await sql<MonthSums>`
    select s.month, ${figures} from (${monthSums()}) s
    where ${within(scope, filter.branchId)} and (${filter.before ?? null}::date is null or s.month < ${filter.before ?? null}::date)
    group by s.month order by s.month desc limit ${filter.limit + 1}`.execute(conn.db)
  return rows
}

/** One month branch by branch; a branch that billed nothing is left out. */
export async function selectMonthByBranch(conn: Conn, scope: Scope, month: PlainDate): Promise<BranchSums[]> {
  const { rows } = await sql<BranchSums>`
    select s.branch_id, b.name as branch_name, ${figures} from (${monthSums()}) s join branches b on b.id = s.branch_id
    where s.month = ${month} and ${within(scope, undefined)} group by s.branch_id, b.name order by b.name, s.branch_id limit 1000`.execute(conn.db)
  return rows
}

/** The end of the last sealed hour: no document of before it can come any more. Null where nothing is sealed. */
export async function sealedUntil(conn: Conn): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`select max(sealed_until) as at from seals where book = 'ledger'`.execute(conn.db)
  return rows[0]?.at ?? null
}

/** Up to when documents are folded; the row stays locked, so that none is folded twice. Null = none is. */
export async function lockFold(tx: Tx): Promise<Instant | null> {
  await sql`insert into billing_month_folds (folded_until) values ('-infinity') on conflict do nothing`.execute(tx.db)
  const { rows } = await sql<{ at: Instant | null }>`
    select nullif(folded_until, '-infinity') as at from billing_month_folds for update`.execute(tx.db)
  return rows[0]?.at ?? null
}

/** Adds what was made in `[from, until)` to the months. */
export async function foldMoves(tx: Tx, { from, until }: { from: Instant | null; until: Instant }): Promise<void> {
  const made = (column: string) =>
    sql`${sql.ref(column)} < ${until}::timestamptz and (${from}::timestamptz is null or ${sql.ref(column)} >= ${from}::timestamptz)`
  await sql`
    insert into billing_months as b (month, branch_id, reseller_id, is_opening, invoices, billed_minor, voids, voided_minor, credit_notes, credited_minor, written_off_minor, collected_minor)
    ${summed(movesOf(made))}
    on conflict (month, branch_id, reseller_id, is_opening) do update set invoices = b.invoices + excluded.invoices, billed_minor = b.billed_minor + excluded.billed_minor,
      voids = b.voids + excluded.voids, voided_minor = b.voided_minor + excluded.voided_minor, credit_notes = b.credit_notes + excluded.credit_notes,
      credited_minor = b.credited_minor + excluded.credited_minor, written_off_minor = b.written_off_minor + excluded.written_off_minor,
      collected_minor = b.collected_minor + excluded.collected_minor`.execute(tx.db)
  await sql`update billing_month_folds set folded_until = ${until}`.execute(tx.db)
}

/** What a chunk of a run has just billed, by branch and reseller. */
export async function sumChunk(tx: Tx, runId: bigint): Promise<void> {
  await sql`
    insert into run_chunks as c (run_id, at, branch_id, reseller_id, invoices, billed_minor)
    select ${runId}::bigint, ${tx.now}::timestamptz, branch_id, coalesce(reseller_id, 0), count(*), sum(total_minor)::bigint from stage_invoices group by 3, 4
    on conflict (run_id, at, branch_id, reseller_id) do update set invoices = c.invoices + excluded.invoices, billed_minor = c.billed_minor + excluded.billed_minor`.execute(
    tx.db,
  )
}

export interface WrongMonth {
  readonly key: Record<string, unknown>
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

/** Months whose sums are not those of their documents. */
export async function selectWrongMonths(tx: Tx): Promise<WrongMonth[]> {
  const { rows } = await sql<WrongMonth>`
    select jsonb_build_object('month', month, 'branch_id', branch_id, 'reseller_id', reseller_id, 'is_opening', is_opening) as key, kept as before, derived as after
    from (${monthsThatDiffer()}) d order by month, branch_id, reseller_id, is_opening`.execute(tx.db)
  return rows
}

/** Takes the sums of months and of the runs' chunks away, and writes the chunks again from their invoices. */
export async function forgetFolds(tx: Tx): Promise<void> {
  await sql`delete from billing_months`.execute(tx.db)
  await sql`delete from billing_month_folds`.execute(tx.db)
  await sql`delete from run_chunks`.execute(tx.db)
  await sql`insert into run_chunks (run_id, at, branch_id, reseller_id, invoices, billed_minor)
    select run_id, issued_at, branch_id, coalesce(reseller_id, 0), count(*), sum(total_minor)::bigint from invoices where run_id is not null group by 1, 2, 3, 4`.execute(
    tx.db,
  )
}
