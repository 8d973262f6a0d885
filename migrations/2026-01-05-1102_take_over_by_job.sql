-- Secrets of a router that are named like lines are taken over by a job: asked for once, done in parts, each secret with its outcome.
create table router_takeovers (
  id           bigint generated always as identity primary key,
  router_id    bigint not null constraint router_takeovers_router_id_fkey references routers on delete cascade,
  state        text collate "C" not null default 'queued' constraint router_takeovers_state_check check (state in ('queued', 'running', 'done', 'failed')),
  of           int not null,
  taken        int not null default 0,
  refused      int not null default 0,
  error        text,
  requested_by bigint constraint router_takeovers_requested_by_fkey references users,
  requested_at timestamptz not null,
  finished_at  timestamptz
);
create index router_takeovers_router on router_takeovers (router_id, id desc);

create table router_takeover_items (
  takeover_id     bigint not null constraint router_takeover_items_takeover_fkey references router_takeovers on delete cascade,
  item_no         int not null,
  name            text not null,
  subscription_id bigint not null,
  -- Null: its turn has not come.
  outcome         text collate "C" constraint router_takeover_items_outcome_check check (outcome in ('taken', 'refused')),
  message         text not null default '',
  primary key (takeover_id, item_no)
);
create index router_takeover_items_waiting on router_takeover_items (takeover_id, item_no) where outcome is null;

create trigger router_takeovers_announced after insert or update on router_takeovers for each row execute function announce_router_reading();
