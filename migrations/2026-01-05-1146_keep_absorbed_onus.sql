-- Rows of places without a name that were taken over by the device that stands there: who has kept their number follows it.
create table onu_absorptions (
  nameless_id bigint primary key,
  onu_id bigint not null constraint onu_absorptions_onu_id_fkey references onus on delete cascade,
  olt_id bigint not null constraint onu_absorptions_olt_id_fkey references olts,
  at timestamptz not null
);
create index onu_absorptions_olt on onu_absorptions (olt_id, at);
create index onu_absorptions_onu on onu_absorptions (onu_id);
