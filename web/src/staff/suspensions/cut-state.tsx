import { Status } from '../../ui/values.tsx'
import { TONES, useStateText } from './suspension.ts'
import type { CutRun } from './suspension.ts'

export function CutState({ state }: { state: CutRun['state'] }) {
  return <Status tone={TONES[state]} label={useStateText()[state]} isHollow={state === 'queued' || state === 'cancelled'} />
}
