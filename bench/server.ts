import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#kernel/clock.ts'
import type { Clock } from '#kernel/clock.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openDatabase } from '#platform/db/pool.ts'
import type { Database } from '#platform/db/tx.ts'
import { startEmbedded } from '#platform/postgres/embedded.ts'

export interface BenchDatabase extends Database {
  readonly url: string
  /** Process number of the PostgreSQL server. */
  readonly pid: number
}

/** A fresh embedded PostgreSQL with durable writes and the product's own settings, thrown away afterwards. */
export async function withDatabase<T>(work: (database: BenchDatabase) => Promise<T>, clock: Clock = systemClock): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lastmile-bench-'))
  // The server may run as another user than this process, who must reach the folder.
  chmodSync(dataDir, 0o755)
  const server = await startEmbedded({ dataDir, say: () => {} })
  try {
    await migrate(server.url)
    const database = await openDatabase({ url: server.url }, clock)
    try {
      return await work({ ...database, url: server.url, pid: server.pid })
    } finally {
      await database.close()
    }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
