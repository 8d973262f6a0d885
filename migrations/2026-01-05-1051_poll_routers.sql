-- When each router without RADIUS is looked at for who is online.
create table router_polls (
  router_id bigint primary key constraint router_polls_router_id_fkey references routers on delete cascade,
  due_at timestamptz not null,
  -- The last look that said everything.
  polled_at timestamptz,
  sessions int not null default 0,
  -- How many looks in a row missed more than half of who was online; it is believed when the third says the same.
  doubts int not null default 0
);

-- Somebody has asked for a session to be ended, and what became of it. The subscriber may dial again at once; whoever must not is suspended.
create table session_kicks (
  id bigint generated always as identity primary key,
  router_id bigint not null constraint session_kicks_router_id_fkey references routers,
  subscription_id bigint constraint session_kicks_subscription_id_fkey references subscriptions,
  source text collate "C" not null,
  login text collate "C" not null,
  acct_session_id text collate "C" not null,
  requested_by bigint constraint session_kicks_requested_by_fkey references users,
  requested_at timestamptz not null,
  state text collate "C" not null default 'waiting' constraint session_kicks_state_check check (state in ('waiting', 'ended', 'already_gone', 'failed')),
  trouble text collate "C",
  done_at timestamptz,
  constraint session_kicks_done_check check ((state = 'waiting') = (done_at is null))
);
create unique index session_kicks_waiting on session_kicks (router_id, login, acct_session_id) where state = 'waiting';
create index session_kicks_requested on session_kicks (requested_at);
create trigger session_kicks_announced after insert or update on session_kicks for each row execute function announce_change();

-- Another process waits for the device: who holds it between two looks gives way.
alter table device_leases add column wanted_at timestamptz;
