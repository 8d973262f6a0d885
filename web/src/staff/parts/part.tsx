import type { ReactNode } from 'react'
import { Card } from '../../ui/page.tsx'
import styles from './parts.module.css'

/** One shared part: its name, where it is written, when to take it, and its states. */
export function Part({ id, title, file, about, children }: { id: string; title: string; file: string; about: ReactNode; children: ReactNode }) {
  return (
    <div id={id} className={styles.part}>
      <Card title={title} actions={<code className={styles.file}>{file}</code>}>
        <p className={styles.about}>{about}</p>
        <div className={styles.samples}>{children}</div>
      </Card>
    </div>
  )
}

/** One state of a part, live. */
export function Sample({ title, isWide = false, children }: { title: string; isWide?: boolean; children: ReactNode }) {
  return (
    <section className={`${styles.sample} ${isWide ? styles.wide : ''}`}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

export const Frame = ({ children }: { children: ReactNode }) => <div className={styles.frame}>{children}</div>
