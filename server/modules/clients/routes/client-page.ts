import { z } from 'zod'
import { NotFound } from '../../../kernel/errors.ts'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, cursorInstant, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { idParam, idParams, idSchema, instantSchema, noContent, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { requireRecentPassword } from '../../auth/index.ts'
import { addNote, pinNote } from '../notes/add-note.ts'
import { selectNotes } from '../notes/store.ts'
import { readTimeline, TIMELINE_KINDS } from '../read-timeline.ts'
import type { TimelineSource } from '../read-timeline.ts'
import { revealNid, verifyNid } from '../reveal-secret.ts'
import { selectClient } from '../store.ts'
import { noteSchema } from './schemas.ts'

const noteParams = z.strictObject({ id: idParam, note_id: idParam })

const timelineItem = z.object({
  kind: z.enum(TIMELINE_KINDS).describe('bill = one that a month run made; its event says so'),
  at: instantSchema,
  id: idSchema,
  event: z
    .object({
      action: z.string(),
      actor_kind: z.enum(['user', 'token', 'system']),
      actor_id: idSchema.nullable(),
      actor_name: z.string(),
      subject_type: z.string(),
      subject_id: idSchema.nullable(),
      before: z.record(z.string(), z.unknown()).nullable(),
      after: z.record(z.string(), z.unknown()).nullable(),
    })
    .nullable(),
  note: noteSchema.nullable(),
})
const timelinePosition = z.object({ kind: z.enum(TIMELINE_KINDS), at: cursorInstant, id: cursorId })

const tags = ['clients']

export function clientPageRoutes(app: App, timelineSources: readonly TimelineSource[]): void {
  app.get(
    '/clients/:id/timeline',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'What happened to a client and what was written about him, newest first',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(timelineItem) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const conn = await reading(request)
      if ((await selectClient(conn, request.actor.scope, request.params.id)) === undefined) throw NotFound.of('client', request.params.id)
      const items = await readTimeline(conn, request.params.id, { limit, after: decodeCursor(cursor, timelinePosition), sources: timelineSources })
      return toPage(items, limit, ({ kind, at, id }) => ({ kind, at, id }))
    },
  )

  app.get(
    '/clients/:id/notes',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'Notes on a client, newest first',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(noteSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const conn = await reading(request)
      if ((await selectClient(conn, request.actor.scope, request.params.id)) === undefined) throw NotFound.of('client', request.params.id)
      const before = decodeCursor(cursor, z.object({ id: cursorId }))?.id
      return toPage(await selectNotes(conn, request.params.id, { limit, before }), limit, ({ id }) => ({ id }))
    },
  )

  app.post(
    '/clients/:id/notes',
    {
      config: { permission: 'client.edit' },
      schema: {
        tags,
        summary: 'Write a note on a client',
        params: idParams,
        body: z.strictObject({ body: z.string().trim().min(1).max(10_000), is_pinned: z.boolean().default(false) }),
        response: { 201: noteSchema },
      },
    },
    async (request, reply) => {
      const { body, is_pinned } = request.body
      return reply.code(201).send(await transact(request, (tx) => addNote(tx, { clientId: request.params.id, body, isPinned: is_pinned })))
    },
  )

  app.post(
    '/clients/:id/notes/:note_id/pin',
    {
      config: { permission: 'client.edit' },
      schema: { tags, summary: 'Pin a note to the top of the page', params: noteParams, response: { 200: noteSchema } },
    },
    async (request) => transact(request, (tx) => pinNote(tx, { clientId: request.params.id, noteId: request.params.note_id, isPinned: true })),
  )

  app.delete(
    '/clients/:id/notes/:note_id/pin',
    { config: { permission: 'client.edit' }, schema: { tags, summary: 'Unpin a note', params: noteParams, response: { 200: noteSchema } } },
    async (request) => transact(request, (tx) => pinNote(tx, { clientId: request.params.id, noteId: request.params.note_id, isPinned: false })),
  )

  app.get(
    '/clients/:id/nid',
    {
      config: { permission: 'client.reveal_secret' },
      schema: {
        tags,
        summary: 'The national identity number in full; needs a fresh password, and each look is audited',
        params: idParams,
        response: { 200: z.object({ nid: z.string() }) },
      },
    },
    async (request) => {
      await requireRecentPassword(request)
      return transact(request, async (tx) => ({ nid: await revealNid(tx, request.params.id) }))
    },
  )

  app.post(
    '/clients/:id/nid/verification',
    {
      config: { permission: 'client.edit' },
      schema: { tags, summary: 'Note that you have compared the card with the number', params: idParams, response: { 204: noContent } },
    },
    async (request, reply) => {
      await transact(request, (tx) => verifyNid(tx, request.params.id))
      return reply.code(204).send(null)
    },
  )
}
