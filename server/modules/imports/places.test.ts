import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { settableClock } from '../../kernel/clock.ts'
import { openFiles } from '../../platform/files.ts'
import { appAs } from '../../testing/app-as.ts'
import type { AsOptions, Send } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor } from '../../testing/factories.ts'
import { aBareOlt } from '../../testing/fibre.ts'
import { actorOfUser } from '../auth/index.ts'
import { executeImport } from './apply-import.ts'
import { executePreview } from './preview-import.ts'

openFiles(mkdtempSync(join(tmpdir(), 'lastmile-files-')))
const database = await testDatabase({ clock: settableClock('2026-03-10T06:00:00Z') })
const [north, south] = [await aBranch(database, 'NORTH'), await aBranch(database, 'SOUTH')]
const admin = await appAs(database, 'admin')
const rahim = (await aClient(database, { branch_id: north, code: 'P-1' })).client.id
const karim = (await aClient(database, { branch_id: south, code: 'P-2' })).client.id
await aClient(database, { branch_id: south, code: 'P-3', latitude: 23.9, longitude: 90.1 })
const oltId = await aBareOlt(database, north, 'OLT Mirpur')
for (const branch of [north, south]) await admin('POST', '/boxes', { branch_id: Number(branch), name: 'Box 7' })

/** Sends a file of places, maps it as suggested, checks it, and does what is ready. */
async function run(content: string, send: Send = admin, actor: Actor = anActor()) {
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="places.csv"\r\ncontent-type: text/csv\r\n\r\n'
  const { body: sent } = await send('POST', '/imports?kind=places', Buffer.from(`${head}${content}\r\n--x--\r\n`), {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  })
  await send('PUT', `/imports/${sent.id}/mapping`, { mapping: sent.suggested_mapping, options: {} })
  await executePreview(database, BigInt(sent.id), { actor })
  const { counts } = (await send('GET', `/imports/${sent.id}`)).body
  if ((counts.ready ?? 0) > 0) {
    await send('POST', `/imports/${sent.id}/start`)
    await executeImport(database, BigInt(sent.id), { actor, chunk: 2 })
  }
  const rows = (await send('GET', `/imports/${sent.id}/rows?limit=100`)).body.items as {
    row_no: number
    state: string
    errors: { field: string; message: string }[]
  }[]
  return { mapping: sent.suggested_mapping, checked: counts, counts: (await send('GET', `/imports/${sent.id}`)).body.counts, rows }
}
const placeOf = async (table: 'clients' | 'boxes' | 'olts', id: bigint) =>
  (await sql<{ latitude: number | null; longitude: number | null }>`select latitude, longitude from ${sql.table(table)} where id = ${id}`.execute(database.db))
    .rows[0]

test('clients, boxes and OLTs get their places from a file, a row that says no place is told why, and the file again changes nothing', async () => {
  const file = [
    'Customer ID,Box,OLT,Branch,Lat,Long',
    'p-1,,,,২৩.৮১,৯০.৪১',
    'P-2,,,,23.8069° N,90.3687E',
    'P-3,,,,23.9,90.1',
    ',box 7,,south,22.3,91.8',
    ',,OLT MIRPUR,,23.807,90.3688',
    'P-9,,,,23.8,90.4',
    'P-1,,,,23.8,90.4',
    ',Box 7,,,22.3,91.8',
    'P-1,Box 7,,,23.8,90.4',
    ',,,,23.8,90.4',
    'P-2,,,,90.3687,23.8069',
    'P-2,,,,0,0',
    'P-2,,,,,90.1',
  ].join('\n')
  const first = await run(file)
  expect(first.mapping).toEqual({ client: 'Customer ID', box: 'Box', olt: 'OLT', branch: 'Branch', latitude: 'Lat', longitude: 'Long' })
  expect(first.counts).toEqual({ ready: 0, done: 4, skipped: 1, invalid: 8 })
  expect(first.rows.map(({ state, errors }) => [state, errors[0]?.field, errors[0]?.message.replace(/^.*?: /, '')])).toEqual([
    ['done', undefined, undefined],
    ['done', undefined, undefined],
    ['skipped', '', 'It stands there already'],
    ['done', undefined, undefined],
    ['done', undefined, undefined],
    ['invalid', 'client', 'There is no such client, or he is outside your branch'],
    ['invalid', 'client', 'Row 2 of this file has the same'],
    ['invalid', 'box', 'Several branches have a box of this name; name the branch too'],
    ['invalid', 'client', 'Name a client, a box or an OLT, and only one of them in a row'],
    ['invalid', 'client', 'Whose place is it? Name a client, a box or an OLT'],
    ['invalid', 'latitude', 'Expected a latitude such as 23.8069'],
    ['invalid', 'latitude', 'Nobody lives at 0, 0; leave out who has no place yet'],
    ['invalid', 'latitude', 'Expected a latitude such as 23.8069'],
  ])
  expect(await placeOf('clients', rahim)).toEqual({ latitude: 23.81, longitude: 90.41 })
  expect(await placeOf('clients', karim)).toEqual({ latitude: 23.8069, longitude: 90.3687 })
  expect(await placeOf('olts', oltId)).toEqual({ latitude: 23.807, longitude: 90.3688 })
  const boxes = await sql<{ branch_id: bigint; latitude: number | null }>`select branch_id, latitude from boxes order by branch_id`.execute(database.db)
  expect(boxes.rows.map(({ latitude }) => latitude)).toEqual([null, 22.3])
  const { rows: told } = await sql<{
    action: string
  }>`select action from audit_events where action in ('client.edited', 'box.changed', 'olt.changed') order by id`.execute(database.db)
  expect(told.map(({ action }) => action).sort()).toEqual(['box.changed', 'client.edited', 'client.edited', 'olt.changed'])

  const again = await run(file)
  expect(again.counts).toMatchObject({ ready: 0, skipped: 5 })
  expect((await sql`select 1 from audit_events where action = 'client.edited'`.execute(database.db)).rows).toHaveLength(2)
})

test('both in one column are read, and who was moved away meanwhile is moved back by the same file', async () => {
  const file = 'Client code,GPS\nP-1,"23.5, 90.5"\n'
  expect((await run(file)).counts).toEqual({ ready: 0, done: 1 })
  expect((await run('Client code,GPS\nP-1,23.6 90.6\n')).counts).toEqual({ ready: 0, done: 1 })
  expect(await placeOf('clients', rahim)).toEqual({ latitude: 23.6, longitude: 90.6 })
  expect((await run(file)).counts).toEqual({ ready: 0, done: 1 })
  expect(await placeOf('clients', rahim)).toEqual({ latitude: 23.5, longitude: 90.5 })
})

test('nobody places what he does not see or may not change', async () => {
  const as = async (role: string, options: AsOptions) => {
    const send = await appAs(database, role, { grants: ['client.import'], ...options })
    const actor = await actorOfUser(database, send.user?.userId ?? 0n)
    return async (content: string) => await run(content, send, actor)
  }
  const manager = await as('branch_manager', { scope: { kind: 'branches', branchIds: [north] } })
  const own = await manager('client,box,lat,lng\nP-1,,23.1,90.1\nP-2,,23.1,90.1\n,Box 7,22.1,91.1\n')
  expect(own.rows.map(({ state }) => state)).toEqual(['done', 'invalid', 'done'])
  const support = await as('support', {})
  const [row] = (await support('olt,lat,lng\nOLT Mirpur,23.1,90.1\n')).rows
  expect(row).toMatchObject({ state: 'invalid', errors: [{ field: 'olt', message: 'OLT: You may not change this' }] })
})
