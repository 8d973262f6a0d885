import { useLingui } from '@lingui/react/macro'
import { Status } from '../../ui/values.tsx'
import { useIncidentKindText } from './incident.ts'
import type { Incident } from './incident.ts'

const TONES = { fibre_cut: 'red', power_failure: 'amber', unknown: 'violet', olt_unreachable: 'red' } as const

/** What kind of fault it is; hollow and grey once it is over. */
export function IncidentKindMark({ incident: { kind, state } }: { incident: Incident }) {
  const text = useIncidentKindText()
  return <Status tone={state === 'open' ? TONES[kind] : 'grey'} label={text(kind)} isHollow={state !== 'open'} />
}

export function IncidentStateMark({ incident: { state } }: { incident: Incident }) {
  const { t } = useLingui()
  return state === 'open' ? <Status tone="red" label={t`Goes on`} /> : <Status tone="green" label={t`Over`} isHollow />
}
