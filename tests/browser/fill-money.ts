import { expect } from 'vitest'
import type { Console } from './console.ts'
import type { Post } from './fill-set-up.ts'

/**
 * Money on its way and money nobody knows the owner of: something on each page of payments and wallets. What needs a second person is asked
 * for by another one than the administrator who looks.
 */
export async function fillMoney(given: Console, send: Post, { client, invoice, payment, wallet }: Record<'client' | 'invoice' | 'payment' | 'wallet', number>) {
  const other = await given.openAs('branch_manager')
  const ask = async (path: string, data: unknown): Promise<void> => {
    const answer = await other.request.post(`${given.url}/api/v1${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  }
  const bank = await send('/wallets', { code: 'BANK', name: 'City Bank', kind: 'bank' })
  const transfer = await send('/wallet-transfers', { from_wallet_id: wallet, to_wallet_id: bank.id, amount_minor: 10_000, reason: 'To the bank' })
  await send(`/payments/${payment}/refunds`, { amount_minor: 2000, unallocate: true, reason: 'Paid twice at the door' })
  const unknown = await send('/payments', { client_id: null, amount_minor: 12_345, method: 'cash', note: 'An envelope without a name' })
  await send('/payments', { client_id: null, amount_minor: 50_000, method: 'cash' })
  await ask(`/payments/${unknown.id}/match`, { client_id: client, reason: 'She called and told the amount' })
  await ask(`/clients/${client}/discounts`, { invoice_id: invoice, amount_minor: 51_000, reason: 'An old customer' })
  await other.close()
  return { TRANSFER: transfer.id, UNKNOWN: unknown.id }
}
