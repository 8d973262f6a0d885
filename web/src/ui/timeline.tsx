import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { RowsPending } from './page-states.tsx'
import styles from './timeline.module.css'
import { TimeText } from './values.tsx'

export interface TimelineEntry {
  readonly key: string
  /** A plain text is somebody's own words, whose lines stay as they were written. */
  readonly text: ReactNode
  readonly isPinned?: boolean
  readonly at: string
  readonly by: string | null | undefined
  /** What may be done with it, at its end. */
  readonly action?: ReactNode
}

/** What happened and what was written, in the order given. */
export function TimelineList({ entries, isPending = false }: { entries: readonly TimelineEntry[]; isPending?: boolean }) {
  if (isPending) return <RowsPending rows={5} />
  if (entries.length === 0)
    return (
      <div className={styles.empty}>
        <Trans>Nothing has happened yet.</Trans>
      </div>
    )
  return (
    <ul className={styles.events}>
      {entries.map(({ key, text, isPinned = false, at, by, action }) => (
        <li key={key} className={isPinned ? styles.pinned : undefined}>
          {typeof text === 'string' ? <span className={styles.note}>{text}</span> : text}
          <small>
            <span>
              <TimeText at={at} />
              {typeof by === 'string' && ` · ${by}`}
            </span>
            {action}
          </small>
        </li>
      ))}
    </ul>
  )
}
