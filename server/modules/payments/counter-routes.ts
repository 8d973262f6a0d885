import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { minOf, subtract, toMinor } from '../../kernel/money.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { transactOnce } from '../../platform/http/idempotency.ts'
import { dateSchema, idParam, idParams, idSchema, lineOfText, minorSchema, pageOf, pageQuery, positiveMinorSchema } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { balanceAfterSchema, issueRenewal, quoteForClient } from '#modules/billing/index.ts'
import { readClient } from '#modules/clients/index.ts'
import { readDeposit, selectDepositMovements } from './deposit-store.ts'
import { offsetDeposit, returnDeposit, takeDeposit } from './deposits.ts'
import { selectDiscountRequests } from './discount-store.ts'
import { allowedOnDiscountRequest } from './discount-actions.ts'
import { decideDiscount, giveDiscount } from './give-discount.ts'
import { leaveAndSettle } from './leave-and-settle.ts'
import { openClientBalance } from './open-client-balance.ts'
import { takenBody } from './payment-routes.ts'
import { depositMovementSchema, discountRequestSchema, moneyIn, reasonSchema, staffMethodSchema, takenSchema } from './payment-schemas.ts'
import { renewSubscription } from './renew-subscription.ts'

const page = z.object({ id: cursorId })
const cyclesSchema = z.int().min(1).max(60).default(1)

/** Discounts, deposits, balances from other books, renewals and leaving: what is done at the counter beside taking a payment. */
export function counterRoutes(app: App): void {
  discountRoutes(app)
  depositRoutes(app)
  lineRoutes(app)

  app.post(
    '/clients/:id/opening-balance',
    {
      config: { permission: 'ledger.post_manual', idempotency: 'required' },
      schema: {
        tags: ['clients'],
        summary: 'What a client owes (+) or has to the good (-) by other books',
        params: idParams,
        body: z.strictObject({
          amount_minor: minorSchema.refine((amount) => amount !== 0n, 'Must not be 0'),
          reason: reasonSchema,
          value_on: dateSchema.optional(),
        }),
        response: { 201: z.object({ invoice_id: idSchema.nullable(), payment_id: idSchema.nullable() }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { amount_minor, reason, value_on } = request.body
        const opened = await openClientBalance(tx, {
          clientId: request.params.id,
          amount: amount_minor,
          reason,
          ...(value_on === undefined ? {} : { valueOn: value_on }),
        })
        return { status: 201, body: { invoice_id: opened.invoiceId, payment_id: opened.paymentId } }
      }),
  )
}

function discountRoutes(app: App): void {
  const tags = ['discounts']
  const given = z.object({
    state: z.enum(['given', 'waiting']),
    credit_note_id: idSchema.nullable(),
    code: z.string().nullable(),
    request_id: idSchema.nullable(),
  })

  app.post(
    '/clients/:id/discounts',
    {
      config: { permission: 'discount.give', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Give a discount on an open invoice; beyond what your role gives alone it waits for another person',
        params: idParams,
        body: z.strictObject({
          invoice_id: idSchema,
          amount_minor: positiveMinorSchema,
          kind: z.enum(['discount', 'waiver']).default('discount'),
          reason: reasonSchema,
        }),
        response: { 201: given },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { invoice_id, amount_minor, kind, reason } = request.body
        const done = await giveDiscount(tx, { clientId: request.params.id, invoiceId: invoice_id, amount: amount_minor, kind, reason })
        return {
          status: 201,
          body:
            done.state === 'given'
              ? { state: done.state, credit_note_id: done.creditNoteId, code: done.code, request_id: null }
              : { state: done.state, credit_note_id: null, code: null, request_id: done.requestId },
        }
      }),
  )

  app.get(
    '/discount-requests',
    {
      config: { permission: 'discount.give' },
      schema: {
        tags,
        summary: 'Discounts that waited or wait for another person, newest first',
        querystring: z.strictObject({ ...pageQuery, client_id: idParam.optional(), state: z.enum(['waiting', 'approved', 'rejected']).optional() }),
        response: { 200: pageOf(discountRequestSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, client_id, state } = request.query
      const rows = await selectDiscountRequests(
        await reading(request),
        request.actor.scope,
        { clientId: client_id, state },
        { limit, before: decodeCursor(cursor, page)?.id },
      )
      return toPage(
        rows.map((row) => ({ ...row, allowed: allowedOnDiscountRequest(request.actor, row) })),
        limit,
        ({ id }) => ({ id }),
      )
    },
  )

  app.post(
    '/discount-requests/:id/decision',
    {
      config: { permission: 'discount.approve', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Approve or reject a discount somebody else asked for',
        params: idParams,
        body: z.strictObject({ is_approved: z.boolean(), note: lineOfText(500).default('') }),
        response: { 201: z.object({ credit_note_id: idSchema.nullable() }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { creditNoteId } = await decideDiscount(tx, { requestId: request.params.id, isApproved: request.body.is_approved, note: request.body.note })
        return { status: 201, body: { credit_note_id: creditNoteId } }
      }),
  )
}

function depositRoutes(app: App): void {
  const tags = ['deposits']
  const movedSchema = z.object({ id: idSchema.nullable(), payment_id: idSchema.nullable(), receipt_code: z.string().nullable(), held_minor: minorSchema })

  app.post(
    '/clients/:id/deposits',
    {
      config: { permission: 'payment.take', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Take a deposit',
        params: idParams,
        body: z.strictObject({
          amount_minor: positiveMinorSchema,
          method: staffMethodSchema,
          wallet_id: idSchema.optional(),
          reason: lineOfText(500).default(''),
        }),
        response: { 201: movedSchema },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { amount_minor, method, wallet_id, reason } = request.body
        const { movementId, receiptCode, held } = await takeDeposit(tx, {
          clientId: request.params.id,
          amount: amount_minor,
          method,
          walletId: wallet_id ?? null,
          reason,
        })
        return { status: 201, body: { id: movementId, payment_id: null, receipt_code: receiptCode, held_minor: held } }
      }),
  )

  app.get(
    '/clients/:id/deposits',
    {
      config: { permission: 'payment.view' },
      schema: {
        tags,
        summary: 'A client’s deposit: what is held, and how it moved, newest first',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(depositMovementSchema).extend({ held_minor: minorSchema }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const client = await readClient(conn, request.actor.scope, request.params.id)
      if (!client) throw NotFound.of('client', request.params.id)
      const { limit, cursor } = request.query
      const rows = await selectDepositMovements(conn, request.params.id, { limit, before: decodeCursor(cursor, page)?.id })
      return { ...toPage(rows, limit, ({ id }) => ({ id })), held_minor: await readDeposit(conn, request.params.id) }
    },
  )

  app.post(
    '/clients/:id/deposits/return',
    {
      config: { permission: 'payment.refund', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Give a deposit back, or a part of it',
        params: idParams,
        body: z.strictObject({ amount_minor: positiveMinorSchema, wallet_id: idSchema, reason: reasonSchema }),
        response: { 201: movedSchema },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { amount_minor, wallet_id, reason } = request.body
        const { movementId, receiptCode, held } = await returnDeposit(tx, { clientId: request.params.id, amount: amount_minor, walletId: wallet_id, reason })
        return { status: 201, body: { id: movementId, payment_id: null, receipt_code: receiptCode, held_minor: held } }
      }),
  )

  app.post(
    '/clients/:id/deposits/offset',
    {
      config: { permission: 'payment.refund', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Pay what is open from the deposit',
        params: idParams,
        body: z.strictObject({ amount_minor: positiveMinorSchema.optional(), reason: reasonSchema }),
        response: { 201: movedSchema },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { amount_minor, reason } = request.body
        const offset = await offsetDeposit(tx, { clientId: request.params.id, reason, ...(amount_minor === undefined ? {} : { amount: amount_minor }) })
        return {
          status: 201,
          body: { id: null, payment_id: offset?.paymentId ?? null, receipt_code: null, held_minor: await readDeposit(tx, request.params.id) },
        }
      }),
  )
}

function lineRoutes(app: App): void {
  const tags = ['subscriptions']
  const left = z.object({ credited_minor: minorSchema, final_invoice_id: idSchema.nullable(), deposit_offset_minor: minorSchema })
  const leaveBody = z.strictObject({ on: dateSchema.optional(), reason: lineOfText(500).default('') })

  app.post(
    '/subscriptions/:id/renewals',
    {
      config: { permission: 'payment.take', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Take a payment and renew a prepaid line with it',
        params: idParams,
        body: z.strictObject({
          ...moneyIn,
          cycles: cyclesSchema,
          amount_minor: positiveMinorSchema.optional().meta({ description: 'Exactly what it costs where left out' }),
        }),
        response: { 201: z.object({ payment: takenSchema, invoice_id: idSchema.nullable(), starts_on: dateSchema, ends_on: dateSchema }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { cycles, amount_minor, method, wallet_id, trx_id, value_on, note } = request.body
        const renewed = await renewSubscription(tx, {
          subscriptionId: request.params.id,
          cycles,
          method,
          walletId: wallet_id ?? null,
          trxId: trx_id ?? null,
          note,
          ...(amount_minor === undefined ? {} : { amount: amount_minor }),
          ...(value_on === undefined ? {} : { valueOn: value_on }),
        })
        return {
          status: 201,
          body: { payment: takenBody(renewed.payment), invoice_id: renewed.invoiceId, starts_on: renewed.startsOn, ends_on: renewed.endsOn },
        }
      }),
  )

  app.post(
    '/subscriptions/:id/leaving',
    {
      config: { permission: 'subscription.mark_left', idempotency: 'required' },
      schema: { tags, summary: 'End a line for good with its final bill', params: idParams, body: leaveBody, response: { 201: left } },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const gone = await leaveAndSettle(tx, { subscriptionId: request.params.id, on: request.body.on ?? tx.today, reason: request.body.reason })
        return { status: 201, body: { credited_minor: gone.credited, final_invoice_id: gone.finalInvoiceId, deposit_offset_minor: gone.deposited } }
      }),
  )

  app.post(
    '/subscriptions/:id/leaving/quote',
    {
      config: { permission: 'subscription.mark_left' },
      schema: {
        tags,
        summary: 'The final bill, without leaving',
        params: idParams,
        body: leaveBody,
        response: {
          200: left.extend({ billed_minor: minorSchema.meta({ description: 'The final bill' }), balance_after: balanceAfterSchema }),
        },
      },
    },
    async (request) => {
      const gone = await quoteForClient(request.server.deps.database, request.actor, (tx) =>
        leaveAndSettle(tx, { subscriptionId: request.params.id, on: request.body.on ?? tx.today, reason: request.body.reason }),
      )
      return {
        credited_minor: gone.credited,
        billed_minor: gone.billed,
        final_invoice_id: null,
        deposit_offset_minor: gone.deposited,
        balance_after: gone.balanceAfter,
      }
    },
  )

  app.post(
    '/subscriptions/:id/renewals/quote',
    {
      config: { permission: 'payment.take' },
      schema: {
        tags,
        summary: 'What a renewal costs and covers, without renewing',
        params: idParams,
        body: z.strictObject({ cycles: cyclesSchema, value_on: dateSchema.optional() }),
        response: {
          200: z.object({
            total_minor: minorSchema,
            to_pay_minor: minorSchema.meta({ description: 'What is left to pay after what was paid in advance' }),
            starts_on: dateSchema,
            ends_on: dateSchema.meta({ description: 'The first day without cover' }),
          }),
        },
      },
    },
    async (request) => {
      const { cycles, value_on } = request.body
      const renewal = await quoteForClient(request.server.deps.database, request.actor, (tx) =>
        issueRenewal(tx, { subscriptionId: request.params.id, cycles, paidOn: value_on ?? tx.today }),
      )
      const total = toMinor(renewal.total)
      return {
        total_minor: total,
        to_pay_minor: subtract(total, minOf(total, renewal.balanceAfter.credit_minor)),
        starts_on: renewal.startsOn,
        ends_on: renewal.endsOn,
      }
    },
  )
}
