/**
 * P4: comparing a router of 20,000 secrets with what the database wants, where nothing differs, against a bare read of the same table
 * with the same client. The router is simulated, in a process of its own.
 *   npm run bench -- routers --secrets 20000 --rounds 5
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { sql } from 'kysely'
import { systemActor } from '#kernel/actor.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { applyAccessTo } from '#modules/access/apply-access.ts'
import { connectRouter } from '#modules/network/routers/index.ts'
import type { Database } from '#platform/db/tx.ts'
import { installQueue } from '#platform/jobs/index.ts'
import { openSecrets } from '#platform/secrets/index.ts'
import { carryLines, lackingRows } from './carried-lines.ts'
import { fill } from './dataset.ts'
import { serve } from './load.ts'
import type { Served } from './load.ts'
import { median, timed } from './measure.ts'
import type { Result } from './measure.ts'
import { withDatabase } from './server.ts'

export interface RoutersOptions {
  readonly secrets?: number
  readonly rounds?: number
}

const actor = systemActor('bench', ALL_PERMISSIONS)
const signal = new AbortController().signal

export async function bench({ secrets = 20_000, rounds = 5 }: RoutersOptions = {}): Promise<Result[]> {
  return await withDatabase(async (database) => {
    await installQueue(database.url)
    await openSecrets(database.db, { secretKey: randomBytes(32).toString('base64'), oldSecretKeys: [], dataDir: '' })
    // Of twenty lines one has left and one is without service, and neither needs a secret.
    await fill(database, { clients: Math.ceil((secrets * 20) / 18), since: '2026-01-01' })
    const password = randomBytes(12).toString('hex')
    const served = await serve('simulated-router.ts', [password])
    try {
      const routerId = await setUp(database, served, password)
      await applyAccessTo(database, routerId, { actor, signal, isWhole: true })
      const before = await standing(database)
      const bare = await connectRouter({
        host: '127.0.0.1',
        port: served.port,
        tls: null,
        user: 'lastmile',
        password,
        connectTimeoutMs: 5000,
        timeoutMs: 30_000,
      })
      const [read, compared]: [number[], number[]] = [[], []]
      let rows = 0
      for (let round = -1; round < rounds; round += 1) {
        rows = 0
        const one = await timed(async () => await bare.run(['/ppp/secret/print', PROPLIST], { onRow: () => (rows += 1) }))
        const other = await timed(async () => await applyAccessTo(database, routerId, { actor, signal, isWhole: true }))
        if (round < 0) continue
        read.push(one)
        compared.push(other)
      }
      await bare.close()
      const after = await standing(database)
      const note = `${rows} secrets: ${median(compared).toFixed(0)} ms against ${median(read).toFixed(0)} ms`
      return [
        {
          part: 'P4',
          what: 'comparing a router where nothing differs',
          ratio: median(compared.map((ms, n) => ms / (read[n] ?? Number.NaN))),
          against: 'bare read of its secrets',
          bar: 1.5,
          better: 'less',
          note,
        },
        {
          part: 'P4',
          what: 'commands and rows a second comparison writes',
          ratio: Math.abs(after.told - before.told) + Math.abs(after.versions - before.versions),
          against: 'writes',
          bar: 0,
          better: 'less',
          note: '',
        },
      ]
    } finally {
      await served.stop()
    }
  })
}

const PROPLIST = '=.proplist=.id,name,password,service,profile,remote-address,comment,disabled'

/** The router, told of its lines at once instead of one by one at its pace. */
async function setUp(database: Database, served: Served, password: string): Promise<bigint> {
  const [routerId = 0n] = await carryLines(database, [served.port], password)
  const rows = await lackingRows(database, routerId)
  const filled = once(served.process, 'message')
  served.process.send(rows)
  await filled
  return routerId
}

/** How often the router was told something, and the versions of all rows that keep what was found. */
async function standing({ db }: Database): Promise<{ told: number; versions: number }> {
  const { rows } = await sql<{ told: bigint; versions: bigint }>`
    select (select count(*) from audit_events where action = 'router.told') as told, (select sum(xmin::text::bigint) from access)::bigint as versions`.execute(
    db,
  )
  const [row] = rows
  return { told: Number(row?.told), versions: Number(row?.versions) }
}
