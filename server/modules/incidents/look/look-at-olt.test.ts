import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { date } from '../../../kernel/time.ts'
import { appAs } from '../../../testing/app-as.ts'
import { testDatabase } from '../../../testing/database.ts'
import { aBranch, anActor, aPackage, doing, unique } from '../../../testing/factories.ts'
import { aBareOlt, aFibreLine, fibreOf, fibrePartitions } from '../../../testing/fibre.ts'
import { partitionsBetween } from '../../../testing/money.ts'
import { changeSettings } from '../../settings/index.ts'
import { openIncidentOf, outageMinutesOf, publicIncidents, settings } from '../index.ts'
import { lookAtOlt } from './look-at-olt.ts'
import { selectOltsToLookAt } from './look-store.ts'

const clock = settableClock('2026-03-01T08:00:00Z')
const database = await testDatabase({ clock })
const fibre = fibreOf(database, clock)
let branchId: bigint
let otherBranchId: bigint
let packageId: bigint
let oltId: bigint

beforeAll(async () => {
  await partitionsBetween(database, '2026-02-01', '2026-06-01')
  await fibrePartitions(database, '2026-02-01', '2026-06-01')
  branchId = await aBranch(database, 'NORTH')
  otherBranchId = await aBranch(database, 'SOUTH')
  packageId = (await aPackage(database)).package.id
})
beforeEach(async () => {
  clock.set('2026-03-01T08:00:00Z')
  await sql`update olts set is_active = false`.execute(database.db)
  await sql`update incidents set ended_at = greatest(began_at, ${clock.now()}) where ended_at is null`.execute(database.db)
  oltId = await aBareOlt(database, branchId)
})

/** So many homes with a line on a PON, one after the other: what is asked of them later comes in the order of their numbers. */
const homes = async (count: number, pon = '0/1', { boxId = null, areaId }: { boxId?: bigint | null; areaId?: bigint } = {}) => {
  const all = []
  for (let made = 0; made < count; made += 1) {
    const line = await aFibreLine(database, { branchId, packageId, activatedOn: date('2026-01-01'), ...(areaId === undefined ? {} : { area_id: areaId }) })
    all.push({ ...line, pon, boxId, onuId: await fibre.anOnu({ oltId, pon, boxId, subscriptionId: line.subscriptionId }) })
  }
  return all
}
const idsOf = (all: readonly { onuId: bigint }[]) => all.map(({ onuId }) => onuId)

/** A status poll so many minutes later, and the look at it. */
async function poll({
  after = 5,
  isComplete = true,
  ...states
}: {
  after?: number
  isComplete?: boolean
  los?: bigint[]
  power_off?: bigint[]
  offline?: bigint[]
  online?: bigint[]
}) {
  clock.advance({ minutes: after })
  for (const [state, ids] of Object.entries(states)) await fibre.found(ids, state)
  await fibre.polled(oltId, { isComplete })
  await look()
}
const look = async () => await doing(database, async (tx) => await lookAtOlt(tx, oltId))
const incidents = async (query = '') => (await (await appAs(database, 'admin'))('GET', `/incidents?olt_id=${oltId}${query}`)).body.items
const theOne = async () => {
  const found = await incidents()
  expect(found).toHaveLength(1)
  return found[0]
}

describe('a fibre is cut', () => {
  test('and the homes behind it are one incident, which names place, clients and money, and ends when half of them are back', async () => {
    const cut = await homes(6, '0/3')
    await homes(6, '0/1')
    await poll({})
    expect(await incidents()).toEqual([])
    await poll({ los: idsOf(cut) })
    const incident = await theOne()
    expect(incident).toMatchObject({
      kind: 'fibre_cut',
      state: 'open',
      node: 'pon',
      pon: '0/3',
      branch_name: 'Branch NORTH',
      began_at: '2026-03-01T08:10:00Z',
      onus_of: 6,
      onus: 6,
      onus_back: 0,
      lines: 6,
      clients: 6,
      monthly_minor: 600_000,
      minutes: 0,
      is_public: false,
      text_en: 'Internet is interrupted in a part of our network: a fibre cable is cut. Our people are on the way.',
      allowed: { close: { ok: true }, edit: { ok: true } },
    })
    await poll({ after: 60, online: idsOf(cut.slice(0, 2)) })
    expect(await theOne()).toMatchObject({ state: 'open', onus_back: 2, minutes: 60 })
    await poll({ after: 30, online: idsOf(cut.slice(2, 3)) })
    expect(await theOne()).toMatchObject({ state: 'closed', onus_back: 3, ended_at: '2026-03-01T09:40:00Z', minutes: 90 })
    await poll({ after: 30, online: idsOf(cut.slice(3)) })
    const { items } = (await (await appAs(database, 'support'))('GET', `/incidents/${incident.id}/clients?limit=200`)).body
    expect(items.map(({ minutes, times, reason }: Record<string, unknown>) => [minutes, times, reason])).toEqual([
      ...[60, 60, 90, 120, 120, 120].map((minutes) => [minutes, 1, 'los']),
    ])
    expect(items[0]).toMatchObject({
      client_id: Number(cut[0]?.clientId),
      subscription_id: Number(cut[0]?.subscriptionId),
      pon: '0/3',
      onu_index: 1,
      up_at: '2026-03-01T09:10:00Z',
    })
    const minutes = await outageMinutesOf(database, [cut[0]?.clientId ?? 0n, cut[5]?.clientId ?? 0n], {
      from: Temporal.Instant.from('2026-03-01T00:00:00Z'),
      to: clock.now(),
      now: clock.now(),
    })
    expect([cut[0], cut[5]].map((home) => minutes.get(home?.clientId ?? 0n))).toEqual([60, 120])
    const { rows } = await sql<{
      action: string
    }>`select action from audit_events where subject_type = 'incident' and subject_id = ${incident.id} order by at, id`.execute(database.db)
    expect(rows.map(({ action }) => action)).toEqual(['incident.opened', 'incident.ended'])
  })

  test('nothing follows from a poll that is not proven to be whole, nor from the same poll twice', async () => {
    const cut = await homes(5)
    await poll({})
    await poll({ los: idsOf(cut), isComplete: false })
    expect(await incidents()).toEqual([])
    await poll({ after: 5 })
    expect(await theOne()).toMatchObject({ onus: 5 })
    const [before] = await incidents()
    await fibre.found(idsOf(cut), 'online')
    await look()
    expect(await incidents()).toEqual([before])
    expect(await selectOltsToLookAt(database)).toEqual([])
    clock.advance({ minutes: 5 })
    await fibre.polled(oltId)
    expect(await selectOltsToLookAt(database)).toEqual([oltId])
    await look()
    expect(await theOne()).toMatchObject({ state: 'closed' })
  })

  test('it grows from a box to its PON instead of being two, and takes other boxes into itself', async () => {
    const boxes = await Promise.all(
      [1, 2].map(async () => {
        const { rows } = await sql<{ id: bigint }>`insert into boxes (branch_id, olt_id, pon, name, created_at, updated_at)
          values (${branchId}, ${oltId}, '0/1', ${`Box ${unique()}`}, now(), now()) returning id`.execute(database.db)
        return (rows[0] as { id: bigint }).id
      }),
    )
    const [first, second, rest] = [
      await homes(5, '0/1', { boxId: boxes[0] as bigint }),
      await homes(5, '0/1', { boxId: boxes[1] as bigint }),
      await homes(8, '0/1'),
    ]
    await homes(20, '0/2')
    await poll({})
    await poll({ los: idsOf(first) })
    expect(await theOne()).toMatchObject({ node: 'box', box_id: Number(boxes[0]), box_name: expect.stringMatching('Box'), onus: 5 })
    await poll({ after: 20, los: idsOf(second) })
    expect(await incidents()).toMatchObject([
      { node: 'box', onus: 5 },
      { node: 'box', onus: 5 },
    ])
    await poll({ after: 20, los: idsOf(rest) })
    const open = await theOne()
    expect(open).toMatchObject({ node: 'pon', pon: '0/1', box_id: null, onus: 18, clients: 18, began_at: '2026-03-01T08:10:00Z' })
    const { rows } = await sql<{
      action: string
    }>`select action from audit_events where subject_type = 'incident' and at = ${clock.now()} order by action`.execute(database.db)
    expect(rows.map(({ action }) => action)).toEqual(['incident.merged', 'incident.widened'])
    const told = await openIncidentOf(database, [...idsOf(second), ...idsOf(rest)])
    expect(told.size).toBe(13)
    expect(told.get(second[0]?.onuId ?? 0n)).toMatchObject({ incident_id: BigInt(open.id), pon: '0/1', kind: 'fibre_cut' })
  })

  test('who goes away again while it lasts is counted again, and never under two', async () => {
    const cut = await homes(8)
    await poll({})
    await poll({ los: idsOf(cut) })
    const [flapping] = cut
    await poll({ after: 10, online: idsOf([flapping as (typeof cut)[0]]) })
    await poll({ after: 10, los: idsOf([flapping as (typeof cut)[0]]) })
    await poll({ after: 10, online: idsOf(cut) })
    const incident = await theOne()
    const { items } = (await (await appAs(database, 'admin'))('GET', `/incidents/${incident.id}/clients?away=false`)).body
    expect(items[0]).toMatchObject({ times: 2, minutes: 20 })
    expect(items[1]).toMatchObject({ times: 1, minutes: 30 })
  })

  test('why they are away may be told only later, and then the kind and the words follow', async () => {
    const { rows } = await sql<{ id: bigint }>`insert into areas (branch_id, name) values (${branchId}, 'Mirpur 10') returning id`.execute(database.db)
    const cut = await homes(4, '0/1', { areaId: (rows[0] as { id: bigint }).id })
    await poll({})
    await poll({ offline: idsOf(cut) })
    expect(await theOne()).toMatchObject({ kind: 'unknown', text_en: 'Internet is interrupted in Mirpur 10. We are finding out why.' })
    await poll({ los: idsOf(cut) })
    expect(await theOne()).toMatchObject({ kind: 'fibre_cut', text_bn: 'Mirpur 10 এলাকায় ফাইবার কেবল কাটা পড়ায় ইন্টারনেট বন্ধ আছে। আমাদের লোক কাজ করছেন।' })
  })
})

test('power that fails in an area over several PONs is told by its area', async () => {
  const { rows } = await sql<{ id: bigint }>`insert into areas (branch_id, name) values (${branchId}, 'Uttara 4') returning id`.execute(database.db)
  const areaId = (rows[0] as { id: bigint }).id
  const dark = [...(await homes(3, '0/1', { areaId })), ...(await homes(3, '0/2', { areaId }))]
  await homes(9, '0/1')
  await homes(9, '0/2')
  await poll({})
  await poll({ power_off: idsOf(dark) })
  expect(await theOne()).toMatchObject({
    kind: 'power_failure',
    node: 'area',
    area_name: 'Uttara 4',
    onus: 6,
    text_en: 'There is no electricity in Uttara 4. Internet comes back with it.',
  })
})

describe('an OLT that does not answer', () => {
  test('twice is an incident of its own that touches nobody’s state, and ends with its answer', async () => {
    const all = await homes(4)
    await poll({})
    await fibre.failed(oltId)
    await look()
    expect(await incidents()).toEqual([])
    clock.advance({ minutes: 5 })
    await fibre.failed(oltId)
    expect(await selectOltsToLookAt(database)).toContain(oltId)
    await look()
    expect(await theOne()).toMatchObject({ kind: 'olt_unreachable', node: 'olt', began_at: '2026-03-01T08:05:00Z', onus: 4, clients: 4 })
    expect(await openIncidentOf(database, idsOf(all))).toEqual(new Map())
    expect(await selectOltsToLookAt(database)).not.toContain(oltId)
    await poll({ after: 20 })
    expect(await theOne()).toMatchObject({ kind: 'olt_unreachable', state: 'closed', ended_at: '2026-03-01T08:30:00Z' })
  })

  test('is not opened again after a person has ended it, until it has answered', async () => {
    await poll({})
    for (let n = 0; n < 2; n += 1) await fibre.failed(oltId)
    await look()
    const incident = await theOne()
    const send = await appAs(database, 'manager')
    expect((await send('POST', `/incidents/${incident.id}/closing`, { reason: 'maintenance' })).body).toMatchObject({
      state: 'closed',
      close_reason: 'maintenance',
    })
    clock.advance({ minutes: 5 })
    await fibre.failed(oltId)
    await look()
    expect(await incidents()).toHaveLength(1)
    await poll({})
    for (let n = 0; n < 2; n += 1) await fibre.failed(oltId)
    await look()
    expect(await incidents()).toHaveLength(2)
  })

  test('but does not let us in is no outage', async () => {
    await poll({})
    for (let n = 0; n < 3; n += 1) await fibre.failed(oltId, 'wrong_password')
    await look()
    expect(await incidents()).toEqual([])
  })
})

describe('people', () => {
  const anIncident = async () => {
    const cut = await homes(4)
    await poll({})
    await poll({ los: idsOf(cut) })
    return { cut, incident: await theOne() }
  }

  test('say what clients are told; what they wrote does not follow the incident any more', async () => {
    const { cut, incident } = await anIncident()
    const send = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [branchId] } })
    const change = async (body: object) => await send('PATCH', `/incidents/${incident.id}`, body)
    expect((await change({ text_bn: '', is_public: true })).body).toMatchObject({ code: 'invalid', errors: [{ field: 'text_bn' }] })
    const changed = await change({ text_en: 'A truck tore the cable down', is_public: true, note: 'Call the city', version: incident.version })
    expect(changed.body).toMatchObject({ text_en: 'A truck tore the cable down', is_text_edited: true, is_public: true, note: 'Call the city' })
    expect((await change({ note: 'x', version: incident.version })).body.code).toBe('changed_meanwhile')
    await poll({})
    expect(await theOne()).toMatchObject({ text_en: 'A truck tore the cable down' })
    expect(await publicIncidents(database, anActor().scope, { clientId: cut[0]?.clientId as bigint })).toMatchObject([
      { id: BigInt(incident.id), client_ids: [cut[0]?.clientId] },
    ])
    expect(await publicIncidents(database, { kind: 'branches', branchIds: [otherBranchId] })).toEqual([])
  })

  test('end one by hand, once; those that are still away do not open it again', async () => {
    const { cut, incident } = await anIncident()
    const send = await appAs(database, 'branch_manager')
    expect((await send('POST', `/incidents/${incident.id}/closing`, { reason: 'repaired' })).status).toBe(200)
    expect((await send('POST', `/incidents/${incident.id}/closing`, { reason: 'repaired' })).body.code).toBe('incident_over')
    await poll({})
    expect(await incidents()).toMatchObject([{ state: 'closed', allowed: { close: { ok: false, code: 'incident_over' } } }])
    await poll({ after: 30, online: idsOf(cut) })
    const { items } = (await send('GET', `/incidents/${incident.id}/clients`)).body
    expect(items.map(({ minutes }: { minutes: number }) => minutes)).toEqual([35, 35, 35, 35])
  })

  test('of another branch and resellers see nothing of it, and who may not edit may not', async () => {
    const { incident } = await anIncident()
    const elsewhere = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [otherBranchId] } })
    expect((await elsewhere('GET', '/incidents')).body.items).toEqual([])
    for (const path of ['', '/clients']) expect((await elsewhere('GET', `/incidents/${incident.id}${path}`)).status).toBe(404)
    expect((await elsewhere('PATCH', `/incidents/${incident.id}`, { note: 'x' })).status).toBe(404)
    const viewer = await appAs(database, 'viewer')
    expect((await viewer('GET', `/incidents/${incident.id}`)).body.allowed.edit).toMatchObject({ ok: false, code: 'permission' })
    expect((await viewer('POST', `/incidents/${incident.id}/closing`, { reason: 'repaired' })).status).toBe(403)
  })

  test('find one by state, kind, OLT and the names of its place', async () => {
    const { incident } = await anIncident()
    for (const query of ['state=open', 'kind=fibre_cut', `q=${encodeURIComponent(incident.olt_name)}`, 'state=open&q=0/1']) {
      const found = (await (await appAs(database, 'viewer'))('GET', `/incidents?${query}&limit=1`)).body.items
      expect(found.map(({ id }: { id: number }) => id)).toEqual([incident.id])
    }
    expect(await incidents('&state=closed')).toEqual([])
    expect(await incidents('&q=nowhere')).toEqual([])
  })
})

test('what counts as an incident is set by the company', async () => {
  const cut = await homes(4)
  await homes(6)
  await poll({})
  await doing(database, async (tx) => await changeSettings(tx, { known: settings, values: { 'incidents.least_share_percent': 30, 'incidents.least_onus': 5 } }))
  await poll({ los: idsOf(cut) })
  expect(await incidents()).toEqual([])
  await doing(database, async (tx) => await changeSettings(tx, { known: settings, values: { 'incidents.least_onus': 4 } }))
  await poll({})
  expect(await theOne()).toMatchObject({ onus: 4, onus_of: 10 })
  await doing(database, async (tx) => await changeSettings(tx, { known: settings, values: { 'incidents.least_share_percent': 60, 'incidents.least_onus': 3 } }))
})

test('an OLT that is taken out of use leaves no incident open', async () => {
  const cut = await homes(4)
  await poll({})
  await poll({ los: idsOf(cut) })
  await sql`update olts set is_active = false where id = ${oltId}`.execute(database.db)
  expect(await selectOltsToLookAt(database)).toEqual([oltId])
  await look()
  expect(await theOne()).toMatchObject({ state: 'closed' })
})
