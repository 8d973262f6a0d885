import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { findFile, readCapped, sendFile } from '../../platform/files.ts'
import type { App } from '../../platform/http/app.ts'
import { takeOneFile } from '../../platform/http/one-file.ts'
import { idParams, noContent } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { cleanUpload } from '../../platform/uploads.ts'
import { changeOwnPhoto } from './change-photo.ts'
import { selectUser } from './user-store.ts'
import type { User } from './user-store.ts'

const MAX_BYTES = 10 * 1024 * 1024
const EDGE = 512

const picture = { 200: z.any().meta({ type: 'string', format: 'binary', description: 'The picture' }) }

/** Photos of staff: everybody sets his own. */
export function photoRoutes(app: App): void {
  const tags = ['auth']

  app.put(
    '/auth/profile/photo',
    {
      config: { permission: 'session', upload: true },
      schema: {
        tags,
        summary: 'Set the own photo: multipart with one picture, 10 MB at most',
        consumes: ['multipart/form-data'],
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const content = await takeOneFile(request, MAX_BYTES, ({ stream }) => readCapped(stream, MAX_BYTES))
      const clean = await cleanUpload(content, { accepts: ['image'], maxEdge: EDGE })
      await transact(request, (tx) => changeOwnPhoto(tx, clean))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/auth/profile/photo',
    { config: { permission: 'session' }, schema: { tags, summary: 'Take the own photo away', response: { 204: noContent } } },
    async (request, reply) => {
      await transact(request, (tx) => changeOwnPhoto(tx, null))
      return reply.code(204).send(null)
    },
  )

  app.get('/auth/profile/photo', { config: { permission: 'session' }, schema: { tags, summary: 'The own photo', response: picture } }, async (request, reply) =>
    send(request, reply, await selectUser(await reading(request), { kind: 'company' }, request.actor.userId as bigint)),
  )

  app.get(
    '/users/:id/photo',
    { config: { permission: 'user.view' }, schema: { tags: ['users'], summary: 'The photo of a person of the staff', params: idParams, response: picture } },
    async (request, reply) => send(request, reply, await selectUser(await reading(request), request.actor.scope, request.params.id)),
  )
}

/** @throws NotFound 404. */
async function send(request: FastifyRequest, reply: FastifyReply, user: User | undefined): Promise<FastifyReply> {
  const fileId = user?.photo_file_id ?? null
  const file = fileId === null ? undefined : await findFile(await reading(request), fileId)
  if (file === undefined) throw NotFound.of('photo of user', user?.id ?? 0n)
  return sendFile(reply, file)
}
