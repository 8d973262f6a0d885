import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { openFiles } from '../../platform/files.ts'
import { closePdf } from '../../platform/pdf/index.ts'
import { csvCell, readCsv } from '../../platform/tables/csv.ts'
import { decimal } from '../../platform/tables/decimal.ts'
import { readXlsx } from '../../platform/tables/xlsx.ts'
import { appAs } from '../../testing/app-as.ts'
import type { AsOptions, Send } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage, doing } from '../../testing/factories.ts'
import { actorOfUser } from '../auth/index.ts'
import { issueCreditNote, issueInvoice } from '../billing/index.ts'
import { createWallet, sendTransfer } from '../ledger/index.ts'
import { openWalletBalance } from '../ledger/wallets/change-wallet.ts'
import { executeExport } from './execute-export.ts'
import { jobs } from './jobs.ts'

const folder = mkdtempSync(join(tmpdir(), 'lastmile-files-'))
openFiles(folder)
afterAll(closePdf)
const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
const [hq, ctg] = [await aBranch(database, 'HQ'), await aBranch(database, 'CTG')]
const { package: home } = await aPackage(database, { code: 'HOME' })
const NASTY = '=HYPERLINK("http://x","ক্লিক")'
const clients = [
  await aClient(database, {
    branch_id: hq,
    code: 'A-1',
    name: 'রহিমা খাতুন',
    address: 'House 1, "Road" 2\nমিরপুর',
    subscription: { packageId: home.id, pppoe_login: 'rahima', activatedOn: date('2026-03-01') },
  }),
  await aClient(database, { branch_id: hq, code: 'A-2', name: NASTY, tags: ['vip', 'old'] }),
  await aClient(database, {
    branch_id: ctg,
    code: 'B-1',
    name: '-1+1',
    subscription: { packageId: home.id, pppoe_login: 'ctg', activatedOn: date('2026-03-01') },
  }),
]
// One after the other, so that the later one is the newer one.
const issue = async (n: number) =>
  await doing(
    database,
    async (tx) => await issueInvoice(tx, { clientId: clients[n]?.client.id as bigint, until: date('2026-04-01'), month: date('2026-03-01') }),
  )
const invoices = [await issue(0), await issue(2)]
const note = await doing(database, (tx) =>
  issueCreditNote(tx, { invoiceId: invoices[0]?.invoiceId as bigint, kind: 'outage', reason: 'লাইন বন্ধ ছিল', approvedBy: null, amount: 10_050n as never }),
)

await doing(database, async (tx) => {
  const facts = { kind: 'office', branchId: hq, ownerUserId: null, limit: null } as const
  const [from, to] = [await createWallet(tx, { ...facts, code: 'OLD', name: 'Old safe' }), await createWallet(tx, { ...facts, code: 'NEW', name: 'New safe' })]
  await openWalletBalance(tx, { walletId: from, amount: toMinor(5_000), reason: 'counted on the first day' })
  await sendTransfer(tx, { fromWalletId: from, toWalletId: to, amount: toMinor(5_000), reason: 'moved' })
})

async function person(role: string, options: AsOptions = {}) {
  const send = await appAs(database, role, options)
  return { send, actor: await actorOfUser(database, send.user?.userId as bigint) }
}
const admin = await person('admin')

async function exported({ send, actor }: Awaited<ReturnType<typeof person>>, body: Record<string, unknown>, page = 2) {
  const asked = await send('POST', '/exports', body)
  expect([asked.status, asked.body?.errors]).toEqual([202, undefined])
  await executeExport(database, BigInt(asked.body.id), { actor, page })
  const done = (await send('GET', `/exports/${asked.body.id}`)).body
  return { done, file: await raw(send, `/exports/${asked.body.id}/file`) }
}

async function raw(
  send: Send & {
    app: { inject: (options: object) => Promise<{ rawPayload: Buffer; headers: Record<string, unknown>; statusCode: number }> }
    user: { cookie: string } | null
  },
  path: string,
) {
  return send.app.inject({ method: 'GET', url: `/api/v1${path}`, headers: { cookie: send.user?.cookie } })
}

let files = 0
async function rowsOf(bytes: Buffer, read = readCsv): Promise<string[][]> {
  const path = join(folder, `read-${(files += 1)}`)
  writeFileSync(path, bytes)
  const rows: string[][] = []
  for await (const { cells } of read(path)) rows.push([...cells])
  return rows
}

test('a list of clients leaves as CSV that a spreadsheet reads right and works nothing out of', async () => {
  const { done, file } = await exported(admin, { list: 'clients', columns: ['code', 'name', 'address', 'branch', 'state', 'receivable', 'tags'] })
  expect(done).toMatchObject({ state: 'done', row_count: 3, has_file: true, file_name: 'clients-2026-03-10.csv' })
  expect(file.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'text/csv; charset=utf-8' })
  expect(file.headers['content-disposition']).toContain('attachment')
  expect(file.rawPayload.subarray(0, 3).toString('hex')).toBe('efbbbf')
  expect(file.rawPayload.toString().split('\r\n')[0]).toBe('\ufeffClient code,Name,Address,Branch,Status,Owes,Tags')
  expect(await rowsOf(file.rawPayload)).toEqual([
    ['Client code', 'Name', 'Address', 'Branch', 'Status', 'Owes', 'Tags'],
    ['A-1', 'রহিমা খাতুন', 'House 1, "Road" 2\nমিরপুর', 'Branch HQ', 'active', '899.50', ''],
    ['A-2', `'${NASTY}`, '', 'Branch HQ', 'none', '0.00', 'vip, old'],
    ['B-1', "'-1+1", '', 'Branch CTG', 'active', '1000.00', ''],
  ])
})

test('the list of clients goes out in its own order, with the columns and the fields of the company that it shows', async () => {
  const field = { entity: 'client', key: 'pole', label_en: 'Pole', label_bn: 'খুঁটি', type: 'text' }
  expect((await admin.send('POST', '/custom-fields', field)).status).toBe(201)
  await admin.send('PATCH', `/clients/${clients[0]?.client.id}`, { custom: { pole: 'P-7' } })
  const lists = (await admin.send('GET', '/exports/lists')).body.items as { list: string; columns: { key: string; label_bn: string }[] }[]
  expect(lists.find(({ list }) => list === 'clients')?.columns.find(({ key }) => key === 'custom.pole')?.label_bn).toBe('খুঁটি')
  const { file } = await exported(admin, { list: 'clients', filter: { branch_id: Number(hq), sort: '-code' }, columns: ['code', 'custom.pole'] })
  expect(await rowsOf(file.rawPayload)).toEqual([
    ['Client code', 'Pole'],
    ['A-2', ''],
    ['A-1', 'P-7'],
  ])
  expect((await admin.send('POST', '/exports', { list: 'clients', columns: ['custom.nothing'] })).status).toBe(422)
})

test('the same list as XLSX has its amounts as numbers and its formulas as text', async () => {
  const { file } = await exported(admin, {
    list: 'invoices',
    format: 'xlsx',
    columns: ['client_code', 'client_name', 'month', 'due_on', 'total', 'open', 'status'],
  })
  expect(await rowsOf(file.rawPayload, readXlsx)).toEqual([
    ['Client code', 'Name', 'Month', 'Due on', 'Total', 'Open', 'Status'],
    ['B-1', '-1+1', '2026-03', '2026-03-20', '1000', '1000', 'unpaid'],
    ['A-1', 'রহিমা খাতুন', '2026-03', '2026-03-20', '1000', '899.5', 'partial'],
  ])
})

test('every list can be exported, page by page, with the filter of its own page', async () => {
  const lists = (await admin.send('GET', '/exports/lists')).body.items as { list: string }[]
  expect(lists.map(({ list }) => list)).toEqual([
    'clients',
    'subscriptions',
    'invoices',
    'credit_notes',
    'payments',
    'ledger_entries',
    'wallet_transfers',
    'audit_events',
    'packages',
    'run_items',
  ])
  const counts: Record<string, number> = {}
  for (const { list } of lists) {
    const filter = list === 'run_items' ? { run_id: 1 } : list === 'invoices' ? { client_id: Number(clients[0]?.client.id) } : {}
    const { done, file } = await exported(admin, { list, filter })
    const rows = await rowsOf(file.rawPayload)
    expect([list, rows.length - 1]).toEqual([list, done.row_count])
    counts[list] = done.row_count
  }
  expect(counts).toMatchObject({ clients: 3, subscriptions: 2, invoices: 1, credit_notes: 1, payments: 0, packages: 1, run_items: 0, wallet_transfers: 1 })
  expect(counts['ledger_entries']).toBeGreaterThanOrEqual(6)
  expect(counts['audit_events']).toBeGreaterThan(10)
})

test('a branch manager exports his branch only, nobody exports what he may not see, and a file is its maker’s', async () => {
  const manager = await person('branch_manager', { scope: { kind: 'branches', branchIds: [ctg] }, grants: ['client.export'] })
  const { done, file } = await exported(manager, { list: 'clients', columns: ['code'] })
  expect((await rowsOf(file.rawPayload)).flat()).toEqual(['Client code', 'B-1'])
  expect((await admin.send('GET', `/exports/${done.id}/file`)).status).toBe(404)
  const support = await person('support', { grants: ['client.export'], denials: ['audit.view'] })
  expect((await support.send('POST', '/exports', { list: 'audit_events' })).status).toBe(403)
  expect((await (await person('viewer', { denials: ['client.export'] })).send('POST', '/exports', { list: 'clients' })).status).toBe(403)
  const wrong = await admin.send('POST', '/exports', { list: 'clients', columns: ['nid'], filter: { no_such: 1 }, format: 'pdf' })
  expect([wrong.status, wrong.body.errors.length]).toEqual([422, 3])
})

test('a stopped export keeps nothing, and files are deleted after their time', async () => {
  const { body } = await admin.send('POST', '/exports', { list: 'clients' })
  expect((await admin.send('POST', `/exports/${body.id}/cancellation`)).body.state).toBe('cancelled')
  expect(await executeExport(database, BigInt(body.id), { actor: admin.actor })).toBeNull()
  expect((await admin.send('GET', `/exports/${body.id}/file`)).body).toMatchObject({ code: 'export_has_no_file' })

  const { done } = await exported(admin, { list: 'packages' })
  const keeper = jobs.find(({ name }) => name === 'exports.delete_old')
  const run = async () =>
    keeper?.handle({
      database,
      payload: {},
      signal: new AbortController().signal,
      log: { info: () => {} } as never,
      actor: anActor(),
      attempt: 1,
      progress: async () => {},
    })
  await run()
  expect((await admin.send('GET', `/exports/${done.id}`)).body.has_file).toBe(true)
  clock.advance({ hours: 24 * 8 })
  await run()
  const { rows } = await sql<{ left: bigint }>`select count(*) as left from exports where file_id is not null`.execute(database.db)
  expect(rows).toEqual([{ left: 0n }])
  clock.advance({ hours: -24 * 8 })
})

test('documents print from what was issued, in both languages, for whoever may see them', async () => {
  const text = async (path: string) => {
    const { rawPayload, headers, statusCode } = await raw(admin.send, path)
    expect([path, statusCode, headers['content-type'], rawPayload.subarray(0, 5).toString()]).toEqual([path, 200, 'application/pdf', '%PDF-'])
    return rawPayload.length
  }
  const [first] = invoices
  for (const query of ['', '?locale=bn', '?paper=80mm', '?template=mushak-6.3&locale=bn'])
    expect(await text(`/invoices/${first?.invoiceId}/pdf${query}`)).toBeGreaterThan(2000)
  for (const query of ['?locale=bn', '?template=mushak-6.7', '?template=mushak-6.7&locale=bn']) await text(`/credit-notes/${note.creditNoteId}/pdf${query}`)
  await text(`/clients/${clients[0]?.client.id}/statement.pdf?from=2026-03-01`)
  const manager = await person('branch_manager', { scope: { kind: 'branches', branchIds: [ctg] } })
  for (const path of [`/invoices/${first?.invoiceId}/pdf`, `/credit-notes/${note.creditNoteId}/pdf`, `/clients/${clients[0]?.client.id}/statement.pdf`])
    expect((await manager.send('GET', path)).status).toBe(404)
  const month = await exported(admin, { list: 'invoices_pdf', format: 'pdf', filter: { month: '2026-03' }, options: { locale: 'bn' } })
  expect(month.done).toMatchObject({ state: 'done', row_count: 2 })
  expect(month.file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
})

test('a logo is decoded and printed; what is no picture is not', async () => {
  const { default: sharp } = await import('sharp')
  const put = async (bytes: Buffer) => {
    const payload = Buffer.concat([
      Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="l.png"\r\ncontent-type: image/png\r\n\r\n'),
      bytes,
      Buffer.from('\r\n--x--\r\n'),
    ])
    return (await admin.send('PUT', '/documents/logo', payload, { headers: { 'content-type': 'multipart/form-data; boundary=x' } })).status
  }
  const path = `/invoices/${invoices[0]?.invoiceId}/pdf`
  const bare = (await raw(admin.send, path)).rawPayload.length
  expect(await put(Buffer.from('<svg onload="alert(1)"/>'))).toBe(422)
  const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, n) => (n * 7919) % 251))
  expect(
    await put(
      await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
        .png()
        .toBuffer(),
    ),
  ).toBe(204)
  expect((await raw(admin.send, path)).rawPayload.length).toBeGreaterThan(bare + 1000)
  expect((await admin.send('DELETE', '/documents/logo')).status).toBe(204)
})

test('amounts and cells are written exactly', () => {
  expect([0n, 5n, -5n, 120_050n, -100n].map(decimal)).toEqual(['0.00', '0.05', '-0.05', '1200.50', '-1.00'])
  expect(['=1', '+8801', '-5.00', '@x', '\tx', 'a,b', 'say "x"', ' x'].map(csvCell)).toEqual([
    "'=1",
    "'+8801",
    '-5.00',
    "'@x",
    `"'\tx"`,
    '"a,b"',
    '"say ""x"""',
    '" x"',
  ])
})
