import { Readable } from 'node:stream'
import { z } from 'zod'
import { Forbidden } from '../../kernel/errors.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { takeOneFile } from '../../platform/http/one-file.ts'
import { idParams, idSchema, instantSchema, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { filePath, receiveFile } from '../../platform/files.ts'
import { TABLE_FORMATS } from '../../platform/tables/table.ts'
import { cancelImport, mapImport, startImport } from './change-import.ts'
import { importNotFound } from './errors.ts'
import { failedRowsCsv } from './failed-rows.ts'
import { IMPORT_KINDS } from './import-kind.ts'
import { importKinds } from './kinds/all.ts'
import { mappingSchema, optionsSchema } from './options.ts'
import { routerRoutes } from './router/routes.ts'
import { sayErrors } from './say-errors.ts'
import { IMPORT_STATES, ROW_STATES, selectImport, selectImports, selectRows } from './store.ts'
import type { Import } from './store.ts'
import { suggestMapping } from './suggest-mapping.ts'
import { readHead, uploadImport } from './upload-import.ts'

const tags = ['imports']
const MAX_BYTES = 64 * 1024 * 1024
const count = z.int().optional()

const importSchema = z.object({
  id: idSchema,
  kind: z.enum(IMPORT_KINDS),
  state: z.enum(IMPORT_STATES),
  file_name: z.string(),
  format: z.enum(TABLE_FORMATS),
  has_file: z.boolean().meta({ description: 'false: the file is no longer kept' }),
  columns: z.array(z.string()),
  sample: z.array(z.array(z.string())).meta({ description: 'The first rows' }),
  mapping: z.record(z.string(), z.string()).meta({ description: 'Field by the head of its column' }),
  suggested_mapping: z.record(z.string(), z.string()),
  options: z.record(z.string(), z.unknown()).meta({ description: 'What was said to hold for all rows; empty before' }),
  fields: z
    .array(z.object({ key: z.string(), label_en: z.string(), label_bn: z.string(), is_required: z.boolean() }))
    .meta({ description: 'What a column can mean' }),
  counts: z.object({ ready: count, invalid: count, skipped: count, done: count, failed: count }),
  row_count: z.int(),
  rows_done: z.int().meta({ description: 'The row of the file up to which it is done' }),
  error: z.string().nullable(),
  created_by: idSchema.nullable(),
  created_at: instantSchema,
  finished_at: instantSchema.nullable(),
})

function view({ columns, sample, mapping, cursor_row, file_id, ...found }: Import): z.output<typeof importSchema> {
  const { fields } = importKinds[found.kind]
  return {
    ...found,
    columns: [...columns],
    sample: sample.map((row) => [...row]),
    mapping,
    rows_done: cursor_row,
    has_file: file_id !== null,
    suggested_mapping: suggestMapping(columns, fields),
    fields: fields.map(({ key, label, isRequired }) => ({ key, label_en: label.en, label_bn: label.bn, is_required: isRequired === true })),
  }
}

export function routes(app: App): void {
  routerRoutes(app)

  app.post(
    '/imports',
    {
      config: { permission: 'client.import', upload: true },
      schema: {
        tags,
        summary: 'Send a CSV or XLSX file; answers its columns, first rows and what they seem to mean',
        description: 'multipart/form-data with the file; a CSV file is in UTF-8, separated by comma, semicolon or tab.',
        consumes: ['multipart/form-data'],
        querystring: z.strictObject({ kind: z.enum(IMPORT_KINDS).default('clients') }),
        response: { 201: importSchema },
      },
    },
    async (request, reply) => {
      const { kind } = request.query
      const { permission } = importKinds[kind]
      if (!request.actor.permissions.has(permission)) throw new Forbidden(`You need the permission ${permission} to import ${kind}`, { permission })
      const { name, file } = await takeOneFile(request, MAX_BYTES, async (upload) => ({ name: upload.name, file: await receiveFile(upload.stream, MAX_BYTES) }))
      const head = await readHead(filePath(file))
      return reply.code(201).send(view(await transact(request, (tx) => uploadImport(tx, { kind, name, file, head }))))
    },
  )

  app.get(
    '/imports',
    {
      config: { permission: 'client.import' },
      schema: { tags, summary: 'Imports, newest first', querystring: z.strictObject(pageQuery), response: { 200: pageOf(importSchema) } },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const found = await selectImports(await reading(request), request.actor, { limit, before: decodeCursor(cursor, z.object({ id: cursorId }))?.id })
      const { items, next_cursor } = toPage(found, limit, ({ id }) => ({ id }))
      return { items: items.map(view), next_cursor }
    },
  )

  app.get(
    '/imports/:id',
    { config: { permission: 'client.import' }, schema: { tags, summary: 'One import and how far it is', params: idParams, response: { 200: importSchema } } },
    async (request) => {
      const found = await selectImport(await reading(request), request.actor, request.params.id)
      if (found === undefined) throw importNotFound(request.params.id)
      return view(found)
    },
  )

  app.put(
    '/imports/:id/mapping',
    {
      config: { permission: 'client.import' },
      schema: {
        tags,
        summary: 'Say what the columns mean, and check every row',
        params: idParams,
        body: z.strictObject({ mapping: mappingSchema, options: optionsSchema.prefault({}) }),
        response: { 202: importSchema },
      },
    },
    async (request, reply) => reply.code(202).send(view(await transact(request, (tx) => mapImport(tx, { importId: request.params.id, ...request.body })))),
  )

  app.post(
    '/imports/:id/start',
    {
      config: { permission: 'client.import' },
      schema: { tags, summary: 'Import the rows that are ready; a stopped import goes on', params: idParams, response: { 202: importSchema } },
    },
    async (request, reply) => reply.code(202).send(view(await transact(request, (tx) => startImport(tx, request.params.id)))),
  )

  app.post(
    '/imports/:id/cancellation',
    {
      config: { permission: 'client.import' },
      schema: { tags, summary: 'Stop an import; what is done stays', params: idParams, response: { 200: importSchema } },
    },
    async (request) => view(await transact(request, (tx) => cancelImport(tx, request.params.id))),
  )

  app.get(
    '/imports/:id/rows',
    {
      config: { permission: 'client.import' },
      schema: {
        tags,
        summary: 'Rows of an import with their errors; secrets are struck out',
        params: idParams,
        querystring: z.strictObject({ ...pageQuery, state: z.enum(ROW_STATES).optional() }),
        response: {
          200: pageOf(
            z.object({
              row_no: z.int(),
              state: z.enum(ROW_STATES),
              cells: z.array(z.string()),
              errors: z
                .array(z.object({ field: z.string(), message: z.string() }))
                .meta({ description: 'Whole sentences in the language of the person who asks' }),
              entity_id: idSchema.nullable(),
            }),
          ),
        },
      },
    },
    async (request) => {
      const { limit, cursor, state } = request.query
      const conn = await reading(request)
      const found = await selectImport(conn, request.actor, request.params.id)
      if (found === undefined) throw importNotFound(request.params.id)
      const after = decodeCursor(cursor, z.object({ row_no: z.int() }))?.row_no ?? 0
      const rows = await selectRows(conn, found.id, state === undefined ? ROW_STATES : [state], { limit, after })
      const { items, next_cursor } = toPage(rows, limit, ({ row_no }) => ({ row_no }))
      const { fields } = importKinds[found.kind]
      return {
        items: items.map(({ raw, errors, ...row }) => ({ ...row, cells: [...raw], errors: sayErrors(request.actor.locale, fields, errors) })),
        next_cursor,
      }
    },
  )

  app.get(
    '/imports/:id/failed-rows.csv',
    {
      config: { permission: 'client.import' },
      schema: {
        tags,
        summary: 'The rows that were not imported, to correct and send again',
        params: idParams,
        response: { 200: z.any().meta({ type: 'string', format: 'binary', description: 'text/csv' }) },
      },
    },
    async (request, reply) => {
      const conn = await reading(request)
      const found = await selectImport(conn, request.actor, request.params.id)
      if (found === undefined) throw importNotFound(request.params.id)
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="import-${found.id}-failed.csv"`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(Readable.from(failedRowsCsv(conn, found, request.actor.locale)))
    },
  )
}
