import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../testing/database.ts'
import { aBareRouter, aBranch, aClient, aPackage } from '../../../testing/factories.ts'
import { packSamples } from './pack-samples.ts'
import { kbps } from './sample.ts'
import type { Sample } from './sample.ts'
import { copySamples, selectSamplePoints } from './samples-store.ts'
import { readHourlyRates } from './read-rates.ts'

const database = await testDatabase()
const conn = { db: database.db }
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const epoch = (text: string): number => at(text).epochMilliseconds / 1000
const sample = (line: bigint, until: string, changes: Partial<Sample> = {}): Sample => ({
  subscriptionId: line,
  until: at(until),
  seconds: 300,
  upBytes: 1024n * 100n,
  downBytes: 1024n * 1000n,
  ...changes,
})
const points = async (line: bigint, from: string, to: string) => await selectSamplePoints(conn, line, { from: at(from), to: at(to) })
const point = (until: string, seconds: number, upKbps: number, downKbps: number) => ({
  until: epoch(until),
  seconds,
  upKbps,
  downKbps,
  upPeakKbps: upKbps,
  downPeakKbps: downKbps,
})
const inbox = async () => (await sql<{ n: number }>`select count(*)::int as n from traffic_inbox`.execute(database.db)).rows[0]?.n

test('what a line has moved is read back in its order, wherever it lies, and others’ is not', async () => {
  await copySamples(conn, [sample(1n, '2026-03-10T06:05:00Z'), sample(2n, '2026-03-10T06:05:00Z', { upBytes: 0n }), sample(1025n, '2026-03-10T06:05:00Z')])
  await copySamples(conn, [sample(1n, '2026-03-10T06:10:07Z', { seconds: 307, downBytes: 5_000_000_000_000n })])
  const both = [point('2026-03-10T06:05:00Z', 300, 3, 27), point('2026-03-10T06:10:07Z', 307, 3, 57_303_538)]
  expect(await points(1n, '2026-03-10T06:00:00Z', '2026-03-10T07:00:00Z')).toEqual(both)
  expect(await packSamples(conn, at('2026-03-10T07:02:00Z'))).toBe(3n)
  expect(await inbox()).toBe(0)
  expect(await points(1n, '2026-03-10T06:00:00Z', '2026-03-10T07:00:00Z')).toEqual(both)
  expect(await points(1n, '2026-03-10T06:05:01Z', '2026-03-10T06:10:07Z')).toEqual([])
})

test('a span of no time, or of one too long to say a rate, is left out', async () => {
  await copySamples(conn, [sample(3n, '2026-03-11T06:05:00Z', { seconds: 0 }), sample(3n, '2026-03-11T06:05:00Z', { seconds: 40_000 })])
  await copySamples(conn, [sample(3n, '2026-03-11T06:20:30Z', { seconds: 600, upBytes: 2048n, downBytes: 4096n })])
  expect(await points(3n, '2026-03-11T06:00:00Z', '2026-03-11T07:00:00Z')).toEqual([point('2026-03-11T06:20:30Z', 600, 0, 0)])
  expect(await packSamples(conn, at('2026-03-11T08:30:00Z'))).toBe(1n)
})

test('packing leaves the hour that is filled alone, waits a minute after it, takes what was left for hours, and adds what comes late', async () => {
  const hours = ['00', '01', '02', '03', '04', '05', '06']
  for (const hour of hours.slice(0, 5)) await copySamples(conn, [sample(4n, `2026-03-12T${hour}:30:00Z`)])
  expect(await packSamples(conn, at('2026-03-12T05:00:30Z'))).toBe(2n)
  expect(await inbox()).toBe(3)
  // Of the ring two parts are over at any time; the rest follows as it goes round.
  for (const hour of hours) await packSamples(conn, at(`2026-03-12T${hour}:05:00Z`).add({ hours: 4 }))
  expect(await inbox()).toBe(0)
  await copySamples(conn, [sample(4n, '2026-03-12T02:45:00Z')])
  await packSamples(conn, at('2026-03-12T03:05:00Z'))
  expect((await points(4n, '2026-03-12T00:00:00Z', '2026-03-13T00:00:00Z')).map(({ until }) => (until % 86_400) / 3600)).toEqual([
    0.5, 1.5, 2.5, 2.75, 3.5, 4.5,
  ])
  expect(await packSamples(conn, at('2026-03-12T12:05:00Z'))).toBe(0n)
})

test('two workers that pack at once, and one who writes meanwhile, lose nothing and count nothing twice', async () => {
  const lines = Array.from({ length: 3000 }, (_, n) => BigInt(n + 1))
  await copySamples(
    conn,
    lines.map((line) => sample(line, '2026-03-13T06:05:00Z')),
  )
  const now = at('2026-03-13T07:05:00Z')
  await Promise.all([
    packSamples(conn, now),
    packSamples(conn, now),
    ...Array.from({ length: 5 }, async (_, n) => await copySamples(conn, [sample(7n, `2026-03-13T06:1${n}:00Z`)])),
  ])
  await packSamples(conn, now)
  expect(await inbox()).toBe(0)
  const { rows } = await sql<{ n: number; lines: number }>`
    select sum(array_length(samples, 1))::int as n, count(distinct subscription_id)::int as lines from traffic_samples where hour = '2026-03-13T06:00:00Z'`.execute(
    database.db,
  )
  expect(rows[0]).toEqual({ n: 3005, lines: 3000 })
})

test('a day that is over is folded into a row for each line; a month is read from days, and what is not folded yet from hours', async () => {
  const before = at('2026-04-11T01:00:00Z')
  for (const [hour, down] of [
    ['2026-04-09T22', 3000n],
    ['2026-04-09T23', 6000n],
    ['2026-04-10T00', 9000n],
  ] as const) {
    await copySamples(conn, [sample(9n, `${hour}:05:00Z`, { downBytes: down * 1024n }), sample(9n, `${hour}:10:00Z`, { downBytes: down * 2048n })])
    await packSamples(conn, at(`${hour}:00:00Z`).add({ hours: 1, minutes: 5 }))
  }
  const month = { from: at('2026-03-20T00:00:00Z'), to: at('2026-04-11T00:00:00Z') }
  const hourly = [
    { until: epoch('2026-04-09T23:00:00Z'), seconds: 3600, upKbps: 0, downKbps: 20, upPeakKbps: 3, downPeakKbps: 164 },
    { until: epoch('2026-04-10T00:00:00Z'), seconds: 3600, upKbps: 0, downKbps: 41, upPeakKbps: 3, downPeakKbps: 328 },
    { until: epoch('2026-04-10T01:00:00Z'), seconds: 3600, upKbps: 0, downKbps: 61, upPeakKbps: 3, downPeakKbps: 492 },
  ]
  expect(await readHourlyRates(conn, 9n, month, before)).toEqual(hourly)
  const folded = async () =>
    (
      await sql<{ day: string; n: number }>`select day::text, array_length(hours, 1) as n from traffic_days where subscription_id = 9 order by 1`.execute(
        database.db,
      )
    ).rows
  expect(await folded()).toEqual([{ day: '2026-04-09', n: 2 }])
  await packSamples(conn, at('2026-04-11T00:05:00Z'))
  expect(await folded()).toEqual([
    { day: '2026-04-09', n: 2 },
    { day: '2026-04-10', n: 1 },
  ])
  await sql`delete from traffic_samples where hour < '2026-04-10'`.execute(database.db)
  expect(await readHourlyRates(conn, 9n, month, before)).toEqual(hourly)
})

test('what a router reports by RADIUS between two words about a session is a sample; what a poll wrote is not again', async () => {
  const branchId = await aBranch(database)
  const routerId = await aBareRouter(database, branchId)
  const { subscription } = await aClient(database, {
    branch_id: branchId,
    subscription: { packageId: (await aPackage(database)).package.id, pppoe_login: 'rahim', pppoePassword: 'word', router_id: routerId },
  })
  const line = subscription?.id as bigint
  const report = async (source: string, session: string, until: string, kib: number) =>
    await sql`select report_ppp_session('interim', ${routerId}, ${source}, 'rahim', ${session}, ${until}::timestamptz, null, null, null, '', '', '', null,
      ${kib}::bigint * 1024, ${kib}::bigint * 2048, '')`.execute(database.db)
  await report('radius', 's1', '2026-05-01T06:00:00Z', 100)
  await report('radius', 's1', '2026-05-01T06:10:00Z', 700)
  await report('radius', 's1', '2026-05-01T06:10:00Z', 700)
  await report('radius', 's1', '2026-05-01T06:05:00Z', 400)
  await report('poll', 's2', '2026-05-01T06:20:00Z', 100)
  await report('poll', 's2', '2026-05-01T06:25:00Z', 900)
  expect(await points(line, '2026-05-01T06:00:00Z', '2026-05-01T07:00:00Z')).toEqual([point('2026-05-01T06:10:00Z', 600, 8, 16)])
})

test('a rate is what was moved over the time it took', () => {
  expect([kbps(1000, 300), kbps(0, 300), kbps(3_750_000, 300)]).toEqual([27, 0, 102_400])
})
