/**
 * From a payment to the line: routers with their subscribers dialled in, one in twenty cut by the rule at the end of the month, and then so
 * many payments in a minute; how long it takes from a payment's request until its subscriber's box is online again. The simulated boxes try
 * every two to five seconds while they are refused, which is part of the time.
 *   npm run bench -- restore --routers 100 --clients 50000 --payments 500
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { systemActor } from '#kernel/actor.ts'
import { toMinor } from '#kernel/money.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { applyAccessTo } from '#modules/access/apply-access.ts'
import { executeSuspension } from '#modules/billing/suspensions/execute-suspension.ts'
import { requestSuspension } from '#modules/billing/suspensions/request-suspension.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import type { Database } from '#platform/db/tx.ts'
import { installQueue } from '#platform/jobs/index.ts'
import { openSecrets } from '#platform/secrets/index.ts'
import { carryLines, lackingRows } from './carried-lines.ts'
import { fill } from './dataset.ts'
import { serve } from './load.ts'
import { percentile } from './measure.ts'
import type { Result } from './measure.ts'
import { withDatabase } from './server.ts'
import { session } from './session.ts'
import type { Asked } from './simulated-town.ts'

const actor = systemActor('bench', ALL_PERMISSIONS)
const signal = new AbortController().signal
const DUE = 60_000
const PATIENCE_MS = 120_000

export async function bench({ routers = 100, clients = 50_000, payments = 500 }: Record<string, number>): Promise<Result[]> {
  return await withDatabase(async (database) => {
    await installQueue(database.url)
    const secretKey = randomBytes(32).toString('base64')
    await openSecrets(database.db, { secretKey, oldSecretKeys: [], dataDir: '' })
    // Of twenty lines of the data eighteen have service.
    await fill(database, { clients: Math.ceil((clients * 20) / 18), since: '2026-01-01' })
    await sql`insert into wallets (id, code, name, kind) values (1, 'W1', 'Wallet', 'office')`.execute(database.db)
    await owe(database)
    const password = randomBytes(12).toString('hex')
    const town = await serve('simulated-town.ts', [password, String(routers)])
    const ask = async <T>(asked: Asked): Promise<T> => {
      const answered = once(town.process, 'message')
      town.process.send(asked)
      return (await answered)[0] as T
    }
    const routerIds = await carryLines(database, await ask<number[]>({ kind: 'ports' }), password)
    for (const [router, id] of routerIds.entries()) {
      await ask({ kind: 'fill', router, rows: await lackingRows(database, id) })
      await applyAccessTo(database, id, { actor, signal, isWhole: true })
    }
    // A box dials within half a minute of its making.
    await sleep(31_000)
    const app = await serve('serve-app.ts', [database.url])
    const jobs = await serve('serve-jobs.ts', [database.url, secretKey])
    try {
      const cutFrom = performance.now()
      const run = await inTransaction(
        database,
        { actor },
        async (tx) => await requestSuspension(tx, { scope: {}, minDue: toMinor(0), ignoresFutureMonths: false }),
      )
      const done = await executeSuspension(database, run.id, { actor })
      if (done?.state !== 'done') throw new Error(`The suspension is ${done?.state}: ${done?.holds.map(({ kind }) => kind).join(', ')}`)
      const cutMs = performance.now() - cutFrom
      await settled(database)
      const toldMs = performance.now() - cutFrom
      const cookie = await session(database)
      const paid = await payAll(database, { port: app.port, cookie, payments })
      await settled(database)
      await sleep(6000)
      const waits: number[] = []
      for (const [router, id] of routerIds.entries()) {
        const here = paid.filter(({ routerId }) => routerId === id)
        const since = await ask<(number | null)[]>({ kind: 'online', router, names: here.map(({ login }) => login) })
        waits.push(...here.map(({ at }, n) => (since[n] === null || since[n] === undefined ? Number.POSITIVE_INFINITY : (since[n] - at) / 1000)))
      }
      return [
        {
          part: 'S35',
          what: `from a payment to online again, p95 of ${payments} in a minute on ${routers} routers`,
          ratio: percentile(waits, 95),
          against: 's',
          bar: 10,
          better: 'less' as const,
          note: `${done.cutLines} of ${clients} lines cut in ${(cutMs / 1000).toFixed(1)} s, every router told after ${(toldMs / 1000).toFixed(1)} s; median ${percentile(waits, 50).toFixed(1)} s, slowest ${Math.max(...waits).toFixed(1)} s`,
        },
      ]
    } finally {
      await jobs.stop()
      await app.stop()
      await town.stop()
    }
  })
}

/** A bill of every client, paid but for one in twenty whose due day is long over. */
async function owe({ db }: Database): Promise<void> {
  await sql`insert into number_series (document_kind, owner, fiscal_year, pattern) values ('invoice', 'company', 2026, '{n:6}')`.execute(db)
  await sql`
    with made as (
      insert into invoices (client_id, branch_id, series_id, number, code, kind, issued_on, issued_at, due_on, month, net_minor, total_minor, buyer)
      select id, branch_id, (select id from number_series), id, id::text, 'month', '2026-01-01', '2026-01-01', '2026-01-10', '2026-01-01', ${DUE}::int, ${DUE}::int, '{}' from clients
      returning id, client_id)
    insert into invoice_balances (invoice_id, client_id, due_on, total_minor, allocated_minor)
    select id, client_id, '2026-01-10', ${DUE}::int, case when client_id % 20 = 3 then 0 else ${DUE}::int end from made`.execute(db)
  await sql`update client_balances set receivable_minor = ${DUE}::int where client_id % 20 = 3`.execute(db)
}

/** Until no line waits for its router. */
async function settled({ db }: Database): Promise<void> {
  const from = performance.now()
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from access a join subscriptions s on s.id = a.subscription_id where s.state <> 'left' and a.revision <> a.applied_revision`.execute(
      db,
    )
    if (rows[0]?.waiting === 0) return
    if (performance.now() - from > PATIENCE_MS) throw new Error(`${rows[0]?.waiting} lines still wait for their routers`)
    await sleep(250)
  }
}

interface Paid {
  readonly login: string
  readonly routerId: bigint
  /** When it was asked for, in ms since 1970. */
  readonly at: number
}

/** So many clients pay what they owe, spread over a minute. */
async function payAll({ db }: Database, { port, cookie, payments }: { port: number; cookie: string; payments: number }): Promise<Paid[]> {
  const { rows } = await sql<{ client: bigint; login: string; router: bigint }>`
    select s.client_id as client, s.pppoe_login as login, s.router_id as router from subscriptions s join access a on a.subscription_id = s.id
    where s.client_id % 20 = 3 and not a.desired_on order by s.id * 7919 % 100003 limit ${payments}`.execute(db)
  if (rows.length < payments) throw new Error(`Only ${rows.length} clients are cut`)
  const from = performance.now()
  return await Promise.all(
    rows.map(async ({ client, login, router }, n): Promise<Paid> => {
      await sleep(Math.max(0, (n * 60_000) / payments - (performance.now() - from)))
      const at = Temporal.Now.instant().epochMilliseconds
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/payments`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ client_id: Number(client), amount_minor: DUE, method: 'cash', wallet_id: 1 }),
      })
      if (response.status !== 201) throw new Error(`The payment of ${login} was answered ${response.status}: ${await response.text()}`)
      await response.arrayBuffer()
      return { login, routerId: router, at }
    }),
  )
}
