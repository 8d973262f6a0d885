import { availableParallelism, totalmem } from 'node:os'

const MB = 1024 * 1024

/** Settings of the embedded server, given at every start, so that a new version of the program brings its own. */
export function serverSettings({ isDurable }: { isDurable: boolean }): Record<string, string> {
  const limit = process.constrainedMemory()
  const memory = limit > 0 && limit < totalmem() ? limit : totalmem()
  // The machine is shared with the program itself, so PostgreSQL takes an eighth and leaves the page cache the rest.
  const share = (part: number, least: number, most: number): string => `${Math.round(Math.min(most, Math.max(least, memory / part / MB)))}MB`
  return {
    max_connections: '100',
    shared_buffers: share(8, 32, 1024),
    effective_cache_size: share(2, 128, 65_536),
    work_mem: share(512, 4, 32),
    maintenance_work_mem: share(16, 32, 512),
    max_parallel_workers: String(Math.max(2, availableParallelism())),
    max_parallel_workers_per_gather: availableParallelism() > 2 ? '2' : '1',
    random_page_cost: '1.1',
    jit: 'off',
    wal_compression: 'pglz',
    min_wal_size: '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    idle_in_transaction_session_timeout: '10min',
    log_min_duration_statement: '2s',
    log_lock_waits: 'on',
    log_line_prefix: '%m [%p] %a ',
    // One file for each day of the week, overwritten a week later.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    ...(isDurable
      ? {}
      : {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          max_wal_size: '4GB',
          autovacuum: 'off',
          logging_collector: 'off',
          log_min_duration_statement: '-1',
          log_lock_waits: 'off',
        }),
  }
}
