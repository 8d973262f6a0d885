import { useLingui } from '@lingui/react/macro'
import type { Tone } from '../../ui/values.tsx'
import type { RunDetail } from './run-state.tsx'

export interface ChangeKind {
  readonly value: 'new' | 'higher' | 'lower' | 'gone' | 'same'
  readonly label: string
  readonly tone: Tone
}

/** Bills of some kinds of change. */
export const countOf = ({ changes }: RunDetail, kinds: readonly ChangeKind['value'][]): number =>
  kinds.reduce((sum, kind) => sum + Number(changes[kind]?.count ?? 0), 0)

export const countChanged = (run: RunDetail): number => countOf(run, ['new', 'higher', 'lower', 'gone'])

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
