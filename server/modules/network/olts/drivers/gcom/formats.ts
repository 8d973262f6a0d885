import { field, mac, measure, measureField, other, place, serial, SHAPE, state, text, whole } from '../../parse/columns.ts'
import type { PageFormat } from '../../parse/fields.ts'
import type { SentenceFormat } from '../../parse/lines.ts'
import type { Reading } from '../../parse/reading.ts'
import type { Column, TableFormat } from '../../parse/table.ts'
import { dbmOf, rxDbmOf, serialOf } from '../../parse/values.ts'

/** Slot, PON and ONT in one: `0/4/2`. */
const onu = place('onu', /\bont(?:-?id)?\b/i, '\\d{1,2}/\\d{1,3}/\\d{1,3}', (cell) => {
  const [slot = '', pon = '', id = ''] = cell.split('/')
  return { pon: `${slot}/${pon}`, onuId: Number(id) }
})

const VALUE = '(?:[-+]?\\d{1,6}(?:\\.\\d{1,6})?|N/A|-+)'
/** What one end measures, and in brackets what the other end of the same direction does; it may touch the cell before it. */
const pair = (name: string, label: RegExp, read: (first: string, second: string) => Reading): Column => ({
  ...place(name, label, `(?<=[\\s)]|\\d(?=-))(?:${VALUE}\\s?\\(\\s?${VALUE}\\s?\\)|N/A|-+)`, (cell) => {
    const [, first = '', second = ''] = /^([^(]*)(?:\(([^)]*)\))?$/.exec(cell) ?? []
    return read(first.trim(), second.trim())
  }),
  touches: true,
})

/** `Total entries: 20.` */
const total = (line: string): Reading | null => {
  const found = /^\s*Total\s+entries\s*:\s*(\d{1,6})\s*\.?\s*$/i.exec(line)
  return found === null ? null : { count: Number(found[1]) }
}

/** Which ONTs there are, and whether they are up. */
export const list: TableFormat = {
  columns: [
    onu,
    serial(/\bsn\b/i),
    text('model', /device-?\s?type/i),
    text('alive', /up\/down-?\s?time/i, { shape: '\\d{1,5}d\\d{1,2}h\\d{1,2}m|-+|N/A' }),
    state(/\bstatus\b/i),
    other('protection', /\bw\/s\b/i),
  ],
  layouts: [['onu', 'serial', 'model', 'alive', 'state', 'protection?']],
  key: /^\s*\d{1,2}\/\d{1,3}\/\d{1,3}\s/,
  total,
}

/** Light of the ONTs of a PON: `-19.102(7.729)` is what arrives at the ONT, and what the OLT sends to it. */
export const opticsTable: TableFormat = {
  columns: [
    onu,
    measure('voltageV', /voltage(?:\(v\))?/i),
    pair('rx', /rx-?\s?power\s?(?:\(olt[- ]tx\))?(?:\(dbm\))?/i, (rx, oltTx) => ({ rxDbm: rxDbmOf(rx), oltTxDbm: dbmOf(oltTx) })),
    pair('tx', /tx-?\s?power\s?(?:\(olt[- ]rx\))?(?:\(dbm\))?/i, (tx, oltRx) => ({ txDbm: dbmOf(tx), oltRxDbm: rxDbmOf(oltRx) })),
    { ...measure('biasMa', /bias(?:[- ]current)?(?:\(ma\))?/i), touches: true, shape: `(?<=[\\s)])(?:${SHAPE.measure})` },
    measure('temperatureC', /temperature(?:\(c\))?/i),
  ],
  layouts: [['onu', 'voltageV', 'rx', 'tx', 'biasMa', 'temperatureC?']],
  key: /^\s*\d{1,2}\/\d{1,3}\/\d{1,3}\b/,
  total,
}

/** `-14.080 (OLT TX: 7.616)`: the ONT's own light, and that of the OLT. */
const both =
  (read: (own: string, olt: string) => Reading) =>
  (value: string): Reading => {
    const [, own = '', olt = ''] = /^([^(]*)(?:\(\s*OLT\s+[RT]X\s*:([^)]*)\)?)?/i.exec(value) ?? []
    return read(own.trim(), olt.trim())
  }

/** Light of one ONT. */
export const opticsPage: PageFormat = {
  fields: [
    field(
      /^rx optical power\(dbm\)$/i,
      both((rx, oltTx) => ({ rxDbm: rxDbmOf(rx), oltTxDbm: dbmOf(oltTx) })),
    ),
    field(
      /^tx optical power\(dbm\)$/i,
      both((tx, oltRx) => ({ txDbm: dbmOf(tx), oltRxDbm: rxDbmOf(oltRx) })),
    ),
    measureField('voltageV', /^(?:power feed )?voltage\(v\)$/i),
    measureField('biasMa', /^(?:laser )?bias current\(ma\)$/i),
    measureField('temperatureC', /^temperature\(c\)$/i),
  ],
}

/** Of one that is away nothing was measured; that is an answer, and no failure. */
export const away: SentenceFormat = {
  sentences: [
    {
      pattern: /^\s*(?:Error\s*:\s*)?The required ONT is (offline)\b/i,
      read: () => ({ phase: 'offline', state: 'offline', online: false, rxDbm: null, txDbm: null, oltRxDbm: null, oltTxDbm: null }),
    },
  ],
}

/** Addresses behind ONTs; what the number before the GEM port is stands in no source at hand. */
export const macTable: TableFormat = {
  columns: [
    mac(/mac-?\s?addr(?:ess)?/i),
    whole('vlan', /\bvid\b|\bvlan\b/i),
    onu,
    place('serial', /\bsn\b/i, SHAPE.serial, serialOf),
    text('gem', /\bid\/gem\b|\bgem\b/i, { shape: '\\d{1,5}/\\d{1,5}|-+' }),
  ],
  layouts: [
    ['mac', 'vlan', 'onu', 'serial', 'gem?'],
    ['mac', 'vlan', 'onu', 'gem?'],
  ],
  key: /^\s*(?:[0-9a-f]{2}[:-]){2}|^\s*[0-9a-f]{4}[.:-][0-9a-f]{4}[.:-]/i,
  total,
}
