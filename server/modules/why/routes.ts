import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { LOCALES } from '../../kernel/actor.ts'
import { businessDay } from '../../kernel/time.ts'
import type { App } from '../../platform/http/app.ts'
import { dateSchema, idParam, idParams, idSchema, minorSchema } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { explainAccess } from './explain-access.ts'
import { explainBalance } from './explain-balance.ts'
import { explainExpiry } from './explain-expiry.ts'
import { explainInvoice, explainInvoiceLine } from './explain-invoice.ts'
import type { Step } from './teller.ts'

const tags = ['why']
const query = z.strictObject({ locale: z.enum(LOCALES).optional().meta({ description: 'The reader’s own language where not said' }) })

const stepSchema = z.object({
  text: z.string().meta({ description: 'A sentence to read out' }),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
  refs: z.array(z.object({ type: z.string(), id: idSchema, code: z.string().nullable() })),
})
const steps = z.array(stepSchema)
const lineSchema = z.object({ line_no: z.int(), total_minor: minorSchema, steps })

const lineNo = z
  .codec(
    z.string().refine((text) => /^[1-9]\d{0,3}$/.test(text), 'Expected the number of a line'),
    z.int(),
    { decode: Number, encode: String },
  )
  .meta({ type: 'integer', minimum: 1 })

/** Steps in wire form: figures are bigint inside and numbers outside. */
const shown = (told: readonly Step[]) =>
  told.map(({ text, figures, refs }) => ({
    text,
    refs: [...refs],
    figures: Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value])),
  }))

export function routes(app: App): void {
  app.get(
    '/clients/:id/balance/explanation',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Why a client owes what he owes',
        params: idParams,
        querystring: query,
        response: { 200: z.object({ client_id: idSchema, receivable_minor: minorSchema, credit_minor: minorSchema, balance_minor: minorSchema, steps }) },
      },
    },
    async (request) => {
      const told = await explainBalance(await reading(request), request.actor.scope, {
        clientId: request.params.id,
        locale: localeOf(request),
        today: await today(request),
      })
      return { ...told, steps: shown(told.steps) }
    },
  )

  app.get(
    '/invoices/:id/explanation',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Why an invoice comes to its total, and what became of it',
        params: idParams,
        querystring: query,
        response: {
          200: z.object({ invoice_id: idSchema, code: z.string(), total_minor: minorSchema, open_minor: minorSchema, steps, lines: z.array(lineSchema) }),
        },
      },
    },
    async (request) => {
      const {
        invoice,
        steps: told,
        lines,
      } = await explainInvoice(await reading(request), request.actor.scope, { invoiceId: request.params.id, locale: localeOf(request) })
      const { id, code, total_minor, open_minor } = invoice
      return { invoice_id: id, code, total_minor, open_minor, steps: shown(told), lines: lines.map((line) => ({ ...line, steps: shown(line.steps) })) }
    },
  )

  app.get(
    '/invoices/:id/lines/:n/explanation',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Why a line of an invoice costs what it costs',
        params: z.strictObject({ id: idParam, n: lineNo }),
        querystring: query,
        response: { 200: lineSchema },
      },
    },
    async (request) => {
      const told = await explainInvoiceLine(await reading(request), request.actor.scope, {
        invoiceId: request.params.id,
        lineNo: request.params.n,
        locale: localeOf(request),
      })
      return { ...told, steps: shown(told.steps) }
    },
  )

  app.get(
    '/subscriptions/:id/expiry/explanation',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'Why a line is paid up to the day it is',
        params: idParams,
        querystring: query,
        response: { 200: z.object({ subscription_id: idSchema, billing_mode: z.enum(['prepaid', 'postpaid']), expires_on: dateSchema.nullable(), steps }) },
      },
    },
    async (request) => {
      const told = await explainExpiry(await reading(request), request.actor.scope, {
        subscriptionId: request.params.id,
        locale: localeOf(request),
        today: await today(request),
      })
      return { ...told, steps: shown(told.steps) }
    },
  )

  app.get(
    '/subscriptions/:id/access/explanation',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'Why a line has service, or has none',
        params: idParams,
        querystring: query,
        response: { 200: z.object({ subscription_id: idSchema, state: z.string(), is_on: z.boolean(), steps }) },
      },
    },
    async (request) => {
      const told = await explainAccess(await reading(request), request.actor.scope, {
        subscriptionId: request.params.id,
        locale: localeOf(request),
        today: await today(request),
      })
      return { ...told, steps: shown(told.steps) }
    },
  )
}

const localeOf = (request: { readonly query: z.output<typeof query>; readonly actor: FastifyRequest['actor'] }) => request.query.locale ?? request.actor.locale

async function today(request: { readonly server: FastifyRequest['server'] }) {
  const { clock, database } = request.server.deps
  return businessDay(clock.now(), (await database.company()).zone)
}
