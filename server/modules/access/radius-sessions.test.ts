import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { systemClock } from '../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, doing, unique } from '../../testing/factories.ts'
import { freePort, missingFreeRadius, startNas } from '../../testing/free-radius.ts'
import { aRouter, byHand } from '../../testing/network.ts'
import type { Network } from '../../testing/network.ts'
import { editSubscription } from '../clients/index.ts'
import { setUpRadius } from '../network/radius/index.ts'
import { applyAccessTo } from './apply-access.ts'
import { addReason, clearReason, setDesiredAccess } from './index.ts'

const missing = missingFreeRadius()
if (missing !== null) process.stderr.write(`SKIPPED: changes of live sessions against FreeRADIUS, as ${missing}\n`)

const SECRET = 'a secret that router and server share'
const actor = systemActor('test', ALL_PERMISSIONS)

interface Line {
  readonly id: bigint
  readonly login: string
}

describe.skipIf(missing !== null)('A7: live sessions follow what their lines want', () => {
  let database: TestDatabase
  let nas: Awaited<ReturnType<typeof startNas>>
  let branchId: bigint
  let packageId: bigint
  let network: Network

  beforeAll(async () => {
    database = await testDatabase({ clock: systemClock })
    branchId = await aBranch(database)
    packageId = (await aPackage(database, { downloadKbps: 20_000, uploadKbps: 10_000 })).package.id
    nas = await startNas({ secret: SECRET, isSigned: true })
  })
  afterAll(async () => await nas?.stop())
  beforeEach(async () => {
    network = await aRouter(database, { branchId })
    await byRadius(nas.port)
  })

  const byRadius = async (port: number): Promise<void> =>
    await doing(database, async (tx) => {
      await sql`delete from radius_routers`.execute(tx.db)
      await setUpRadius(tx, network.routerId, { address: '127.0.0.1', secret: SECRET, coa_port: port, is_signed: true })
    })

  /** A line that is online with what it would be given. */
  async function online(login = 'user', { session = `s${unique()}` } = {}): Promise<Line> {
    const name = `${login}${unique()}`
    const { subscription } = await aClient(database, {
      branch_id: branchId,
      subscription: { packageId, pppoe_login: name, pppoePassword: 'word', router_id: network.routerId, activatedOn: date('2026-01-01') },
    })
    const line = { id: subscription?.id as bigint, login: name }
    await report(line, 'Start', session)
    return line
  }
  async function report({ login }: Line, kind: string, session: string): Promise<void> {
    const hex = (text: string): string => Buffer.from(text).toString('hex')
    const { rows } = await sql<{ value: string }>`
      select value from radius_reply(${hex(login)}, ${`router-${network.routerId}`}) where attribute = 'Class'`.execute(database.db)
    await sql`select radius_account(${kind}, ${`router-${network.routerId}`}, ${hex(login)}, ${hex(session)}, '', '', '100.64.0.7', '', '', '', '', ${(rows[0]?.value ?? '0x').slice(2)},
      '', '', '', '', '')`.execute(database.db)
  }
  const apply = async (): Promise<void> => await applyAccessTo(database, network.routerId, { actor, signal: new AbortController().signal, isWhole: false })
  const told = async ({ id }: Line): Promise<string[]> =>
    (
      await sql<{
        said: string
      }>`select kind || ' ' || outcome || coalesce(' ' || error_cause, '') as said from radius_commands where subscription_id = ${id} order by id`.execute(
        database.db,
      )
    ).rows.map(({ said }) => said)
  const standing = async ({ id }: Line): Promise<{ in_sync: boolean; last_error: string | null; live: bigint }> =>
    (
      await sql<{ in_sync: boolean; last_error: string | null; live: bigint }>`
        select revision = applied_revision as in_sync, last_error, (select count(*) from ppp_sessions p where p.subscription_id = a.subscription_id) as live
        from access a where subscription_id = ${id}`.execute(database.db)
    ).rows[0] as never
  const suspend = async (...lines: Line[]): Promise<void> =>
    void (await doing(
      database,
      async (tx) =>
        await addReason(
          tx,
          lines.map(({ id }) => id),
          'billing',
        ),
    ))
  const restore = async (line: Line): Promise<void> => void (await doing(database, async (tx) => await clearReason(tx, line.id, 'billing')))
  /** As a package change of that day leaves it. */
  async function giveSpeed({ id }: Line, kbps: number): Promise<void> {
    const other = await aPackage(database, { downloadKbps: kbps * 2, uploadKbps: kbps })
    await doing(database, async (tx) => {
      await sql`update subscription_terms set package_version_id = ${other.version.id} where subscription_id = ${id}`.execute(tx.db)
      await setDesiredAccess(tx, id)
    })
  }

  test('a new speed changes the session where it is, signed and with the router’s own words; a second look sends nothing', async () => {
    const line = await online()
    await apply()
    expect(await told(line)).toEqual([])
    expect(await standing(line)).toMatchObject({ in_sync: true })
    await giveSpeed(line, 4000)
    expect(await standing(line)).toMatchObject({ in_sync: false })
    await apply()
    expect(await told(line)).toEqual(['change done'])
    expect(nas.output()).toMatch(new RegExp(`User-Name = "${line.login}"[\\s\\S]*Acct-Session-Id = "s\\d+"[\\s\\S]*Mikrotik-Rate-Limit = "4000k/8000k"`))
    expect(await standing(line)).toMatchObject({ in_sync: true, live: 1n })
    await apply()
    expect(await told(line)).toHaveLength(1)
  })

  test('who loses service, or gets another address, has his session ended, and is in step once it has', async () => {
    const [off, moved] = [await online('user', { session: 'off' }), await online()]
    await suspend(off)
    await doing(database, async (tx) => await editSubscription(tx, { subscriptionId: moved.id, changes: { static_ip: '203.0.113.77' } }))
    await apply()
    expect(await told(off)).toEqual(['disconnect done'])
    expect(await told(moved)).toEqual(['disconnect done'])
    await apply()
    expect(await told(off)).toHaveLength(1)
    await report(off, 'Stop', 'off')
    await apply()
    expect(await standing(off)).toMatchObject({ in_sync: true, live: 0n })
  })

  test('the walled garden is entered and left without ending the session, by the name of another list', async () => {
    await sql`update routers set suspend_by = 'address_list', suspend_target = 'blocked' where id = ${network.routerId}`.execute(database.db)
    const line = await online()
    await suspend(line)
    await apply()
    await restore(line)
    await apply()
    expect(await told(line)).toEqual(['change done', 'change done'])
    const lists = [...nas.output().matchAll(/Received CoA-Request[\s\S]*?Mikrotik-Address-List = "([\w-]+)"/g)].map(([, list]) => list)
    expect(lists.slice(-2)).toEqual(['blocked', 'lastmile-none'])
  })

  test('503: a session that is not there is taken to have ended', async () => {
    const line = await online('gone')
    await suspend(line)
    await apply()
    expect(await told(line)).toEqual(['disconnect no_session 503'])
    expect(await standing(line)).toMatchObject({ live: 0n, in_sync: true })
  })

  test('404: a router that cannot change a session ends it', async () => {
    const line = await online('stiff')
    await giveSpeed(line, 4000)
    await apply()
    expect(await told(line)).toEqual(['change refused 404', 'disconnect done'])
  })

  test('501 and silence: the session is ended over the router’s API', async () => {
    const deaf = await online('deaf')
    await byHand(network, '/ppp/aaa/set', '=use-radius=yes')
    network.simulated.subscribers.add({ name: deaf.login, password: 'word', callerId: '50:D4:F7:00:00:01', radiusPool: 'home' })
    expect(network.simulated.subscribers.dialNow(deaf.login)).toBe(true)
    await suspend(deaf)
    await apply()
    expect(await told(deaf)).toEqual(['disconnect refused 501', 'kick done'])
    expect(network.simulated.rows('active').map(({ name }) => name)).not.toContain(deaf.login)
    await byRadius(await freePort())
    const silent = await online()
    await suspend(silent)
    await apply()
    expect(await told(silent)).toEqual(['disconnect no_answer', 'kick done'])
  })

  test('where nothing gets through it is said, and tried again', async () => {
    const line = await online('deaf')
    await network.simulated.close()
    await suspend(line)
    await apply()
    expect(await told(line)).toEqual(['disconnect refused 501', 'kick unreachable'])
    expect(await standing(line)).toMatchObject({ in_sync: false, last_error: 'session_stays' })
    const send = await appAs(database, 'support')
    expect((await send('GET', `/subscriptions/${line.id}/access`)).body).toMatchObject({ in_sync: false, reason: 'session_stays' })
    expect((await send('GET', `/subscriptions/${line.id}/session-commands`)).body.items).toMatchObject([
      { kind: 'kick', outcome: 'unreachable' },
      { kind: 'disconnect', outcome: 'refused', error_cause: 501 },
    ])
  })

  test('more than the router’s share at once waits for a person; giving service back does not', async () => {
    await sql`update routers set max_change_percent = 1 where id = ${network.routerId}`.execute(database.db)
    const lines: Line[] = []
    for (let n = 0; n < 7; n += 1) lines.push(await online())
    await suspend(...lines.slice(0, 6))
    await giveSpeed(lines[6] as Line, 4000)
    await apply()
    expect(await told(lines[0] as Line)).toEqual([])
    expect(await told(lines[6] as Line)).toEqual(['change done'])
    expect(await standing(lines[0] as Line)).toMatchObject({ in_sync: false, last_error: 'held' })
    const send = await appAs(database, 'admin')
    const router = await send('GET', `/routers/${network.routerId}`)
    expect(router.body.health.held).toMatchObject({ kind: 'too_many', changes: 6, limit: 5 })
    expect((await send('POST', `/routers/${network.routerId}/release`, { changes: 6 })).status).toBe(200)
    await apply()
    expect(await told(lines[0] as Line)).toEqual(['disconnect done'])
  })

  test('the transaction that suspends also stores the job of the router where the line is online', async () => {
    const line = await online()
    const jobs = async (): Promise<bigint> =>
      (
        await sql<{ n: bigint }>`
          select count(*) as n from pgboss.job where name = 'access.apply_access' and (data ->> 'router_id')::bigint = ${network.routerId}`.execute(database.db)
      ).rows[0]?.n as bigint
    const elsewhere = await aRouter(database, { branchId })
    await doing(database, async (tx) => await editSubscription(tx, { subscriptionId: line.id, changes: { router_id: elsewhere.routerId } }))
    const before = await jobs()
    await suspend(line)
    expect((await jobs()) - before).toBe(1n)
  })

  test('nothing is said to a router whose sessions dialled in before it asked us, while they have service', async () => {
    const line = await online()
    await sql`update ppp_sessions set policy = null where subscription_id = ${line.id}`.execute(database.db)
    await giveSpeed(line, 4000)
    await apply()
    expect(await told(line)).toEqual([])
    await suspend(line)
    await apply()
    expect(await told(line)).toEqual(['disconnect done'])
  })

  test('the set-up is shown, changed and ended; its secret never', async () => {
    const send = await appAs(database, 'admin')
    const path = `/routers/${network.routerId}/radius`
    const shown = await send('GET', path)
    expect(shown.body).toEqual({
      router_id: Number(network.routerId),
      address: '127.0.0.1',
      coa_port: nas.port,
      is_signed: true,
      heard_at: null,
      accounted_at: null,
    })
    expect((await send('PUT', path, { coa_port: 1700, secret: 'short' })).status).toBe(422)
    const changed = await send('PUT', path, { coa_port: 1700, secret: 'another secret, long enough' })
    expect(changed.body).toMatchObject({ coa_port: 1700, is_signed: false, address: network.simulated.host })
    const { rows } = await sql<{
      text: string
    }>`select coalesce(before::text, '') || coalesce(after::text, '') as text from audit_events where action like 'router.radius%'`.execute(database.db)
    for (const text of [shown.text, changed.text, ...rows.map((row) => row.text)]) expect(text).not.toMatch(/long enough|that router and/)
    const other = await aRouter(database, { branchId })
    expect((await send('PUT', `/routers/${other.routerId}/radius`, { secret: 'another secret, long enough', address: network.simulated.host })).body.code).toBe(
      'radius_address_taken',
    )
    expect((await send('PUT', `/routers/${other.routerId}/radius`, { address: '10.9.9.9' })).body.code).toBe('radius_secret_missing')
    expect((await send('DELETE', path)).status).toBe(204)
    expect((await send('GET', path)).body).toBeNull()
    expect((await (await appAs(database, 'support'))('PUT', path, { secret: 'another secret, long enough' })).status).toBe(403)
  })
})
