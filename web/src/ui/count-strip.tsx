import type { ReactNode } from 'react'
import { useFormat } from '../lib/use-format.ts'
import styles from './count-strip.module.css'

export interface CountedPart {
  readonly value: string
  readonly label: ReactNode
  readonly count: number
  readonly note?: ReactNode
}

/** The parts of a list with how many are in each; one of them is shown. */
export function CountStrip({
  label,
  parts,
  shown,
  onChoose,
}: {
  label: string
  parts: readonly CountedPart[]
  shown: string
  onChoose: (value: string) => void
}) {
  const format = useFormat()
  return (
    <fieldset className={styles.strip} aria-label={label}>
      {parts.map((part) => (
        <button key={part.value} type="button" className={styles.part} aria-pressed={shown === part.value} onClick={() => onChoose(part.value)}>
          {part.label}
          <b>{format.number(part.count)}</b>
          {part.note !== undefined && <small>{part.note}</small>}
        </button>
      ))}
    </fieldset>
  )
}
