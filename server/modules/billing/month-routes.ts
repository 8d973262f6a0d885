import { z } from 'zod'
import { sumOf } from '../../kernel/money.ts'
import { firstDay, firstDayAfter, monthOf } from '../../kernel/time.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorDate, cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { bigintSchema, dateSchema, idParam, idSchema, minorSchema, monthSchema, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { translateCode } from '../../platform/i18n/translate.ts'
import { selectMonthByBranch, selectMonths } from './month-store.ts'
import type { MonthFigures } from './month-store.ts'
import { countUnbilled, selectUnbilled } from './unbilled-store.ts'

const tags = ['billing months']
const COUNT_CAP = 10_000

const figures = {
  invoices: bigintSchema.meta({ description: 'Without voided ones and without opening balances' }),
  billed_minor: minorSchema,
  collected_minor: minorSchema.meta({ description: 'Money set against these invoices, whenever it came' }),
  credit_notes: bigintSchema,
  credited_minor: minorSchema,
  written_off_minor: minorSchema,
  voids: bigintSchema,
  voided_minor: minorSchema,
  open_minor: minorSchema,
}
const monthParams = z.strictObject({ month: monthSchema })
const branchQuery = { branch_id: idParam.optional() }

export function monthRoutes(app: App): void {
  app.get(
    '/billing-months',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Months with what was billed for them and what became of it, newest first',
        querystring: z.strictObject({ ...pageQuery, ...branchQuery }),
        response: { 200: pageOf(z.object({ month: monthSchema, ...figures })) },
      },
    },
    async (request) => {
      const { limit, cursor, branch_id } = request.query
      const before = decodeCursor(cursor, z.object({ day: cursorDate }))?.day
      const rows = await selectMonths(await reading(request), request.actor.scope, { branchId: branch_id, before, limit })
      return toPage(
        rows.map((row) => ({ ...row, month: monthOf(row.month) })),
        limit,
        ({ month }) => ({ day: firstDay(month).toString() }),
      )
    },
  )

  app.get(
    '/billing-months/:month',
    {
      config: { permission: 'invoice.view', unpaged: true },
      schema: {
        tags,
        summary: 'One month branch by branch',
        params: monthParams,
        response: {
          200: z.object({ month: monthSchema, ...figures, items: z.array(z.object({ branch_id: idSchema, branch_name: z.string(), ...figures })) }),
        },
      },
    },
    async (request) => {
      const { month } = request.params
      const items = await selectMonthByBranch(await reading(request), request.actor.scope, firstDay(month))
      const count = (key: 'invoices' | 'credit_notes' | 'voids') => items.reduce((total, item) => total + item[key], 0n)
      const sum = (key: Exclude<keyof MonthFigures, 'invoices' | 'credit_notes' | 'voids'>) => sumOf(items, (item) => item[key])
      return {
        month,
        items,
        invoices: count('invoices'),
        billed_minor: sum('billed_minor'),
        collected_minor: sum('collected_minor'),
        credit_notes: count('credit_notes'),
        credited_minor: sum('credited_minor'),
        written_off_minor: sum('written_off_minor'),
        voids: count('voids'),
        voided_minor: sum('voided_minor'),
        open_minor: sum('open_minor'),
      }
    },
  )

  app.get(
    '/billing-months/:month/unbilled',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Clients with something still to bill up to the end of a month',
        params: monthParams,
        querystring: z.strictObject({ ...pageQuery, ...branchQuery }),
        response: {
          200: pageOf(
            z.object({
              client_id: idSchema,
              client_code: z.string(),
              client_name: z.string(),
              branch_id: idSchema,
              branch_name: z.string(),
              since: dateSchema.meta({ description: 'The first day nothing is billed of' }),
              items: z.array(z.string()),
              parked_reason: z.string().nullable().meta({ description: 'Why a run of the month could not bill him' }),
              parked_title: z.string().nullable(),
              parked_detail: z.string().nullable(),
            }),
          ),
        },
      },
    },
    async (request) => {
      const { limit, cursor, branch_id } = request.query
      const after = decodeCursor(cursor, z.object({ id: cursorId }))?.id
      const rows = await selectUnbilled(await reading(request), request.actor.scope, filterOf(request.params.month, branch_id), { limit, after })
      const items = rows.map((row) => ({
        ...row,
        items: [...row.items],
        parked_title: row.parked_reason === null ? null : translateCode(request.actor.locale, row.parked_reason),
      }))
      return toPage(items, limit, ({ client_id }) => ({ id: client_id }))
    },
  )

  app.get(
    '/billing-months/:month/unbilled/count',
    {
      config: { permission: 'invoice.view', unpaged: true },
      schema: {
        tags,
        summary: `How many clients have something still to bill, counted up to ${COUNT_CAP}`,
        params: monthParams,
        querystring: z.strictObject(branchQuery),
        response: {
          200: z.object({
            count: z.int(),
            is_capped: z.boolean().meta({ description: 'true: there are more than the count says' }),
            branches: z.array(z.object({ branch_id: idSchema, count: z.int() })).meta({ description: 'None where the count is capped' }),
          }),
        },
      },
    },
    async (request) => {
      const branches = await countUnbilled(await reading(request), request.actor.scope, filterOf(request.params.month, request.query.branch_id), COUNT_CAP)
      const found = branches.reduce((sum, { count }) => sum + count, 0)
      const isCapped = found > COUNT_CAP
      return {
        count: Math.min(found, COUNT_CAP),
        is_capped: isCapped,
        branches: isCapped ? [] : branches.map(({ branchId, count }) => ({ branch_id: branchId, count })),
      }
    },
  )
}

const filterOf = (month: Temporal.PlainYearMonth, branchId: bigint | undefined) => ({ month: firstDay(month), horizon: firstDayAfter(month), branchId })
