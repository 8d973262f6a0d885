import type { SnmpSession } from '../../transport/index.ts'
import type { OltProfile } from '../drivers/profile.ts'
import type { Reading } from '../parse/reading.ts'
import type { Asking } from '../session/session.ts'
import type { SnmpReadings } from '../snmp/read-walk.ts'
import { ofWhole } from '../snmp/standard.ts'
import { numberIn, textIn } from './observation.ts'
import { ofOutcome } from './outcome.ts'
import type { Outcome, ReadOptions } from './outcome.ts'
import { stepsOf } from './plan.ts'
import { readSteps } from './read-steps.ts'
import { walkTables } from './walk-tables.ts'

/** What the OLT says of itself. Null is "not said". */
export interface OltSystem {
  readonly description: string | null
  readonly objectId: string | null
  readonly name: string | null
  readonly model: string | null
  readonly firmware: string | null
  readonly hardware: string | null
  readonly serial: string | null
  readonly uptimeSeconds: number | null
  readonly cpuPercent: number | null
  readonly memoryPercent: number | null
  readonly temperatureC: number | null
}

/** The standard ones (RFC 3418). */
const STANDARD = { description: '1.3.6.1.2.1.1.1.0', objectId: '1.3.6.1.2.1.1.2.0', upTime: '1.3.6.1.2.1.1.3.0', name: '1.3.6.1.2.1.1.5.0' } as const
const TICKS_PER_SECOND = 100

/** By SNMP: the standard values, and the family's own. */
export async function readSystemBySnmp(profile: OltProfile, session: SnmpSession, { clock, deadlineMs }: ReadOptions): Promise<Outcome<OltSystem>> {
  const began = performance.now()
  const at = clock.now()
  const standard = new Map((await session.get(Object.values(STANDARD))).map(({ oid, value }) => [oid, value]))
  const said = (oid: string): string | null => {
    const value = standard.get(oid)
    const text = value === undefined ? '' : String(value).replace(/\0+$/, '').trim()
    return text === '' ? null : text
  }
  const tables = (profile.snmp?.tables ?? []).filter(({ of }) => of === 'system' || of === 'part')
  const options = { maxRepetitions: profile.snmp?.maxRepetitions ?? 1, pons: null, deadline: AbortSignal.timeout(deadlineMs) }
  const own = await walkTables(session, tables, () => true, options)
  const description = said(STANDARD.description)
  const ticks = standard.get(STANDARD.upTime)
  const system = systemBySnmp(profile, own.readings.readings, {
    description,
    objectId: said(STANDARD.objectId),
    name: said(STANDARD.name),
    uptimeSeconds: typeof ticks === 'number' ? Math.floor(ticks / TICKS_PER_SECOND) : null,
  })
  const complete = description !== null && own.columns.every(({ isWhole }) => isWhole)
  const doubts = description === null ? ['it does not say what it is'] : []
  return { source: 'snmp', at, ms: performance.now() - began, complete, rows: [system], problems: [...own.problems, ...doubts] }
}

/** What the standard values and the family's own tables say, made one. Pure. */
export function systemBySnmp(
  { models }: OltProfile,
  { system, parts }: Pick<SnmpReadings, 'system' | 'parts'>,
  standard: Pick<OltSystem, 'description' | 'objectId' | 'name' | 'uptimeSeconds'>,
): OltSystem {
  const description = standard.description ?? ''
  return systemOf([system, ...ofWhole(parts)], {
    ...standard,
    model: description.split(/\s+/).find((word) => models.test(word)) ?? null,
    firmware: withoutOpenEnd(/\b(?:version|software)\s*:?\s*(v?\d[\w.()-]*)/i.exec(description)?.[1] ?? null),
  })
}

/** Of `(version 9.0.0-345)` the bracket is not the version's. */
const withoutOpenEnd = (text: string | null): string | null =>
  text === null ? null : (text.includes('(') ? text : text.replace(/\)+$/, '')).replace(/\.+$/, '')

export async function readSystemByCli(profile: OltProfile, session: Asking, options: ReadOptions): Promise<Outcome<OltSystem>> {
  const told = await readSteps(profile, session, stepsOf(profile, 'system'), options)
  return ofOutcome(told, told.rows.length === 0 ? [] : [systemOf(told.rows, {})])
}

/** What stands in no row is as it is known otherwise. Of several boards the busiest and the hottest count. */
function systemOf(rows: readonly Reading[], known: Partial<OltSystem>): OltSystem {
  const text = (name: string): string | null => rows.map((row) => textIn(row, name)).find((value) => value !== null) ?? null
  const most = (name: string): number | null => {
    const values = rows.flatMap((row) => numberIn(row, name) ?? [])
    return values.length === 0 ? null : Math.max(...values)
  }
  return {
    description: known.description ?? null,
    objectId: known.objectId ?? null,
    name: known.name ?? null,
    model: text('model') ?? known.model ?? null,
    firmware: text('firmware') ?? known.firmware ?? null,
    hardware: text('hardware') ?? known.hardware ?? null,
    serial: text('oltSerial') ?? known.serial ?? null,
    uptimeSeconds: known.uptimeSeconds ?? most('upSeconds') ?? rows.map(secondsIn).find((seconds) => seconds !== null) ?? null,
    cpuPercent: most('cpuPercent'),
    memoryPercent: most('memoryPercent'),
    temperatureC: most('temperatureC'),
  }
}

/** `day`, `hour`, `minute`, `second`, as some say how long they are up. */
function secondsIn(row: Reading): number | null {
  const [day, hour, minute, second] = ['day', 'hour', 'minute', 'second'].map((name) => numberIn(row, name))
  return typeof day === 'number' && typeof hour === 'number' && typeof minute === 'number' && typeof second === 'number'
    ? ((day * 24 + hour) * 60 + minute) * 60 + second
    : null
}
