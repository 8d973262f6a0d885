import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Instant } from '../../../kernel/time.ts'

export type SealFinding = {
  readonly book: 'ledger' | 'audit'
  readonly problem: 'row' | 'seal' | 'gap'
  /** The entry or audit row, where the problem is one. */
  readonly id: bigint | null
  readonly sealed_from: Instant
  readonly sealed_until: Instant
}

export interface SealRange {
  /** Seals that reach beyond this instant. */
  readonly from?: Instant | null
  /** Seals that begin before this instant. */
  readonly until?: Instant | null
  readonly limit?: number
}

/** Entries (and audit rows) whose own hash is wrong, seals that differ from their rows, and hours between seals; one statement. */
export const brokenSeals = ({ from = null, until = null, limit = 100 }: SealRange = {}): RawBuilder<SealFinding> => sql<SealFinding>`
  with chain as (
    select book, sealed_from, sealed_until, row_count, hash, lag(hash, 1, ''::bytea) over w as previous_hash, lag(sealed_until, 1, sealed_from) over w as previous_until
    from seals window w as (partition by book order by sealed_until)
  ), chosen as materialized (
    select * from chain where (${from}::timestamptz is null or sealed_until > ${from}::timestamptz) and (${until}::timestamptz is null or sealed_from < ${until}::timestamptz)
  ), chosen_entries as materialized (
    select s.sealed_until, e.* from chosen s join entries e on e.recorded_at >= s.sealed_from and e.recorded_at < s.sealed_until where s.book = 'ledger'
  ), canonical as (
    select p.booked_on, p.entry_id,
      string_agg(posting_canonical(line_no, account_id, amount_minor, client_id, wallet_id, reseller_id, employee_id, gateway_id, branch_id), ';' order by line_no) as text
    from chosen_entries e join postings p on p.booked_on = e.booked_on and p.entry_id = e.id
    where p.booked_on between (select min(booked_on) from chosen_entries) and (select max(booked_on) from chosen_entries) group by 1, 2
  ), entry_rows as materialized (
    select e.sealed_until, e.booked_on, e.id, e.content_hash,
      e.content_hash <> entry_hash(e.booked_on, e.id, e.kind, e.document_kind, e.document_id, e.reverses_id, e.recorded_at, e.recorded_by, e.memo, coalesce(c.text, '')) as is_wrong
    from chosen_entries e left join canonical c on c.booked_on = e.booked_on and c.entry_id = e.id
  ), audit_rows as materialized (
    select s.sealed_until, a.id, a.content_hash,
      a.content_hash <> audit_event_hash(a.at, a.id, a.actor_kind, a.actor_id, a.actor_name, a.action, a.subject_type, a.subject_id, a.client_id, a.branch_id, a.reseller_id,
        a.before, a.after, a.ip, a.user_agent, a.request_id) as is_wrong
    from chosen s join audit_events a on a.at >= s.sealed_from and a.at < s.sealed_until
    where s.book = 'audit'
  ), recomputed as (
    select 'ledger' as book, sealed_until, count(*) as row_count, string_agg(convert_to(id::text || '|', 'UTF8') || content_hash, ''::bytea order by id, booked_on) as bytes
    from entry_rows group by 2
    union all
    select 'audit', sealed_until, count(*), string_agg(convert_to(id::text || '|', 'UTF8') || content_hash, ''::bytea order by id) from audit_rows group by 2
  )
  select book, problem, id, sealed_from, sealed_until from (
    select s.book, 'row' as problem, e.id, s.sealed_from, s.sealed_until from entry_rows e join chosen s on s.book = 'ledger' and s.sealed_until = e.sealed_until where e.is_wrong
    union all select s.book, 'row', a.id, s.sealed_from, s.sealed_until from audit_rows a join chosen s on s.book = 'audit' and s.sealed_until = a.sealed_until where a.is_wrong
    union all select book, 'gap', null, previous_until, sealed_from from chosen where sealed_from <> previous_until
    union all
    select s.book, 'seal', null, s.sealed_from, s.sealed_until from chosen s left join recomputed r on r.book = s.book and r.sealed_until = s.sealed_until
      where coalesce(r.row_count, 0) <> s.row_count or s.hash <> sha256(s.previous_hash || coalesce(r.bytes, ''::bytea))
  ) f
  order by book desc, sealed_until, problem, id limit ${limit}`
