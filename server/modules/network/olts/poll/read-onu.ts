import type { SnmpRow, SnmpSession } from '../../transport/index.ts'
import type { OltProfile } from '../drivers/profile.ts'
import type { Reading } from '../parse/reading.ts'
import { NotToBeSent } from '../session/errors.ts'
import type { Asking } from '../session/session.ts'
import { WalkReadings } from '../snmp/read-walk.ts'
import { observationOf } from './observation.ts'
import type { OnuObservation } from './observation.ts'
import type { Outcome, ReadOptions } from './outcome.ts'
import { stepsOf } from './plan.ts'
import { askSteps } from './steps.ts'
import type { Place } from './steps.ts'

/** One ONU now, with everything the OLT said of it under the parsers' names. */
export interface OnuNow extends OnuObservation {
  readonly detail: Reading
}

/** So many values in one question: more of them may not fit into one packet of an answer. */
const VALUES_AT_ONCE = 16

/** One ONU by SNMP, in one or two questions. Where its list has no row of it, it is not proven that it is not there. */
export async function readOnuBySnmp({ id, snmp }: OltProfile, session: SnmpSession, place: Place, { clock }: ReadOptions): Promise<Outcome<OnuNow>> {
  const began = performance.now()
  const at = clock.now()
  const asked = (snmp?.tables ?? []).flatMap((table) => {
    const row = table.of === 'onu' ? (table.rowOf?.(place.pon, place.onuId) ?? null) : null
    return row === null ? [] : Object.keys(table.columns).map((column) => ({ table, column, row, oid: `${table.root}.${column}.${row}` }))
  })
  if (asked.length === 0) throw new NotToBeSent(`How ${id} numbers its ONUs by SNMP is not known`)
  const answers: SnmpRow[] = []
  for (let from = 0; from < asked.length; from += VALUES_AT_ONCE)
    answers.push(...(await session.get(asked.slice(from, from + VALUES_AT_ONCE).map(({ oid }) => oid))))
  const values = new Map(answers.map(({ oid, value }) => [oid, value]))
  const readings = new WalkReadings()
  let isListed = false
  for (const { table, column, row, oid } of asked) {
    const value = values.get(oid)
    if (value === undefined) continue
    readings.add(table, column, row, value)
    isListed ||= table.isList === true
  }
  const [found] = readings.readings.onus
  const rows = found === undefined || !isListed ? [] : nowOf(found)
  const problems = isListed ? [] : ['it has no row of this ONU']
  return { source: 'snmp', at, ms: performance.now() - began, complete: isListed, rows, problems }
}

/** One ONU by the command line: its state first, and the rest where it is there. What an ONU that is away does not tell leaves it complete. */
export async function readOnuByCli(profile: OltProfile, session: Asking, place: Place, { clock, deadlineMs }: ReadOptions): Promise<Outcome<OnuNow>> {
  const began = performance.now()
  const at = clock.now()
  const [first, ...others] = stepsOf(profile, 'onu')
  if (first === undefined) throw new NotToBeSent(`How one ONU of ${profile.id} is asked for is not known`)
  let found: Reading | null = null
  const options = {
    pons: [place.pon],
    onus: [place],
    known: () => [],
    take: (rows: readonly Reading[]): void => {
      for (const row of rows) if (row['pon'] === place.pon && row['onuId'] === place.onuId) found = merged(found, row)
    },
  }
  const state = await askSteps(profile, session, [first], { ...options, deadlineMs })
  const left = Math.max(0, deadlineMs - (performance.now() - began))
  const rest = found === null ? { problems: [] } : await askSteps(profile, session, others, { ...options, deadlineMs: left })
  return {
    source: 'cli',
    at,
    ms: performance.now() - began,
    complete: state.failed.size === 0,
    rows: found === null ? [] : nowOf(found),
    problems: [...state.problems, ...rest.problems],
  }
}

/** What a later answer does not say does not take away what an earlier one said. */
const merged = (before: Reading | null, row: Reading): Reading => ({
  ...before,
  ...Object.fromEntries(Object.entries(row).filter(([name, value]) => value !== null || before?.[name] === undefined)),
})

function nowOf(reading: Reading): OnuNow[] {
  const observation = observationOf(reading)
  return observation === null ? [] : [{ ...observation, detail: reading }]
}
