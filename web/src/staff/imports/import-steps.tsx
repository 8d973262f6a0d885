import { useLingui } from '@lingui/react/macro'
import styles from './imports.module.css'
import type { Import } from './import-state.tsx'

const STEP_OF: Readonly<Record<Import['state'], number>> = { uploaded: 0, previewing: 1, previewed: 1, queued: 2, running: 2, failed: 2, cancelled: 2, done: 3 }

/** Where an import is on its way. */
export function ImportSteps({ state }: { state: Import['state'] }) {
  const { t } = useLingui()
  const now = STEP_OF[state]
  return (
    <ol className={styles.steps} aria-label={t`Steps`}>
      {[t`Columns`, t`Check`, t`Import`, t`Result`].map((label, at) => (
        <li key={label} className={at < now ? styles.past : at === now ? styles.now : undefined} aria-current={at === now ? 'step' : undefined}>
          {label}
        </li>
      ))}
    </ol>
  )
}
