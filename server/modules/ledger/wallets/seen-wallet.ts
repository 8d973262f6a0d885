import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { ZERO } from '../../../kernel/money.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { allowedOf } from '../../../platform/http/allowed-schema.ts'
import { idSchema, minorSchema } from '../../../platform/http/schemas.ts'
import { walletBalances } from '../balance-store.ts'
import { allowedOnWallet, WALLET_ACTIONS } from '../transfers/allowed.ts'
import { selectWallet } from './store.ts'
import type { ListedWallet } from './store.ts'
import { WALLET_KINDS } from './wallet.ts'

export const walletSchema = z.object({
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

/** One wallet as this person sees it. @throws NotFound 404 where he does not. */
export async function seen(conn: Conn, actor: Actor, id: bigint) {
  const wallet = await selectWallet(conn, actor, id)
  if (!wallet) throw NotFound.of('wallet', id)
  const [withBalance] = await withBalances(conn, actor, [wallet])
  if (!withBalance) throw NotFound.of('wallet', id)
  return withBalance
}

export async function withBalances(conn: Conn, actor: Actor, wallets: readonly ListedWallet[]) {
  const balances = await walletBalances(
    conn,
    wallets.map(({ id }) => id),
  )
  return wallets.map(({ is_opened: isOpened, ...wallet }) => {
    const balance = balances.get(wallet.id) ?? ZERO
    return { ...wallet, balance_minor: balance, allowed: allowedOnWallet(actor, wallet, { isEmpty: balance <= 0n, isOpened }) }
  })
}
