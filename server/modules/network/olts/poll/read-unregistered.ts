import type { SnmpSession } from '../../transport/index.ts'
import type { OltProfile } from '../drivers/profile.ts'
import type { Reading } from '../parse/reading.ts'
import { NotToBeSent } from '../session/errors.ts'
import type { Asking } from '../session/session.ts'
import { textIn } from './observation.ts'
import { ofOutcome } from './outcome.ts'
import type { Outcome, ReadOptions } from './outcome.ts'
import { stepsOf } from './plan.ts'
import { readSteps } from './read-steps.ts'
import { walkTables } from './walk-tables.ts'

/** An ONU that is seen and not let in yet. */
export interface UnregisteredOnu {
  /** Null: the OLT does not say where. */
  readonly pon: string | null
  readonly serial: string | null
  readonly rawSerial: string | null
  readonly mac: string | null
  readonly model: string | null
}

/** Who waits, by SNMP. Nobody is not believed: a table that is not there looks the same as one without rows. */
export async function readUnregisteredBySnmp(
  { id, snmp }: OltProfile,
  session: SnmpSession,
  { pons, clock, deadlineMs }: ReadOptions,
): Promise<Outcome<UnregisteredOnu>> {
  if (snmp === null) throw new NotToBeSent(`What ${id} tells by SNMP is not known`)
  const began = performance.now()
  const at = clock.now()
  const options = { maxRepetitions: snmp.maxRepetitions, pons, deadline: AbortSignal.timeout(deadlineMs) }
  const { readings, columns, problems } = await walkTables(session, snmp.tables, ({ of }) => of === 'unregistered', options)
  const rows = readings.readings.unregistered.map(ofRow)
  const doubts = rows.length === 0 ? ['nobody waits, or it does not tell who does'] : []
  const complete = rows.length > 0 && columns.every(({ isWhole }) => isWhole)
  return { source: 'snmp', at, ms: performance.now() - began, complete, rows, problems: [...problems, ...doubts] }
}

export async function readUnregisteredByCli(profile: OltProfile, session: Asking, options: ReadOptions): Promise<Outcome<UnregisteredOnu>> {
  const told = await readSteps(profile, session, stepsOf(profile, 'unregistered'), options)
  return ofOutcome(told, told.rows.map(ofRow))
}

const ofRow = (row: Reading): UnregisteredOnu => ({
  pon: textIn(row, 'pon'),
  serial: textIn(row, 'serial'),
  rawSerial: textIn(row, 'rawSerial'),
  mac: textIn(row, 'mac'),
  model: textIn(row, 'model'),
})
