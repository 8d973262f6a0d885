import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../lib/use-format.ts'
import { CountStrip } from '../../ui/count-strip.tsx'
import { Status } from '../../ui/values.tsx'
import { countChanged, countOf, useChanges } from './run-changes.ts'
import type { ChangeKind } from './run-changes.ts'
import type { RunDetail } from './run-state.tsx'

/** The difference to last month at a glance: how many bills of each kind and what they make together; each shows its bills alone. */
export function ChangeStrip({ run, shown, onChange }: { run: RunDetail; shown: string; onChange: (change: string) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const kinds = useChanges()
  const note = (value: ChangeKind['value']) => {
    const { total_minor = 0, previous_minor = 0 } = run.changes[value] ?? {}
    const minor = total_minor - previous_minor
    return minor === 0 ? {} : { note: `${minor > 0 ? '+' : ''}${format.roundMoney(minor)}` }
  }
  return (
    <CountStrip
      label={t`Against last month`}
      shown={shown}
      onChoose={(value) => onChange(value)}
      parts={[
        { value: 'changed', label: t`Changed`, count: countChanged(run) },
        ...kinds.map(({ value, label, tone }) => ({
          value,
          label: <Status tone={tone} label={label} isHollow={value === 'same'} />,
          count: run.changes[value]?.count ?? 0,
          ...note(value),
        })),
        {
          value: 'all',
          label: t`All`,
          count:
            countOf(
              run,
              kinds.map(({ value }) => value),
            ) + run.parked_count,
        },
      ]}
    />
  )
}
