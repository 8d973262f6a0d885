import { z } from 'zod'
import { bigintSchema, dateSchema, idSchema, instantSchema, minorSchema } from '../../platform/http/schemas.ts'
import { INVOICE_STATUSES } from './invoice-list-store.ts'
import { balanceAfterSchema } from './quote.ts'

export const invoiceSchema = z.object({
  id: idSchema,
  code: z.string(),
  kind: z.enum(['month', 'first', 'renewal', 'change', 'final', 'manual', 'opening']),
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  branch_id: idSchema,
  issued_on: dateSchema,
  due_on: dateSchema,
  month: dateSchema,
  net_minor: minorSchema,
  discount_minor: minorSchema,
  vat_minor: minorSchema,
  total_minor: minorSchema,
  allocated_minor: minorSchema,
  credited_minor: minorSchema,
  written_off_minor: minorSchema,
  open_minor: minorSchema,
  status: z.enum(INVOICE_STATUSES),
  run_id: idSchema.nullable(),
})

/** A bill before it is one. */
export const invoiceQuoteSchema = z.object({
  lines: z.array(
    z.object({
      item: z.string(),
      description: z.string(),
      starts_on: dateSchema,
      ends_on: dateSchema,
      net_minor: minorSchema,
      discount_minor: minorSchema,
      vat_minor: minorSchema,
      total_minor: minorSchema,
    }),
  ),
  vat_minor: minorSchema,
  total_minor: minorSchema,
  balance_after: balanceAfterSchema,
})

const partySchema = z.object({
  code: z.string().optional(),
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  email: z.string().optional(),
  vat_registration: z.string(),
})

export const invoiceDetailSchema = invoiceSchema.extend({
  issued_at: instantSchema,
  voided_minor: minorSchema,
  buyer: partySchema,
  seller: partySchema,
  lines: z.array(
    z.object({
      line_no: z.int(),
      item: z.string(),
      description: z.string(),
      subscription_id: idSchema.nullable(),
      package_version_id: idSchema.nullable(),
      starts_on: dateSchema,
      ends_on: dateSchema,
      quantity_milli: bigintSchema,
      unit_price_minor: minorSchema,
      net_minor: minorSchema,
      discount_minor: minorSchema,
      vat_bp: z.int(),
      vat_inclusive: z.boolean(),
      vat_minor: minorSchema,
      total_minor: minorSchema,
      explain: z.record(z.string(), z.unknown()),
    }),
  ),
  paid_by: z.array(
    z.object({ payment_id: idSchema, method: z.string(), receipt_code: z.string().nullable(), amount_minor: minorSchema, booked_on: dateSchema }),
  ),
  credit_notes: z.array(z.object({ id: idSchema, code: z.string(), kind: z.string(), total_minor: minorSchema, issued_on: dateSchema, reason: z.string() })),
  void: z.object({ code: z.string(), reason: z.string(), issued_on: dateSchema }).nullable(),
  write_offs: z.array(z.object({ code: z.string(), amount_minor: minorSchema, reason: z.string(), issued_on: dateSchema })),
  /** What may be done with it, and why not. */
  allowed: z.record(z.string(), z.object({ ok: z.boolean(), reason: z.string().nullable() })),
})

export const creditNoteSchema = z.object({
  id: idSchema,
  code: z.string(),
  kind: z.string(),
  client_id: idSchema,
  client_name: z.string(),
  invoice_id: idSchema,
  invoice_code: z.string(),
  issued_on: dateSchema,
  net_minor: minorSchema,
  discount_minor: minorSchema,
  vat_minor: minorSchema,
  total_minor: minorSchema,
  reason: z.string(),
  approved_by: idSchema.nullable(),
})
