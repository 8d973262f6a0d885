import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { companyScope, systemActor } from '../../../../kernel/actor.ts'
import { settableClock } from '../../../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../../../kernel/permissions.ts'
import { testDatabase } from '../../../../testing/database.ts'
import { aBranch } from '../../../../testing/factories.ts'
import { anOlt } from '../../../../testing/olts.ts'
import { selectOnus } from '../list/onus-store.ts'
import type { Onu } from '../list/onus-store.ts'
import { pollOlt } from './poll-olt.ts'
import { selectDue, upsertDue } from './polls-store.ts'
import type { PollKind } from './polls-store.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const actor = systemActor('test', ALL_PERMISSIONS)
const database = await testDatabase({ clock })
const branchId = await aBranch(database)

const poll = async (oltId: bigint, kind: PollKind) => await pollOlt(database, oltId, kind, { actor })
const onusOf = async (oltId: bigint, isPresent = true): Promise<Onu[]> =>
  await selectOnus({ db: database.db }, companyScope, { oltId, isPresent }, { sort: 'place', limit: 199, dayAgo: clock.now().subtract({ hours: 24 }) })
const eventsOf = async (oltId: bigint, since: Temporal.Instant) =>
  (
    await sql<{ onu_id: bigint; pon: string; kind: string; was: string | null; is_now: string | null; cause: string | null }>`
      select onu_id, pon, kind, was, is_now, cause from onu_events where olt_id = ${oltId} and at > ${since} order by id`.execute(database.db)
  ).rows
const samplesOf = async (onuId: bigint): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from optical_samples where onu_id = ${onuId}`.execute(database.db)).rows[0]?.n ?? 0

describe('who is there', () => {
  test('every ONU gets a row, a name and its light; the same look again changes nothing', async () => {
    const { oltId } = await anOlt(database, { branchId })
    expect(await poll(oltId, 'status')).toMatchObject({ isComplete: true, rows: 10, source: 'snmp' })
    expect((await onusOf(oltId)).map(({ pon, onu_index, state }) => `${pon}:${onu_index} ${state}`).slice(4, 6)).toEqual(['0/1:5 online', '0/2:1 online'])
    await poll(oltId, 'inventory')
    await poll(oltId, 'optics')
    const before = await onusOf(oltId)
    expect(before).toHaveLength(10)
    expect(before[0]).toMatchObject({
      serial: expect.stringMatching(/^SIMU[0-9A-F]{8}$/),
      light: expect.stringMatching(/good|weak|unknown/),
      rx_centi_dbm: expect.any(Number),
    })
    expect(await samplesOf(before[0]?.id ?? 0n)).toBe(1)
    const at = clock.now()
    clock.advance({ minutes: 5 })
    await poll(oltId, 'status')
    await poll(oltId, 'inventory')
    expect(await eventsOf(oltId, at)).toEqual([])
    expect((await onusOf(oltId)).map(({ id, state, since }) => [id, state, since.toString()])).toEqual(
      before.map(({ id, state, since }) => [id, state, since.toString()]),
    )
  })

  test('light that was told before anybody knew of the ONUs is asked for again', async () => {
    const { oltId } = await anOlt(database, { branchId })
    const db = { db: database.db }
    await upsertDue(db, oltId, 'optics', clock.now().add({ minutes: 15 }))
    for (const kind of ['optics', 'inventory'] as const) await poll(oltId, kind)
    expect((await onusOf(oltId))[0]).toMatchObject({ rx_centi_dbm: null })
    const due = (await selectDue(db, clock.now())).filter(({ olt_id }) => olt_id === oltId)
    expect(due.map(({ kind }) => kind)).toContain('optics')
    await poll(oltId, 'optics')
    expect((await onusOf(oltId))[0]).toMatchObject({ rx_centi_dbm: expect.any(Number) })
  })

  test('a cut fibre and a power failure are told apart, and who comes back is online again', async () => {
    const { simulated, oltId } = await anOlt(database, { branchId })
    await poll(oltId, 'status')
    const at = clock.now()
    clock.advance({ minutes: 5 })
    simulated.plant.cutFibre(1)
    simulated.plant.failPower(({ pon, id }) => pon === 2 && id <= 2)
    await poll(oltId, 'status')
    const down = (await eventsOf(oltId, at)).filter(({ kind }) => kind === 'state')
    expect(down.filter(({ pon, is_now, cause }) => pon === '0/1' && is_now === 'los' && cause === 'los')).toHaveLength(5)
    expect(down.filter(({ pon, is_now, cause }) => pon === '0/2' && is_now === 'power_off' && cause === 'dying_gasp')).toHaveLength(2)
    expect((await onusOf(oltId)).filter(({ since }) => Temporal.Instant.compare(since, clock.now()) === 0)).toHaveLength(7)
    simulated.plant.restore()
    clock.advance({ minutes: 5 })
    await expect
      .poll(async () => ((await poll(oltId, 'status')).isComplete ? (await onusOf(oltId)).filter(({ state }) => state === 'online').length : 0), {
        timeout: 10_000,
      })
      .toBe(10)
  })

  test('a look that is not proven to be whole changes nobody’s state, and says what was wrong', async () => {
    const { simulated, oltId } = await anOlt(database, { branchId, cli: 'none' })
    await poll(oltId, 'status')
    const at = clock.now()
    clock.advance({ minutes: 5 })
    simulated.plant.cutFibre(2)
    simulated.faults.snmpEndsAfter = 4
    expect(await poll(oltId, 'status')).toMatchObject({ isComplete: false, problems: expect.arrayContaining([expect.any(String)]) })
    expect(await eventsOf(oltId, at)).toEqual([])
    expect((await onusOf(oltId)).every(({ state }) => state === 'online')).toBe(true)
    const { rows } = await sql<{ is_complete: boolean; completed_at: Temporal.Instant; problems: string[] }>`
      select is_complete, completed_at, problems from olt_polls where olt_id = ${oltId} and kind = 'status'`.execute(database.db)
    expect(rows[0]).toMatchObject({ is_complete: false })
    expect(rows[0]?.completed_at.toString()).toBe(at.toString())
    expect(rows[0]?.problems.length).toBeGreaterThan(0)
  })

  test('an OLT that does not answer is left alone for a while and its ONUs keep their states', async () => {
    const { simulated, oltId } = await anOlt(database, { branchId, cli: 'none' })
    await poll(oltId, 'status')
    await simulated.close()
    await expect(poll(oltId, 'status')).rejects.toMatchObject({ code: expect.stringMatching(/^device_/) })
    await expect(poll(oltId, 'status')).rejects.toMatchObject({ code: 'olt_left_alone' })
    expect((await onusOf(oltId)).every(({ state }) => state === 'online')).toBe(true)
  }, 30_000)
})

describe('who stands where', () => {
  test('a device that was moved is the same device, and one put in its place is another', async () => {
    const { simulated, oltId } = await anOlt(database, { branchId, family: 'huawei', pons: 2, onusPerPon: 3 })
    await poll(oltId, 'status')
    await poll(oltId, 'inventory')
    const [first, second] = (await onusOf(oltId)) as [Onu, Onu, Onu]
    const at = clock.now()
    clock.advance({ minutes: 60 })
    const { plant } = simulated
    const [one, two] = plant.onus.filter(({ pon }) => pon === 1)
    if (one === undefined || two === undefined) throw new Error('The plant has no ONUs')
    plant.remove(one.pon, one.id)
    plant.remove(two.pon, two.id)
    plant.removeUnregistered(() => true)
    plant.addUnregistered({ pon: 1, serial: 'NEWW00000001' })
    plant.addUnregistered({ pon: 2, serial: one.serial })
    plant.register({ pon: 1, id: two.id, serial: 'NEWW00000001', mac: '', description: 'new box', profile: '', vlan: 100 })
    plant.register({ pon: 2, id: 9, serial: one.serial, mac: '', description: 'moved', profile: '', vlan: 100 })
    expect(await poll(oltId, 'inventory')).toMatchObject({ isComplete: true })
    const after = await onusOf(oltId)
    const moved = after.find(({ id }) => id === first.id)
    expect(moved).toMatchObject({ serial: first.serial, is_present: true })
    expect(moved?.pon).not.toBe(first.pon)
    expect((await onusOf(oltId, false)).map(({ id }) => id)).toEqual([second.id])
    expect(after.find(({ serial }) => serial === 'NEWW00000001')).toMatchObject({ pon: second.pon, onu_index: second.onu_index })
    const kinds = (await eventsOf(oltId, at))
      .map(({ kind, onu_id }) => `${kind} ${onu_id === first.id ? 'first' : onu_id === second.id ? 'second' : 'new'}`)
      .sort()
    expect(kinds).toEqual(['appeared new', 'moved first', 'swapped second'])
    const { rows } = await sql<{
      pon: string
      is_open: boolean
    }>`select pon, until is null as is_open from onu_places where onu_id = ${first.id} order by since`.execute(database.db)
    expect(rows.map(({ is_open }) => is_open)).toEqual([false, true])
  })
})

describe('what else is asked', () => {
  test('who waits, what is behind each ONU, and the OLT itself with its ports', async () => {
    const { simulated, oltId } = await anOlt(database, { branchId })
    await poll(oltId, 'status')
    simulated.plant.addUnregistered({ pon: 2, serial: 'WAIT00000001' })
    await poll(oltId, 'unregistered')
    const waiting = async () =>
      (await sql<{ serial: string; pon: string }>`select serial, pon from unregistered_onus where olt_id = ${oltId}`.execute(database.db)).rows
    expect(await waiting()).toEqual([{ serial: 'WAIT00000001', pon: '0/2' }])
    simulated.plant.removeUnregistered(() => true)
    clock.advance({ minutes: 1 })
    await poll(oltId, 'unregistered')
    expect(await waiting()).toEqual([])
    await poll(oltId, 'macs')
    expect((await sql`select 1 from onu_macs m join onus o on o.id = m.onu_id where o.olt_id = ${oltId}`.execute(database.db)).rows).toHaveLength(10)
    await poll(oltId, 'system')
    const { rows } = await sql<{
      kind: string
      n: number
    }>`select kind, count(*)::int as n from olt_interfaces where olt_id = ${oltId} group by 1 order by 1`.execute(database.db)
    expect(rows.find(({ kind }) => kind === 'pon')?.n).toBe(2)
    expect(rows.find(({ kind }) => kind === 'uplink')?.n).toBeGreaterThan(0)
    expect((await sql<{ description: string }>`select description from olt_health where olt_id = ${oltId}`.execute(database.db)).rows[0]?.description).not.toBe(
      '',
    )
  })

  test('light that stays weak is an alarm after two measurements, and is kept by the hour', async () => {
    const { simulated, oltId } = await anOlt(database, { branchId, pons: 1, onusPerPon: 2 })
    await poll(oltId, 'status')
    const [weak] = simulated.plant.onus
    Object.assign(weak ?? {}, { rxCentiDbm: -2900 })
    const lights: (string | undefined)[] = []
    for (let n = 0; n < 3; n += 1) {
      await poll(oltId, 'optics')
      lights.push((await onusOf(oltId))[0]?.light)
      clock.advance({ minutes: 15 })
    }
    expect(lights).toEqual(['unknown', 'critical', 'critical'])
    const day = clock.now().toZonedDateTimeISO('UTC').toPlainDate()
    await sql`select fold_optical_day(${day}, ${clock.now()})`.execute(database.db)
    const { rows } = await sql<{
      hours: number[][]
    }>`select h.hours from optical_hours h join onus o on o.id = h.onu_id where o.olt_id = ${oltId} and o.onu_index = 1`.execute(database.db)
    expect(rows[0]?.hours.reduce((sum, hour) => sum + (hour[1] ?? 0), 0)).toBe(3)
    expect(rows[0]?.hours[0]?.slice(2, 5).every((dbm) => dbm < -2800 && dbm > -3000)).toBe(true)
  })
})
