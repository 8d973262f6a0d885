/**
 * P8: an authorised list route of the product against bare Fastify and pg with the same SQL; P3: payments against bare SELECT 1, and
 * 200 at once for one client. Client, server and database share the machine.
 *   npm run bench -- http --clients 20000 --seconds 4 --rounds 3
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { businessDay } from '#kernel/time.ts'
import { companyScope, systemActor } from '#kernel/actor.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { executePreview, executeRun, requestRun } from '#modules/billing/index.ts'
import { selectInvoices } from '#modules/billing/invoice-list-store.ts'
import { conn, inTransaction } from '#platform/db/transaction.ts'
import type { Database } from '#platform/db/tx.ts'
import { fill } from './dataset.ts'
import { rate, serve } from './load.ts'
import { median } from './measure.ts'
import type { Result } from './measure.ts'
import { withDatabase } from './server.ts'
import { session } from './session.ts'

export interface HttpOptions {
  readonly clients?: number
  readonly seconds?: number
  readonly rounds?: number
}

/** The statement a function sends first, without running the rest of it. */
async function statementOf(database: Database, send: (db: Kysely<never>) => Promise<unknown>): Promise<{ sql: string; parameters: unknown[] }> {
  let caught: { sql: string; parameters: unknown[] } | null = null
  const executor = database.db.getExecutor()
  const listening = database.db.withPlugin({
    transformQuery: ({ node }) => {
      const compiled = executor.compileQuery(node, { queryId: 'bench' } as never)
      caught ??= {
        sql: compiled.sql,
        parameters: compiled.parameters.map((value) => (typeof value === 'bigint' || (typeof value === 'object' && value !== null) ? String(value) : value)),
      }
      return node
    },
    transformResult: async ({ result }) => await Promise.resolve(result),
  })
  await send(listening as unknown as Kysely<never>)
  if (caught === null) throw new Error('no statement was sent')
  return caught
}

export async function bench({ clients = 20_000, seconds = 4, rounds = 3 }: HttpOptions = {}): Promise<Result[]> {
  return await withDatabase(async (database) => {
    const today = businessDay(database.clock.now(), 'Asia/Dhaka')
    const month = today.with({ day: 1 })
    await fill(database, { clients, since: month.toString() })
    const actor = systemActor('bench', ALL_PERMISSIONS)
    const run = await inTransaction(database, { actor }, async (tx) => await requestRun(tx, { month, scope: {}, startsItself: true }))
    await executePreview(database, run.id, { actor })
    await executeRun(database, run.id, { actor })
    await sql`insert into wallets (id, code, name, kind) select n, 'W' || n, 'Wallet ' || n, 'office' from generate_series(1, 8) n`.execute(database.db)
    await sql`analyze`.execute(database.db)
    const cookie = await session(database)
    const reading = await conn(database)
    const list = await statementOf(database, async (db) => await selectInvoices({ ...reading, db: db as never }, companyScope, today, {}, { limit: 50 }))
    const bare = await serve('serve-bare.ts', [database.url, JSON.stringify(list)])
    const app = await serve('serve-app.ts', [database.url])
    try {
      const listed: number[] = []
      const paid: number[] = []
      const notes: string[] = []
      let n = 0
      const payment = {
        path: '/api/v1/payments',
        method: 'POST' as const,
        next: () => {
          n += 1
          const client = 1 + ((n * 7919) % clients)
          return {
            headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
            body: JSON.stringify({ client_id: client, amount_minor: 50_000, method: 'cash', wallet_id: 1 + (n % 8) }),
          }
        },
      }
      const path = '/api/v1/invoices?limit=50'
      await rate(app.port, { path, headers: { cookie } }, { connections: 8, seconds: 1 })
      await rate(app.port, payment, { connections: 8, seconds: 2 })
      for (let round = 0; round < rounds; round += 1) {
        const [bareList, ownList] = [
          await rate(bare.port, { path: '/list' }, { connections: 8, seconds }),
          await rate(app.port, { path, headers: { cookie } }, { connections: 8, seconds }),
        ]
        const [one, pay] = [await rate(bare.port, { path: '/one' }, { connections: 8, seconds }), await rate(app.port, payment, { connections: 8, seconds })]
        listed.push(bareList / ownList)
        paid.push(pay / one)
        notes.push(`list ${ownList.toFixed(0)}/s against ${bareList.toFixed(0)}/s, payments ${pay.toFixed(0)}/s against SELECT 1 ${one.toFixed(0)}/s`)
      }
      const stored = await burst(database, app.port, cookie)
      return [
        {
          part: 'P3',
          what: 'payments at concurrency 8',
          ratio: median(paid),
          against: 'rate of bare SELECT 1',
          bar: 0.15,
          better: 'more',
          note: notes.at(-1) ?? '',
        },
        {
          part: 'P3',
          what: '200 payments for one client at concurrency 50: stored, balance exact',
          ratio: stored,
          against: 'payments',
          bar: 200,
          better: 'more',
          note: '',
        },
        { part: 'P8', what: 'time of an authorised list', ratio: median(listed), against: 'bare Fastify + pg, same SQL', bar: 1.5, better: 'less', note: '' },
      ]
    } finally {
      await app.stop()
      await bare.stop()
    }
  })
}

/** 200 payments of 1.00 to one client, 50 at a time; how many are stored, or -1 where the balance is not exact. */
async function burst(database: Database, port: number, cookie: string): Promise<number> {
  const before = await moneyOf(database)
  const statuses: number[] = []
  const worker = async (): Promise<void> => {
    while (statuses.length < 200) {
      statuses.push(0)
      const at = statuses.length - 1
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/payments`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ client_id: 1, amount_minor: 100, method: 'cash', wallet_id: 1 + (at % 8) }),
      })
      statuses[at] = response.status
      await response.arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: 50 }, worker))
  const after = await moneyOf(database)
  const isExact = after.net - before.net === BigInt(after.count - before.count) * 100n && statuses.every((status) => status === 201)
  return isExact ? after.count - before.count : -1
}

async function moneyOf({ db }: Database): Promise<{ count: number; net: bigint }> {
  const { rows } = await sql<{ count: bigint; net: bigint }>`
    select (select count(*) from payments where client_id = 1) as count, credit_minor - receivable_minor as net from client_balances where client_id = 1`.execute(
    db,
  )
  return { count: Number(rows[0]?.count ?? 0n), net: rows[0]?.net ?? 0n }
}
