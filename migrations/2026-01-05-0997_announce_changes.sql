-- Open pages are told that a run, an import, an export or the outcome of a self-check has changed, by whichever process works on it.
-- What it has become is not said: whoever wants to know reads it with his own rights.

create function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('changes', tg_table_name || ':' || new.id);
  return null;
end $$;

create trigger invoice_runs_announced after insert or update on invoice_runs for each row execute function announce_change();
create trigger imports_announced after insert or update on imports for each row execute function announce_change();
create trigger exports_announced after insert or update on exports for each row execute function announce_change();
create trigger doctor_results_announced after insert on doctor_results for each row execute function announce_change();
