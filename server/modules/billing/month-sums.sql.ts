import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

type Fragment = RawBuilder<unknown>

/** The columns every part of the sums has, in this order. */
const columns = sql`month, branch_id, reseller_id, is_opening, invoices, billed_minor, voids, voided_minor, credit_notes, credited_minor, written_off_minor, collected_minor`

const keys = sql`array['month', 'branch_id', 'reseller_id', 'is_opening']`
const none = sql`0::bigint`
interface Moved {
  invoices?: Fragment
  billed?: Fragment
  voids?: Fragment
  voided?: Fragment
  creditNotes?: Fragment
  credited?: Fragment
  writtenOff?: Fragment
  collected?: Fragment
}

const figures = (of: Moved): Fragment => sql`${of.invoices ?? none}, ${of.billed ?? none}, ${of.voids ?? none}, ${of.voided ?? none},
  ${of.creditNotes ?? none}, ${of.credited ?? none}, ${of.writtenOff ?? none}, ${of.collected ?? none}`

/** An invoice's own month, branch and reseller: a client who moves takes no history with him. */
const place = sql`i.month, i.branch_id, coalesce(i.reseller_id, 0), i.kind = 'opening'`

const invoiceMoves = (where: Fragment): Fragment => sql`
  select ${place}, ${figures({ invoices: sql`1::bigint`, billed: sql`i.total_minor` })} from invoices i where ${where}`

const otherMoves = (made: (column: string) => Fragment): Fragment => sql`
  select ${place}, ${figures({ voids: sql`1::bigint`, voided: sql`i.total_minor` })} from voids d join invoices i on i.id = d.invoice_id where ${made('d.issued_at')}
  union all select ${place}, ${figures({ creditNotes: sql`1::bigint`, credited: sql`d.total_minor` })} from credit_notes d join invoices i on i.id = d.invoice_id where ${made('d.issued_at')}
  union all select ${place}, ${figures({ writtenOff: sql`d.amount_minor` })} from write_offs d join invoices i on i.id = d.invoice_id where ${made('d.issued_at')}
  union all select ${place}, ${figures({ collected: sql`d.amount_minor` })} from allocations d join invoices i on i.id = d.invoice_id where ${made('d.created_at')}`

/**
 * What documents made in a span of time moved, by the month of their invoice. Each document is found by the moment it was made, those of
 * runs by the sums of their chunks.
 */
export const movesOf = (made: (column: string) => Fragment): Fragment => sql`
  ${invoiceMoves(sql`i.run_id is null and ${made('i.issued_at')}`)}
  union all select r.month, c.branch_id, c.reseller_id, false, ${figures({ invoices: sql`c.invoices`, billed: sql`c.billed_minor` })}
    from run_chunks c join invoice_runs r on r.id = c.run_id where ${made('c.at')}
  union all ${otherMoves(made)}`

/** The same of every document there is, one by one: what the sums must be. */
export const movesOfDocuments = (): Fragment => sql`${invoiceMoves(sql`true`)} union all ${otherMoves(() => sql`true`)}`

/** Sums of moves by month, branch and reseller. */
export const summed = (moves: Fragment): Fragment => sql`
  select month, branch_id, reseller_id, is_opening, sum(invoices)::bigint as invoices, sum(billed_minor)::bigint as billed_minor, sum(voids)::bigint as voids,
    sum(voided_minor)::bigint as voided_minor, sum(credit_notes)::bigint as credit_notes, sum(credited_minor)::bigint as credited_minor,
    sum(written_off_minor)::bigint as written_off_minor, sum(collected_minor)::bigint as collected_minor
  from (${moves}) m (${columns}) group by 1, 2, 3, 4`

/** All months of one moment: what is folded, and what was made since. */
export const monthSums = (): Fragment =>
  summed(sql`
  select ${columns} from billing_months
  union all ${movesOf((column) => sql`${sql.ref(column)} >= coalesce((select folded_until from billing_month_folds), '-infinity')`)}`)

/** Months whose sums are not those of their documents, with both. */
export const monthsThatDiffer = (): Fragment => sql`
  select month, branch_id, reseller_id, is_opening, to_jsonb(k) - ${keys} as kept, to_jsonb(m) - ${keys} as derived
  from (${monthSums()}) k full join (${summed(movesOfDocuments())}) m using (month, branch_id, reseller_id, is_opening)
  where to_jsonb(k) is distinct from to_jsonb(m)`
