import { z } from 'zod'
import { add, subtract, sumOf } from '../../../kernel/money.ts'
import type { App } from '../../../platform/http/app.ts'
import { cursorDate, cursorId, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { bigintSchema, dateSchema, idParams, idSchema, instantSchema, minorSchema, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { reading, todayOf } from '../../../platform/http/transact.ts'
import { subjectSchema } from '../schemas.ts'
import { shown, transferSchema } from '../transfers/schemas.ts'
import { isAlone, selectTransfers } from '../transfers/transfer-store.ts'
import { selectDay, selectDays, selectMovements } from './movement-store.ts'
import { seen, walletSchema } from './seen-wallet.ts'
import { WALLET_KINDS } from './wallet.ts'

const tags = ['wallets']
/** More than one wallet sends in a day; the movements have all of them. */
const MOST_TRANSFERS = 500
const dayQuery = { day: dateSchema.optional().meta({ description: 'Today where left out' }) }

const movementSchema = z.object({
  booked_on: dateSchema,
  entry_id: idSchema,
  line_no: z.int(),
  kind: z.string(),
  document_kind: z.string(),
  document_id: idSchema,
  recorded_at: instantSchema,
  recorded_by_name: z.string().nullable(),
  memo: z.string().nullable(),
  amount_minor: minorSchema.meta({ description: 'In (+) or out (-)' }),
  balance_minor: minorSchema.meta({ description: 'What was in the wallet after it' }),
  branch_id: idSchema.nullable(),
  subject: subjectSchema,
  client: z.object({ id: idSchema, code: z.string(), name: z.string() }).nullable(),
  other_wallet_name: z.string().nullable().meta({ description: 'Of a transfer: where it went or came from' }),
  method: z.string().nullable().meta({ description: 'How a payment or a deposit came' }),
})

const daySheetSchema = z.object({
  wallet: walletSchema,
  day: dateSchema,
  opening_minor: minorSchema,
  in_minor: minorSchema,
  out_minor: minorSchema,
  closing_minor: minorSchema.meta({ description: 'Opening, plus in, less out' }),
  kinds: z.array(z.object({ kind: z.string(), count: bigintSchema, in_minor: minorSchema, out_minor: minorSchema })),
  transfers: z
    .array(transferSchema)
    .meta({ description: 'Sent from it or to it on this day, or ended on it; with the cash counted and what was short or over' }),
})

const walletDaySchema = z.object({
  wallet_id: idSchema,
  code: z.string(),
  name: z.string(),
  kind: z.enum(WALLET_KINDS),
  owner_name: z.string().nullable(),
  opening_minor: minorSchema,
  in_minor: minorSchema,
  out_minor: minorSchema,
  closing_minor: minorSchema,
  counted_minor: minorSchema.nullable().meta({ description: 'The cash counted where it was handed over on the day' }),
  waiting_minor: minorSchema.meta({ description: 'Sent on the day and not accepted yet' }),
  difference_minor: minorSchema.meta({ description: 'Over (+) or short (-) of what was sent on the day and accepted' }),
})

/** What moved in a wallet, and its days. */
export function movementRoutes(app: App): void {
  app.get(
    '/wallets/:id/movements',
    {
      config: { permission: 'wallet.view_own' },
      schema: {
        tags,
        summary: 'What went into a wallet and out of it with what it held after each, newest first',
        params: idParams,
        querystring: z.strictObject({ ...pageQuery, from: dateSchema.optional(), to: dateSchema.optional() }),
        response: { 200: pageOf(movementSchema) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const wallet = await seen(conn, request.actor, request.params.id)
      const { limit: size, cursor, from, to } = request.query
      const at = decodeCursor(cursor, z.object({ day: cursorDate, entry: cursorId, line: z.int().min(0).max(32_767) }))
      const rows = await selectMovements(
        conn,
        wallet.id,
        { from, to },
        { limit: size, before: at === undefined ? undefined : { bookedOn: at.day, entryId: at.entry, lineNo: at.line } },
      )
      return toPage(rows, size, ({ booked_on, entry_id, line_no }) => ({ day: booked_on.toString(), entry: entry_id, line: line_no }))
    },
  )

  app.get(
    '/wallets/:id/day-sheet',
    {
      config: { permission: 'wallet.view_own' },
      schema: {
        tags,
        summary: 'A drawer’s day: what it began with, took, gave and ends with',
        params: idParams,
        querystring: z.strictObject(dayQuery),
        response: { 200: daySheetSchema },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const wallet = await seen(conn, request.actor, request.params.id)
      const day = request.query.day ?? todayOf(request, conn)
      const { opening, kinds } = await selectDay(conn, wallet.id, day)
      const [transfers, alone] = await Promise.all([
        selectTransfers(conn, request.actor, { walletId: wallet.id, day }, { limit: MOST_TRANSFERS }),
        isAlone(conn),
      ])
      const [moneyIn, moneyOut] = [sumOf(kinds, (kind) => kind.in_minor), sumOf(kinds, (kind) => kind.out_minor)]
      return {
        wallet,
        day,
        opening_minor: opening,
        in_minor: moneyIn,
        out_minor: moneyOut,
        closing_minor: subtract(add(opening, moneyIn), moneyOut),
        kinds,
        transfers: transfers.map((transfer) => shown(request.actor, transfer, alone)),
      }
    },
  )

  app.get(
    '/wallet-days',
    {
      config: { permission: 'wallet.view_own' },
      schema: {
        tags,
        summary: 'One day of every wallet you may see',
        querystring: z.strictObject({ ...pageQuery, ...dayQuery }),
        response: { 200: pageOf(walletDaySchema).extend({ day: dateSchema }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { limit, cursor, day = todayOf(request, conn) } = request.query
      const rows = await selectDays(conn, request.actor, day, { limit, after: decodeCursor(cursor, z.object({ id: cursorId }))?.id })
      return { ...toPage(rows, limit, ({ wallet_id }) => ({ id: wallet_id })), day }
    },
  )
}
