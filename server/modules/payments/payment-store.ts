import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import { toMinor, ZERO } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { kept } from '../../platform/db/kept.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { WalletChoice } from './choose-wallet.ts'
import { WALLET_KINDS_OF } from './payment.ts'
import type { Method, PaymentRow, StaffMethod } from './payment.ts'
import type { OpenInvoice } from './plan-allocation.ts'
import { paymentSettings } from './settings.ts'

export interface PaymentFacts {
  /** The id the payment will have. */
  readonly paymentId: bigint
  readonly client: {
    readonly branchId: bigint
    readonly resellerId: bigint | null
    readonly code: string
    readonly name: string
    readonly locale: 'en' | 'bn'
    readonly isDeleted: boolean
  } | null
  readonly open: readonly OpenInvoice[]
  readonly wallets: readonly WalletChoice[]
  readonly earlier: { readonly paymentId: bigint; readonly receiptCode: string | null } | null
  readonly isMonthClosed: boolean
  readonly isCutForBilling: boolean
  readonly settings: Readonly<Record<string, unknown>>
}

interface WireFacts {
  payment_id: number
  client: { branch_id: number; reseller_id: number | null; code: string; name: string; locale: 'en' | 'bn'; is_deleted: boolean } | null
  debts: [number, number, string, number, string, string, number][] | null
  wallets:
    | { id: number; code: string; name: string; kind: WalletChoice['kind']; branch_id: number | null; owner_user_id: number | null; is_active: boolean }[]
    | null
  earlier: { payment_id: number; receipt_code: string | null } | null
  is_month_closed: boolean
  is_cut_for_billing: boolean
  settings: Record<string, unknown> | null
}

const id = (value: number | null): bigint | null => (value === null ? null : BigInt(value))

/** Locks the client's money and reads all a payment depends on, in one statement. */
export async function lockPaymentFacts(
  tx: Tx,
  of: { clientId: bigint | null; walletId: bigint | null; method: Method; trxId: string | null; valueOn: PlainDate },
): Promise<PaymentFacts> {
  const kinds = of.method === 'opening' || of.method === 'deposit' ? [] : WALLET_KINDS_OF[of.method as StaffMethod]
  const { rows } = await sql<{ facts: WireFacts }>`${kept}
    select payment_facts(${of.clientId}::bigint, ${of.walletId}::bigint, ${kinds}::text[], ${tx.actor.userId}::bigint, ${of.method}, ${of.trxId}, ${of.valueOn}::date,
      ${paymentSettings.map(({ key }) => key)}::text[]) as facts`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('the facts of a payment were not read')
  const { facts } = row
  return {
    paymentId: BigInt(facts.payment_id),
    client:
      facts.client === null
        ? null
        : {
            branchId: BigInt(facts.client.branch_id),
            resellerId: id(facts.client.reseller_id),
            code: facts.client.code,
            name: facts.client.name,
            locale: facts.client.locale,
            isDeleted: facts.client.is_deleted,
          },
    open: (facts.debts ?? []).map(([invoice, open, due, branch, kind, code, allocation]) => ({
      invoiceId: BigInt(invoice),
      open: toMinor(open),
      dueOn: Temporal.PlainDate.from(due),
      branchId: BigInt(branch),
      kind,
      code,
      allocationId: BigInt(allocation),
    })),
    wallets: (facts.wallets ?? []).map((wallet) => ({
      id: BigInt(wallet.id),
      code: wallet.code,
      name: wallet.name,
      kind: wallet.kind,
      branchId: id(wallet.branch_id),
      ownerUserId: id(wallet.owner_user_id),
      isActive: wallet.is_active,
    })),
    earlier: facts.earlier === null ? null : { paymentId: BigInt(facts.earlier.payment_id), receiptCode: facts.earlier.receipt_code },
    isMonthClosed: facts.is_month_closed,
    isCutForBilling: facts.is_cut_for_billing,
    settings: facts.settings ?? {},
  }
}

export interface RecordedPayment {
  readonly receipt: string | null
  /** Another payment that has this TrxID; nothing may be kept of the transaction then. */
  readonly earlierPaymentId: bigint | null
}

/** The parts of a payment as the SQL functions take them; they come from the modules that own them. */
export type PaymentParts = Readonly<Record<string, unknown>>
const jsonOf = (parts: PaymentParts): string => JSON.stringify(parts, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))

/** Writes a payment whole. */
export const writePayment = async (tx: Tx, parts: PaymentParts): Promise<RecordedPayment> =>
  written(
    await sql<RecordedPayment>`${kept}
    select receipt, earlier_payment_id as "earlierPaymentId" from record_payment(${jsonOf(parts)}::jsonb)`.execute(tx.db),
  )

/** What the money of a payment does; the rest of it has to follow in the same transaction, by `documentPayment`. */
export async function settlePayment(tx: Tx, parts: PaymentParts): Promise<void> {
  await sql`${kept} select settle_payment(${jsonOf(parts)}::jsonb)`.execute(tx.db)
}

/** What is said of it, its number first. From here to the commit everybody who pays into the wallet waits. */
export const documentPayment = async (tx: Tx, parts: PaymentParts): Promise<RecordedPayment> =>
  written(
    await sql<RecordedPayment>`${kept}
    select receipt, earlier_payment_id as "earlierPaymentId" from document_payment(${jsonOf(parts)}::jsonb)`.execute(tx.db),
  )

function written({ rows: [row] }: { rows: RecordedPayment[] }): RecordedPayment {
  if (!row) throw new Error('a payment was not written')
  return row
}

export async function readReceiptCode(conn: Conn, paymentId: bigint): Promise<string | null> {
  const { rows } = await sql<{ code: string | null }>`select receipt_code as code from payments where id = ${paymentId}`.execute(conn.db)
  return rows[0]?.code ?? null
}

/** What of a payment pays nothing yet. */
export async function readRemaining(conn: Conn, paymentId: bigint): Promise<Minor> {
  const { rows } = await sql<{ remaining: Minor }>`select remaining_minor as remaining from payment_balances where payment_id = ${paymentId}`.execute(conn.db)
  return rows[0]?.remaining ?? ZERO
}

/** Invoices of the client among the ids; what is missing is not his. */
export async function invoicesOfClient(conn: Conn, clientId: bigint, invoiceIds: readonly bigint[]): Promise<bigint[]> {
  const { rows } = await sql<{
    id: bigint
  }>`select id from invoices where id = any(${invoiceIds.map(String)}::bigint[]) and client_id = ${clientId} order by id limit 1000`.execute(conn.db)
  return rows.map((row) => row.id)
}

const paymentColumns = sql`
  p.id, coalesce(p.client_id, b.client_id) as "clientId", p.branch_id as "branchId", p.reseller_id as "resellerId", p.wallet_id as "walletId", p.method, p.amount_minor as amount, p.rounding_minor as rounding, p.trx_id as "trxId",
  p.value_on as "valueOn", p.recorded_at as "recordedAt", p.receipt_code as "receiptCode", coalesce(b.remaining_minor, 0) as remaining,
  exists (select 1 from payment_reversals r where r.payment_id = p.id) as "isReversed",
  (select coalesce(sum(r.amount_minor), 0)::bigint from refunds r where r.payment_id = p.id) as refunded`

/**
 * A payment, with the money of its client locked, so that what is read stays so. Unknown money locks the payment itself.
 * Null outside the person's scope.
 */
export async function lockPayment(tx: Tx, paymentId: bigint): Promise<PaymentRow | null> {
  const found = await sql<{ clientId: bigint | null }>`
    select coalesce(p.client_id, b.client_id) as "clientId" from payments p left join payment_balances b on b.payment_id = p.id
      left join clients c on c.id = coalesce(p.client_id, b.client_id) left join wallets w on w.id = p.wallet_id
    where p.id = ${paymentId} and (${scopeCondition(tx.actor.scope, 'c')} or (c.id is null and ${inUnknownScope(tx)}))`.execute(tx.db)
  const [owner] = found.rows
  if (!owner) return null
  if (owner.clientId === null) await sql`select 1 from payments where id = ${paymentId} for update`.execute(tx.db)
  else await sql`select lock_client_balance(${owner.clientId})`.execute(tx.db)
  const { rows } =
    await sql<PaymentRow>`select ${paymentColumns} from payments p left join payment_balances b on b.payment_id = p.id where p.id = ${paymentId}`.execute(tx.db)
  return rows[0] ?? null
}

/** Unknown money has no client: it is the business of whoever sees the wallet it went into. */
const inUnknownScope = ({ actor: { scope } }: Tx) =>
  scope.kind === 'company' ? sql`true` : scope.kind === 'branches' ? sql`w.branch_id = any(${scope.branchIds.map(String)}::bigint[])` : sql`false`

/** A payment taken by mistake gives its TrxID back. */
export async function freeTrx(tx: Tx, paymentId: bigint): Promise<void> {
  await sql`delete from payment_trx_ids where payment_id = ${paymentId}`.execute(tx.db)
}

export async function insertReversal(tx: Tx, { paymentId, kind, reason }: { paymentId: bigint; kind: string; reason: string }): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into payment_reversals (payment_id, kind, reason, booked_on, recorded_at, recorded_by)
    values (${paymentId}, ${kind}, ${reason}, ${tx.today}, ${tx.now}, ${tx.actor.userId}) returning id`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('a reversal was not written')
  return row.id
}

export interface NewRefund {
  readonly clientId: bigint
  readonly paymentId: bigint
  readonly walletId: bigint
  readonly number: { readonly seriesId: bigint; readonly number: bigint; readonly code: string }
  readonly amount: Minor
  readonly trxId: string | null
  readonly reason: string
}

export async function insertRefund(tx: Tx, refundId: bigint, refund: NewRefund): Promise<void> {
  await sql`
    insert into refunds (id, client_id, payment_id, wallet_id, series_id, number, code, amount_minor, trx_id, reason, booked_on, recorded_at, recorded_by)
    overriding system value
    values (${refundId}, ${refund.clientId}, ${refund.paymentId}, ${refund.walletId}, ${refund.number.seriesId}, ${refund.number.number}, ${refund.number.code}, ${refund.amount}, ${refund.trxId}, ${refund.reason},
      ${tx.today}, ${tx.now}, ${tx.actor.userId})`.execute(tx.db)
}

/** The id a refund will have: its entry is posted before its number is taken, because wallets are locked before series. */
export async function nextRefundId(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`select nextval(pg_get_serial_sequence('refunds', 'id')) as id`.execute(tx.db)
  return (rows[0] as { id: bigint }).id
}

export async function insertRenewal(
  tx: Tx,
  renewal: { paymentId: bigint; subscriptionId: bigint; invoiceId: bigint; cycles: number; startsOn: PlainDate; endsOn: PlainDate },
): Promise<void> {
  await sql`
    insert into subscription_renewals (payment_id, subscription_id, invoice_id, cycles, from_on, until_on, created_at)
    values (${renewal.paymentId}, ${renewal.subscriptionId}, ${renewal.invoiceId}, ${renewal.cycles}, ${renewal.startsOn}, ${renewal.endsOn}, ${tx.now})`.execute(
    tx.db,
  )
}
