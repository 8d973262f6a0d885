-- What people type on the command lines of OLTs, and what they are answered.

-- One person at one OLT: while it is used, its session stays where he has led it.
create table olt_consoles (
  id bigint generated always as identity primary key,
  olt_id bigint not null constraint olt_consoles_olt_id_fkey references olts,
  user_id bigint not null constraint olt_consoles_user_id_fkey references users,
  began_at timestamptz not null,
  last_at timestamptz not null
);
create index olt_consoles_of on olt_consoles (olt_id, user_id, last_at);
create index olt_consoles_last on olt_consoles (last_at);

create table olt_console_lines (
  id bigint generated always as identity primary key,
  console_id bigint not null constraint olt_console_lines_console_id_fkey references olt_consoles on delete cascade,
  olt_id bigint not null,
  user_id bigint not null,
  -- Without secrets; as it is to be typed in line_sealed, until it is.
  line text not null,
  line_sealed bytea,
  -- What a question is told; null: no.
  confirm text,
  is_read_only boolean not null,
  asked_at timestamptz not null,
  state text collate "C" not null default 'waiting'
    constraint olt_console_lines_state_check check (state in ('waiting', 'running', 'done', 'unsure', 'failed')),
  began_at timestamptz,
  done_at timestamptz,
  -- Without secrets; the first 256 kB.
  answer text,
  is_cut boolean not null default false,
  -- False: it did not come back in its time.
  is_whole boolean,
  ms int,
  -- Where the session stands then.
  prompt text,
  trouble text collate "C",
  message text,
  constraint olt_console_lines_done_check check ((state in ('waiting', 'running')) = (done_at is null)),
  constraint olt_console_lines_sealed_check check (done_at is null or line_sealed is null)
);
create index olt_console_lines_olt on olt_console_lines (olt_id, id);
create index olt_console_lines_console on olt_console_lines (console_id);
create index olt_console_lines_open on olt_console_lines (asked_at) where state in ('waiting', 'running');
create trigger olt_console_lines_announced after insert or update on olt_console_lines for each row execute function announce_change();
