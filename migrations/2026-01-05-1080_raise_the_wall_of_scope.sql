-- The second wall of scope (platform/db/wall.ts): whoever sees only some branches or one reseller works as this role, to which row-level security
-- shows only those clients and what is theirs. The first wall is the scope that every store puts into its SQL. The owner of the tables, as whom
-- everything else runs, is not held by it. Where the database's user may not make roles there is only the first wall, and the start says so.
do $$ begin
  if not exists (select from pg_roles where rolname = 'lastmile_scoped') then create role lastmile_scoped nologin; end if;
exception
  -- Two databases of one server may be made at the same moment.
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then null;
end $$;

do $wall$
declare
  -- Tables whose rows are a client's; one that is nobody's yet (unknown money, a notice to staff) is for the first wall alone.
  of_clients constant text[] := array['subscriptions', 'client_balances', 'client_documents', 'client_notes', 'charges', 'invoices', 'invoice_balances', 'invoice_drafts',
    'credit_notes', 'allocations', 'payments', 'payment_balances', 'refunds', 'deposit_movements', 'discount_requests', 'outbox_messages', 'bulk_items', 'run_items', 'run_parked'];
  own constant text := $own$branch_id = any ((select current_setting('lastmile.branches')::bigint[])::bigint[])
    or reseller_id = (select nullif(current_setting('lastmile.reseller'), '')::bigint)$own$;
  it text;
begin
  if not exists (select from pg_roles where rolname = 'lastmile_scoped') then return; end if;
  execute format('grant lastmile_scoped to %I', current_user);
  execute 'grant usage on schema public to lastmile_scoped';
  execute 'grant select, insert, update, delete on all tables in schema public to lastmile_scoped';
  execute 'grant usage, select, update on all sequences in schema public to lastmile_scoped';
  -- What later migrations, the partitions of coming months, the queue and the tables of one session make.
  execute 'alter default privileges grant usage on schemas to lastmile_scoped';
  execute 'alter default privileges grant select, insert, update, delete on tables to lastmile_scoped';
  execute 'alter default privileges grant usage, select, update on sequences to lastmile_scoped';
  if exists (select from pg_namespace where nspname = 'pgboss') then
    execute 'grant usage on schema pgboss to lastmile_scoped';
    execute 'grant select, insert, update, delete on all tables in schema pgboss to lastmile_scoped';
  end if;
  foreach it in array array['clients', 'client_list'] loop
    execute format('alter table %I enable row level security', it);
    execute format('create policy scope on %I to lastmile_scoped using (%s)', it, own);
  end loop;
  foreach it in array of_clients loop
    execute format('alter table %I enable row level security', it);
    execute format('create policy scope on %1$I to lastmile_scoped using (%1$I.client_id is null or exists (select from clients c where c.id = %1$I.client_id))', it);
  end loop;
end $wall$;
