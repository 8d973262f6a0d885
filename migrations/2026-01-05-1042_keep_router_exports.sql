-- What is set up on each router, as it was from day to day: the text of its own export, sealed. A version is kept when it differs from the one before.

create table router_exports (
  id bigint generated always as identity primary key,
  router_id bigint not null constraint router_exports_router_id_fkey references routers on delete cascade,
  content_sealed bytea not null,
  -- Of the text without its first lines, which name the moment.
  sha256 bytea not null,
  lines int not null,
  taken_at timestamptz not null,
  -- When it was last found to be so still.
  seen_at timestamptz not null
);
create index router_exports_router on router_exports (router_id, id desc);

-- How the last attempt ended: null = well.
alter table router_health add column exported_at timestamptz, add column export_error text;
