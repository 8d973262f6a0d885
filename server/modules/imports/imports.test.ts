import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { settableClock } from '../../kernel/clock.ts'
import { openFiles } from '../../platform/files.ts'
import { appAs } from '../../testing/app-as.ts'
import type { Send } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage } from '../../testing/factories.ts'
import { actorOfUser } from '../auth/index.ts'
import { checkBooks } from '../doctor/index.ts'
import { executeImport } from './apply-import.ts'
import { executePreview } from './preview-import.ts'

openFiles(mkdtempSync(join(tmpdir(), 'lastmile-files-')))
const database = await testDatabase({ clock: settableClock('2026-03-10T06:00:00Z') })
const branch = await aBranch(database, 'HQ')
const other = await aBranch(database, 'CTG')
const { package: home } = await aPackage(database, { code: 'HOME-10', name: 'বাসা ১০' })
const admin = await appAs(database, 'admin')

async function upload(send: Send, content: string | Buffer, { kind = 'clients', name = 'clients.csv' } = {}) {
  const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--x--\r\n')])
  return send('POST', `/imports?kind=${kind}`, payload, { headers: { 'content-type': 'multipart/form-data; boundary=x' } })
}

/** Sends, maps as suggested, previews, and starts a file; the two jobs are run here. */
async function run(
  send: Send,
  content: string | Buffer,
  options: Record<string, unknown> = {},
  { kind = 'clients', actor = anActor(), start = true }: { kind?: string; actor?: Actor; start?: boolean } = {},
) {
  const { body: sent } = await upload(send, content, { kind })
  const mapped = await send('PUT', `/imports/${sent.id}/mapping`, { mapping: sent.suggested_mapping, options })
  expect(mapped.body).toMatchObject({ state: 'previewing' })
  await executePreview(database, BigInt(sent.id), { actor })
  if (!start) return (await send('GET', `/imports/${sent.id}`)).body
  expect((await send('POST', `/imports/${sent.id}/start`)).status).toBe(202)
  await executeImport(database, BigInt(sent.id), { actor, chunk: 3 })
  return (await send('GET', `/imports/${sent.id}`)).body
}

const rowsOf = async (send: Send, id: number, state: string) =>
  (await send('GET', `/imports/${id}/rows?state=${state}`)).body.items as { row_no: number; cells: string[]; errors: { field: string; message: string }[] }[]
const countOf = async (table: string): Promise<number> =>
  Number((await sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)}`.execute(database.db)).rows[0]?.n)

const CLIENTS = `\ufeffClient ID;Customer Name;Mobile;Address;Package;PPPoE ID;Password;Join Date;Status;Monthly Bill;Expire Date;Due;NID
L-1;রহিমা খাতুন;০১৭১১-০০০০০১;মিরপুর, ঢাকা;HOME-10;rahima;গোপন১;05/02/2024;Active;1,000;;৳ ১,২০০.৫০;1234567890
L-2;"Karim ""Kha""; Traders";+8801711000002;"House 1
Road 2";বাসা ১০;karim;p2;2024-03-01;Inactive;800;;(150);
L-3;Bad phone;abc;;HOME-10;bad;p;01/01/2024;Active;;;;
L-4;Bad date;01711000004;;HOME-10;bad4;p;31/02/2024;Active;;;;
L-5;No such package;01711000005;;NOPE;bad5;p;01/01/2024;Active;;;;
L-1;Same code twice;01711000006;;HOME-10;other;p;01/01/2024;Active;;;;
L-7;Same login twice;01711000007;;HOME-10;RAHIMA;p;01/01/2024;Active;;;;
L-8;Prepaid;1711000008;;HOME-10;pre;p;01/01/2024;Active;;20/03/2026;;
L-9;Gone;01711000009;;;;;01/01/2023;Left;;;;

`

test('a file of clients in Bangla and English is mapped by its heads, checked row by row, and registered with lines and balances', async () => {
  const { body: sent, status } = await upload(admin, CLIENTS)
  expect(status).toBe(201)
  expect(sent.suggested_mapping).toEqual({
    code: 'Client ID',
    name: 'Customer Name',
    phone: 'Mobile',
    address: 'Address',
    package: 'Package',
    pppoe_login: 'PPPoE ID',
    pppoe_password: 'Password',
    joined_on: 'Join Date',
    status: 'Status',
    price: 'Monthly Bill',
    covered_until: 'Expire Date',
    opening_balance: 'Due',
    nid: 'NID',
  })
  expect(sent.sample[1]).toEqual([
    'L-2',
    'Karim "Kha"; Traders',
    '+8801711000002',
    'House 1\nRoad 2',
    'বাসা ১০',
    'karim',
    'p2',
    '2024-03-01',
    'Inactive',
    '800',
    '',
    '(150)',
    '',
  ])

  const done = await run(admin, CLIENTS, { branch_id: Number(branch), reason: 'Old books' })
  expect(done).toMatchObject({ state: 'done', row_count: 9, counts: { ready: 0, invalid: 5, done: 4 } })
  const invalid = await rowsOf(admin, done.id, 'invalid')
  expect(invalid.map(({ row_no, errors }) => [row_no, errors.map(({ field }) => field)])).toEqual([
    [4, ['phone']],
    [5, ['joined_on']],
    [6, ['package']],
    [7, ['code']],
    [8, ['pppoe_login']],
  ])
  expect(invalid[4]?.cells[6]).toBe('•••')

  const list = (await admin('GET', '/clients?sort=code')).body.items as Record<string, unknown>[]
  expect(list.map(({ code, name, phone, state, receivable_minor, credit_minor }) => [code, name, phone, state, receivable_minor, credit_minor])).toEqual([
    ['L-1', 'রহিমা খাতুন', '01711000001', 'active', 120_050, 0],
    ['L-2', 'Karim "Kha"; Traders', '01711000002', 'suspended', 0, 15_000],
    ['L-8', 'Prepaid', '01711000008', 'active', 0, 0],
    ['L-9', 'Gone', '01711000009', 'none', 0, 0],
  ])
  const { rows } = await sql<{ code: string; price: bigint | null; activated: string; until: string }>`
    select c.code, t.price_override_minor as price, s.activated_on::text as activated, h.billed_until::text as until
    from clients c join subscriptions s on s.client_id = c.id join subscription_terms t on t.subscription_id = s.id join charges h on h.subscription_id = s.id order by 1`.execute(
    database.db,
  )
  expect(rows).toEqual([
    { code: 'L-1', price: null, activated: '2026-03-01', until: '2026-03-01' },
    { code: 'L-2', price: 80_000n, activated: '2026-03-01', until: '2026-03-01' },
    // Paid in the old books: billing begins where that ends.
    { code: 'L-8', price: null, activated: '2026-03-01', until: '2026-03-20' },
  ])
  const report = await checkBooks(database, { actor: anActor(), occasion: 'command', seals: 'recent' })
  // The partitions of a test's database are those of today, not those of its clock: D12 looks at them.
  expect(report.results.filter(({ ok, id }) => !ok && id !== 'D12')).toEqual([])
})

test('the same file again adds nothing', async () => {
  const before = await Promise.all(['clients', 'subscriptions', 'invoices', 'payments', 'import_sources'].map(countOf))
  const again = await run(admin, CLIENTS, { branch_id: Number(branch) })
  expect(again.counts).toMatchObject({ ready: 0, skipped: 5, invalid: 4 })
  expect(await Promise.all(['clients', 'subscriptions', 'invoices', 'payments', 'import_sources'].map(countOf))).toEqual(before)
  const uncoded = 'Name,Phone\nA,01911000001\nB,01911000002\n'
  expect((await run(admin, uncoded, { branch_id: Number(branch) })).counts).toMatchObject({ done: 2 })
  expect((await run(admin, uncoded, { branch_id: Number(branch) })).counts).toMatchObject({ skipped: 2, ready: 0 })
})

test('failed rows come back as the file had them, with the reason, to correct and send again', async () => {
  const preview = await run(admin, CLIENTS, { branch_id: Number(branch) }, { start: false })
  const csv = await admin('GET', `/imports/${preview.id}/failed-rows.csv`)
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.text).toContain('L-3,Bad phone,abc,,HOME-10,bad,p,')
  expect(csv.text.split('\r\n')[0]).toBe(
    '\ufeffClient ID,Customer Name,Mobile,Address,Package,PPPoE ID,Password,Join Date,Status,Monthly Bill,Expire Date,Due,NID,Error',
  )
})

test('what became taken after the preview fails alone, and the rows around it are done', async () => {
  const file = `Code,Name,Phone,PPPoE,Package\n${Array.from({ length: 8 }, (_, n) => `R-${n},Row ${n},0181100000${n},race-${n},HOME-10`).join('\n')}\n`
  const preview = await run(admin, file, { branch_id: Number(branch) }, { start: false })
  expect(preview.counts).toMatchObject({ ready: 8 })
  await aClient(database, { branch_id: branch, code: 'R-3' })
  await aClient(database, { branch_id: branch, subscription: { packageId: home.id, pppoe_login: 'RACE-5' } })
  await admin('POST', `/imports/${preview.id}/start`)
  await executeImport(database, BigInt(preview.id), { actor: anActor() })
  const done = (await admin('GET', `/imports/${preview.id}`)).body
  expect(done.counts).toMatchObject({ ready: 0, done: 6, skipped: 1, failed: 1 })
  expect(await rowsOf(admin, preview.id, 'failed')).toMatchObject([{ row_no: 7, errors: [{ field: 'pppoe_login' }] }])
})

test('an import killed between its chunks goes on where it stood, and one stopped by a person too', async () => {
  const file = `Code,Name,Phone\n${Array.from({ length: 20 }, (_, n) => `K-${n},Killed ${n},0161100${String(n).padStart(4, '0')}`).join('\n')}\n`
  const preview = await run(admin, file, { branch_id: Number(branch) }, { start: false })
  await admin('POST', `/imports/${preview.id}/start`)
  const killer = new AbortController()
  const work = executeImport(database, BigInt(preview.id), {
    actor: anActor(),
    chunk: 4,
    signal: killer.signal,
    onProgress: ({ row }) => (row >= 9 ? killer.abort() : undefined),
  })
  await expect(work).rejects.toThrow()
  const halfway = (await admin('GET', `/imports/${preview.id}`)).body
  expect(halfway).toMatchObject({ state: 'running', rows_done: 9, counts: { ready: 12, done: 8 } })
  expect((await admin('POST', `/imports/${preview.id}/cancellation`)).body.state).toBe('cancelled')
  expect(await executeImport(database, BigInt(preview.id), { actor: anActor() })).toBeUndefined()
  expect((await admin('POST', `/imports/${preview.id}/start`)).status).toBe(202)
  await Promise.all([
    executeImport(database, BigInt(preview.id), { actor: anActor(), chunk: 4 }),
    executeImport(database, BigInt(preview.id), { actor: anActor(), chunk: 4 }),
  ])
  expect((await admin('GET', `/imports/${preview.id}`)).body).toMatchObject({ state: 'done', counts: { ready: 0, done: 20 } })
  expect(Number((await sql<{ n: bigint }>`select count(*) as n from clients where code like 'K-%'`.execute(database.db)).rows[0]?.n)).toBe(20)
})

test('a branch manager imports into his branch only, and sees only his own files', async () => {
  const manager = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [other] }, grants: ['client.import'] })
  const actor = await actorOfUser(database, manager.user?.userId as bigint)
  const file = 'Code,Name,Phone,Branch\nM-1,His,01511000001,CTG\nM-2,Not his,01511000002,HQ\n'
  const done = await run(manager, file, {}, { actor })
  expect(done.counts).toMatchObject({ done: 1, invalid: 1 })
  expect(await rowsOf(manager, done.id, 'invalid')).toMatchObject([{ row_no: 3, errors: [{ field: 'branch' }] }])
  const foreign = (await admin('GET', '/imports')).body.items.find(({ created_by }: { created_by: number }) => created_by !== Number(manager.user?.userId))
  for (const path of ['', '/rows', '/failed-rows.csv']) expect((await manager('GET', `/imports/${foreign.id}${path}`)).status).toBe(404)
  const support = await appAs(database, 'viewer')
  expect((await upload(support, file)).status).toBe(403)
})

test('packages are added and brought up to date by code', async () => {
  const file = 'Package Name,Price,Speed,Validity\nব্রোঞ্জ ২০,"১,০৫০",20 Mbps,30 days\nSilver 512,500,512k,1 month\nBad,x,20,\n'
  expect((await run(admin, file, {}, { kind: 'packages' })).counts).toMatchObject({ done: 2, invalid: 1 })
  const { rows } = await sql<Record<string, unknown>>`
    select p.code, v.price_minor, v.download_kbps, v.upload_kbps, v.validity_count, v.validity_unit from packages p join package_versions v on v.package_id = p.id where p.code <> 'HOME-10' order by v.id`.execute(
    database.db,
  )
  expect(rows).toEqual([
    { code: 'ব্রোঞ্জ-20', price_minor: 105_000n, download_kbps: 20_000, upload_kbps: 20_000, validity_count: 30, validity_unit: 'day' },
    { code: 'Silver-512', price_minor: 50_000n, download_kbps: 512, upload_kbps: 512, validity_count: 1, validity_unit: 'month' },
  ])
})

test('payments are taken once: a TrxID by itself, two equal rows as two, the same file as nothing', async () => {
  await sql`insert into wallets (code, name, kind, branch_id) values ('OFFICE', 'Office', 'office', ${branch}), ('BKASH', 'bKash', 'bkash', ${branch})`.execute(
    database.db,
  )
  const file =
    'Customer Code,Paid,Method,TrxID,Date\nL-1,200,Cash,,09/03/2026\nL-1,200,Cash,,09/03/2026\nL-2,৳500,বিকাশ,AB12CD34,08/03/2026\nNOBODY,5,cash,,\nL-2,500,bkash,ab12 cd34,08/03/2026\n'
  const done = await run(admin, file, {}, { kind: 'payments' })
  expect(await rowsOf(admin, done.id, 'failed')).toEqual([])
  expect(done.counts).toMatchObject({ done: 3, invalid: 2 })
  expect((await run(admin, file, {}, { kind: 'payments' })).counts).toMatchObject({ ready: 0, skipped: 4, invalid: 1 })
  const { rows } = await sql<{
    n: bigint
    total: bigint
  }>`select count(*) as n, sum(amount_minor)::bigint as total from payments where method in ('cash', 'bkash')`.execute(database.db)
  expect(rows).toEqual([{ n: 3n, total: 90_000n }])
})

test('what is no table is refused by its bytes', async () => {
  for (const [content, name] of [
    ['', 'empty.csv'],
    ['Name,Phone\n', 'no-rows.csv'],
    [Buffer.from([0xff, 0xfe, 0x41, 0x00]), 'utf16.csv'],
    [Buffer.from('Name,Phone\nR\xe9my,1', 'latin1'), 'latin1.csv'],
    [Buffer.from('504b030400000000', 'hex'), 'broken.xlsx'],
  ] as const) {
    const { status, body } = await upload(admin, content, { name })
    expect([name, status, body.code]).toEqual([name, 422, 'file_not_accepted'])
  }
})
