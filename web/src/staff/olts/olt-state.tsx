import { Status } from '../../ui/values.tsx'
import { stateOf, useOltStateText } from './olt.ts'
import type { Olt } from './olt.ts'

const TONES = { working: 'green', failing: 'red', never_seen: 'violet', inactive: 'grey' } as const

/** How an OLT stands, as a dot and its word. */
export function OltStateMark({ olt }: { olt: Olt }) {
  const text = useOltStateText()
  const state = stateOf(olt)
  return <Status tone={TONES[state]} label={text(state)} isHollow={state === 'inactive' || state === 'never_seen'} />
}
