import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import type { Clock } from '../kernel/clock.ts'
import { systemClock } from '../kernel/clock.ts'
import { openDatabase } from '../platform/db/pool.ts'
import type { Database } from '../platform/db/tx.ts'
import { openFiles } from '../platform/files.ts'
import { openSecrets } from '../platform/secrets/index.ts'
import { onServer, PREFIX, withDatabase } from './postgres.ts'
import { TEST_KEY } from './test-key.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    template: string
    run: string
  }
}

export type TestDatabase = Database & { readonly url: string }

/**
 * A migrated, otherwise empty database of its own, copied in a few dozen milliseconds. Call it in `beforeAll` or at the top of a test
 * file; it is dropped after the file's last test.
 */
export async function testDatabase({ clock = systemClock }: { clock?: Clock } = {}): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl')
  const name = `${PREFIX}${inject('run')}_${randomBytes(5).toString('hex')}`
  await onServer(serverUrl, async (client) => {
    await client.query(`create database ${name} template ${inject('template')}`)
    // No test outlives its server.
    await client.query(`alter database ${name} set synchronous_commit = off`)
  })
  const url = withDatabase(serverUrl, name)
  const database = await openDatabase({ url }, clock, { main: 12, direct: 6, replica: 1 })
  await openSecrets(database.db, { secretKey: TEST_KEY, oldSecretKeys: [], dataDir: '' })
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-files-'))
  openFiles(folder)
  afterAll(async () => {
    await database.close()
    await onServer(serverUrl, async (client) => await client.query(`drop database if exists ${name} with (force)`))
    rmSync(folder, { recursive: true, force: true })
  })
  return { ...database, url }
}
