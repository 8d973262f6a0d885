import { z } from 'zod'
import { Conflict, NotFound } from '../../kernel/errors.ts'
import { findFile, sendFile } from '../../platform/files.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { bigintSchema, idParams, idSchema, instantSchema, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { pdfOptionsSchema } from '../documents/index.ts'
import { columnsOf } from './export-list.ts'
import { LIST_NAMES, lists } from './lists.ts'
import { PDF_LIST, requestExport } from './request-export.ts'
import { cancelExport, EXPORT_FORMATS, EXPORT_STATES, selectExport, selectExports } from './store.ts'
import type { Export } from './store.ts'

const tags = ['exports']

const exportSchema = z.object({
  id: idSchema,
  list: z.string(),
  format: z.enum(EXPORT_FORMATS),
  filter: z.record(z.string(), z.unknown()),
  columns: z.array(z.string()),
  state: z.enum(EXPORT_STATES),
  row_count: bigintSchema.meta({ description: 'Rows written so far' }),
  file_name: z.string(),
  has_file: z.boolean(),
  error: z.string().nullable(),
  created_at: instantSchema,
  finished_at: instantSchema.nullable(),
})

/** The response's schema leaves out what the list has no use for. */
const view = ({ columns, ...found }: Export): z.output<typeof exportSchema> => ({ ...found, columns: [...columns], has_file: found.file_id !== null })
const scalar = z.union([z.string().max(200), z.number(), z.boolean()])

export function routes(app: App): void {
  app.get(
    '/exports/lists',
    {
      config: { permission: 'client.export', unpaged: true },
      schema: {
        tags,
        summary: 'The lists that can be exported, with their columns',
        response: {
          200: z.object({
            items: z.array(z.object({ list: z.string(), columns: z.array(z.object({ key: z.string(), label_en: z.string(), label_bn: z.string() })) })),
          }),
        },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const names = LIST_NAMES.filter((name) => request.actor.permissions.has(lists[name].permission))
      const items = names.map(async (name) => ({
        list: name,
        columns: (await columnsOf(lists[name], conn)).map(({ key, label }) => ({ key, label_en: label.en, label_bn: label.bn })),
      }))
      return { items: await Promise.all(items) }
    },
  )

  app.post(
    '/exports',
    {
      config: { permission: 'client.export' },
      schema: {
        tags,
        summary: 'Ask for a list as a file: exactly the rows the list shows you',
        body: z.strictObject({
          list: z.enum([...LIST_NAMES, PDF_LIST]),
          format: z.enum(EXPORT_FORMATS).default('csv'),
          filter: z.record(z.string().max(60), scalar).default({}).meta({ description: "The list's own query" }),
          columns: z.array(z.string().max(60)).max(100).default([]).meta({ description: 'All of them where none is named' }),
          options: pdfOptionsSchema.prefault({}).meta({ description: 'Of PDF files only' }),
        }),
        response: { 202: exportSchema },
      },
    },
    async (request, reply) => {
      const { filter, ...asked } = request.body
      const wire = Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, String(value)]))
      return reply.code(202).send(view(await transact(request, (tx) => requestExport(tx, { ...asked, filter: wire }))))
    },
  )

  app.get(
    '/exports',
    {
      config: { permission: 'client.export' },
      schema: { tags, summary: 'Your exports, newest first', querystring: z.strictObject(pageQuery), response: { 200: pageOf(exportSchema) } },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const found = await selectExports(await reading(request), request.actor, { limit, before: decodeCursor(cursor, z.object({ id: cursorId }))?.id })
      const { items, next_cursor } = toPage(found, limit, ({ id }) => ({ id }))
      return { items: items.map(view), next_cursor }
    },
  )

  app.get(
    '/exports/:id',
    { config: { permission: 'client.export' }, schema: { tags, summary: 'One export and how far it is', params: idParams, response: { 200: exportSchema } } },
    async (request) => {
      const found = await selectExport(await reading(request), request.actor, request.params.id)
      if (found === undefined) throw NotFound.of('export', request.params.id)
      return view(found)
    },
  )

  app.post(
    '/exports/:id/cancellation',
    { config: { permission: 'client.export' }, schema: { tags, summary: 'Stop an export', params: idParams, response: { 200: exportSchema } } },
    async (request) =>
      transact(request, async (tx) => {
        await cancelExport(tx, request.params.id)
        const found = await selectExport(tx, request.actor, request.params.id)
        if (found === undefined) throw NotFound.of('export', request.params.id)
        return view(found)
      }),
  )

  app.get(
    '/exports/:id/file',
    {
      config: { permission: 'client.export' },
      schema: {
        tags,
        summary: 'The file',
        params: idParams,
        response: { 200: z.any().meta({ type: 'string', format: 'binary', description: 'The file as an attachment' }) },
      },
    },
    async (request, reply) => {
      const conn = await reading(request)
      const found = await selectExport(conn, request.actor, request.params.id)
      if (found === undefined) throw NotFound.of('export', request.params.id)
      const file = found.file_id === null ? undefined : await findFile(conn, found.file_id)
      if (file === undefined)
        throw new Conflict(
          'export_has_no_file',
          found.state === 'done' ? 'This file is no longer kept; export the list again' : `This export is ${found.state}`,
          { state: found.state },
        )
      return sendFile(reply, file)
    },
  )
}
