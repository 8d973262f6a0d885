import type { Actor } from '../../kernel/actor.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { translate } from '../../platform/i18n/translate.ts'
import type { AccessReason, SubscriptionState } from '../access/index.ts'
import { STAFF_REASONS } from './lines/suspend-subscription.ts'

type Refusal =
  | 'permission'
  | 'is_pending'
  | 'is_left'
  | 'not_left'
  | 'not_pending'
  | 'not_suspended'
  | 'suspended_otherwise'
  | 'is_paused'
  | 'not_paused'
  | 'not_prepaid'
  | 'has_documents'
  | 'is_deleted'
  | 'not_deleted'
  | 'nothing_sealed'

/** Whether something may be done now, and if not, why: a stable code and a sentence in the person's language. */
export type Allowed = { readonly ok: true } | { readonly ok: false; readonly code: Refusal; readonly reason: string }

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
}

const PERMISSION_OF = {
  activate: 'client.edit',
  edit: 'client.edit',
  suspend: 'subscription.suspend',
  restore: 'subscription.restore',
  pause: 'subscription.pause',
  resume: 'subscription.pause',
  change_package: 'subscription.change_package',
  renew: 'payment.take',
  mark_left: 'subscription.mark_left',
  reopen: 'subscription.mark_left',
  reveal_password: 'client.reveal_secret',
} as const satisfies Record<string, Permission>
export type LineAction = keyof typeof PERMISSION_OF
export const LINE_ACTIONS = Object.keys(PERMISSION_OF) as LineAction[]

const CLIENT_PERMISSION_OF = {
  edit: 'client.edit',
  add_subscription: 'client.create',
  delete: 'client.delete',
  restore: 'client.delete',
  reveal_nid: 'client.reveal_secret',
} as const satisfies Record<string, Permission>
export type ClientAction = keyof typeof CLIENT_PERMISSION_OF
export const CLIENT_ACTIONS = Object.keys(CLIENT_PERMISSION_OF) as ClientAction[]

/** What the state of a line speaks against; the use cases refuse the same. */
function refusalOfLine(action: LineAction, { state, reasons, hasOpenPause, isPrepaid, hasPassword }: LineStanding): Refusal | null {
  switch (action) {
    case 'activate':
      return state === 'left' ? 'is_left' : state === 'pending' ? null : 'not_pending'
    case 'edit':
      return null
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

function refusalOfClient(action: ClientAction, { isDeleted, hasDocuments, hasNid }: ClientStanding): Refusal | null {
  switch (action) {
    case 'restore':
      return isDeleted ? null : 'not_deleted'
    case 'delete':
      return isDeleted ? 'is_deleted' : hasDocuments ? 'has_documents' : null
    case 'reveal_nid':
      return hasNid ? null : 'nothing_sealed'
    case 'edit':
    case 'add_subscription':
      return isDeleted ? 'is_deleted' : null
  }
}

/** Everything that can be done to a line, and whether this person may do it now. */
export const allowedOnLine = (actor: Actor, standing: LineStanding): Record<LineAction, Allowed> =>
  Object.fromEntries(LINE_ACTIONS.map((action) => [action, answer(actor, PERMISSION_OF[action], refusalOfLine(action, standing))])) as Record<
    LineAction,
    Allowed
  >

/** Everything that can be done to a client, and whether this person may do it now. */
export const allowedOnClient = (actor: Actor, standing: ClientStanding): Record<ClientAction, Allowed> =>
  Object.fromEntries(CLIENT_ACTIONS.map((action) => [action, answer(actor, CLIENT_PERMISSION_OF[action], refusalOfClient(action, standing))])) as Record<
    ClientAction,
    Allowed
  >

function answer(actor: Actor, permission: Permission, refusal: Refusal | null): Allowed {
  const code: Refusal | null = actor.permissions.has(permission) ? refusal : 'permission'
  return code === null ? { ok: true } : { ok: false, code, reason: translate(actor.locale, `refusal.${code}`, { permission }) }
}
