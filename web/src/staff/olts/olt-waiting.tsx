import { Trans } from '@lingui/react/macro'
import { IconEyeOff } from '@tabler/icons-react'
import { WaitingList } from '../onus/waiting-list.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { useProfiles } from './olt.ts'
import type { Olt } from './olt.ts'
import styles from './olts.module.css'

/** ONUs that hang on this OLT and are not let in. */
export function OltWaiting({ olt }: { olt: Olt }) {
  const { items } = useProfiles()
  const family = items.find(({ id }) => id === olt.profile)
  const isTold = family === undefined || family.tells_waiting_by.some((way) => (way === 'cli' ? olt.cli : olt.snmp) !== 'none')
  if (!isTold)
    return (
      <EmptyState icon={<IconEyeOff size={24} />} title={<Trans>This OLT does not tell who waits</Trans>}>
        {family.tells_waiting_by.length === 0 ? (
          <Trans>For {family.title} it is not known how to ask which ONUs are plugged in and not let in. See it on the OLT itself, or in its console.</Trans>
        ) : (
          <Trans>{family.title} tells it on its command line, and none is set up for this OLT.</Trans>
        )}
      </EmptyState>
    )
  return (
    <div className={styles.inList}>
      <WaitingList olt={olt} />
    </div>
  )
}
