/** The product's worker for measurements: `serve-jobs.ts <database url> <secret key>`. */
import { systemClock } from '#kernel/clock.ts'
import { openDatabase } from '#platform/db/pool.ts'
import { createLog } from '#platform/log.ts'
import { openSecrets } from '#platform/secrets/index.ts'
import { startJobs } from '#processes/running.ts'

const [url = '', secretKey = ''] = process.argv.slice(2)
const database = await openDatabase({ url }, systemClock)
await openSecrets(database.db, { secretKey, oldSecretKeys: [], dataDir: '' })
const worker = await startJobs(database, createLog({ level: 'silent', folder: null }))
process.send?.(0)
process.once('SIGTERM', () => void worker.stop().then(() => process.exit(0)))
