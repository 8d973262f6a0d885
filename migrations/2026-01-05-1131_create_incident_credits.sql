-- What a line gets back for an incident: prepared, then issued as a credit note or refused by a person; once for each line and incident.
create table incident_credits (
  id bigint generated always as identity primary key,
  incident_id bigint not null constraint incident_credits_incident_id_fkey references incidents,
  subscription_id bigint not null constraint incident_credits_subscription_id_fkey references subscriptions,
  client_id bigint not null constraint incident_credits_client_id_fkey references clients,
  state text collate "C" not null constraint incident_credits_state_check check (state in ('draft', 'not_creditable', 'issued', 'rejected')),
  -- Why nothing can be given back.
  why text collate "C",
  minutes int not null constraint incident_credits_minutes_check check (minutes >= 0),
  days int not null default 0,
  -- A month of the line, and the days of the cycle by which it is divided.
  price_minor bigint not null default 0,
  cycle_days int not null default 0,
  invoice_id bigint constraint incident_credits_invoice_id_fkey references invoices,
  line_no int,
  net_minor bigint not null default 0,
  vat_minor bigint not null default 0,
  total_minor bigint not null default 0,
  drafted_at timestamptz not null,
  drafted_by bigint constraint incident_credits_drafted_by_fkey references users,
  decided_at timestamptz,
  decided_by bigint constraint incident_credits_decided_by_fkey references users,
  decision_note text not null default '',
  credit_note_id bigint constraint incident_credits_credit_note_id_fkey references credit_notes,
  constraint incident_credits_once unique (incident_id, subscription_id),
  constraint incident_credits_note_once unique (credit_note_id),
  constraint incident_credits_issued_check check ((state = 'issued') = (credit_note_id is not null)),
  constraint incident_credits_draft_check check (state <> 'draft' or (total_minor > 0 and invoice_id is not null and line_no is not null)),
  constraint incident_credits_why_check check ((state = 'not_creditable') = (why is not null))
);
create index incident_credits_of on incident_credits (incident_id, state, id);
create index incident_credits_client on incident_credits (client_id);

-- A client's rows stand behind the second wall of scope as his others do (1080, 1090).
do $wall$
declare it text;
begin
  if not exists (select from pg_roles where rolname = 'lastmile_scoped') then return; end if;
  foreach it in array array['incident_credits'] loop
    execute format('alter table %I enable row level security', it);
    execute format('create policy scope on %1$I to lastmile_scoped using (client_id is null or exists (select from clients c where c.id = %1$I.client_id offset 0))', it);
  end loop;
end $wall$;
