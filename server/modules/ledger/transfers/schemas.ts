import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { subtract } from '../../../kernel/money.ts'
import { allowedOf } from '../../../platform/http/allowed-schema.ts'
import { dateSchema, idSchema, instantSchema, minorSchema } from '../../../platform/http/schemas.ts'
import { allowedOnTransfer, TRANSFER_ACTIONS } from './allowed.ts'
import { TRANSFER_KINDS, TRANSFER_STATES } from './transfer.ts'
import type { ListedTransfer } from './transfer-store.ts'

export const transferSchema = z.object({
  id: idSchema,
  code: z.string(),
  kind: z.enum(TRANSFER_KINDS),
  state: z.enum(TRANSFER_STATES),
  from_wallet_id: idSchema,
  from_wallet_name: z.string(),
  to_wallet_id: idSchema,
  to_wallet_name: z.string(),
  amount_minor: minorSchema.meta({ description: 'What was sent; by the books, where a drawer was handed over' }),
  counted_minor: minorSchema.nullable().meta({ description: 'The cash as the sender counted it' }),
  received_minor: minorSchema.nullable().meta({ description: 'What arrived' }),
  difference_minor: minorSchema.nullable().meta({ description: 'Over (+) or short (-), once it is accepted' }),
  reason: z.string(),
  booked_on: dateSchema,
  recorded_at: instantSchema,
  sent_by: idSchema.nullable(),
  sent_by_name: z.string().nullable(),
  ended_on: dateSchema.nullable(),
  ended_at: instantSchema.nullable(),
  ended_by: idSchema.nullable(),
  ended_by_name: z.string().nullable(),
  end_reason: z.string().nullable(),
  allowed: allowedOf(TRANSFER_ACTIONS).meta({ description: 'How this person may end it now' }),
})

/** A transfer as this person sees it, with how he may end it. */
export const shown = (actor: Actor, { from, to, ...transfer }: ListedTransfer, alone: boolean) => ({
  ...transfer,
  difference_minor: transfer.received_minor === null ? null : subtract(transfer.received_minor, transfer.amount_minor),
  allowed: allowedOnTransfer(actor, { transfer, from, to, isAlone: alone }),
})
