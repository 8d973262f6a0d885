import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { companyScope } from '../../../kernel/actor.ts'
import { systemClock } from '../../../kernel/clock.ts'
import { date } from '../../../kernel/time.ts'
import { conn } from '../../../platform/db/transaction.ts'
import { testDatabase } from '../../../testing/database.ts'
import type { TestDatabase } from '../../../testing/database.ts'
import { aBareRouter, aBranch, aClient, aPackage, doing, unique } from '../../../testing/factories.ts'
import { ask, missingFreeRadius, said, startFreeRadius } from '../../../testing/free-radius.ts'
import type { Answer, FreeRadius } from '../../../testing/free-radius.ts'
import { challengeResponse, md4, msChap2 } from '../../../testing/ms-chap.ts'
import { addReason, clearReason } from '../../access/index.ts'
import { setPppoePassword } from '../../clients/lines/edit-subscription.ts'
import { listClosedSessions, readLiveSessions, readUsage } from '../sessions/index.ts'
import type { PppSession } from '../sessions/index.ts'
import { setUpRadius } from './index.ts'
import { selectHeard } from './routers-store.ts'

const missing = missingFreeRadius()
if (missing !== null) process.stderr.write(`SKIPPED: the tests against FreeRADIUS, as ${missing}\n`)

const SECRET = 'a secret that router and server share'
const GIB = 1024n ** 3n

interface Line {
  readonly id: bigint
  readonly login: string
  readonly password: string
}

describe.skipIf(missing !== null)('FreeRADIUS, with the configuration that we write', () => {
  let database: TestDatabase
  let way: Awaited<ReturnType<typeof aWay>>
  let server: FreeRadius
  let branchId: bigint
  let routerId: bigint
  let packageId: bigint

  beforeAll(async () => {
    database = await testDatabase({ clock: systemClock })
    branchId = await aBranch(database)
    packageId = (await aPackage(database, { downloadKbps: 20_000, uploadKbps: 10_000 })).package.id
    routerId = await aRouterAt('127.0.0.1')
    way = await aWay(database.url)
    server = await startFreeRadius(database, { connectTo: way.url })
  })
  afterAll(async () => {
    await server?.stop()
    await way?.close()
  })

  async function aRouterAt(address: string, rules: { suspend_by?: string; suspend_target?: string; is_signed?: boolean } = {}): Promise<bigint> {
    const id = await aBareRouter(database, branchId)
    await sql`update routers set is_active = true, host = ${address}, address_pool = 'home', suspend_by = ${rules.suspend_by ?? 'disable'},
      suspend_target = ${rules.suspend_target ?? ''} where id = ${id}`.execute(database.db)
    await doing(database, async (tx) => await setUpRadius(tx, id, { address, secret: SECRET, coa_port: 3799, is_signed: rules.is_signed ?? false }))
    return id
  }
  async function aLine({
    password = 'secret word',
    login = `user${unique()}`,
    ...facts
  }: {
    password?: string
    login?: string
    static_ip?: string
  } = {}): Promise<Line> {
    const { subscription } = await aClient(database, {
      branch_id: branchId,
      subscription: { packageId, pppoe_login: login, pppoePassword: password, router_id: routerId, activatedOn: date('2026-01-01'), ...facts },
    })
    return { id: subscription?.id as bigint, login, password }
  }
  /** From a router's address: any of 127.0.0.0/8 is one of this machine's. */
  const auth = async (attributes: string[], from = '127.0.0.1'): Promise<Answer> =>
    await ask('auth', attributes, { port: server.authPort, secret: SECRET, from })
  // radclient takes the backslashes of a password away twice.
  const pap = async ({ login, password }: Pick<Line, 'login' | 'password'>, from?: string): Promise<Answer> =>
    await auth([`User-Name = ${said(login)}`, `User-Password = ${said(password.replaceAll('\\', '\\\\'))}`], from)
  const account = async (
    line: Pick<Line, 'login'>,
    status: string,
    session: string,
    more: readonly string[] = [],
    from = '127.0.0.1',
  ): Promise<string | null> =>
    (
      await ask('acct', [`User-Name = ${said(line.login)}`, `Acct-Status-Type = ${status}`, `Acct-Session-Id = ${said(session)}`, ...more], {
        port: server.acctPort,
        secret: SECRET,
        from,
      })
    ).code
  const live = async ({ id }: Line): Promise<PppSession[]> => await readLiveSessions(database, companyScope, id)
  const closed = async ({ id }: Line): Promise<PppSession[]> => await listClosedSessions(database, companyScope, id, { limit: 50, after: undefined })

  describe('A1: who may dial in, and what he gets', () => {
    test('the test computes MS-CHAP as the standards do', () => {
      expect(md4(Buffer.from('message digest')).toString('hex')).toBe('d9130a8164549fe818874806e1c7014b')
      // RFC 2759, 9.2.
      const hash = md4(Buffer.from('clientPass', 'utf16le'))
      expect(hash.toString('hex')).toBe('44ebba8d5312b8d611474411f56989ae')
      expect(challengeResponse(Buffer.from('d02e4386bce91226', 'hex'), hash).toString('hex')).toBe('82309ecd8d708b5ea08faa3981cd83544233114a3d85d6df')
    })

    test('PAP, CHAP, MS-CHAPv1 and v2 are accepted with the right password and refused with a wrong one; every answer is signed', async () => {
      const line = await aLine()
      const name = `User-Name = ${line.login}`
      const mschap2 = (password: string): string[] => [
        name,
        ...msChap2({ login: line.login, password, challenge: randomBytes(16), peerChallenge: randomBytes(16) }),
      ]
      const good = await Promise.all([
        pap(line),
        auth([name, 'CHAP-Password = "secret word"']),
        auth([name, 'MS-CHAP-Password = "secret word"']),
        auth(mschap2('secret word')),
      ])
      expect(good.map(({ code }) => code)).toEqual(['Access-Accept', 'Access-Accept', 'Access-Accept', 'Access-Accept'])
      expect(good[3]?.attributes).toHaveProperty('MS-CHAP2-Success')
      const bad = await Promise.all([
        pap({ ...line, password: 'secret wort' }),
        auth([name, 'CHAP-Password = "secret wort"']),
        auth([name, 'MS-CHAP-Password = "secret wort"']),
        auth(mschap2('secret wort')),
        pap({ login: 'nobody', password: 'secret word' }),
      ])
      expect(bad.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'Access-Reject'))
      for (const { attributes } of [...good, ...bad]) expect(attributes).toHaveProperty('Message-Authenticator')
      // What was put together for an acceptance does not leave in a refusal.
      for (const { attributes } of bad) expect(Object.keys(attributes).filter((key) => !['Message-Authenticator', 'MS-CHAP-Error'].includes(key))).toEqual([])
    })

    test('he gets his speed, address or pool, what stands for it, and a time to report that is his own', async () => {
      const [dynamic, fixed] = [await aLine(), await aLine({ static_ip: '203.0.113.9' })]
      const { attributes } = await pap(dynamic)
      expect(attributes).toMatchObject({ 'Mikrotik-Rate-Limit': '10000k/20000k', 'Framed-Pool': 'home', 'Service-Type': 'Framed-User' })
      expect(Buffer.from((attributes['Class'] as string).slice(2), 'hex').toString()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}$/)
      const times = [attributes, (await pap(fixed)).attributes].map((each) => Number(each['Acct-Interim-Interval']))
      for (const time of times) expect(time).toBeGreaterThanOrEqual(540)
      for (const time of times) expect(time).toBeLessThanOrEqual(660)
      expect(times[0]).not.toBe(times[1])
      const own = (await pap(fixed)).attributes
      expect(own['Framed-IP-Address']).toBe('203.0.113.9')
      expect(own).not.toHaveProperty('Framed-Pool')
    })

    test('without service he is refused, or let into the walled garden that the router has', async () => {
      const line = await aLine({ static_ip: '203.0.113.10' })
      await aRouterAt('127.0.0.2', { suspend_by: 'address_list', suspend_target: 'no "pay" \\ list' })
      await aRouterAt('127.0.0.3', { suspend_by: 'pool', suspend_target: 'blocked' })
      await aRouterAt('127.0.0.4', { suspend_by: 'profile', suspend_target: 'suspended' })
      await doing(database, async (tx) => await addReason(tx, line.id, 'billing'))
      expect((await pap(line)).code).toBe('Access-Reject')
      expect(await pap(line, '127.0.0.2')).toMatchObject({
        code: 'Access-Accept',
        attributes: { 'Mikrotik-Address-List': 'no \\"pay\\" \\\\ list', 'Framed-IP-Address': '203.0.113.10' },
      })
      const pool = await pap(line, '127.0.0.3')
      expect(pool).toMatchObject({ code: 'Access-Accept', attributes: { 'Framed-Pool': 'blocked' } })
      expect(pool.attributes).not.toHaveProperty('Framed-IP-Address')
      expect(await pap(line, '127.0.0.4')).toMatchObject({ code: 'Access-Accept', attributes: { 'Mikrotik-Group': 'suspended' } })
      await doing(database, async (tx) => await clearReason(tx, line.id, 'billing'))
      expect((await pap(line)).code).toBe('Access-Accept')
      expect((await pap(line, '127.0.0.2')).attributes).not.toHaveProperty('Mikrotik-Address-List')
    })

    test('a new password counts at once; who has left is refused', async () => {
      const line = await aLine()
      expect((await pap(line)).code).toBe('Access-Accept')
      await doing(database, async (tx) => await setPppoePassword(tx, { subscriptionId: line.id, password: 'another one' }))
      expect((await pap(line)).code).toBe('Access-Reject')
      expect((await pap({ ...line, password: 'another one' })).code).toBe('Access-Accept')
      await doing(database, async (tx) => await addReason(tx, line.id, 'left'))
      expect((await pap({ ...line, password: 'another one' })).code).toBe('Access-Reject')
    })

    test('passwords of every kind arrive as they are, and none is taken for a command', async () => {
      for (const password of ['a\\nb', '`id`', '"x"', "'q'", '%{User-Name}', 'ends with \\', 'পাসওয়ার্ড', '{clear}x', 'o\'b"c', '$5,00', ' a ', '0x41']) {
        const line = await aLine({ password })
        expect([password, (await pap(line)).code]).toEqual([password, 'Access-Accept'])
        expect((await pap({ ...line, password: 'id' })).code).toBe('Access-Reject')
      }
    })
  })

  test('A2: names with signs are looked up and stored as they are; none is taken for SQL', async () => {
    for (const login of ['a+b@isp', "o'brien", "x'or'1'='1", '=2Bb', 'back\\slash', '%{User-Name}', '`id`']) {
      const line = await aLine({ login: `${login}${unique()}` })
      expect([login, (await pap(line)).code]).toEqual([login, 'Access-Accept'])
      expect(await account(line, 'Start', 'a2')).toBe('Accounting-Response')
      expect(await live(line)).toMatchObject([{ login: line.login }])
    }
    const line = await aLine({ login: `Case${unique()}` })
    expect((await pap({ ...line, login: line.login.toLowerCase() })).code).toBe('Access-Accept')
    for (const login of [`${line.login} `, ` ${line.login}`, "x' or '1'='1", 'কেউনা', `${line.login}\\000x`])
      expect((await pap({ ...line, login })).code).toBe('Access-Reject')
    // Bytes that are no text.
    expect((await auth(['Attr-1 = 0xff41', 'User-Password = "x"'])).code).toBe('Access-Reject')
  })

  describe('A3: accounting', () => {
    const octets = (up: bigint, down: bigint, seconds: number): string[] => [
      `Acct-Session-Time = ${seconds}`,
      `Acct-Input-Octets = ${up % 2n ** 32n}`,
      `Acct-Input-Gigawords = ${up / 2n ** 32n}`,
      `Acct-Output-Octets = ${down % 2n ** 32n}`,
      `Acct-Output-Gigawords = ${down / 2n ** 32n}`,
    ]
    const OK = 'Accounting-Response'

    test('start, interims and stop, with more than 4 GiB; repeated, late and out of order, each is answered and none spoils anything', async () => {
      const line = await aLine()
      const about = ['Framed-IP-Address = 100.64.0.5', 'Calling-Station-Id = "50:D4:F7:00:00:AA"', 'NAS-Port-Id = "ether1"', 'Called-Station-Id = "home"']
      const granted = (await pap(line)).attributes['Class'] as string
      expect(await account(line, 'Start', 's1', [...about, `Class = ${granted}`])).toBe(OK)
      expect(await account(line, 'Start', 's1', about)).toBe(OK)
      expect(await account(line, 'Interim-Update', 's1', octets(5n * GIB, 9n * GIB, 2))).toBe(OK)
      expect(await account(line, 'Interim-Update', 's1', octets(1n * GIB, 2n * GIB, 1))).toBe(OK)
      expect(await live(line)).toMatchObject([
        {
          upload_bytes: 5n * GIB,
          download_bytes: 9n * GIB,
          address: '100.64.0.5',
          caller_id: '50:d4:f7:00:00:aa',
          nas_port: 'ether1',
          service: 'home',
          source: 'radius',
        },
      ])
      const { rows } = await sql<{ policy: string }>`select policy from ppp_sessions where subscription_id = ${line.id}`.execute(database.db)
      expect(rows[0]?.policy).toBe(Buffer.from(granted.slice(2), 'hex').toString())
      expect(await account(line, 'Stop', 's1', [...octets(5n * GIB + 1n, 9n * GIB + 1n, 3), 'Acct-Terminate-Cause = User-Request'])).toBe(OK)
      expect(await account(line, 'Interim-Update', 's1', octets(5n * GIB, 9n * GIB, 3))).toBe(OK)
      expect(await account(line, 'Stop', 's1', octets(5n * GIB + 1n, 9n * GIB + 1n, 3))).toBe(OK)
      expect(await account(line, 'Start', 's1', about)).toBe(OK)
      expect(await live(line)).toEqual([])
      expect(await closed(line)).toMatchObject([{ upload_bytes: 5n * GIB + 1n, download_bytes: 9n * GIB + 1n, terminate_cause: 'User-Request' }])
      const now = Temporal.Now.instant()
      const used = await readUsage(await conn(database), line.id, { step: 'month', from: now.subtract({ hours: 24 }), to: now.add({ hours: 1 }) })
      expect(used.reduce((sum, { upload_bytes }) => sum + upload_bytes, 0n)).toBe(5n * GIB + 1n)
    })

    test('an interim and a stop without a start', async () => {
      const line = await aLine()
      expect(await account(line, 'Interim-Update', 's1', octets(10n, 20n, 300))).toBe(OK)
      expect(await live(line)).toMatchObject([{ upload_bytes: 10n }])
      expect(await account(line, 'Stop', 's2', octets(1n, 2n, 60))).toBe(OK)
      expect(await closed(line)).toMatchObject([{ acct_session_id: 's2', download_bytes: 2n }])
    })

    test('what a router delivers late happened earlier; what its clock says does not matter', async () => {
      const line = await aLine()
      const now = Temporal.Now.instant()
      await account(line, 'Start', 's1', ['Acct-Delay-Time = 120', 'Event-Timestamp = 1000'])
      await account(line, 'Start', 's2', ['Event-Timestamp = 4000000000'])
      const [second, first] = await live(line)
      expect(Math.abs(first?.started_at.until(now).total('seconds') as number) - 120).toBeLessThan(10)
      expect(Math.abs(second?.started_at.until(now).total('seconds') as number)).toBeLessThan(10)
    })
  })

  test('A4: two people with the same session id on one router are two sessions', async () => {
    const [one, two] = [await aLine(), await aLine()]
    for (const line of [one, two]) await account(line, 'Start', '00000000')
    await account(one, 'Stop', '00000000', ['Acct-Session-Time = 1'])
    expect([await live(one), await live(two)].map(({ length }) => length)).toEqual([0, 1])
  })

  test('A5: Accounting-On ends what was on that router, and on no other; a ghost keeps nobody out', async () => {
    const [here, there] = [await aLine(), await aLine()]
    await aRouterAt('127.0.0.9')
    await account(here, 'Start', 'on')
    await account(there, 'Start', 'on', [], '127.0.0.9')
    expect((await pap(here)).code).toBe('Access-Accept')
    const on = await ask('acct', ['Acct-Status-Type = Accounting-On', 'NAS-IP-Address = 127.0.0.9'], {
      port: server.acctPort,
      secret: SECRET,
      from: '127.0.0.1',
    })
    expect(on.code).toBe('Accounting-Response')
    expect(await live(here)).toEqual([])
    expect(await closed(here)).toMatchObject([{ terminate_cause: 'restarted' }])
    expect(await live(there)).toHaveLength(1)
  })

  test('A6: without the database there is silence, no refusal; when it is back, what comes again is stored once', async () => {
    const line = await aLine()
    expect((await pap(line)).code).toBe('Access-Accept')
    await way.block()
    expect((await pap(line)).code).toBeNull()
    expect((await pap({ ...line, password: 'wrong' })).code).toBeNull()
    expect(await account(line, 'Start', 'a6')).toBeNull()
    await way.open()
    await expect.poll(async () => (await pap(line)).code, { timeout: 15_000 }).toBe('Access-Accept')
    expect(await account(line, 'Start', 'a6', ['Acct-Delay-Time = 5'])).toBe('Accounting-Response')
    expect(await account(line, 'Start', 'a6', ['Acct-Delay-Time = 5'])).toBe('Accounting-Response')
    expect(await live(line)).toHaveLength(1)
  })

  test('a router that signs its packets is answered only where it does; a wrong secret and a stranger get nothing', async () => {
    const line = await aLine()
    await aRouterAt('127.0.0.20', { is_signed: true })
    expect((await pap(line, '127.0.0.20')).code).toBeNull()
    const signed = [`User-Name = ${line.login}`, `User-Password = ${said(line.password)}`, 'Message-Authenticator = 0x00']
    expect((await auth(signed, '127.0.0.20')).code).toBe('Access-Accept')
    expect((await pap(line, '127.0.0.66')).code).toBeNull()
    expect((await ask('auth', signed, { port: server.authPort, secret: 'another', from: '127.0.0.1' })).code).toBeNull()
  })

  test('a router that was heard is shown with when; one that never asked is not', async () => {
    const line = await aLine()
    expect((await pap(line)).code).toBe('Access-Accept')
    const silent = await aRouterAt('127.0.0.21')
    const heard = async (id: bigint): Promise<Temporal.Instant | null> => (await selectHeard(database, id)).heard_at
    expect(Math.abs((await heard(routerId))?.until(Temporal.Now.instant()).total('seconds') ?? Number.NaN)).toBeLessThan(90)
    expect(await heard(silent)).toBeNull()
    await account(line, 'Start', 'heard')
    expect((await selectHeard(database, routerId)).accounted_at).not.toBeNull()
  })

  test('its role may call what it needs, and read nothing', async () => {
    const { rows } = await sql<{
      user: string
    }>`select usename as user from pg_stat_activity where usename like 'lastmile_radius%' and datname = current_database()`.execute(database.db)
    const [{ user } = { user: '' }] = rows
    expect(user).not.toBe('')
    const asRole = async (statement: string): Promise<unknown> =>
      await database.db.transaction().execute(async (db) => {
        await sql`set local role ${sql.id(user)}`.execute(db)
        return (await sql.raw(statement).execute(db)).rows
      })
    for (const table of ['subscriptions', 'radius_credentials', 'radius_keys', 'radius_routers', 'ppp_sessions', 'clients'])
      await expect(asRole(`select * from ${table}`)).rejects.toThrow(/permission denied/)
    await expect(asRole("select report_ppp_session('start', 1, 'radius', 'x', 'y', now(), 0, null, null, '', '', '', null, 0, 0, '')")).rejects.toThrow(
      /permission denied/,
    )
    const line = await aLine()
    const hex = Buffer.from(line.login).toString('hex')
    // Without the key of the connection a password does not open, and nobody is answered.
    await expect(asRole(`select * from radius_log_in('${hex}', 'router-${routerId}')`)).rejects.toThrow(/does not open/)
    await expect(asRole(`select radius_client('127.0.0.1', 'name') as name`)).resolves.toEqual([{ name: `router-${routerId}` }])
  })

  test('neither passwords nor the key stand in its log', () => {
    expect(server.output()).not.toMatch(/password=|secret word|radius_key/)
  })
})

/** The way to the database, which can be blocked. */
async function aWay(url: string) {
  const { host, port, database } = new Client({ connectionString: url })
  const open = new Set<Socket>()
  const make = () =>
    createServer((from) => {
      const to = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
      for (const socket of [from, to]) {
        open.add(socket)
        socket.on('error', () => {})
        socket.on('close', () => {
          from.destroy()
          to.destroy()
          open.delete(socket)
        })
      }
      from.pipe(to).pipe(from)
    })
  let listener = make().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const own = (listener.address() as AddressInfo).port
  async function block(): Promise<void> {
    const closed = once(listener, 'close')
    listener.close()
    for (const socket of open) socket.destroy()
    await closed
  }
  return {
    url: `postgres://x@127.0.0.1:${own}/${database}`,
    block,
    async open() {
      listener = make().listen(own, '127.0.0.1')
      await once(listener, 'listening')
    },
    close: block,
  }
}
