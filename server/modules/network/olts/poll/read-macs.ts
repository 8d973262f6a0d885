import type { OltProfile } from '../drivers/profile.ts'
import type { Asking } from '../session/session.ts'
import { numberIn, textIn } from './observation.ts'
import { ofOutcome } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { stepsOf } from './plan.ts'
import { readSteps } from './read-steps.ts'
import type { StepReadOptions } from './read-steps.ts'

/** A device in a client's house, or behind another port of the OLT. */
export interface HostMac {
  readonly mac: string
  readonly vlan: number | null
  /** Null: it was not learned on a PON, or the OLT does not say on which. */
  readonly pon: string | null
  readonly onuId: number | null
}

/** The addresses the OLT has learned: per PON, per ONU or all at once, as the family has it. No family's table of them by SNMP is known. */
export async function readMacs(profile: OltProfile, session: Asking, options: StepReadOptions): Promise<Outcome<HostMac>> {
  const told = await readSteps(profile, session, stepsOf(profile, 'macs'), options)
  const { pons } = options
  const rows = told.rows.flatMap((row) => {
    const mac = textIn(row, 'mac')
    const pon = textIn(row, 'pon')
    if (mac === null || (pons !== null && pon !== null && !pons.includes(pon))) return []
    return [{ mac, vlan: numberIn(row, 'vlan'), pon, onuId: pon === null ? null : numberIn(row, 'onuId') }]
  })
  return ofOutcome(told, rows)
}
