-- Behind the second wall of scope each row is asked for its client along the key of `clients`. `offset 0` keeps it so: the planner, which does not see
-- that a page ends after fifty rows, would else collect all clients of the branch first, a third of a second of every page at a million clients.
do $wall$
declare it text;
begin
  for it in select tablename from pg_policies where schemaname = 'public' and policyname = 'scope' and 'lastmile_scoped' = any(roles) and tablename not in ('clients', 'client_list') loop
    execute format('alter policy scope on %1$I using (%1$I.client_id is null or exists (select from clients c where c.id = %1$I.client_id offset 0))', it);
  end loop;
end $wall$;
