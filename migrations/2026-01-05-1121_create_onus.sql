-- ONUs: the device, where it stands, how it is, how it was, and whose line it carries.

-- Splitters and boxes between a PON and the homes.
create table boxes (
  id bigint generated always as identity primary key,
  branch_id bigint not null constraint boxes_branch_id_fkey references branches,
  area_id bigint constraint boxes_area_id_fkey references areas,
  parent_id bigint constraint boxes_parent_id_fkey references boxes,
  olt_id bigint constraint boxes_olt_id_fkey references olts,
  pon text collate "C",
  name text not null,
  kind text collate "C" not null default 'box' constraint boxes_kind_check check (kind in ('splitter', 'box')),
  ports int not null default 8 constraint boxes_ports_check check (ports between 1 and 256),
  latitude double precision constraint boxes_latitude_check check (latitude between -90 and 90),
  longitude double precision constraint boxes_longitude_check check (longitude between -180 and 180),
  note text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  constraint boxes_place_check check ((latitude is null) = (longitude is null)),
  constraint boxes_not_own_parent check (parent_id <> id)
);
create unique index boxes_name on boxes (branch_id, lower(name));
create index boxes_pon on boxes (olt_id, pon);

-- One row for one device, with the place where it was last seen and what was last seen of it. A place whose device has not said who it is has
-- a row of its own until it does. Observed: only box, port and links are what people have said.
create table onus (
  id bigint generated always as identity primary key,
  -- Four letters and eight hexadecimal digits; as the OLT wrote it in raw_serial.
  serial text collate "C",
  raw_serial text collate "C",
  mac text collate "C",
  model text not null default '',
  description text not null default '',
  olt_id bigint not null constraint onus_olt_id_fkey references olts,
  pon text collate "C" not null,
  onu_index int not null,
  -- False: the last whole list of its OLT does not name it any more.
  is_present boolean not null default true,
  state text collate "C" not null constraint onus_state_check check (state in ('online', 'offline', 'los', 'power_off', 'disabled', 'unknown')),
  raw_state text,
  cause text collate "C",
  raw_cause text,
  -- Since when it has been online, or away; a better word for why it is away does not change it.
  since timestamptz not null,
  -- Null = not measured.
  rx_centi_dbm smallint,
  olt_rx_centi_dbm smallint,
  tx_centi_dbm smallint,
  temperature_c real,
  voltage_v real,
  bias_ma real,
  distance_m int,
  measured_at timestamptz,
  -- How its light is, after hysteresis and two measurements that agree; what the last one alone says is in light_seen.
  light text collate "C" not null default 'unknown' constraint onus_light_check check (light in ('unknown', 'good', 'weak', 'critical', 'too_strong')),
  light_seen text collate "C" not null default 'unknown',
  light_since timestamptz,
  box_id bigint constraint onus_box_id_fkey references boxes,
  box_port int,
  first_seen_at timestamptz not null,
  version int not null default 1,
  search text generated always as (lower(coalesce(serial, '') || ' ' || coalesce(mac, '') || ' ' || description)) stored,
  constraint onus_box_port_check check (box_port is null or box_id is not null)
) with (fillfactor = 80);
create unique index onus_serial on onus (serial) where serial is not null;
create unique index onus_mac on onus (mac) where mac is not null and serial is null;
create unique index onus_place on onus (olt_id, pon, onu_index) where is_present;
create index onus_search on onus using gin (search gin_trgm_ops);
create index onus_box on onus (box_id) where box_id is not null;
create index onus_light on onus (rx_centi_dbm, id) where rx_centi_dbm is not null;
create index onus_away on onus (since, id) where state not in ('online', 'unknown');

-- Who stood where, from when until when; `until` is null for where it stands now.
create table onu_places (
  onu_id bigint not null constraint onu_places_onu_id_fkey references onus on delete cascade,
  since timestamptz not null,
  until timestamptz,
  olt_id bigint not null,
  pon text collate "C" not null,
  onu_index int not null,
  primary key (onu_id, since)
);

-- Which line an ONU carries. `reason` says why it was taken to be so: {rule, ...}.
create table onu_links (
  id bigint generated always as identity primary key,
  onu_id bigint not null constraint onu_links_onu_id_fkey references onus,
  subscription_id bigint not null constraint onu_links_subscription_id_fkey references subscriptions,
  -- A person has said it, or it was certain.
  source text collate "C" not null constraint onu_links_source_check check (source in ('person', 'automatic')),
  reason jsonb not null default '{}',
  since timestamptz not null,
  until timestamptz,
  linked_by bigint constraint onu_links_linked_by_fkey references users,
  unlinked_by bigint constraint onu_links_unlinked_by_fkey references users
);
create unique index onu_links_onu on onu_links (onu_id) where until is null;
create unique index onu_links_subscription on onu_links (subscription_id) where until is null;
create index onu_links_history on onu_links (subscription_id, since);

-- What is likely and waits for a click. Computed anew after each look; `rejected_at` says that a person has said no, and it is not suggested again.
create table onu_link_suggestions (
  onu_id bigint not null constraint onu_link_suggestions_onu_id_fkey references onus on delete cascade,
  subscription_id bigint not null constraint onu_link_suggestions_subscription_id_fkey references subscriptions on delete cascade,
  -- [{rule, ...}]: serial, registered_mac, caller_id, host_mac, description.
  reasons jsonb not null,
  score int not null,
  found_at timestamptz not null,
  rejected_at timestamptz,
  rejected_by bigint constraint onu_link_suggestions_rejected_by_fkey references users,
  primary key (onu_id, subscription_id)
);

-- What the OLT has learned behind an ONU.
create table onu_macs (
  onu_id bigint not null constraint onu_macs_onu_id_fkey references onus on delete cascade,
  mac text collate "C" not null,
  vlan int,
  first_seen_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (onu_id, mac)
);
create index onu_macs_mac on onu_macs (mac);

-- What hangs on a PON and is not let in.
create table unregistered_onus (
  olt_id bigint not null constraint unregistered_onus_olt_id_fkey references olts on delete cascade,
  pon text collate "C" not null,
  -- Its serial or its MAC.
  identity text collate "C" not null,
  serial text collate "C",
  raw_serial text collate "C",
  mac text collate "C",
  model text not null default '',
  first_seen_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (olt_id, pon, identity)
);

-- As measured; light in hundredths of a dBm. Kept for a month, then by the hour.
create table optical_samples (
  onu_id bigint not null,
  at timestamptz not null,
  rx_centi_dbm smallint,
  olt_rx_centi_dbm smallint,
  tx_centi_dbm smallint,
  temperature_c smallint
) partition by range (at);
create index optical_samples_of on optical_samples (onu_id, at);
do $$ begin
  perform make_day_partition('optical_samples', (now() at time zone 'UTC')::date + n) from generate_series(-1, 3) n;
end $$;

-- A (UTC) day of one ONU: `hours` has a row {hour, count, rx min, rx mean, rx max, OLT rx min, OLT rx mean, OLT rx max} for each hour in which it was measured;
-- -32768 stands for what was not.
create table optical_hours (
  onu_id bigint not null,
  day date not null,
  hours smallint[] not null,
  primary key (onu_id, day)
) partition by range (day);
select make_month_partitions('optical_hours', 3);
create table optical_folds (
  day date primary key,
  folded_at timestamptz not null
);

-- What has happened to an ONU: its state, its light, its place, its line.
create table onu_events (
  at timestamptz not null,
  id bigint generated always as identity,
  onu_id bigint not null,
  olt_id bigint not null,
  pon text collate "C" not null,
  kind text collate "C" not null
    constraint onu_events_kind_check check (kind in ('state', 'light', 'appeared', 'gone', 'moved', 'swapped', 'named', 'linked', 'unlinked', 'changed')),
  -- Of a state or of light.
  was text collate "C",
  is_now text collate "C",
  cause text collate "C",
  raw_cause text,
  detail jsonb not null default '{}',
  primary key (at, id)
) partition by range (at);
create index onu_events_onu on onu_events (onu_id, at desc);
create index onu_events_pon on onu_events (olt_id, pon, at desc);
select make_month_partitions('onu_events', 3);

-- Folds the samples of a (UTC) day into one row for each ONU; again, when something came late. Answers how many ONUs have changed.
create function fold_optical_day(of_day date, at_now timestamptz) returns bigint language plpgsql as $$
declare
  folded bigint;
begin
  perform make_month_partition('optical_hours', of_day);
  insert into optical_hours as t (onu_id, day, hours)
  select onu_id, of_day, array_agg(array[hour, n, rx_min, rx_mean, rx_max, olt_min, olt_mean, olt_max]::smallint[] order by hour)
    from (select onu_id, extract(hour from at at time zone 'UTC')::smallint as hour, least(count(*), 32767)::smallint as n,
            coalesce(min(rx_centi_dbm), -32768)::smallint as rx_min, coalesce(round(avg(rx_centi_dbm)), -32768)::smallint as rx_mean,
            coalesce(max(rx_centi_dbm), -32768)::smallint as rx_max, coalesce(min(olt_rx_centi_dbm), -32768)::smallint as olt_min,
            coalesce(round(avg(olt_rx_centi_dbm)), -32768)::smallint as olt_mean, coalesce(max(olt_rx_centi_dbm), -32768)::smallint as olt_max
          from optical_samples where at >= of_day::timestamp at time zone 'UTC' and at < (of_day + 1)::timestamp at time zone 'UTC'
           group by 1, 2) by_hour
   group by onu_id order by onu_id
  on conflict (onu_id, day) do update set hours = excluded.hours where t.hours is distinct from excluded.hours;
  get diagnostics folded = row_count;
  insert into optical_folds (day, folded_at) values (of_day, at_now) on conflict (day) do update set folded_at = excluded.folded_at;
  return folded;
end
$$;

create trigger onus_announced after update on onus for each row
  when (old.state is distinct from new.state or old.light is distinct from new.light or old.is_present is distinct from new.is_present)
  execute function announce_change();
