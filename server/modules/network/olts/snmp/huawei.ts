import { causeOf, serialOf, stateOf } from '../parse/values.ts'
import { asLight, asNumber, asText, asWord, enterprise, serialText } from './family.ts'
import type { SnmpFamily, SnmpTable } from './family.ts'

/** 125<<25 | frame<<19 | slot<<13 | port<<8; above 2^31, so no bit operations on it. */
export function huaweiPon(ifIndex: number): string | null {
  const inside = ifIndex - 125 * 2 ** 25
  if (inside < 0 || inside >= 2 ** 25) return null
  return `${inside >> 19}/${(inside >> 13) & 0x3f}/${(inside >> 8) & 0x1f}`
}

/** The other way round. */
function huaweiIfIndex(pon: string): number | null {
  const parts = pon.split('/').map(Number)
  const [frame = 0, slot = 0, port = 0] = parts
  return parts.length === 3 && parts.every(Number.isInteger) ? 125 * 2 ** 25 + (frame << 19) + (slot << 13) + (port << 8) : null
}

const rowOf = (pon: string, onuId: number): string | null => {
  const ifIndex = huaweiIfIndex(pon)
  return ifIndex === null ? null : `${ifIndex}.${onuId}`
}

const byPort: SnmpTable['index'] = ([ifIndex = -1, ...more]) => {
  const pon = more.length === 0 ? huaweiPon(ifIndex) : null
  return pon === null ? null : { key: pon, says: { pon } }
}
const byOnt: SnmpTable['index'] = ([ifIndex = -1, ont, ...more]) => {
  const pon = more.length === 0 ? huaweiPon(ifIndex) : null
  return pon === null || ont === undefined ? null : { key: `${pon}:${ont}`, says: { pon, onuId: ont } }
}

const CAUSES = {
  1: 'LOS',
  2: 'LOSi',
  3: 'LOFi',
  4: 'SFi',
  5: 'LOAi',
  6: 'LOAMi',
  7: 'deactivated',
  8: 'deactivated',
  9: 'reset',
  10: 're-register',
  13: 'dying-gasp',
  15: 'LOKi',
}

export const huaweiSnmp: SnmpFamily = {
  maxRepetitions: 20,
  ponOf: huaweiPon,
  verified: 'modules and counts of PONs with a record of a SmartAX; the tables of ONTs by the MIB only',
  tables: [
    {
      of: 'onu',
      root: enterprise('2011.6.128.1.1.2.43.1'),
      index: byOnt,
      prefixOf: huaweiIfIndex,
      rowOf,
      tells: { inventory: [3, 9] },
      columns: { 3: (value) => serialOf(serialText(value)), 9: asText('description') },
      isList: true,
    },
    {
      of: 'onu',
      root: enterprise('2011.6.128.1.1.2.46.1'),
      index: byOnt,
      prefixOf: huaweiIfIndex,
      rowOf,
      tells: { status: [15, 24], optics: [20] },
      columns: { 15: asWord({ 1: 'online', 2: 'offline' }, stateOf), 20: asNumber('distanceM', { nothing: [-1, 2_147_483_647] }), 24: asWord(CAUSES, causeOf) },
      isList: true,
    },
    {
      of: 'onu',
      root: enterprise('2011.6.128.1.1.2.51.1'),
      index: byOnt,
      prefixOf: huaweiIfIndex,
      rowOf,
      tells: { optics: [1, 2, 3, 4, 5, 6] },
      columns: {
        1: asNumber('temperatureC'),
        2: asNumber('biasMa'),
        3: asLight('txDbm', { scale: 0.01 }),
        4: asLight('rxDbm', { scale: 0.01 }),
        5: asNumber('voltageV', { scale: 0.001 }),
        6: asLight('oltRxDbm', { scale: 0.01, offset: -100 }),
      },
    },
    {
      of: 'unregistered',
      root: enterprise('2011.6.128.1.1.2.48.1'),
      index: byOnt,
      prefixOf: huaweiIfIndex,
      columns: { 2: (value) => serialOf(serialText(value)) },
    },
    { of: 'pon', root: enterprise('2011.6.128.1.1.2.21.1'), index: byPort, counts: [16], columns: { 16: asNumber('onus') } },
    {
      of: 'pon',
      root: enterprise('2011.6.128.1.1.2.23.1'),
      index: byPort,
      columns: { 1: asNumber('temperatureC'), 2: asNumber('voltageV', { scale: 0.01 }), 3: asNumber('biasMa'), 4: asLight('txDbm', { scale: 0.01 }) },
    },
  ],
}
