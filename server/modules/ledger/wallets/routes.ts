import { z } from 'zod'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { transactOnce } from '../../../platform/http/idempotency.ts'
import {
  flagParam,
  idParams,
  idSchema,
  lineOfText,
  minorSchema,
  name,
  pageOf,
  pageQuery,
  patchOf,
  positiveMinorSchema,
} from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { createWallet, editWallet, openWalletBalance } from './change-wallet.ts'
import { movementRoutes } from './movement-routes.ts'
import { seen, walletSchema, withBalances } from './seen-wallet.ts'
import { selectOwners, selectWallets } from './store.ts'
import { WALLET_KINDS } from './wallet.ts'

const tags = ['wallets']
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
  movementRoutes(app)

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
        return { status: 201, body: await seen(tx, request.actor, id) }
      }),
  )

  app.get(
    '/wallet-owners',
    {
      config: { permission: 'wallet.edit' },
      schema: {
        tags,
        summary: 'Whose a drawer may be',
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(z.object({ id: idSchema, full_name: z.string() })) },
      },
    },
    async (request) => {
      const { limit: size, cursor } = request.query
      const after = decodeCursor(cursor, z.object({ id: cursorId }))?.id
      return toPage(await selectOwners(await reading(request), request.actor.scope, { limit: size, after }), size, ({ id }) => ({ id }))
    },
  )

  app.get(
    '/wallets/:id',
    {
      config: { permission: 'wallet.view_own' },
      schema: { tags, summary: 'One wallet with what is in it', params: idParams, response: { 200: walletSchema } },
    },
    async (request) => await seen(await reading(request), request.actor, request.params.id),
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
        return await seen(tx, request.actor, request.params.id)
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
}
