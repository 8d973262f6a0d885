import { useLingui } from '@lingui/react/macro'
import { Status } from '../../ui/values.tsx'
import type { Router } from './router.ts'

export const ROUTER_STATES = ['working', 'failing', 'held', 'frozen', 'never_seen', 'inactive'] as const
export type RouterState = (typeof ROUTER_STATES)[number]

const TONES = { working: 'green', failing: 'red', held: 'amber', frozen: 'blue', never_seen: 'violet', inactive: 'grey' } as const

export function stateOf({ is_active, is_frozen, health }: Router): RouterState {
  if (!is_active) return 'inactive'
  if (is_frozen) return 'frozen'
  if (health.held !== null) return 'held'
  if (health.error_kind !== null) return 'failing'
  return health.seen_at === null ? 'never_seen' : 'working'
}

export function useRouterStateText(): (state: RouterState) => string {
  const { t } = useLingui()
  return (state) =>
    ({
      working: t`Works`,
      failing: t`Does not answer`,
      held: t`Changes held back`,
      frozen: t`Frozen`,
      never_seen: t`Not seen yet`,
      inactive: t`Not in use`,
    })[state]
}

/** How a router stands, as a dot and its word. */
export function RouterStateMark({ router }: { router: Router }) {
  const text = useRouterStateText()
  const state = stateOf(router)
  return <Status tone={TONES[state]} label={text(state)} isHollow={state === 'inactive' || state === 'never_seen'} />
}
