/** A worker process of its own that takes secrets of a router over, for a test that kills it: `run-takeover-worker.ts <database url> <takeover id> <now> <chunk>`. */
import { systemActor } from '#kernel/actor.ts'
import { settableClock } from '#kernel/clock.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { executeTakeover } from '#modules/imports/index.ts'
import { openDatabase } from '#platform/db/pool.ts'
import { openSecrets } from '#platform/secrets/index.ts'
import { TEST_KEY } from '#testing/test-key.ts'

const [url = '', id = '', now = '', chunk = ''] = process.argv.slice(2)
const database = await openDatabase({ url }, settableClock(now))
await openSecrets(database.db, { secretKey: TEST_KEY, oldSecretKeys: [], dataDir: '' })
process.send?.('started')
await executeTakeover(database, BigInt(id), {
  actor: systemActor('takeover', ALL_PERMISSIONS),
  chunk: Number(chunk),
  onProgress: async () => await Promise.resolve(void process.send?.('step')),
})
await database.close()
process.exit(0)
