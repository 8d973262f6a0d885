/** A worker process of its own that tells one router what has changed, for a test that kills it: `run-network-worker.ts <database url> <router id> <now>`. */
import { systemActor } from '#kernel/actor.ts'
import { settableClock } from '#kernel/clock.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { jobs } from '#modules/access/index.ts'
import { openDatabase } from '#platform/db/pool.ts'
import { createLog } from '#platform/log.ts'
import { openSecrets } from '#platform/secrets/index.ts'
import { TEST_KEY } from '#testing/test-key.ts'

const [url = '', routerId = '', now = ''] = process.argv.slice(2)
const database = await openDatabase({ url }, settableClock(now))
await openSecrets(database.db, { secretKey: TEST_KEY, oldSecretKeys: [], dataDir: '' })
const job = jobs.find(({ name }) => name === 'access.apply_access')
await job?.handle({
  database,
  payload: { router_id: BigInt(routerId) },
  signal: new AbortController().signal,
  log: createLog({ level: 'silent', folder: null }),
  actor: systemActor('worker', ALL_PERMISSIONS),
  attempt: 1,
  progress: async () => {},
})
await database.close()
process.exit(0)
