import { z } from 'zod'
import { Forbidden } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/actor.ts'
import { toMinor } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { App } from '../../platform/http/app.ts'
import { transactOnce } from '../../platform/http/idempotency.ts'
import { dateSchema, flagParam, idParam, idParams, idSchema, lineOfText, minorSchema } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { reopenSubscription } from '#modules/clients/index.ts'
import { changePackage } from './change-package.ts'
import type { ChangePackage } from './change-package.ts'
import { pauseSubscription, resumeSubscription } from './pause-subscription.ts'
import { balanceAfterSchema, quoteForClient } from './quote.ts'
import { quotePackage } from './quote-package.ts'

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

/** Minor units or basis points in an address. */
const amountParam = z
  .string()
  .regex(/^\d{1,13}$/, 'Expected a whole number, 0 or more')
  .transform(BigInt)

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

/** What changes a line and its money: package, pause, reopening; each with its quote. */
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
        response: { 200: changedSchema.extend({ balance_after: balanceAfterSchema }) },
      },
    },
    async (request) => {
      const changed = await quoteForClient(
        request.server.deps.database,
        request.actor,
        async (tx) => await changePackage(tx, toChange(tx.actor, request.params.id, tx.today, request.body)),
      )
      const { startsOn, credited, invoiced, balanceAfter } = changed
      return { starts_on: startsOn, credited_minor: credited, invoiced_minor: invoiced, invoice_id: null, balance_after: balanceAfter }
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
            .regex(/^([1-9]|[12]\d|3[01])$/, 'Expected a day of the month from 1 to 31')
            .transform(Number)
            .default(1)
            .meta({ type: 'integer', minimum: 1, maximum: 31 }),
          billing_policy_id: idParam.optional(),
          price_override_minor: amountParam.optional().meta({ type: 'integer', minimum: 0, description: 'An own price instead of the package’s' }),
          discount_bp: amountParam.optional().meta({ type: 'integer', minimum: 0, maximum: 10_000 }),
          discount_minor: amountParam.optional().meta({ type: 'integer', minimum: 0 }),
          is_vat_exempt: flagParam.optional(),
          vat_rate_id: idParam.optional().meta({ description: 'The client’s own rate' }),
        }),
        response: { 200: z.object({ first: quotedSchema, cycle: quotedSchema }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const today = request.server.deps.clock.now().toZonedDateTimeISO(conn.company.zone).toPlainDate()
      const { starts_on = today, anchor_day, billing_policy_id, price_override_minor, discount_bp, discount_minor, is_vat_exempt, vat_rate_id } = request.query
      const { first, cycle } = await quotePackage(conn, {
        packageId: request.params.id,
        startsOn: starts_on,
        anchorDay: anchor_day,
        policyId: billing_policy_id ?? null,
        ...(price_override_minor === undefined ? {} : { priceOverride: toMinor(price_override_minor) }),
        ...(discount_bp === undefined ? {} : { discountBp: Math.min(10_000, Number(discount_bp)) }),
        ...(discount_minor === undefined ? {} : { discount: toMinor(discount_minor) }),
        ...(is_vat_exempt === undefined ? {} : { isVatExempt: is_vat_exempt }),
        ...(vat_rate_id === undefined ? {} : { vatRateId: vat_rate_id }),
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
  const creditedQuote = credited.extend({ balance_after: balanceAfterSchema })
  const pauseBody = z.strictObject({ from: dateSchema.optional(), to: dateSchema.optional(), reason: reasonSchema.default('') })
  const resumeBody = z.strictObject({ on: dateSchema.optional() })

  const pause = async (tx: Tx, subscriptionId: bigint, { from = tx.today, to, reason }: z.output<typeof pauseBody>) =>
    await pauseSubscription(tx, { subscriptionId, from, to: to ?? null, kind: 'vacation', reason })
  const resume = async (tx: Tx, subscriptionId: bigint, { on = tx.today }: z.output<typeof resumeBody>) => await resumeSubscription(tx, { subscriptionId, on })

  app.post(
    '/subscriptions/:id/pauses',
    {
      config: { permission: 'subscription.pause', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Pause a line; paused days are not charged where the policy says so',
        params: idParams,
        body: pauseBody,
        response: { 201: credited },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const paused = await pause(tx, request.params.id, request.body)
        return { status: 201, body: { credited_minor: paused.credited } }
      }),
  )

  app.post(
    '/subscriptions/:id/pauses/quote',
    {
      config: { permission: 'subscription.pause' },
      schema: { tags, summary: 'What a pause gives back, without pausing', params: idParams, body: pauseBody, response: { 200: creditedQuote } },
    },
    async (request) => {
      const { database } = request.server.deps
      const { credited: back, balanceAfter } = await quoteForClient(database, request.actor, (tx) => pause(tx, request.params.id, request.body))
      return { credited_minor: back, balance_after: balanceAfter }
    },
  )

  app.post(
    '/subscriptions/:id/resumption',
    {
      config: { permission: 'subscription.pause', idempotency: 'required' },
      schema: { tags, summary: 'End the pause of a line', params: idParams, body: resumeBody, response: { 201: credited } },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const resumed = await resume(tx, request.params.id, request.body)
        return { status: 201, body: { credited_minor: resumed.credited } }
      }),
  )

  app.post(
    '/subscriptions/:id/resumption/quote',
    {
      config: { permission: 'subscription.pause' },
      schema: { tags, summary: 'What the end of a pause gives back, without ending it', params: idParams, body: resumeBody, response: { 200: creditedQuote } },
    },
    async (request) => {
      const { database } = request.server.deps
      const { credited: back, balanceAfter } = await quoteForClient(database, request.actor, (tx) => resume(tx, request.params.id, request.body))
      return { credited_minor: back, balance_after: balanceAfter }
    },
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
}
