import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { appAs, appOf, logInAs, sender } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { hashPassword, wrapMd5 } from './index.ts'

const clock = settableClock('2026-02-01T04:00:00Z')
const database = await testDatabase({ clock })
const app = await appOf(database)
const nobody = sender(app, {})
const PASSWORD = 'seven green boats at noon'
const hash = await hashPassword(PASSWORD)

async function person(username: string, role = 'support', stored = hash) {
  const user = await logInAs(database, role, { username })
  await sql`update users set password_hash = ${stored} where id = ${user.userId}`.execute(database.db)
  return user
}

const logIn = (username: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  nobody('POST', '/auth/session', { username, password }, { headers })
const cookieOf = (answer: Awaited<ReturnType<typeof logIn>>) => String(answer.headers['set-cookie']).split(';')[0] ?? ''
const as = (cookie: string) => sender(app, { cookie })

beforeEach(async () => {
  clock.advance({ minutes: 20 })
})

describe('logging in', () => {
  test('sets a cookie that scripts and other sites cannot use, and answers who it is', async () => {
    await person('rina')
    const answer = await logIn('rina')
    expect(answer.status).toBe(201)
    expect(answer.body.user).toMatchObject({ username: 'rina', role: 'support' })
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(answer.headers['cache-control']).toBe('no-store')
    const me = await as(cookieOf(answer))('GET', '/auth/session')
    expect(me.body.permissions).toContain('ticket.answer')
  })

  test('stores only the hash of the cookie', async () => {
    await person('hashed')
    const secret = cookieOf(await logIn('hashed')).slice(4)
    const { rows } = await sql<{
      text: string
    }>`select row_to_json(s)::text as text from staff_sessions s join users u on u.id = s.user_id where username = 'hashed'`.execute(database.db)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ text }) => text).join()).not.toContain(secret)
  })

  test('is refused alike for a wrong password, an unknown name, a disabled account and one without a password', async () => {
    await person('kamal')
    const gone = await person('gone')
    await sql`update users set status = 'disabled' where id = ${gone.userId}`.execute(database.db)
    await logInAs(database, 'viewer', { username: 'fresh' })
    const answers = [await logIn('kamal', 'not the password'), await logIn('no-such-person'), await logIn('gone'), await logIn('fresh')]
    const shown = answers.map(({ status, body }) => ({ status, ...body, request_id: '' }))
    expect(shown[0]).toMatchObject({ status: 401, code: 'bad_credentials' })
    expect(new Set(shown.map((body) => JSON.stringify(body))).size).toBe(1)
  })

  test('takes as long for an unknown name as for a wrong password', async () => {
    await person('timed')
    const time = async (username: string) => {
      const started = performance.now()
      await logIn(username, 'some wrong password')
      return performance.now() - started
    }
    await time('timed')
    const known = Math.min(await time('timed'), await time('timed'))
    const unknown = Math.min(await time('nobody-1'), await time('nobody-2'))
    // A hash is most of the time; without one the answer would come in a tenth of it.
    expect(unknown).toBeGreaterThan(known / 3)
  })

  test('upgrades an imported MD5 hash to argon2id', async () => {
    await person('imported', 'support', await wrapMd5('5f4dcc3b5aa765d61d8327deb882cf99'))
    expect((await logIn('imported', 'password')).status).toBe(201)
    const { rows } = await sql<{ password_hash: string }>`select password_hash from users where username = 'imported'`.execute(database.db)
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
    expect((await logIn('imported', 'password')).status).toBe(201)
  })

  test('replaces the session the browser still had', async () => {
    await person('again')
    const first = cookieOf(await logIn('again'))
    const second = cookieOf(await nobody('POST', '/auth/session', { username: 'again', password: PASSWORD }, { headers: { cookie: first } }))
    expect((await as(first)('GET', '/auth/session')).status).toBe(401)
    expect((await as(second)('GET', '/auth/session')).status).toBe(200)
  })

  test('is refused from another website', async () => {
    await person('csrf')
    const byFetchSite = await logIn('csrf', PASSWORD, { 'sec-fetch-site': 'cross-site' })
    const byOrigin = await logIn('csrf', PASSWORD, { origin: 'https://evil.example' })
    expect([byFetchSite, byOrigin].map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'cross_site_request'],
      [403, 'cross_site_request'],
    ])
    expect((await logIn('csrf', PASSWORD, { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:80' })).status).toBe(201)
  })
})

describe('guessing', () => {
  test('is slowed down after five failures from one address, also in parallel', async () => {
    await person('target')
    const answers = await Promise.all(Array.from({ length: 12 }, () => logIn('target', 'a wild guess')))
    const limited = answers.filter(({ status }) => status === 429)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(limited).toHaveLength(7)
    expect(Number(limited[0]?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await logIn('target')).status).toBe(429)
    clock.advance({ seconds: 3 })
    expect((await logIn('target')).status).toBe(201)
  })

  test('by strangers does not lock out a person at an address he has logged in from', async () => {
    await person('victim')
    expect((await logIn('victim')).status).toBe(201)
    const now = clock.now()
    await sql`
      insert into login_attempts (at, username, ip, outcome) select ${now}, 'victim', ('10.9.' || n || '.1')::inet, 'wrong' from generate_series(1, 100) n
    `.execute(database.db)
    expect((await logIn('victim')).status).toBe(201)
    const elsewhere = await app.inject({
      method: 'POST',
      url: '/api/v1/auth/session',
      remoteAddress: '10.1.2.3',
      payload: { username: 'victim', password: PASSWORD },
    })
    expect(elsewhere.statusCode).toBe(429)
  })

  test('many names from one address is stopped', async () => {
    const now = clock.now()
    await sql`insert into login_attempts (at, username, ip, outcome) select ${now}, 'name' || n, '10.7.7.7', 'wrong' from generate_series(1, 60) n`.execute(
      database.db,
    )
    const answer = await app.inject({ method: 'POST', url: '/api/v1/auth/session', remoteAddress: '10.7.7.7', payload: { username: 'name99', password: 'x' } })
    expect(answer.statusCode).toBe(429)
  })
})

describe('a session', () => {
  test('ends when nothing was asked for the set idle time, and goes on when something was', async () => {
    const { cookie } = await person('idle')
    clock.advance({ hours: 7, minutes: 50 })
    expect((await as(cookie)('GET', '/auth/session')).status).toBe(200)
    clock.advance({ hours: 7, minutes: 50 })
    expect((await as(cookie)('GET', '/auth/session')).status).toBe(200)
    clock.advance({ hours: 8, minutes: 1 })
    expect((await as(cookie)('GET', '/auth/session')).status).toBe(401)
  })

  test('ends after the set hours in any case', async () => {
    await person('long')
    const cookie = cookieOf(await logIn('long'))
    for (let hour = 0; hour < 71; hour += 7) {
      expect((await as(cookie)('GET', '/auth/session')).status).toBe(200)
      clock.advance({ hours: 7 })
    }
    expect((await as(cookie)('GET', '/auth/session')).status).toBe(401)
  })

  test('is over after logging out, on the server too', async () => {
    const { cookie } = await person('leaver')
    const answer = await as(cookie)('DELETE', '/auth/session')
    expect(answer.status).toBe(204)
    expect(String(answer.headers['set-cookie'])).toMatch(/^sid=;/)
    expect((await as(cookie)('GET', '/auth/session')).status).toBe(401)
  })

  test('is listed with the others of its person, who ends one of them', async () => {
    const { cookie } = await person('lister')
    const other = cookieOf(await logIn('lister'))
    const { body } = await as(cookie)('GET', '/auth/sessions')
    expect(body.items).toHaveLength(2)
    const elsewhere = body.items.find((item: { is_current: boolean }) => !item.is_current)
    expect((await as(cookie)('DELETE', `/auth/sessions/${elsewhere.id}`)).status).toBe(204)
    expect((await as(other)('GET', '/auth/session')).status).toBe(401)
    const stranger = await person('stranger')
    const mine = (await as(cookie)('GET', '/auth/sessions')).body.items[0].id
    expect((await as(stranger.cookie)('DELETE', `/auth/sessions/${mine}`)).status).toBe(404)
  })

  test('of a disabled person ends at once', async () => {
    const admin = await appAs(database, 'admin')
    const { cookie, userId } = await person('sacked')
    expect((await admin('PUT', `/users/${userId}/disablement`)).body.status).toBe('disabled')
    expect((await as(cookie)('GET', '/auth/session')).status).toBe(401)
    expect((await logIn('sacked')).status).toBe(401)
  })
})

describe('the own password', () => {
  test('is changed with the old one, ends the other sessions and renews this one', async () => {
    const { cookie } = await person('changer')
    const other = cookieOf(await logIn('changer'))
    const refused = await as(cookie)('PUT', '/auth/password', { current_password: 'wrong one', new_password: 'nine quiet rivers run' })
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid'])
    const answer = await as(cookie)('PUT', '/auth/password', { current_password: PASSWORD, new_password: 'nine quiet rivers run' })
    expect(answer.status).toBe(204)
    expect((await as(cookie)('GET', '/auth/session')).status).toBe(401)
    expect((await as(other)('GET', '/auth/session')).status).toBe(401)
    expect((await as(cookieOf(answer))('GET', '/auth/session')).status).toBe(200)
    expect((await logIn('changer')).status).toBe(401)
    expect((await logIn('changer', 'nine quiet rivers run')).status).toBe(201)
  })

  test.each([
    ['too short', 'short pass'],
    ['on the list', 'password1234'],
    ['a list word stretched', 'Bangladesh!!!1971'],
    ['made of the own name', 'weakling-weakling'],
    ['one sign over and over', 'aaaaaaaaaaaaaaaa'],
  ])('is refused when it is %s', async (_why, password) => {
    const { cookie, userId } = await logInAs(database, 'viewer')
    await sql`update users set password_hash = ${hash}, full_name = 'Weakling' where id = ${userId}`.execute(database.db)
    const answer = await as(cookie)('PUT', '/auth/password', { current_password: PASSWORD, new_password: password })
    expect([answer.status, answer.body.code]).toEqual([422, 'password_not_accepted'])
  })

  test('must be chosen anew before anything else where an administrator asked for it', async () => {
    const { cookie, userId } = await person('must')
    await sql`update users set must_change_password = true where id = ${userId}`.execute(database.db)
    expect((await as(cookie)('GET', '/users')).body.code).toBe('password_change_required')
    const answer = await as(cookie)('PUT', '/auth/password', { current_password: PASSWORD, new_password: 'nine quiet rivers run' })
    expect((await as(cookieOf(answer))('GET', '/auth/session')).body.user.must_change_password).toBe(false)
  })
})

describe('a personal token', () => {
  test('does what its scopes and its person may do, and no more', async () => {
    const { cookie } = await person('robot', 'accountant')
    const made = await as(cookie)('POST', '/auth/tokens', { name: 'nightly export', scopes: ['audit.view'] })
    expect(made.status).toBe(201)
    expect(made.body.secret).toMatch(/^lmt_[\w-]{43}$/)
    const bot = sender(app, { authorization: `Bearer ${made.body.secret}` })
    expect((await bot('GET', '/audit-events')).status).toBe(200)
    expect((await bot('GET', '/settings')).body.code).toBe('forbidden')
    expect((await bot('POST', '/auth/tokens', { name: 'child', scopes: ['audit.view'] })).body.code).toBe('session_required')
    const listed = await as(cookie)('GET', '/auth/tokens')
    expect(JSON.stringify(listed.body)).not.toContain(made.body.secret)
    expect((await as(cookie)('DELETE', `/auth/tokens/${made.body.id}`)).status).toBe(204)
    expect((await bot('GET', '/audit-events')).status).toBe(401)
  })

  test('is not issued for a scope its person lacks, nor with a stale password', async () => {
    const { cookie } = await person('greedy', 'collector')
    expect((await as(cookie)('POST', '/auth/tokens', { name: 'x', scopes: ['invoice.void'] })).status).toBe(403)
    clock.advance({ minutes: 16 })
    expect((await as(cookie)('POST', '/auth/tokens', { name: 'x', scopes: ['payment.take'] })).body.code).toBe('reauthentication_required')
    const again = await as(cookie)('POST', '/auth/session/reauthentication', { password: PASSWORD })
    expect(again.status).toBe(204)
    expect((await as(cookieOf(again))('POST', '/auth/tokens', { name: 'x', scopes: ['payment.take'] })).status).toBe(201)
  })

  test('wins over a cookie sent beside it', async () => {
    const { cookie } = await person('both', 'admin')
    const answer = await sender(app, { cookie, authorization: 'Bearer lmt_nonsense' })('GET', '/auth/session')
    expect(answer.status).toBe(401)
  })
})
