import { useUrlState } from '../../lib/use-url-state.ts'
import { OnuList } from '../onus/onu-list.tsx'
import type { Olt } from './olt.ts'
import styles from './olts.module.css'

/** The ONUs of this OLT, with the filters of the list of all. */
export function OltOnus({ olt }: { olt: Olt }) {
  const [state, setState] = useUrlState()
  return (
    <div className={styles.inList}>
      <OnuList state={state} onChange={setState} oltId={olt.id} />
    </div>
  )
}
