import { Invalid } from '../../kernel/errors.ts'
import { divideRound } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import type { WalletKind } from '#modules/ledger/index.ts'

/** How staff take money. */
export const STAFF_METHODS = ['cash', 'bank', 'bkash', 'nagad', 'card', 'online'] as const
/** `opening` is credit a client brings from other books; `deposit` is his deposit turned into credit. */
export const METHODS = [...STAFF_METHODS, 'opening', 'deposit'] as const
export type Method = (typeof METHODS)[number]
export type StaffMethod = (typeof STAFF_METHODS)[number]

/** Into what kinds of wallet money of a method goes; the first is looked at first where none is named. */
export const WALLET_KINDS_OF: Readonly<Record<StaffMethod, readonly WalletKind[]>> = {
  cash: ['drawer', 'office', 'other'],
  bank: ['bank', 'other'],
  bkash: ['bkash', 'other'],
  nagad: ['nagad', 'other'],
  card: ['card', 'bank', 'other'],
  online: ['bank', 'card', 'bkash', 'nagad', 'other'],
}

/** A TrxID, cheque or slip number as it is compared: without spaces, in capitals; null for none. */
export function normaliseTrx(text: string | null | undefined): string | null {
  const trx = (text ?? '').replace(/\s+/g, '').toUpperCase()
  if (trx === '') return null
  if (!/^[A-Z0-9][A-Z0-9/_.-]{0,63}$/.test(trx))
    throw new Invalid('A TrxID has letters and digits only', { errors: [{ field: 'trx_id', message: 'Letters and digits only, at most 64' }] })
  return trx
}

/**
 * Cash has no coin smaller than `step`: where what was handed over is what is due, rounded to it, the difference is rounding, and the
 * debt is paid exactly. Anything else is paid as it is. Returns what is added to (+) or taken from (-) the cash.
 */
export function cashRounding(received: Minor, due: Minor, step: Minor): Minor {
  if (step <= 1n || due <= 0n || received !== divideRound(due, step, 'half-up') * step) return 0n as Minor
  return (due - received) as Minor
}

export interface PaymentRow {
  readonly id: bigint
  readonly clientId: bigint | null
  readonly branchId: bigint | null
  readonly resellerId: bigint | null
  readonly walletId: bigint | null
  readonly method: Method
  readonly amount: Minor
  readonly rounding: Minor
  readonly trxId: string | null
  readonly valueOn: PlainDate
  readonly recordedAt: Instant
  readonly receiptCode: string | null
  readonly remaining: Minor
  readonly isReversed: boolean
  readonly refunded: Minor
}
