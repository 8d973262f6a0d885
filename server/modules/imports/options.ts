import { z } from 'zod'
import { dateSchema, idSchema, lineOfText } from '../../platform/http/schemas.ts'

/** What holds for every row that does not say otherwise. */
export const optionsSchema = z.strictObject({
  branch_id: idSchema.optional().meta({ description: 'Branch of clients whose row names none' }),
  package_id: idSchema.optional().meta({ description: 'Package of lines whose row names none' }),
  router_id: idSchema.optional().meta({ description: 'Router of all lines; a secret that stands there under the name of one becomes its own' }),
  billing_mode: z.enum(['postpaid', 'prepaid']).default('postpaid'),
  anchor_day: z.int().min(1).max(31).default(1),
  date_format: z.enum(['dmy', 'mdy', 'ymd']).default('dmy').meta({ description: 'How 03/04/2026 is read; YYYY-MM-DD is always understood' }),
  joined_on: dateSchema.optional().meta({ description: 'Joining day of clients whose row has none; today where not said' }),
  starts_on: dateSchema
    .optional()
    .meta({ description: 'From when lines are billed here, and from when prices of packages hold; the first of this month where not said' }),
  wallet_id: idSchema.optional().meta({ description: 'Where imported payments were received' }),
  method: z.enum(['cash', 'bank', 'bkash', 'nagad', 'card', 'online']).optional().meta({ description: 'Method of payments whose row has none' }),
  reason: lineOfText(200).default('Imported').meta({ description: 'Noted with own prices, suspensions and opening balances' }),
})

export type ImportOptions = z.output<typeof optionsSchema>

/** Field by the head of the column that has it. */
export const mappingSchema = z.record(z.string().max(60), z.string().max(300)).refine((mapping) => Object.keys(mapping).length <= 100, 'At most 100 fields')
export type Mapping = z.output<typeof mappingSchema>
