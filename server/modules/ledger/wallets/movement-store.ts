import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { daysAndTail } from '../balance-store.ts'
import { entrySubject } from '../entry-list-store.ts'
import type { EntrySubject } from '../entry-list-store.ts'
import { visibleTo } from './store.ts'
import type { WalletKind } from './wallet.ts'

export interface WalletMovement {
  readonly booked_on: PlainDate
  readonly entry_id: bigint
  readonly line_no: number
  readonly kind: string
  readonly document_kind: string
  readonly document_id: bigint
  readonly recorded_at: Instant
  readonly recorded_by_name: string | null
  readonly memo: string | null
  readonly amount_minor: Minor
  /** What was in the wallet after it. */
  readonly balance_minor: Minor
  readonly branch_id: bigint | null
  readonly subject: EntrySubject | null
  readonly client: { readonly id: bigint; readonly code: string; readonly name: string } | null
  readonly other_wallet_name: string | null
  readonly method: string | null
}

export interface MovementPosition {
  readonly bookedOn: PlainDate
  readonly entryId: bigint
  readonly lineNo: number
}

/** What a wallet held when a day began: the sum of all that was posted to it before. */
const heldBefore = (walletId: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select coalesce(sum(debit_minor - credit_minor), 0) from (${daysAndTail({
    days: sql`d.wallet_id = ${walletId} and d.day < ${day}`,
    postings: sql`p.wallet_id = ${walletId} and p.booked_on < ${day}`,
  })}) x)`

const client = sql`(select json_build_object('id', c.id, 'code', c.code, 'name', c.name) from postings q join clients c on c.id = q.client_id
  where q.booked_on = p.booked_on and q.entry_id = p.entry_id limit 1)`
// Unknown money has no client in its entry; the payment it is tells how it came.
const paymentOf = (column: string): RawBuilder<unknown> => sql`case e.kind
  when 'payment' then (select ${sql.ref(`y.${column}`)} from payments y where y.id = e.document_id)
  when 'payment_reversal' then (select ${sql.ref(`y.${column}`)} from payment_reversals v join payments y on y.id = v.payment_id where v.id = e.document_id)
  when 'refund' then (select ${sql.ref(`y.${column}`)} from refunds r join payments y on y.id = r.payment_id where r.id = e.document_id)
  when 'deposit' then (select ${sql.ref(`d.${column}`)} from deposit_movements d where d.id = e.document_id) end`
const otherWallet = sql`(select w.name from wallet_transfers t join wallets w on w.id = case when t.from_wallet_id = p.wallet_id then t.to_wallet_id else t.from_wallet_id end
  where e.document_kind = 'wallet_transfer' and t.id = e.document_id)`

/** What went in (+) and out (-) of a wallet, newest first, with what it held after each. */
export async function selectMovements(
  conn: Conn,
  walletId: bigint,
  { from, to }: { from?: PlainDate | undefined; to?: PlainDate | undefined },
  page: { limit: number; before?: MovementPosition | undefined },
): Promise<WalletMovement[]> {
  const { before } = page
  const where: RawBuilder<unknown>[] = [sql`p.wallet_id = ${walletId}`]
  if (from !== undefined) where.push(sql`p.booked_on >= ${from}`)
  if (to !== undefined) where.push(sql`p.booked_on <= ${to}`)
  if (before !== undefined) where.push(sql`(p.booked_on, p.entry_id, p.line_no) < (${before.bookedOn}::date, ${before.entryId}::bigint, ${before.lineNo}::int)`)
  const { rows } = await sql<WalletMovement>`
    with page as materialized (
      select * from postings p where ${sql.join(where, sql` and `)} order by p.booked_on desc, p.entry_id desc, p.line_no desc limit ${page.limit + 1}
    ), newest as materialized (select booked_on, entry_id, line_no from page order by booked_on desc, entry_id desc, line_no desc limit 1),
    held as materialized (
      select ${heldBefore(sql`${walletId}`, sql`(select booked_on from newest)`)} + (
        select coalesce(sum(q.amount_minor), 0) from postings q, newest n
        where q.wallet_id = ${walletId} and q.booked_on = n.booked_on and (q.entry_id, q.line_no) <= (n.entry_id, n.line_no)) as balance
    )
    select p.booked_on, p.entry_id, p.line_no, e.kind, e.document_kind, e.document_id, e.recorded_at, u.full_name as recorded_by_name, e.memo, p.amount_minor, p.branch_id,
      (held.balance - coalesce(sum(p.amount_minor) over (order by p.booked_on desc, p.entry_id desc, p.line_no desc rows between unbounded preceding and 1 preceding), 0))::bigint
        as balance_minor,
      ${entrySubject} as subject, ${client} as client, ${otherWallet} as other_wallet_name, ${paymentOf('method')} as method
    from page p cross join held join entries e on e.booked_on = p.booked_on and e.id = p.entry_id left join users u on u.id = e.recorded_by
    order by p.booked_on desc, p.entry_id desc, p.line_no desc`.execute(conn.db)
  return rows.map((row) => ({
    ...row,
    subject: row.subject && { ...row.subject, id: BigInt(row.subject.id) },
    client: row.client && { ...row.client, id: BigInt(row.client.id) },
  }))
}

export interface DaySum {
  readonly kind: string
  readonly count: bigint
  readonly in_minor: Minor
  readonly out_minor: Minor
}

/** A wallet's movements of one day, summed by kind of entry, and what it held when the day began: of one moment. */
export async function selectDay(conn: Conn, walletId: bigint, day: PlainDate): Promise<{ opening: Minor; kinds: DaySum[] }> {
  const { rows } = await sql<DaySum & { opening: Minor }>`
    select ${heldBefore(sql`${walletId}`, sql`${day}::date`)}::bigint as opening, k.kind, coalesce(k.count, 0) as count, coalesce(k.in_minor, 0) as in_minor, coalesce(k.out_minor, 0) as out_minor
    from (select) one left join (
      select e.kind, count(*) as count, coalesce(sum(p.amount_minor) filter (where p.amount_minor > 0), 0)::bigint as in_minor,
        coalesce(-sum(p.amount_minor) filter (where p.amount_minor < 0), 0)::bigint as out_minor
      from postings p join entries e on e.booked_on = p.booked_on and e.id = p.entry_id
      where p.wallet_id = ${walletId} and p.booked_on = ${day} group by e.kind
    ) k on true order by k.kind limit 100`.execute(conn.db)
  const kinds = rows.filter(({ kind }) => kind !== null).map(({ kind, count, in_minor, out_minor }) => ({ kind, count, in_minor, out_minor }))
  return { opening: rows[0]?.opening ?? (0n as Minor), kinds }
}

export interface WalletDay {
  readonly wallet_id: bigint
  readonly code: string
  readonly name: string
  readonly kind: WalletKind
  readonly owner_name: string | null
  readonly opening_minor: Minor
  readonly in_minor: Minor
  readonly out_minor: Minor
  readonly closing_minor: Minor
  /** Of what was handed over on the day: counted, still on its way, and over (+) or short (-) once accepted. */
  readonly counted_minor: Minor | null
  readonly waiting_minor: Minor
  readonly difference_minor: Minor
}

/** The day of every wallet a person sees: open ones, and closed ones that moved or held something. */
export async function selectDays(conn: Conn, actor: Actor, day: PlainDate, page: { limit: number; after?: bigint | undefined }): Promise<WalletDay[]> {
  const { rows } = await sql<WalletDay>`
    select * from (
      select w.id as wallet_id, w.code, w.name, w.kind, u.full_name as owner_name, w.is_active, held.opening::bigint as opening_minor, m.in_minor, m.out_minor,
        (held.opening + m.in_minor - m.out_minor)::bigint as closing_minor, h.counted_minor, h.waiting_minor, h.difference_minor
      from wallets w left join users u on u.id = w.owner_user_id
      cross join lateral (select ${heldBefore(sql`w.id`, sql`${day}::date`)} as opening) held
      cross join lateral (
        select coalesce(sum(p.amount_minor) filter (where p.amount_minor > 0), 0)::bigint as in_minor, coalesce(-sum(p.amount_minor) filter (where p.amount_minor < 0), 0)::bigint as out_minor
        from postings p where p.wallet_id = w.id and p.booked_on = ${day}) m
      cross join lateral (
        select sum(t.counted_minor)::bigint as counted_minor, coalesce(sum(t.amount_minor) filter (where o.transfer_id is null), 0)::bigint as waiting_minor,
          coalesce(sum(o.received_minor - t.amount_minor), 0)::bigint as difference_minor
        from wallet_transfers t left join wallet_transfer_outcomes o on o.transfer_id = t.id
        where t.from_wallet_id = w.id and t.booked_on = ${day} and (o.kind is null or o.kind = 'accepted')) h
      where ${visibleTo(actor)} and (${page.after ?? null}::bigint is null or w.id > ${page.after ?? null}::bigint)
    ) x where is_active or opening_minor <> 0 or in_minor <> 0 or out_minor <> 0
    order by wallet_id limit ${page.limit + 1}`.execute(conn.db)
  return rows
}
