import type { Actor } from '../../../kernel/actor.ts'
import { allow } from '../../../platform/http/allowed.ts'
import type { Allowed, Refusal } from '../../../platform/http/allowed.ts'
import { isInReach, isOwn } from './transfer.ts'
import type { Party, Transfer } from './transfer.ts'

export const TRANSFER_ACTIONS = ['accept', 'reject', 'cancel'] as const
export type TransferAction = (typeof TRANSFER_ACTIONS)[number]
export const WALLET_ACTIONS = ['transfer', 'hand_over', 'edit', 'open'] as const
export type WalletAction = (typeof WALLET_ACTIONS)[number]

/** A transfer with what decides who may end it. */
export interface Standing {
  readonly transfer: Pick<Transfer, 'state' | 'sent_by'>
  readonly from: Party
  readonly to: Party
  /** Nobody else could accept anything: a company of one. */
  readonly isAlone: boolean
}

/**
 * Money leaves one's own wallet; somebody else's drawer only by who keeps the wallets; a shared one by who may look into it. What may be done
 * with a wallet, stated once for the use cases and every screen.
 */
export function allowedOnWallet(
  actor: Actor,
  wallet: Party,
  { isEmpty = false, isOpened = false }: { isEmpty?: boolean; isOpened?: boolean } = {},
): Record<WalletAction, Allowed> {
  const isSenders = isInReach(actor, wallet) && (isOwn(actor, wallet) || actor.permissions.has(wallet.kind === 'drawer' ? 'wallet.edit' : 'wallet.view'))
  const refusal: Refusal | null = !isSenders ? 'not_your_wallet' : wallet.is_active ? null : 'wallet_closed'
  const toSend: Refusal | null = refusal ?? (isEmpty ? 'wallet_empty' : null)
  const isOutside: Refusal | null = isInReach(actor, wallet) ? null : 'not_your_wallet'
  return {
    transfer: allow(actor, 'wallet.transfer', toSend),
    hand_over: allow(actor, 'wallet.transfer', wallet.kind === 'drawer' ? toSend : 'not_a_drawer'),
    edit: allow(actor, 'wallet.edit', isOutside),
    open: allow(actor, 'ledger.post_manual', isOutside ?? (isOpened ? 'wallet_opened' : null)),
  }
}

/** The owner takes what is sent to his wallet; what is sent to a shared one is taken by who may accept. */
function receive(actor: Actor, to: Party, refusal: Refusal | null): Allowed {
  if (isOwn(actor, to)) return allow(actor, 'wallet.view_own', refusal)
  if (to.kind === 'drawer') return allow(actor, 'wallet.view_own', refusal ?? 'not_receiver')
  return allow(actor, 'wallet.accept', refusal ?? (isInReach(actor, to) ? null : 'not_receiver'))
}

/** How a transfer may be ended by this person. */
export function allowedOnTransfer(actor: Actor, { transfer, from, to, isAlone }: Standing): Record<TransferAction, Allowed> {
  const isOver: Refusal | null = transfer.state === 'waiting' ? null : 'transfer_over'
  const isSender = actor.userId !== null && transfer.sent_by === actor.userId
  // Money between the safe and the bank may be entered by one person; cash that passes from hand to hand needs two.
  const needsSecond = isSender && !isAlone && (from.kind === 'drawer' || to.kind === 'drawer')
  const isKeeper = actor.permissions.has('wallet.edit') && isInReach(actor, from)
  return {
    accept: receive(actor, to, isOver ?? (needsSecond ? 'second_person' : to.is_active ? null : 'wallet_closed')),
    reject: receive(actor, to, isOver ?? (isSender ? 'cancel_instead' : null)),
    cancel: allow(actor, 'wallet.view_own', isOver ?? (isSender || isKeeper ? null : 'not_sender')),
  }
}
