import { z } from 'zod'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { transactOnce } from '../../../platform/http/idempotency.ts'
import { dateSchema, idParam, idParams, idSchema, lineOfText, minorSchema, pageOf, pageQuery, patchOf } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { STATES } from '../../access/index.ts'
import { requireRecentPassword } from '../../auth/index.ts'
import { activateSubscription } from '../lines/activate-subscription.ts'
import { addSubscription, ownPrice } from '../lines/add-subscription.ts'
import { changeTerms } from '../lines/change-terms.ts'
import { editSubscription, setPppoePassword } from '../lines/edit-subscription.ts'
import { selectLines } from '../lines/store.ts'
import { setAutoControl } from '../lines/set-auto-control.ts'
import { restoreSubscription, STAFF_REASONS, SUSPEND_REASONS, suspendSubscription } from '../lines/suspend-subscription.ts'
import { readLineView } from '../read-client.ts'
import { revealPppoePassword } from '../reveal-secret.ts'
import { newLineBody, toNewLine } from './line-body.ts'
import { lineInput, lineSchema, lineViewSchema } from './schemas.ts'

const tags = ['subscriptions']

/** Package change, pause, leaving and renewal cost money, so their routes are in modules/billing. */
export function subscriptionRoutes(app: App): void {
  app.get(
    '/subscriptions',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'Lines in the order they were sold',
        querystring: z.strictObject({
          ...pageQuery,
          client_id: idParam.optional(),
          state: z.enum(STATES).optional(),
          router_id: idParam.optional(),
          package_id: idParam.optional(),
          q: lineOfText(100).min(3).optional().meta({ description: 'A part of the PPPoE login or MAC' }),
        }),
        response: { 200: pageOf(lineSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, client_id, state, router_id, package_id, q } = request.query
      const after = decodeCursor(cursor, z.object({ id: cursorId }))?.id
      const filter = { clientIds: client_id === undefined ? undefined : [client_id], state, routerId: router_id, packageId: package_id, q }
      return toPage(await selectLines(await reading(request), request.actor.scope, filter, { limit, after }), limit, ({ id }) => ({ id }))
    },
  )

  app.post(
    '/subscriptions',
    {
      config: { permission: 'client.create', idempotency: 'optional' },
      schema: { tags, summary: 'Add a line to a client', body: newLineBody.extend({ client_id: idSchema }), response: { 201: lineViewSchema } },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { client_id, ...line } = request.body
        const { id } = await addSubscription(tx, { ...toNewLine(line), clientId: client_id })
        return { status: 201, body: await readLineView(tx, tx.actor, id, tx.now) }
      }),
  )

  app.get(
    '/subscriptions/:id',
    {
      config: { permission: 'client.view' },
      schema: { tags, summary: 'One line: its terms, why it has service or not, and what may be done', params: idParams, response: { 200: lineViewSchema } },
    },
    async (request) => await readLineView(await reading(request), request.actor, request.params.id, request.server.deps.clock.now()),
  )

  app.patch(
    '/subscriptions/:id',
    {
      config: { permission: 'client.edit' },
      schema: {
        tags,
        summary: 'Change the technical facts of a line',
        params: idParams,
        body: patchOf({ ...lineInput, version: z.int().meta({ description: 'The version you have seen; a newer one answers 409' }) }),
        response: { 200: lineViewSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        const { version, ...changes } = request.body
        await editSubscription(tx, { subscriptionId: request.params.id, seenVersion: version, changes })
        return readLineView(tx, tx.actor, request.params.id, tx.now)
      }),
  )

  app.post(
    '/subscriptions/:id/activation',
    {
      config: { permission: 'client.edit' },
      schema: {
        tags,
        summary: 'Put a pending line into service',
        params: idParams,
        body: z.strictObject({ on: dateSchema.optional().meta({ description: 'Today where not said' }) }).nullish(),
        response: { 200: lineViewSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        const on = request.body?.on
        await activateSubscription(tx, { subscriptionId: request.params.id, ...(on === undefined ? {} : { on }) })
        return readLineView(tx, tx.actor, request.params.id, tx.now)
      }),
  )

  app.post(
    '/subscriptions/:id/suspension',
    {
      config: { permission: 'subscription.suspend' },
      schema: {
        tags,
        summary: 'Take the service of a line away for a reason of the staff',
        params: idParams,
        body: z.strictObject({
          reason: z.enum(SUSPEND_REASONS).default('manual').meta({ description: 'billing: ends by itself when nothing overdue is open any more' }),
          note: lineOfText(500).default(''),
          until: dateSchema.nullable().default(null).meta({ description: 'First day of service again' }),
        }),
        response: { 200: lineViewSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        await suspendSubscription(tx, { subscriptionId: request.params.id, ...request.body })
        return readLineView(tx, tx.actor, request.params.id, tx.now)
      }),
  )

  app.delete(
    '/subscriptions/:id/suspension',
    {
      config: { permission: 'subscription.restore' },
      schema: {
        tags,
        summary: 'Give service back: clears the reasons of the staff, or the one that is named',
        params: idParams,
        querystring: z.strictObject({ reason: z.enum([...STAFF_REASONS, 'billing']).optional() }),
        response: { 200: lineViewSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        await restoreSubscription(tx, { subscriptionId: request.params.id, reason: request.query.reason })
        return readLineView(tx, tx.actor, request.params.id, tx.now)
      }),
  )

  app.put(
    '/subscriptions/:id/auto-control',
    {
      config: { permission: 'client.edit' },
      schema: {
        tags,
        summary: 'Take a line out of automatic control, with the reason and last day, or put it back',
        params: idParams,
        body: z.strictObject({
          is_on: z.boolean(),
          until: dateSchema.nullable().default(null).meta({ description: 'The last day out of control; null: until somebody turns it on' }),
          reason: lineOfText(300).default(''),
        }),
        response: { 200: lineViewSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        const { is_on, until, reason } = request.body
        await setAutoControl(tx, { subscriptionId: request.params.id, isOn: is_on, until, reason })
        return readLineView(tx, tx.actor, request.params.id, tx.now)
      }),
  )

  app.post(
    '/subscriptions/:id/terms',
    {
      config: { permission: 'discount.give' },
      schema: {
        tags,
        summary: 'Own price or standing discount of a line from a day on; days already billed stay as they are',
        params: idParams,
        body: z.strictObject({
          starts_on: dateSchema,
          ends_on: dateSchema.nullable().default(null).meta({ description: 'The first day the earlier terms hold again' }),
          price_override_minor: minorSchema
            .refine((value) => value >= 0n, 'Expected 0 or more')
            .nullable()
            .default(null),
          discount_bp: z.int().min(0).max(10_000).default(0),
          discount_minor: minorSchema.refine((value) => value >= 0n, 'Expected 0 or more').optional(),
          reason: lineOfText(300).default(''),
        }),
        response: { 200: lineViewSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        const { starts_on, ends_on, price_override_minor, discount_bp, discount_minor, reason } = request.body
        const price = ownPrice(tx, { priceOverride: price_override_minor, discountBp: discount_bp, discount: discount_minor, discountReason: reason })
        await changeTerms(tx, request.params.id, {
          startsOn: starts_on,
          endsOn: ends_on,
          priceOverride: price.price_override_minor,
          discountBp: price.discount_bp,
          discount: price.discount_minor,
          reason,
          approvedBy: price.approved_by,
        })
        return readLineView(tx, tx.actor, request.params.id, tx.now)
      }),
  )

  app.get(
    '/subscriptions/:id/pppoe-password',
    {
      config: { permission: 'client.reveal_secret' },
      schema: {
        tags,
        summary: 'The PPPoE password; needs a fresh password of yours, and each look is audited',
        params: idParams,
        response: { 200: z.object({ pppoe_password: z.string() }) },
      },
    },
    async (request) => {
      await requireRecentPassword(request)
      return transact(request, async (tx) => ({ pppoe_password: await revealPppoePassword(tx, request.params.id) }))
    },
  )

  app.put(
    '/subscriptions/:id/pppoe-password',
    {
      config: { permission: 'client.edit' },
      schema: {
        tags,
        summary: 'Set or take away the PPPoE password',
        params: idParams,
        body: z.strictObject({ pppoe_password: z.string().min(1).max(100).nullable() }),
        response: { 200: lineViewSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        await setPppoePassword(tx, { subscriptionId: request.params.id, password: request.body.pppoe_password })
        return readLineView(tx, tx.actor, request.params.id, tx.now)
      }),
  )
}
