import type { Reading } from '../parse/reading.ts'
import { causeOf, dbmOf, macOf, numberOf, rxDbmOf, serialOf, stateOf } from '../parse/values.ts'
import { asNumber, asText, asWord, asWords, enterprise, serialText } from './family.ts'
import type { SnmpFamily, SnmpTable } from './family.ts'
import { scalar } from './standard.ts'

const byPonAndOnu: SnmpTable['index'] = (parts) =>
  parts.length === 2 ? { key: parts.join('.'), says: { pon: `0/${parts[0]}`, onuId: parts[1] ?? null } } : null
const rowOf = (pon: string, onuId: number): string | null => (portOf(pon) === null ? null : `${portOf(pon)}.${onuId}`)
const portOf = (pon: string): number | null => (/^0\/\d{1,3}$/.test(pon) ? Number(pon.slice(2)) : null)

const modulesOf = (kind: string): SnmpTable => ({
  of: 'pon',
  root: enterprise('37950.1.1.5.10.13.1.1'),
  index: (parts) => (parts.length === 1 ? { key: parts.join('.'), says: { pon: `0/${parts[0]}`, name: `${kind}0/${parts[0]}` } } : null),
  columns: { 2: asText('temperatureC', numberOf), 3: asText('voltageV', numberOf), 4: asText('biasMa', numberOf), 5: asText('txDbm', dbmOf) },
})

const system: readonly SnmpTable[] = [
  { of: 'system', root: enterprise('37950.1.1.5.10.12'), index: scalar, columns: { 3: asNumber('cpuPercent'), 4: asNumber('memoryPercent') } },
  {
    of: 'system',
    root: enterprise('37950.1.1.5.10.12.5'),
    index: scalar,
    columns: { 4: asText('firmware'), 5: asText('hardware'), 9: asNumber('temperatureC'), 11: asText('oltSerial') },
  },
]

/** Light is written as text, and of `0.03 mW (-14.61 dBm)` it is the number in brackets. */
const optics = (root: string): SnmpTable => ({
  of: 'onu',
  root: enterprise(root),
  index: byPonAndOnu,
  prefixOf: portOf,
  rowOf,
  tells: { optics: [3, 4, 5, 6, 7] },
  columns: {
    3: asText('temperatureC', numberOf),
    4: asText('voltageV', numberOf),
    5: asText('biasMa', numberOf),
    6: asText('txDbm', dbmOf),
    7: asText('rxDbm', rxDbmOf),
  },
})

const GPON_PHASES = { 0: 'logging', 1: 'los', 2: 'syncMib', 3: 'working', 4: 'dyingGasp', 5: 'authFail', 6: 'offline', 7: 'deactivated', 8: 'configFail' }

export const vsolGponSnmp: SnmpFamily = {
  maxRepetitions: 20,
  verified: 'phases, optics and system with a record of V1600GS V1.2.0; serial numbers and PON counts by notes only',
  tables: [
    {
      of: 'onu',
      root: enterprise('37950.1.1.6.1.1.1.1'),
      index: byPonAndOnu,
      prefixOf: portOf,
      rowOf,
      tells: { status: [5, 10] },
      columns: { 5: asWord(GPON_PHASES, stateOf), 10: asWords(causeOf) },
      isList: true,
    },
    {
      of: 'onu',
      root: enterprise('37950.1.1.6.1.1.2.1'),
      index: byPonAndOnu,
      prefixOf: portOf,
      rowOf,
      tells: { inventory: [5, 6] },
      columns: { 5: (value) => serialOf(serialText(value)), 6: asText('model') },
    },
    optics('37950.1.1.6.1.1.3.1'),
    {
      of: 'pon',
      root: enterprise('37950.1.1.6.1.1.18.1'),
      index: (parts) => (parts.length === 1 ? { key: parts.join('.'), says: { pon: `0/${parts[0]}` } } : null),
      counts: [2],
      columns: { 2: asNumber('onus'), 3: asNumber('onlineOnus') },
    },
    modulesOf('GPON'),
    ...system,
  ],
}

const DEREGISTERED: Readonly<Record<number, string>> = { 0: 'wire-down', 1: 'power-off' }

export const vsolEponSnmp: SnmpFamily = {
  maxRepetitions: 20,
  verified: 'optics, descriptions, modules and system with a record of V1600D V2.03.74R; state and distance by the MIB only',
  tables: [
    {
      of: 'onu',
      root: enterprise('37950.1.1.5.12.1.25.1'),
      index: byPonAndOnu,
      prefixOf: portOf,
      rowOf,
      tells: { status: [4, 15], optics: [17], inventory: [5, 9] },
      columns: {
        4: asWord({ 0: 'offline', 1: 'online' }, stateOf),
        5: asText('mac', macOf),
        9: asText('description'),
        12: asNumber('rtt'),
        15: asWord(DEREGISTERED, (word): Reading => causeOf(word)),
        17: asNumber('distanceM'),
        18: asText('lastUpAt'),
        19: asText('lastDownAt'),
        20: asText('alive'),
      },
      isList: true,
    },
    optics('37950.1.1.5.12.2.1.8.1'),
    modulesOf('EPON'),
    ...system,
  ],
}
