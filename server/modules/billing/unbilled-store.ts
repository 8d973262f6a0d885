import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { isDue } from './run-stage-store.ts'

export interface UnbilledFilter {
  /** First day of the month. */
  readonly month: PlainDate
  /** The first day that a run of the month no longer bills. */
  readonly horizon: PlainDate
  readonly branchId?: bigint | undefined
}

export interface UnbilledClient {
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly branch_id: bigint
  readonly branch_name: string
  /** The first day nothing is billed of. */
  readonly since: PlainDate
  readonly items: readonly string[]
  /** Why a run of this month could not bill him, where one tried. */
  readonly parked_reason: string | null
  readonly parked_detail: string | null
}

/** Clients a run of the month would bill, looked for from their charges: after a run hardly any charge is behind. */
const due = (scope: Scope, { horizon, branchId }: UnbilledFilter): RawBuilder<unknown> => sql`
  select ch.client_id, min(ch.billed_until) as since, array_agg(distinct ch.item) as items
  from charges ch left join subscriptions s on s.id = ch.subscription_id join clients c on c.id = ch.client_id and c.deleted_at is null
  where ${isDue(horizon)} and ${scopeCondition(scope, 'c')} and (${branchId ?? null}::bigint is null or c.branch_id = ${branchId ?? null}::bigint)`

/** In order of client id; `limit + 1` rows. */
export async function selectUnbilled(
  conn: Conn,
  scope: Scope,
  filter: UnbilledFilter,
  page: { limit: number; after: bigint | undefined },
): Promise<UnbilledClient[]> {
  const { rows } = await sql<UnbilledClient>`
    with found as (
      ${due(scope, filter)} and ch.client_id > ${page.after ?? 0n} group by ch.client_id order by ch.client_id limit ${page.limit + 1}
    )
    select f.client_id, c.code as client_code, c.name as client_name, c.branch_id, b.name as branch_name, f.since, f.items, p.reason as parked_reason, p.detail as parked_detail
    from found f join clients c on c.id = f.client_id join branches b on b.id = c.branch_id
      left join lateral (select p.reason, p.detail from run_parked p join invoice_runs r on r.id = p.run_id and r.month = ${filter.month}
        where p.client_id = f.client_id order by p.run_id desc limit 1) p on true
    order by f.client_id`.execute(conn.db)
  return rows
}

/** How many there are by branch, counted up to a bound over all branches. */
export async function countUnbilled(conn: Conn, scope: Scope, filter: UnbilledFilter, cap: number): Promise<{ branchId: bigint; count: number }[]> {
  const { rows } = await sql<{ branchId: bigint; count: bigint }>`
    with found as (${due(scope, filter)} group by ch.client_id limit ${cap + 1})
    select c.branch_id as "branchId", count(*) as count from found f join clients c on c.id = f.client_id group by 1 order by 1`.execute(conn.db)
  return rows.map(({ branchId, count }) => ({ branchId, count: Number(count) }))
}
