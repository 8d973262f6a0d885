import type { PlainDate } from '../../../../kernel/time.ts'
import type { Conn } from '../../../../platform/db/tx.ts'
import { criticalDbm } from '../settings.ts'
import { getSetting } from '../../../settings/index.ts'
import { replaceForecasts, selectDays, selectLast } from './forecasts-store.ts'
import type { Forecast } from './forecasts-store.ts'
import { daysUntil, robustTrend } from './trend.ts'

/** What is older says little of what goes on now. */
const LOOK_BACK_DAYS = 60
const BATCH = 2000

/** Looks anew at where the light of every ONU is going. Repeatable, in batches that stand for themselves. Answers how many cross the limit within two years. */
export async function forecastLight(
  conn: Pick<Conn, 'db'>,
  { today, at, signal }: { today: PlainDate; at: Temporal.Instant; signal?: AbortSignal },
): Promise<number> {
  const limitDbm = await getSetting(conn, criticalDbm)
  const from = today.subtract({ days: LOOK_BACK_DAYS })
  let crossing = 0
  for (let after = 0n; ; ) {
    signal?.throwIfAborted()
    const until = await selectLast(conn, after, BATCH)
    if (until === null) return crossing
    const forecasts = (await selectDays(conn, { from, after, limit: BATCH })).flatMap(({ onu_id, days }): Forecast[] => {
      const trend = robustTrend(days)
      if (trend === null) return []
      const ahead = daysUntil(trend, { today: LOOK_BACK_DAYS, limitDbm, seenDays: (days.at(-1)?.day ?? 0) - (days[0]?.day ?? 0) })
      return [
        {
          onu_id,
          slope_centi_per_1000_days: Math.round(trend.slopePerDay * 100_000),
          now_centi_dbm: Math.round((trend.interceptDbm + trend.slopePerDay * LOOK_BACK_DAYS) * 100),
          days: trend.days,
          crosses_on: ahead === null ? null : today.add({ days: ahead }).toString(),
        },
      ]
    })
    crossing += forecasts.filter(({ crosses_on }) => crosses_on !== null).length
    await replaceForecasts(conn, { after, until, forecasts, at })
    after = until
  }
}
