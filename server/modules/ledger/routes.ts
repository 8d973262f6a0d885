import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import { businessDay, monthOf } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorDate, cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { transactOnce } from '../../platform/http/idempotency.ts'
import { dateSchema, idParam, idParams, idSchema, lineOfText, monthSchema, noContent, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { accountRoutes } from './account-routes.ts'
import { allowedOnEntry, allowedOnMonth } from './allowed.ts'
import { reopenMonth } from './close-month.ts'
import { selectEntries } from './entry-list-store.ts'
import type { ListedEntry } from './entry-list-store.ts'
import { selectMonths } from './month-store.ts'
import { postManualEntry, reverseManualEntry } from './post-manual-entry.ts'
import { entrySchema, ledgerMonthSchema, newEntrySchema, reversalSchema } from './schemas.ts'
import { transferRoutes } from './transfers/routes.ts'
import { walletRoutes } from './wallets/routes.ts'

const tags = ['ledger']
const position = z.object({ day: cursorDate, id: cursorId })

export function routes(app: App): void {
  walletRoutes(app)
  transferRoutes(app)
  accountRoutes(app)
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
      return toPage(
        rows.map((row) => shown(request.actor, row)),
        limit,
        ({ booked_on, id }) => ({ day: booked_on.toString(), id }),
      )
    },
  )

  app.get(
    '/ledger/entries/:id',
    { config: { permission: 'ledger.view' }, schema: { tags, summary: 'One entry with its postings', params: idParams, response: { 200: entrySchema } } },
    async (request) => {
      const [entry] = await selectEntries(await reading(request), request.actor.scope, { id: request.params.id }, { limit: 1 })
      if (!entry) throw NotFound.of('entry', request.params.id)
      return shown(request.actor, entry)
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
      const day = await today(request)
      const rows = await selectMonths(await reading(request), {
        upTo: day,
        before: decodeCursor(cursor, z.object({ day: cursorDate }))?.day ?? null,
        limit,
      })
      return toPage(
        rows.map((row) => {
          const standing = { month: monthOf(row.month), isClosed: row.closed_at !== null }
          return { ...row, month: standing.month, is_closed: standing.isClosed, allowed: allowedOnMonth(request.actor, standing, day) }
        }),
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

const shown = (actor: Actor, entry: ListedEntry) => ({ ...entry, postings: [...entry.postings], allowed: allowedOnEntry(actor, entry) })

async function today(request: FastifyRequest): Promise<PlainDate> {
  return businessDay(request.server.deps.clock.now(), (await reading(request)).company.zone)
}
