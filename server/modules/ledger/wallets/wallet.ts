import type { Minor } from '../../../kernel/money.ts'

export const WALLET_KINDS = ['drawer', 'office', 'bank', 'bkash', 'nagad', 'card', 'other'] as const
export type WalletKind = (typeof WALLET_KINDS)[number]

/** A named holding of cash: a collector's drawer, the office safe, a bank account, a merchant account. */
export interface Wallet {
  readonly id: bigint
  readonly code: string
  readonly name: string
  readonly kind: WalletKind
  readonly branch_id: bigint | null
  readonly owner_user_id: bigint | null
  /** Present: its balance may not pass this, nor go below zero. */
  readonly limit_minor: Minor | null
  readonly is_active: boolean
}

export interface WalletFacts {
  readonly code: string
  readonly name: string
  readonly kind: WalletKind
  readonly branchId: bigint | null
  readonly ownerUserId: bigint | null
  readonly limit: Minor | null
}
