import { z } from 'zod'
import { Forbidden, NotFound } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/http/app.ts'
import { transactOnce } from '../../platform/http/idempotency.ts'
import { dateSchema, idParam, idParams, idSchema, lineOfText, minorSchema, pageOf, pageQuery, positiveMinorSchema } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { CHARGE_ITEMS, CHARGE_KINDS, endCharge, listCharges, openCharge } from '#modules/charges/index.ts'
import { reopenSubscription } from '#modules/clients/index.ts'
import { changePackage } from './change-package.ts'
import type { ChangePackage } from './change-package.ts'
import { pauseSubscription, resumeSubscription } from './pause-subscription.ts'
import { quote } from './quote.ts'
import { quotePackage } from './quote-package.ts'
import { lockBillingTerms } from './terms-store.ts'

const tags = ['subscriptions']
const reasonSchema = lineOfText(500)
const CHANGES = ['now', 'full_new_cycle', 'cycle_end'] as const

const changeBody = z.strictObject({
  package_id: idSchema,
  on: dateSchema.optional().meta({ description: 'First day of the new package; today where left out' }),
  price_override_minor: minorSchema
    .refine((amount) => amount >= 0n, 'Must not be negative')
    .nullable()
    .optional(),
  discount_bp: z.int().min(0).max(10_000).optional(),
  discount_minor: minorSchema.refine((amount) => amount >= 0n, 'Must not be negative').optional(),
  reason: reasonSchema.default(''),
  how: z.enum(CHANGES).optional(),
})

const changedSchema = z.object({
  starts_on: dateSchema,
  credited_minor: minorSchema.meta({ description: 'Given back for unused days' }),
  invoiced_minor: minorSchema.meta({ description: 'Billed at once for the new package' }),
  invoice_id: idSchema.nullable(),
})

function toChange(actor: Actor, subscriptionId: bigint, today: Temporal.PlainDate, body: z.infer<typeof changeBody>): ChangePackage {
  const isSpecial = body.price_override_minor != null || (body.discount_bp ?? 0) > 0 || (body.discount_minor ?? 0n) > 0n
  if (isSpecial && !actor.permissions.has('discount.give')) throw new Forbidden('An own price or a standing discount needs the permission discount.give')
  return {
    subscriptionId,
    packageId: body.package_id,
    on: body.on ?? today,
    reason: body.reason,
    priceOverride: body.price_override_minor ?? null,
    approvedBy: isSpecial ? actor.userId : null,
    ...(body.discount_bp === undefined ? {} : { discountBp: body.discount_bp }),
    ...(body.discount_minor === undefined ? {} : { discount: body.discount_minor }),
    ...(body.how === undefined ? {} : { how: body.how }),
  }
}

const quotedLine = z.object({
  starts_on: dateSchema,
  ends_on: dateSchema,
  net_minor: minorSchema,
  discount_minor: minorSchema,
  vat_minor: minorSchema,
  total_minor: minorSchema,
  explain: z.record(z.string(), z.unknown()),
})
const quotedSchema = z.object({ lines: z.array(quotedLine), total_minor: minorSchema })

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
})

/** What changes a line and its money: package, pause, leaving, charges. */
export function lineRoutes(app: App): void {
  app.post(
    '/subscriptions/:id/package-changes',
    {
      config: { permission: 'subscription.change_package', idempotency: 'required' },
      schema: { tags, summary: 'Change the package of a line', params: idParams, body: changeBody, response: { 201: changedSchema } },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const changed = await changePackage(tx, toChange(tx.actor, request.params.id, tx.today, request.body))
        return {
          status: 201,
          body: { starts_on: changed.startsOn, credited_minor: changed.credited, invoiced_minor: changed.invoiced, invoice_id: changed.invoiceId },
        }
      }),
  )

  app.post(
    '/subscriptions/:id/package-changes/quote',
    {
      config: { permission: 'subscription.change_package' },
      schema: {
        tags,
        summary: 'The exact effect of a package change, without making it',
        params: idParams,
        body: changeBody,
        response: { 200: changedSchema },
      },
    },
    async (request) => {
      const changed = await quote(
        request.server.deps.database,
        request.actor,
        async (tx) => await changePackage(tx, toChange(tx.actor, request.params.id, tx.today, request.body)),
      )
      return { starts_on: changed.startsOn, credited_minor: changed.credited, invoiced_minor: changed.invoiced, invoice_id: null }
    },
  )

  app.get(
    '/packages/:id/quote',
    {
      config: { permission: 'package.view' },
      schema: {
        tags: ['packages'],
        summary: 'What a new line of this package is billed first, and each cycle after',
        params: idParams,
        querystring: z.strictObject({
          starts_on: dateSchema.optional(),
          anchor_day: z
            .string()
            .regex(/^([1-9]|[12]\d|3[01])$/)
            .transform(Number)
            .default(1)
            .meta({ type: 'integer', minimum: 1, maximum: 31 }),
          billing_policy_id: idParam.optional(),
        }),
        response: { 200: z.object({ first: quotedSchema, cycle: quotedSchema }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const today = request.server.deps.clock.now().toZonedDateTimeISO(conn.company.zone).toPlainDate()
      const { starts_on = today, anchor_day, billing_policy_id } = request.query
      const { first, cycle } = await quotePackage(conn, {
        packageId: request.params.id,
        startsOn: starts_on,
        anchorDay: anchor_day,
        policyId: billing_policy_id ?? null,
      })
      const shown = (invoice: typeof first) => ({
        lines: invoice.lines.map((line) => ({
          starts_on: line.startsOn,
          ends_on: line.endsOn,
          net_minor: line.net,
          discount_minor: line.discount,
          vat_minor: line.vat,
          total_minor: line.total,
          explain: { ...line.explain },
        })),
        total_minor: invoice.total,
      })
      return { first: shown(first), cycle: shown(cycle) }
    },
  )

  const credited = z.object({ credited_minor: minorSchema })

  app.post(
    '/subscriptions/:id/pauses',
    {
      config: { permission: 'subscription.pause', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Pause a line; paused days are not charged where the policy says so',
        params: idParams,
        body: z.strictObject({ from: dateSchema.optional(), to: dateSchema.optional(), reason: reasonSchema.default('') }),
        response: { 201: credited },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { from = tx.today, to, reason } = request.body
        const paused = await pauseSubscription(tx, { subscriptionId: request.params.id, from, to: to ?? null, kind: 'vacation', reason })
        return { status: 201, body: { credited_minor: paused.credited } }
      }),
  )

  app.post(
    '/subscriptions/:id/resumption',
    {
      config: { permission: 'subscription.pause', idempotency: 'required' },
      schema: { tags, summary: 'End the pause of a line', params: idParams, body: z.strictObject({ on: dateSchema.optional() }), response: { 201: credited } },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const resumed = await resumeSubscription(tx, { subscriptionId: request.params.id, on: request.body.on ?? tx.today })
        return { status: 201, body: { credited_minor: resumed.credited } }
      }),
  )

  app.post(
    '/subscriptions/:id/reopening',
    {
      config: { permission: 'subscription.mark_left', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Take a line that left into use again; its history resumes',
        params: idParams,
        body: z.strictObject({ on: dateSchema.optional() }),
        response: { 201: z.object({ id: idSchema, state: z.string() }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const line = await reopenSubscription(tx, { subscriptionId: request.params.id, ...(request.body.on ? { on: request.body.on } : {}) })
        return { status: 201, body: { id: line.id, state: line.state } }
      }),
  )

  app.get(
    '/clients/:id/charges',
    {
      config: { permission: 'client.view' },
      schema: {
        tags: ['clients'],
        summary: 'What a client is charged for, newest first',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(chargeSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const rows = await listCharges(
        await reading(request),
        request.actor.scope,
        { clientId: request.params.id },
        { limit, before: decodeCursor(cursor, z.object({ id: cursorId }))?.id },
      )
      return toPage(
        rows.map((row) => ({ ...row, quantity_milli: Number(row.quantity_milli) })),
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
        tags: ['clients'],
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
        return { status: 201, body: { ...charge, quantity_milli: Number(charge.quantity_milli) } }
      }),
  )

  app.post(
    '/charges/:id/end',
    {
      config: { permission: 'invoice.issue' },
      schema: {
        tags: ['clients'],
        summary: 'Let a recurring charge end on a day',
        params: idParams,
        body: z.strictObject({ on: dateSchema }),
        response: { 200: chargeSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        const charge = await endCharge(tx, request.params.id, request.body.on)
        return { ...charge, quantity_milli: Number(charge.quantity_milli) }
      }),
  )
}
