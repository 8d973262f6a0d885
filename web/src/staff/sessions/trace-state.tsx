import { useLingui } from '@lingui/react/macro'
import { Status } from '../../ui/values.tsx'

/** Whether the answer may leave; without a decision it waits for a second person. */
export function TraceState({ isApproved }: { isApproved: boolean | null }) {
  const { t } = useLingui()
  if (isApproved === null) return <Status tone="amber" label={t`Waits for a second person`} />
  return isApproved ? <Status tone="green" label={t`May leave`} /> : <Status tone="red" label={t`Refused`} />
}
