-- Messages leave the outbox: each says what became of it and why, and every try at a channel is kept with the words it had.

alter table outbox_messages
  -- Why it was not sent, or what the channel said; null while it waits.
  add column why text collate "C",
  add column closed_at timestamptz,
  add column attempts smallint not null default 0;
alter table outbox_messages drop constraint outbox_messages_state_check,
  add constraint outbox_messages_state_check check (state in ('queued', 'sending', 'sent', 'failed', 'cancelled', 'unknown'));
create index outbox_messages_id on outbox_messages (id);
-- What somebody may have to look at.
create index outbox_messages_stopped on outbox_messages (state, created_at desc, id desc) where state in ('sending', 'failed', 'unknown');

-- The intent of a try commits before the channel is spoken to, the outcome after it. A try without an outcome was cut off.
create table message_attempts (
  created_at  timestamptz not null,
  message_id  bigint not null,
  attempt_no  smallint not null,
  client_id   bigint,
  channel     text collate "C" not null,
  address     text not null,
  locale      text not null check (locale in ('en', 'bn')),
  text        text not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  outcome     text check (outcome in ('accepted', 'failed', 'unknown')),
  -- What the channel calls it, and what it said where it did not take it.
  reference   text,
  error       text,
  -- created_at is that of the message, so that both lie in the partitions of one month.
  primary key (created_at, message_id, attempt_no)
) partition by range (created_at);
create index message_attempts_open on message_attempts (started_at) where outcome is null;
select make_month_partitions('message_attempts', 3);

do $wall$
begin
  if not exists (select from pg_roles where rolname = 'lastmile_scoped') then return; end if;
  alter table message_attempts enable row level security;
  create policy scope on message_attempts to lastmile_scoped using (client_id is null or exists (select from clients c where c.id = message_attempts.client_id));
end $wall$;
