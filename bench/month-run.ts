/**
 * P1: the month's run against its floor, the same rows of every table it writes, as wide, by COPY BINARY into bare heaps on one connection,
 * one durable transaction each, in the same run.
 *   npm run bench -- month-run --clients 100000 --rounds 2
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { systemActor } from '#kernel/actor.ts'
import { settableClock } from '#kernel/clock.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { date } from '#kernel/time.ts'
import { executePreview, executeRun, requestRun, startRun } from '#modules/billing/index.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { fill } from './dataset.ts'
import { median, timed } from './measure.ts'
import type { Result } from './measure.ts'
import { withDatabase } from './server.ts'
import type { BenchDatabase } from './server.ts'

/** Every table a run writes, with the rows of one month in it. Rows it updates count as written once. */
const written = (since: string): Record<string, string> => ({
  invoices: `select * from invoices where month = '${since}'`,
  invoice_lines: `select l.* from invoice_lines l join invoices i on i.id = l.invoice_id where i.month = '${since}'`,
  billed_periods: `select * from billed_periods where starts_on >= '${since}'`,
  invoice_balances: `select b.invoice_id, b.client_id, b.due_on, b.total_minor, b.allocated_minor, b.credited_minor, b.written_off_minor, b.voided_minor, b.open_minor from invoice_balances b join invoices i on i.id = b.invoice_id where i.month = '${since}'`,
  charges: `select * from charges where billed_until > '${since}'`,
  client_balances: `select b.* from client_balances b join invoices i on i.client_id = b.client_id where i.month = '${since}'`,
  entries: `select * from entries where booked_on >= '${since}'`,
  postings: `select * from postings where booked_on >= '${since}'`,
  entry_sources: `select * from entry_sources where booked_on >= '${since}'`,
  outbox_messages: `select o.* from outbox_messages o where created_at >= '${since}'`,
  message_keys: `select * from message_keys where created_at >= '${since}'`,
})

export interface MonthRunOptions {
  readonly clients?: number
  readonly rounds?: number
}

interface Round {
  readonly run: number
  readonly floor: number
  readonly preview: number
  readonly rows: number
  readonly bytes: number
  readonly invoices: number
}

const actor = systemActor('bench', ALL_PERMISSIONS)

/** One measured size; several months of one company are the rounds. */
export async function measureRuns(clients: number, rounds: number): Promise<{ rounds: Round[]; rssMb: number; rerunRows: number }> {
  const clock = settableClock('2026-01-01T03:00:00Z')
  return await withDatabase(async (database) => {
    await fill(database, { clients, since: '2026-01-01' })
    const measured: Round[] = []
    let rssMb = 0
    const watch = setInterval(() => (rssMb = Math.max(rssMb, process.memoryUsage().rss / 1e6)), 100)
    for (let n = 0; n < rounds; n += 1) {
      const month = date('2026-01-01').add({ months: n })
      clock.set(`${month}T03:00:00Z`)
      await sql`select make_month_partitions_between(t, ${month.toString()}::date, ${month.add({ months: 1 }).toString()}::date) from unnest(array['entries', 'postings', 'audit_events', 'outbox_messages']) t`.execute(
        database.db,
      )
      measured.push(await round(database, month))
    }
    clearInterval(watch)
    const last = date('2026-01-01').add({ months: rounds - 1 })
    const before = await rowCounts(database)
    await runMonth(database, last)
    const after = await rowCounts(database)
    return { rounds: measured, rssMb, rerunRows: Number(after - before) }
  }, clock)
}

async function rowCounts({ db }: BenchDatabase): Promise<bigint> {
  const { rows } = await sql<{
    n: bigint
  }>`select (select count(*) from invoices) + (select count(*) from postings) + (select count(*) from outbox_messages) + (select count(*) from billed_periods) as n`.execute(
    db,
  )
  return rows[0]?.n ?? 0n
}

async function runMonth(database: BenchDatabase, month: Temporal.PlainDate): Promise<{ preview: number; run: number; invoices: number }> {
  const made = await inTransaction(database, { actor }, async (tx) => await requestRun(tx, { month, scope: {}, startsItself: false }))
  const preview = await timed(async () => await executePreview(database, made.id, { actor }))
  await inTransaction(database, { actor }, async (tx) => {
    await sql`update invoice_runs set state = 'ready' where id = ${made.id} and state = 'awaiting_release'`.execute(tx.db)
    await startRun(tx, made.id)
  })
  let invoices = 0
  const run = await timed(async () => (invoices = Number((await executeRun(database, made.id, { actor })).issuedCount)))
  return { preview, run, invoices }
}

async function round(database: BenchDatabase, month: Temporal.PlainDate): Promise<Round> {
  await sql`checkpoint`.execute(database.db)
  const { preview, run, invoices } = await runMonth(database, month)
  const { floor, rows, bytes } = await floorOf(database.url, written(month.toString()))
  return { run, floor, preview, rows, bytes, invoices }
}

/** Copies the rows out (not measured), then into bare tables in one transaction (measured). */
async function floorOf(url: string, tables: Record<string, string>): Promise<{ floor: number; rows: number; bytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-floor-'))
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    let bytes = 0
    for (const [table, query] of Object.entries(tables)) {
      await pipeline(client.query(copyTo(`copy (${query}) to stdout (format binary)`)), createWriteStream(join(folder, table)))
      bytes += statSync(join(folder, table)).size
      await client.query(`create table floor_${table} as ${query} with no data`)
    }
    await client.query('checkpoint')
    let rows = 0
    const floor = await timed(async () => {
      await client.query('begin')
      for (const table of Object.keys(tables)) {
        const stream = client.query(copyFrom(`copy floor_${table} from stdin (format binary)`))
        await pipeline(createReadStream(join(folder, table), { highWaterMark: 1 << 20 }), stream)
        rows += stream.rowCount
      }
      await client.query('commit')
    })
    for (const table of Object.keys(tables)) await client.query(`drop table floor_${table}`)
    return { floor, rows, bytes }
  } finally {
    await client.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function bench({ clients = 10_000, rounds = 3 }: MonthRunOptions = {}): Promise<Result[]> {
  const sizes = clients >= 1_000_000 ? [100_000, 1_000_000] : [clients]
  const results: Result[] = []
  const times = new Map<number, number>()
  for (const size of sizes) {
    const measured = await measureRuns(size, size >= 1_000_000 ? Math.min(rounds, 2) : rounds)
    const run = median(measured.rounds.map((one) => one.run))
    times.set(size, run)
    const [first] = measured.rounds
    const note = `${size} clients: run ${(run / 1000).toFixed(1)} s (${Math.round((first?.invoices ?? 0) / (run / 1000))} invoices/s), preview ${(median(measured.rounds.map((one) => one.preview)) / 1000).toFixed(1)} s, floor ${(median(measured.rounds.map((one) => one.floor)) / 1000).toFixed(1)} s for ${first?.rows} rows of ${Math.round((first?.bytes ?? 0) / 1e6)} MB`
    results.push({
      part: 'P1',
      what: 'month run',
      ratio: median(measured.rounds.map((one) => one.run / one.floor)),
      against: 'COPY BINARY of the same rows',
      bar: 8,
      better: 'less',
      note,
    })
    results.push({ part: 'P1', what: 'process memory of the run', ratio: measured.rssMb, against: 'MB', bar: 300, better: 'less', note: `${size} clients` })
    results.push({ part: 'P1', what: 'rows a rerun of a finished month changes', ratio: measured.rerunRows, against: 'rows', bar: 0, better: 'less', note: '' })
  }
  const small = times.get(100_000)
  const large = times.get(1_000_000)
  if (small !== undefined && large !== undefined)
    results.push({ part: 'P1', what: 'time of 1,000,000 clients', ratio: large / small, against: 'time of 100,000', bar: 12, better: 'less', note: '' })
  return results
}
