import { sql } from 'kysely'
import { inboxRows } from '#modules/network/traffic/inbox-rows.ts'
import { copySamples, foldDay, packPart, relaxCommit } from '#modules/network/traffic/samples-store.ts'
import { readHourlyRates } from '#modules/network/traffic/read-rates.ts'
import type { Sample } from '#modules/network/traffic/sample.ts'
import { copyIn } from '#platform/db/copy.ts'
import type { Database } from '#platform/db/tx.ts'
import { median, timed } from './measure.ts'
import type { Result } from './measure.ts'
import { withDatabase } from './server.ts'

const FIRST_HOUR = Temporal.Instant.from('2026-01-01T00:00:00Z').epochMilliseconds / 3_600_000
const POLLS_PER_HOUR = 12
const ROUTERS = 50
const COLUMNS = 'subscription_id, hour, up_kib, down_kib, second, seconds'

const dayOf = (hour: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()

/** P6: samples of every five minutes come in router by router and are packed by the hour, against COPY BINARY of the same rows into a bare heap. */
export async function bench({ clients = 20_000, hours = 3, rounds = 3 }: Record<string, number>): Promise<Result[]> {
  return await withDatabase(async (database) => {
    const { db } = database
    await sql`create table bare (subscription_id bigint, hour int, up_kib int, down_kib int, second smallint, seconds smallint)`.execute(db)
    const floors: number[] = []
    const wholes: number[] = []
    const notes: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      await sql`truncate bare`.execute(db)
      let [floor, ingest, pack, fold] = [0, 0, 0, 0]
      for (let n = 0; n < hours; n += 1) {
        const hour = FIRST_HOUR + round * 24 + n
        for (let poll = 0; poll < POLLS_PER_HOUR; poll += 1) {
          const routers = [...pollOf(clients, hour, poll)]
          const all = routers.flat()
          floor += await timed(async () => await copyIn({ db }, `copy bare (${COLUMNS}) from stdin (format binary)`, inboxRows(all)))
          for (const samples of routers) ingest += await timed(async () => await keep(database, samples))
        }
        pack += await timed(async () => await packPart({ db }, hour % 4))
      }
      fold += await timed(async () => await foldDay({ db }, dayOf(FIRST_HOUR + round * 24), database.clock.now()))
      floors.push(floor)
      wholes.push(ingest + pack + fold)
      notes.push(`floor ${Math.round(floor)} ms, ingest ${Math.round(ingest)}, packing ${Math.round(pack)}, folding ${Math.round(fold)}`)
    }
    const samples = clients * hours * POLLS_PER_HOUR * rounds
    const bytes = await sizeOf(database)
    const thirtyDays = await readBack(database, clients)
    return [
      {
        part: 'P6',
        what: `${clients} lines x ${hours * POLLS_PER_HOUR} polls of ${ROUTERS} routers: ingest, packing and folding`,
        ratio: median(wholes) / median(floors),
        against: 'COPY BINARY of the same rows into a bare heap',
        bar: 4,
        better: 'less' as const,
        note: notes.join('; '),
      },
      thirtyDays,
      {
        part: 'P6',
        what: 'a sample on disk, with indexes and the folded day',
        ratio: bytes / samples,
        against: 'byte',
        bar: 30,
        better: 'less' as const,
        note: `${samples} samples`,
      },
    ]
  })
}

const DAYS = 30
const READS = 200

/** How fast lines were in each hour of thirty days, against `SELECT 1` on the same connections. */
async function readBack({ db }: Database, clients: number): Promise<Result> {
  await sql`select make_month_partition('traffic_days', '2026-02-01'), make_month_partition('traffic_days', '2026-03-01')`.execute(db)
  await sql`
    insert into traffic_days (day, subscription_id, hours)
    select '2026-02-01'::date + d, id, (select array_agg(array[h, ((id * 7919::bigint + d * 31 + h) % 4000000)::int, ((id * 104729::bigint + d + h) % 40000000)::int, (id + h) % 20000, (id * 3 + h) % 50000]) from generate_series(0, 23) h)
    from generate_series(0, ${DAYS - 1}::int) d, generate_series(1, ${clients}::int) id`.execute(db)
  await sql`vacuum analyze traffic_days`.execute(db)
  const [from, to] = [Temporal.Instant.from('2026-02-01T00:00:00Z'), Temporal.Instant.from('2026-03-03T00:00:01Z')]
  const [bare, read]: [number[], number[]] = [[], []]
  for (let n = 0; n < READS; n += 1) {
    bare.push(await timed(async () => await sql`select 1`.execute(db)))
    const line = BigInt(1 + ((n * 7919) % clients))
    read.push(
      await timed(async () => {
        const points = await readHourlyRates({ db }, line, { from, to }, to)
        if (points.length !== DAYS * 24) throw new Error(`${points.length} hours were read`)
      }),
    )
  }
  return {
    part: 'P6',
    what: `thirty days of one of ${clients} lines by the hour`,
    ratio: median(read) / median(bare),
    against: 'SELECT 1',
    bar: 25,
    better: 'less' as const,
    note: `${median(read).toFixed(2)} ms against ${median(bare).toFixed(3)} ms`,
  }
}

/** As a poll does it. */
const keep = async ({ db }: Database, samples: readonly Sample[]): Promise<void> =>
  await db.transaction().execute(async (tx) => {
    await relaxCommit({ db: tx })
    await copySamples({ db: tx }, samples)
  })

/** One poll of all routers, whose lines are strewn over the numbers as people have joined. */
function* pollOf(clients: number, hour: number, poll: number): Generator<Sample[]> {
  for (let router = 0; router < ROUTERS; router += 1) {
    const until = Temporal.Instant.fromEpochMilliseconds((hour * 3600 + poll * 300 + router) * 1000)
    const samples: Sample[] = []
    for (let id = router + 1; id <= clients; id += ROUTERS) {
      const moved = (id * 7919 + hour * 31 + poll * 104_729) % 300_000_000
      samples.push({ subscriptionId: BigInt(id), until, seconds: 300, upBytes: BigInt(moved >> 3), downBytes: BigInt(moved) })
    }
    yield samples
  }
}

async function sizeOf({ db }: Database): Promise<number> {
  const { rows } = await sql<{ bytes: bigint }>`
    select sum(pg_total_relation_size(inhrelid))::bigint as bytes from pg_inherits where inhparent in ('traffic_samples'::regclass, 'traffic_days'::regclass)`.execute(
    db,
  )
  return Number(rows[0]?.bytes ?? 0n)
}
