-- One change of many clients: previewed, run item by item with the outcome of each, and undone by another job that points at it.
create table bulk_jobs (
  id bigint generated always as identity primary key,
  action text collate "C" not null,
  -- As they came on the wire; the action's own schema reads them.
  params jsonb not null,
  selection jsonb not null,
  state text collate "C" not null default 'previewing'
    constraint bulk_jobs_state_check check (state in ('previewing', 'previewed', 'queued', 'running', 'done', 'failed', 'cancelled')),
  counts jsonb not null default '{}',
  -- What the items that are ready would do to what clients owe and have paid in advance; once it runs, what those done did.
  receivable_minor bigint not null default 0,
  credit_minor bigint not null default 0,
  undoes_id bigint constraint bulk_jobs_undoes_fk references bulk_jobs,
  error text,
  created_by bigint constraint bulk_jobs_created_by_fk references users,
  created_at timestamptz not null,
  started_by bigint constraint bulk_jobs_started_by_fk references users,
  started_at timestamptz,
  finished_at timestamptz
);
create index bulk_jobs_created_by on bulk_jobs (created_by, id desc);
-- A job is undone once; an undoing that did nothing leaves the way free.
create unique index bulk_jobs_one_undo on bulk_jobs (undoes_id) where undoes_id is not null and state not in ('failed', 'cancelled');

create table bulk_items (
  bulk_job_id bigint not null constraint bulk_items_job_fk references bulk_jobs on delete cascade,
  item_no int not null,
  client_id bigint not null,
  -- Null: the change is of the client himself, or he has no line for it.
  subscription_id bigint,
  state text collate "C" not null default 'waiting'
    constraint bulk_items_state_check check (state in ('waiting', 'ready', 'unchanged', 'refused', 'done', 'failed')),
  -- [{what, from, to}] for people.
  facts jsonb not null default '[]',
  receivable_minor bigint not null default 0,
  credit_minor bigint not null default 0,
  errors jsonb not null default '[]',
  -- Of an item of an undoing: what it goes back to. Of one that was done: what going back needs, null where there is no way back.
  given jsonb,
  undo jsonb,
  primary key (bulk_job_id, item_no)
);
create index bulk_items_by_state on bulk_items (bulk_job_id, state, item_no);

-- A run writes its job with every item; open pages hear of every twentieth and of each new state.
create trigger bulk_jobs_announced_new after insert on bulk_jobs for each row execute function announce_change();
create trigger bulk_jobs_announced after update on bulk_jobs for each row
  when (old.state is distinct from new.state or new.state = 'previewing' or coalesce((new.counts ->> 'ready')::int, 0) % 20 = 0)
  execute function announce_change();
