-- What the self-check found, run by run; the newest says whether the books agree.
create table doctor_results (
  id           bigint generated always as identity primary key,
  started_at   timestamptz not null,
  finished_at  timestamptz not null,
  -- Why it ran: by the calendar, asked for by a person, before a month was closed, or on the command line.
  occasion     text not null check (occasion in ('nightly', 'request', 'month_close', 'command')),
  requested_by bigint constraint doctor_results_requester_fk references users,
  is_ok        boolean not null,
  -- One member per invariant: id, ok, severity, ms, and the first offending rows.
  results      jsonb not null
);

-- A number two sets of (key, amount) have in common when they are equal, and as good as never otherwise (one case in two thousand
-- million). Summed, it compares two tables of millions of rows without sorting or joining them; only where the sums differ are the
-- rows themselves compared. Amounts are taken modulo the prime 2^31 - 1, so sums are compared modulo it, too.
create function fingerprint(key bigint, amount bigint) returns bigint
  language sql immutable parallel safe
  return (amount % 2147483647) * (hashint8(key)::bigint & 2147483647);

create index postings_gateway on postings (gateway_id, booked_on) where gateway_id is not null;
