import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { date } from '../../kernel/time.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, doing } from '../../testing/factories.ts'
import {
  addReason,
  clearEndedReasons,
  clearReason,
  clearReasonOfClient,
  desiredAccess,
  followTheDay,
  readAccess,
  readReasons,
  REASONS,
  serviceOn,
  setDesiredAccess,
  STATES,
  subscriptionState,
} from './index.ts'
import type { AccessReason } from './index.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
let database: TestDatabase
let branchId: bigint
let packageId: bigint

beforeAll(async () => {
  database = await testDatabase({ clock })
  branchId = await aBranch(database)
  packageId = (await aPackage(database)).package.id
})

async function aLine(facts: { staticIp?: string; activated?: boolean } = {}): Promise<{ id: bigint; clientId: bigint }> {
  const { client, subscription } = await aClient(database, {
    branch_id: branchId,
    subscription: { packageId, static_ip: facts.staticIp ?? null, activatedOn: facts.activated === false ? null : date('2026-03-10') },
  })
  return { id: subscription?.id as bigint, clientId: client.id }
}

const stateOf = async (id: bigint) => (await sql<{ state: string }>`select state from subscriptions where id = ${id}`.execute(database.db)).rows[0]?.state
const accessOf = async (id: bigint) => (await readAccess(database, [id]))[0]

/** Every set of reasons there is. */
const reasonSets: AccessReason[][] = Array.from({ length: 2 ** REASONS.length }, (_, bits) => REASONS.filter((_reason, index) => (bits & (1 << index)) !== 0))

describe('derivation', () => {
  test('a line is left, pending, expired, suspended or active, in this order of precedence', () => {
    const day = date('2026-01-01')
    expect(subscriptionState({ leftOn: day, activatedOn: null, reasons: ['expired'] })).toBe('left')
    expect(subscriptionState({ leftOn: null, activatedOn: null, reasons: ['manual'] })).toBe('pending')
    expect(subscriptionState({ leftOn: null, activatedOn: day, reasons: ['manual', 'expired'] })).toBe('expired')
    expect(subscriptionState({ leftOn: null, activatedOn: day, reasons: ['billing'] })).toBe('suspended')
    expect(subscriptionState({ leftOn: null, activatedOn: day, reasons: [] })).toBe('active')
  })

  test('service is on only where no reason is left, and never for a pending or left line', () => {
    for (const state of STATES)
      for (const reasons of reasonSets) expect(serviceOn(state, reasons)).toBe(reasons.length === 0 && state !== 'pending' && state !== 'left')
  })

  test('the SQL functions give the same state, service and hash for every set of reasons', async () => {
    for (const leftOn of [null, date('2026-01-01')]) {
      for (const activatedOn of [null, date('2025-01-01')]) {
        const { rows } = await sql<{ state: string; is_on: boolean; hash: Buffer }>`
          select state, service_on(state, reasons) as is_on, access_hash(service_on(state, reasons), 'p-10', '10.0.0.9') as hash from (
            select n, reasons, subscription_state(${leftOn}::date, ${activatedOn}::date, reasons) as state
            from (select n, string_to_array(t, ',') as reasons from unnest(${reasonSets.map((set) => set.join(','))}::text[]) with ordinality as x(t, n)) sets) derived order by n
        `.execute(database.db)
        rows.forEach((row, index) => {
          const reasons = reasonSets[index] as AccessReason[]
          const state = subscriptionState({ leftOn, activatedOn, reasons })
          const wanted = desiredAccess({ state, reasons, profile: 'p-10', staticIp: '10.0.0.9' })
          expect([row.state, row.is_on, row.hash.toString('hex')]).toEqual([state, wanted.on, wanted.hash.toString('hex')])
        })
        expect(rows).toHaveLength(reasonSets.length)
      }
    }
  })
})

describe('setDesiredAccess', () => {
  test('an active line is on with the profile of its package and its address', async () => {
    const { id } = await aLine({ staticIp: '10.1.1.1' })
    expect(await accessOf(id)).toMatchObject({ desired_on: true, profile: 'home-10', static_ip: '10.1.1.1', applied_revision: 0n })
    expect(await stateOf(id)).toBe('active')
  })

  test('a pending line has its row, switched off', async () => {
    const { id } = await aLine({ activated: false })
    expect(await accessOf(id)).toMatchObject({ desired_on: false, revision: 1n })
    expect(await stateOf(id)).toBe('pending')
  })

  test('called a hundred times it changes nothing more', async () => {
    const { id } = await aLine()
    const before = await accessOf(id)
    await doing(database, async (tx) => {
      for (let n = 0; n < 100; n += 1) expect(await setDesiredAccess(tx, id)).toEqual([])
    })
    expect(await accessOf(id)).toEqual(before)
  })
})

describe('reasons', () => {
  test('a reason switches the line off, a second one changes nothing for the network, and both must go', async () => {
    const { id } = await aLine()
    const start = (await accessOf(id))?.revision ?? 0n
    await doing(database, (tx) => addReason(tx, id, 'billing'))
    expect(await accessOf(id)).toMatchObject({ desired_on: false, revision: start + 1n })
    await doing(database, (tx) => addReason(tx, id, 'abuse', { note: 'spam' }))
    expect((await accessOf(id))?.revision).toBe(start + 1n)
    await doing(database, (tx) => clearReason(tx, id, 'billing'))
    expect(await stateOf(id)).toBe('suspended')
    await doing(database, (tx) => clearReason(tx, id, 'abuse'))
    expect(await accessOf(id)).toMatchObject({ desired_on: true, revision: start + 2n })
    expect(await stateOf(id)).toBe('active')
  })

  test('a payment clears the billing reason of all lines of the client and no other reason', async () => {
    const { id, clientId } = await aLine()
    await doing(database, (tx) => addReason(tx, id, 'billing'))
    await doing(database, (tx) => addReason(tx, id, 'manual'))
    expect(await doing(database, (tx) => clearReasonOfClient(tx, clientId, 'billing'))).toBe(1)
    expect((await readReasons(database, [id])).map(({ reason }) => reason)).toEqual(['manual'])
    expect(await stateOf(id)).toBe('suspended')
    expect(await doing(database, (tx) => clearReasonOfClient(tx, clientId, 'billing'))).toBe(0)
  })

  test('expired gives way to another reason when it is cleared', async () => {
    const { id } = await aLine()
    await doing(database, (tx) => addReason(tx, id, 'expired'))
    await doing(database, (tx) => addReason(tx, id, 'manual'))
    expect(await stateOf(id)).toBe('expired')
    await doing(database, (tx) => clearReason(tx, id, 'expired'))
    expect(await stateOf(id)).toBe('suspended')
  })

  test('a reason ends on its day, and not before', async () => {
    const { id } = await aLine()
    await doing(database, (tx) => addReason(tx, id, 'manual', { until: date('2026-03-12') }))
    expect(await doing(database, (tx) => clearEndedReasons(tx))).toBe(0)
    clock.set('2026-03-11T18:00:00Z')
    expect(await doing(database, (tx) => clearEndedReasons(tx))).toBe(1)
    expect(await stateOf(id)).toBe('active')
    clock.set('2026-03-10T06:00:00Z')
  })

  test('two people with a reason each at the same moment leave both reasons counted', async () => {
    const { id } = await aLine()
    await Promise.all([doing(database, (tx) => addReason(tx, id, 'billing')), doing(database, (tx) => addReason(tx, id, 'manual'))])
    await Promise.all([doing(database, (tx) => clearReason(tx, id, 'billing')), doing(database, (tx) => addReason(tx, id, 'kyc'))])
    expect((await readReasons(database, [id])).map(({ reason }) => reason).sort()).toEqual(['kyc', 'manual'])
    expect(await accessOf(id)).toMatchObject({ desired_on: false })
    expect(await stateOf(id)).toBe('suspended')
  })

  test('a failure after the change leaves reason, state and access as they were', async () => {
    const { id } = await aLine()
    const before = await accessOf(id)
    await expect(
      doing(database, async (tx) => {
        await addReason(tx, id, 'manual')
        throw new Error('the caller failed')
      }),
    ).rejects.toThrow('the caller failed')
    expect(await accessOf(id)).toEqual(before)
    expect(await readReasons(database, [id])).toEqual([])
  })
})

test('terms agreed for a later day change the profile when that day comes', async () => {
  const { id } = await aLine()
  const faster = await aPackage(database, { routerProfile: 'home-50' })
  await sql`update subscription_terms set ends_on = '2026-03-20' where subscription_id = ${id}`.execute(database.db)
  await sql`insert into subscription_terms (subscription_id, starts_on, package_version_id) values (${id}, '2026-03-20', ${faster.version.id})`.execute(
    database.db,
  )
  await doing(database, (tx) => followTheDay(tx))
  expect((await accessOf(id))?.profile).toBe('home-10')
  clock.set('2026-03-20T03:00:00Z')
  expect(await doing(database, (tx) => followTheDay(tx))).toBe(1)
  expect((await accessOf(id))?.profile).toBe('home-50')
  expect(await doing(database, (tx) => followTheDay(tx))).toBe(0)
  clock.set('2026-03-10T06:00:00Z')
})
