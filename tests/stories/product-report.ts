/** Reads the product's rows into the form the oracle reports in. Counts nothing: what the rows say is what is compared. */
import { sql } from 'kysely'
import type { ClientReport } from '../oracle/report.ts'
import type { Conn } from '../../server/platform/db/tx.ts'

export interface Named {
  readonly clients: ReadonlyMap<bigint, string>
  readonly subscriptions: ReadonlyMap<bigint, string>
}

/** The reports of all the named clients, by the script's name. */
export async function reportClientRows({ db }: Pick<Conn, 'db'>, { clients, subscriptions }: Named): Promise<Map<string, ClientReport>> {
  const ids = [...clients.keys()].map(String)
  const { rows } = await sql<{ id: bigint; report: Omit<ClientReport, 'client'> }>`
    with mine as materialized (select id from unnest(${ids}::bigint[]) as id),
    inv as materialized (select i.*, row_number() over (partition by i.client_id order by i.id) as nth from invoices i where i.client_id in (select id from mine)),
    bills as (select i.client_id, jsonb_agg(jsonb_build_object(
          'nth', i.nth, 'number', i.number, 'kind', i.kind, 'issuedOn', i.issued_on, 'dueOn', i.due_on, 'total', i.total_minor,
          'open', b.open_minor, 'isVoid', b.voided_minor > 0,
          'lines', (select jsonb_agg(jsonb_build_object(
              'subscription', l.subscription_id, 'item', l.item, 'startsOn', l.starts_on, 'endsOn', l.ends_on,
              'quantityMilli', l.quantity_milli, 'unitPrice', l.unit_price_minor, 'net', l.net_minor, 'discount', l.discount_minor,
              'vatBp', l.vat_bp, 'vat', l.vat_minor, 'total', l.total_minor) order by l.line_no)
            from invoice_lines l where l.invoice_id = i.id)) order by i.id) as list
        from inv i join invoice_balances b on b.invoice_id = i.id group by i.client_id),
    notes as (select i.client_id, jsonb_agg(jsonb_build_object(
          'nth', i.nth, 'number', n.number, 'kind', n.kind, 'issuedOn', n.issued_on,
          'lines', (select jsonb_agg(jsonb_build_object('line', l.invoice_line_no, 'net', l.net_minor, 'discount', l.discount_minor, 'vat', l.vat_minor) order by l.line_no)
            from credit_note_lines l where l.credit_note_id = n.id)) order by n.id) as list
        from credit_notes n join inv i on i.id = n.invoice_id group by i.client_id),
    money as (select p.client_id, jsonb_agg(coalesce(b.remaining_minor, 0) order by p.id) as list
        from payments p left join payment_balances b on b.payment_id = p.id where p.client_id in (select id from mine) group by p.client_id),
    lines as (select s.client_id, jsonb_agg(jsonb_build_object(
          'subscription', s.id, 'isLeft', s.state = 'left',
          'billedUntil', (select c.billed_until from charges c where c.subscription_id = s.id and c.item = 'package' order by c.id desc limit 1),
          'expiresOn', case when s.billing_mode = 'prepaid' then s.expires_on end) order by s.id) as list
        from subscriptions s where s.client_id in (select id from mine) group by s.client_id)
    select b.client_id as id, jsonb_build_object(
      'invoices', coalesce(bills.list, '[]'), 'creditNotes', coalesce(notes.list, '[]'), 'remaining', coalesce(money.list, '[]'),
      'credit', b.credit_minor, 'receivable', b.receivable_minor,
      'deposit', (select coalesce(sum(d.amount_minor), 0) from deposit_movements d where d.client_id = b.client_id),
      'subscriptions', coalesce(lines.list, '[]')) as report
    from client_balances b left join bills on bills.client_id = b.client_id left join notes on notes.client_id = b.client_id
      left join money on money.client_id = b.client_id left join lines on lines.client_id = b.client_id
    where b.client_id in (select id from mine)`.execute(db)
  const nameOf = (id: unknown): string | null => (typeof id === 'number' ? (subscriptions.get(BigInt(id)) ?? `subscription ${id}`) : null)
  return new Map(
    rows.map(({ id, report }) => {
      const client = clients.get(id) ?? `client ${id}`
      const invoices = report.invoices.map((invoice) => ({
        ...invoice,
        lines: invoice.lines.map((line) => ({ ...line, subscription: nameOf(line.subscription) })),
      }))
      return [
        client,
        { ...report, client, invoices, subscriptions: report.subscriptions.map((line) => ({ ...line, subscription: nameOf(line.subscription) ?? '' })) },
      ]
    }),
  )
}

/** Balance of every account, debit positive, from the postings. */
export async function reportLedgerRows({ db }: Pick<Conn, 'db'>): Promise<Record<string, number>> {
  const { rows } = await sql<{ code: string; balance: bigint }>`
    select a.code, sum(p.amount_minor)::bigint as balance from postings p join accounts a on a.id = p.account_id
    group by a.code having sum(p.amount_minor) <> 0 order by a.code`.execute(db)
  return Object.fromEntries(rows.map(({ code, balance }) => [code, Number(balance)]))
}

/** The ids of a client's invoices in order of issue. */
export async function invoiceIds({ db }: Pick<Conn, 'db'>, clientId: bigint): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`select id from invoices where client_id = ${clientId} order by id`.execute(db)
  return rows.map((row) => row.id)
}
