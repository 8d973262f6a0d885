import { z } from 'zod'
import { allowedOf } from '../../platform/http/allowed-schema.ts'
import { bigintSchema, dateSchema, idSchema, instantSchema, minorSchema } from '../../platform/http/schemas.ts'
import type { ComputedInvoice } from './invoice.ts'
import { INVOICE_ACTIONS } from './invoice-actions.ts'
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

/** A computed bill as a quote shows it. */
export const shownQuote = (computed: ComputedInvoice, balanceAfter: z.output<typeof balanceAfterSchema>): z.output<typeof invoiceQuoteSchema> => ({
  lines: computed.lines.map((line) => ({
    item: line.item,
    description: line.description,
    starts_on: line.startsOn,
    ends_on: line.endsOn,
    net_minor: line.net,
    discount_minor: line.discount,
    vat_minor: line.vat,
    total_minor: line.total,
  })),
  vat_minor: computed.vat,
  total_minor: computed.total,
  balance_after: balanceAfter,
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
  is_month_closed: z.boolean(),
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
      left_minor: minorSchema.meta({ description: 'Not credited by any note yet' }),
      explain: z.record(z.string(), z.unknown()),
    }),
  ),
  paid_by: z.array(
    z.object({ payment_id: idSchema, method: z.string(), receipt_code: z.string().nullable(), amount_minor: minorSchema, booked_on: dateSchema }),
  ),
  allocations: z
    .array(
      z.object({
        id: idSchema,
        payment_id: idSchema,
        method: z.string(),
        receipt_code: z.string().nullable(),
        booked_on: dateSchema,
        amount_minor: minorSchema,
        standing_minor: minorSchema.meta({ description: 'Less what was taken back of it' }),
        by_name: z.string().nullable(),
      }),
    )
    .meta({ description: 'Each time money was set against it' }),
  credit_notes: z.array(z.object({ id: idSchema, code: z.string(), kind: z.string(), total_minor: minorSchema, issued_on: dateSchema, reason: z.string() })),
  void: z.object({ code: z.string(), reason: z.string(), issued_on: dateSchema }).nullable(),
  write_offs: z.array(z.object({ code: z.string(), amount_minor: minorSchema, reason: z.string(), issued_on: dateSchema })),
  allowed: allowedOf(INVOICE_ACTIONS),
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

export const creditNoteDetailSchema = creditNoteSchema.extend({
  client_code: z.string(),
  issued_at: instantSchema,
  issued_by_name: z.string().nullable(),
  approved_by_name: z.string().nullable(),
  buyer: partySchema,
  seller: partySchema,
  lines: z.array(
    z.object({
      line_no: z.int(),
      invoice_line_no: z.int(),
      item: z.string(),
      description: z.string(),
      starts_on: dateSchema.nullable().meta({ description: 'The days given back, where it is about days' }),
      ends_on: dateSchema.nullable(),
      net_minor: minorSchema,
      discount_minor: minorSchema,
      vat_bp: z.int(),
      vat_minor: minorSchema,
      total_minor: minorSchema,
      explain: z.record(z.string(), z.unknown()),
    }),
  ),
})
