import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { appAs } from '../../../testing/app-as.ts'
import type { Send } from '../../../testing/app-as.ts'
import { aBareRouter } from '../../../testing/factories.ts'
import { company } from '../../../testing/suspensions.ts'
import { circumstanceOf, shareHolds } from './breaker.ts'
import { executeSuspension } from './execute-suspension.ts'

const { actor, at, branchId, chase, clock, database, debtor, isCut, look, looked, pay, set } = await company()
/** Days pass, and sessions with them: somebody new each time. */
const admin: Send = async (...request) => await (await appAs(database, 'admin'))(...request)
const instant = (text: string) => Temporal.Instant.from(text)

describe('the breaker', () => {
  test('tells what has happened since the look before', () => {
    const before = { lookedAt: instant('2026-01-14T06:00:00Z'), databaseIdentity: 'a' }
    const found = (lookedAt: string, databaseIdentity = 'a') => circumstanceOf(before, { lookedAt: instant(lookedAt), databaseIdentity }, 6)
    expect(circumstanceOf({ lookedAt: null, databaseIdentity: null }, before, 6)).toBe('first')
    expect(found('2026-01-14T07:00:00Z')).toBe(null)
    expect(found('2026-01-14T12:00:00Z')).toBe(null)
    expect(found('2026-01-14T12:00:01Z')).toBe('outage')
    expect(found('2026-01-14T07:00:00Z', 'b')).toBe('restored')
    expect(found('2026-01-14T05:00:00Z')).toBe('clock')
  })

  test('finds a share too large only beyond the limit and from so many clients on', () => {
    const limits = { sharePercent: 20, routerSharePercent: 50, leastClients: 20 }
    expect(shareHolds({ cut: 20n, of: 100n }, [], limits)).toEqual([])
    expect(shareHolds({ cut: 21n, of: 100n }, [], limits)).toEqual([{ kind: 'share', cut: 21, of: 100, limit_percent: 20 }])
    expect(shareHolds({ cut: 19n, of: 20n }, [], limits)).toEqual([])
    const router = { routerId: 7n, name: 'Edge', cut: 26n, of: 50n }
    expect(shareHolds({ cut: 26n, of: 1000n }, [router], limits)).toEqual([{ kind: 'router', router_id: 7, name: 'Edge', cut: 26, of: 50, limit_percent: 50 }])
    expect(shareHolds({ cut: 26n, of: 1000n }, [{ ...router, of: 52n }], limits)).toEqual([])
  })

  test('holds a share that is too large until a second person types how many; who paid meanwhile is spared', async () => {
    const clients = await Promise.all(Array.from({ length: 6 }, async () => await debtor()))
    await set({ 'suspension.breaker_least_clients': 3 })
    const held = await look('2026-01-14')
    expect(held).toBe(null)
    const { body: list } = await admin('GET', '/suspensions')
    const [run] = list.items
    expect(run).toMatchObject({ state: 'awaiting_release', origin: 'chase', planned_clients: 6, holds: [{ kind: 'share', cut: 6, of: 6, limit_percent: 20 }] })
    expect((await admin('GET', '/waiting')).body.items).toContainEqual({ kind: 'cut_to_release', count: 1, id: run.id })
    // It waits, is planned anew and stays one.
    await pay(clients[0]?.clientId as bigint, 100_000)
    await look('2026-01-15')
    expect((await admin('GET', `/suspensions/${run.id}`)).body).toMatchObject({
      state: 'awaiting_release',
      day: '2026-01-15',
      planned_clients: 5,
      allowed: { release: { ok: true } },
    })
    expect((await admin('GET', '/suspensions')).body.items).toHaveLength(1)

    const support = await appAs(database, 'support')
    expect((await support('POST', `/suspensions/${run.id}/release`, { planned_clients: 5 })).status).toBe(403)
    expect((await admin('POST', `/suspensions/${run.id}/release`, { planned_clients: 6 })).body.code).toBe('wrong_figure')
    await pay(clients[1]?.clientId as bigint, 100_000)
    expect((await admin('POST', `/suspensions/${run.id}/release`, { planned_clients: 5 })).body.state).toBe('queued')
    await executeSuspension(database, BigInt(run.id), { actor })
    expect((await admin('GET', `/suspensions/${run.id}`)).body).toMatchObject({ state: 'done', cut_lines: 4, spared_lines: 1 })
    const items = (await admin('GET', `/suspensions/${run.id}/items?outcome=spared`)).body.items
    expect(items).toMatchObject([{ client_id: Number(clients[1]?.clientId), why: 'Nothing was late any more' }])
    const { rows } = await sql<{
      action: string
    }>`select action from audit_events where subject_type = 'suspension_run' and subject_id = ${run.id} order by id`.execute(database.db)
    expect(rows.map(({ action }) => action)).toEqual(['suspension_run.held', 'suspension_run.released', 'suspension_run.done'])
    await set({ 'suspension.breaker_least_clients': 20 })
  })

  test('shares add up over the day, so that many small looks are no way round it', async () => {
    await set({ 'suspension.breaker_least_clients': 3, 'suspension.breaker_share_percent': 40 })
    await sql`update suspension_items set is_automatic = false`.execute(database.db)
    const first = [await debtor(), await debtor(), await debtor()]
    const other = [await debtor({ issuedOn: '2026-01-02' }), await debtor({ issuedOn: '2026-01-02' })]
    for (const { clientId } of [...first, ...other]) await pay(clientId, 1)
    // Three of the ten in service are 30 %, five are 50 %.
    for (let n = 0; n < 3; n += 1) await pay((await debtor()).clientId, 100_000)
    await look('2026-01-14')
    expect(await Promise.all(first.map(isCut))).toEqual([true, true, true])
    await sql`update invoice_balances set due_on = '2026-01-01' where invoice_id = any(${other.map(({ invoiceId }) => invoiceId.toString())}::bigint[])`.execute(
      database.db,
    )
    clock.advance({ hours: 1 })
    expect(await chase()).toBe(null)
    expect(await Promise.all(other.map(isCut))).toEqual([false, false])
    const { rows } = await sql`select holds from suspension_runs where state = 'awaiting_release'`.execute(database.db)
    expect(rows).toMatchObject([{ holds: [{ kind: 'share', cut: 5, limit_percent: 40 }] }])
    await sql`update suspension_runs set state = 'cancelled' where state = 'awaiting_release'`.execute(database.db)
    await set({ 'suspension.breaker_least_clients': 20, 'suspension.breaker_share_percent': 20 })
  })

  test('holds the lines of one router', async () => {
    await set({ 'suspension.breaker_least_clients': 2, 'suspension.breaker_share_percent': 100 })
    const router = await aBareRouter(database, branchId)
    const lines = [await debtor({ routerId: router }), await debtor({ routerId: router })]
    await look('2026-01-20')
    expect(await Promise.all(lines.map(isCut))).toEqual([false, false])
    const { rows } = await sql`select holds from suspension_runs where state = 'awaiting_release'`.execute(database.db)
    expect(rows).toMatchObject([{ holds: [{ kind: 'router', router_id: Number(router), cut: 2, of: 2 }] }])
    await sql`update suspension_runs set state = 'cancelled', finished_at = now() where state = 'awaiting_release'`.execute(database.db)
    await set({ 'suspension.breaker_least_clients': 20, 'suspension.breaker_share_percent': 20 })
  })

  test('after an outage, a restore from a backup or a clock that went back nobody is cut before somebody has looked; put off, not before the next day', async () => {
    const client = await debtor()
    at('2026-02-01')
    await looked()
    clock.advance({ hours: 6 })
    await chase()
    expect(await isCut(client)).toBe(false)
    const held = async () => (await admin('GET', '/suspensions?state=awaiting_release')).body.items
    const [run] = await held()
    expect(run.holds).toMatchObject([{ kind: 'outage' }])
    // Looking again does not make it forget.
    clock.advance({ hours: 1 })
    await chase()
    expect(await isCut(client)).toBe(false)
    await admin('POST', `/suspensions/${run.id}/cancellation`)
    clock.advance({ hours: 1 })
    await chase()
    expect([await isCut(client), await held()]).toEqual([false, []])
    clock.set('2026-02-02T00:00:00Z')
    await chase()
    const [again] = await held()
    expect(again.holds).toMatchObject([{ kind: 'outage' }])
    expect((await admin('POST', `/suspensions/${again.id}/release`, { planned_clients: again.planned_clients })).status).toBe(200)
    await executeSuspension(database, BigInt(again.id), { actor })
    expect(await isCut(client)).toBe(true)
    const breaker = async () => (await sql<{ hold: string | null }>`select hold from suspension_breaker`.execute(database.db)).rows[0]?.hold
    expect(await breaker()).toBe(null)

    await sql`update suspension_breaker set database_identity = 'another'`.execute(database.db)
    await chase()
    expect(await breaker()).toBe('restored')
    await looked()
    clock.advance({ hours: -3 })
    await chase()
    expect(await breaker()).toBe('clock')
    // What holds cutting holds back no service.
    expect((await pay(client.clientId, 100_000)).restored).toBe(1)
  })
})

describe('two persons', () => {
  test('whoever cuts by hand cannot release it himself while there is another; alone he can, after the delay', async () => {
    await sql`update suspension_breaker set hold = 'outage', held_since = now()`.execute(database.db)
    const client = await debtor()
    await sql`update users set status = 'disabled'`.execute(database.db)
    const owner = await appAs(database, 'admin')
    const asked = await owner('POST', '/suspensions', { client_ids: [Number(client.clientId)] })
    expect([asked.status, asked.body.state, asked.body.origin]).toEqual([202, 'planning', 'hand'])
    const work = async () => await executeSuspension(database, BigInt(asked.body.id), { actor })
    expect(await work()).toMatchObject({ state: 'awaiting_release' })
    const second = await appAs(database, 'manager')
    const release = async (who: typeof owner) => (await who('POST', `/suspensions/${asked.body.id}/release`, { planned_clients: 1 })).body
    expect((await release(owner)).code).toBe('second_person_needed')
    await sql`update users set status = 'disabled' where id = ${second.user?.userId}`.execute(database.db)
    expect(await release(owner)).toMatchObject({ state: 'awaiting_release', release_after: clock.now().add({ minutes: 15 }).toString() })
    expect((await release(owner)).code).toBe('release_delay')
    clock.advance({ minutes: 15 })
    expect((await release(owner)).state).toBe('queued')
    await work()
    expect(await isCut(client)).toBe(true)
  })
})
