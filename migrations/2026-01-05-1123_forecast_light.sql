-- Where the light of an ONU is going; computed anew each night, so it may always be forgotten.
create table onu_forecasts (
  onu_id bigint primary key constraint onu_forecasts_onu_id_fkey references onus on delete cascade,
  -- Hundredths of a dBm: gained in a thousand days, and where the line stands today.
  slope_centi_per_1000_days int not null,
  now_centi_dbm smallint not null,
  days int not null,
  -- Null: it is not going there, or nobody can tell.
  crosses_on date,
  computed_at timestamptz not null
);
create index onu_forecasts_crosses on onu_forecasts (crosses_on, onu_id) where crosses_on is not null;
