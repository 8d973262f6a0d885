import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { systemActor } from '#kernel/actor.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { executePreview, executeRun, requestRun } from '#modules/billing/index.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { fill } from './dataset.ts'
import { rate, serve } from './load.ts'
import { withDatabase } from './server.ts'
import { session } from './session.ts'

await withDatabase(async (database) => {
  const month = Temporal.Now.plainDateISO('Asia/Dhaka').with({ day: 1 })
  await fill(database, { clients: 5000, since: month.toString() })
  const actor = systemActor('bench', ALL_PERMISSIONS)
  const run = await inTransaction(database, { actor }, async (tx) => await requestRun(tx, { month, scope: {}, startsItself: true }))
  await executePreview(database, run.id, { actor })
  await executeRun(database, run.id, { actor })
  await sql`insert into wallets (id, code, name, kind) select n, 'W' || n, 'Wallet ' || n, 'office' from generate_series(1, 8) n`.execute(database.db)
  await sql`analyze`.execute(database.db)
  const cookie = await session(database)
  const child = fork(join(import.meta.dirname, 'serve-app.ts'), [database.url], { execArgv: process.env['PROF'] ? ['--cpu-prof', '--cpu-prof-dir=/tmp/pay'] : [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const port = await new Promise<number>((resolve) => child.once('message', (m) => resolve(Number(m))))
  const bare = await serve('serve-bare.ts', [database.url, JSON.stringify({ sql: 'select 1', parameters: [] })])
  let n = 0
  const payment = { path: '/api/v1/payments', method: 'POST' as const, next: () => { n += 1; return { headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify({ client_id: 1 + ((n * 7919) % 5000), amount_minor: 50_000, method: 'cash', wallet_id: 1 + (n % 8) }) } } }
  const R = Number(process.env['ROUNDS'] ?? 4)
  const ratios: number[] = []
  for (let i = 0; i < R; i += 1) {
    const one = await rate(bare.port, { path: '/one' }, { connections: 8, seconds: 2 })
    const me = await rate(port, { path: '/api/v1/auth/session', headers: { cookie } }, { connections: 8, seconds: 2 })
    const pay = await rate(port, payment, { connections: 8, seconds: 2 })
    ratios.push(pay / one)
    console.log(`select 1 ${one.toFixed(0)}  session ${me.toFixed(0)} (${(me / one).toFixed(3)})  pay ${pay.toFixed(0)} (${(pay / one).toFixed(3)})`)
  }
  console.log('best', Math.max(...ratios).toFixed(3))
  await bare.stop()
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
})
