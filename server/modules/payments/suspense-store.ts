import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'

export interface SuspenseMatch {
  readonly id: bigint
  readonly paymentId: bigint
  readonly clientId: bigint
  readonly reason: string
  readonly state: 'proposed' | 'approved' | 'rejected'
  readonly proposedBy: bigint | null
}

export async function insertMatch(tx: Tx, { paymentId, clientId, reason }: { paymentId: bigint; clientId: bigint; reason: string }): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into suspense_matches (payment_id, client_id, reason, proposed_by, proposed_at) values (${paymentId}, ${clientId}, ${reason}, ${tx.actor.userId}, ${tx.now}) returning id`.execute(
    tx.db,
  )
  const [row] = rows
  if (!row) throw new Error('a match was not written')
  return row.id
}

export async function lockMatch(tx: Tx, paymentId: bigint): Promise<SuspenseMatch | null> {
  const { rows } = await sql<SuspenseMatch>`
    select id, payment_id as "paymentId", client_id as "clientId", reason, state, proposed_by as "proposedBy" from suspense_matches
    where payment_id = ${paymentId} and state <> 'rejected' for update`.execute(tx.db)
  return rows[0] ?? null
}

export async function decideMatch(tx: Tx, id: bigint, state: 'approved' | 'rejected'): Promise<void> {
  await sql`update suspense_matches set state = ${state}, decided_by = ${tx.actor.userId}, decided_at = ${tx.now} where id = ${id}`.execute(tx.db)
}

export interface SuspenseItem {
  readonly payment_id: bigint
  readonly method: string
  readonly amount_minor: Minor
  readonly trx_id: string | null
  readonly value_on: PlainDate
  readonly recorded_at: Instant
  readonly wallet_id: bigint | null
  readonly wallet_name: string | null
  readonly receipt_code: string | null
  readonly received_by_name: string | null
  readonly note: string
  readonly proposed_client_id: bigint | null
  readonly proposed_client_code: string | null
  readonly proposed_client_name: string | null
  readonly proposed_by: bigint | null
  readonly proposed_by_name: string | null
  readonly proposal_reason: string | null
}

/** Unknown money nobody has matched or reversed, newest first. It has no client, so it goes by the branch of its wallet. */
export async function selectSuspense(conn: Conn, scope: Scope, page: { limit: number; before?: bigint | undefined }): Promise<SuspenseItem[]> {
  const inScope =
    scope.kind === 'company' ? sql`true` : scope.kind === 'branches' ? sql`p.branch_id = any(${scope.branchIds.map(String)}::bigint[])` : sql`false`
  const { rows } = await sql<SuspenseItem>`
    select p.id as payment_id, p.method, p.amount_minor, p.trx_id, p.value_on, p.recorded_at, p.wallet_id, w.name as wallet_name, p.receipt_code, r.full_name as received_by_name, p.note,
      m.client_id as proposed_client_id, c.code as proposed_client_code, c.name as proposed_client_name, m.proposed_by, u.full_name as proposed_by_name, m.reason as proposal_reason
    from payments p left join suspense_matches m on m.payment_id = p.id and m.state = 'proposed' left join clients c on c.id = m.client_id left join users u on u.id = m.proposed_by
      left join wallets w on w.id = p.wallet_id left join users r on r.id = p.received_by
    where p.client_id is null and ${inScope} and not exists (select 1 from suspense_matches a where a.payment_id = p.id and a.state = 'approved')
      and not exists (select 1 from payment_reversals r where r.payment_id = p.id) and (${page.before ?? null}::bigint is null or p.id < ${page.before ?? null}::bigint)
    order by p.id desc limit ${page.limit + 1}`.execute(conn.db)
  return rows
}
