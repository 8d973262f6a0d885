import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { transactOnce } from '../../../platform/http/idempotency.ts'
import { dateSchema, idParam, idParams, idSchema, lineOfText, minorSchema, pageOf, pageQuery, positiveMinorSchema } from '../../../platform/http/schemas.ts'
import { reading } from '../../../platform/http/transact.ts'
import { selectWallet } from '../wallets/store.ts'
import { WALLET_KINDS } from '../wallets/wallet.ts'
import { acceptTransfer, cancelTransfer, rejectTransfer } from './end-transfer.ts'
import { shown, transferSchema } from './schemas.ts'
import { handOver, sendTransfer } from './send-transfer.ts'
import { TRANSFER_KINDS, TRANSFER_STATES } from './transfer.ts'
import { isAlone, selectDestinations, selectTransfers } from './transfer-store.ts'

const tags = ['wallets']
const page = z.object({ id: cursorId })
const reasonSchema = lineOfText(300).default('')

const destinationSchema = z.object({ id: idSchema, code: z.string(), name: z.string(), kind: z.enum(WALLET_KINDS), owner_name: z.string().nullable() })

export function transferRoutes(app: App): void {
  sendingRoutes(app)
  endingRoutes(app)

  app.get(
    '/wallet-transfers',
    {
      config: { permission: 'wallet.view_own' },
      schema: {
        tags,
        summary: 'Money sent between wallets you may see, newest first',
        querystring: z.strictObject({
          ...pageQuery,
          wallet_id: idParam.optional().meta({ description: 'From it or to it' }),
          from_wallet_id: idParam.optional(),
          to_wallet_id: idParam.optional(),
          kind: z.enum(TRANSFER_KINDS).optional(),
          state: z.enum(TRANSFER_STATES).optional(),
          sent_by: idParam.optional(),
          from: dateSchema.optional().meta({ description: 'Sent on this day or later' }),
          to: dateSchema.optional(),
        }),
        response: { 200: pageOf(transferSchema) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { limit, cursor, wallet_id, from_wallet_id, to_wallet_id, sent_by, kind, state, from, to } = request.query
      const filter = { walletId: wallet_id, fromWalletId: from_wallet_id, toWalletId: to_wallet_id, sentBy: sent_by, kind, state, from, to }
      const rows = await selectTransfers(conn, request.actor, filter, { limit, before: decodeCursor(cursor, page)?.id })
      const alone = await isAlone(conn)
      return toPage(
        rows.map((row) => shown(request.actor, row, alone)),
        limit,
        ({ id }) => ({ id }),
      )
    },
  )

  app.get(
    '/wallet-transfers/:id',
    {
      config: { permission: 'wallet.view_own' },
      schema: { tags, summary: 'One transfer, how it ended or how you may end it', params: idParams, response: { 200: transferSchema } },
    },
    async (request) => await seen(await reading(request), request.actor, request.params.id),
  )

  app.get(
    '/wallets/:id/destinations',
    {
      config: { permission: 'wallet.transfer' },
      schema: {
        tags,
        summary: 'Wallets you may send money to from this one',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(destinationSchema) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const wallet = await selectWallet(conn, request.actor, request.params.id)
      if (!wallet) throw NotFound.of('wallet', request.params.id)
      const { limit, cursor } = request.query
      const rows = await selectDestinations(conn, request.actor, wallet.id, { limit, after: decodeCursor(cursor, page)?.id })
      return toPage(rows, limit, ({ id }) => ({ id }))
    },
  )
}

function sendingRoutes(app: App): void {
  app.post(
    '/wallet-transfers',
    {
      config: { permission: 'wallet.transfer', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Send money from one wallet to another, where it waits to be accepted',
        body: z.strictObject({ from_wallet_id: idSchema, to_wallet_id: idSchema, amount_minor: positiveMinorSchema, reason: reasonSchema }),
        response: { 201: transferSchema },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { from_wallet_id, to_wallet_id, amount_minor, reason } = request.body
        const { transferId } = await sendTransfer(tx, { fromWalletId: from_wallet_id, toWalletId: to_wallet_id, amount: amount_minor, reason })
        return { status: 201, body: await seen(tx, tx.actor, transferId) }
      }),
  )

  app.post(
    '/wallets/:id/hand-overs',
    {
      config: { permission: 'wallet.transfer', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Hand over all that a drawer holds, with the cash counted',
        params: idParams,
        body: z.strictObject({
          to_wallet_id: idSchema,
          counted_minor: minorSchema.refine((amount) => amount >= 0n, 'Must not be negative').meta({ description: 'The cash as it was counted' }),
          reason: reasonSchema.meta({ description: 'Needed where the count differs from the books' }),
        }),
        response: { 201: transferSchema },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { to_wallet_id, counted_minor, reason } = request.body
        const { transferId } = await handOver(tx, { walletId: request.params.id, toWalletId: to_wallet_id, counted: counted_minor, reason })
        return { status: 201, body: await seen(tx, tx.actor, transferId) }
      }),
  )
}

function endingRoutes(app: App): void {
  app.post(
    '/wallet-transfers/:id/acceptance',
    {
      config: { permission: 'wallet.view_own', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Accept what was sent; what is missing or too much goes to short and over',
        params: idParams,
        body: z.strictObject({
          received_minor: positiveMinorSchema.optional().meta({ description: 'What the sender counted, else what was sent, where left out' }),
          reason: reasonSchema.meta({ description: 'Needed where the amount differs' }),
        }),
        response: { 201: transferSchema },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { id } = request.params
        const { received_minor, reason } = request.body
        await acceptTransfer(tx, { transferId: id, reason, ...(received_minor === undefined ? {} : { received: received_minor }) })
        return { status: 201, body: await seen(tx, tx.actor, id) }
      }),
  )

  app.post(
    '/wallet-transfers/:id/rejection',
    {
      config: { permission: 'wallet.view_own', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Send back what was sent to you',
        params: idParams,
        body: z.strictObject({ reason: lineOfText(300).min(3) }),
        response: { 201: transferSchema },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { id } = request.params
        await rejectTransfer(tx, { transferId: id, reason: request.body.reason })
        return { status: 201, body: await seen(tx, tx.actor, id) }
      }),
  )

  app.post(
    '/wallet-transfers/:id/cancellation',
    {
      config: { permission: 'wallet.view_own', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Take back what you sent before it is accepted',
        params: idParams,
        body: z.strictObject({ reason: reasonSchema }),
        response: { 201: transferSchema },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { id } = request.params
        await cancelTransfer(tx, { transferId: id, reason: request.body.reason })
        return { status: 201, body: await seen(tx, tx.actor, id) }
      }),
  )
}

async function seen(conn: Conn, actor: Actor, id: bigint) {
  const [transfer] = await selectTransfers(conn, actor, { id }, { limit: 1 })
  if (!transfer) throw NotFound.of('transfer', id)
  return shown(actor, transfer, await isAlone(conn))
}
