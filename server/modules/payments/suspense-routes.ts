import { z } from 'zod'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { transactOnce } from '../../platform/http/idempotency.ts'
import { idParams, idSchema, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { decideOnMatch, proposeMatch } from './match-suspense.ts'
import { allowedOnSuspense } from './payment-actions.ts'
import { reasonSchema, suspenseSchema } from './payment-schemas.ts'
import { selectSuspense } from './suspense-store.ts'

const tags = ['suspense']

/** Money nobody knows the owner of. */
export function suspenseRoutes(app: App): void {
  app.get(
    '/suspense',
    {
      config: { permission: 'suspense.match' },
      schema: {
        tags,
        summary: 'Unknown money that waits for its client, newest first',
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(suspenseSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const rows = await selectSuspense(await reading(request), request.actor.scope, { limit, before: decodeCursor(cursor, z.object({ id: cursorId }))?.id })
      const items = rows.map((row) => ({
        ...row,
        allowed: allowedOnSuspense(request.actor, row.proposed_client_id === null ? null : { proposed_by: row.proposed_by }),
      }))
      return toPage(items as z.output<typeof suspenseSchema>[], limit, ({ payment_id }) => ({ id: payment_id }))
    },
  )

  app.post(
    '/payments/:id/match',
    {
      config: { permission: 'suspense.match', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Say whose unknown money is',
        params: idParams,
        body: z.strictObject({ client_id: idSchema, reason: reasonSchema }),
        response: { 201: z.object({ id: idSchema }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { matchId } = await proposeMatch(tx, { paymentId: request.params.id, clientId: request.body.client_id, reason: request.body.reason })
        return { status: 201, body: { id: matchId } }
      }),
  )

  app.post(
    '/payments/:id/match/decision',
    {
      config: { permission: 'suspense.approve', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Agree with a match somebody else proposed, or refuse it',
        params: idParams,
        body: z.strictObject({ is_approved: z.boolean() }),
        response: { 201: z.object({ client_id: idSchema }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { clientId } = await decideOnMatch(tx, { paymentId: request.params.id, isApproved: request.body.is_approved })
        return { status: 201, body: { client_id: clientId } }
      }),
  )
}
