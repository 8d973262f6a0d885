import type { OltProfile } from './drivers/profile.ts'
import type { Reading } from './parse/reading.ts'
import { interfacesBySnmp } from './poll/read-interfaces.ts'
import type { OltInterface } from './poll/read-interfaces.ts'
import { systemBySnmp } from './poll/read-system.ts'
import type { SnmpFamily, Varbind } from './snmp/family.ts'
import { interfaceTables } from './snmp/interfaces.ts'
import { readWalk } from './snmp/read-walk.ts'
import { standardSystem } from './snmp/standard.ts'

/** A recorded walk, read as a poll would have read it. */
export interface RecordReadings {
  readonly onus: readonly Reading[]
  readonly pons: readonly Reading[]
  readonly unregistered: readonly Reading[]
  readonly interfaces: readonly OltInterface[]
  readonly system: Reading
}

const NOTHING: SnmpFamily = { tables: [], maxRepetitions: 1, verified: null }

/** What a family's own tables and the standard ones tell in a record. Pure and total. */
export function readRecord(profile: OltProfile, varbinds: readonly Varbind[]): RecordReadings {
  const family = profile.snmp ?? NOTHING
  const { onus, pons, unregistered, interfaces, parts, system } = readWalk({ ...family, tables: [...family.tables, ...interfaceTables] }, varbinds)
  const standard = readWalk({ ...NOTHING, tables: [standardSystem] }, varbinds).system
  const text = (name: string): string | null => (typeof standard[name] === 'string' ? standard[name] : null)
  const seconds = standard['uptimeSeconds']
  const told = systemBySnmp(
    profile,
    { system, parts },
    {
      description: text('description'),
      objectId: text('objectId'),
      name: text('name'),
      uptimeSeconds: typeof seconds === 'number' ? seconds : null,
    },
  )
  const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null))
  return { onus, pons, unregistered, interfaces: interfacesBySnmp(profile, { interfaces, pons }), system: { ...said, ...system } }
}
