import type { Instant } from '../../../kernel/time.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import type { RatePoint } from './sample.ts'
import { selectFoldedPoints, selectPackedPoints } from './samples-store.ts'
import type { Stretch } from './samples-store.ts'

/** Hours are folded by the day; the last two days may not be yet. */
const UNFOLDED_HOURS = 48

/** How fast a line was in each hour of a stretch that was packed, by the last of which at most some hours are missing. */
export async function readHourlyRates(conn: Pick<Conn, 'db'>, subscriptionId: bigint, { from, to }: Stretch, now: Instant): Promise<RatePoint[]> {
  const fresh = [now.subtract({ hours: UNFOLDED_HOURS }), from].toSorted(Temporal.Instant.compare)[1] as Instant
  const [folded, packed] = await Promise.all([
    selectFoldedPoints(conn, subscriptionId, { from, to }),
    selectPackedPoints(conn, subscriptionId, { from: fresh, to }),
  ])
  const known = new Map([...folded, ...packed].map((point) => [point.until, point]))
  return [...known.values()].sort((a, b) => a.until - b.until)
}
