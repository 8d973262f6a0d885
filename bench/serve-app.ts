/** The product's web process for measurements: `serve-app.ts <database url>`. */
import { buildApp } from '#app.ts'
import { systemClock } from '#kernel/clock.ts'
import { openDatabase } from '#platform/db/pool.ts'

const [url = ''] = process.argv.slice(2)
const database = await openDatabase({ url }, systemClock)
const app = await buildApp({ database, config: { publicUrl: null, trustProxy: [], logLevel: 'silent' }, shedsLoad: false })
await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.((app.server.address() as { port: number }).port)
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)))
