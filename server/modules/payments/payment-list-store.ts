import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'
import type { Method } from './payment.ts'

export interface ListedPayment {
  readonly id: bigint
  readonly client_id: bigint | null
  readonly client_code: string | null
  readonly client_name: string | null
  readonly branch_id: bigint | null
  readonly method: Method
  readonly amount_minor: Minor
  readonly rounding_minor: Minor
  readonly remaining_minor: Minor
  readonly refunded_minor: Minor
  readonly wallet_id: bigint | null
  readonly wallet_name: string | null
  readonly trx_id: string | null
  readonly receipt_code: string | null
  readonly value_on: PlainDate
  readonly recorded_at: Instant
  readonly received_by: bigint | null
  readonly received_by_name: string | null
  readonly note: string
  readonly source: string
  readonly status: 'live' | 'reversed' | 'suspense'
}

export interface PaymentFilter {
  readonly id?: bigint | undefined
  readonly clientId?: bigint | undefined
  readonly method?: Method | undefined
  readonly walletId?: bigint | undefined
  readonly receivedBy?: bigint | undefined
  readonly trxId?: string | undefined
  /** How it begins. */
  readonly receiptCode?: string | undefined
  /** Recorded in [from, until). */
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
  readonly valueFrom?: PlainDate | undefined
  readonly valueTo?: PlainDate | undefined
}

const columns = sql`
  p.id, c.id as client_id, c.code as client_code, c.name as client_name, p.branch_id, p.method, p.amount_minor, p.rounding_minor, coalesce(b.remaining_minor, 0) as remaining_minor,
  (select coalesce(sum(r.amount_minor), 0)::bigint from refunds r where r.payment_id = p.id) as refunded_minor, p.wallet_id, w.name as wallet_name, p.trx_id, p.receipt_code, p.value_on,
  p.recorded_at, p.received_by, u.full_name as received_by_name, p.note, p.source,
  case when v.id is not null then 'reversed' when c.id is null then 'suspense' else 'live' end as status`
// The client of money that was unknown first stands with its balance, because a payment never changes.
const joined = sql`payments p left join payment_balances b on b.payment_id = p.id left join clients c on c.id = coalesce(p.client_id, b.client_id)
  left join wallets w on w.id = p.wallet_id left join users u on u.id = p.received_by left join payment_reversals v on v.payment_id = p.id`

/** A client's payments by the scope of the client; unknown money by the branch of its wallet. */
function inScope({ scope }: Actor): RawBuilder<unknown> {
  if (scope.kind === 'company') return sql`true`
  if (scope.kind === 'branches') return sql`(${scopeCondition(scope, 'c')} or (c.id is null and p.branch_id = any(${scope.branchIds.map(String)}::bigint[])))`
  return scopeCondition(scope, 'c')
}

/** Newest first; `limit + 1` rows tell whether there are more. */
export async function selectPayments(
  conn: Conn,
  actor: Actor,
  filter: PaymentFilter,
  page: { limit: number; before?: bigint | undefined },
): Promise<ListedPayment[]> {
  const where: RawBuilder<unknown>[] = [inScope(actor)]
  if (filter.id !== undefined) where.push(sql`p.id = ${filter.id}`)
  // Money that was matched later carries no client itself; it is found through its balance.
  if (filter.clientId !== undefined)
    where.push(
      sql`(p.client_id = ${filter.clientId} or p.id in (select m.payment_id from suspense_matches m where m.client_id = ${filter.clientId} and m.state = 'approved'))`,
    )
  if (filter.method !== undefined) where.push(sql`p.method = ${filter.method}`)
  if (filter.walletId !== undefined) where.push(sql`p.wallet_id = ${filter.walletId}`)
  if (filter.receivedBy !== undefined) where.push(sql`p.received_by = ${filter.receivedBy}`)
  if (filter.trxId !== undefined) where.push(sql`p.trx_id = ${filter.trxId}`)
  if (filter.receiptCode !== undefined) where.push(sql`p.receipt_code like ${`${filter.receiptCode.replaceAll(/[\\%_]/g, '\\$&')}%`}`)
  if (filter.from !== undefined) where.push(sql`p.recorded_at >= ${filter.from}`)
  if (filter.until !== undefined) where.push(sql`p.recorded_at < ${filter.until}`)
  if (filter.valueFrom !== undefined) where.push(sql`p.value_on >= ${filter.valueFrom}`)
  if (filter.valueTo !== undefined) where.push(sql`p.value_on <= ${filter.valueTo}`)
  if (page.before !== undefined) where.push(sql`p.id < ${page.before}`)
  const { rows } =
    await sql<ListedPayment>`select ${columns} from ${joined} where ${sql.join(where, sql` and `)} order by p.id desc limit ${page.limit + 1}`.execute(conn.db)
  return rows
}

export interface PaymentDetail extends ListedPayment {
  readonly allocations: readonly {
    id: bigint
    invoice_id: bigint
    invoice_code: string
    amount_minor: Minor
    live_minor: Minor
    reverses_id: bigint | null
    reason: string
    booked_on: PlainDate
  }[]
  readonly reversal: {
    id: bigint
    kind: 'mistake' | 'bounced' | 'chargeback'
    reason: string
    booked_on: PlainDate
    recorded_at: Instant
    recorded_by: bigint | null
    recorded_by_name: string | null
  } | null
  /** Whose unknown money is: said by one, and agreed by another once it is approved. */
  readonly match: {
    client_id: bigint
    client_code: string
    client_name: string
    reason: string
    state: 'proposed' | 'approved'
    proposed_by: bigint | null
    proposed_by_name: string | null
    proposed_at: Instant
    decided_by_name: string | null
    decided_at: Instant | null
  } | null
  readonly refunds: readonly ListedRefund[]
}

/** One payment whole: what it paid, what was given back, how it was reversed. Undefined outside the scope. */
export async function selectPayment(conn: Conn, actor: Actor, id: bigint): Promise<PaymentDetail | undefined> {
  const [payment] = await selectPayments(conn, actor, { id }, { limit: 1 })
  if (!payment) return undefined
  const allocations = await sql<PaymentDetail['allocations'][number]>`
    select a.id, a.invoice_id, i.code as invoice_code, a.amount_minor, a.reverses_id, a.reason, a.booked_on,
      case when a.amount_minor > 0 then (a.amount_minor + coalesce((select sum(r.amount_minor) from allocations r where r.reverses_id = a.id), 0))::bigint else 0 end as live_minor
    from allocations a join invoices i on i.id = a.invoice_id where a.payment_id = ${id} order by a.id limit 10000`.execute(conn.db)
  const reversal = await sql<
    NonNullable<PaymentDetail['reversal']>
  >`select r.id, r.kind, r.reason, r.booked_on, r.recorded_at, r.recorded_by, u.full_name as recorded_by_name from payment_reversals r left join users u on u.id = r.recorded_by
    where r.payment_id = ${id}`.execute(conn.db)
  const match = await sql<NonNullable<PaymentDetail['match']>>`
    select m.client_id, c.code as client_code, c.name as client_name, m.reason, m.state, m.proposed_by, u.full_name as proposed_by_name, m.proposed_at, d.full_name as decided_by_name, m.decided_at
    from suspense_matches m join clients c on c.id = m.client_id left join users u on u.id = m.proposed_by left join users d on d.id = m.decided_by
    where m.payment_id = ${id} and m.state <> 'rejected' order by m.id desc limit 1`.execute(conn.db)
  const refunds = await selectRefunds(conn, actor, { paymentId: id }, { limit: 1000 })
  return { ...payment, allocations: allocations.rows, reversal: reversal.rows[0] ?? null, match: match.rows[0] ?? null, refunds }
}

export interface ListedRefund {
  readonly id: bigint
  readonly code: string
  readonly client_id: bigint
  readonly client_name: string
  readonly payment_id: bigint
  readonly wallet_id: bigint
  readonly wallet_name: string
  readonly amount_minor: Minor
  readonly trx_id: string | null
  readonly reason: string
  readonly booked_on: PlainDate
  readonly recorded_at: Instant
  readonly recorded_by: bigint | null
  readonly recorded_by_name: string | null
}

/** Newest first. */
export async function selectRefunds(
  conn: Conn,
  actor: Actor,
  filter: { paymentId?: bigint | undefined; clientId?: bigint | undefined },
  page: { limit: number; before?: bigint | undefined },
): Promise<ListedRefund[]> {
  const { rows } = await sql<ListedRefund>`
    select r.id, r.code, r.client_id, c.name as client_name, r.payment_id, r.wallet_id, w.name as wallet_name, r.amount_minor, r.trx_id, r.reason, r.booked_on, r.recorded_at, r.recorded_by,
      u.full_name as recorded_by_name
    from refunds r join clients c on c.id = r.client_id join wallets w on w.id = r.wallet_id left join users u on u.id = r.recorded_by where ${scopeCondition(actor.scope, 'c')} and (${filter.paymentId ?? null}::bigint is null or r.payment_id = ${filter.paymentId ?? null}::bigint)
      and (${filter.clientId ?? null}::bigint is null or r.client_id = ${filter.clientId ?? null}::bigint) and (${page.before ?? null}::bigint is null or r.id < ${page.before ?? null}::bigint)
    order by r.id desc limit ${page.limit + 1}`.execute(conn.db)
  return rows
}

export async function selectAllocation(conn: Conn, id: bigint): Promise<{ paymentId: bigint; invoiceId: bigint } | null> {
  const { rows } = await sql<{
    paymentId: bigint
    invoiceId: bigint
  }>`select payment_id as "paymentId", invoice_id as "invoiceId" from allocations where id = ${id} and amount_minor > 0`.execute(conn.db)
  return rows[0] ?? null
}

/** Whether a client has a balance from other books that still stands. */
export async function hasOpening(conn: Conn, clientId: bigint): Promise<boolean> {
  const { rows } = await sql`
    select 1 from payments p where p.client_id = ${clientId} and p.method = 'opening' and not exists (select 1 from payment_reversals r where r.payment_id = p.id)
    union all select 1 from invoices i join invoice_balances b on b.invoice_id = i.id where i.client_id = ${clientId} and i.kind = 'opening' and b.voided_minor + b.credited_minor < b.total_minor limit 1`.execute(
    conn.db,
  )
  return rows.length > 0
}

export interface ReceiptFacts {
  readonly number: string
  readonly paid_on: PlainDate
  readonly recorded_at: Instant
  readonly amount: Minor
  readonly method: Method
  readonly reference: string
  readonly received_by: string
  readonly advance: Minor
  readonly balance_after: Minor
  readonly is_reversed: boolean
  readonly buyer: { readonly code: string; readonly name: string; readonly address: string; readonly phone: string; readonly vat_registration: string }
  readonly applied: readonly { readonly number: string; readonly issuedOn: PlainDate; readonly amount: Minor; readonly openAfter: Minor }[]
}

/** What a receipt says: of the moment the money came, so that a reprint is the same paper. Undefined outside the scope, and for what has no receipt. */
export async function selectReceipt(conn: Conn, actor: Actor, paymentId: bigint): Promise<ReceiptFacts | undefined> {
  const { rows } = await sql<Omit<ReceiptFacts, 'applied'>>`
    select p.receipt_code as number, p.value_on as paid_on, p.recorded_at, p.amount_minor as amount, p.method, coalesce(p.trx_id, '') as reference, coalesce(u.full_name, '') as received_by,
      p.amount_minor - coalesce((select sum(a.amount_minor) from allocations a where a.payment_id = p.id and a.created_at = p.recorded_at and a.amount_minor > 0), 0)::bigint as advance,
      coalesce((select sum(t.amount_minor) from postings t join entries e on e.booked_on = t.booked_on and e.id = t.entry_id
        where t.client_id = c.id and t.account_id in (3, 7) and e.recorded_at <= p.recorded_at), 0)::bigint as balance_after,
      v.id is not null as is_reversed, jsonb_build_object('code', c.code, 'name', c.name, 'address', c.address, 'phone', c.phone, 'vat_registration', c.vat_registration) as buyer
    from ${joined} where p.id = ${paymentId} and p.receipt_code is not null and c.id is not null and ${inScope(actor)}`.execute(conn.db)
  const [receipt] = rows
  if (!receipt) return undefined
  const applied = await sql<ReceiptFacts['applied'][number]>`
    select i.code as number, i.issued_on as "issuedOn", a.amount_minor as amount,
      (i.total_minor - coalesce((select sum(x.amount_minor) from allocations x where x.invoice_id = i.id and x.created_at <= p.recorded_at), 0)
        - coalesce((select sum(n.total_minor) from credit_notes n where n.invoice_id = i.id and n.issued_at <= p.recorded_at), 0))::bigint as "openAfter"
    from payments p join allocations a on a.payment_id = p.id and a.created_at = p.recorded_at and a.amount_minor > 0 join invoices i on i.id = a.invoice_id
    where p.id = ${paymentId} order by a.id limit 1000`.execute(conn.db)
  return { ...receipt, applied: applied.rows }
}

/** By the whole or the beginning of a TrxID or a receipt's code. */
export async function findPayments(
  conn: Conn,
  actor: Actor,
  text: string,
  limit: number,
): Promise<
  {
    id: bigint
    client_id: bigint | null
    receipt_code: string | null
    trx_id: string | null
    amount_minor: Minor
    client_name: string | null
    is_exact: boolean
  }[]
> {
  const end = `${text}\u{10FFFF}`
  const { rows } = await sql<{
    id: bigint
    client_id: bigint | null
    receipt_code: string | null
    trx_id: string | null
    amount_minor: Minor
    client_name: string | null
    is_exact: boolean
  }>`
    with hits as materialized (
      (select id from payments where trx_id >= ${text} and trx_id < ${end} limit 200) union (select id from payments where receipt_code >= ${text} and receipt_code < ${end} limit 200)
    )
    select p.id, c.id as client_id, p.receipt_code, p.trx_id, p.amount_minor, c.name as client_name, coalesce(p.trx_id = ${text} or p.receipt_code = ${text}, false) as is_exact
    from hits h join payments p on p.id = h.id left join payment_balances b on b.payment_id = p.id left join clients c on c.id = coalesce(p.client_id, b.client_id)
    where ${inScope(actor)} order by is_exact desc, p.id desc limit ${limit}`.execute(conn.db)
  return rows
}
