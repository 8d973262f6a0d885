import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import { businessDay } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { App } from '../../platform/http/app.ts'
import { allowedOf } from '../../platform/http/allowed-schema.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { transactOnce } from '../../platform/http/idempotency.ts'
import { dateSchema, idParams, idSchema, lineOfText, minorSchema, pageOf, pageQuery, positiveMinorSchema } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { CHARGE_ITEMS, CHARGE_KINDS, listCharges, openCharge } from '#modules/charges/index.ts'
import type { Charge } from '#modules/charges/index.ts'
import { allowedOnCharge } from './charge-actions.ts'
import { endAddOn } from './end-add-on.ts'
import { balanceAfterSchema, quoteForClient } from './quote.ts'
import { lockBillingTerms } from './terms-store.ts'

const tags = ['clients']

const chargeSchema = z.object({
  id: idSchema,
  client_id: idSchema,
  subscription_id: idSchema.nullable(),
  kind: z.enum(CHARGE_KINDS),
  item: z.enum(CHARGE_ITEMS),
  description: z.string(),
  quantity_milli: z.int(),
  unit_price_minor: minorSchema.nullable(),
  starts_on: dateSchema,
  ends_on: dateSchema.nullable(),
  billed_until: dateSchema,
  allowed: allowedOf(['end']),
})

const view = (actor: Actor, charge: Charge, today: PlainDate) => ({
  ...charge,
  quantity_milli: Number(charge.quantity_milli),
  allowed: allowedOnCharge(actor, charge, today),
})

const endBody = z.strictObject({ on: dateSchema.optional().meta({ description: 'The first day it is no longer charged; today where left out' }) })

/** Add-ons and one-time charges of a client. */
export function chargeRoutes(app: App): void {
  app.get(
    '/clients/:id/charges',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'What a client is charged for, newest first',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(chargeSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const conn = await reading(request)
      const today = businessDay(request.server.deps.clock.now(), conn.company.zone)
      const before = decodeCursor(cursor, z.object({ id: cursorId }))?.id
      const rows = await listCharges(conn, request.actor.scope, { clientId: request.params.id }, { limit, before })
      return toPage(
        rows.map((row) => view(request.actor, row, today)),
        limit,
        ({ id }) => ({ id }),
      )
    },
  )

  app.post(
    '/clients/:id/charges',
    {
      config: { permission: 'invoice.issue', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Add a recurring add-on or a one-time charge; the next bill carries it',
        params: idParams,
        body: z.strictObject({
          subscription_id: idSchema.optional(),
          kind: z.enum(['recurring', 'one_time']),
          item: z.enum(['addon', 'installation', 'equipment', 'other']),
          description: lineOfText(200).min(1),
          quantity_milli: z.int().min(1).max(1_000_000_000).default(1000),
          unit_price_minor: positiveMinorSchema,
          vat_rate_id: idSchema.optional(),
          vat_inclusive: z.boolean().default(false),
          starts_on: dateSchema.optional(),
          ends_on: dateSchema.optional(),
        }),
        response: { 201: chargeSchema },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { body } = request
        const terms = await lockBillingTerms(tx, request.params.id, tx.today)
        if (!terms) throw NotFound.of('client', request.params.id)
        if (body.subscription_id !== undefined && !terms.subscriptions.has(body.subscription_id)) throw NotFound.of('subscription', body.subscription_id)
        const charge = await openCharge(tx, {
          clientId: request.params.id,
          subscriptionId: body.subscription_id ?? null,
          kind: body.kind,
          item: body.item,
          description: body.description,
          quantityMilli: BigInt(body.quantity_milli),
          unitPrice: body.unit_price_minor,
          vatRateId: body.vat_rate_id ?? null,
          vatInclusive: body.vat_inclusive,
          startsOn: body.starts_on ?? tx.today,
          endsOn: body.ends_on ?? null,
        })
        return { status: 201, body: view(tx.actor, charge, tx.today) }
      }),
  )

  app.post(
    '/charges/:id/end',
    {
      config: { permission: 'invoice.issue' },
      schema: {
        tags,
        summary: 'Let an add-on end on a day, its billed days after it given back; a one-time charge is taken away before it is billed',
        params: idParams,
        body: endBody,
        response: { 200: z.object({ credited_minor: minorSchema }) },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        const { credited } = await endAddOn(tx, { chargeId: request.params.id, on: request.body.on ?? tx.today })
        return { credited_minor: credited }
      }),
  )

  app.post(
    '/charges/:id/end/quote',
    {
      config: { permission: 'invoice.issue' },
      schema: {
        tags,
        summary: 'What the end of a charge gives back, without ending it',
        params: idParams,
        body: endBody,
        response: { 200: z.object({ credited_minor: minorSchema, balance_after: balanceAfterSchema }) },
      },
    },
    async (request) => {
      const { credited, balanceAfter } = await quoteForClient(request.server.deps.database, request.actor, (tx) =>
        endAddOn(tx, { chargeId: request.params.id, on: request.body.on ?? tx.today }),
      )
      return { credited_minor: credited, balance_after: balanceAfter }
    },
  )
}
