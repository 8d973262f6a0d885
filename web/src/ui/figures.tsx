import { Link } from '@tanstack/react-router'
import type { CSSProperties, ReactNode } from 'react'
import styles from './figures.module.css'

export interface Figure {
  /** A question about the number, beside its name. */
  readonly aside?: ReactNode
  readonly label: string
  /** Undefined while it is on its way. */
  readonly value: ReactNode | undefined
  /** A name in place of a number: smaller, on two lines at most. */
  readonly isName?: boolean
  readonly note?: ReactNode
  /** The list behind the number. */
  readonly to?: string
}

/** A row of numbers, each of which leads to what it counts; where they do not all fit, two rows of about as many. Without notes (`hasNotes`) no room is kept for them. */
export function Figures({ figures, hasNotes = true }: { figures: readonly Figure[]; hasNotes?: boolean }) {
  return (
    <div
      className={styles.figures}
      data-many={figures.length > 5 || undefined}
      style={{ '--n': figures.length, '--half': Math.ceil(figures.length / 2) } as CSSProperties}
    >
      {figures.map(({ label, value, isName = false, note, to, aside }) => {
        const content = (
          <>
            <span className={styles.label}>{label}</span>
            <span className={isName ? styles.name : styles.value}>{value ?? <i className={styles.bone} aria-hidden="true" />}</span>
            {hasNotes && <span className={styles.note}>{note}</span>}
          </>
        )
        return (
          <div key={label} className={styles.cell}>
            {to === undefined ? (
              <div className={styles.figure}>{content}</div>
            ) : (
              <Link to={to} className={styles.figure ?? ''}>
                {content}
              </Link>
            )}
            {aside !== undefined && <div className={styles.aside}>{aside}</div>}
          </div>
        )
      })}
    </div>
  )
}
