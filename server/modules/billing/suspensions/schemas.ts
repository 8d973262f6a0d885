import { z } from 'zod'
import { REASONS } from '#modules/access/index.ts'
import type { Locale } from '../../../kernel/actor.ts'
import { allowedOf } from '../../../platform/http/allowed-schema.ts'
import { bigintSchema, dateSchema, idSchema, instantSchema, minorSchema } from '../../../platform/http/schemas.ts'
import { translate } from '../../../platform/i18n/translate.ts'
import { CIRCUMSTANCES } from './breaker.ts'
import { PROMISE_STATES } from './promise-store.ts'
import { SUSPENSION_ACTIONS } from './run-actions.ts'
import { ORIGINS, SUSPENSION_STATES } from './run-store.ts'
import type { SuspensionRun } from './run-store.ts'
import { CUT_REASONS, VERDICTS } from './standing.sql.ts'
import type { Verdict } from './standing.sql.ts'

const holdSchema = z.union([
  z.object({ kind: z.enum(CIRCUMSTANCES), since: z.string() }),
  z.object({ kind: z.literal('share'), cut: z.int(), of: z.int(), limit_percent: z.int() }),
  z.object({ kind: z.literal('router'), router_id: z.int(), name: z.string(), cut: z.int(), of: z.int(), limit_percent: z.int() }),
])

export const suspensionRunSchema = z.object({
  id: idSchema,
  origin: z.enum(ORIGINS).meta({ description: 'chase: overdue bills, by itself; expiry: prepaid cover that ended; hand: asked for by a person' }),
  day: dateSchema,
  scope: z.record(z.string(), z.array(z.int())),
  min_due_minor: minorSchema,
  ignores_future_months: z.boolean(),
  state: z.enum(SUSPENSION_STATES),
  holds: z.array(holdSchema).meta({ description: 'Why it waits for a second person' }),
  planned_clients: bigintSchema,
  planned_lines: bigintSchema,
  planned_minor: minorSchema,
  cut_lines: bigintSchema,
  spared_lines: bigintSchema.meta({ description: 'Lines that were to be cut and were not any more when their turn came' }),
  requested_by: idSchema.nullable(),
  released_by: idSchema.nullable(),
  release_after: instantSchema.nullable(),
  created_at: instantSchema,
  started_at: instantSchema.nullable(),
  finished_at: instantSchema.nullable(),
})

export const suspensionDetailSchema = suspensionRunSchema.extend({
  error: z.string().nullable(),
  requested_by_name: z.string().nullable(),
  released_by_name: z.string().nullable(),
  allowed: allowedOf(SUSPENSION_ACTIONS),
})

/** A run as the wire has it. */
export const shownSuspension = (run: SuspensionRun) => ({
  id: run.id,
  origin: run.origin,
  day: run.day,
  scope: Object.fromEntries(Object.entries(run.scope).map(([key, list]) => [key, [...list]])),
  min_due_minor: run.minDue,
  ignores_future_months: run.ignoresFutureMonths,
  state: run.state,
  holds: run.holds.map((hold) => ({ ...hold })),
  planned_clients: run.plannedClients,
  planned_lines: run.plannedLines,
  planned_minor: run.plannedAmount,
  cut_lines: run.cutLines,
  spared_lines: run.sparedLines,
  requested_by: run.requestedBy,
  released_by: run.releasedBy,
  release_after: run.releaseAfter,
  created_at: run.createdAt,
  started_at: run.startedAt,
  finished_at: run.finishedAt,
})

export const verdictSchema = z.enum(VERDICTS)
export const sayVerdict = (locale: Locale, verdict: Verdict | 'settled'): string => translate(locale, `verdict.${verdict}`)

export const previewedLineSchema = z.object({
  subscription_id: idSchema,
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  phone: z.string(),
  login: z.string().nullable(),
  router_name: z.string().nullable(),
  branch_name: z.string(),
  reason: z.enum(CUT_REASONS),
  late_minor: minorSchema.meta({ description: 'Open of bills whose grace is over' }),
  overdue_minor: minorSchema.meta({ description: 'Open of bills past their due day' }),
  credit_minor: minorSchema,
  oldest_due_on: dateSchema.nullable(),
  grace_days: z.int(),
  expires_on: dateSchema.nullable(),
  verdict: verdictSchema,
  why: z.string().meta({ description: 'The verdict in your language' }),
  spared_until: dateSchema.nullable().meta({ description: 'The last day on which it is spared for that' }),
})

export const itemSchema = z.object({
  subscription_id: idSchema,
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  login: z.string().nullable(),
  router_name: z.string().nullable(),
  reason: z.enum(CUT_REASONS),
  late_minor: minorSchema,
  credit_minor: minorSchema,
  oldest_due_on: dateSchema.nullable(),
  expires_on: dateSchema.nullable(),
  outcome: z.enum(['cut', 'spared']).nullable().meta({ description: 'null: its turn has not come' }),
  why: z.string().meta({ description: 'Spared: why, in your language' }),
  ended_at: instantSchema.nullable(),
  ended_why: z.enum(['settled', 'exempt', 'promise', 'by_hand', 'left']).nullable(),
})

export const promiseSchema = z.object({
  id: idSchema,
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  promised_on: dateSchema.meta({ description: 'The last day on which nothing is cut' }),
  overdue_minor: minorSchema,
  note: z.string(),
  state: z.enum(PROMISE_STATES),
  made_by_name: z.string().nullable(),
  made_on: dateSchema,
  made_at: instantSchema,
  ended_at: instantSchema.nullable(),
})

export const suspensionSchema = z.object({
  subscription_id: idSchema,
  client_id: idSchema,
  is_cut: z.boolean().meta({ description: 'It has no service for money' }),
  cut: z
    .object({
      reason: z.enum(CUT_REASONS),
      run_id: idSchema,
      cut_at: instantSchema,
      late_minor: minorSchema,
      oldest_due_on: dateSchema.nullable(),
      grace_days: z.int(),
      min_due_minor: minorSchema,
    })
    .nullable(),
  standing: z
    .object({
      reason: z.enum(CUT_REASONS),
      verdict: verdictSchema,
      why: z.string(),
      late_minor: minorSchema,
      overdue_minor: minorSchema,
      credit_minor: minorSchema,
      oldest_due_on: dateSchema.nullable(),
      expires_on: dateSchema.nullable(),
      grace_days: z.int(),
      spared_until: dateSchema.nullable(),
    })
    .nullable()
    .meta({ description: 'How it stands today; null: nothing is overdue and it is covered' }),
  restores_minor: minorSchema.nullable().meta({ description: 'The least payment that gives service back; null where no payment decides' }),
  needs_renewal: z.boolean(),
  other_reasons: z.array(z.enum(REASONS)).meta({ description: 'What a payment does not clear' }),
  promise: z.object({ open_id: idSchema.nullable(), open_until: dateSchema.nullable(), taken: z.int(), allowed: z.int(), last_day: dateSchema }),
  allowed: allowedOf(['promise', 'withdraw_promise']),
})
