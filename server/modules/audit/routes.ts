import { z } from 'zod'
import type { App } from '../../platform/http/app.ts'
import { cursorId, cursorInstant, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { idParam, idSchema, instantSchema, lineOfText, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { selectEvents } from './store.ts'
import { subjectName } from './subject-name.ts'

export const eventSchema = z.object({
  id: idSchema,
  at: instantSchema,
  actor_kind: z.enum(['user', 'token', 'system']),
  actor_id: idSchema.nullable(),
  actor_name: z.string(),
  action: z.string(),
  subject_type: z.string(),
  subject_id: idSchema.nullable(),
  subject_name: z.string().nullable().meta({ description: 'What it is called, as far as the event kept it' }),
  client_id: idSchema.nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  ip: z.string().nullable(),
  user_agent: z.string().nullable(),
  request_id: z.string().nullable(),
})

export const eventPosition = z.object({ at: cursorInstant, id: cursorId })

const query = z.strictObject({
  ...pageQuery,
  action: lineOfText(100).optional().meta({ description: 'An action, or a family of actions ending in a dot: `invoice.`' }),
  subject_type: lineOfText(60).optional(),
  subject_id: idParam.optional(),
  client_id: idParam.optional(),
  actor_id: idParam.optional(),
  changed: lineOfText(100).optional().meta({ description: 'Only events that changed this member, e.g. a setting' }),
  from: instantSchema.optional(),
  until: instantSchema.optional(),
})

export function routes(app: App): void {
  app.get(
    '/audit-events',
    {
      config: { permission: 'audit.view' },
      schema: { tags: ['audit'], summary: 'Everything staff and the system changed, newest first', querystring: query, response: { 200: pageOf(eventSchema) } },
    },
    async (request) => {
      const { limit, cursor, action, subject_type, subject_id, client_id, actor_id, changed, from, until } = request.query
      const after = decodeCursor(cursor, eventPosition)
      const filter = { action, subjectType: subject_type, subjectId: subject_id, clientId: client_id, actorId: actor_id, changed, from, until }
      const rows = await selectEvents(await reading(request), request.actor.scope, filter, { limit, after })
      const named = rows.map((event) => ({ ...event, subject_name: subjectName(event) }))
      return toPage(named, limit, ({ at, id }) => ({ at, id }))
    },
  )
}
