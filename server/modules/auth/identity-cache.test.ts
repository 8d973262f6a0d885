import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { appAs, appOf, logInAs, sender } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { IDENTITY_CHANNEL, identities } from './identity-cache.ts'

const clock = settableClock('2026-02-01T04:00:00Z')
const database = await testDatabase({ clock })
const app = await appOf(database)

/** Another web process of the same database. */
const elsewhere = identities(database)
const credentials = (cookie: string) => ({ cookie: cookie.split('=')[1] ?? '', bearer: null, ip: '127.0.0.1', userAgent: null })
await elsewhere.authenticate(credentials('sid=nobody'))
await vi.waitFor(() => expect(database.notifications.hears(IDENTITY_CHANNEL)).toBe(true))

/** What was committed before this was heard before it: NOTIFY keeps the order of commits. */
async function heardSoFar(): Promise<void> {
  const channel = 'heard_so_far'
  const heard = Promise.withResolvers<void>()
  database.notifications.on(channel, () => heard.resolve())
  await vi.waitFor(() => expect(database.notifications.hears(channel)).toBe(true))
  await sql`select pg_notify(${channel}, '')`.execute(database.db)
  await heard.promise
}

test('a session is looked up once in a few seconds, and each request keeps its own address', async () => {
  const { cookie, userId } = await logInAs(database, 'support', { username: 'often' })
  await heardSoFar()
  const first = await elsewhere.authenticate(credentials(cookie))
  // Changed where no trigger tells: only a second reading would see it.
  await sql`update staff_sessions set last_seen_at = last_seen_at - interval '10 days' where user_id = ${userId}`.execute(database.db)
  const second = await elsewhere.authenticate({ ...credentials(cookie), ip: '127.0.0.9' })
  expect(second?.actor).toEqual({ ...first?.actor, ip: '127.0.0.9' })
  clock.advance({ seconds: 6 })
  expect(await elsewhere.authenticate(credentials(cookie))).toBeNull()
})

test.each([
  ['a revoked session', (userId: bigint) => sql`update staff_sessions set revoked_at = now() where user_id = ${userId}`, null],
  ['a disabled person', (userId: bigint) => sql`update users set status = 'disabled' where id = ${userId}`, null],
  ['another role', (userId: bigint) => sql`update users set role_id = (select id from roles where key = 'viewer') where id = ${userId}`, 'viewer'],
])('%s is heard of by a process that did not make the change', async (what, change, role) => {
  const { cookie, userId } = await logInAs(database, 'support', { username: `heard-${what.replaceAll(' ', '-')}` })
  expect((await elsewhere.authenticate(credentials(cookie)))?.actor.role).toBe('support')
  await change(userId).execute(database.db)
  await vi.waitFor(async () => expect((await elsewhere.authenticate(credentials(cookie)))?.actor.role ?? null).toBe(role), { timeout: 2000, interval: 20 })
})

test('in the process that made it a change is in force before its answer leaves', async () => {
  const admin = await appAs(database, 'admin')
  for (let turn = 0; turn < 20; turn += 1) {
    const { cookie, userId } = await logInAs(database, 'support', { username: `short-stay-${turn}` })
    const own = sender(app, { cookie })
    expect((await own('GET', '/clients')).status).toBe(200)
    expect((await admin('DELETE', `/users/${userId}/sessions`)).status).toBeLessThan(300)
    expect((await own('GET', '/clients')).status).toBe(401)
  }
})

test('nothing is kept of a reading that a change overtook', async () => {
  const { cookie, userId } = await logInAs(database, 'support', { username: 'overtaken' })
  const reading = elsewhere.authenticate(credentials(cookie))
  elsewhere.changed()
  expect((await reading)?.actor.role).toBe('support')
  await sql`update staff_sessions set last_seen_at = last_seen_at - interval '10 days' where user_id = ${userId}`.execute(database.db)
  expect(await elsewhere.authenticate(credentials(cookie))).toBeNull()
})
