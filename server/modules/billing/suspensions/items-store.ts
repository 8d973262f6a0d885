import { sql } from 'kysely'
import type { Minor } from '../../../kernel/money.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'
import type { Scope } from '../../../kernel/actor.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import type { CutReason, Standing, StandingOf, Verdict } from './standing.sql.ts'
import { standing } from './standing.sql.ts'

/** Writes who is to be cut by a run, in one statement; answers how many and for how much. Repeatable: what it wrote before is replaced. */
export async function planItems(tx: Tx, runId: bigint, of: StandingOf): Promise<{ clients: bigint; lines: bigint; amount: Minor }> {
  await sql`delete from suspension_items where run_id = ${runId}`.execute(tx.db)
  const { rows } = await sql<{ clients: bigint; lines: bigint; amount: Minor }>`
    with written as (
      insert into suspension_items (run_id, subscription_id, client_id, reason, is_automatic, late_minor, credit_minor, oldest_due_on, grace_days, expires_on, min_due_minor, ignores_future_months)
      select ${runId}, v.subscription_id, v.client_id, v.reason, ${of.onceADay === true}, v.late_minor, v.credit_minor, v.oldest_due_on, v.grace_days, v.expires_on, ${of.minDue}::bigint, ${of.ignoresFutureMonths}
      from (${standing(of)}) v where v.verdict = 'cut'
      returning client_id, late_minor, credit_minor)
    select count(*) as clients, coalesce(sum(lines), 0)::bigint as lines, coalesce(sum(late), 0)::bigint as amount
    from (select client_id, count(*) as lines, max(late_minor - credit_minor) as late from written group by client_id) c`.execute(tx.db)
  return rows[0] as { clients: bigint; lines: bigint; amount: Minor }
}

/** How many lines would be cut: the statement that plans a run, without writing it. */
export async function selectSuspensionPlan(conn: Pick<Conn, 'db'>, of: StandingOf): Promise<bigint> {
  const { rows } = await sql<{ lines: bigint }>`select count(*) as lines from (${standing(of)}) v where v.verdict = 'cut'`.execute(conn.db)
  return rows[0]?.lines ?? 0n
}

/** The next clients of a run whose turn has not come, in the order of their ids. */
export async function nextClients(tx: Tx, runId: bigint, limit: number): Promise<bigint[]> {
  const { rows } = await sql<{ client_id: bigint }>`
    select distinct client_id from suspension_items where run_id = ${runId} and outcome is null order by client_id limit ${limit}`.execute(tx.db)
  return rows.map(({ client_id }) => client_id)
}

export interface WaitingItem {
  readonly subscription_id: bigint
  readonly client_id: bigint
  readonly reason: CutReason
}

export async function waitingItems(tx: Tx, runId: bigint, clientIds: readonly bigint[]): Promise<WaitingItem[]> {
  const { rows } = await sql<WaitingItem>`
    select subscription_id, client_id, reason from suspension_items
    where run_id = ${runId} and outcome is null and client_id = any(${clientIds.map(String)}::bigint[]) order by subscription_id limit 100000`.execute(tx.db)
  return rows
}

/** How lines stand now; a line that owes nothing and is covered has no row. */
export async function selectStandings(conn: Pick<Conn, 'db'>, of: StandingOf): Promise<Standing[]> {
  const { rows } = await sql<Standing>`select v.* from (${standing(of)}) v order by v.subscription_id, v.reason limit 100000`.execute(conn.db)
  return rows
}

/** What of a run was done: cut lines with what they were cut for now, spared ones with why. */
export async function writeOutcomes(
  tx: Tx,
  runId: bigint,
  { cut, spared }: { cut: readonly Standing[]; spared: readonly { readonly subscription_id: bigint; readonly why: Verdict | 'settled' }[] },
): Promise<void> {
  if (cut.length > 0) {
    await sql`
      update suspension_items i set outcome = 'cut', cut_on = ${tx.today}, cut_at = ${tx.now}, late_minor = v.late, credit_minor = v.credit, oldest_due_on = v.due
      from unnest(${cut.map((line) => line.subscription_id.toString())}::bigint[], ${cut.map((line) => line.late_minor.toString())}::bigint[],
        ${cut.map((line) => line.credit_minor.toString())}::bigint[], ${cut.map((line) => line.oldest_due_on?.toString() ?? null)}::date[]) as v(id, late, credit, due)
      where i.run_id = ${runId} and i.subscription_id = v.id`.execute(tx.db)
  }
  if (spared.length > 0) {
    await sql`
      update suspension_items i set outcome = 'spared', spared_why = v.why
      from unnest(${spared.map((line) => line.subscription_id.toString())}::bigint[], ${spared.map(({ why }) => why)}::text[]) as v(id, why)
      where i.run_id = ${runId} and i.subscription_id = v.id`.execute(tx.db)
  }
}

export type EndedWhy = 'settled' | 'exempt' | 'promise' | 'by_hand' | 'left'

/** Notes that cuts are over; returns the lines whose cut was. */
export async function endCuts(tx: Tx, subscriptionIds: readonly bigint[], reason: CutReason, why: EndedWhy): Promise<bigint[]> {
  const { rows } = await sql<{ subscription_id: bigint }>`
    update suspension_items set ended_at = ${tx.now}, ended_on = ${tx.today}, ended_why = ${why}
    where subscription_id = any(${subscriptionIds.map(String)}::bigint[]) and reason = ${reason} and outcome = 'cut' and ended_at is null returning subscription_id`.execute(
    tx.db,
  )
  return rows.map(({ subscription_id }) => subscription_id)
}

/** Lines with an open pause for suspension, of those named. */
export async function pausedForSuspension(tx: Tx, subscriptionIds: readonly bigint[]): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select subscription_id as id from pauses where kind = 'suspension' and ends_on is null and subscription_id = any(${subscriptionIds.map(String)}::bigint[])
    order by subscription_id limit 100000`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Lines whose policy does not charge suspended days, of those named. */
export async function notChargedWhileSuspended(tx: Tx, subscriptionIds: readonly bigint[]): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select s.id from subscriptions s join billing_policies p on p.id = s.billing_policy_id
    where not p.charge_while_suspended and s.id = any(${subscriptionIds.map(String)}::bigint[])
      and not exists (select 1 from pauses q where q.subscription_id = s.id and q.kind = 'suspension' and q.ends_on is null) order by s.id limit 100000`.execute(
    tx.db,
  )
  return rows.map(({ id }) => id)
}

/** Lines that lack service for money, of clients, or of all beyond a client. */
export async function selectCutClients(tx: Tx, after: bigint, limit: number): Promise<bigint[]> {
  const { rows } = await sql<{ client_id: bigint }>`
    select client_id from (
      select s.client_id from access_reasons r join subscriptions s on s.id = r.subscription_id where r.reason in ('billing', 'expired') and s.client_id > ${after}
      union select client_id from suspension_items where outcome = 'cut' and ended_at is null and client_id > ${after}
    ) c order by client_id limit ${limit}`.execute(tx.db)
  return rows.map(({ client_id }) => client_id)
}

export interface CutLine {
  readonly subscription_id: bigint
  readonly client_id: bigint
  readonly reason: CutReason
  /** False: the reason is gone though the cut was never noted as over. */
  readonly has_reason: boolean
  readonly is_left: boolean
  readonly expires_on: PlainDate | null
  /** A person took the service for unpaid bills, quicker than the rule. */
  readonly is_by_hand: boolean
  /** Whitelisted, or out of automatic control: what clears the reason by itself. */
  readonly is_exempt: boolean
}

/** Lines of clients that lack service for money, and those whose cut is not noted as over. */
export async function selectCutLines(tx: Tx, clientIds: readonly bigint[]): Promise<CutLine[]> {
  const ids = clientIds.map(String)
  const { rows } = await sql<CutLine>`
    select coalesce(r.subscription_id, t.subscription_id) as subscription_id, s.client_id, coalesce(r.reason, t.reason) as reason, r.reason is not null as has_reason,
      s.left_on is not null as is_left, s.expires_on, r.reason = 'billing' and r.recorded_by is not null and t.run_id is null as is_by_hand,
      (not s.auto_control and coalesce(s.auto_control_until >= ${tx.today}, true)) or (c.is_whitelisted and coalesce(c.whitelist_until >= ${tx.today}, true)) as is_exempt
    from (select r.* from access_reasons r join subscriptions s on s.id = r.subscription_id where s.client_id = any(${ids}::bigint[]) and r.reason in ('billing', 'expired')) r
      full join (select * from suspension_items where client_id = any(${ids}::bigint[]) and outcome = 'cut' and ended_at is null) t
        on t.subscription_id = r.subscription_id and t.reason = r.reason
      join subscriptions s on s.id = coalesce(r.subscription_id, t.subscription_id) join clients c on c.id = s.client_id
    order by 1, 3 limit 100000`.execute(tx.db)
  return rows
}

export interface ShownItem {
  readonly subscription_id: bigint
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly login: string | null
  readonly router_name: string | null
  readonly reason: CutReason
  readonly late_minor: Minor
  readonly credit_minor: Minor
  readonly oldest_due_on: PlainDate | null
  readonly expires_on: PlainDate | null
  readonly outcome: 'cut' | 'spared' | null
  readonly spared_why: Verdict | 'settled' | null
  readonly ended_at: Instant | null
  readonly ended_why: EndedWhy | null
}

/** What a run is to do or has done, by line. */
export async function selectItems(
  conn: Pick<Conn, 'db'>,
  scope: Scope,
  runId: bigint,
  { outcome }: { outcome?: 'cut' | 'spared' | 'waiting' | undefined },
  page: { after: bigint | undefined; limit: number },
): Promise<ShownItem[]> {
  const where = [sql`i.run_id = ${runId}`, scopeCondition(scope, 'c')]
  if (outcome !== undefined) where.push(outcome === 'waiting' ? sql`i.outcome is null` : sql`i.outcome = ${outcome}`)
  if (page.after !== undefined) where.push(sql`i.subscription_id > ${page.after}`)
  const { rows } = await sql<ShownItem>`
    select i.subscription_id, i.client_id, c.code as client_code, c.name as client_name, s.pppoe_login as login, (select name from routers where id = s.router_id) as router_name, i.reason,
      i.late_minor, i.credit_minor, i.oldest_due_on, i.expires_on, i.outcome, i.spared_why, i.ended_at, i.ended_why
    from suspension_items i join clients c on c.id = i.client_id join subscriptions s on s.id = i.subscription_id
    where ${sql.join(where, sql` and `)} order by i.subscription_id limit ${page.limit + 1}`.execute(conn.db)
  return rows
}
