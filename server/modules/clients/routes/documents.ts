import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError, Invalid, NotFound } from '../../../kernel/errors.ts'
import { findFile, readCapped, sendFile } from '../../../platform/files.ts'
import type { App } from '../../../platform/http/app.ts'
import { bigintSchema, idParam, idParams, idSchema, instantSchema, noContent } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { cleanUpload } from '../../../platform/uploads.ts'
import { addDocument, removeDocument, setPhoto } from '../documents/add-document.ts'
import { DOCUMENT_KINDS, selectDocument, selectDocuments } from '../documents/store.ts'
import { selectClient } from '../store.ts'

const MAX_BYTES = 10 * 1024 * 1024
const DOCUMENT_EDGE = 2400
const PHOTO_EDGE = 512

const documentSchema = z.object({
  id: idSchema,
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  name: z.string(),
  content_type: z.string(),
  size_bytes: bigintSchema,
  created_by: idSchema.nullable(),
  created_at: instantSchema,
})

const documentFields = z.strictObject({ kind: z.enum(DOCUMENT_KINDS), title: z.string().trim().max(200).default('') })
const documentParams = z.strictObject({ id: idParam, document_id: idParam })
const bytes = z.any().meta({ type: 'string', format: 'binary', description: 'The file' })

const tags = ['clients']

export function documentRoutes(app: App): void {
  app.get(
    '/clients/:id/documents',
    {
      config: { permission: 'client.view', unpaged: true },
      schema: { tags, summary: 'Documents kept with a client', params: idParams, response: { 200: z.object({ items: z.array(documentSchema) }) } },
    },
    async (request) => {
      await requireClient(request, request.params.id)
      return { items: await selectDocuments(await reading(request), request.params.id) }
    },
  )

  app.post(
    '/clients/:id/documents',
    {
      config: { permission: 'client.edit', upload: true },
      schema: {
        tags,
        summary: 'Keep a document: multipart with the fields kind and title, then the file (picture or PDF, 10 MB at most)',
        params: idParams,
        consumes: ['multipart/form-data'],
        response: { 201: documentSchema },
      },
    },
    async (request, reply) => {
      const { file, fields } = await readUpload(request)
      const parsed = documentFields.safeParse(fields)
      if (!parsed.success)
        throw new Invalid('Send the fields kind and title before the file', {
          errors: parsed.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message })),
        })
      const clean = await cleanUpload(file.content, { accepts: ['image', 'pdf'], maxEdge: DOCUMENT_EDGE })
      const added = await transact(request, (tx) => addDocument(tx, { clientId: request.params.id, ...parsed.data, fileName: file.name, file: clean }))
      return reply.code(201).send(added)
    },
  )

  app.get(
    '/clients/:id/documents/:document_id/content',
    { config: { permission: 'client.view' }, schema: { tags, summary: 'Download a document', params: documentParams, response: { 200: bytes } } },
    async (request, reply) => {
      await requireClient(request, request.params.id)
      const conn = await reading(request)
      const found = await selectDocument(conn, request.params.id, request.params.document_id)
      const file = found === undefined ? undefined : await findFile(conn, found.file_id)
      if (file === undefined) throw NotFound.of('document', request.params.document_id)
      return sendFile(reply, file)
    },
  )

  app.delete(
    '/clients/:id/documents/:document_id',
    { config: { permission: 'client.edit' }, schema: { tags, summary: 'Take a document away', params: documentParams, response: { 204: noContent } } },
    async (request, reply) => {
      await transact(request, (tx) => removeDocument(tx, { clientId: request.params.id, documentId: request.params.document_id }))
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/clients/:id/photo',
    {
      config: { permission: 'client.edit', upload: true },
      schema: {
        tags,
        summary: 'Set the photo of a client: multipart with one picture, 10 MB at most',
        params: idParams,
        consumes: ['multipart/form-data'],
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const { file } = await readUpload(request)
      const clean = await cleanUpload(file.content, { accepts: ['image'], maxEdge: PHOTO_EDGE })
      await transact(request, (tx) => setPhoto(tx, { clientId: request.params.id, file: clean }))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/clients/:id/photo',
    { config: { permission: 'client.view' }, schema: { tags, summary: 'The photo of a client', params: idParams, response: { 200: bytes } } },
    async (request, reply) => {
      const client = await requireClient(request, request.params.id)
      const file = client.photo_file_id === null ? undefined : await findFile(await reading(request), client.photo_file_id)
      if (file === undefined) throw NotFound.of('photo of client', request.params.id)
      return sendFile(reply, file)
    },
  )

  app.delete(
    '/clients/:id/photo',
    { config: { permission: 'client.edit' }, schema: { tags, summary: 'Take the photo of a client away', params: idParams, response: { 204: noContent } } },
    async (request, reply) => {
      await transact(request, (tx) => setPhoto(tx, { clientId: request.params.id, file: null }))
      return reply.code(204).send(null)
    },
  )
}

/** @throws NotFound 404. */
async function requireClient(request: FastifyRequest, clientId: bigint) {
  const client = await selectClient(await reading(request), request.actor.scope, clientId)
  if (client === undefined) throw NotFound.of('client', clientId)
  return client
}

/** The one file of a multipart body and the fields sent before it; reading stops at the cap. @throws Invalid 422, FileTooLarge 413. */
async function readUpload(request: FastifyRequest): Promise<{ file: { name: string; content: Buffer }; fields: Record<string, string> }> {
  if (!request.isMultipart()) throw new Invalid('Send multipart/form-data with one file')
  try {
    const upload = await request.file({ limits: { fileSize: MAX_BYTES + 1, files: 1 } })
    if (upload === undefined) throw new Invalid('The request holds no file', { errors: [{ field: 'file', message: 'Send one file' }] })
    return {
      file: {
        name: upload.filename
          .normalize('NFC')
          .replace(/[\p{Cc}/\\]/gu, '_')
          .slice(0, 200),
        content: await readCapped(upload.file, MAX_BYTES),
      },
      fields: fieldsOf(upload),
    }
  } catch (error) {
    // The parser of the body throws plain errors for a body that breaks off or has no parts.
    if (error instanceof AppError || (error instanceof Error && 'statusCode' in error)) throw error
    throw new Invalid('The multipart body is not well formed')
  }
}

function fieldsOf(upload: MultipartFile): Record<string, string> {
  const values = Object.entries(upload.fields).flatMap(([key, part]) => {
    const one = Array.isArray(part) ? part[0] : part
    return one !== undefined && one.type === 'field' && typeof one.value === 'string' && !one.value.includes('\0') ? [[key, one.value]] : []
  })
  return Object.fromEntries(values) as Record<string, string>
}
