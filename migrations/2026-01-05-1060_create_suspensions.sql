-- Lines of clients who owe are cut and given back by themselves: runs of cutting, what each line was cut for, promises to pay, the breaker.

-- One row: when cutting was looked at last and in which database, and what has happened that a person has to look at first.
create table suspension_breaker (
  id int primary key default 1 check (id = 1),
  looked_at timestamptz,
  -- Another one than before: the database was restored from a backup, or a copy of it took over.
  database_identity text collate "C",
  hold text collate "C" check (hold in ('first', 'outage', 'restored', 'clock')),
  held_since timestamptz
);
insert into suspension_breaker (id) values (1);

create table suspension_runs (
  id bigint generated always as identity primary key,
  origin text collate "C" not null check (origin in ('chase', 'expiry', 'hand')),
  day date not null,
  scope jsonb not null default '{}',
  min_due_minor bigint not null check (min_due_minor >= 0),
  ignores_future_months boolean not null,
  state text collate "C" not null default 'planning' check (state in ('planning', 'awaiting_release', 'queued', 'running', 'done', 'cancelled')),
  -- Why it waits for a second person: [{kind, of, limit, ...}].
  holds jsonb not null default '[]',
  planned_clients bigint not null default 0,
  planned_lines bigint not null default 0,
  planned_minor bigint not null default 0,
  cut_lines bigint not null default 0,
  spared_lines bigint not null default 0,
  requested_by bigint,
  release_requested_by bigint,
  release_after timestamptz,
  released_by bigint,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  constraint suspension_runs_requested_by_fk foreign key (requested_by) references users (id),
  constraint suspension_runs_released_by_fk foreign key (released_by) references users (id)
);
create index suspension_runs_live on suspension_runs (origin) where state not in ('done', 'cancelled');
create trigger suspension_runs_announced after insert or update on suspension_runs for each row execute function announce_change();

-- A line of a run: what it was to be cut for, what came of it and, when it was cut, how long that lasted.
create table suspension_items (
  run_id bigint not null references suspension_runs (id),
  subscription_id bigint not null references subscriptions (id),
  client_id bigint not null references clients (id),
  reason text collate "C" not null check (reason in ('billing', 'expired')),
  is_automatic boolean not null,
  late_minor bigint not null,
  credit_minor bigint not null,
  oldest_due_on date,
  grace_days int not null,
  expires_on date,
  -- By which the cut ends: the line is given back when less than this is late.
  min_due_minor bigint not null,
  ignores_future_months boolean not null,
  outcome text collate "C" check (outcome in ('cut', 'spared')),
  -- Spared: what spoke against it when its turn came.
  spared_why text collate "C",
  cut_on date,
  cut_at timestamptz,
  ended_on date,
  ended_at timestamptz,
  ended_why text collate "C" check (ended_why in ('settled', 'exempt', 'promise', 'by_hand', 'left')),
  primary key (run_id, subscription_id),
  check (coalesce(outcome = 'cut', false) = (cut_on is not null))
);
-- The machine cuts a line once a day, whatever is tried again.
create unique index suspension_items_day on suspension_items (subscription_id, reason, cut_on) where outcome = 'cut' and is_automatic;
create index suspension_items_standing on suspension_items (client_id, subscription_id) where outcome = 'cut' and ended_at is null;
create index suspension_items_waiting on suspension_items (run_id, client_id) where outcome is null;
create index suspension_items_latest on suspension_items (subscription_id, cut_at desc) where outcome = 'cut';

create table payment_promises (
  id bigint generated always as identity primary key,
  client_id bigint not null references clients (id),
  -- The last day it holds.
  promised_on date not null,
  overdue_minor bigint not null,
  note text not null,
  state text collate "C" not null default 'open' check (state in ('open', 'kept', 'broken', 'withdrawn')),
  made_by bigint,
  made_on date not null,
  made_at timestamptz not null,
  ended_by bigint,
  ended_at timestamptz,
  constraint payment_promises_made_by_fk foreign key (made_by) references users (id),
  constraint payment_promises_ended_by_fk foreign key (ended_by) references users (id)
);
create unique index payment_promises_open on payment_promises (client_id) where state = 'open';
create index payment_promises_client on payment_promises (client_id, id desc);
create index payment_promises_due on payment_promises (promised_on) where state = 'open';

-- Exemptions say who gave them and until when; auto-control that is off has a reason and an end as the flags of a client have.
alter table clients
  add column vip_set_by bigint, add column vip_set_at timestamptz,
  add column whitelist_set_by bigint, add column whitelist_set_at timestamptz;
alter table subscriptions
  add column auto_control_until date,
  add column auto_control_reason text not null default '',
  add column auto_control_set_by bigint,
  add column auto_control_set_at timestamptz;
create index subscriptions_uncontrolled on subscriptions (client_id, id) where not auto_control;
