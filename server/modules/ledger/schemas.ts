import { z } from 'zod'
import { allowedOf } from '../../platform/http/allowed-schema.ts'
import { dateSchema, idSchema, instantSchema, lineOfText, minorSchema, monthSchema, positiveMinorSchema } from '../../platform/http/schemas.ts'
import { ENTRY_ACTIONS, MONTH_ACTIONS } from './allowed.ts'

export const accountSchema = z.object({
  id: idSchema,
  code: z.string(),
  name_en: z.string(),
  name_bn: z.string(),
  type: z.string(),
  normal_side: z.enum(['debit', 'credit']),
  control_of: z.string().nullable().meta({ description: 'Whose sub-ledger this account stands for; its postings name that party' }),
  is_active: z.boolean(),
  is_postable: z.boolean().meta({ description: 'Whether an entry by hand may use it; an account of the wallets then names one' }),
})

const postingSchema = z.object({
  line_no: z.int(),
  account_id: idSchema,
  account_code: z.string(),
  debit_minor: minorSchema,
  credit_minor: minorSchema,
  client_id: idSchema.nullable(),
  wallet_id: idSchema.nullable(),
  gateway_id: idSchema.nullable(),
  branch_id: idSchema.nullable(),
  client_code: z.string().nullable(),
  client_name: z.string().nullable(),
  wallet_name: z.string().nullable(),
  branch_name: z.string().nullable(),
})

/** Where an entry came from, as somebody looks at it. */
export const subjectSchema = z
  .object({ kind: z.enum(['invoice', 'credit_note', 'payment', 'wallet_transfer', 'deposit']), id: idSchema, code: z.string().nullable() })
  .nullable()
  .meta({ description: 'The document to look at: of an allocation its invoice, of a refund its payment' })

export const entrySchema = z.object({
  id: idSchema,
  booked_on: dateSchema,
  kind: z.string(),
  document_kind: z.string(),
  document_id: idSchema,
  reverses_id: idSchema.nullable(),
  reversed_by_id: idSchema.nullable(),
  recorded_at: instantSchema,
  recorded_by: idSchema.nullable(),
  recorded_by_name: z.string().nullable(),
  memo: z.string().nullable(),
  content_hash: z.string().meta({ description: 'sha256 of the entry with its postings, written once; seals are made of these' }),
  subject: subjectSchema,
  postings: z.array(postingSchema),
  allowed: allowedOf(ENTRY_ACTIONS),
})

const memo = lineOfText(500).min(3)

export const newEntrySchema = z.strictObject({
  booked_on: dateSchema.optional(),
  memo,
  postings: z
    .array(
      z.strictObject({
        account_id: idSchema,
        side: z.enum(['debit', 'credit']),
        amount_minor: positiveMinorSchema,
        wallet_id: idSchema.nullable().default(null),
        branch_id: idSchema.nullable().default(null),
      }),
    )
    .min(2)
    .max(100),
})

export const reversalSchema = z.strictObject({ booked_on: dateSchema.optional(), memo })

export const trialBalanceSchema = z.object({
  on: dateSchema,
  items: z.array(
    z.object({
      account_id: idSchema,
      code: z.string(),
      name_en: z.string(),
      name_bn: z.string(),
      type: z.string(),
      normal_side: z.enum(['debit', 'credit']),
      debit_minor: minorSchema,
      credit_minor: minorSchema,
      balance_minor: minorSchema.meta({ description: 'On the normal side of the account; negative = on the other side' }),
    }),
  ),
  debit_minor: minorSchema,
  credit_minor: minorSchema,
})

export const ledgerMonthSchema = z.object({
  month: monthSchema,
  is_closed: z.boolean(),
  closed_at: instantSchema.nullable(),
  closed_by: idSchema.nullable(),
  closed_by_name: z.string().nullable(),
  allowed: allowedOf(MONTH_ACTIONS),
})

const sides = { debit_minor: minorSchema, credit_minor: minorSchema }

export const accountStatementSchema = z.object({
  account: accountSchema,
  from: dateSchema,
  to: dateSchema,
  opening_minor: minorSchema.meta({ description: 'Balances are on the normal side of the account; negative = on the other side' }),
  items: z.array(z.object({ day: dateSchema, ...sides, balance_minor: minorSchema })),
  ...sides,
  closing_minor: minorSchema,
})
