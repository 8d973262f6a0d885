-- Lines that were cut and promises to pay are a client's: they stand behind the second wall of scope as his other rows do (after 1080, which makes its role).
do $wall$
declare it text;
begin
  if not exists (select from pg_roles where rolname = 'lastmile_scoped') then return; end if;
  foreach it in array array['suspension_items', 'payment_promises'] loop
    execute format('alter table %I enable row level security', it);
    execute format('create policy scope on %1$I to lastmile_scoped using (exists (select from clients c where c.id = %1$I.client_id))', it);
  end loop;
end $wall$;
