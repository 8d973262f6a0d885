import type { Minor } from '../../kernel/money.ts'
import { ZERO } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { leave } from '#modules/billing/index.ts'
import type { Leave, Left } from '#modules/billing/index.ts'
import { hasLiveLine } from './deposit-store.ts'
import { offsetDeposit } from './deposits.ts'

/**
 * Ends a line for good with its final bill; when it was the client's last one, his deposit is offset against what is open.
 * @throws as leave.
 */
export async function leaveAndSettle(tx: Tx, input: Leave): Promise<Left & { readonly deposited: Minor }> {
  const left = await leave(tx, input)
  const offset = (await hasLiveLine(tx, left.clientId)) ? null : await offsetDeposit(tx, { clientId: left.clientId, reason: 'left' })
  return { ...left, deposited: offset?.amount ?? ZERO }
}
