import type { ReactNode } from 'react'
import { useChosenInSight } from '../lib/use-chosen-in-sight.ts'
import { useFormat } from '../lib/use-format.ts'
import styles from './count-strip.module.css'

export interface CountedPart {
  readonly value: string
  readonly label: ReactNode
  readonly count?: number | undefined
  readonly note?: ReactNode
}

/** The parts of a list with how many are in each, where that is known; those that are shown stand out. */
export function CountStrip({
  label,
  parts,
  shown,
  onChoose,
}: {
  label: string
  parts: readonly CountedPart[]
  shown: string | readonly string[]
  onChoose: (value: string) => void
}) {
  const format = useFormat()
  const isShown = (value: string) => (typeof shown === 'string' ? shown === value : shown.includes(value))
  // The counts come after the parts and make them wider.
  const isCounted = parts.some(({ count }) => count !== undefined)
  const strip = useChosenInSight<HTMLFieldSetElement>(`${String(isCounted)} ${String(shown)}`)
  return (
    <fieldset ref={strip} className={styles.strip} aria-label={label}>
      {parts.map((part) => (
        <button key={part.value} type="button" className={styles.part} aria-pressed={isShown(part.value)} onClick={() => onChoose(part.value)}>
          {part.label}
          {part.count !== undefined && <b>{format.number(part.count)}</b>}
          {part.note !== undefined && <small>{part.note}</small>}
        </button>
      ))}
    </fieldset>
  )
}
