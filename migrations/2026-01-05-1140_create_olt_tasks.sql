-- What OLTs are told to do with ONUs: what was planned, what was typed, what was heard, and what was seen afterwards.

create table olt_tasks (
  id bigint generated always as identity primary key,
  olt_id bigint not null constraint olt_tasks_olt_id_fkey references olts,
  -- The ONU it is about; null: one that nobody knew yet, or has forgotten.
  onu_id bigint constraint olt_tasks_onu_id_fkey references onus on delete set null,
  verb text collate "C" not null
    constraint olt_tasks_verb_check check (verb in ('reboot', 'enable', 'disable', 'describe', 'authorise', 'delete', 'replace')),
  pon text collate "C" not null,
  onu_index int not null,
  -- The serial, else the MAC, of the ONU that is to stand there.
  identity text collate "C",
  -- The family it was planned for, what was asked, and the lines somebody agreed to: {mode, text, confirm}.
  profile text collate "C" not null,
  wish jsonb not null,
  lines jsonb not null,
  save_lines jsonb not null,
  must text not null,
  -- Linked with it once it is registered.
  subscription_id bigint constraint olt_tasks_subscription_id_fkey references subscriptions,
  accepts_unverified boolean not null,
  requested_by bigint constraint olt_tasks_requested_by_fkey references users,
  requested_at timestamptz not null,
  state text collate "C" not null default 'waiting'
    constraint olt_tasks_state_check check (state in ('waiting', 'running', 'done', 'refused', 'unsure', 'not_seen', 'failed', 'cancelled')),
  began_at timestamptz,
  done_at timestamptz,
  -- What was typed and heard, line by line, without secrets; it grows while the task runs.
  transcript jsonb not null default '[]',
  stopped_at jsonb,
  read_back jsonb,
  is_saved boolean,
  -- Why the OLT could not be worked with; and in words, what else there is to say.
  trouble text collate "C",
  message text,
  constraint olt_tasks_done_check check ((state in ('waiting', 'running')) = (done_at is null))
);
create index olt_tasks_olt on olt_tasks (olt_id, id);
create index olt_tasks_onu on olt_tasks (onu_id, id) where onu_id is not null;
create index olt_tasks_open on olt_tasks (state, requested_at) where state in ('waiting', 'running');
create index olt_tasks_requested on olt_tasks (requested_at);
-- The same lines wait once.
create unique index olt_tasks_waiting on olt_tasks (olt_id, md5(lines::text)) where state = 'waiting';
create trigger olt_tasks_announced after insert or update on olt_tasks for each row execute function announce_change();

-- Which writes were read back on which model and firmware: the next one there need not be agreed to as unverified.
create table olt_verified_writes (
  profile text collate "C" not null,
  model text not null,
  firmware text not null,
  verb text collate "C" not null,
  verified_at timestamptz not null,
  olt_id bigint not null constraint olt_verified_writes_olt_id_fkey references olts,
  task_id bigint constraint olt_verified_writes_task_id_fkey references olt_tasks on delete set null,
  primary key (profile, model, firmware, verb),
  constraint olt_verified_writes_known_check check (model <> '' and firmware <> '')
);
