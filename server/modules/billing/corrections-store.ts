import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { DocumentNumber } from '#modules/ledger/index.ts'

/** The void's row; nothing of the invoice is open any more. */
export async function insertVoid(tx: Tx, { invoiceId, number, reason }: { invoiceId: bigint; number: DocumentNumber; reason: string }): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    with made as (
      insert into voids (invoice_id, series_id, number, code, reason, issued_on, issued_at, issued_by)
      values (${invoiceId}, ${number.seriesId}, ${number.number}, ${number.code}, ${reason}, ${tx.today}, ${tx.now}, ${tx.actor.userId}) returning id
    ), closed as (
      update invoice_balances set voided_minor = total_minor where invoice_id = ${invoiceId}
    )
    select id from made`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('a void was not written')
  return row.id
}

/**
 * Frees the periods of a voided invoice: those nothing was billed after are deleted (their charges' cursors go back to the returned
 * day), those with later periods stay, given up.
 */
export async function freePeriodsOfVoid(tx: Tx, invoiceId: bigint): Promise<{ chargeId: bigint; from: PlainDate; to: PlainDate }[]> {
  const { rows } = await sql<{ chargeId: bigint; from: PlainDate; to: PlainDate }>`
    with mine as (
      select p.charge_id, p.starts_on, p.ends_on from invoice_lines l join billed_periods p on p.charge_id = l.charge_id and p.starts_on = l.starts_on
      where l.invoice_id = ${invoiceId} and p.invoice_id = ${invoiceId}),
    newest as (
      select m.* from mine m where not exists (
        select 1 from billed_periods o where o.charge_id = m.charge_id and o.starts_on > m.starts_on
          and not exists (select 1 from mine x where x.charge_id = o.charge_id and x.starts_on = o.starts_on))
    ), given_up as (
      update billed_periods p set invoice_id = null, line_no = null, reason = 'given_up'
      from mine m where p.charge_id = m.charge_id and p.starts_on = m.starts_on
        and not exists (select 1 from newest n where n.charge_id = m.charge_id and n.starts_on = m.starts_on)
    ), freed as (
      delete from billed_periods p using newest n where p.charge_id = n.charge_id and p.starts_on = n.starts_on returning p.charge_id
    )
    select charge_id as "chargeId", min(starts_on) as "from", max(ends_on) as "to" from newest group by charge_id order by charge_id`.execute(tx.db)
  return rows
}

/** The write-off's row; the invoice's open amount falls by it. */
export async function insertWriteOff(
  tx: Tx,
  row: { invoiceId: bigint; clientId: bigint; number: DocumentNumber; amount: Minor; reason: string; requestedBy: bigint | null },
): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    with made as (
      insert into write_offs (client_id, invoice_id, series_id, number, code, amount_minor, reason, issued_on, issued_at, requested_by, approved_by)
      values (${row.clientId}, ${row.invoiceId}, ${row.number.seriesId}, ${row.number.number}, ${row.number.code}, ${row.amount}, ${row.reason}, ${tx.today}, ${tx.now},
        ${row.requestedBy}, ${tx.actor.userId}) returning id
    ), lowered as (
      update invoice_balances set written_off_minor = written_off_minor + ${row.amount} where invoice_id = ${row.invoiceId}
    )
    select id from made`.execute(tx.db)
  const [made] = rows
  if (!made) throw new Error('a write-off was not written')
  return made.id
}
