import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../../kernel/clock.ts'
import { date } from '../../../kernel/time.ts'
import { testDatabase } from '../../../testing/database.ts'
import type { TestDatabase } from '../../../testing/database.ts'
import { aBareRouter, aBranch, aClient, aPackage, doing, unique } from '../../../testing/factories.ts'
import { ask, missingFreeRadius, said, startFreeRadius } from '../../../testing/free-radius.ts'
import type { FreeRadius } from '../../../testing/free-radius.ts'
import { addReason } from '../../access/index.ts'
import { setUpRadius } from './index.ts'

const SECRET = 'a secret that router and server share'

interface Line {
  readonly id: bigint
  readonly login: string
}

describe.skipIf(missingFreeRadius() !== null)('FreeRADIUS tells which passwords did not fit', () => {
  let database: TestDatabase
  let server: FreeRadius
  let branchId: bigint
  let packageId: bigint
  let routerId: bigint

  beforeAll(async () => {
    database = await testDatabase({ clock: systemClock })
    branchId = await aBranch(database)
    packageId = (await aPackage(database)).package.id
    routerId = await aBareRouter(database, branchId)
    await sql`update routers set is_active = true, host = '127.0.0.1', address_pool = 'home' where id = ${routerId}`.execute(database.db)
    await doing(database, async (tx) => await setUpRadius(tx, routerId, { address: '127.0.0.1', secret: SECRET, coa_port: 3799, is_signed: false }))
    server = await startFreeRadius(database)
  })
  afterAll(async () => await server?.stop())

  async function aLine(): Promise<Line> {
    const login = `user${unique()}`
    const { subscription } = await aClient(database, {
      branch_id: branchId,
      subscription: { packageId, pppoe_login: login, pppoePassword: 'right', router_id: routerId, activatedOn: date('2026-01-01') },
    })
    return { id: subscription?.id as bigint, login }
  }
  const dial = async (login: string, password: string, kind = 'User-Password') =>
    (await ask('auth', [`User-Name = ${said(login)}`, `${kind} = ${said(password)}`], { port: server.authPort, secret: SECRET, from: '127.0.0.1' })).code
  const refusals = async ({ id }: Line) =>
    (
      await sql<{ router_id: bigint; began_at: Temporal.Instant; refused_at: Temporal.Instant }>`
        select router_id, began_at, refused_at from radius_refusals where subscription_id = ${id}`.execute(database.db)
    ).rows
  /** As if it had been so many minutes before. */
  const earlier = async ({ id }: Line, minutes: number): Promise<void> =>
    void (await sql`
      update radius_refusals set began_at = began_at - make_interval(mins => ${minutes}), refused_at = refused_at - make_interval(mins => ${minutes})
      where subscription_id = ${id}`.execute(database.db))

  test('of a line that may dial in; who may not, or is nobody, is not kept', async () => {
    const [line, cut] = [await aLine(), await aLine()]
    await doing(database, async (tx) => await addReason(tx, cut.id, 'billing'))
    expect(await dial(line.login, 'right')).toBe('Access-Accept')
    expect(await dial(cut.login, 'wrong')).toBe('Access-Reject')
    expect(await dial('nobody at all', 'wrong')).toBe('Access-Reject')
    expect([await refusals(line), await refusals(cut)]).toEqual([[], []])
    expect(await dial(line.login, 'wrong')).toBe('Access-Reject')
    expect(await refusals(line)).toMatchObject([{ router_id: routerId }])
  })

  test.each(['User-Password', 'CHAP-Password', 'MS-CHAP-Password'])('by %s, once a minute, and since when without an hour between', async (kind) => {
    const line = await aLine()
    expect(await dial(line.login, 'wrong', kind)).toBe('Access-Reject')
    const [first] = await refusals(line)
    if (first === undefined) throw new Error('Nothing was kept')
    expect(await dial(line.login, 'wrong', kind)).toBe('Access-Reject')
    expect(await refusals(line)).toEqual([first])
    await earlier(line, 30)
    await dial(line.login, 'wrong', kind)
    const [later] = await refusals(line)
    expect(later?.began_at.toString()).toBe(first.began_at.subtract({ minutes: 30 }).toString())
    expect(Temporal.Instant.compare(later?.refused_at ?? first.refused_at, first.refused_at)).toBe(1)
    await earlier(line, 90)
    await dial(line.login, 'wrong', kind)
    const [anew] = await refusals(line)
    expect(anew?.began_at.toString()).toBe(anew?.refused_at.toString())
  })
})
