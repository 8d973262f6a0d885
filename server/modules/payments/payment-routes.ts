import { z } from 'zod'
import { Forbidden, Invalid, NotFound } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { transactOnce } from '../../platform/http/idempotency.ts'
import {
  dateSchema,
  idParam,
  idParams,
  idSchema,
  instantSchema,
  lineOfText,
  minorSchema,
  pageOf,
  pageQuery,
  positiveMinorSchema,
} from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { allocatePayment, takeAllocationBack } from './allocate-payment.ts'
import { giveDiscountNow } from './give-discount.ts'
import { METHODS, normaliseTrx } from './payment.ts'
import { allowedActions } from './payment-actions.ts'
import { selectPayment, selectPayments, selectRefunds } from './payment-list-store.ts'
import { chosenSchema, moneyIn, paymentDetailSchema, paymentSchema, reasonSchema, refundSchema, takenSchema, trxSchema } from './payment-schemas.ts'
import type { Chosen } from './plan-allocation.ts'
import { refundPayment } from './refund-payment.ts'
import { renewSubscription } from './renew-subscription.ts'
import { REVERSAL_KINDS, reversePayment } from './reverse-payment.ts'
import { takePayment } from './take-payment.ts'
import type { TakenPayment } from './take-payment.ts'

const tags = ['payments']
const page = z.object({ id: cursorId })

const takeBody = z.strictObject({
  client_id: idSchema.nullable().meta({ description: 'null: nobody knows yet whose money it is' }),
  ...moneyIn,
  allocations: chosenSchema.optional(),
  discount: z
    .strictObject({ invoice_id: idSchema, amount_minor: positiveMinorSchema, reason: reasonSchema })
    .optional()
    .meta({ description: 'A discount given with the payment, within what your role gives alone' }),
  renewal: z
    .strictObject({ subscription_id: idSchema, cycles: z.int().min(1).max(60).default(1) })
    .optional()
    .meta({ description: 'Renew this prepaid line with the money; it is paid first' }),
})

const chosenOf = (chosen: z.output<typeof chosenSchema>): Chosen[] =>
  chosen.map(({ invoice_id, amount_minor }) => ({ invoiceId: invoice_id, amount: amount_minor }))

export const takenBody = ({ paymentId, receiptCode, clientId, walletId, amount, rounding, allocations, remaining, restored }: TakenPayment) => ({
  id: paymentId,
  receipt_code: receiptCode,
  client_id: clientId,
  wallet_id: walletId,
  amount_minor: amount,
  rounding_minor: rounding,
  allocations: allocations.map(({ invoice, amount: part }) => ({ invoice_id: invoice.invoiceId, invoice_code: invoice.code, amount_minor: part })),
  remaining_minor: remaining,
  restored_lines: restored,
})

async function takeAtCounter(tx: Tx, body: z.output<typeof takeBody>): Promise<TakenPayment> {
  const { client_id: clientId, discount, renewal } = body
  const money = {
    amount: body.amount_minor,
    method: body.method,
    walletId: body.wallet_id ?? null,
    trxId: body.trx_id ?? null,
    note: body.note,
    ...(body.value_on === undefined ? {} : { valueOn: body.value_on }),
  }
  if (clientId === null) {
    if (discount !== undefined || renewal !== undefined || body.allocations !== undefined)
      throw new Invalid('Unknown money pays nothing yet', { errors: [{ field: 'client_id', message: 'Needed for what this payment is to pay' }] })
    return await takePayment(tx, { clientId, ...money })
  }
  if (discount !== undefined) {
    if (!tx.actor.permissions.has('discount.give')) throw new Forbidden('A discount needs the permission discount.give')
    await giveDiscountNow(tx, { clientId, invoiceId: discount.invoice_id, amount: discount.amount_minor, reason: discount.reason })
  }
  if (renewal === undefined)
    return await takePayment(tx, { clientId, ...money, ...(body.allocations === undefined ? {} : { allocations: chosenOf(body.allocations) }) })
  if (body.allocations !== undefined)
    throw new Invalid('A renewal is paid first; leave allocations out', { errors: [{ field: 'allocations', message: 'Not together with renewal' }] })
  const renewed = await renewSubscription(tx, { subscriptionId: renewal.subscription_id, cycles: renewal.cycles, clientId, ...money })
  return renewed.payment
}

export function paymentRoutes(app: App): void {
  app.post(
    '/payments',
    {
      config: { permission: 'payment.take', idempotency: 'required' },
      schema: { tags, summary: 'Take a payment', body: takeBody, response: { 201: takenSchema } },
    },
    async (request, reply) => await transactOnce(request, reply, async (tx) => ({ status: 201, body: takenBody(await takeAtCounter(tx, request.body)) })),
  )

  app.get(
    '/payments',
    {
      config: { permission: 'payment.view' },
      schema: {
        tags,
        summary: 'Payments, newest first',
        querystring: z.strictObject({
          ...pageQuery,
          client_id: idParam.optional(),
          method: z.enum(METHODS).optional(),
          wallet_id: idParam.optional(),
          received_by: idParam.optional(),
          trx_id: lineOfText(80).optional(),
          receipt_code: lineOfText(60).optional().meta({ description: 'How it begins' }),
          from: instantSchema.optional().meta({ description: 'Recorded at or after' }),
          until: instantSchema.optional().meta({ description: 'Recorded before' }),
          value_from: dateSchema.optional(),
          value_to: dateSchema.optional(),
        }),
        response: { 200: pageOf(paymentSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, ...query } = request.query
      const filter = {
        clientId: query.client_id,
        method: query.method,
        walletId: query.wallet_id,
        receivedBy: query.received_by,
        trxId: query.trx_id === undefined ? undefined : (normaliseTrx(query.trx_id) ?? undefined),
        receiptCode: query.receipt_code?.toUpperCase(),
        from: query.from,
        until: query.until,
        valueFrom: query.value_from,
        valueTo: query.value_to,
      }
      const rows = await selectPayments(await reading(request), request.actor, filter, { limit, before: decodeCursor(cursor, page)?.id })
      return toPage(rows, limit, ({ id }) => ({ id }))
    },
  )

  app.get(
    '/payments/:id',
    {
      config: { permission: 'payment.view' },
      schema: {
        tags,
        summary: 'One payment with what it paid, what was given back, and what may be done with it',
        params: idParams,
        response: { 200: paymentDetailSchema },
      },
    },
    async (request) => {
      const payment = await selectPayment(await reading(request), request.actor, request.params.id)
      if (!payment) throw NotFound.of('payment', request.params.id)
      return { ...payment, allocations: [...payment.allocations], refunds: [...payment.refunds], allowed: allowedActions(request.actor, payment) }
    },
  )

  app.post(
    '/payments/:id/reversal',
    {
      config: { permission: 'payment.reverse', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Take a payment back whole: a mistake, a bounced cheque, a chargeback',
        params: idParams,
        body: z.strictObject({ kind: z.enum(REVERSAL_KINDS), reason: reasonSchema }),
        response: { 201: z.object({ id: idSchema }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { reversalId } = await reversePayment(tx, { paymentId: request.params.id, kind: request.body.kind, reason: request.body.reason })
        return { status: 201, body: { id: reversalId } }
      }),
  )

  app.post(
    '/payments/:id/refunds',
    {
      config: { permission: 'payment.refund', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Give money back',
        params: idParams,
        body: z.strictObject({
          amount_minor: positiveMinorSchema,
          wallet_id: idSchema.optional(),
          unallocate: z.boolean().default(false).meta({ description: 'Take allocations back, newest first, where less is unallocated' }),
          trx_id: trxSchema,
          reason: reasonSchema,
        }),
        response: { 201: z.object({ id: idSchema, code: z.string() }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { amount_minor, wallet_id, unallocate, trx_id, reason } = request.body
        const refunded = await refundPayment(tx, {
          paymentId: request.params.id,
          amount: amount_minor,
          walletId: wallet_id ?? null,
          unallocate,
          trxId: trx_id ?? null,
          reason,
        })
        return { status: 201, body: { id: refunded.refundId, code: refunded.code } }
      }),
  )

  app.get(
    '/refunds',
    {
      config: { permission: 'payment.view' },
      schema: {
        tags,
        summary: 'Refunds, newest first',
        querystring: z.strictObject({ ...pageQuery, client_id: idParam.optional(), payment_id: idParam.optional() }),
        response: { 200: pageOf(refundSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, client_id, payment_id } = request.query
      const rows = await selectRefunds(
        await reading(request),
        request.actor,
        { clientId: client_id, paymentId: payment_id },
        { limit, before: decodeCursor(cursor, page)?.id },
      )
      return toPage(rows, limit, ({ id }) => ({ id }))
    },
  )

  app.post(
    '/payments/:id/allocations',
    {
      config: { permission: 'payment.take', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Pay invoices with what is left of a payment',
        params: idParams,
        body: z.strictObject({ allocations: chosenSchema.min(1).optional() }),
        response: { 201: z.object({ allocations: z.array(z.object({ id: idSchema, invoice_id: idSchema, amount_minor: minorSchema })) }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { allocations } = request.body
        const written = await allocatePayment(tx, { paymentId: request.params.id, allocations: allocations === undefined ? null : chosenOf(allocations) })
        return { status: 201, body: { allocations: written.map(({ id, invoiceId, amount }) => ({ id, invoice_id: invoiceId, amount_minor: amount })) } }
      }),
  )

  app.post(
    '/allocations/:id/reversal',
    {
      config: { permission: 'payment.reverse', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Take one allocation back; the money is credit again',
        params: idParams,
        body: z.strictObject({ reason: reasonSchema }),
        response: { 201: z.object({ freed_minor: minorSchema }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { freed } = await takeAllocationBack(tx, { allocationId: request.params.id, reason: request.body.reason })
        return { status: 201, body: { freed_minor: freed } }
      }),
  )
}
