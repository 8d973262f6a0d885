import type { Actor } from '../../kernel/actor.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { allow } from '../../platform/http/allowed.ts'
import type { Allowed, Refusal } from '../../platform/http/allowed.ts'
import type { AccessReason, SubscriptionState } from '../access/index.ts'
import { STAFF_REASONS } from './lines/suspend-subscription.ts'

export interface LineStanding {
  readonly state: SubscriptionState
  readonly reasons: readonly AccessReason[]
  readonly hasOpenPause: boolean
  readonly isPrepaid: boolean
  readonly hasPassword: boolean
}

export interface ClientStanding {
  readonly isDeleted: boolean
  readonly hasDocuments: boolean
  readonly hasNid: boolean
  readonly hasLiveLine: boolean
  /** By other books; there is one opening balance at most. */
  readonly hasOpening: boolean
  readonly owes: boolean
  readonly holdsDeposit: boolean
}

const PERMISSION_OF = {
  activate: 'client.edit',
  edit: 'client.edit',
  suspend: 'subscription.suspend',
  restore: 'subscription.restore',
  pause: 'subscription.pause',
  resume: 'subscription.pause',
  change_package: 'subscription.change_package',
  change_terms: 'discount.give',
  renew: 'payment.take',
  mark_left: 'subscription.mark_left',
  reopen: 'subscription.mark_left',
  reveal_password: 'client.reveal_secret',
  set_password: 'client.edit',
} as const satisfies Record<string, Permission>
export type LineAction = keyof typeof PERMISSION_OF
export const LINE_ACTIONS = Object.keys(PERMISSION_OF) as LineAction[]

const CLIENT_PERMISSION_OF = {
  edit: 'client.edit',
  add_subscription: 'client.create',
  delete: 'client.delete',
  restore: 'client.delete',
  reveal_nid: 'client.reveal_secret',
  verify_nid: 'client.edit',
  take_payment: 'payment.take',
  bill: 'invoice.issue',
  add_charge: 'invoice.issue',
  give_discount: 'discount.give',
  open_balance: 'ledger.post_manual',
  take_deposit: 'payment.take',
  offset_deposit: 'payment.refund',
  return_deposit: 'payment.refund',
} as const satisfies Record<string, Permission>
export type ClientAction = keyof typeof CLIENT_PERMISSION_OF
export const CLIENT_ACTIONS = Object.keys(CLIENT_PERMISSION_OF) as ClientAction[]

/** What the state of a line speaks against; the use cases refuse the same. */
function refusalOfLine(action: LineAction, { state, reasons, hasOpenPause, isPrepaid, hasPassword }: LineStanding): Refusal | null {
  switch (action) {
    case 'activate':
      return state === 'left' ? 'is_left' : state === 'pending' ? null : 'not_pending'
    case 'edit':
    case 'set_password':
      return null
    case 'change_terms':
      return state === 'left' ? 'is_left' : null
    case 'suspend':
      return ended(state)
    case 'restore':
      if (state === 'left') return 'is_left'
      if (reasons.some((reason) => (STAFF_REASONS as readonly string[]).includes(reason) || reason === 'billing')) return null
      return reasons.length > 0 ? 'suspended_otherwise' : 'not_suspended'
    case 'pause':
      return ended(state) ?? (hasOpenPause ? 'is_paused' : null)
    case 'resume':
      return ended(state) ?? (hasOpenPause ? null : 'not_paused')
    case 'change_package':
      return ended(state)
    case 'renew':
      return ended(state) ?? (isPrepaid ? null : 'not_prepaid')
    case 'mark_left':
      return state === 'left' ? 'is_left' : null
    case 'reopen':
      return state === 'left' ? null : 'not_left'
    case 'reveal_password':
      return hasPassword ? null : 'nothing_sealed'
  }
}

const ended = (state: SubscriptionState): Refusal | null => (state === 'pending' ? 'is_pending' : state === 'left' ? 'is_left' : null)

function refusalOfClient(action: ClientAction, standing: ClientStanding): Refusal | null {
  const { isDeleted, hasDocuments, hasNid, hasLiveLine, hasOpening, owes, holdsDeposit } = standing
  if (action === 'restore') return isDeleted ? null : 'not_deleted'
  if (action === 'reveal_nid') return hasNid ? null : 'nothing_sealed'
  if (isDeleted) return 'is_deleted'
  switch (action) {
    case 'delete':
      return hasDocuments ? 'has_documents' : null
    case 'verify_nid':
      return hasNid ? null : 'nothing_sealed'
    case 'bill':
      return hasLiveLine ? null : 'no_live_line'
    case 'give_discount':
      return owes ? null : 'nothing_open'
    case 'open_balance':
      return hasOpening ? 'has_opening' : null
    case 'offset_deposit':
      return holdsDeposit ? (owes ? null : 'nothing_open') : 'nothing_held'
    case 'return_deposit':
      return holdsDeposit ? null : 'nothing_held'
    case 'edit':
    case 'add_subscription':
    case 'take_payment':
    case 'add_charge':
    case 'take_deposit':
      return null
  }
}

/** Everything that can be done to a line, and whether this person may do it now. */
export const allowedOnLine = (actor: Actor, standing: LineStanding): Record<LineAction, Allowed> =>
  Object.fromEntries(LINE_ACTIONS.map((action) => [action, allow(actor, PERMISSION_OF[action], refusalOfLine(action, standing))])) as Record<
    LineAction,
    Allowed
  >

/** Everything that can be done to a client, and whether this person may do it now. */
export const allowedOnClient = (actor: Actor, standing: ClientStanding): Record<ClientAction, Allowed> =>
  Object.fromEntries(CLIENT_ACTIONS.map((action) => [action, allow(actor, CLIENT_PERMISSION_OF[action], refusalOfClient(action, standing))])) as Record<
    ClientAction,
    Allowed
  >
