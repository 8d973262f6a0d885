import { afterAll, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { date } from '../../kernel/time.ts'
import { closePdf } from '../../platform/pdf/index.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage, doing } from '../../testing/factories.ts'
import { actorOfUser } from '../auth/index.ts'
import { executePreview, executeRun, requestRun, startRun } from '../billing/index.ts'
import { executeExport } from './execute-export.ts'

afterAll(closePdf)
const database = await testDatabase({ clock: settableClock('2026-03-10T06:00:00Z') })
const [north, south] = [await aBranch(database, 'NORTH'), await aBranch(database, 'SOUTH')]
const packageId = (await aPackage(database)).package.id
for (const branch_id of [north, north, south]) await aClient(database, { branch_id, subscription: { packageId, activatedOn: date('2026-02-01') } })

async function billMonth(month: string): Promise<number> {
  const actor = anActor()
  const run = await doing(database, (tx) => requestRun(tx, { month: date(month), scope: {}, startsItself: false }))
  await executePreview(database, run.id, { actor, chunk: 10 })
  await doing(database, (tx) => startRun(tx, run.id))
  await executeRun(database, run.id, { actor, chunk: 10 })
  return Number(run.id)
}
const [february, march] = [await billMonth('2026-02-01'), await billMonth('2026-03-01')]

const pagesOf = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length

test('the invoices of one run come as one PDF, of the branches a person may see', async () => {
  for (const [role, scope, invoices] of [
    ['admin', { kind: 'company' }, 3],
    ['branch_manager', { kind: 'branches', branchIds: [north] }, 2],
  ] as const) {
    const send = await appAs(database, role, { scope })
    const asked = await send('POST', '/exports', { list: 'invoices_pdf', format: 'pdf', filter: { run_id: march }, options: { locale: 'bn' } })
    expect([asked.status, asked.body.state]).toEqual([202, 'queued'])
    await executeExport(database, BigInt(asked.body.id), { actor: await actorOfUser(database, send.user?.userId as bigint) })
    expect((await send('GET', `/exports/${asked.body.id}`)).body).toMatchObject({ state: 'done', row_count: invoices, has_file: true })
    const file = await send.app.inject({ method: 'GET', url: `/api/v1/exports/${asked.body.id}/file`, headers: { cookie: send.user?.cookie ?? '' } })
    expect([file.headers['content-type'], pagesOf(file.rawPayload)]).toEqual(['application/pdf', invoices])
  }
})

test('a run nobody made has no invoices, and the export says so', async () => {
  const send = await appAs(database, 'admin')
  const asked = await send('POST', '/exports', { list: 'invoices_pdf', format: 'pdf', filter: { run_id: february + march + 1 } })
  await expect(executeExport(database, BigInt(asked.body.id), { actor: await actorOfUser(database, send.user?.userId as bigint) })).rejects.toThrow(
    'No invoice matches',
  )
})
