-- The audit is sealed like the journal, and entries may be made by hand.

-- The text a hash of an audit row is taken of is a JSON array, so that no two rows share one; its parts do not depend on settings.
create function audit_event_hash(at timestamptz, id bigint, actor_kind text, actor_id bigint, actor_name text, action text, subject_type text,
  subject_id bigint, client_id bigint, branch_id bigint, reseller_id bigint, before jsonb, after jsonb, ip inet, user_agent text, request_id text) returns bytea
  language sql stable parallel safe
  return sha256(convert_to(jsonb_build_array((extract(epoch from at) * 1000000)::bigint, id, actor_kind, actor_id, actor_name, action, subject_type, subject_id,
    client_id, branch_id, reseller_id, before, after, host(ip), user_agent, request_id)::text, 'UTF8'));

alter table audit_events add column content_hash bytea;
create function hash_audit_event() returns trigger language plpgsql as $$
begin
  new.content_hash := audit_event_hash(new.at, new.id, new.actor_kind, new.actor_id, new.actor_name, new.action, new.subject_type, new.subject_id,
    new.client_id, new.branch_id, new.reseller_id, new.before, new.after, new.ip, new.user_agent, new.request_id);
  return new;
end $$;
create trigger audit_events_hashed before insert on audit_events for each row execute function hash_audit_event();

-- Rows written before this migration get their hash now; it is the one time an audit row changes.
alter table audit_events disable trigger audit_events_immutable;
update audit_events set content_hash = audit_event_hash(at, id, actor_kind, actor_id, actor_name, action, subject_type, subject_id, client_id, branch_id,
  reseller_id, before, after, ip, user_agent, request_id);
alter table audit_events enable trigger audit_events_immutable;
alter table audit_events alter column content_hash set not null;

-- The lock this takes on seals is held to the end of the transaction: a seal waits for it, so no row slips into an hour while it is sealed.
create function refuse_sealed_audit_hour() returns trigger language plpgsql as $$
begin
  if exists (select 1 from new_rows n where n.at < (select sealed_until from seals where book = 'audit' order by sealed_until desc limit 1)) then
    raise exception 'the hour of this audit row is already sealed' using errcode = 'check_violation', constraint = 'audit_hour_is_open';
  end if;
  return null;
end $$;
create trigger audit_events_open_hour after insert on audit_events referencing new table as new_rows
  for each statement execute function refuse_sealed_audit_hour();

-- The document behind an entry made by hand.
create table manual_entries (
  id          bigint generated always as identity primary key,
  booked_on   date not null,
  memo        text not null check (length(memo) between 1 and 500),
  -- The entry made by hand that this one takes back; each is taken back once.
  reverses_id bigint constraint manual_entries_reversed_once unique constraint manual_entries_reverses_fk references manual_entries,
  created_by  bigint,
  created_at  timestamptz not null
);
create trigger manual_entries_immutable before update or delete on manual_entries for each row execute function refuse_change();
