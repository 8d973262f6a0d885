import type { SnmpSession } from '../../transport/index.ts'
import type { OltProfile } from '../drivers/profile.ts'
import type { Reading } from '../parse/reading.ts'
import type { Asking } from '../session/session.ts'
import { interfaceKindOf, interfaceNames, interfaceTables, nameOf, ponNamed } from '../snmp/interfaces.ts'
import type { SnmpReadings } from '../snmp/read-walk.ts'
import { numberIn, textIn } from './observation.ts'
import { ofOutcome } from './outcome.ts'
import type { Outcome, ReadOptions } from './outcome.ts'
import { stepsOf } from './plan.ts'
import { readSteps } from './read-steps.ts'
import { disagreements, walkTables } from './walk-tables.ts'

/** One port of the OLT, with its optical module where it tells of one. Null is "not said" or "not measured". */
export interface OltInterface {
  readonly index: number | null
  readonly name: string
  readonly alias: string | null
  readonly kind: 'uplink' | 'pon' | 'other'
  readonly pon: string | null
  readonly admin: string | null
  readonly oper: string | null
  readonly speedMbps: number | null
  readonly txDbm: number | null
  readonly rxDbm: number | null
  readonly temperatureC: number | null
  readonly voltageV: number | null
  readonly biasMa: number | null
}

const REPETITIONS = 20

/** The ports by SNMP: the standard tables, and the modules of PONs as the family has them. The ports of ONUs are left out. */
export async function readInterfacesBySnmp(profile: OltProfile, session: SnmpSession, { clock, deadlineMs }: ReadOptions): Promise<Outcome<OltInterface>> {
  const began = performance.now()
  const at = clock.now()
  const family = profile.snmp
  const modules = (family?.tables ?? []).filter(({ of }) => of === 'pon')
  const { readings, columns, problems } = await walkTables(
    session,
    [...interfaceTables, ...modules],
    (table, column) => table.counts?.includes(column) !== true,
    { maxRepetitions: family?.maxRepetitions ?? REPETITIONS, pons: null, deadline: AbortSignal.timeout(deadlineMs) },
  )
  const lists = columns.filter(({ table }) => table.isList === true)
  const doubts = [...disagreements(lists, 'ports'), ...(lists.every(({ indices }) => indices.size === 0) ? ['no list of ports came'] : [])]
  const rows = interfacesBySnmp(profile, readings.readings)
  const complete = doubts.length === 0 && lists.every(({ isWhole }) => isWhole)
  return { source: 'snmp', at, ms: performance.now() - began, complete, rows, problems: [...problems, ...doubts] }
}

/** The standard tables' ports, with the family's modules of PONs; those that only a module tells of come last. Pure. */
export function interfacesBySnmp(profile: OltProfile, { interfaces, pons }: Pick<SnmpReadings, 'interfaces' | 'pons'>): OltInterface[] {
  const moduleOf = new Map(pons.map((row) => [String(row['pon']), row]))
  const rows = interfaces.flatMap((row) => ofStandardRow(profile, row, moduleOf) ?? [])
  const told = new Set(rows.map(({ pon }) => pon))
  return [...rows, ...pons.filter(({ pon }) => !told.has(String(pon))).map((row) => ofPonRow(row))]
}

/** The ports the command line tells of: those of PONs. */
export async function readInterfacesByCli(profile: OltProfile, session: Asking, options: ReadOptions): Promise<Outcome<OltInterface>> {
  const told = await readSteps(profile, session, stepsOf(profile, 'interfaces'), options)
  const pons = new Map<string, Reading>()
  for (const row of told.rows) pons.set(String(row['pon']), { ...pons.get(String(row['pon'])), ...row })
  return ofOutcome(
    told,
    [...pons.values()].map((row) => ofPonRow(row)),
  )
}

/** Which PONs there are, by the names of the ports; null where they do not say it. */
export async function findPons(profile: OltProfile, session: SnmpSession, { deadlineMs }: ReadOptions): Promise<string[] | null> {
  const options = { maxRepetitions: profile.snmp?.maxRepetitions ?? REPETITIONS, pons: null, deadline: AbortSignal.timeout(deadlineMs) }
  const { readings, columns } = await walkTables(session, interfaceNames, () => true, options)
  const pons = readings.readings.interfaces.flatMap((row) => {
    const found = ofStandardRow(profile, row, new Map())
    return found?.kind === 'pon' && found.pon !== null ? [found.pon] : []
  })
  return pons.length > 0 && columns.every(({ isWhole }) => isWhole) ? [...new Set(pons)] : null
}

function ofStandardRow({ snmp }: OltProfile, row: Reading, modules: ReadonlyMap<string, Reading>): OltInterface | null {
  const index = numberIn(row, 'index')
  const name = nameOf(row)
  const kind = interfaceKindOf(name ?? '', numberIn(row, 'type'))
  if (kind === 'onu') return null
  const pon = kind === 'pon' ? (snmp?.ponOf?.(index ?? -1) ?? ponNamed(name ?? '')) : null
  const bits = numberIn(row, 'bitsPerSecond')
  return {
    ...moduleIn(pon === null ? {} : (modules.get(pon) ?? {})),
    index,
    name: name ?? `port ${index ?? '?'}`,
    alias: textIn(row, 'alias'),
    kind,
    pon,
    admin: textIn(row, 'admin'),
    oper: textIn(row, 'oper'),
    speedMbps: numberIn(row, 'megabitsPerSecond') ?? (bits === null ? null : bits / 1e6),
  }
}

const ofPonRow = (row: Reading): OltInterface => ({
  ...moduleIn(row),
  index: null,
  name: textIn(row, 'name') ?? textIn(row, 'pon') ?? '?',
  alias: null,
  kind: 'pon',
  pon: textIn(row, 'pon'),
  admin: row['admin'] === 'enable' ? 'up' : row['admin'] === 'disable' ? 'down' : null,
  oper: null,
  speedMbps: null,
})

const moduleIn = (row: Reading): Pick<OltInterface, 'txDbm' | 'rxDbm' | 'temperatureC' | 'voltageV' | 'biasMa'> => ({
  txDbm: numberIn(row, 'txDbm'),
  rxDbm: numberIn(row, 'rxDbm'),
  temperatureC: numberIn(row, 'temperatureC'),
  voltageV: numberIn(row, 'voltageV'),
  biasMa: numberIn(row, 'biasMa'),
})
