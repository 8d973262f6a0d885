import type { ReactNode } from 'react'
import styles from './plain-table.module.css'

/** Lets a wide table scroll inside its card; reachable by keyboard, for nothing in it may be. */
export function TableScroll({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <div className={styles.scroll} tabIndex={0}>
      {children}
    </div>
  )
}
