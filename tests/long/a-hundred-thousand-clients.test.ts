import { createWriteStream, createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { systemActor } from '#kernel/actor.ts'
import { settableClock } from '#kernel/clock.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { date } from '#kernel/time.ts'
import { executePreview as previewRun, executeRun, releaseRun, requestRun, startRun } from '#modules/billing/index.ts'
import { runDoctor } from '#modules/doctor/index.ts'
import {
  executeImport,
  executePreview,
  importKinds,
  mapImport,
  optionsSchema,
  readHead,
  readImport,
  startImport,
  suggestMapping,
  uploadImport,
} from '#modules/imports/index.ts'
import type { ImportKindName } from '#modules/imports/index.ts'
import { createWallet } from '#modules/ledger/index.ts'
import { createPackage, createVatRate } from '#modules/packages/index.ts'
import { toMinor } from '#kernel/money.ts'
import { makePartitionsBetween } from '#platform/db/partitions.ts'
import { conn, inTransaction } from '#platform/db/transaction.ts'
import { filePath, receiveFile } from '#platform/files.ts'
import { testDatabase } from '#testing/database.ts'

const CLIENTS = Number(process.env.LASTMILE_VOLUME ?? 100_000)
const PAYMENTS = CLIENTS / 10
const clock = settableClock('2026-01-01T04:00:00Z')
const database = await testDatabase({ clock })
const actor = systemActor('volume', ALL_PERMISSIONS)
const folder = mkdtempSync(join(tmpdir(), 'lastmile-volume-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function csv(name: string, header: string, rows: number, row: (n: number) => string): Promise<string> {
  const path = join(folder, name)
  const out = createWriteStream(path)
  out.write(`${header}\n`)
  for (let n = 1; n <= rows; n += 1) if (!out.write(`${row(n)}\n`)) await new Promise((resolve) => out.once('drain', resolve))
  out.end()
  await finished(out)
  return path
}

async function importFile(kind: ImportKindName, path: string): Promise<Readonly<Record<string, number>>> {
  const file = await receiveFile(createReadStream(path), 1024 ** 3)
  const head = await readHead(filePath(file))
  const id = await inTransaction(database, { actor }, async (tx) => {
    const added = await uploadImport(tx, { kind, name: `${kind}.csv`, file, head })
    await mapImport(tx, { importId: added.id, mapping: suggestMapping(head.columns, importKinds[kind].fields), options: optionsSchema.parse({}) })
    return added.id
  })
  await executePreview(database, id, { actor })
  await inTransaction(database, { actor }, async (tx) => await startImport(tx, id))
  await executeImport(database, id, { actor })
  const done = await inTransaction(database, { actor }, async (tx) => await readImport(tx, actor, id))
  const bad = await sql<{ errors: unknown }>`select errors from import_rows where import_id = ${id} and state in ('invalid', 'failed') limit 1`.execute(
    database.db,
  )
  if (bad.rows.length > 0) throw new Error(`${kind}: ${JSON.stringify(bad.rows[0]?.errors)}`)
  return (done?.counts ?? {}) as Readonly<Record<string, number>>
}

async function billMonth(month: string): Promise<bigint> {
  const run = await inTransaction(database, { actor }, async (tx) => await requestRun(tx, { month: date(month), scope: {}, startsItself: false }))
  const previewed = await previewRun(database, run.id, { actor })
  await inTransaction(database, { actor }, async (tx) => {
    if (previewed.state === 'awaiting_release') await releaseRun(tx, { runId: run.id, typedTotal: previewed.expectedTotal ?? 0n })
    else await startRun(tx, run.id)
  })
  return (await executeRun(database, run.id, { actor })).issuedCount
}

const stepped = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const from = performance.now()
  const result = await work()
  console.log(`${what}: ${((performance.now() - from) / 1000).toFixed(1)} s; memory so far ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
  return result
}

test(`${CLIENTS} clients imported from CSV, a month billed, ${PAYMENTS} payments, a second month right, the books in order`, async () => {
  await makePartitionsBetween(database.direct, date('2025-12-31'), date('2026-02-28'))
  await inTransaction(database, { actor }, async (tx) => {
    await sql`insert into branches (code, name) values ('HQ', 'Head office')`.execute(tx.db)
    const vat = await createVatRate(tx, { code: 'VAT5', name: 'VAT 5 %', startsOn: date('2020-01-01'), rateBp: 500 })
    const terms = {
      price: toMinor(100_000),
      vatRateId: vat.id,
      vatInclusive: false,
      downloadKbps: 20_000,
      uploadKbps: 20_000,
      routerProfile: 'h20',
      validityCount: 1,
      validityUnit: 'month',
      approvalNo: '',
      approvedOn: null,
    } as const
    await createPackage(tx, { code: 'H20', name: 'Home 20', description: '', startsOn: date('2020-01-01'), terms })
    await createWallet(tx, { code: 'BKASH', name: 'bKash', kind: 'bkash', branchId: null, ownerUserId: null, limit: null })
  })
  const clients = await csv(
    'clients.csv',
    'code,branch,name,phone,address,package,pppoe login,pppoe password,join date',
    CLIENTS,
    (n) =>
      `C${n},HQ,${n % 3 === 0 ? 'করিম শেখ' : 'Rahim Uddin'} ${n},017${String(n).padStart(8, '0')},"House ${n % 90}, Road ${n % 30}",H20,user${n},secret${n},2026-01-01`,
  )
  const first = await stepped('clients imported', async () => await importFile('clients', clients))
  expect(first).toMatchObject({ done: CLIENTS })
  const again = await stepped('the same file again', async () => await importFile('clients', clients))
  expect(again).toMatchObject({ skipped: CLIENTS })

  expect(await stepped('January billed', async () => await billMonth('2026-01-01'))).toBe(BigInt(CLIENTS))
  const payments = await csv('payments.csv', 'client code,amount,method,trx id,date', PAYMENTS, (n) => `C${n},1050.00,bkash,TRX${n},2026-01-01`)
  expect(await stepped('payments posted', async () => await importFile('payments', payments))).toMatchObject({ done: PAYMENTS })

  clock.set('2026-02-01T04:00:00Z')
  expect(await stepped('February billed', async () => await billMonth('2026-02-01'))).toBe(BigInt(CLIENTS))
  const { rows } = await sql<{ open: bigint; paid: bigint; total: bigint; invoices: bigint; last: bigint }>`
    select sum(open_minor)::bigint as open, sum(allocated_minor)::bigint as paid, sum(total_minor)::bigint as total, count(*) as invoices, (select max(number) from invoices) as last from invoice_balances`.execute(
    database.db,
  )
  expect(rows[0]).toEqual({
    total: BigInt(CLIENTS) * 2n * 105_000n,
    paid: BigInt(PAYMENTS) * 105_000n,
    open: (BigInt(CLIENTS) * 2n - BigInt(PAYMENTS)) * 105_000n,
    invoices: BigInt(CLIENTS) * 2n,
    last: BigInt(CLIENTS) * 2n,
  })
  const health = await stepped('doctor', async () => await runDoctor(await conn(database), { today: date('2026-02-01'), now: clock.now() }))
  expect(health.results.filter((result) => !result.ok)).toEqual([])
})
