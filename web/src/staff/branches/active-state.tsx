import { useLingui } from '@lingui/react/macro'
import { Status } from '../../ui/values.tsx'

/** Whether a branch, area or reseller is still worked with. */
export function ActiveState({ isActive }: { isActive: boolean }) {
  const { t } = useLingui()
  return isActive ? <Status tone="green" label={t`Open`} /> : <Status tone="grey" label={t`Closed`} isHollow />
}
