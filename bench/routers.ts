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
import { wishesOf } from '#modules/access/wishes.ts'
import { createRouter } from '#modules/network/routers/change-router.ts'
import { connectRouter, planOf, withRouter } from '#modules/network/routers/index.ts'
import { profiles, secrets as secretMenu } from '#modules/network/routers/routeros/menus.ts'
import { wordsOf } from '#modules/network/routers/routeros/menu.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import type { Database } from '#platform/db/tx.ts'
import { installQueue } from '#platform/jobs/index.ts'
import { openSecrets, seal } from '#platform/secrets/index.ts'
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
  const lines = await sql<{ id: bigint }>`select id from subscriptions order by id`.execute(database.db)
  const ids = lines.rows.map(({ id }) => id)
  const sealed = ids.map((id) => seal(`word-${id}`, `subscriptions:${id}:pppoe_password`))
  const router = await inTransaction(
    database,
    { actor },
    async (tx) =>
      await createRouter(tx, {
        branch_id: 1n,
        name: 'Bench',
        host: '127.0.0.1',
        port: served.port,
        is_tls: false,
        tls_fingerprint: null,
        username: 'lastmile',
        password,
        suspend_by: 'disable',
        suspend_target: '',
        address_pool: 'home',
        local_address: null,
        commands_per_second: 200,
        max_change_percent: 100,
        is_active: true,
      }),
  )
  await sql`
    update subscriptions s set router_id = ${router.id}, pppoe_password_sealed = g.sealed
    from unnest(${ids.map(String)}::bigint[], ${sealed}::bytea[]) as g (id, sealed) where s.id = g.id`.execute(database.db)
  await sql`update access a set applied_revision = a.revision from subscriptions s where s.id = a.subscription_id and s.state = 'left'`.execute(database.db)
  await sql`vacuum analyze`.execute(database.db)
  const { ops } = await withRouter(database, router.id, { isUrgent: false }, async (device) => {
    const wishes = wishesOf(database, device, { actor, signal, isWhole: true })
    return await planOf(device, await wishes.read(), 0)
  })
  const rows = ops.flatMap((op) => {
    if (op.kind === 'make_profile') return [{ menu: 'profiles', values: written(wordsOf(profiles.fields, op.values)) }]
    return op.kind === 'add_secret' ? [{ menu: 'secrets', values: written(wordsOf(secretMenu.fields, op.values)) }] : []
  })
  const filled = once(served.process, 'message')
  served.process.send(rows)
  await filled
  return router.id
}

/** Words of a command as values of a row; a switch is on by `yes` on the wire and `true` within. */
function written(words: readonly string[]): Record<string, string> {
  const values = words.filter((word) => !word.startsWith('=!')).map((word) => [word.slice(1, word.indexOf('=', 1)), word.slice(word.indexOf('=', 1) + 1)])
  return Object.fromEntries(values.map(([name, value]) => [name, value === 'yes' ? 'true' : value === 'no' ? 'false' : value])) as Record<string, string>
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
