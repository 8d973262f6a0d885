import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Client } from 'pg'
import { selectSessionIdentity } from '#modules/auth/identity-store.ts'
import { withDatabase } from './server.ts'
import { session } from './session.ts'
await withDatabase(async (database) => {
  const cookie = (await session(database)).slice(4)
  const hash = createHash('sha256').update(cookie).digest()
  await sql`analyze`.execute(database.db)
  const client = new Client({ connectionString: database.url }); await client.connect()
  const piped = new Client({ connectionString: database.url, pipeline: true } as never); await piped.connect()
  const time = async (what: string, work: () => Promise<unknown>) => {
    const n = 1500
    for (let i = 0; i < 200; i += 1) await work()
    const from = performance.now(), cpu = process.cpuUsage()
    for (let i = 0; i < n; i += 1) await work()
    const used = process.cpuUsage(cpu)
    console.log(`${what.padEnd(40)} ${((performance.now() - from) / n).toFixed(3)} ms  node cpu ${((used.user + used.system) / n / 1000).toFixed(3)} (user ${(used.user / n / 1000).toFixed(3)})`)
  }
  for (let r = 0; r < 3; r += 1) {
    await time('simple select 1', () => client.query('select 1'))
    await time('extended select $1', () => client.query('select $1::int', [1]))
    await time('named select $1', () => client.query({ name: 'x', text: 'select $1::int', values: [1] }))
    await time('piped extended select $1', () => piped.query('select $1::int', [1]))
    await time('kysely select', () => sql`select ${1}::int`.execute(database.db))
    await time('identity', () => selectSessionIdentity(database.db, hash, database.clock.now()))
  }
  await client.end(); await piped.end()
})
