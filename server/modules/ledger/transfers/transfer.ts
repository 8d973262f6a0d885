import type { Actor } from '../../../kernel/actor.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Wallet } from '../wallets/wallet.ts'

export const TRANSFER_KINDS = ['transfer', 'hand_over'] as const
export type TransferKind = (typeof TRANSFER_KINDS)[number]

export const TRANSFER_STATES = ['waiting', 'accepted', 'rejected', 'cancelled'] as const
export type TransferState = (typeof TRANSFER_STATES)[number]

/** Money on its way from one wallet to another, or how it ended. */
export interface Transfer {
  readonly id: bigint
  readonly code: string
  readonly kind: TransferKind
  readonly state: TransferState
  readonly from_wallet_id: bigint
  readonly to_wallet_id: bigint
  readonly amount_minor: Minor
  /** What the sender counted, where a drawer was handed over. */
  readonly counted_minor: Minor | null
  /** What arrived, once it is accepted. */
  readonly received_minor: Minor | null
  readonly reason: string
  readonly booked_on: PlainDate
  readonly recorded_at: Instant
  readonly sent_by: bigint | null
}

/** What the rules need to know of a wallet that takes part. */
export type Party = Pick<Wallet, 'kind' | 'branch_id' | 'owner_user_id' | 'is_active'>

export const isOwn = ({ userId }: Actor, wallet: Pick<Party, 'owner_user_id'>): boolean => userId !== null && wallet.owner_user_id === userId

/** Wallets of other branches do not exist for a person of one branch; a reseller has only what he owns. */
export function isInReach(actor: Actor, wallet: Party): boolean {
  const { scope } = actor
  if (scope.kind === 'company' || isOwn(actor, wallet)) return true
  return scope.kind === 'branches' && (wallet.branch_id === null || scope.branchIds.includes(wallet.branch_id))
}
