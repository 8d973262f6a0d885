-- Secrets of nobody's line that somebody has looked at and left as they are: they are no longer asked about.

create table router_ignored_secrets (
  router_id bigint not null constraint router_ignored_secrets_router_id_fkey references routers on delete cascade,
  name text collate "C" not null,
  reason text not null,
  ignored_by bigint constraint router_ignored_secrets_ignored_by_fkey references users,
  ignored_at timestamptz not null,
  primary key (router_id, name)
);
