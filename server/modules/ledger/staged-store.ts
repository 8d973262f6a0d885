import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { prepareMonth } from './month-store.ts'

export interface StagedEntries {
  readonly kind: string
  readonly documentKind: string
  readonly bookedOn: PlainDate
  /** A query of `document_id, line_no, account_id, amount_minor, client_id, branch_id`; one entry per document. */
  readonly postings: RawBuilder<unknown>
}

/**
 * The set-based form of `postEntries`: one entry per document of a query, with its hash, source row and the client balances it moves.
 * Everything is checked by the same triggers as a single entry.
 */
export async function postStaged(tx: Tx, { kind, documentKind, bookedOn, postings }: StagedEntries): Promise<void> {
  await prepareMonth(tx, bookedOn)
  await sql`
    with lines as materialized (${postings}),
    numbered as materialized (
      select document_id, nextval('entries_id_seq') as id, string_agg(posting_canonical(line_no, account_id, amount_minor, client_id, null, null, null, null, branch_id), ';' order by line_no) as text
      from lines group by document_id order by document_id
    ), written as (
      insert into entries (booked_on, id, kind, document_kind, document_id, recorded_at, recorded_by, content_hash)
      select ${bookedOn}::date, id, ${kind}, ${documentKind}, document_id, ${tx.now}::timestamptz, ${tx.actor.userId}::bigint,
        entry_hash(${bookedOn}::date, id, ${kind}, ${documentKind}, document_id, null, ${tx.now}::timestamptz, ${tx.actor.userId}::bigint, null, text)
      from numbered
    ), sources as (
      insert into entry_sources (kind, document_id, entry_id, booked_on) select ${kind}, document_id, id, ${bookedOn}::date from numbered
    ), of_clients as (
      update client_balances b set receivable_minor = receivable_minor + m.receivable, credit_minor = credit_minor + m.credit
      from (select client_id, coalesce(sum(amount_minor) filter (where account_id = 3), 0)::bigint as receivable,
              coalesce(-sum(amount_minor) filter (where account_id = 7), 0)::bigint as credit
            from lines where client_id is not null group by client_id) m
      where b.client_id = m.client_id
    )
    insert into postings (booked_on, entry_id, line_no, account_id, amount_minor, client_id, branch_id)
    select ${bookedOn}::date, n.id, l.line_no, l.account_id, l.amount_minor, l.client_id, l.branch_id
    from lines l join numbered n on n.document_id = l.document_id`.execute(tx.db)
}
