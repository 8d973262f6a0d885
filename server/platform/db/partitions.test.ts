import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../testing/database.ts'
import { dropDaysBefore, dropPartitionsBefore, makePartitions, makePartitionsBetween } from './partitions.ts'

const { db } = await testDatabase()
const addEvent = (at: string) =>
  sql`insert into audit_events (at, actor_kind, actor_name, action, subject_type) values (${at}::timestamptz, 'system', 'test', 'a.b', 'thing')`.execute(db)
const places = async () =>
  (await sql<{ place: string }>`select tableoid::regclass::text as place from audit_events order by at`.execute(db)).rows.map(({ place }) => place)
const message = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => error.message,
  )

test('rows of a month nobody prepared wait in the default partition and move when their month is made', async () => {
  await addEvent('2019-12-31T23:59:59.999Z')
  await addEvent('2020-01-01T00:00:00Z')
  expect(await places()).toEqual(['audit_events_default', 'audit_events_default'])
  await makePartitionsBetween(db, Temporal.PlainDate.from('2019-12-15'), Temporal.PlainDate.from('2020-01-01'))
  expect(await places()).toEqual(['audit_events_2019_12', 'audit_events_2020_01'])
})

test('months begin in UTC whatever zone the session has', async () => {
  await db.connection().execute(async (one) => {
    await sql`set timezone = 'Asia/Dhaka'`.execute(one)
    await sql`select make_month_partition('audit_events', '2021-05-01')`.execute(one)
    await sql`reset timezone`.execute(one)
  })
  await addEvent('2021-05-01T00:00:00Z')
  expect((await places()).at(-1)).toBe('audit_events_2021_05')
})

test('a missing month is made, also by several processes at once, and what exists stays', async () => {
  const { rows: found } = await sql<{
    n: number
    last: string
  }>`select count(*)::int as n, max(inhrelid::regclass::text) filter (where inhrelid::regclass::text !~ 'default') as last from pg_inherits where inhparent = 'outbox_messages'::regclass`.execute(
    db,
  )
  await sql`drop table ${sql.table(found[0]?.last ?? '')}`.execute(db)
  await Promise.all([makePartitions(db), makePartitions(db), makePartitions(db)])
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_inherits where inhparent = 'outbox_messages'::regclass`.execute(db)
  expect(rows[0]?.n).toBe(found[0]?.n)
})

test('an audit row is never changed, neither through the table nor through its partition, and goes only with its month', async () => {
  expect(await message(sql`update audit_events set action = 'x'`.execute(db))).toBe('rows of audit_events are immutable')
  expect(await message(sql`delete from audit_events_2020_01`.execute(db))).toBe('rows of audit_events are immutable')
  expect(await message(sql`truncate audit_events_2020_01`.execute(db))).toBe('rows of audit_events are immutable')
  expect(await dropPartitionsBefore(db, 'audit_events', Temporal.PlainYearMonth.from('2020-02'))).toEqual(['audit_events_2019_12', 'audit_events_2020_01'])
  expect(await places()).toEqual(['audit_events_2021_05'])
})

test('a table partitioned by day gets its coming days, and loses the old ones whole', async () => {
  await sql`select make_day_partition('traffic_samples', '2020-01-30'), make_day_partition('traffic_samples', '2020-01-31'), make_day_partition('traffic_samples', '2020-02-01')`.execute(
    db,
  )
  await sql`
    insert into traffic_samples (hour, subscription_id, up_kib, down_kib, up_peak_kbps, down_peak_kbps, samples)
    values ('2020-01-30T23:00:00Z', 1, 0, 0, 0, 0, '{}'), ('2020-01-31T00:00:00Z', 1, 0, 0, 0, 0, '{}')`.execute(db)
  expect(await dropDaysBefore(db, 'traffic_samples', Temporal.PlainDate.from('2020-01-31'))).toEqual(['traffic_samples_2020_01_30'])
  const { rows } = await sql<{ place: string }>`select tableoid::regclass::text as place from traffic_samples`.execute(db)
  expect(rows).toEqual([{ place: 'traffic_samples_2020_01_31' }])
  const ahead = Temporal.Now.plainDateISO('UTC').add({ days: 3 }).toString().replaceAll('-', '_')
  await sql`drop table ${sql.table(`traffic_samples_${ahead}`)}`.execute(db)
  await Promise.all([makePartitions(db), makePartitions(db)])
  const { rows: made } = await sql<{ made: boolean }>`select to_regclass(${`traffic_samples_${ahead}`}) is not null as made`.execute(db)
  expect(made[0]?.made).toBe(true)
})
