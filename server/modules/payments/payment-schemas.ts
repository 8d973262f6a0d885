import { z } from 'zod'
import { allowedOf } from '../../platform/http/allowed-schema.ts'
import { dateSchema, idSchema, instantSchema, lineOfText, minorSchema, positiveMinorSchema } from '../../platform/http/schemas.ts'
import { METHODS, STAFF_METHODS } from './payment.ts'
import { PAYMENT_ACTIONS, SUSPENSE_ACTIONS } from './payment-actions.ts'
import { REVERSAL_KINDS } from './reverse-payment.ts'

export const reasonSchema = lineOfText(500).min(3)
export const trxSchema = lineOfText(80).optional().meta({ description: 'TrxID, cheque or slip number; used once for each method' })
export const staffMethodSchema = z.enum(STAFF_METHODS)

export const chosenSchema = z
  .array(z.strictObject({ invoice_id: idSchema, amount_minor: positiveMinorSchema.optional() }))
  .max(200)
  .meta({ description: 'Invoices to pay, in this order, each with at most its open amount; the oldest due first where left out; empty = all stays credit' })

/** Money at the counter: what every body that takes a payment has. */
export const moneyIn = {
  amount_minor: positiveMinorSchema,
  method: staffMethodSchema,
  wallet_id: idSchema.optional().meta({ description: 'Your own drawer for cash, or the only wallet of the method, where left out' }),
  trx_id: trxSchema,
  value_on: dateSchema.optional().meta({ description: 'The day the money came; today where left out' }),
  note: lineOfText(500).default(''),
}

export const paymentSchema = z.object({
  id: idSchema,
  client_id: idSchema.nullable(),
  client_code: z.string().nullable(),
  client_name: z.string().nullable(),
  branch_id: idSchema.nullable(),
  method: z.enum(METHODS),
  amount_minor: minorSchema,
  rounding_minor: minorSchema,
  remaining_minor: minorSchema,
  refunded_minor: minorSchema,
  wallet_id: idSchema.nullable(),
  wallet_name: z.string().nullable(),
  trx_id: z.string().nullable(),
  receipt_code: z.string().nullable(),
  value_on: dateSchema,
  recorded_at: instantSchema,
  received_by: idSchema.nullable(),
  received_by_name: z.string().nullable(),
  note: z.string(),
  source: z.string(),
  status: z.enum(['live', 'reversed', 'suspense']),
})

export const refundSchema = z.object({
  id: idSchema,
  code: z.string(),
  client_id: idSchema,
  client_name: z.string(),
  payment_id: idSchema,
  wallet_id: idSchema,
  wallet_name: z.string(),
  amount_minor: minorSchema,
  trx_id: z.string().nullable(),
  reason: z.string(),
  booked_on: dateSchema,
  recorded_at: instantSchema,
  recorded_by: idSchema.nullable(),
  recorded_by_name: z.string().nullable(),
})

export const paymentDetailSchema = paymentSchema.extend({
  allocations: z.array(
    z.object({
      id: idSchema,
      invoice_id: idSchema,
      invoice_code: z.string(),
      amount_minor: minorSchema.meta({ description: 'Negative where an allocation was taken back' }),
      live_minor: minorSchema.meta({ description: 'What of it still stands' }),
      reverses_id: idSchema.nullable(),
      reason: z.string(),
      booked_on: dateSchema,
    }),
  ),
  reversal: z
    .object({
      id: idSchema,
      kind: z.enum(REVERSAL_KINDS),
      reason: z.string(),
      booked_on: dateSchema,
      recorded_at: instantSchema,
      recorded_by: idSchema.nullable(),
      recorded_by_name: z.string().nullable(),
    })
    .nullable(),
  match: z
    .object({
      client_id: idSchema,
      client_code: z.string(),
      client_name: z.string(),
      reason: z.string(),
      state: z.enum(['proposed', 'approved']),
      proposed_by: idSchema.nullable(),
      proposed_by_name: z.string().nullable(),
      proposed_at: instantSchema,
      decided_by_name: z.string().nullable(),
      decided_at: instantSchema.nullable(),
    })
    .nullable()
    .meta({ description: 'Of money that came unknown: whose it is, by whose word' }),
  refunds: z.array(refundSchema),
  allowed: allowedOf(PAYMENT_ACTIONS).meta({ description: 'What this person may do with it now' }),
})

export const takenSchema = z.object({
  id: idSchema,
  receipt_code: z.string().nullable(),
  client_id: idSchema.nullable(),
  wallet_id: idSchema,
  amount_minor: minorSchema,
  rounding_minor: minorSchema,
  allocations: z.array(z.object({ invoice_id: idSchema, invoice_code: z.string(), amount_minor: minorSchema })),
  remaining_minor: minorSchema.meta({ description: 'What became credit' }),
  restored_lines: z.int().meta({ description: 'Lines whose cut for unpaid bills ended' }),
})

export const depositMovementSchema = z.object({
  id: idSchema,
  kind: z.enum(['taken', 'returned', 'offset', 'restored']),
  amount_minor: minorSchema,
  wallet_id: idSchema.nullable(),
  payment_id: idSchema.nullable(),
  reason: z.string(),
  booked_on: dateSchema,
  recorded_at: instantSchema,
  recorded_by: idSchema.nullable(),
  recorded_by_name: z.string().nullable(),
  wallet_name: z.string().nullable(),
  receipt_code: z.string().nullable().meta({ description: 'Of money taken or returned; printed by /deposits/{id}/receipt.pdf' }),
})

export const discountRequestSchema = z.object({
  id: idSchema,
  client_id: idSchema,
  client_name: z.string(),
  invoice_id: idSchema,
  invoice_code: z.string(),
  amount_minor: minorSchema,
  kind: z.enum(['discount', 'waiver']),
  reason: z.string(),
  state: z.enum(['waiting', 'approved', 'rejected']),
  requested_by: idSchema.nullable(),
  requested_by_name: z.string().nullable(),
  requested_at: instantSchema,
  decided_by: idSchema.nullable(),
  decided_by_name: z.string().nullable(),
  decided_at: instantSchema.nullable(),
  decision_note: z.string(),
  credit_note_id: idSchema.nullable(),
  allowed: allowedOf(['decide']),
})

export const suspenseSchema = z.object({
  payment_id: idSchema,
  method: z.enum(METHODS),
  amount_minor: minorSchema,
  trx_id: z.string().nullable(),
  value_on: dateSchema,
  recorded_at: instantSchema,
  wallet_id: idSchema.nullable(),
  wallet_name: z.string().nullable(),
  receipt_code: z.string().nullable(),
  received_by_name: z.string().nullable(),
  note: z.string(),
  proposed_client_id: idSchema.nullable(),
  proposed_client_code: z.string().nullable(),
  proposed_client_name: z.string().nullable(),
  proposed_by: idSchema.nullable(),
  proposed_by_name: z.string().nullable(),
  proposal_reason: z.string().nullable(),
  allowed: allowedOf(SUSPENSE_ACTIONS).meta({ description: 'What this person may do with it now' }),
})
