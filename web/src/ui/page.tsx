import { useEffect, useId } from 'react'
import type { ReactNode } from 'react'
import styles from './page.module.css'

export interface PageProps {
  readonly title: string
  /** Beside the title: a count, a state. */
  readonly note?: ReactNode
  readonly actions?: ReactNode
  /** The page is as high as the window and its list scrolls inside. */
  readonly fills?: boolean
  readonly children: ReactNode
}

export function Page({ title, note, actions, fills = false, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Lastmile`
  }, [title])
  return (
    <div className={`${styles.page} ${fills ? styles.fills : ''}`}>
      <div className={styles.header}>
        <div className={styles.titles}>
          <h1 className={styles.title}>{title}</h1>
          {note !== undefined && <span className={styles.note}>{note}</span>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}

export function Card({
  title,
  actions,
  children,
  flush = false,
}: {
  title?: ReactNode
  actions?: ReactNode
  children: ReactNode /** The content brings its own edges. */
  flush?: boolean
}) {
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className={styles.cardHead}>
          <h2 id={id} className={styles.cardTitle}>
            {title}
          </h2>
          {actions}
        </div>
      )}
      <div className={flush ? undefined : styles.cardBody}>{children}</div>
    </section>
  )
}
