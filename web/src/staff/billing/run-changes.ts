import { useLingui } from '@lingui/react/macro'
import type { Tone } from '../../ui/values.tsx'

export interface ChangeKind {
  readonly value: 'new' | 'higher' | 'lower' | 'gone' | 'same'
  readonly label: string
  readonly tone: Tone
}

/** How a bill may differ from the one before. */
export function useChanges(): readonly ChangeKind[] {
  const { t } = useLingui()
  return [
    { value: 'new', label: t`New`, tone: 'green' },
    { value: 'higher', label: t`Higher`, tone: 'amber' },
    { value: 'lower', label: t`Lower`, tone: 'blue' },
    { value: 'gone', label: t`Gone`, tone: 'red' },
    { value: 'same', label: t`The same`, tone: 'grey' },
  ]
}
