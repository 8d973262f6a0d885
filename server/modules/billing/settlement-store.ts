import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { Debt, Match, Money } from './allocate.ts'

/** Money of a client that pays nothing yet, oldest first. */
export async function remainingMoney(conn: Conn, clientId: bigint): Promise<Money[]> {
  const { rows } = await sql<Money>`
    select payment_id as "paymentId", remaining_minor as remaining from payment_balances
    where client_id = ${clientId} and remaining_minor > 0 order by value_on, payment_id limit 10000`.execute(conn.db)
  return rows
}

/** What a client owes, invoice by invoice, oldest due day first. */
export async function openDebts(conn: Conn, clientId: bigint): Promise<Debt[]> {
  const { rows } = await sql<Debt>`
    select invoice_id as "invoiceId", open_minor as open from invoice_balances
    where client_id = ${clientId} and open_minor > 0 order by due_on, invoice_id limit 10000`.execute(conn.db)
  return rows
}

export async function insertPaymentBalance(tx: Tx, balance: { paymentId: bigint; clientId: bigint; valueOn: PlainDate; remaining: Minor }): Promise<void> {
  await sql`insert into payment_balances (payment_id, client_id, value_on, remaining_minor)
    values (${balance.paymentId}, ${balance.clientId}, ${balance.valueOn}, ${balance.remaining})`.execute(tx.db)
}

/** Lowers (or with a negative amount raises) what a payment has left. @throws check violation `payment_not_overspent`. */
export async function drawPayment(tx: Tx, paymentId: bigint, amount: Minor): Promise<void> {
  await sql`update payment_balances set remaining_minor = remaining_minor - ${amount} where payment_id = ${paymentId}`.execute(tx.db)
}

export interface WrittenAllocation extends Match {
  readonly id: bigint
  readonly branchId: bigint
  /** Kind of the invoice; anything but a month's may carry prepaid cover. */
  readonly invoiceKind: string
}

/** Allocation rows with both balances they move, in one statement. Order of the result is that of the matches. */
export async function insertAllocations(tx: Tx, clientId: bigint, matches: readonly Match[], reason: string): Promise<WrittenAllocation[]> {
  const { rows } = await sql<WrittenAllocation>`
    with input as materialized (
      select nextval('allocations_id_seq') as id, m.* from unnest(${matches.map((match) => match.paymentId)}::bigint[],
        ${matches.map((match) => match.invoiceId)}::bigint[], ${matches.map((match) => match.amount)}::bigint[])
        with ordinality as m(payment_id, invoice_id, amount, n)
    ), written as (
      insert into allocations (id, payment_id, invoice_id, client_id, amount_minor, reason, booked_on, created_at, created_by)
      select id, payment_id, invoice_id, ${clientId}::bigint, amount, ${reason}, ${tx.today}::date, ${tx.now}::timestamptz, ${tx.actor.userId}::bigint from input
    ), drawn as (
      update payment_balances b set remaining_minor = remaining_minor - m.amount
      from (select payment_id, sum(amount)::bigint as amount from input group by 1) m where b.payment_id = m.payment_id
    ), paid as (
      update invoice_balances b set allocated_minor = allocated_minor + m.amount
      from (select invoice_id, sum(amount)::bigint as amount from input group by 1) m where b.invoice_id = m.invoice_id
    )
    select input.id, payment_id as "paymentId", invoice_id as "invoiceId", amount, i.branch_id as "branchId", i.kind as "invoiceKind"
    from input join invoices i on i.id = input.invoice_id order by n`.execute(tx.db)
  return rows
}

/** Allocations of an invoice, of a payment, or one by its id, that still stand (what was taken back subtracted), newest first. */
export async function liveAllocations(conn: Conn, of: { invoiceId: bigint } | { paymentId: bigint } | { allocationId: bigint }): Promise<WrittenAllocation[]> {
  const condition =
    'invoiceId' in of ? sql`a.invoice_id = ${of.invoiceId}` : 'paymentId' in of ? sql`a.payment_id = ${of.paymentId}` : sql`a.id = ${of.allocationId}`
  const { rows } = await sql<WrittenAllocation>`
    select a.id, a.payment_id as "paymentId", a.invoice_id as "invoiceId", i.branch_id as "branchId", i.kind as "invoiceKind",
      (a.amount_minor + coalesce((select sum(r.amount_minor) from allocations r where r.reverses_id = a.id), 0))::bigint as amount
    from allocations a join invoices i on i.id = a.invoice_id
    where ${condition} and a.amount_minor > 0 order by a.id desc limit 10000`.execute(conn.db)
  return rows.filter((row) => row.amount > 0n)
}

/** Takes an allocation back, wholly or in part. Returns the id of the row that does. */
export async function insertTakenBack(tx: Tx, clientId: bigint, allocation: WrittenAllocation, amount: Minor, reason: string): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    with written as (
      insert into allocations (payment_id, invoice_id, client_id, amount_minor, reverses_id, reason, booked_on, created_at, created_by)
      values (${allocation.paymentId}, ${allocation.invoiceId}, ${clientId}, ${-amount}, ${allocation.id}, ${reason}, ${tx.today}, ${tx.now}, ${tx.actor.userId})
      returning id
    ), returned as (
      update payment_balances set remaining_minor = remaining_minor + ${amount} where payment_id = ${allocation.paymentId}
    ), reopened as (
      update invoice_balances set allocated_minor = allocated_minor - ${amount} where invoice_id = ${allocation.invoiceId}
    )
    select id from written`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('an allocation was not taken back')
  return row.id
}
