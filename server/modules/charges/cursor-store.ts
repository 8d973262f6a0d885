import { sql } from 'kysely'
import { Conflict } from '../../kernel/errors.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'

interface BilledPeriod {
  readonly chargeId: bigint
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
}

/**
 * Moves the cursors of charges over periods that touch, from the first start to the last end of each charge.
 * @throws Conflict 409 `billed_meanwhile` where a cursor no longer stands at the first start.
 */
export async function moveCursors(tx: Tx, periods: readonly BilledPeriod[]): Promise<void> {
  if (periods.length === 0) return
  const { rows } = await sql<{ wanted: bigint; moved: bigint }>`
    with spans as (
      select charge_id, min(starts_on) as from_on, max(ends_on) as until_on
      from unnest(${periods.map((p) => p.chargeId)}::bigint[], ${periods.map((p) => p.startsOn.toString())}::date[], ${periods.map((p) => p.endsOn.toString())}::date[])
        as p(charge_id, starts_on, ends_on) group by charge_id
    ), moved as (
      update charges c set billed_until = s.until_on from spans s where c.id = s.charge_id and c.billed_until = s.from_on returning c.id
    )
    select (select count(*) from spans) as wanted, (select count(*) from moved) as moved`.execute(tx.db)
  if (rows[0]?.wanted !== rows[0]?.moved) throw new Conflict('billed_meanwhile', 'Somebody billed these days meanwhile; load the client again')
}

/** Puts cursors back to where a voided invoice found them; only where nothing was billed since. */
export async function returnCursors(tx: Tx, spans: readonly { chargeId: bigint; from: PlainDate; to: PlainDate }[]): Promise<void> {
  if (spans.length === 0) return
  const { numAffectedRows } = await sql`
    update charges c set billed_until = s.from_on
    from unnest(${spans.map((s) => s.chargeId)}::bigint[], ${spans.map((s) => s.from.toString())}::date[], ${spans.map((s) => s.to.toString())}::date[]) as s(charge_id, from_on, until_on)
    where c.id = s.charge_id and c.billed_until = s.until_on`.execute(tx.db)
  if (numAffectedRows !== BigInt(spans.length)) throw new Conflict('billed_meanwhile', 'Somebody billed these days meanwhile; load the invoice again')
}

/** The set-based form of {@link moveCursors} over the working table of a month run. */
export async function moveStagedCursors(tx: Tx): Promise<void> {
  await sql`
    update charges c set billed_until = s.until_on
    from (select charge_id, min(starts_on) as from_on, max(ends_on) as until_on from stage_lines group by charge_id) s
    where c.id = s.charge_id and c.billed_until = s.from_on`.execute(tx.db)
}
