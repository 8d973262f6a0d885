import { z } from 'zod'
import { allowedOf } from '../../platform/http/allowed-schema.ts'
import { bigintSchema, dateSchema, idSchema, instantSchema, minorSchema } from '../../platform/http/schemas.ts'
import { MESSAGE_STATES } from '#modules/notifications/index.ts'
import { RUN_ACTIONS } from './run-actions.ts'
import { RUN_CHANGES } from './run-items-store.ts'
import type { InvoiceRun } from './run-store.ts'

const changeSchema = z.object({ count: z.int(), total_minor: z.int(), previous_minor: z.int() })

export const runSchema = z.object({
  id: idSchema,
  month: dateSchema,
  scope: z.record(z.string(), z.array(z.int())),
  issued_on: dateSchema,
  state: z.enum(['previewing', 'ready', 'awaiting_release', 'queued', 'running', 'done', 'cancelled', 'failed']),
  starts_itself: z.boolean(),
  expected_count: bigintSchema.nullable(),
  expected_total_minor: bigintSchema.nullable(),
  previous_count: bigintSchema.nullable(),
  previous_total_minor: bigintSchema.nullable(),
  difference_bp: bigintSchema.nullable(),
  issued_count: bigintSchema,
  issued_total_minor: bigintSchema,
  parked_count: bigintSchema,
  previewed_bp: bigintSchema.nullable().meta({ description: 'How far the preview is' }),
  changes: z.partialRecord(z.enum(RUN_CHANGES), changeSchema).meta({ description: 'The bills of the preview by how they differ from the last cycle' }),
  error: z.string().nullable(),
  requested_by: idSchema.nullable(),
  released_by: idSchema.nullable(),
  release_after: instantSchema.nullable(),
  created_at: instantSchema,
  started_at: instantSchema.nullable(),
  finished_at: instantSchema.nullable(),
})

/** A run as the wire has it. */
export const shownRun = (run: InvoiceRun) => ({
  id: run.id,
  month: run.month,
  scope: Object.fromEntries(Object.entries(run.scope).map(([key, list]) => [key, [...list]])),
  issued_on: run.issuedOn,
  state: run.state,
  starts_itself: run.startsItself,
  expected_count: run.expectedCount,
  expected_total_minor: run.expectedTotal,
  previous_count: run.previousCount,
  previous_total_minor: run.previousTotal,
  difference_bp: run.differenceBp,
  issued_count: run.issuedCount,
  issued_total_minor: run.issuedTotal,
  parked_count: run.parkedCount,
  previewed_bp: run.previewedBp,
  changes: run.changes,
  error: run.error,
  requested_by: run.requestedBy,
  released_by: run.releasedBy,
  release_after: run.releaseAfter,
  created_at: run.createdAt,
  started_at: run.startedAt,
  finished_at: run.finishedAt,
})

/** One run with what may be done with it, and the people who asked for it and released it. */
export const runDetailSchema = runSchema.extend({
  requested_by_name: z.string().nullable(),
  released_by_name: z.string().nullable(),
  difference_limit_bp: z.int().meta({ description: 'Beyond this share of the last cycle a second person must release the run' }),
  still_parked: z.int().meta({ description: 'Parked and not billed for the month since; counted up to 1000' }),
  allowed: allowedOf(RUN_ACTIONS),
})

export const runItemSchema = z.object({
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  state: z.string(),
  change: z.string().nullable(),
  reason: z.string().nullable(),
  reason_title: z.string().nullable(),
  total_minor: minorSchema,
  previous_minor: minorSchema,
})

export const parkedSchema = z.object({
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  reason: z.string(),
  reason_title: z.string(),
  detail: z.string(),
  at: instantSchema,
  resolved_at: instantSchema.nullable().meta({ description: 'Billed for the month after all' }),
  invoice_id: idSchema.nullable(),
  invoice_code: z.string().nullable(),
})

export const noticeSchema = z.object({
  invoice_id: idSchema,
  invoice_code: z.string(),
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  total_minor: minorSchema,
  message_id: idSchema.nullable(),
  state: z.enum(MESSAGE_STATES).nullable(),
  channel: z.string().nullable(),
  at: instantSchema.nullable(),
})
