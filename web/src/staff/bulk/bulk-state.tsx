import { useLingui } from '@lingui/react/macro'
import { Status } from '../../ui/values.tsx'
import type { BulkJob } from './choices.ts'
import type { BulkItem } from './facts.tsx'

const TONES = { previewing: 'blue', previewed: 'violet', queued: 'amber', running: 'blue', done: 'green', failed: 'red', cancelled: 'grey' } as const

/** How far a job is, in a word. */
export function BulkState({ state }: { state: BulkJob['state'] }) {
  const { t } = useLingui()
  const text = {
    previewing: t`preview is made`,
    previewed: t`waits for you`,
    queued: t`waits its turn`,
    running: t`runs`,
    done: t`done`,
    failed: t`failed`,
    cancelled: t`stopped`,
  }[state]
  return <Status tone={TONES[state]} label={text} isHollow={state === 'cancelled' || state === 'queued'} />
}

export const isMoving = (state: BulkJob['state']): boolean => state === 'previewing' || state === 'queued' || state === 'running'

export function useItemStates(): Record<BulkItem['state'], { readonly label: string; readonly tone: 'blue' | 'red' | 'green' | 'grey' | 'amber' }> {
  const { t } = useLingui()
  return {
    waiting: { label: t`Waits`, tone: 'grey' },
    ready: { label: t`Will change`, tone: 'blue' },
    unchanged: { label: t`Is so already`, tone: 'grey' },
    refused: { label: t`Cannot`, tone: 'red' },
    done: { label: t`Done`, tone: 'green' },
    failed: { label: t`Failed`, tone: 'red' },
  }
}

export function ItemState({ state }: { state: BulkItem['state'] }) {
  const { label, tone } = useItemStates()[state]
  return <Status tone={tone} label={label} isHollow={state === 'ready' || state === 'unchanged' || state === 'waiting'} />
}
