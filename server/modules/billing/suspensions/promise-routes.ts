import { z } from 'zod'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { dateSchema, idParam, idParams, lineOfText, noContent, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { PROMISE_STATES, selectPromise, selectPromises } from './promise-store.ts'
import type { PaymentPromise } from './promise-store.ts'
import { makePromise, withdrawPromise } from './promises.ts'
import { promiseSchema } from './schemas.ts'

const tags = ['suspensions']

export function promiseRoutes(app: App): void {
  app.get(
    '/promises',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'Promises to pay, newest first',
        querystring: z.strictObject({ ...pageQuery, client_id: idParam.optional(), state: z.enum(PROMISE_STATES).optional() }),
        response: { 200: pageOf(promiseSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, client_id, state } = request.query
      const before = decodeCursor(cursor, z.object({ id: cursorId }))?.id
      return toPage(await selectPromises(await reading(request), request.actor.scope, { clientId: client_id, state }, { before, limit }), limit, ({ id }) => ({
        id,
      }))
    },
  )

  app.post(
    '/clients/:id/promises',
    {
      config: { permission: 'subscription.restore' },
      schema: {
        tags,
        summary: 'Take a promise to pay: nothing of the client is cut for money until the end of that day, and what is cut comes back',
        params: idParams,
        body: z.strictObject({ promised_on: dateSchema, note: lineOfText(300).min(1, 'Say who promised what') }),
        response: { 201: promiseSchema },
      },
    },
    async (request, reply) => {
      const promise = await transact(request, async (tx) => {
        const id = await makePromise(tx, { clientId: request.params.id, promisedOn: request.body.promised_on, note: request.body.note })
        return (await selectPromise(tx, tx.actor.scope, id)) as PaymentPromise
      })
      return await reply.code(201).send(promise)
    },
  )

  app.delete(
    '/promises/:id',
    {
      config: { permission: 'subscription.restore' },
      schema: { tags, summary: 'Take an open promise back; what is overdue is cut at the next look', params: idParams, response: { 204: noContent } },
    },
    async (request, reply) => {
      await transact(request, async (tx) => await withdrawPromise(tx, request.params.id))
      return await reply.code(204).send(null)
    },
  )
}
