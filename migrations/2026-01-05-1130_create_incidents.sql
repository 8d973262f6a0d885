-- Faults that many homes have at once: where, since when, whom they concern, and what is given back for them.

create table incidents (
  id bigint generated always as identity primary key,
  olt_id bigint not null constraint incidents_olt_id_fkey references olts,
  kind text collate "C" not null constraint incidents_kind_check check (kind in ('fibre_cut', 'power_failure', 'unknown', 'olt_unreachable')),
  -- The smallest place that holds all that went away.
  node text collate "C" not null constraint incidents_node_check check (node in ('box', 'pon', 'area', 'olt')),
  pon text collate "C",
  -- May be gone by now.
  box_id bigint,
  area_id bigint constraint incidents_area_id_fkey references areas,
  began_at timestamptz not null,
  found_at timestamptz not null,
  ended_at timestamptz,
  -- Of one that a person has ended.
  closed_by bigint constraint incidents_closed_by_fkey references users,
  close_reason text,
  -- It was found to be a part of a larger one, which has its homes now.
  merged_into_id bigint constraint incidents_merged_into_id_fkey references incidents,
  -- ONUs that were online at its place before.
  onus_of int not null default 0,
  onus int not null default 0,
  onus_back int not null default 0,
  lines int not null default 0,
  clients int not null default 0,
  -- What these lines cost a month.
  monthly_minor bigint not null default 0,
  text_en text not null default '',
  text_bn text not null default '',
  -- A person has written the text; it does not follow the incident any more.
  is_text_edited boolean not null default false,
  is_public boolean not null default false,
  note text not null default '',
  version int not null default 1,
  constraint incidents_place_check check (case node when 'box' then box_id is not null when 'pon' then pon is not null when 'area' then area_id is not null else true end),
  constraint incidents_end_check check (ended_at is not null or (closed_by is null and merged_into_id is null))
);
-- One open incident for each place; that an OLT does not answer is a matter of its own.
create unique index incidents_one_for_each_place on incidents
  (olt_id, (kind = 'olt_unreachable'), node, (case when node = 'pon' then pon end), (case when node = 'box' then box_id end), (case when node = 'area' then area_id end))
  nulls not distinct where ended_at is null;
create index incidents_of_olt on incidents (olt_id, id);
create trigger incidents_announced_new after insert on incidents for each row execute function announce_change();
create trigger incidents_announced after update on incidents for each row when (old.* is distinct from new.*) execute function announce_change();

-- Each time an ONU went away under an incident, whose line it carried then, and when it was back. What is given back is counted from these
-- rows, so they stay when the ONU's own row does not.
create table incident_onus (
  incident_id bigint not null constraint incident_onus_incident_id_fkey references incidents,
  onu_id bigint not null,
  down_at timestamptz not null,
  up_at timestamptz,
  pon text collate "C" not null,
  onu_index int not null,
  reason text collate "C" not null constraint incident_onus_reason_check check (reason in ('los', 'power', 'other', 'none')),
  subscription_id bigint constraint incident_onus_subscription_id_fkey references subscriptions,
  client_id bigint constraint incident_onus_client_id_fkey references clients,
  primary key (incident_id, onu_id, down_at),
  constraint incident_onus_span_check check (up_at >= down_at)
);
-- Nobody is away in two incidents at once.
create unique index incident_onus_away on incident_onus (onu_id) where up_at is null;
create index incident_onus_line on incident_onus (subscription_id, down_at) where subscription_id is not null;
create index incident_onus_client on incident_onus (client_id) where client_id is not null;

-- Which status poll of an OLT was judged last.
create table incident_looks (
  olt_id bigint primary key constraint incident_looks_olt_id_fkey references olts on delete cascade,
  polled_at timestamptz,
  looked_at timestamptz
);

-- A client's rows stand behind the second wall of scope as his others do (1080, 1090).
do $wall$
declare it text;
begin
  if not exists (select from pg_roles where rolname = 'lastmile_scoped') then return; end if;
  foreach it in array array['incident_onus'] loop
    execute format('alter table %I enable row level security', it);
    execute format('create policy scope on %1$I to lastmile_scoped using (client_id is null or exists (select from clients c where c.id = %1$I.client_id offset 0))', it);
  end loop;
end $wall$;
