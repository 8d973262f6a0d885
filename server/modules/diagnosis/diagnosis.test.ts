import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aPackage, doing } from '../../testing/factories.ts'
import { aBareOlt, aFibreLine, fibreOf, fibrePartitions } from '../../testing/fibre.ts'
import { partitionsBetween } from '../../testing/money.ts'
import { addReason } from '../access/index.ts'
import { lookAtOlt } from '../incidents/look/look-at-olt.ts'

const clock = settableClock('2026-03-01T08:00:00Z')
const database = await testDatabase({ clock })
const fibre = fibreOf(database, clock)
let branchId: bigint
let packageId: bigint
let oltId: bigint

beforeAll(async () => {
  await partitionsBetween(database, '2026-02-01', '2026-06-01')
  await fibrePartitions(database, '2026-02-01', '2026-06-01')
  branchId = await aBranch(database, 'NORTH')
  packageId = (await aPackage(database)).package.id
  oltId = await aBareOlt(database, branchId, 'Mirpur OLT')
})

const aHome = async (pon: string) => {
  const line = await aFibreLine(database, { branchId, packageId, activatedOn: date('2026-01-01') })
  return { ...line, onuId: await fibre.anOnu({ oltId, pon, subscriptionId: line.subscriptionId }) }
}
const diagnose = async (subscriptionId: bigint, role = 'support') =>
  (await (await appAs(database, role))('GET', `/subscriptions/${subscriptionId}/diagnosis`)).body
const poll = async () => {
  clock.advance({ minutes: 5 })
  await fibre.polled(oltId)
  await doing(database, async (tx) => await lookAtOlt(tx, oltId))
}

test('a line is followed from its account to its neighbours, and one verdict says what to do', async () => {
  const homes = []
  for (let n = 0; n < 5; n += 1) homes.push(await aHome('0/3'))
  const alone = await aHome('0/1')
  for (let n = 0; n < 4; n += 1) await aHome('0/1')
  await poll()
  const [home] = homes
  await sql`update onus set rx_centi_dbm = -2140, light = 'good', measured_at = ${clock.now()} where id = ${home?.onuId}`.execute(database.db)
  expect(await diagnose(home?.subscriptionId ?? 0n)).toMatchObject({
    verdict: { code: 'no_session', who: 'client' },
    account: { state: 'active', reasons: [], is_fibre: true },
    session: { is_online: false },
    sees_fibre: true,
    onu: { olt_name: 'Mirpur OLT', pon: '0/3', state: 'online', branch_name: 'Branch NORTH' },
    olt: { is_silent: false, is_last_complete: true, completed_at: '2026-03-01T08:05:00Z' },
    light: { level: 'good', rx_dbm: -21.4, weak_dbm: -26, critical_dbm: -28, week_change_db: null },
    on_pon: { others: 4, away: 0 },
    in_box: null,
    incident: null,
  })

  clock.advance({ minutes: 5 })
  await fibre.found(
    homes.map(({ onuId }) => onuId),
    'los',
  )
  await fibre.found([alone.onuId], 'power_off', 'dying_gasp')
  await fibre.polled(oltId)
  await doing(database, async (tx) => await lookAtOlt(tx, oltId))
  expect(await diagnose(home?.subscriptionId ?? 0n)).toMatchObject({
    verdict: { code: 'fibre_cut', data_from: '2026-03-01T08:10:00Z', says_en: 'A fibre is cut at Mirpur OLT PON 0/3, with 4 others, since 14:10.' },
    on_pon: { others: 4, away: 4, los: 4, power_off: 0 },
    incident: { kind: 'fibre_cut', onus: 5, onus_back: 0 },
  })
  expect((await diagnose(alone.subscriptionId)).verdict).toMatchObject({ code: 'no_power', says_bn: 'শুধু এই বাসার ONU-তে বিদ্যুৎ নেই, ১৪:১০ থেকে।' })

  clock.advance({ hours: 2 })
  expect((await diagnose(alone.subscriptionId)).verdict).toMatchObject({ code: 'data_too_old', data_from: '2026-03-01T08:10:00Z' })
  await doing(database, async (tx) => await addReason(tx, [alone.subscriptionId], 'billing'))
  expect((await diagnose(alone.subscriptionId)).verdict.code).toBe('unpaid')
})

test('light that fades is told by its days', async () => {
  const home = await aHome('0/7')
  for (const [days, centi] of [
    [6, -2200],
    [3, -2500],
    [0, -2910],
  ] as const) {
    const at = clock.now().subtract({ hours: 24 * days })
    await sql`select make_day_partition('optical_samples', ${at.toZonedDateTimeISO('UTC').toPlainDate()})`.execute(database.db)
    await sql`insert into optical_samples (onu_id, at, rx_centi_dbm) values (${home.onuId}, ${at}, ${centi})`.execute(database.db)
  }
  await sql`update onus set rx_centi_dbm = -2910, light = 'critical', measured_at = ${clock.now()} where id = ${home.onuId}`.execute(database.db)
  await poll()
  expect(await diagnose(home.subscriptionId)).toMatchObject({
    verdict: { code: 'light_critical', says_en: 'The light is too weak: -29.1 dBm (limit -28).' },
    light: { week_change_db: -7.1, days: [{ rx_dbm: -22 }, { rx_dbm: -25 }, { rx_dbm: -29.1 }] },
  })
})

test('a line without an ONU is to be linked; who may not see the fibre gets nothing of it; another branch sees no line', async () => {
  const { subscriptionId } = await aFibreLine(database, { branchId, packageId, activatedOn: date('2026-01-01') })
  expect((await diagnose(subscriptionId)).verdict.code).toBe('not_linked')
  const home = await aHome('0/8')
  const blind = await appAs(database, 'support', { denials: ['olt.view'] })
  expect((await blind('GET', `/subscriptions/${home.subscriptionId}/diagnosis`)).body).toMatchObject({
    sees_fibre: false,
    onu: null,
    light: null,
    on_pon: null,
  })
  const elsewhere = await appAs(database, 'support', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
  expect((await elsewhere('GET', `/subscriptions/${home.subscriptionId}/diagnosis`)).status).toBe(404)
})
