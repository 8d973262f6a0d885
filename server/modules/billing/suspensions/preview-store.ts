import { sql } from 'kysely'
import type { Minor } from '../../../kernel/money.ts'
import type { Scope } from '../../../kernel/actor.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { standing } from './standing.sql.ts'
import type { CutReason, Standing, StandingOf, Verdict } from './standing.sql.ts'

export interface PreviewedLine extends Standing {
  readonly client_code: string
  readonly client_name: string
  readonly phone: string
  readonly login: string | null
  readonly router_name: string | null
  readonly branch_name: string
}

/** Who would be cut and who is spared, the largest debt first. */
export async function selectPreview(
  conn: Pick<Conn, 'db'>,
  scope: Scope,
  of: StandingOf,
  { verdict, reason }: { verdict?: Verdict | 'spared' | undefined; reason?: CutReason | undefined },
  page: { after: { late: bigint; id: bigint } | undefined; limit: number },
): Promise<PreviewedLine[]> {
  const where = [scopeCondition(scope, 'c')]
  if (verdict !== undefined) where.push(verdict === 'spared' ? sql`v.verdict not in ('cut', 'already_cut')` : sql`v.verdict = ${verdict}`)
  if (reason !== undefined) where.push(sql`v.reason = ${reason}`)
  if (page.after !== undefined) where.push(sql`(v.overdue_minor, -v.subscription_id) < (${page.after.late}, -${page.after.id}::bigint)`)
  const { rows } = await sql<PreviewedLine>`
    select v.*, c.code as client_code, c.name as client_name, c.phone, s.pppoe_login as login, r.name as router_name, b.name as branch_name
    from (${standing(of)}) v join clients c on c.id = v.client_id join subscriptions s on s.id = v.subscription_id join branches b on b.id = v.branch_id left join routers r on r.id = v.router_id
    where ${sql.join(where, sql` and `)} order by v.overdue_minor desc, v.subscription_id limit ${page.limit + 1}`.execute(conn.db)
  return rows
}

export interface PreviewTotals {
  readonly verdicts: readonly { readonly verdict: Verdict; readonly clients: bigint; readonly lines: bigint; readonly late_minor: Minor }[]
  readonly routers: readonly { readonly id: bigint; readonly name: string; readonly cut: bigint; readonly of: bigint }[]
  readonly branches: readonly { readonly id: bigint; readonly name: string; readonly cut: bigint; readonly late_minor: Minor }[]
  /** Clients with service now. */
  readonly serving: bigint
}

const MOST_ROUTERS = 500

/** The same in figures: by verdict, by router and by branch. */
export async function selectPreviewTotals(conn: Pick<Conn, 'db'>, scope: Scope, of: StandingOf): Promise<PreviewTotals> {
  const { rows } = await sql<{ totals: { [K in keyof PreviewTotals]: unknown } }>`
    with v as materialized (select v.* from (${standing(of)}) v join clients c on c.id = v.client_id where ${scopeCondition(scope, 'c')}),
      by_client as (select verdict, client_id, count(*) as lines, max(greatest(late_minor - credit_minor, 0)) as late from v group by 1, 2)
    select jsonb_build_object(
      'verdicts', (select coalesce(jsonb_agg(jsonb_build_object('verdict', verdict, 'clients', clients, 'lines', lines, 'late_minor', late) order by verdict), '[]')
        from (select verdict, count(*) as clients, sum(lines) as lines, sum(late) as late from by_client group by 1) x),
      'routers', (select coalesce(jsonb_agg(jsonb_build_object('id', x.router_id, 'name', r.name, 'cut', x.cut, 'of', (select count(*) from subscriptions s join access a on a.subscription_id = s.id and a.desired_on where s.router_id = x.router_id)) order by x.cut desc, x.router_id), '[]')
        from (select router_id, count(*) as cut from v where verdict = 'cut' and router_id is not null group by 1 order by 2 desc, 1 limit ${MOST_ROUTERS}) x join routers r on r.id = x.router_id),
      'branches', (select coalesce(jsonb_agg(jsonb_build_object('id', x.branch_id, 'name', b.name, 'cut', x.cut, 'late_minor', x.late) order by x.cut desc, x.branch_id), '[]')
        from (select branch_id, count(*) as cut, sum(late) as late from (select branch_id, client_id, max(greatest(late_minor - credit_minor, 0)) as late from v where verdict = 'cut' group by 1, 2) y group by 1) x join branches b on b.id = x.branch_id),
      'serving', (select count(distinct s.client_id) from access a join subscriptions s on s.id = a.subscription_id join clients c on c.id = s.client_id where a.desired_on and ${scopeCondition(scope, 'c')})
    ) as totals`.execute(conn.db)
  const totals = rows[0]?.totals as {
    verdicts: { verdict: Verdict; clients: number; lines: number; late_minor: number }[]
    routers: { id: number; name: string; cut: number; of: number }[]
    branches: { id: number; name: string; cut: number; late_minor: number }[]
    serving: number
  }
  return {
    verdicts: totals.verdicts.map((row) => ({
      verdict: row.verdict,
      clients: BigInt(row.clients),
      lines: BigInt(row.lines),
      late_minor: BigInt(row.late_minor) as Minor,
    })),
    routers: totals.routers.map((row) => ({ id: BigInt(row.id), name: row.name, cut: BigInt(row.cut), of: BigInt(row.of) })),
    branches: totals.branches.map((row) => ({ id: BigInt(row.id), name: row.name, cut: BigInt(row.cut), late_minor: BigInt(row.late_minor) as Minor })),
    serving: BigInt(totals.serving),
  }
}

export interface LastCut {
  readonly reason: CutReason
  readonly run_id: bigint
  readonly cut_at: Temporal.Instant
  readonly late_minor: Minor
  readonly oldest_due_on: Temporal.PlainDate | null
  readonly grace_days: number
  readonly min_due_minor: Minor
}

/** The cut of a line that stands. */
export async function selectStandingCut(conn: Pick<Conn, 'db'>, subscriptionId: bigint): Promise<LastCut | null> {
  const { rows } = await sql<LastCut>`
    select reason, run_id, cut_at, late_minor - credit_minor as late_minor, oldest_due_on, grace_days, min_due_minor from suspension_items
    where subscription_id = ${subscriptionId} and outcome = 'cut' and ended_at is null order by cut_at desc limit 1`.execute(conn.db)
  return rows[0] ?? null
}
