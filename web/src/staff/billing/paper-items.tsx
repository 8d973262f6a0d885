import type { ReactNode } from 'react'
import { Money } from '../../ui/values.tsx'
import styles from './invoice.module.css'

/** Rows beside a paper: what paid it, what corrected it. */
export function Items({ children, none }: { children: ReactNode[] | ReactNode; none: string }) {
  return Array.isArray(children) && children.flat().filter(Boolean).length === 0 ? (
    <div className={styles.none}>{none}</div>
  ) : (
    <ul className={styles.items}>{children}</ul>
  )
}

export function Item({ main, note, minor, children }: { main: ReactNode; note: ReactNode; minor: number; children?: ReactNode }) {
  return (
    <li>
      <span>
        {main}
        <small>{note}</small>
        {children}
      </span>
      <Money minor={minor} />
    </li>
  )
}
