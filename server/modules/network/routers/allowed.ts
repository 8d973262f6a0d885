import type { Actor } from '../../../kernel/actor.ts'
import { allow } from '../../../platform/http/allowed.ts'
import type { Allowed } from '../../../platform/http/allowed.ts'
import type { Router, RouterHealth } from './router.ts'

export const ROUTER_ACTIONS = ['edit', 'freeze', 'thaw', 'test', 'compare', 'release'] as const

/** What may be done with a router now. */
export function allowedOnRouter(
  actor: Actor,
  { is_frozen, is_active, host }: Router,
  { held_kind }: Pick<RouterHealth, 'held_kind'>,
): Record<(typeof ROUTER_ACTIONS)[number], Allowed> {
  return {
    edit: allow(actor, 'router.edit', null),
    freeze: allow(actor, 'router.control', is_frozen ? 'router_frozen' : null),
    thaw: allow(actor, 'router.control', is_frozen ? null : 'router_not_frozen'),
    test: allow(actor, 'router.control', host === '' ? 'router_nowhere' : null),
    compare: allow(actor, 'router.control', is_frozen ? 'router_frozen' : is_active ? null : 'router_inactive'),
    release: allow(actor, 'access.release_breaker', held_kind === null ? 'nothing_held_back' : is_frozen ? 'router_frozen' : null),
  }
}
