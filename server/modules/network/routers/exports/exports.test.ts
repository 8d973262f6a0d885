import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { systemActor } from '../../../../kernel/actor.ts'
import { settableClock } from '../../../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../../../kernel/permissions.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { appAs } from '../../../../testing/app-as.ts'
import { testDatabase } from '../../../../testing/database.ts'
import { aBranch } from '../../../../testing/factories.ts'
import { aRouter } from '../../../../testing/network.ts'
import { deleteOldExports } from './export-store.ts'
import { diffLines, masked, withoutHead } from './export-text.ts'
import { keepExport } from './keep-export.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
const branchId = await aBranch(database)
/** Days pass between the calls, and no log-in lasts so long. */
const send = async (method: 'GET', path: string) => await (await appAs(database, 'admin'))(method, path)
const actor = systemActor('test', ALL_PERMISSIONS)
const versions = async (routerId: bigint) => (await send('GET', `/routers/${routerId}/exports`)).body.items

test('a version is kept when something has changed, sealed, and told with its changes and without its secrets', { timeout: 30_000 }, async () => {
  const { routerId, simulated } = await aRouter(database, { branchId })
  simulated.addRow('secrets', { name: 'rahim', password: 'rahims word', profile: 'default' })
  await keepExport(database, routerId, { actor })
  clock.advance({ hours: 24 })
  await keepExport(database, routerId, { actor })
  expect(await versions(routerId)).toMatchObject([{ taken_at: '2026-03-10T06:00:00Z', seen_at: '2026-03-11T06:00:00Z' }])
  simulated.addRow('secrets', { name: 'karim', password: 'karims word', profile: 'default' })
  clock.advance({ hours: 24 })
  await keepExport(database, routerId, { actor })
  const [newest, first] = await versions(routerId)
  const shown = await send('GET', `/routers/${routerId}/exports/${newest.id}`)
  expect(shown.body.changes.filter(({ kind }: { kind: string }) => kind !== 'same')).toEqual([
    { kind: 'added', text: expect.stringMatching(/^add name=karim .*password=•••/) },
  ])
  expect(shown.text).not.toMatch(/rahims|karims/)
  expect((await send('GET', `/routers/${routerId}/exports/${first.id}`)).body).toMatchObject({ changes: null, text: expect.stringContaining('name=rahim') })
  const { rows } = await sql<{ sealed: Buffer }>`select content_sealed as sealed from router_exports where router_id = ${routerId}`.execute(database.db)
  for (const { sealed } of rows) expect(sealed.includes('rahim')).toBe(false)
  expect((await send('GET', `/routers/${routerId}`)).body.health).toMatchObject({ exported_at: '2026-03-12T06:00:00Z', export_error: null })

  const deleted = async (days: number): Promise<number> =>
    await inTransaction(database, { actor }, async (tx) => await deleteOldExports(tx, tx.now.subtract({ hours: 24 * days })))
  expect([await deleted(2), await deleted(0), await deleted(0)]).toEqual([0, 1, 0])
  expect(await versions(routerId)).toHaveLength(1)
})

test('what a router does not give is noted with it; who may not set routers up sees none of it', { timeout: 30_000 }, async () => {
  const { routerId, simulated } = await aRouter(database, { branchId })
  await simulated.switchOff()
  await expect(keepExport(database, routerId, { actor })).rejects.toThrow()
  expect((await send('GET', `/routers/${routerId}`)).body.health).toMatchObject({ exported_at: null, export_error: expect.any(String) })
  const support = await appAs(database, 'support')
  expect((await support('GET', `/routers/${routerId}/exports`)).status).toBe(403)
})

test('secrets of every kind are struck out, and what differs is told line by line', () => {
  const text = '# mar/10/2026\nadd name=a password="x \\" y" profile=p\nset wpa2-pre-shared-key=abc ssid=net secret=s\n'
  expect(masked(withoutHead(text))).toBe('add name=a password=••• profile=p\nset wpa2-pre-shared-key=••• ssid=net secret=•••')
  expect(diffLines('a\nb\nc\nd', 'a\nx\nc\nd')).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'removed', text: 'b' },
    { kind: 'added', text: 'x' },
    { kind: 'same', text: 'c' },
    { kind: 'same', text: 'd' },
  ])
})
