/** A worker process of its own that sends what is due, for a test that kills it: `run-sender.ts <database url> <now> <batch>`. */
import { systemActor } from '#kernel/actor.ts'
import { settableClock } from '#kernel/clock.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { sendMessages } from '#modules/messages/index.ts'
import { openDatabase } from '#platform/db/pool.ts'

const [url = '', now = '', batch = ''] = process.argv.slice(2)
const database = await openDatabase({ url }, settableClock(now))
process.send?.('started')
await sendMessages(database, { actor: systemActor('sender', ALL_PERMISSIONS), batch: Number(batch) })
await database.close()
