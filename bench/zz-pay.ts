import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { companyScope, systemActor } from '#kernel/actor.ts'
import { toMinor } from '#kernel/money.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { selectSessionIdentity } from '#modules/auth/identity-store.ts'
import { takePayment } from '#modules/payments/index.ts'
import { lockPaymentFacts } from '#modules/payments/payment-store.ts'
import { executePreview, executeRun, requestRun } from '#modules/billing/index.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { fill } from './dataset.ts'
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
  await sql`alter system set track_functions = 'all'`.execute(database.db); await sql`select pg_reload_conf()`.execute(database.db)
  const cookie = (await session(database)).slice(4)
  const hash = createHash('sha256').update(cookie).digest()
  const time = async (what: string, n: number, concurrency: number, work: (i: number) => Promise<unknown>) => {
    let i = 0
    const from = performance.now()
    const cpu = process.cpuUsage()
    await Promise.all(Array.from({ length: concurrency }, async () => { while (i < n) await work(i++) }))
    const ms = performance.now() - from
    const used = process.cpuUsage(cpu)
    console.log(`${what.padEnd(34)} x${concurrency}: ${(ms / n).toFixed(3)} ms each, ${(n / ms * 1000).toFixed(0)}/s, node cpu ${((used.user + used.system) / n / 1000).toFixed(3)} ms`)
  }
  let k = 0
  for (let round = 0; round < 3; round += 1) {
    await time('select 1', 2000, 1, () => sql`select 1`.execute(database.db))
    await time('identity', 1000, 1, () => selectSessionIdentity(database.db, hash, database.clock.now()))
    await time('empty tx with select 1', 1000, 1, () => inTransaction(database, { actor }, (tx) => sql`select 1`.execute(tx.db)))
    await time('facts in tx', 1000, 1, () => inTransaction(database, { actor }, (tx) => lockPaymentFacts(tx, { clientId: BigInt(1 + (k++ % 5000)), walletId: 1n, method: 'cash', trxId: null, valueOn: tx.today })))
    for (const c of [1, 8]) await time('takePayment', 1000, c, () => inTransaction(database, { actor }, (tx) => takePayment(tx, { clientId: BigInt(1 + ((k * 7919) % 5000)), amount: toMinor(1000), method: 'cash', walletId: BigInt(1 + (k++ % 8)) })))
  }
  await new Promise((r) => setTimeout(r, 3000))
  const { rows } = await sql`select funcname, calls, round((total_time / calls)::numeric, 3)::text as total_each, round((self_time/calls)::numeric, 3)::text as self_each from pg_stat_user_functions order by self_time desc limit 20`.execute(database.db)
  console.table(rows)
})
