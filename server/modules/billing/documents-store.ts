import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { DocumentNumber } from '#modules/ledger/index.ts'
import type { ComputedLine, FreePeriod } from './invoice.ts'

export type InvoiceKind = 'month' | 'first' | 'renewal' | 'change' | 'final' | 'manual' | 'opening'

export interface NewInvoice {
  readonly clientId: bigint
  readonly branchId: bigint
  readonly resellerId: bigint | null
  readonly kind: InvoiceKind
  readonly number: DocumentNumber
  readonly issuedOn: PlainDate
  readonly dueOn: PlainDate
  readonly month: PlainDate
  readonly net: Minor
  readonly discount: Minor
  readonly vat: Minor
  readonly total: Minor
  readonly runId: bigint | null
  readonly sellerId: bigint
  readonly lines: readonly ComputedLine[]
}

/** What the numbers of a branch's own series begin with. */
export async function selectBranchCode(conn: Conn, branchId: bigint): Promise<string | undefined> {
  return (await sql<{ code: string }>`select code from branches where id = ${branchId}`.execute(conn.db)).rows[0]?.code
}

/** Snapshot of the client as a document prints him; the bulk form uses the same expression. */
export const buyerSnapshot = (alias: string) =>
  sql.raw(`jsonb_build_object('code', ${alias}.code, 'name', ${alias}.name, 'address', ${alias}.address,
  'phone', ${alias}.phone, 'email', ${alias}.email, 'vat_registration', ${alias}.vat_registration)`)

/** The seller's facts as documents print them; one row per distinct set of facts. */
export async function ensureSellerSnapshot(tx: Tx): Promise<bigint> {
  const { name, address, phone, email, vatRegistration } = tx.company
  const facts = JSON.stringify({ name, address, phone, email, vat_registration: vatRegistration, currency: tx.company.currency })
  const { rows } = await sql<{ id: bigint }>`
    with known as (select id from seller_snapshots where content_hash = sha256(convert_to(${facts}, 'UTF8'))),
      made as (insert into seller_snapshots (content_hash, facts) select sha256(convert_to(${facts}, 'UTF8')), ${facts}::jsonb
        where not exists (select 1 from known) on conflict (content_hash) do nothing returning id)
    select id from known union all select id from made limit 1`.execute(tx.db)
  const [row] = rows
  // Another transaction made the same snapshot between our read and our insert: it is there now.
  return row ? row.id : await ensureSellerSnapshot(tx)
}

/** Invoice, lines, covered periods and its balance row in one statement. Returns the invoice id. */
export async function insertInvoice(tx: Tx, invoice: NewInvoice): Promise<bigint> {
  const lines = JSON.stringify(
    invoice.lines.map((line, index) => ({
      line_no: index + 1,
      charge_id: line.chargeId === 0n ? null : line.chargeId.toString(),
      subscription_id: line.subscriptionId?.toString() ?? null,
      package_version_id: line.packageVersionId?.toString() ?? null,
      item: line.item,
      description: line.description,
      starts_on: line.startsOn.toString(),
      ends_on: line.endsOn.toString(),
      quantity_milli: line.quantityMilli.toString(),
      unit_price_minor: line.unitPrice.toString(),
      net_minor: line.net.toString(),
      discount_minor: line.discount.toString(),
      vat_bp: line.vatBp,
      vat_inclusive: line.vatInclusive,
      vat_minor: line.vat.toString(),
      total_minor: line.total.toString(),
      explain: line.explain,
    })),
  )
  const { rows } = await sql<{ id: bigint }>`
    with made as (
      insert into invoices (client_id, branch_id, reseller_id, series_id, number, code, kind, issued_on, issued_at, due_on, month, net_minor, discount_minor,
        vat_minor, total_minor, run_id, seller_id, buyer, issued_by)
      select c.id, ${invoice.branchId}::bigint, ${invoice.resellerId}::bigint, ${invoice.number.seriesId}::bigint, ${invoice.number.number}::bigint, ${invoice.number.code},
        ${invoice.kind}, ${invoice.issuedOn}::date, ${tx.now}::timestamptz, ${invoice.dueOn}::date, ${invoice.month}::date, ${invoice.net}::bigint,
        ${invoice.discount}::bigint, ${invoice.vat}::bigint, ${invoice.total}::bigint, ${invoice.runId}::bigint, ${invoice.sellerId}::bigint,
        ${buyerSnapshot('c')}, ${tx.actor.userId}::bigint
      from clients c where c.id = ${invoice.clientId}
      returning id
    ), l as materialized (
      select made.id as invoice_id, r.* from made, jsonb_to_recordset(${lines}::jsonb) as r(line_no smallint, charge_id bigint, subscription_id bigint, package_version_id bigint,
        item text, description text, starts_on date, ends_on date, quantity_milli bigint, unit_price_minor bigint, net_minor bigint, discount_minor bigint,
        vat_bp int, vat_inclusive boolean, vat_minor bigint, total_minor bigint, explain jsonb)
    ), written as (
      insert into invoice_lines (invoice_id, line_no, charge_id, subscription_id, package_version_id, item, description, starts_on, ends_on, quantity_milli,
        unit_price_minor, net_minor, discount_minor, vat_bp, vat_inclusive, vat_minor, total_minor, explain)
      select invoice_id, line_no, charge_id, subscription_id, package_version_id, item, description, starts_on, ends_on, quantity_milli,
        unit_price_minor, net_minor, discount_minor, vat_bp, vat_inclusive, vat_minor, total_minor, explain from l
    ), covered as (
      insert into billed_periods (charge_id, starts_on, ends_on, invoice_id, line_no)
      select charge_id, starts_on, ends_on, invoice_id, line_no from l where charge_id is not null
    ), balance as (
      insert into invoice_balances (invoice_id, client_id, due_on, total_minor)
      select id, ${invoice.clientId}::bigint, ${invoice.dueOn}::date, ${invoice.total}::bigint from made
    )
    select id from made`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error(`client ${invoice.clientId} is gone`)
  return row.id
}

/** Periods that cost nothing or were given up; the cursor passes them without a line. */
export async function insertFreePeriods(tx: Tx, periods: readonly FreePeriod[]): Promise<void> {
  if (periods.length === 0) return
  await sql`insert into billed_periods (charge_id, starts_on, ends_on, reason)
    select * from unnest(${periods.map((p) => p.chargeId)}::bigint[], ${periods.map((p) => p.startsOn.toString())}::date[],
      ${periods.map((p) => p.endsOn.toString())}::date[], ${periods.map((p) => p.reason)}::text[])`.execute(tx.db)
}

export interface InvoiceState {
  readonly id: bigint
  readonly clientId: bigint
  readonly branchId: bigint
  readonly resellerId: bigint | null
  readonly code: string
  readonly kind: InvoiceKind
  readonly issuedOn: PlainDate
  readonly dueOn: PlainDate
  readonly month: PlainDate
  readonly total: Minor
  readonly net: Minor
  readonly discount: Minor
  readonly vat: Minor
  readonly allocated: Minor
  readonly credited: Minor
  readonly writtenOff: Minor
  readonly voided: Minor
  readonly open: Minor
}

/** An invoice with what is paid, credited, written off and open of it; its balance row stays locked. */
export async function lockInvoice(tx: Tx, invoiceId: bigint): Promise<InvoiceState | null> {
  const { rows } = await sql<InvoiceState>`
    select i.id, i.client_id as "clientId", i.branch_id as "branchId", i.reseller_id as "resellerId", i.code, i.kind, i.issued_on as "issuedOn", i.due_on as "dueOn", i.month,
      i.total_minor as total, i.net_minor as net, i.discount_minor as discount, i.vat_minor as vat, b.allocated_minor as allocated, b.credited_minor as credited,
      b.written_off_minor as "writtenOff", b.voided_minor as voided, b.open_minor as open
    from invoices i join invoice_balances b on b.invoice_id = i.id where i.id = ${invoiceId} for update of b`.execute(tx.db)
  return rows[0] ?? null
}

/** Whose invoice it is; null where there is none in the person's scope. The client's money must be locked before the invoice's row is. */
export async function clientOfInvoice(tx: Tx, invoiceId: bigint): Promise<bigint | null> {
  const { rows } = await sql<{ clientId: bigint }>`
    select c.id as "clientId" from invoices i join clients c on c.id = i.client_id where i.id = ${invoiceId} and ${scopeCondition(tx.actor.scope, 'c')}`.execute(
    tx.db,
  )
  return rows[0]?.clientId ?? null
}

/** What of a line earlier credit notes left. */
export interface CreditableLine {
  readonly invoiceId: bigint
  readonly lineNo: number
  readonly chargeId: bigint | null
  readonly subscriptionId: bigint | null
  readonly packageVersionId: bigint | null
  readonly item: string
  readonly description: string
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly unitPrice: Minor
  readonly net: Minor
  readonly discount: Minor
  readonly vat: Minor
  readonly total: Minor
  readonly vatBp: number
  readonly vatInclusive: boolean
  readonly leftNet: Minor
  readonly leftDiscount: Minor
  readonly leftVat: Minor
  readonly leftTotal: Minor
  /** Days the line was charged for: its days less those left out for a pause. */
  readonly chargedDays: number
  /** Day ranges earlier credits gave back, as ISO dates. */
  readonly creditedRanges: readonly (readonly [string, string])[]
}

const creditableColumns = sql`
  l.invoice_id as "invoiceId", l.line_no as "lineNo", l.charge_id as "chargeId", l.subscription_id as "subscriptionId", l.package_version_id as "packageVersionId",
  l.item, l.description, l.starts_on as "startsOn", l.ends_on as "endsOn", l.unit_price_minor as "unitPrice", l.net_minor as net, l.discount_minor as discount,
  l.vat_minor as vat, l.total_minor as total, l.vat_bp as "vatBp", l.vat_inclusive as "vatInclusive",
  (l.net_minor - c.net)::bigint as "leftNet", (l.discount_minor - c.discount)::bigint as "leftDiscount",
  (l.vat_minor - c.vat)::bigint as "leftVat", (l.total_minor - c.total)::bigint as "leftTotal",
  coalesce((l.explain->>'days')::int, l.ends_on - l.starts_on) as "chargedDays", c.ranges as "creditedRanges"`

const creditedBefore = sql`cross join lateral (
  select coalesce(sum(n.net_minor), 0) as net, coalesce(sum(n.discount_minor), 0) as discount, coalesce(sum(n.vat_minor), 0) as vat, coalesce(sum(n.total_minor), 0) as total,
    coalesce(jsonb_agg(jsonb_build_array(n.starts_on, n.ends_on)) filter (where n.starts_on is not null), '[]') as ranges
  from credit_note_lines n where n.invoice_id = l.invoice_id and n.invoice_line_no = l.line_no) c`

export async function creditableLines(conn: Conn, invoiceId: bigint): Promise<CreditableLine[]> {
  const { rows } = await sql<CreditableLine>`
    select ${creditableColumns} from invoice_lines l ${creditedBefore} where l.invoice_id = ${invoiceId} order by l.line_no limit 10000`.execute(conn.db)
  return rows
}

/** Live lines of charges that reach beyond a day: the days to give back when something ends early. */
export async function linesBeyond(conn: Conn, chargeIds: readonly bigint[], day: PlainDate): Promise<CreditableLine[]> {
  const { rows } = await sql<CreditableLine>`
    select ${creditableColumns}
    from billed_periods p join invoice_lines l on l.invoice_id = p.invoice_id and l.line_no = p.line_no
      join invoice_balances b on b.invoice_id = l.invoice_id and b.voided_minor = 0 ${creditedBefore}
    where p.charge_id = any(${chargeIds.map(String)}::bigint[]) and p.ends_on > ${day} order by l.invoice_id, l.line_no limit 10000`.execute(conn.db)
  return rows
}

export interface NewCreditNote {
  readonly invoice: InvoiceState
  readonly kind: string
  readonly number: DocumentNumber
  readonly reason: string
  readonly approvedBy: bigint | null
  readonly lines: readonly CreditLine[]
}

export interface CreditLine {
  readonly lineNo: number
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly net: Minor
  readonly discount: Minor
  readonly vat: Minor
  readonly total: Minor
  readonly explain: Readonly<Record<string, unknown>>
}

/** The note with its lines; the invoice's open amount falls by its total. */
export async function insertCreditNote(tx: Tx, note: NewCreditNote): Promise<bigint> {
  const lines = JSON.stringify(
    note.lines.map((line, index) => ({
      line_no: index + 1,
      invoice_line_no: line.lineNo,
      starts_on: line.startsOn?.toString() ?? null,
      ends_on: line.endsOn?.toString() ?? null,
      net_minor: line.net.toString(),
      discount_minor: line.discount.toString(),
      vat_minor: line.vat.toString(),
      total_minor: line.total.toString(),
      explain: line.explain,
    })),
  )
  const { rows } = await sql<{ id: bigint }>`
    with l as materialized (
      select * from jsonb_to_recordset(${lines}::jsonb) as r(line_no smallint, invoice_line_no smallint, starts_on date, ends_on date, net_minor bigint, discount_minor bigint,
        vat_minor bigint, total_minor bigint, explain jsonb)
    ), made as (
      insert into credit_notes (client_id, branch_id, reseller_id, invoice_id, series_id, number, code, kind, issued_on, issued_at, net_minor, discount_minor, vat_minor, total_minor,
        reason, approved_by, issued_by)
      select ${note.invoice.clientId}::bigint, ${note.invoice.branchId}::bigint, ${note.invoice.resellerId}::bigint, ${note.invoice.id}::bigint, ${note.number.seriesId}::bigint,
        ${note.number.number}::bigint, ${note.number.code}, ${note.kind}, ${tx.today}::date, ${tx.now}::timestamptz, sum(net_minor), sum(discount_minor), sum(vat_minor), sum(total_minor),
        ${note.reason}, ${note.approvedBy}::bigint, ${tx.actor.userId}::bigint from l
      returning id, total_minor
    ), written as (
      insert into credit_note_lines (credit_note_id, line_no, invoice_id, invoice_line_no, starts_on, ends_on, net_minor, discount_minor, vat_minor, total_minor, explain)
      select made.id, l.line_no, ${note.invoice.id}::bigint, l.invoice_line_no, l.starts_on, l.ends_on, l.net_minor, l.discount_minor, l.vat_minor, l.total_minor, l.explain from l, made
    ), lowered as (
      update invoice_balances set credited_minor = credited_minor + (select total_minor from made) where invoice_id = ${note.invoice.id}
    )
    select id from made`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('a credit note was not written')
  return row.id
}
