import { WaitingList } from '../onus/waiting-list.tsx'
import type { Olt } from './olt.ts'
import styles from './olts.module.css'

/** ONUs that hang on this OLT and are not let in. */
export function OltWaiting({ olt }: { olt: Olt }) {
  return (
    <div className={styles.inList}>
      <WaitingList olt={olt} />
    </div>
  )
}
