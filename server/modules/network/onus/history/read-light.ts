import type { Conn } from '../../../../platform/db/tx.ts'
import { selectHours, selectSamples } from './history-store.ts'
import type { LightPoint } from './history-store.ts'

export const LIGHT_SPANS = ['day', 'week', 'month', 'year'] as const
export type LightSpan = (typeof LIGHT_SPANS)[number]

const HOURS: Readonly<Record<LightSpan, number>> = { day: 24, week: 7 * 24, month: 30 * 24, year: 365 * 24 }
const STEP_SECONDS = { day: 300, week: 3600 } as const

/** The light of an ONU: as measured for a day, by the hour for a week, by some hours for a month, by the day for a year. */
export async function readLight(
  conn: Pick<Conn, 'db'>,
  onuId: bigint,
  span: LightSpan,
  now: Temporal.Instant,
): Promise<{ from: Temporal.Instant; to: Temporal.Instant; points: LightPoint[] }> {
  const from = now.subtract({ hours: HOURS[span] })
  const to = now.add({ seconds: 1 })
  if (span === 'day' || span === 'week') return { from, to, points: await selectSamples(conn, onuId, { from, to, stepSeconds: STEP_SECONDS[span] }) }
  const unit = span === 'month' ? 'hour' : 'day'
  const folded = await selectHours(conn, onuId, { from, to, unit })
  // Today is folded tonight.
  const last = folded.at(-1)?.at ?? from
  const rest = await selectSamples(conn, onuId, { from: last.add({ hours: unit === 'hour' ? 1 : 24 }), to, stepSeconds: unit === 'hour' ? 3600 : 86_400 })
  return { from, to, points: [...folded, ...rest] }
}
