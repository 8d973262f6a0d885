import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { conn } from '../../../platform/db/transaction.ts'
import { appAs } from '../../../testing/app-as.ts'
import { testDatabase } from '../../../testing/database.ts'
import type { TestDatabase } from '../../../testing/database.ts'
import { aBareRouter, aBranch, aClient, aPackage, aReseller, unique } from '../../../testing/factories.ts'
import { listClosedSessions, readLiveSessions, readUsage, recordPolled, recordRestart } from './index.ts'
import type { PolledSession, PppSession } from './index.ts'
import { closeLost } from './jobs.ts'
import { foldUsage } from './usage-store.ts'
import { companyScope } from '../../../kernel/actor.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const GIB = 1024n ** 3n
let database: TestDatabase
let branchId: bigint
let routerId: bigint
let packageId: bigint
let line: { id: bigint; login: string }

beforeAll(async () => {
  database = await testDatabase({ clock })
  branchId = await aBranch(database)
  packageId = (await aPackage(database)).package.id
})
beforeEach(async () => {
  routerId = await aBareRouter(database, branchId)
  line = await aLine()
})

async function aLine(facts: { login?: string; reseller_id?: bigint; branch?: bigint } = {}): Promise<{ id: bigint; login: string }> {
  const login = facts.login ?? `user${unique()}`
  const { subscription } = await aClient(database, {
    branch_id: facts.branch ?? branchId,
    ...(facts.reseller_id === undefined ? {} : { reseller_id: facts.reseller_id }),
    subscription: { packageId, pppoe_login: login, pppoePassword: 'word', router_id: routerId },
  })
  return { id: subscription?.id as bigint, login }
}

interface Said {
  /** Minutes after 06:00. */
  at: number
  login?: string
  session?: string
  seconds?: number | null
  up?: bigint | null
  down?: bigint | null
  caller?: string
  address?: string | null
  cause?: string
}

async function say(kind: 'start' | 'interim' | 'stop', said: Said, db: TestDatabase['db'] = database.db): Promise<string> {
  const { at, login = line.login, session = 's1', seconds = null, up = null, down = null, caller = '', address = null, cause = 'User-Request' } = said
  const { rows } = await sql<{ done: string }>`
    select report_ppp_session(${kind}, ${routerId}, 'radius', ${login}, ${session}, ${when(at)}, ${seconds}::bigint, ${address}::inet, null, ${caller}, 'ether1', 'home',
      'policy', ${up}::bigint, ${down}::bigint, ${cause}) as done`.execute(db)
  return rows[0]?.done as string
}

const when = (minutes: number): Temporal.Instant => Temporal.Instant.from('2026-03-10T06:00:00Z').add({ seconds: Math.round(minutes * 60) })
const live = async (id = line.id): Promise<PppSession[]> => await readLiveSessions(database, companyScope, id)
const closed = async (id = line.id): Promise<PppSession[]> => await listClosedSessions(database, companyScope, id, { limit: 50, after: undefined })
const used = async (step: 'hour' | 'day' = 'hour', id = line.id) =>
  await readUsage(await conn(database), id, { step, from: when(-60 * 24 * 40), to: when(60 * 24 * 40) })
const sums = async (id = line.id): Promise<[bigint, bigint]> => {
  const hours = await used('hour', id)
  return [hours.reduce((sum, { upload_bytes }) => sum + upload_bytes, 0n), hours.reduce((sum, { download_bytes }) => sum + download_bytes, 0n)]
}

describe('what is said of a session', () => {
  test('start, interim and stop make one session, whose bytes are counted once', async () => {
    expect(await say('start', { at: 0, address: '100.64.0.5', caller: '50:d4:f7:00:00:01' })).toBe('opened')
    expect(await say('interim', { at: 10, seconds: 600, up: 10n, down: 100n })).toBe('refreshed')
    expect(await live()).toMatchObject([
      { login: line.login, address: '100.64.0.5', upload_bytes: 10n, download_bytes: 100n, ended_at: null, source: 'radius' },
    ])
    expect(await say('stop', { at: 12, seconds: 720, up: 15n, down: 120n })).toBe('closed')
    expect(await live()).toEqual([])
    expect(await closed()).toMatchObject([
      { started_at: when(0), ended_at: when(12), upload_bytes: 15n, download_bytes: 120n, terminate_cause: 'User-Request', caller_id: '50:d4:f7:00:00:01' },
    ])
    expect(await used()).toEqual([{ starts_at: when(0), upload_bytes: 15n, download_bytes: 120n }])
  })

  test('A3: a repeated start, a repeated interim and a repeated stop change nothing', async () => {
    await say('start', { at: 0 })
    expect(await say('start', { at: 0.5 })).toBe('repeated')
    await say('interim', { at: 10, seconds: 600, up: 10n, down: 20n })
    await say('interim', { at: 10, seconds: 600, up: 10n, down: 20n })
    await say('stop', { at: 11, seconds: 660, up: 11n, down: 22n })
    expect(await say('stop', { at: 11, seconds: 660, up: 11n, down: 22n })).toBe('repeated')
    expect(await closed()).toMatchObject([{ started_at: when(0), ended_at: when(11) }])
    expect(await sums()).toEqual([11n, 22n])
  })

  test('A3: an interim or a stop without a start opens the session at the time it began', async () => {
    expect(await say('interim', { at: 20, seconds: 1200, up: 5n, down: 6n })).toBe('opened')
    expect(await live()).toMatchObject([{ started_at: when(0), upload_bytes: 5n }])
    expect(await say('stop', { at: 30, session: 's2', seconds: 300, up: 1n, down: 1n })).toBe('closed')
    expect(await closed()).toMatchObject([{ started_at: when(25), ended_at: when(30) }])
    // The start that comes late finds it open, and tells nothing new but what was missing.
    expect(await say('start', { at: 0, caller: 'aa:bb:cc:dd:ee:ff' })).toBe('repeated')
    expect(await live()).toMatchObject([{ started_at: when(0), updated_at: when(20), caller_id: 'aa:bb:cc:dd:ee:ff' }])
  })

  test('A3: a late interim or start of an ended session leaves it ended', async () => {
    await say('start', { at: 0 })
    await say('stop', { at: 12, seconds: 720, up: 15n, down: 120n })
    expect(await say('interim', { at: 10, seconds: 600, up: 10n, down: 100n })).toBe('late')
    expect(await say('interim', { at: 12.5, seconds: 720, up: 15n, down: 120n })).toBe('late')
    expect(await say('start', { at: 0 })).toBe('late')
    expect(await say('start', { at: 12.5 })).toBe('late')
    expect(await live()).toEqual([])
    expect(await closed()).toHaveLength(1)
    expect(await sums()).toEqual([15n, 120n])
  })

  test('A3: counters never fall when interims come out of order', async () => {
    await say('start', { at: 0 })
    await say('interim', { at: 20, seconds: 1200, up: 200n, down: 2000n, address: '100.64.0.9' })
    await say('interim', { at: 10, seconds: 600, up: 100n, down: 1000n, address: '100.64.0.8' })
    expect(await live()).toMatchObject([{ upload_bytes: 200n, download_bytes: 2000n, updated_at: when(20), address: '100.64.0.9' }])
    expect(await sums()).toEqual([200n, 2000n])
  })

  test('A3: more than 4 GiB, over several hours, is spread over them and sums exactly', async () => {
    await say('start', { at: 30 })
    await say('interim', { at: 150, seconds: 7200, up: 5n * GIB + 3n, down: 40n * GIB + 1n })
    const hours = await used()
    expect(hours.map(({ starts_at }) => starts_at.toString())).toEqual(['2026-03-10T06:00:00Z', '2026-03-10T07:00:00Z', '2026-03-10T08:00:00Z'])
    expect(hours[0]?.download_bytes).toBe(10n * GIB)
    expect(hours[1]?.download_bytes).toBe(20n * GIB)
    expect(await sums()).toEqual([5n * GIB + 3n, 40n * GIB + 1n])
  })

  test('an interim of the same hour writes its row alone; what it adds is read at once, and folded once when the hour is over', async () => {
    const inbox = async (): Promise<number | undefined> =>
      (await sql<{ n: number }>`select count(*)::int as n from usage_inbox where subscription_id = ${line.id}`.execute(database.db)).rows[0]?.n
    await foldUsage(database, 100_000)
    await say('start', { at: 0 })
    await say('interim', { at: 10, seconds: 600, up: 10n, down: 100n })
    await say('interim', { at: 20, seconds: 1200, up: 30n, down: 300n })
    expect([await inbox(), await sums()]).toEqual([0, [30n, 300n]])
    await say('interim', { at: 70, seconds: 4200, up: 80n, down: 800n })
    const hours = [
      { starts_at: when(0), upload_bytes: 70n, download_bytes: 700n },
      { starts_at: when(60), upload_bytes: 10n, download_bytes: 100n },
    ]
    expect([await inbox(), await used()]).toEqual([1, hours])
    expect(await foldUsage(database, 1)).toBe(1)
    expect([await inbox(), await used()]).toEqual([0, hours])
    const samples = await sql`
      select hour, second, seconds from traffic_inbox where subscription_id = ${line.id} order by hour, second`.execute(database.db)
    const hour = when(0).epochMilliseconds / 3_600_000
    expect(samples.rows).toEqual([
      { hour, second: 600, seconds: 600 },
      { hour, second: 1200, seconds: 600 },
    ])
    await say('stop', { at: 75, seconds: 4500, up: 85n, down: 850n })
    expect([await inbox(), await sums()]).toEqual([1, [85n, 850n]])
  })

  test('A4: the same session id of two people, and of one who dials again, are sessions of their own', async () => {
    const other = await aLine()
    await say('start', { at: 0 })
    await say('start', { at: 0, login: other.login })
    await say('interim', { at: 10, seconds: 600, up: 1n, down: 1n })
    await say('interim', { at: 10, seconds: 600, up: 7n, down: 7n, login: other.login })
    expect(await live()).toMatchObject([{ upload_bytes: 1n }])
    expect(await live(other.id)).toMatchObject([{ upload_bytes: 7n }])
    await say('stop', { at: 15, seconds: 900, up: 2n, down: 2n })
    expect(await live(other.id)).toHaveLength(1)
    // Again with the same id, minutes later.
    expect(await say('start', { at: 20 })).toBe('opened')
    expect(await say('interim', { at: 30, seconds: 600, up: 3n, down: 3n })).toBe('refreshed')
    expect(await say('stop', { at: 40, seconds: 1200, up: 4n, down: 4n })).toBe('closed')
    expect(await closed()).toMatchObject([
      { started_at: when(20), upload_bytes: 4n },
      { started_at: when(0), upload_bytes: 2n },
    ])
    expect(await sums()).toEqual([6n, 6n])
  })

  test('A4: an id that comes again while the end was lost closes the session before', async () => {
    await say('start', { at: 0 })
    await say('interim', { at: 10, seconds: 600, up: 9n, down: 9n })
    expect(await say('interim', { at: 40, seconds: 300, up: 2n, down: 2n })).toBe('opened')
    expect(await closed()).toMatchObject([{ ended_at: when(10), terminate_cause: 'lost', upload_bytes: 9n }])
    expect(await live()).toMatchObject([{ started_at: when(35), upload_bytes: 2n }])
    expect(await sums()).toEqual([11n, 11n])
  })

  test('A5: a router that begins anew ends its own sessions from before, and no others', async () => {
    await say('start', { at: 0 })
    await say('start', { at: 8, session: 's9', login: 'nobody' })
    const elsewhere = await aBareRouter(database, branchId)
    const other = await aLine()
    await recordPolled(database, { routerId: elsewhere, at: when(1), isComplete: true, sessions: [{ login: other.login, sessionId: 'x' }] })
    expect(await recordRestart(database, routerId, when(5))).toBe(1)
    expect(await closed()).toMatchObject([{ ended_at: when(5), terminate_cause: 'restarted' }])
    expect(await live(other.id)).toHaveLength(1)
    expect(await recordRestart(database, routerId, when(5))).toBe(0)
  })

  test('A5: a session that misses three interims is closed, and goes on where it was when it is heard of again', async () => {
    await say('start', { at: 0 })
    await say('interim', { at: 10, seconds: 600, up: 10n, down: 10n })
    clock.set(when(42).toString())
    await closeLost(database, new AbortController().signal)
    expect(await live()).toHaveLength(1)
    clock.set(when(45).toString())
    await closeLost(database, new AbortController().signal)
    expect(await live()).toEqual([])
    expect(await closed()).toMatchObject([{ ended_at: when(10), terminate_cause: 'lost' }])
    expect(await say('interim', { at: 60, seconds: 3600, up: 30n, down: 30n })).toBe('reopened')
    expect(await closed()).toEqual([])
    expect(await live()).toMatchObject([{ started_at: when(0), upload_bytes: 30n }])
    expect(await sums()).toEqual([30n, 30n])
  })

  test('A5: the ghost of a box that dials again is closed at once', async () => {
    await say('start', { at: 0, caller: '50:d4:f7:00:00:01' })
    await say('start', { at: 30, session: 's2', caller: '50:d4:f7:00:00:01' })
    expect(await live()).toMatchObject([{ acct_session_id: 's2' }])
    expect(await closed()).toMatchObject([{ acct_session_id: 's1', terminate_cause: 'replaced' }])
  })

  test('twenty at once make one session and count its bytes once', async () => {
    const all = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, n) => await say(n % 3 === 0 ? 'start' : 'interim', { at: 10, seconds: n % 3 === 0 ? null : 600, up: 10n, down: 10n }),
      ),
    )
    expect(all.filter((done) => done === 'opened')).toHaveLength(1)
    const stops = await Promise.all(Array.from({ length: 10 }, async () => await say('stop', { at: 11, seconds: 660, up: 12n, down: 12n })))
    expect(stops.filter((done) => done === 'closed')).toHaveLength(1)
    expect(await sums()).toEqual([12n, 12n])
  })

  test('a login in another case is the same line; an unknown one is nobody’s until the line exists', async () => {
    await say('start', { at: 0, login: line.login.toUpperCase() })
    expect(await live()).toHaveLength(1)
    const login = `late${unique()}`
    await say('start', { at: 0, login })
    await say('interim', { at: 10, seconds: 600, up: 4n, down: 4n, login })
    const late = await aLine({ login })
    await say('interim', { at: 20, seconds: 1200, up: 6n, down: 6n, login })
    expect(await live(late.id)).toMatchObject([{ upload_bytes: 6n }])
    expect(await sums(late.id)).toEqual([2n, 2n])
  })

  test('every refresh stays on its page', async () => {
    await say('start', { at: 0, address: '100.64.0.5' })
    const [before, after] = await database.db.transaction().execute(async (db) => {
      const counted = async () =>
        (
          await sql<{
            all: bigint
            hot: bigint
          }>`select n_tup_upd as all, n_tup_hot_upd as hot from pg_stat_xact_user_tables where relname = 'ppp_sessions'`.execute(db)
        ).rows[0] as { all: bigint; hot: bigint }
      const first = await counted()
      for (let n = 1; n <= 5; n += 1) await say('interim', { at: n, seconds: n * 60, up: BigInt(n), down: BigInt(n), address: '100.64.0.5' }, db)
      return [first, await counted()] as const
    })
    expect([after.all - before.all, after.hot - before.hot]).toEqual([5n, 5n])
  })
})

describe('a poller', () => {
  const seen = (n: number, facts: Partial<PolledSession> = {}): PolledSession => ({
    login: `p${routerId}-${n}`,
    sessionId: `0x${n}`,
    uptimeSeconds: 60,
    ...facts,
  })
  const poll = async (at: number, sessions: PolledSession[], isComplete = true) =>
    await recordPolled(database, { routerId, at: when(at), sessions, isComplete })

  test('opens, refreshes and closes; what is not said stays, and a look that broke off closes nobody', async () => {
    const mine = { login: line.login, sessionId: '0x81d00001' }
    expect(
      await poll(10, [{ ...mine, uptimeSeconds: 120, address: '100.64.0.7', callerId: '50:d4:f7:00:00:02', uploadBytes: 5n, downloadBytes: 50n }, seen(1)]),
    ).toEqual({
      opened: 2,
      refreshed: 0,
      closed: 0,
    })
    expect(await poll(15, [mine], false)).toEqual({ opened: 0, refreshed: 1, closed: 0 })
    expect(await live()).toMatchObject([{ started_at: when(8), address: '100.64.0.7', upload_bytes: 5n, source: 'poll' }])
    expect(await poll(20, [{ ...mine, uploadBytes: 9n, downloadBytes: 90n }])).toEqual({ opened: 0, refreshed: 1, closed: 1 })
    expect(await sums()).toEqual([9n, 90n])
    expect(await poll(25, [])).toEqual({ opened: 0, refreshed: 0, closed: 1 })
    expect(await closed()).toMatchObject([{ ended_at: when(20), terminate_cause: 'gone' }])
    // A router that had said nothing by mistake: it was never gone.
    expect(await poll(30, [{ ...mine, uptimeSeconds: 1320 }])).toEqual({ opened: 1, refreshed: 0, closed: 0 })
    expect(await closed()).toEqual([])
  })

  test('does not touch what RADIUS reports', async () => {
    await say('start', { at: 0 })
    expect(await poll(10, [seen(1)])).toMatchObject({ closed: 0 })
    expect(await live()).toHaveLength(1)
  })

  test('puts 5,000 sessions down in batches', async () => {
    const many = Array.from({ length: 5000 }, (_, n) => seen(n, { uploadBytes: 1n, downloadBytes: 2n }))
    expect(await poll(10, many)).toEqual({ opened: 5000, refreshed: 0, closed: 0 })
    expect(await poll(15, many.slice(1))).toEqual({ opened: 0, refreshed: 4999, closed: 1 })
  })
})

describe('lists', () => {
  test('show who is online and who was, page by page, by router, login and address', async () => {
    const send = await appAs(database, 'admin')
    await say('start', { at: 0, address: '100.64.3.1' })
    await say('start', { at: 1, session: 's2', login: 'nobody', address: '100.64.3.2' })
    await say('start', { at: 2, session: 's3', login: 'nobody', address: '2001:db8::7' })
    const path = `/ppp-sessions?router_id=${routerId}`
    const first = await send('GET', `${path}&limit=2`)
    expect(first.body.items.map(({ acct_session_id }: PppSession) => acct_session_id)).toEqual(['s3', 's2'])
    const second = await send('GET', `${path}&limit=2&cursor=${first.body.next_cursor}`)
    expect(second.body).toMatchObject({ items: [{ login: line.login, subscription_id: Number(line.id), client_name: expect.any(String) }], next_cursor: null })
    expect((await send('GET', `${path}&address=2001:db8:0::7`)).body.items).toHaveLength(1)
    expect((await send('GET', `/ppp-sessions?login=${line.login}`)).body.items).toHaveLength(1)
    expect((await send('GET', `${path}&address=nonsense`)).status).toBe(422)
    await say('stop', { at: 5, session: 's2', login: 'nobody', seconds: 240 })
    await say('stop', { at: 6, seconds: 360, up: 1n, down: 2n })
    const ended = await send('GET', `${path}&is_online=false&limit=1`)
    expect(ended.body.items).toMatchObject([{ login: line.login, ended_at: '2026-03-10T06:06:00Z', terminate_cause: 'User-Request' }])
    expect((await send('GET', `${path}&is_online=false&cursor=${ended.body.next_cursor}`)).body.items).toMatchObject([{ acct_session_id: 's2' }])
  })

  test('of a line: what is open, what was, and what it used by the hour, the day and the month of the company', async () => {
    const send = await appAs(database, 'support')
    await say('stop', { at: 60 * 11.5, session: 'old', seconds: 60, up: 3n, down: 4n })
    await say('start', { at: 60 * 12 })
    await say('interim', { at: 60 * 12.5, seconds: 1800, up: 10n, down: 20n })
    const history = await send('GET', `/subscriptions/${line.id}/ppp-sessions`)
    expect(history.body).toMatchObject({ live: [{ upload_bytes: 10 }], items: [{ acct_session_id: 'old' }] })
    const usage = async (step: string) =>
      (await send('GET', `/subscriptions/${line.id}/usage?step=${step}&from=2026-03-01T00:00:00Z&to=2026-03-20T00:00:00Z`)).body.items
    expect(await usage('hour')).toHaveLength(2)
    // 18:00 in UTC is midnight in Dhaka.
    expect(await usage('day')).toEqual([
      { starts_at: '2026-03-09T18:00:00Z', upload_bytes: 3, download_bytes: 4 },
      { starts_at: '2026-03-10T18:00:00Z', upload_bytes: 10, download_bytes: 20 },
    ])
    expect(await usage('month')).toEqual([{ starts_at: '2026-02-28T18:00:00Z', upload_bytes: 13, download_bytes: 24 }])
    const far = await send('GET', `/subscriptions/${line.id}/usage?step=hour&from=2025-03-01T00:00:00Z&to=2026-03-20T00:00:00Z`)
    expect(far.status).toBe(422)
  })

  test('a branch sees its own clients’ sessions and nobody’s on its routers; a reseller his clients’ alone', async () => {
    const reseller = await aReseller(database, branchId)
    const own = await aLine({ reseller_id: reseller })
    const elsewhere = await aBranch(database)
    const strange = await aLine({ branch: elsewhere })
    for (const login of [line.login, own.login, strange.login, 'nobody']) await say('start', { at: 0, session: login, login })
    const seenBy = async (scope: Parameters<typeof appAs>[2]) => {
      const send = await appAs(database, 'viewer', scope)
      return (await send('GET', `/ppp-sessions?router_id=${routerId}`)).body.items.map(({ login }: PppSession) => login).sort()
    }
    expect(await seenBy({ scope: { kind: 'branches', branchIds: [branchId] } })).toEqual([line.login, own.login, 'nobody'].sort())
    expect(await seenBy({ scope: { kind: 'reseller', resellerId: reseller } })).toEqual([own.login])
    const send = await appAs(database, 'viewer', { scope: { kind: 'reseller', resellerId: reseller } })
    expect((await send('GET', `/subscriptions/${line.id}/ppp-sessions`)).status).toBe(404)
    expect((await send('GET', `/subscriptions/${line.id}/usage?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z`)).status).toBe(404)
  })
})

test('sessions are found by branch and area, by the beginning of a login, by MAC and by address; lines with service are counted', async () => {
  const send = await appAs(database, 'admin')
  const login = `found${unique()}`
  const found = await aLine({ login })
  await sql`update access set desired_on = true where subscription_id = ${found.id}`.execute(database.db)
  const before = (await send('GET', '/ppp-sessions/counts')).body
  await say('start', { at: 0, login, address: '100.64.7.7', caller: '50:d4:f7:00:77:77' })
  const list = async (query: string): Promise<string[]> => (await send('GET', `/ppp-sessions?${query}`)).body.items.map((row: PppSession) => row.login)
  for (const query of [`q=${login.slice(0, 6)}&router_id=${routerId}`, 'q=50-D4-F7-00-77-77', 'q=100.64.7.7', `branch_id=${branchId}&q=${login}`])
    expect(await list(query)).toEqual([login])
  expect(await list(`area_id=999999&q=${login}`)).toEqual([])
  expect(await list(`q=${login.slice(1)}`)).toEqual([])
  expect((await send('GET', '/ppp-sessions/counts')).body).toMatchObject({ online: before.online + 1, offline: before.offline - 1 })
  await say('stop', { at: 1, login, seconds: 60 })
  clock.advance({ minutes: 5 })
  expect((await send('GET', '/ppp-sessions/counts')).body).toMatchObject({
    online: before.online,
    offline: before.offline,
    seen_lately: before.seen_lately + 1,
  })
})
