import { useLingui } from '@lingui/react/macro'
import type { RowOf } from '../../api/use-list.ts'
import { Status } from '../../ui/values.tsx'

export type ClientState = RowOf<'/api/v1/clients'>['state']
export const LINE_STATES = ['pending', 'active', 'suspended', 'expired', 'left'] as const

const TONES = { pending: 'violet', active: 'green', suspended: 'red', expired: 'amber', left: 'grey', none: 'grey' } as const

/** The words for the state of a line, or of a client by his lines. */
export function useStateText(): (state: ClientState) => string {
  const { t } = useLingui()
  return (state) => ({ pending: t`Not yet connected`, active: t`Active`, suspended: t`Suspended`, expired: t`Expired`, left: t`Left`, none: t`No line` })[state]
}

export function StateMark({ state }: { state: ClientState }) {
  const text = useStateText()
  return <Status tone={TONES[state]} label={text(state)} isHollow={state === 'left' || state === 'none' || state === 'pending'} />
}

/** Why a line has no service, for people. */
export function useAccessReasonText(): (reason: string) => string {
  const { t } = useLingui()
  const texts: Record<string, string> = {
    billing: t`unpaid bills`,
    expired: t`validity ended`,
    manual: t`by staff`,
    abuse: t`abuse`,
    vacation: t`pause`,
    kyc: t`papers missing`,
    left: t`left`,
  }
  return (reason) => texts[reason] ?? reason
}
