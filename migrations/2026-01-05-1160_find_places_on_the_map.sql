-- Places are looked for by the part of the map that is shown. What the condition on them needs stands in the index, so that counting a whole company reads it alone.
create index clients_place on clients (latitude, longitude) include (id, branch_id, reseller_id, area_id)
  where latitude is not null and longitude is not null and deleted_at is null;
create index boxes_place on boxes (latitude, longitude) include (branch_id, area_id) where latitude is not null;

-- Places come in files too.
alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check check (kind in ('clients', 'packages', 'payments', 'places'));
