import { z } from 'zod'
import type { Actor } from '../../../../kernel/actor.ts'
import type { App } from '../../../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../../../platform/http/cursor.ts'
import { idParams, idSchema, instantSchema, lineOfText, pageOf, pageQuery } from '../../../../platform/http/schemas.ts'
import { reading, transact } from '../../../../platform/http/transact.ts'
import { translate } from '../../../../platform/i18n/translate.ts'
import { OLT_TROUBLES, readOlt } from '../../olts/index.ts'
import { LINE_STATES, selectLines } from './console-store.ts'
import type { ConsoleLine } from './console-store.ts'
import { typeLine } from './type-line.ts'

const tags = ['olts']

const lineSchema = z.object({
  id: idSchema,
  console_id: idSchema.meta({ description: 'Another one than before: the session is new, and stands where the log-in lands' }),
  olt_id: idSchema,
  olt_name: z.string(),
  user_id: idSchema,
  user_name: z.string(),
  line: z.string().meta({ description: 'Without secrets' }),
  confirm: z.string().nullable(),
  stands_at: z.string().nullable().meta({ description: 'The prompt that was seen when it was typed' }),
  is_read_only: z.boolean().meta({ description: 'It is known to change nothing' }),
  asked_at: instantSchema,
  state: z.enum(LINE_STATES).meta({ description: 'unsure: nobody knows whether the OLT has taken it. failed: it was not typed' }),
  done_at: instantSchema.nullable(),
  answer: z.string().nullable(),
  is_cut: z.boolean().meta({ description: 'The answer went on; the first 256 kB are kept' }),
  is_whole: z.boolean().nullable().meta({ description: 'False: it did not come back in its time and was interrupted' }),
  ms: z.int().nullable(),
  prompt: z.string().nullable().meta({ description: 'Where the session stands then' }),
  question: z.string().nullable().meta({ description: 'What the OLT asked before it did the line' }),
  told: z.string().nullable().meta({ description: 'What the question was told: confirm, else no' }),
  refusal: z.string().nullable().meta({ description: 'The words with which the OLT has refused the line' }),
  trouble: z.enum(OLT_TROUBLES).nullable(),
  advice: z.string().nullable().meta({ description: 'What to look at, in your language' }),
  message: z.string().nullable(),
})

const lineView = (actor: Actor, line: ConsoleLine) => {
  const trouble = OLT_TROUBLES.find((known) => known === line.trouble) ?? null
  return { ...line, trouble, advice: trouble === null ? null : translate(actor.locale, `olt_trouble.${trouble}`) }
}

/** The command lines of OLTs, typed on by people. */
export function consoleRoutes(app: App): void {
  app.post(
    '/olts/:id/console-lines',
    {
      config: { permission: 'olt.act' },
      schema: {
        tags,
        summary: 'Have a line typed on an OLT’s command line; without olt.console only what is known to change nothing',
        description:
          'The answer is told by the topic olt_console_lines. Lines within a minute share a session, which stays in the mode it was led to where nothing else comes between.',
        params: idParams,
        body: z.strictObject({
          line: lineOfText(500).min(1),
          confirm: lineOfText(10).min(1).nullable().default(null).meta({ description: 'What it is told, once, where it asks whether one is sure; null: no' }),
          stands_at: lineOfText(200).min(1).nullable().default(null).meta({
            description: 'The prompt you see: where the session stands at another one by then, because something came in between, nothing is typed',
          }),
        }),
        response: { 202: lineSchema },
      },
    },
    async (request, reply) => {
      const { line, confirm, stands_at } = request.body
      return await reply
        .code(202)
        .send(await transact(request, async (tx) => lineView(request.actor, await typeLine(tx, request.params.id, { line, confirm, standsAt: stands_at }))))
    },
  )

  app.get(
    '/olts/:id/console-lines',
    {
      config: { permission: 'olt.view' },
      schema: {
        tags,
        summary: 'What you have typed on an OLT’s command line, the newest first; with audit.view what everybody has',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(lineSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const { actor } = request
      const conn = await reading(request)
      const { id } = await readOlt(conn, actor.scope, request.params.id)
      const after = decodeCursor(cursor, z.object({ id: cursorId }))
      const userId = actor.permissions.has('audit.view') ? null : (actor.userId ?? 0n)
      const page = toPage(await selectLines(conn, actor.scope, { oltId: id, userId }, { limit, after }), limit, (line) => ({ id: line.id }))
      return { ...page, items: page.items.map((line) => lineView(actor, line)) }
    },
  )
}
