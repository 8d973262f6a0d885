import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'

export interface ListedPosting {
  readonly line_no: number
  readonly account_id: bigint
  readonly account_code: string
  readonly debit_minor: Minor
  readonly credit_minor: Minor
  readonly client_id: bigint | null
  readonly wallet_id: bigint | null
  readonly gateway_id: bigint | null
  readonly branch_id: bigint | null
  readonly client_code: string | null
  readonly client_name: string | null
  readonly wallet_name: string | null
  readonly branch_name: string | null
}

/** The document to look at where an entry is asked about: of an allocation its invoice, of a refund its payment. */
export interface EntrySubject {
  readonly kind: 'invoice' | 'credit_note' | 'payment' | 'wallet_transfer' | 'deposit'
  readonly id: bigint
  readonly code: string | null
}

export interface ListedEntry {
  readonly id: bigint
  readonly booked_on: PlainDate
  readonly kind: string
  readonly document_kind: string
  readonly document_id: bigint
  readonly reverses_id: bigint | null
  /** The entry that takes this one back. */
  readonly reversed_by_id: bigint | null
  readonly recorded_at: Instant
  readonly recorded_by: bigint | null
  readonly recorded_by_name: string | null
  readonly memo: string | null
  readonly content_hash: string
  readonly subject: EntrySubject | null
  readonly postings: readonly ListedPosting[]
}

export interface EntryFilter {
  readonly id?: bigint | undefined
  readonly from?: PlainDate | undefined
  readonly to?: PlainDate | undefined
  readonly accountId?: bigint | undefined
  readonly clientId?: bigint | undefined
  readonly kind?: string | undefined
  readonly documentKind?: string | undefined
  readonly documentId?: bigint | undefined
}

export interface EntryPosition {
  readonly bookedOn: PlainDate
  readonly id: bigint
}

/** An entry is a person's business where one line of it belongs to his branch or to a client of his reseller; he then sees both sides. */
function inScope(scope: Scope): RawBuilder<unknown> {
  if (scope.kind === 'company') return sql`true`
  if (scope.kind === 'branches') return hasPosting(sql`p.branch_id = any(${scope.branchIds.map(String)}::bigint[])`)
  return hasPosting(sql`p.client_id in (select c.id from clients c where c.reseller_id = ${scope.resellerId})`)
}

const hasPosting = (condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select 1 from postings p where p.booked_on = e.booked_on and p.entry_id = e.id and ${condition})`

export const entrySubject = sql`(select json_build_object('kind', x.kind, 'id', x.id, 'code', x.code) from (
    select 'invoice' as kind, d.id, d.code from invoices d where e.kind = 'invoice' and d.id = e.document_id
    union all select 'credit_note', d.id, d.code from credit_notes d where e.kind = 'credit_note' and d.id = e.document_id
    union all select 'invoice', d.invoice_id, d.code from voids d where e.kind = 'void' and d.id = e.document_id
    union all select 'invoice', d.invoice_id, d.code from write_offs d where e.kind = 'write_off' and d.id = e.document_id
    union all select 'invoice', i.id, i.code from allocations d join invoices i on i.id = d.invoice_id where e.kind = 'allocation' and d.id = e.document_id
    union all select 'payment', d.id, d.receipt_code from payments d where e.kind = 'payment' and d.id = e.document_id
    union all select 'payment', y.id, y.receipt_code from payment_reversals d join payments y on y.id = d.payment_id where e.kind = 'payment_reversal' and d.id = e.document_id
    union all select 'payment', d.payment_id, d.code from refunds d where e.kind = 'refund' and d.id = e.document_id
    union all select 'payment', y.id, y.receipt_code from suspense_matches d join payments y on y.id = d.payment_id where e.kind = 'suspense_match' and d.id = e.document_id
    union all select 'deposit', d.id, d.receipt_code from deposit_movements d where e.kind = 'deposit' and d.id = e.document_id
    union all select 'wallet_transfer', d.id, d.code from wallet_transfers d where e.document_kind = 'wallet_transfer' and d.id = e.document_id
  ) x)`

/** Newest day first; `limit + 1` entries, each with its postings. */
export async function selectEntries(
  conn: Conn,
  scope: Scope,
  filter: EntryFilter,
  { limit, before }: { limit: number; before?: EntryPosition | undefined },
): Promise<ListedEntry[]> {
  const where: RawBuilder<unknown>[] = [inScope(scope)]
  if (filter.id !== undefined) where.push(sql`e.id = ${filter.id}`)
  if (filter.from !== undefined) where.push(sql`e.booked_on >= ${filter.from}`)
  if (filter.to !== undefined) where.push(sql`e.booked_on <= ${filter.to}`)
  if (filter.kind !== undefined) where.push(sql`e.kind = ${filter.kind}`)
  if (filter.documentKind !== undefined) where.push(sql`e.document_kind = ${filter.documentKind}`)
  if (filter.documentId !== undefined) where.push(sql`e.document_id = ${filter.documentId}`)
  if (filter.accountId !== undefined) where.push(hasPosting(sql`p.account_id = ${filter.accountId}`))
  // From the client's few postings to their entries, not the other way round.
  if (filter.clientId !== undefined)
    where.push(sql`(e.booked_on, e.id) in (select p.booked_on, p.entry_id from postings p where p.client_id = ${filter.clientId})`)
  if (before !== undefined) where.push(sql`(e.booked_on, e.id) < (${before.bookedOn}, ${before.id})`)
  const { rows } = await sql<ListedEntry>`
    with page as materialized (
      select e.* from entries e where ${sql.join(where, sql` and `)} order by e.booked_on desc, e.id desc limit ${limit + 1}
    )
    select e.id, e.booked_on, e.kind, e.document_kind, e.document_id, e.reverses_id, e.recorded_at, e.recorded_by, u.full_name as recorded_by_name, e.memo,
      encode(e.content_hash, 'hex') as content_hash,
      (select t.entry_id from manual_entries n join entry_sources t on t.kind = 'manual' and t.document_id = n.id
        where e.kind = 'manual' and n.reverses_id = e.document_id) as reversed_by_id,
      (select json_agg(json_build_object('line_no', p.line_no, 'account_id', p.account_id, 'account_code', a.code, 'debit_minor', greatest(p.amount_minor, 0),
          'credit_minor', greatest(-p.amount_minor, 0), 'client_id', p.client_id, 'wallet_id', p.wallet_id, 'gateway_id', p.gateway_id, 'branch_id', p.branch_id,
          'client_code', c.code, 'client_name', c.name, 'wallet_name', w.name, 'branch_name', b.name) order by p.line_no)
        from postings p join accounts a on a.id = p.account_id left join clients c on c.id = p.client_id left join wallets w on w.id = p.wallet_id
          left join branches b on b.id = p.branch_id where p.booked_on = e.booked_on and p.entry_id = e.id) as postings, ${entrySubject} as subject
    from page e left join users u on u.id = e.recorded_by
    order by e.booked_on desc, e.id desc`.execute(conn.db)
  return rows.map((row) => ({ ...row, postings: (row.postings ?? []).map(fromJson), subject: row.subject && { ...row.subject, id: BigInt(row.subject.id) } }))
}

/** JSON carries integers as numbers; inside the program ids and money are bigint. */
function fromJson(posting: ListedPosting): ListedPosting {
  const whole = <T extends bigint>(value: bigint | number): T => BigInt(value) as T
  const orNull = (value: bigint | null): bigint | null => (value === null ? null : BigInt(value))
  return {
    line_no: posting.line_no,
    account_id: whole(posting.account_id),
    account_code: posting.account_code,
    debit_minor: whole<Minor>(posting.debit_minor),
    credit_minor: whole<Minor>(posting.credit_minor),
    client_id: orNull(posting.client_id),
    wallet_id: orNull(posting.wallet_id),
    gateway_id: orNull(posting.gateway_id),
    branch_id: orNull(posting.branch_id),
    client_code: posting.client_code,
    client_name: posting.client_name,
    wallet_name: posting.wallet_name,
    branch_name: posting.branch_name,
  }
}

export interface Account {
  readonly id: bigint
  readonly code: string
  readonly name_en: string
  readonly name_bn: string
  readonly type: string
  readonly normal_side: 'debit' | 'credit'
  readonly control_of: string | null
  readonly is_active: boolean
}

/** The whole chart; a few hundred rows. */
export async function selectAccounts(conn: Conn): Promise<Account[]> {
  const { rows } =
    await sql<Account>`select id, code, name_en, name_bn, type, normal_side, control_of, is_active from accounts order by code limit 10000`.execute(conn.db)
  return rows
}
