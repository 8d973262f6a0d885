import { serialOf } from '../parse/values.ts'
import { asLight, asNumber, asText, enterprise, serialText } from './family.ts'
import type { SnmpFamily, SnmpTable } from './family.ts'
import { byPart, scalar } from './standard.ts'

/** slot·2^25 + pon·2^19 + onu·2^8. */
const byOnu: SnmpTable['index'] = ([number = 0, ...more]) => {
  const slot = number >> 25
  if (more.length > 0 || slot < 1) return null
  const pon = `${slot}/${(number >> 19) & 0x3f}`
  const onuId = (number >> 8) & 0x7ff
  return onuId === 0 ? null : { key: `${pon}:${onuId}`, says: { pon, onuId } }
}
const rowOf = (pon: string, onuId: number): string | null => {
  const [, slot, port] = /^(\d{1,2})\/(\d{1,2})$/.exec(pon) ?? []
  return slot === undefined ? null : String(Number(slot) * 2 ** 25 + Number(port) * 2 ** 19 + onuId * 2 ** 8)
}
/** 0 is what it says when it measured nothing. */
const hundredth = { scale: 0.01, nothing: [0, 2_147_483_647] }

/** In hundredths; an idle board has 0. */
const percent = { scale: 0.01 }

/** What its status numbers mean stands in no source at hand: they are kept, and say nothing of being online. */
export const fiberhomeSnmp: SnmpFamily = {
  maxRepetitions: 20,
  verified: 'itself and its main boards with records of AN5516-01, AN5516-04 and AN5516-06; the tables of ONUs by notes only',
  tables: [
    {
      of: 'onu',
      root: enterprise('5875.800.3.10.1.1'),
      index: byOnu,
      rowOf,
      // The status is read in a whole poll and told as it is; a poll of who is there is for the command line.
      tells: { inventory: [5, 10] },
      columns: { 5: asNumber('typeNumber'), 10: (value) => serialOf(serialText(value)), 11: asText('phase') },
      isList: true,
    },
    {
      of: 'onu',
      root: enterprise('5875.800.3.9.3.3.1'),
      index: byOnu,
      rowOf,
      tells: { optics: [6, 7, 8, 9, 10] },
      columns: {
        6: asLight('rxDbm', hundredth),
        7: asLight('txDbm', hundredth),
        8: asNumber('voltageV', hundredth),
        9: asNumber('biasMa', hundredth),
        10: asNumber('temperatureC', hundredth),
      },
    },
    {
      of: 'system',
      root: enterprise('5875.800.3.9.4'),
      index: scalar,
      columns: { 3: asText('firmware'), 4: asText('hardware'), 5: asNumber('temperatureC') },
    },
    // The main boards, by slot.
    {
      of: 'part',
      root: enterprise('5875.800.3.9.8.1.1'),
      index: byPart,
      columns: { 2: asText('hardware'), 3: asText('firmware'), 5: asNumber('cpuPercent', percent), 6: asNumber('memoryPercent', percent) },
    },
  ],
}
