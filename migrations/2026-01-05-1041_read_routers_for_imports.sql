-- What somebody has had read from a router to import it: its secrets with their passwords, sealed, until it is read again or forgotten.

create table router_readings (
  router_id bigint primary key constraint router_readings_router_id_fkey references routers on delete cascade,
  state text collate "C" not null constraint router_readings_state_check check (state in ('reading', 'read', 'failed')),
  content_sealed bytea,
  secrets int not null default 0,
  error text,
  requested_by bigint constraint router_readings_requested_by_fkey references users,
  requested_at timestamptz not null,
  read_at timestamptz,
  constraint router_readings_content_check check ((state = 'read') = (content_sealed is not null))
);
create function announce_router_reading() returns trigger language plpgsql as $$
begin
  perform pg_notify('changes', 'routers:' || new.router_id);
  return null;
end $$;
create trigger router_readings_announced after insert or update on router_readings for each row execute function announce_router_reading();
