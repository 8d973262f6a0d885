import { useLingui } from '@lingui/react/macro'
import type { RowOf } from '../../api/use-list.ts'
import { Status } from '../../ui/values.tsx'

export type ConnectionsState = RowOf<'/api/v1/areas'>['connections']

export const CONNECTIONS = ['open', 'planned', 'closed'] as const satisfies readonly ConnectionsState[]
const TONES = { open: 'green', planned: 'amber', closed: 'grey' } as const

export function useConnectionsText(): (state: ConnectionsState) => string {
  const { t } = useLingui()
  return (state) => ({ open: t`Possible`, planned: t`Planned`, closed: t`Not possible` })[state]
}

/** Whether somebody new can be connected in an area. */
export function Connections({ of }: { of: ConnectionsState }) {
  const text = useConnectionsText()
  return <Status tone={TONES[of]} label={text(of)} isHollow={of === 'closed'} />
}
