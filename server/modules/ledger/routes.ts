import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Forbidden, NotFound } from '../../kernel/errors.ts'
import { sumOf } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { businessDay, monthOf } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorDate, cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { transactOnce } from '../../platform/http/idempotency.ts'
import { dateSchema, idParam, idParams, idSchema, lineOfText, monthSchema, noContent, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { selectTrialBalance } from './balance-store.ts'
import { reopenMonth } from './close-month.ts'
import { selectAccounts, selectEntries } from './entry-list-store.ts'
import type { ListedEntry } from './entry-list-store.ts'
import { selectMonths } from './month-store.ts'
import { postManualEntry, reverseManualEntry } from './post-manual-entry.ts'
import { accountSchema, entrySchema, ledgerMonthSchema, newEntrySchema, reversalSchema, trialBalanceSchema } from './schemas.ts'
import { walletRoutes } from './wallets/routes.ts'

const tags = ['ledger']
const position = z.object({ day: cursorDate, id: cursorId })

export function routes(app: App): void {
  walletRoutes(app)
  app.get(
    '/ledger/accounts',
    {
      config: { permission: 'ledger.view', unpaged: true },
      schema: { tags, summary: 'The chart of accounts', response: { 200: z.object({ items: z.array(accountSchema) }) } },
    },
    async (request) => ({ items: await selectAccounts(await reading(request)) }),
  )

  app.get(
    '/ledger/entries',
    {
      config: { permission: 'ledger.view' },
      schema: {
        tags,
        summary: 'Entries of the journal with their postings, newest day first',
        querystring: z.strictObject({
          ...pageQuery,
          from: dateSchema.optional().meta({ description: 'With account_id alone: a year before `to`, where not said' }),
          to: dateSchema.optional(),
          account_id: idParam.optional(),
          client_id: idParam.optional(),
          kind: lineOfText(60).optional(),
          document_kind: lineOfText(60).optional(),
          document_id: idParam.optional(),
        }),
        response: { 200: pageOf(entrySchema) },
      },
    },
    async (request) => {
      const { limit, cursor, account_id, client_id, from, to, kind, document_kind, document_id } = request.query
      const isWide = account_id !== undefined && client_id === undefined && document_id === undefined
      const before = decodeCursor(cursor, position)
      const filter = {
        // The postings of one account are found by reading the journal backwards; a bound keeps that short for an account rarely used.
        from: from ?? (isWide ? (to ?? (await today(request))).subtract({ years: 1 }) : undefined),
        to,
        accountId: account_id,
        clientId: client_id,
        kind,
        documentKind: document_kind,
        documentId: document_id,
      }
      const rows = await selectEntries(await reading(request), request.actor.scope, filter, {
        limit,
        before: before && { bookedOn: before.day, id: before.id },
      })
      return toPage(rows.map(shown), limit, ({ booked_on, id }) => ({ day: booked_on.toString(), id }))
    },
  )

  app.get(
    '/ledger/entries/:id',
    { config: { permission: 'ledger.view' }, schema: { tags, summary: 'One entry with its postings', params: idParams, response: { 200: entrySchema } } },
    async (request) => {
      const [entry] = await selectEntries(await reading(request), request.actor.scope, { id: request.params.id }, { limit: 1 })
      if (!entry) throw NotFound.of('entry', request.params.id)
      return shown(entry)
    },
  )

  app.post(
    '/ledger/entries',
    {
      config: { permission: 'ledger.post_manual', idempotency: 'required' },
      schema: { tags, summary: 'Post an entry by hand', body: newEntrySchema, response: { 201: z.object({ id: idSchema }) } },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { booked_on, memo, postings } = request.body
        const lines = postings.map(({ account_id, side, amount_minor, wallet_id, branch_id }) => ({
          accountId: account_id,
          side,
          amount: amount_minor,
          walletId: wallet_id,
          branchId: branch_id,
        }))
        return { status: 201, body: { id: await postManualEntry(tx, { ...(booked_on ? { bookedOn: booked_on } : {}), memo, postings: lines }) } }
      }),
  )

  app.post(
    '/ledger/entries/:id/reversal',
    {
      config: { permission: 'ledger.post_manual', idempotency: 'required' },
      schema: { tags, summary: 'Take an entry made by hand back', params: idParams, body: reversalSchema, response: { 201: z.object({ id: idSchema }) } },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { booked_on, memo } = request.body
        return { status: 201, body: { id: await reverseManualEntry(tx, { entryId: request.params.id, ...(booked_on ? { bookedOn: booked_on } : {}), memo }) } }
      }),
  )

  app.get(
    '/ledger/trial-balance',
    {
      config: { permission: 'ledger.view', unpaged: true },
      schema: {
        tags,
        summary: 'Sums of every account up to a day',
        querystring: z.strictObject({ on: dateSchema.optional() }),
        response: { 200: trialBalanceSchema },
      },
    },
    async (request) => {
      const { scope } = request.actor
      if (scope.kind === 'reseller') throw new Forbidden('The books are the company’s; a reseller has his own statement')
      const on = request.query.on ?? (await today(request))
      const rows = await selectTrialBalance(await reading(request), { on, branchIds: scope.kind === 'branches' ? scope.branchIds : null })
      const items = rows.map((row) => ({
        ...row,
        balance_minor: (row.normal_side === 'debit' ? row.debit_minor - row.credit_minor : row.credit_minor - row.debit_minor) as Minor,
      }))
      return { on, items, debit_minor: sumOf(rows, ({ debit_minor }) => debit_minor), credit_minor: sumOf(rows, ({ credit_minor }) => credit_minor) }
    },
  )

  app.get(
    '/ledger/months',
    {
      config: { permission: 'ledger.view' },
      schema: {
        tags,
        summary: 'Accounting months, newest first, open or closed',
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(ledgerMonthSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const rows = await selectMonths(await reading(request), {
        upTo: await today(request),
        before: decodeCursor(cursor, z.object({ day: cursorDate }))?.day ?? null,
        limit,
      })
      return toPage(
        rows.map((row) => ({ ...row, month: monthOf(row.month), is_closed: row.closed_at !== null })),
        limit,
        ({ month }) => ({ day: `${month.toString()}-01` }),
      )
    },
  )

  app.delete(
    '/ledger/months/:month/closing',
    {
      config: { permission: 'ledger.reopen_month' },
      schema: { tags, summary: 'Open a closed month again', params: z.strictObject({ month: monthSchema }), response: { 204: noContent } },
    },
    async (request, reply) => {
      await transact(request, async (tx) => await reopenMonth(tx, request.params.month))
      return await reply.code(204).send(null)
    },
  )
}

const shown = (entry: ListedEntry) => ({ ...entry, postings: [...entry.postings] })

async function today(request: FastifyRequest): Promise<PlainDate> {
  return businessDay(request.server.deps.clock.now(), (await reading(request)).company.zone)
}
