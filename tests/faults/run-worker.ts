/** A worker process of its own that previews and bills one run, for a test that kills it: `run-worker.ts <database url> <run id> <chunk>`. */
import { systemActor } from '#kernel/actor.ts'
import { settableClock } from '#kernel/clock.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { executePreview, executeRun } from '#modules/billing/index.ts'
import { openDatabase } from '#platform/db/pool.ts'

const [url = '', runId = '', chunk = ''] = process.argv.slice(2)
const database = await openDatabase({ url }, settableClock('2026-01-01T03:00:00Z'))
const options = { actor: systemActor('month run', ALL_PERMISSIONS), chunk: Number(chunk), onProgress: () => void process.send?.('chunk') }
process.send?.('started')
await executePreview(database, BigInt(runId), options)
await executeRun(database, BigInt(runId), options)
await database.close()
