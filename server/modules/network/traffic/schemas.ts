import { z } from 'zod'
import type { Locale } from '../../../kernel/actor.ts'
import { idSchema, instantSchema } from '../../../platform/http/schemas.ts'
import { translate } from '../../../platform/i18n/translate.ts'
import { TROUBLES } from '../routers/index.ts'
import { pppSessionSchema } from '../sessions/index.ts'
import { KICK_STATES } from './kick/kicks-store.ts'
import type { Kick } from './kick/kicks-store.ts'
import type { LiveLine } from './live/look-at-line.ts'
import type { Tick } from './live/monitor.ts'
import type { RatePoint } from './sample.ts'

const rateSchema = z.object({ upload_kbps: z.int(), download_kbps: z.int() })
const troubleSchema = z.object({
  code: z.enum([...TROUBLES, 'not_in_use']),
  advice: z.string().meta({ description: 'What to look at, in your language' }),
})

export const liveSchema = z.object({
  source: z
    .enum(['router', 'reported', 'none'])
    .meta({ description: 'The router itself, what was last reported, or neither: the line has no router or no login' }),
  at: instantSchema.nullable().meta({ description: 'When it was so; null where nothing was ever heard' }),
  is_online: z.boolean(),
  router: z.object({ id: idSchema, name: z.string() }).nullable(),
  login: z.string().nullable(),
  session: z
    .object({
      address: z.string(),
      caller_id: z.string().meta({ description: 'The MAC address of the box, where it is one' }),
      service: z.string(),
      acct_session_id: z.string(),
      started_at: instantSchema,
      uptime_seconds: z.int(),
    })
    .nullable(),
  rate: rateSchema.nullable().meta({ description: 'Of this second' }),
  limit: rateSchema.nullable().meta({ description: 'What the router lets through' }),
  trouble: troubleSchema.nullable().meta({ description: 'Why the router itself did not tell' }),
  last_ended: pppSessionSchema.nullable().meta({ description: 'The last session that has ended, with its cause' }),
})

export function liveView({ line, session, rate, limit, trouble, lastEnded, source, at }: LiveLine, locale: Locale) {
  return {
    source,
    at,
    is_online: session !== null,
    router: line.router_id === null ? null : { id: line.router_id, name: line.router_name ?? '' },
    login: line.login,
    session:
      session === null
        ? null
        : {
            address: session.address,
            caller_id: session.callerId,
            service: session.service,
            acct_session_id: session.sessionId,
            started_at: session.startedAt,
            uptime_seconds: session.uptimeSeconds,
          },
    rate: rateView(rate),
    limit: rateView(limit),
    trouble: trouble === null ? null : troubleView(trouble, locale),
    last_ended: lastEnded,
  }
}

const rateView = (rate: { upKbps: number; downKbps: number } | null) => (rate === null ? null : { upload_kbps: rate.upKbps, download_kbps: rate.downKbps })

const troubleView = (code: NonNullable<Tick['trouble']>, locale: Locale) => ({ code, advice: translate(locale, `trouble.${code}`) })

/** The data of one event of the stream. */
export const tickView = ({ rate, trouble }: Tick, at: Temporal.Instant, locale: Locale) => ({
  at: at.toString(),
  rate: rateView(rate),
  trouble: trouble === null ? null : troubleView(trouble, locale),
})

export const rateSeriesSchema = z.object({
  step: z.enum(['sample', 'hour']),
  items: z.array(
    z.object({
      until: instantSchema,
      seconds: z.int(),
      upload_kbps: z.int().meta({ description: 'On average over these seconds' }),
      download_kbps: z.int(),
      upload_peak_kbps: z.int().meta({ description: 'The highest measured within' }),
      download_peak_kbps: z.int(),
    }),
  ),
})

export const ratePointView = ({ until, seconds, upKbps, downKbps, upPeakKbps, downPeakKbps }: RatePoint) => ({
  until: Temporal.Instant.fromEpochMilliseconds(until * 1000),
  seconds,
  upload_kbps: upKbps,
  download_kbps: downKbps,
  upload_peak_kbps: upPeakKbps,
  download_peak_kbps: downPeakKbps,
})

export const kickSchema = z.object({
  id: idSchema,
  router_id: idSchema,
  subscription_id: idSchema.nullable(),
  login: z.string(),
  requested_at: instantSchema,
  state: z.enum(KICK_STATES),
  trouble: troubleSchema.nullable(),
  done_at: instantSchema.nullable(),
})

export function kickView(kick: Kick, locale: Locale) {
  const code = [...TROUBLES, 'not_in_use' as const].find((trouble) => trouble === kick.trouble)
  return { ...kick, trouble: code === undefined ? null : troubleView(code, locale) }
}
