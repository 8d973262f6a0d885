import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFormat } from '../../lib/use-format.ts'
import { Status } from '../../ui/values.tsx'
import styles from './change-strip.module.css'
import { useChanges } from './run-changes.ts'
import type { ChangeKind } from './run-changes.ts'
import type { RunDetail } from './run-state.tsx'

/** The difference to last month at a glance: how many bills of each kind and what they make together; each shows its bills alone. */
export function ChangeStrip({ run, shown, onChange }: { run: RunDetail; shown: string; onChange: (change: string | undefined) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const kinds = useChanges()
  const counts = (values: readonly ChangeKind['value'][]) => values.reduce<number>((sum, value) => sum + Number(run.changes[value]?.count ?? 0), 0)
  const signed = (minor: number) => `${minor > 0 ? '+' : ''}${format.roundMoney(minor)}`
  const button = (value: string, label: ReactNode, count: number, minor: number | null) => (
    <button
      key={value}
      type="button"
      className={styles.change}
      aria-pressed={shown === value}
      onClick={() => onChange(value === 'changed' ? undefined : value)}
    >
      {label}
      <b>{format.number(count)}</b>
      {minor !== null && minor !== 0 && <small>{signed(minor)}</small>}
    </button>
  )
  return (
    <fieldset className={styles.strip} aria-label={t`Against last month`}>
      {button('changed', t`Changed`, counts(['new', 'higher', 'lower', 'gone']), null)}
      {kinds.map(({ value, label, tone }) => {
        const sums = run.changes[value]
        return button(
          value,
          <Status tone={tone} label={label} isHollow={value === 'same'} />,
          sums?.count ?? 0,
          sums === undefined ? null : sums.total_minor - sums.previous_minor,
        )
      })}
      {button('all', t`All`, counts(kinds.map(({ value }) => value)) + run.parked_count, null)}
    </fieldset>
  )
}
