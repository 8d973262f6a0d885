import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './figures.module.css'

export interface Figure {
  readonly label: string
  readonly value: ReactNode
  readonly note?: ReactNode
  /** The list behind the number. */
  readonly to?: string
}

/** A row of numbers, each of which leads to what it counts. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <div className={styles.figures}>
      {figures.map(({ label, value, note, to }) => {
        const content = (
          <>
            <span className={styles.label}>{label}</span>
            <span className={styles.value}>{value}</span>
            <span className={styles.note}>{note}</span>
          </>
        )
        return to === undefined ? <div key={label} className={styles.figure}>{content}</div> : <Link key={label} to={to} className={styles.figure ?? ''}>{content}</Link>
      })}
    </div>
  )
}
