import type { ReactNode } from 'react'
import styles from './progress.module.css'

/** How far long work is; without an end in sight the bar only moves. It can be left and come back to: the server remembers. */
export function JobProgress({ label, done, of, children }: { label: string; done: number; of: number | null; children?: ReactNode }) {
  const share = of === null || of === 0 ? null : Math.min(1, done / of)
  return (
    <div className={styles.progress}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      >
        <div className={`${styles.bar} ${share === null ? styles.unknown : ''}`} style={share === null ? undefined : { width: `${share * 100}%` }} />
      </div>
      <div className={styles.text} aria-live="polite">
        <span>{label}</span>
        <span>{children}</span>
      </div>
    </div>
  )
}
