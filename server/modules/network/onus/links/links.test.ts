import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../../../../kernel/actor.ts'
import { settableClock } from '../../../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../../../kernel/permissions.ts'
import { appAs } from '../../../../testing/app-as.ts'
import type { Send } from '../../../../testing/app-as.ts'
import { testDatabase } from '../../../../testing/database.ts'
import { aBareRouter, aBranch, aPackage } from '../../../../testing/factories.ts'
import { aNetworkLine } from '../../../../testing/network.ts'
import { anOlt } from '../../../../testing/olts.ts'
import type { FibreNetwork } from '../../../../testing/olts.ts'
import { pollOlt } from '../poll/poll-olt.ts'
import { certainOf } from './link.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const actor = systemActor('test', ALL_PERMISSIONS)
const database = await testDatabase({ clock })
const branchId = await aBranch(database)
const packageId = (await aPackage(database)).package.id
const routerId = await aBareRouter(database, branchId)
let send: Send

beforeAll(async () => {
  send = await appAs(database, 'admin')
})

const look = async (oltId: bigint): Promise<void> => {
  for (const kind of ['status', 'macs', 'inventory'] as const) await pollOlt(database, oltId, kind, { actor })
}
const plugIn = ({ simulated }: FibreNetwork, n: number, mac: string): void => {
  const onu = simulated.plant.onus[n]
  if (onu === undefined) throw new Error('The plant has no such ONU')
  onu.hosts.splice(0, onu.hosts.length, mac)
}
const dialIn = async (line: bigint, mac: string): Promise<void> => {
  await sql`insert into ppp_sessions (router_id, subscription_id, started_at, updated_at, source, login, acct_session_id, caller_id, nas_port, service)
    values (${routerId}, ${line}, ${clock.now()}, ${clock.now()}, 'poll', ${`l${line}`}, ${`s${line}`}, ${mac.toUpperCase()}, '', 'pppoe')`.execute(database.db)
}
const linkedOn = async (oltId: bigint) =>
  (
    await sql<{ onu_index: number; subscription_id: bigint; source: string; reason: { rule: string }[] }>`
      select o.onu_index, l.subscription_id, l.source, l.reason from onu_links l join onus o on o.id = l.onu_id where o.olt_id = ${oltId} and l.until is null order by 1`.execute(
      database.db,
    )
  ).rows
const suggestedOn = async (oltId: bigint) =>
  (await send('GET', `/onu-link-suggestions?olt_id=${oltId}`)).body['items'] as {
    onu_id: number
    onu_index: number
    subscription_id: number
    score: number
    reasons: { rule: string }[]
  }[]

describe('which line an ONU carries', () => {
  test('is certain where the line dials in from behind it; a registered address alone waits for a click', async () => {
    const network = await anOlt(database, { branchId, pons: 1, onusPerPon: 3 })
    const [dials, registered] = [
      await aNetworkLine(database, { branchId, packageId, routerId }),
      await aNetworkLine(database, { branchId, packageId, routerId, mac: '50:d4:f7:00:01:02' }),
    ]
    plugIn(network, 0, '50:d4:f7:00:01:01')
    plugIn(network, 1, '50:d4:f7:00:01:02')
    await dialIn(dials.id, '50:d4:f7:00:01:01')
    await look(network.oltId)
    expect(await linkedOn(network.oltId)).toMatchObject([{ onu_index: 1, subscription_id: dials.id, source: 'automatic', reason: [{ rule: 'caller_id' }] }])
    const [waiting, ...more] = await suggestedOn(network.oltId)
    expect(more).toEqual([])
    expect(waiting).toMatchObject({ onu_index: 2, subscription_id: Number(registered.id), score: 80, reasons: [{ rule: 'host_mac' }] })

    const confirmed = await send('PUT', `/onus/${waiting?.onu_id}/link`, { subscription_id: waiting?.subscription_id })
    expect(confirmed).toMatchObject({ status: 200, body: { subscription_id: Number(registered.id) } })
    expect(await suggestedOn(network.oltId)).toEqual([])
    const again = await send('PUT', `/onus/${waiting?.onu_id}/link`, { subscription_id: waiting?.subscription_id })
    expect(again.status).toBe(200)
    expect((await linkedOn(network.oltId)).map(({ source }) => source)).toEqual(['automatic', 'person'])
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from onu_events where onu_id = ${BigInt(waiting?.onu_id ?? 0)} and kind = 'linked'`.execute(database.db)
    expect(rows[0]?.n).toBe(1)
  })

  test('what a person has rejected is not suggested again', async () => {
    const network = await anOlt(database, { branchId, pons: 1, onusPerPon: 1 })
    await aNetworkLine(database, { branchId, packageId, routerId, mac: '50:d4:f7:00:02:01' })
    plugIn(network, 0, '50:d4:f7:00:02:01')
    await look(network.oltId)
    const [waiting] = await suggestedOn(network.oltId)
    expect((await send('POST', '/onu-link-suggestions/rejection', { onu_id: waiting?.onu_id, subscription_id: waiting?.subscription_id })).status).toBe(204)
    await look(network.oltId)
    expect(await suggestedOn(network.oltId)).toEqual([])
  })

  test('follows to the device that was put in the place of a broken one only by a click, and one line has one ONU', async () => {
    const network = await anOlt(database, { branchId, pons: 1, onusPerPon: 2 })
    const line = await aNetworkLine(database, { branchId, packageId, routerId })
    plugIn(network, 0, '50:d4:f7:00:03:01')
    await dialIn(line.id, '50:d4:f7:00:03:01')
    await look(network.oltId)
    expect(await linkedOn(network.oltId)).toMatchObject([{ onu_index: 1, subscription_id: line.id }])
    await sql`delete from ppp_sessions where subscription_id = ${line.id}`.execute(database.db)
    const { plant } = network.simulated
    const [broken] = plant.onus
    if (broken === undefined) throw new Error('The plant has no ONU')
    plant.remove(broken.pon, broken.id)
    plant.removeUnregistered(() => true)
    plant.addUnregistered({ pon: 1, serial: 'SWAP00000001', hosts: [] })
    plant.register({ pon: 1, id: broken.id, serial: 'SWAP00000001', mac: '', description: '', profile: '', vlan: 100 })
    clock.advance({ minutes: 60 })
    await look(network.oltId)
    const [waiting] = await suggestedOn(network.oltId)
    expect(waiting).toMatchObject({ onu_index: 1, subscription_id: Number(line.id), reasons: [{ rule: 'same_place' }] })
    expect((await send('PUT', `/onus/${waiting?.onu_id}/link`, { subscription_id: Number(line.id) })).status).toBe(200)
    const { rows } = await sql<{
      open: number
      ended: number
    }>`select count(*) filter (where until is null)::int as open, count(*) filter (where until is not null)::int as ended
      from onu_links where subscription_id = ${line.id}`.execute(database.db)
    expect(rows[0]).toEqual({ open: 1, ended: 1 })
  })

  test('is changed by whoever may, in the branch he sees', async () => {
    const network = await anOlt(database, { branchId, pons: 1, onusPerPon: 1 })
    await look(network.oltId)
    const line = await aNetworkLine(database, { branchId, packageId, routerId })
    const { rows } = await sql<{ id: bigint }>`select id from onus where olt_id = ${network.oltId}`.execute(database.db)
    const path = `/onus/${rows[0]?.id}/link`
    const viewer = await appAs(database, 'viewer')
    expect((await viewer('PUT', path, { subscription_id: Number(line.id) })).status).toBe(403)
    const elsewhere = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
    expect((await elsewhere('PUT', path, { subscription_id: Number(line.id) })).status).toBe(404)
    expect((await send('PUT', path, { subscription_id: 999_999 })).status).toBe(404)
    expect((await send('DELETE', path)).status).toBe(200)
  })
})

test('what is as likely twice is not certain', () => {
  const reasons = [{ rule: 'caller_id' as const, value: 'x' }]
  const of = (onu: bigint, line: bigint, score = 90) => ({ onu_id: onu, subscription_id: line, score, reasons })
  expect(certainOf([of(1n, 1n)])).toHaveLength(1)
  expect(certainOf([of(1n, 1n), of(1n, 2n)])).toEqual([])
  expect(certainOf([of(1n, 1n), of(2n, 1n)])).toEqual([])
  expect(certainOf([of(1n, 1n, 100), of(1n, 2n), of(2n, 2n)])).toMatchObject([{ onu_id: 1n, subscription_id: 1n }])
  expect(certainOf([of(1n, 1n, 80)])).toEqual([])
})
