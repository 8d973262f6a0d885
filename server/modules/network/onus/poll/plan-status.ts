import type { OnuObservation } from '../../olts/index.ts'
import { placeKey, placeOf, standingOf } from '../onu.ts'
import type { KnownOnu, OnuEvent, OnuState } from '../onu.ts'

export interface StateChange {
  readonly id: bigint
  readonly state: OnuState
  readonly raw_state: string | null
  readonly cause: string | null
  readonly raw_cause: string | null
  /** It went from being there to being away, or back; a better word for why it is away is none. */
  readonly isTurn: boolean
}

export interface StatusPlan {
  readonly changes: readonly StateChange[]
  /** At places nobody was known at; who they are the next inventory says. */
  readonly appeared: readonly OnuObservation[]
  /** No longer listed. */
  readonly gone: readonly KnownOnu[]
  readonly events: readonly OnuEvent[]
}

/**
 * What a whole list of states changes about what was known. One whose state the OLT does not say stays as it was.
 * A list that is not proven to be whole must not come here: nobody's state follows from it.
 */
export function planStatus(oltId: bigint, known: readonly KnownOnu[], seen: readonly OnuObservation[]): StatusPlan {
  const places = new Map(known.filter(({ is_present }) => is_present).map((onu) => [placeKey(onu), onu]))
  const changes: StateChange[] = []
  const appeared: OnuObservation[] = []
  const events: OnuEvent[] = []
  for (const onu of seen) {
    const before = places.get(placeOf(onu))
    if (before === undefined) {
      appeared.push(onu)
      continue
    }
    places.delete(placeOf(onu))
    const change = changeOf(before, onu)
    if (change === null) continue
    changes.push(change)
    if (change.state === before.state) continue
    events.push({
      onu_id: before.id,
      olt_id: oltId,
      pon: before.pon,
      kind: 'state',
      was: before.state,
      is_now: change.state,
      cause: change.cause,
      raw_cause: change.raw_cause,
    })
  }
  const gone = [...places.values()]
  for (const { id, pon, onu_index, state } of gone) events.push({ onu_id: id, olt_id: oltId, pon, kind: 'gone', was: state, detail: { onu_index } })
  return { changes, appeared, gone, events }
}

function changeOf(before: KnownOnu, seen: OnuObservation): StateChange | null {
  const isKnown = seen.state !== 'unknown'
  const state = isKnown ? seen.state : before.state
  // Why it last went down is of no matter while it is there, and is kept for when it is away.
  const cause = standingOf(state) === 'away' ? (seen.cause ?? null) : null
  const rawCause = standingOf(state) === 'away' ? (seen.rawCause ?? null) : null
  const after = isKnown ? { state, raw_state: seen.rawState, cause, raw_cause: rawCause } : { ...pick(before), raw_state: seen.rawState }
  const isSame = after.state === before.state && after.raw_state === before.raw_state && after.cause === before.cause && after.raw_cause === before.raw_cause
  return isSame ? null : { id: before.id, ...after, isTurn: standingOf(after.state) !== standingOf(before.state) }
}

const pick = ({ state, cause, raw_cause }: KnownOnu) => ({ state, cause, raw_cause })
