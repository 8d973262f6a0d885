import { stateOf } from '../parse/values.ts'
import { asWord, enterprise } from './family.ts'
import type { SnmpFamily } from './family.ts'

/** Slot, PON, ONT. How its light is scaled stands in no source at hand, so it is not asked for. */
export const gcomSnmp: SnmpFamily = {
  maxRepetitions: 20,
  verified: null,
  tables: [
    {
      of: 'onu',
      root: enterprise('13464.1.14.2.4.1.1.1'),
      index: ([slot, pon, onuId, ...more]) =>
        slot === undefined || pon === undefined || onuId === undefined || more.length > 0
          ? null
          : { key: `${slot}/${pon}:${onuId}`, says: { pon: `${slot}/${pon}`, onuId } },
      rowOf: (pon, onuId) => (/^\d{1,2}\/\d{1,3}$/.test(pon) ? `${pon.replace('/', '.')}.${onuId}` : null),
      tells: { status: [6] },
      columns: { 6: asWord({ 0: 'offline', 1: 'online' }, stateOf) },
      isList: true,
    },
  ],
}
