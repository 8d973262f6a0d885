-- As 1090 has it for the other tables behind the wall.
do $wall$
begin
  if not exists (select from pg_roles where rolname = 'lastmile_scoped') then return; end if;
  alter policy scope on message_attempts using (client_id is null or exists (select from clients c where c.id = message_attempts.client_id offset 0));
end $wall$;
