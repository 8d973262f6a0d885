import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { settableClock } from '../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { appAs } from '../../testing/app-as.ts'
import type { Send } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aPackage, doing } from '../../testing/factories.ts'
import { aBareOlt, fibreOf, fibrePartitions } from '../../testing/fibre.ts'
import { networkOf } from '../../testing/network.ts'
import { setPppoePassword } from '../clients/lines/edit-subscription.ts'
import { pollRouter } from '../network/traffic/poll/poll-router.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
const fibre = fibreOf(database, clock)
const branchId = await aBranch(database)
const packageId = (await aPackage(database)).package.id
const { given } = networkOf(database, { branchId, packageId, clock })
const actor = systemActor('test', ALL_PERMISSIONS)
let send: Send

beforeAll(async () => {
  await fibrePartitions(database, '2026-02-01', '2026-06-01')
  send = await appAs(database, 'support')
})

test('a line that has come up since its router was looked at is asked for there; where the router does not tell, that is what is said', async () => {
  const { lines, routerId, simulated } = await given({ lines: 1 })
  const [line] = lines
  if (line === undefined) throw new Error('There is no line')
  const oltId = await aBareOlt(database, branchId)
  const onuId = await fibre.anOnu({ oltId, subscriptionId: line.id })
  const diagnose = async () => (await send('GET', `/subscriptions/${line.id}/diagnosis`)).body
  const poll = async () => await pollRouter(database, routerId, { actor, signal: new AbortController().signal })

  simulated.subscribers.switchOff(line.login)
  clock.advance({ minutes: 5 })
  await fibre.found([onuId], 'los')
  await fibre.polled(oltId)
  await poll()
  expect((await diagnose()).verdict.code).toBe('no_light')
  clock.advance({ minutes: 2 })
  await fibre.found([onuId], 'online')
  await fibre.polled(oltId)
  expect(await diagnose()).toMatchObject({ verdict: { code: 'no_session' }, session: { is_online: false, looked_at: clock.now().toString() } })
  simulated.subscribers.switchOn(line.login)
  clock.advance({ seconds: 30 })
  expect(await diagnose()).toMatchObject({
    verdict: { code: 'fine', data_from: clock.now().toString() },
    session: { is_online: true, address: expect.stringMatching(/^100\.64\./) },
  })
  // Nothing was written by that.
  expect((await sql`select from ppp_sessions where subscription_id = ${line.id}`.execute(database.db)).rows).toEqual([])

  await simulated.close()
  const lookedAt = '2026-03-10T06:07:00Z'
  expect(await diagnose()).toMatchObject({
    verdict: { code: 'not_looked_since', since: '2026-03-10T06:09:00Z', data_from: lookedAt },
    session: { is_online: false, looked_at: lookedAt },
  })
})

test('a password that RADIUS has refused since the line was last online is the matter, until it is set anew', async () => {
  const { lines, routerId } = await given({ lines: 1 })
  const [line] = lines
  if (line === undefined) throw new Error('There is no line')
  const verdict = async () => (await send('GET', `/subscriptions/${line.id}/diagnosis`)).body.verdict
  await sql`insert into radius_refusals (subscription_id, router_id, began_at, refused_at) values (${line.id}, ${routerId}, ${clock.now()}, ${clock.now().add({ minutes: 9 })})`.execute(
    database.db,
  )
  const since = clock.now().toString()
  clock.advance({ minutes: 10 })
  await sql`update subscriptions set medium = 'utp' where id = ${line.id}`.execute(database.db)
  expect(await verdict()).toMatchObject({ code: 'wrong_password', since, who: 'client', says_en: expect.stringContaining('wrong password since') })
  await doing(database, async (tx) => await setPppoePassword(tx, { subscriptionId: line.id, password: 'another one' }))
  expect((await verdict()).code).not.toBe('wrong_password')
})
