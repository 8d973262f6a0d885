-- What an import needs to know of its file, and what makes a row of it findable again.
alter table imports
  add column file_name text not null default '',
  add column format text not null default 'csv' check (format in ('csv', 'xlsx')),
  add column columns text[] not null default '{}',
  add column sample jsonb not null default '[]',
  add column row_count int not null default 0,
  drop constraint imports_state_check,
  add constraint imports_state_check check (state in ('uploaded', 'previewing', 'previewed', 'queued', 'running', 'done', 'failed', 'cancelled')),
  add constraint imports_kind_check check (kind in ('clients', 'packages', 'payments'));

alter table import_rows
  -- The natural key under which import_sources knows the row once it is done.
  add column source_id text collate "C",
  -- What may occur once in a file: its code, its login.
  add column keys text[] not null default '{}';

alter table exports add column file_name text not null default '', add column options jsonb not null default '{}';
create index exports_created_by on exports (created_by, id desc);
create index imports_created_by on imports (created_by, id desc);
