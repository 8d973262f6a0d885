import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { add, subtract, sumOf, ZERO } from '../../../kernel/money.ts'
import { businessDay } from '../../../kernel/time.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import type { App } from '../../../platform/http/app.ts'
import { allowedOf } from '../../../platform/http/allowed-schema.ts'
import { cursorDate, cursorId, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { transactOnce } from '../../../platform/http/idempotency.ts'
import {
  bigintSchema,
  dateSchema,
  flagParam,
  idParams,
  idSchema,
  instantSchema,
  lineOfText,
  minorSchema,
  name,
  pageOf,
  pageQuery,
  patchOf,
  positiveMinorSchema,
} from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { walletBalances } from '../balance-store.ts'
import { allowedOnWallet, WALLET_ACTIONS } from '../transfers/allowed.ts'
import { createWallet, editWallet, openWalletBalance } from './change-wallet.ts'
import { movedAfter, selectMovements, selectWallet, selectWallets, sumDay } from './store.ts'
import type { ListedWallet } from './store.ts'
import { WALLET_KINDS } from './wallet.ts'

const tags = ['wallets']
const walletSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  kind: z.enum(WALLET_KINDS),
  branch_id: idSchema.nullable(),
  owner_user_id: idSchema.nullable(),
  owner_name: z.string().nullable(),
  limit_minor: minorSchema.nullable(),
  is_active: z.boolean(),
  balance_minor: minorSchema,
  allowed: allowedOf(WALLET_ACTIONS).meta({ description: 'What this person may do with it now' }),
})
const movementSchema = z.object({
  booked_on: dateSchema,
  entry_id: idSchema,
  line_no: z.int(),
  kind: z.string(),
  document_kind: z.string(),
  document_id: idSchema,
  recorded_at: instantSchema,
  recorded_by_name: z.string().nullable(),
  amount_minor: minorSchema.meta({ description: 'In (+) or out (-)' }),
  branch_id: idSchema.nullable(),
})
const daySheetSchema = z.object({
  wallet: walletSchema,
  day: dateSchema,
  opening_minor: minorSchema,
  closing_minor: minorSchema,
  kinds: z.array(z.object({ kind: z.string(), count: bigintSchema, in_minor: minorSchema, out_minor: minorSchema })),
})
const limit = minorSchema.refine((amount) => amount >= 0n, 'Must not be negative').nullable()
const facts = {
  name: name(100),
  branch_id: idSchema.nullable().default(null),
  owner_user_id: idSchema.nullable().default(null),
  limit_minor: limit.default(null),
}
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/, 'Letters, digits, - and _, at most 20; receipts carry it')

export function walletRoutes(app: App): void {
  app.get(
    '/wallets',
    {
      config: { permission: 'wallet.view_own' },
      schema: {
        tags,
        summary: 'Wallets you may see, with what is in them',
        querystring: z.strictObject({ ...pageQuery, kind: z.enum(WALLET_KINDS).optional(), is_active: flagParam.optional() }),
        response: { 200: pageOf(walletSchema) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { limit: size, cursor, kind, is_active } = request.query
      const rows = await selectWallets(
        conn,
        request.actor,
        { kind, isActive: is_active },
        { limit: size, after: decodeCursor(cursor, z.object({ id: cursorId }))?.id },
      )
      return toPage(await withBalances(conn, request.actor, rows), size, ({ id }) => ({ id }))
    },
  )

  app.post(
    '/wallets',
    {
      config: { permission: 'wallet.edit' },
      schema: { tags, summary: 'Open a wallet', body: z.strictObject({ code, kind: z.enum(WALLET_KINDS), ...facts }), response: { 201: walletSchema } },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { body } = request
        const id = await createWallet(tx, {
          code: body.code.toUpperCase(),
          name: body.name,
          kind: body.kind,
          branchId: body.branch_id,
          ownerUserId: body.owner_user_id,
          limit: body.limit_minor,
        })
        return { status: 201, body: await seen(tx, request, id) }
      }),
  )

  app.get(
    '/wallets/:id',
    {
      config: { permission: 'wallet.view_own' },
      schema: { tags, summary: 'One wallet with what is in it', params: idParams, response: { 200: walletSchema } },
    },
    async (request) => await seen(await reading(request), request, request.params.id),
  )

  app.patch(
    '/wallets/:id',
    {
      config: { permission: 'wallet.edit' },
      schema: {
        tags,
        summary: 'Change a wallet, or close it when it is empty',
        params: idParams,
        body: patchOf({ ...facts, is_active: z.boolean() }),
        response: { 200: walletSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        const { name: called, branch_id, owner_user_id, limit_minor, is_active } = request.body
        await editWallet(tx, request.params.id, {
          ...(called === undefined ? {} : { name: called }),
          ...(branch_id === undefined ? {} : { branchId: branch_id }),
          ...(owner_user_id === undefined ? {} : { ownerUserId: owner_user_id }),
          ...(limit_minor === undefined ? {} : { limit: limit_minor }),
          ...(is_active === undefined ? {} : { isActive: is_active }),
        })
        return await seen(tx, request, request.params.id)
      }),
  )

  app.post(
    '/wallets/:id/opening-balance',
    {
      config: { permission: 'ledger.post_manual', idempotency: 'required' },
      schema: {
        tags,
        summary: 'What the wallet held before the books began here',
        params: idParams,
        body: z.strictObject({ amount_minor: positiveMinorSchema, reason: lineOfText(300).min(3) }),
        response: { 201: z.object({ id: idSchema }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const id = await openWalletBalance(tx, { walletId: request.params.id, amount: request.body.amount_minor, reason: request.body.reason })
        return { status: 201, body: { id } }
      }),
  )

  app.get(
    '/wallets/:id/movements',
    {
      config: { permission: 'wallet.view_own' },
      schema: {
        tags,
        summary: 'What went into a wallet and out of it, newest first',
        params: idParams,
        querystring: z.strictObject({ ...pageQuery, from: dateSchema.optional(), to: dateSchema.optional() }),
        response: { 200: pageOf(movementSchema) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const wallet = await seen(conn, request, request.params.id)
      const { limit: size, cursor, from, to } = request.query
      const at = decodeCursor(cursor, z.object({ day: cursorDate, entry: cursorId, line: z.int().min(0).max(32_767) }))
      const rows = await selectMovements(
        conn,
        wallet.id,
        { from, to },
        { limit: size, before: at === undefined ? undefined : { bookedOn: at.day, entryId: at.entry, lineNo: at.line } },
      )
      return toPage(rows, size, ({ booked_on, entry_id, line_no }) => ({ day: booked_on.toString(), entry: entry_id, line: line_no }))
    },
  )

  app.get(
    '/wallets/:id/day-sheet',
    {
      config: { permission: 'wallet.view_own' },
      schema: {
        tags,
        summary: 'A drawer’s day: what it began with, took, gave and ends with',
        params: idParams,
        querystring: z.strictObject({ day: dateSchema.optional() }),
        response: { 200: daySheetSchema },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const wallet = await seen(conn, request, request.params.id)
      const day = request.query.day ?? businessDay(request.server.deps.clock.now(), conn.company.zone)
      const kinds = await sumDay(conn, wallet.id, day)
      const closing = subtract(wallet.balance_minor, await movedAfter(conn, wallet.id, day))
      const moved = sumOf(kinds, (kind) => subtract(kind.in_minor, kind.out_minor))
      return { wallet, day, opening_minor: subtract(closing, moved), closing_minor: add(closing), kinds }
    },
  )
}

async function seen(conn: Conn, request: FastifyRequest, id: bigint) {
  const wallet = await selectWallet(conn, request.actor, id)
  if (!wallet) throw NotFound.of('wallet', id)
  const [withBalance] = await withBalances(conn, request.actor, [wallet])
  if (!withBalance) throw NotFound.of('wallet', id)
  return withBalance
}

async function withBalances(conn: Conn, actor: Actor, wallets: readonly ListedWallet[]) {
  const balances = await walletBalances(
    conn,
    wallets.map(({ id }) => id),
  )
  return wallets.map((wallet) => ({ ...wallet, balance_minor: balances.get(wallet.id) ?? ZERO, allowed: allowedOnWallet(actor, wallet) }))
}
