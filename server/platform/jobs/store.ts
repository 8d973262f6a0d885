import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB } from '../db/schema.gen.ts'

type Db = Kysely<DB>

export async function insertRun(
  db: Db,
  run: { queueId: string; name: string; key: string | null; requestedBy: bigint | null; createdAt: Temporal.Instant },
): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into job_runs (queue_id, name, key, requested_by, created_at)
    values (${run.queueId}, ${run.name}, ${run.key}, ${run.requestedBy}, ${run.createdAt})
    returning id`.execute(db)
  return (rows[0] as { id: bigint }).id
}

/** Marks the run as running; a job started by the calendar has no row yet. Null = a person cancelled it while it waited. */
export async function startRun(db: Db, run: { queueId: string; name: string; key: string | null; startedAt: Temporal.Instant }): Promise<bigint | null> {
  const { rows } = await sql<{ id: bigint }>`
    insert into job_runs (queue_id, name, key, state, attempt, created_at, started_at)
    values (${run.queueId}, ${run.name}, ${run.key}, 'running', 1, ${run.startedAt}, ${run.startedAt})
    on conflict (queue_id) do update
      set state = 'running', attempt = job_runs.attempt + 1, started_at = excluded.started_at, finished_at = null
      where job_runs.state <> 'cancelled'
    returning id`.execute(db)
  return rows[0]?.id ?? null
}

/** A run that a person cancelled stays cancelled, however its job ended. */
export async function finishRun(
  db: Db,
  run: { id: bigint; state: 'queued' | 'done' | 'failed'; error: string | null; finishedAt: Temporal.Instant | null },
): Promise<void> {
  await sql`
    update job_runs set state = ${run.state}, error = ${run.error}, finished_at = ${run.finishedAt}
     where id = ${run.id} and state = 'running'`.execute(db)
}

export async function recordProgress(db: Db, id: bigint, progress: unknown): Promise<void> {
  await sql`update job_runs set progress = ${JSON.stringify(progress)}::jsonb where id = ${id}`.execute(db)
}

/** Cancels a waiting or running run and tells the workers. Returns false when it had already ended. */
export async function cancelRun(db: Db, id: bigint, cancelledAt: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql`
    with cancelled as (
      update job_runs set state = 'cancelled', finished_at = ${cancelledAt} where id = ${id} and state in ('queued', 'running') returning queue_id)
    select pg_notify('job_cancelled', queue_id::text) from cancelled`.execute(db)
  return rows.length > 0
}

/** A worker that was killed leaves its run open; once the queue has given the job up, so does the run. */
export async function settleLostRuns(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`
    update job_runs r set state = 'failed', error = coalesce(r.error, 'The worker stopped before the job ended'), finished_at = ${now}
      from pgboss.job j
     where r.state in ('queued', 'running') and j.id = r.queue_id and j.name = r.name and j.state in ('failed', 'cancelled')`.execute(db)
}

export async function deleteOldRuns(db: Db, before: Temporal.Instant): Promise<bigint> {
  const { numAffectedRows } = await sql`delete from job_runs where finished_at < ${before}`.execute(db)
  return numAffectedRows ?? 0n
}
