import { z } from 'zod'
import type { App } from '../../../platform/http/app.ts'
import { dateSchema, idParams, idSchema, name } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { changeVatRate, renameVatRate } from './change-vat-rate.ts'
import { createVatRate } from './create-vat-rate.ts'
import { selectVatRates } from './store.ts'

const rateBp = z.int().min(0).max(10_000).meta({ description: 'Basis points: 500 = 5 %' })

const vatRateSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  versions: z.array(z.object({ starts_on: dateSchema, rate_bp: z.int() })).meta({ description: 'Oldest first' }),
})

const tags = ['packages']

export function vatRateRoutes(app: App): void {
  app.get(
    '/vat-rates',
    {
      config: { permission: 'package.view', unpaged: true },
      schema: { tags, summary: 'VAT rates with what they were and will be', response: { 200: z.object({ items: z.array(vatRateSchema) }) } },
    },
    async (request) => ({ items: (await selectVatRates(await reading(request))).map((rate) => ({ ...rate, versions: [...rate.versions] })) }),
  )

  app.post(
    '/vat-rates',
    {
      config: { permission: 'package.edit' },
      schema: {
        tags,
        summary: 'Add a VAT rate',
        body: z.strictObject({ code: name(40), name: name(100), starts_on: dateSchema, rate_bp: rateBp }),
        response: { 201: vatRateSchema },
      },
    },
    async (request, reply) => {
      const { code, name: title, starts_on, rate_bp } = request.body
      const created = await transact(request, (tx) => createVatRate(tx, { code, name: title, startsOn: starts_on, rateBp: rate_bp }))
      return reply.code(201).send({ ...created, versions: [...created.versions] })
    },
  )

  app.patch(
    '/vat-rates/:id',
    {
      config: { permission: 'package.edit' },
      schema: { tags, summary: 'Rename a VAT rate', params: idParams, body: z.strictObject({ name: name(100) }), response: { 200: vatRateSchema } },
    },
    async (request) => {
      const renamed = await transact(request, (tx) => renameVatRate(tx, request.params.id, request.body.name))
      return { ...renamed, versions: [...renamed.versions] }
    },
  )

  app.post(
    '/vat-rates/:id/versions',
    {
      config: { permission: 'package.edit' },
      schema: {
        tags,
        summary: 'Change a VAT rate from a day on',
        params: idParams,
        body: z.strictObject({ starts_on: dateSchema, rate_bp: rateBp }),
        response: { 201: vatRateSchema },
      },
    },
    async (request, reply) => {
      const { starts_on, rate_bp } = request.body
      const changed = await transact(request, (tx) => changeVatRate(tx, { vatRateId: request.params.id, startsOn: starts_on, rateBp: rate_bp }))
      return reply.code(201).send({ ...changed, versions: [...changed.versions] })
    },
  )
}
