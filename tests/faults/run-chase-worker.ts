/** A worker process of its own that takes one look at who is to be cut, for a test that kills it: `run-chase-worker.ts <database url> <now> <chunk>`. */
import { systemActor } from '#kernel/actor.ts'
import { settableClock } from '#kernel/clock.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { chaseOverdue } from '#modules/billing/index.ts'
import { openDatabase } from '#platform/db/pool.ts'

const [url = '', now = '', chunk = ''] = process.argv.slice(2)
const database = await openDatabase({ url }, settableClock(now))
process.send?.('started')
await chaseOverdue(database, 'chase', {
  actor: systemActor('chase', ALL_PERMISSIONS),
  chunk: Number(chunk),
  onProgress: () => void process.send?.('step'),
})
await database.close()
