import { z } from 'zod'
import { LOCALES } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { App } from '../../platform/http/app.ts'
import { allowedOf } from '../../platform/http/allowed-schema.ts'
import { cursorId, cursorInstant, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { bigintSchema, dateSchema, idParam, idParams, idSchema, instantSchema, noContent, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading, todayOf, transact } from '../../platform/http/transact.ts'
import { MESSAGE_STATES } from '#modules/notifications/index.ts'
import { CHANNELS } from './channel.ts'
import { composeMessages } from './compose-messages.ts'
import { KINDS, WHYS } from './kinds.ts'
import { countMessages, selectAttempts, selectMessage, selectMessages } from './list-store.ts'
import { allowedOnMessage, MESSAGE_ACTIONS, sendMessageAgain, takeBackMessage } from './message-actions.ts'

const tags = ['messages']

const messageSchema = z.object({
  id: idSchema,
  created_at: instantSchema,
  kind: z.enum(KINDS),
  state: z.enum(MESSAGE_STATES).meta({ description: 'sent: the channel took it, which is not yet delivered; unknown: nobody knows whether it did' }),
  why: z.enum(WHYS).nullable().meta({ description: 'Why it was not sent, or why it waits' }),
  not_before: instantSchema,
  closed_at: instantSchema.nullable(),
  attempts: z.int(),
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  channel: z.string().nullable().meta({ description: 'Of the last try, as what follows' }),
  address: z.string().nullable(),
  locale: z.enum(LOCALES).nullable(),
  text: z.string().nullable(),
})

const detailSchema = messageSchema.extend({
  tries: z.array(
    z.object({
      attempt_no: z.int(),
      channel: z.string(),
      address: z.string(),
      locale: z.enum(LOCALES),
      text: z.string(),
      started_at: instantSchema,
      finished_at: instantSchema.nullable(),
      outcome: z.enum(['accepted', 'failed', 'unknown']).nullable().meta({ description: 'null: under way, or cut off' }),
      reference: z.string().nullable(),
      error: z.string().nullable(),
    }),
  ),
  now: z
    .union([
      z.object({ is_true: z.literal(true), channel: z.string(), address: z.string(), locale: z.enum(LOCALES), text: z.string() }),
      z.object({ is_true: z.literal(false), why: z.enum(WHYS) }),
    ])
    .nullable()
    .meta({ description: 'What it would say at this moment, or why it would not be sent; null once it was sent or dropped' }),
  allowed: allowedOf(MESSAGE_ACTIONS),
})

export function routes(app: App): void {
  app.get(
    '/messages',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'Messages to clients, newest first: what was said to whom, what waits, and what was not sent and why',
        querystring: z.strictObject({
          ...pageQuery,
          state: z.enum([...MESSAGE_STATES, 'waiting']).optional(),
          kind: z.enum(KINDS).optional(),
          client_id: idParam.optional(),
          from: dateSchema.optional(),
          to: dateSchema.optional(),
        }),
        response: { 200: pageOf(messageSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, state, client_id, ...filter } = request.query
      const before = decodeCursor(cursor, z.object({ created_at: cursorInstant, id: cursorId }))
      const states = state === undefined ? undefined : state === 'waiting' ? (['queued', 'sending'] as const) : [state]
      const rows = await selectMessages(await reading(request), request.actor.scope, { ...filter, states, clientId: client_id }, { before, limit })
      return toPage(rows, limit, ({ created_at, id }) => ({ created_at, id }))
    },
  )

  app.get(
    '/messages/totals',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'How many messages wait, and how many somebody may have to look at',
        response: {
          200: z.object({
            waiting: bigintSchema,
            failed: bigintSchema,
            unknown: bigintSchema,
            channels: z.array(z.string()).meta({ description: 'By which messages go, in the order in which they are asked; log: none leaves the house' }),
          }),
        },
      },
    },
    async (request) => ({ ...(await countMessages(await reading(request), request.actor.scope)), channels: CHANNELS.map(({ name }) => name) }),
  )

  app.get(
    '/messages/:id',
    {
      config: { permission: 'client.view' },
      schema: { tags, summary: 'One message with its tries, and what it would say now', params: idParams, response: { 200: detailSchema } },
    },
    async (request) => {
      const conn = await reading(request)
      const message = await selectMessage(conn, request.actor.scope, request.params.id)
      if (message === undefined) throw NotFound.of('message', request.params.id)
      const isOver = message.state === 'sent' || message.state === 'cancelled' || message.state === 'sending'
      const composed = isOver ? undefined : (await composeMessages(conn, [message], { today: todayOf(request, conn), channels: CHANNELS })).get(message.id)
      return {
        ...message,
        tries: await selectAttempts(conn, message),
        now:
          composed === undefined
            ? null
            : composed.isSayable
              ? { is_true: true as const, ...composed.said, channel: composed.said.channel.name }
              : { is_true: false as const, why: composed.why },
        allowed: allowedOnMessage(request.actor, message),
      }
    },
  )

  app.post(
    '/messages/:id/cancellation',
    {
      config: { permission: 'message.send' },
      schema: { tags, summary: 'Take a message back that still waits', params: idParams, response: { 204: noContent } },
    },
    async (request, reply) => {
      await transact(request, async (tx) => await takeBackMessage(tx, request.params.id))
      return await reply.code(204).send(null)
    },
  )

  app.post(
    '/messages/:id/sending',
    {
      config: { permission: 'message.send' },
      schema: {
        tags,
        summary: 'Send a message again that failed or of which nobody knows whether it arrived; only if it is still true',
        params: idParams,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      await transact(request, async (tx) => await sendMessageAgain(tx, request.params.id))
      return await reply.code(204).send(null)
    },
  )
}
