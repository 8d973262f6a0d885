-- What became of each background job, for people: the queue itself forgets finished jobs after a while.
create table job_runs (
  id           bigint generated always as identity primary key,
  -- The queue's own id of the job.
  queue_id     uuid not null constraint job_runs_queue_id_key unique,
  name         text collate "C" not null,
  -- What the job is about, e.g. a run or a device; jobs of one name and key may exclude each other.
  key          text collate "C",
  state        text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  attempt      int not null default 0,
  progress     jsonb,
  error        text,
  requested_by bigint constraint job_runs_requester_fk references users,
  created_at   timestamptz not null,
  started_at   timestamptz,
  finished_at  timestamptz
);
create index job_runs_newest on job_runs (id desc, name);
create index job_runs_of_name on job_runs (name, id desc);
create index job_runs_open on job_runs (id) where state in ('queued', 'running');
