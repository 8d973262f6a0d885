-- The page of the billing month: what was billed, collected, credited and given up, by the invoices' month, branch and reseller. A projection:
-- documents of sealed hours are folded into it by a job, younger ones are added when it is read, so no payment waits for it.
create table billing_months (
  month date not null check (extract(day from month) = 1),
  branch_id bigint not null,
  -- 0 = none
  reseller_id bigint not null,
  -- Opening balances are debts of other books; they are kept apart.
  is_opening boolean not null,
  invoices bigint not null default 0,
  billed_minor bigint not null default 0,
  voids bigint not null default 0,
  voided_minor bigint not null default 0,
  credit_notes bigint not null default 0,
  credited_minor bigint not null default 0,
  written_off_minor bigint not null default 0,
  collected_minor bigint not null default 0,
  primary key (month, branch_id, reseller_id, is_opening)
);

-- Up to when the documents are folded; one row.
create table billing_month_folds (
  is_only boolean primary key default true check (is_only),
  folded_until timestamptz not null
);

-- What each chunk of a run billed, so that a month of a million invoices is a hundred rows to add up.
create table run_chunks (
  run_id bigint not null references invoice_runs (id),
  at timestamptz not null,
  branch_id bigint not null,
  reseller_id bigint not null,
  invoices bigint not null,
  billed_minor bigint not null,
  primary key (run_id, at, branch_id, reseller_id)
);
create index run_chunks_at on run_chunks (at);
insert into run_chunks
select run_id, issued_at, branch_id, coalesce(reseller_id, 0), count(*), sum(total_minor) from invoices where run_id is not null group by 1, 2, 3, 4;

-- Documents by the moment they were made; those of runs are in run_chunks.
create index invoices_made_alone on invoices (issued_at) where run_id is null;
create index allocations_made on allocations (created_at);
create index credit_notes_made on credit_notes (issued_at);
create index voids_made on voids (issued_at);
create index write_offs_made on write_offs (issued_at);

-- A preview's bills by how they differ from the last cycle: {"new": {"count": 3, "total_minor": 300000, "previous_minor": 0}, ...}.
alter table invoice_runs add column changes jsonb not null default '{}';
-- The largest differences first; most bills have none.
create index run_items_changed on run_items (run_id, abs(total_minor - previous_minor) desc, client_id) where change <> 'same';
create index run_items_parked on run_items (run_id, client_id) where state = 'parked';
