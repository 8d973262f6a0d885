import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { applyAccessTo } from '../../modules/access/apply-access.ts'
import { addReason } from '../../modules/access/index.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { createLog } from '../../platform/log.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aPackage } from '../../testing/factories.ts'
import { aNetworkLine } from '../../testing/network.ts'
import type { NetworkLine } from '../../testing/network.ts'
import { openDemoNetwork } from './demo-network.ts'
import { PLACES } from './places.ts'

const actor = systemActor('test', ALL_PERMISSIONS)
const log = createLog({ level: 'silent', folder: null })
const database = await testDatabase()

test('ten routers stand in the demo’s folder; lines dial in, and all of it is there again after a restart, also when a port is taken', {
  timeout: 120_000,
}, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lastmile-demo-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const branchId = await aBranch(database)
  const packageId = (await aPackage(database)).package.id
  const apply = async (id: bigint): Promise<void> => await applyAccessTo(database, id, { actor, signal: new AbortController().signal, isWhole: true })

  const first = await openDemoNetwork({ database, dataDir, log })
  const ids = await inTransaction(database, { actor }, async (tx) => await first.make(tx, [branchId]))
  const routerIds = ids.get(branchId) ?? []
  expect(routerIds).toHaveLength(PLACES.length)
  const [routerId = 0n] = routerIds
  const lines: NetworkLine[] = []
  for (let n = 0; n < 3; n += 1) lines.push(await aNetworkLine(database, { branchId, packageId, routerId }))
  const [one, two] = lines as [NetworkLine, NetworkLine]
  await first.activate()
  await apply(routerId)
  await inTransaction(database, { actor }, async (tx) => await addReason(tx, two.id, 'billing'))
  await apply(routerId)
  await online(first, one.login)
  const secrets = first.routers[0]?.simulated.rows('secrets')
  expect(secrets?.map(({ name, disabled }) => [name, disabled])).toEqual(lines.map(({ login, id }) => [login, String(id === two.id)]))
  const { port } = (await sql<{ port: number }>`select port from routers where id = ${routerId}`.execute(database.db)).rows[0] ?? { port: 0 }
  await first.stop()

  const thief = createServer().listen(port, '127.0.0.1')
  onTestFinished(() => void thief.close())
  const second = await openDemoNetwork({ database, dataDir, log })
  onTestFinished(second.stop)
  expect(second.routers).toHaveLength(PLACES.length)
  const again = second.routers.find(({ identity }) => identity === first.routers[0]?.identity)
  expect(again?.simulated.rows('secrets')).toEqual(secrets)
  expect(again?.simulated.fingerprint).toBe(first.routers[0]?.simulated.fingerprint)
  expect((await sql<{ port: number }>`select port from routers where id = ${routerId}`.execute(database.db)).rows[0]?.port).toBe(again?.port)
  expect(again?.port).not.toBe(port)
  await apply(routerId)
  await online(second, one.login)
})

async function online(network: Awaited<ReturnType<typeof openDemoNetwork>>, login: string): Promise<void> {
  const isOnline = (): boolean => network.routers.some(({ simulated }) => simulated.rows('active').some(({ name }) => name === login))
  await expect.poll(isOnline, { timeout: 40_000, interval: 200 }).toBe(true)
}
