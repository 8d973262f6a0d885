import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { date } from '../../kernel/time.ts'
import { findFile, removeOrphans, storeFile, streamFile } from '../../platform/files.ts'
import { readCapped } from '../../platform/files.ts'
import { createLog } from '../../platform/log.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage, doing } from '../../testing/factories.ts'
import { jobs } from './jobs.ts'
import { addPause, changeTerms, readSubscription, setFlag, suspendSubscription } from './index.ts'

const clock = settableClock('2026-03-10T06:00:00Z')

test('what a new day brings comes once: a pause begins, a reason and a flag end, agreed terms come into force', async () => {
  const database = await testDatabase({ clock })
  const branchId = await aBranch(database)
  const [home, fast] = [await aPackage(database), await aPackage(database, { routerProfile: 'home-50' })]
  const aLine = async () => {
    const { client, subscription } = await aClient(database, {
      branch_id: branchId,
      subscription: { packageId: home.package.id, activatedOn: date('2026-03-01') },
    })
    return { clientId: client.id, id: subscription?.id as bigint }
  }
  const [pausing, suspended, changing] = [await aLine(), await aLine(), await aLine()]
  await doing(database, async (tx) => {
    await addPause(tx, { subscriptionId: pausing.id, startsOn: date('2026-03-15'), endsOn: date('2026-03-17'), kind: 'vacation', reason: '' })
    await suspendSubscription(tx, { subscriptionId: suspended.id, reason: 'manual', note: '', until: date('2026-03-15') })
    await setFlag(tx, { clientId: suspended.clientId, flag: 'vip', isSet: true, until: date('2026-03-14') })
    await changeTerms(tx, changing.id, { packageId: fast.package.id, startsOn: date('2026-03-15') })
  })
  const follow = async () => {
    const job = jobs.find(({ name }) => name === 'clients.follow_day')
    await job?.handle({
      database,
      payload: {} as never,
      signal: new AbortController().signal,
      log: createLog({ level: 'silent', folder: null }),
      actor: anActor(),
      attempt: 1,
      progress: async () => {},
    })
  }
  const standing = async () => {
    const lines = await Promise.all([pausing, suspended, changing].map(({ id }) => readSubscription(database, { kind: 'company' }, id)))
    const { rows } = await sql<{ is_vip: boolean }>`select is_vip from clients where id = ${suspended.clientId}`.execute(database.db)
    return [...lines.map((line) => line?.state), lines[2]?.package_id, rows[0]?.is_vip]
  }
  const revisions = async () => (await sql`select subscription_id, revision from access order by 1`.execute(database.db)).rows
  await follow()
  expect(await standing()).toEqual(['active', 'suspended', 'active', home.package.id, true])
  clock.set('2026-03-14T18:30:00Z')
  await follow()
  expect(await standing()).toEqual(['suspended', 'active', 'active', fast.package.id, false])
  const before = await revisions()
  await follow()
  expect(await revisions()).toEqual(before)
  clock.set('2026-03-17T06:00:00Z')
  await follow()
  expect((await standing())[0]).toBe('active')
})

test('bytes whose transaction was rolled back are removed a day later, and those with a row stay', async () => {
  const database = await testDatabase({ clock })
  const kept = await doing(database, (tx) => storeFile(tx, { kind: 'test', name: 'a.txt', contentType: 'text/plain' }, Buffer.from('kept')))
  await expect(
    doing(database, async (tx) => {
      await storeFile(tx, { kind: 'test', name: 'b.txt', contentType: 'text/plain' }, Buffer.from('lost'))
      throw new Error('rolled back')
    }),
  ).rejects.toThrow('rolled back')
  const later = Temporal.Now.instant().add({ hours: 25 })
  expect(await removeOrphans(database, Temporal.Now.instant())).toBe(0)
  expect(await removeOrphans(database, later)).toBe(1)
  const found = await findFile(database, kept.id)
  expect(found === undefined ? '' : (await readCapped(streamFile(found), 100)).toString()).toBe('kept')
})
