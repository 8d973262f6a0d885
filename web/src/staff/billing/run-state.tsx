import { useLingui } from '@lingui/react/macro'
import type { paths } from '../../api/schema.d.ts'
import type { RowOf } from '../../api/use-list.ts'
import { Status } from '../../ui/values.tsx'

export type Run = RowOf<'/api/v1/invoice-runs'>
/** A run with what may be done with it. */
export type RunDetail = paths['/api/v1/invoice-runs/{id}']['get']['responses']['200']['content']['application/json']

const TONES = {
  previewing: 'blue',
  ready: 'violet',
  awaiting_release: 'amber',
  queued: 'blue',
  running: 'blue',
  done: 'green',
  cancelled: 'grey',
  failed: 'red',
} as const

export function RunState({ state }: { state: Run['state'] }) {
  const { t } = useLingui()
  const text = {
    previewing: t`Being previewed`,
    ready: t`Ready to start`,
    awaiting_release: t`Waits for release`,
    queued: t`Waits its turn`,
    running: t`Running`,
    done: t`Done`,
    cancelled: t`Stopped`,
    failed: t`Failed`,
  }[state]
  return <Status tone={TONES[state]} label={text} isHollow={state === 'queued' || state === 'cancelled'} />
}

/** Whether its figures still move, so that the page asks again soon. */
export const isUnderWay = (state: Run['state']): boolean => state === 'previewing' || state === 'queued' || state === 'running'
