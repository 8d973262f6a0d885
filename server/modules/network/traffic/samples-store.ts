import { sql } from 'kysely'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import { copyIn } from '../../../platform/db/copy.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import { INBOX_COLUMNS, inboxRows } from './inbox-rows.ts'
import { HOUR_SECONDS, pointOfHour, pointOfSample } from './sample.ts'
import type { PackedHour, PackedSample, RatePoint, Sample } from './sample.ts'

type Db = Pick<Conn, 'db'>

/** The commit of this transaction does not wait for the disk: nobody was promised what was measured, and it is measured again. */
export async function relaxCommit({ db }: Pick<Tx, 'db'>): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(db)
}

/** Keeps samples as they come in. */
export async function copySamples(conn: Db, samples: readonly Sample[]): Promise<void> {
  if (samples.length > 0) await copyIn(conn, `copy traffic_inbox (${INBOX_COLUMNS}) from stdin (format binary)`, inboxRows(samples))
}

/** Packs one part of the ring of hours in a transaction of its own; answers how many hours of lines it was. */
export async function packPart({ db }: Db, part: number): Promise<bigint> {
  const { rows } = await sql<{ packed: bigint }>`select pack_traffic(${part}) as packed`.execute(db)
  return rows[0]?.packed ?? 0n
}

/** Folds a day of packed hours; answers how many lines it has changed. */
export async function foldDay({ db }: Db, day: PlainDate, now: Instant): Promise<bigint> {
  const { rows } = await sql<{ folded: bigint }>`select fold_traffic_day(${day}, ${now}) as folded`.execute(db)
  return rows[0]?.folded ?? 0n
}

/** Of the days before `today`, as many as `most`, those that were not folded yet. */
export async function selectUnfolded({ db }: Db, today: PlainDate, most: number): Promise<PlainDate[]> {
  const { rows } = await sql<{ day: PlainDate }>`
    select (${today}::date - n) as day from generate_series(1, ${most}::int) n where not exists (select from traffic_folds f where f.day = ${today}::date - n) order by 1`.execute(
    db,
  )
  return rows.map(({ day }) => day)
}

/** From one instant to before another. */
export interface Stretch {
  readonly from: Instant
  readonly to: Instant
}

/** The samples of one line that ended in a stretch, in their order. */
export async function selectSamplePoints({ db }: Db, subscriptionId: bigint, stretch: Stretch): Promise<RatePoint[]> {
  const { rows } = await sql<{ hour: number; samples: PackedSample[] }>`
    select extract(epoch from hour)::int as hour, samples from traffic_samples where hour = any(${hoursOf(stretch)}::timestamptz[]) and subscription_id = ${subscriptionId}
    union all
    select hour * 3600, array[array[second::int << 16 | seconds, up_kib, down_kib]] from traffic_inbox
    where subscription_id = ${subscriptionId} and (subscription_id >> 10 & 15) = (${subscriptionId}::bigint >> 10 & 15)
    union all
    select extract(epoch from c.hour)::int, array[c.samples[n:n + 2]] from counted_lately(${subscriptionId}) c, generate_series(1, cardinality(c.samples), 3) n`.execute(
    db,
  )
  return within(
    stretch,
    rows.flatMap(({ hour, samples }) => samples.map((sample) => pointOfSample(hour, sample))),
  )
}

/** The folded hours of one line that ended in a stretch, in their order. */
export async function selectFoldedPoints({ db }: Db, subscriptionId: bigint, stretch: Stretch): Promise<RatePoint[]> {
  const { rows } = await sql<{ start: number; hours: PackedHour[] }>`
    select extract(epoch from day)::int as start, hours from traffic_days
    where subscription_id = ${subscriptionId} and day >= (${stretch.from}::timestamptz at time zone 'UTC')::date and day <= (${stretch.to}::timestamptz at time zone 'UTC')::date`.execute(
    db,
  )
  return within(
    stretch,
    rows.flatMap(({ start, hours }) => hours.map((hour) => pointOfHour(start, hour))),
  )
}

/** The packed hours of one line that ended in a stretch, in their order; days that are folded have them too. */
export async function selectPackedPoints({ db }: Db, subscriptionId: bigint, stretch: Stretch): Promise<RatePoint[]> {
  const { rows } = await sql<{ start: number; hour: PackedHour }>`
    select extract(epoch from hour)::int as start, array[0, up_kib, down_kib, up_peak_kbps, down_peak_kbps] as hour from traffic_samples
    where hour = any(${hoursOf(stretch)}::timestamptz[]) and subscription_id = ${subscriptionId}`.execute(db)
  return within(
    stretch,
    rows.map(({ start, hour }) => pointOfHour(start, hour)),
  )
}

function hoursOf({ from, to }: Stretch): string[] {
  const hours: string[] = []
  for (let at = Math.floor(secondsOf(from) / HOUR_SECONDS) * HOUR_SECONDS; at < secondsOf(to); at += HOUR_SECONDS)
    hours.push(Temporal.Instant.fromEpochMilliseconds(at * 1000).toString())
  return hours
}

const secondsOf = ({ epochMilliseconds }: Instant): number => epochMilliseconds / 1000

const within = ({ from, to }: Stretch, points: RatePoint[]): RatePoint[] =>
  points.filter(({ until }) => until >= secondsOf(from) && until < secondsOf(to)).sort((a, b) => a.until - b.until)
