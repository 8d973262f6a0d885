import { admin, as, cause, field, light, lightField, mac, measure, measureField, place, serial, SHAPE, state, text, whole } from '../../parse/columns.ts'
import type { PageFormat } from '../../parse/fields.ts'
import type { Read } from '../../parse/first-of.ts'
import { readPage } from '../../parse/fields.ts'
import type { Reading } from '../../parse/reading.ts'
import type { TableFormat } from '../../parse/table.ts'
import { dbmOf, integerOf, macOf } from '../../parse/values.ts'

/** Frame and slot, port, ONT in three columns, read as one. */
const onu = place('onu', /f\/s\s+p\s+ont/i, '\\d{1,2}/\\d{1,2}\\s+\\d{1,2}\\s+\\d{1,3}', (cell) => {
  const [slot = '', port = '', id = ''] = cell.split(/\s+/)
  return { pon: `${slot}/${port}`, onuId: Number(id) }
})
const ONU_ROW = /^\s*\d{1,2}\/\d{1,2}\s+\d{1,2}\s+\d/
const FLAG = 'active|deactive|deactivated|inactive|enable|disable'

/** ` Total: 31,  online: 31,  deactive: 0,  success: 31 , failed: 0` */
const total = (line: string): Reading | null => {
  const found = /^\s*Total\s*:\s*(\d{1,6})\b(?:.*?\bonline\s*:\s*(\d{1,6}))?/i.exec(line)
  if (found === null) return null
  return found[2] === undefined ? { count: Number(found[1]) } : { count: Number(found[1]), working: Number(found[2]) }
}
/** `--`, 0 and 65535 are what these print when they measured nothing. */
const tx = place('txDbm', /tx power/i, SHAPE.measure, (cell) => ({ txDbm: dbmOf(cell) === 0 ? null : dbmOf(cell) }))

export const gponInfo: TableFormat = {
  columns: [
    onu,
    serial(/\bsn\b/i),
    admin(/control/i, FLAG),
    state(/\brun\b/i),
    text('configState', /config/i),
    text('matchState', /match/i),
    cause(/\blast\b/i),
    text('description', /\bdesc/i, { shape: SHAPE.rest }),
  ],
  layouts: [['onu', 'serial', 'admin', 'state', 'configState', 'matchState', 'cause', 'description?']],
  key: ONU_ROW,
  rulers: 3,
  total,
}

export const eponInfo: TableFormat = {
  columns: [
    onu,
    mac(/\bmac\b/i),
    admin(/control/i, FLAG),
    state(/\brun\b/i),
    text('configState', /config/i),
    text('matchState', /match/i),
    text('description', /\bdesc/i, { shape: SHAPE.rest }),
  ],
  layouts: [['onu', 'mac', 'admin', 'state', 'configState', 'matchState', 'description?']],
  key: ONU_ROW,
  rulers: 3,
  total,
}

export const opticsTable: TableFormat = {
  columns: [
    light('oltRxDbm', /olt rx(?: ont)?/i),
    place('onuId', /^\s*ont\b/i, '\\d{1,3}', as('onuId', integerOf)),
    light('rxDbm', /rx power/i),
    tx,
    measure('temperatureC', /temperature/i),
    measure('voltageV', /voltage/i),
    measure('biasMa', /current/i),
  ],
  layouts: [
    ['onuId', 'rxDbm', 'txDbm', 'oltRxDbm', 'temperatureC', 'voltageV', 'biasMa'],
    ['onuId', 'rxDbm', 'txDbm', 'temperatureC', 'voltageV', 'biasMa'],
  ],
  key: /^\s*\d{1,3}\s+[-\d]/,
  rulers: 3,
}

const opticsPage: PageFormat = {
  fields: [
    field(/^frame\/slot$/i, as('slot')),
    field(/^port$/i, as('port')),
    field(/^ont-?id$/i, as('onuId', integerOf)),
    field(/^ont-mac$/i, as('mac', macOf)),
    measureField('voltageV', /^voltage\(v\)$/i),
    lightField('txDbm', /^tx optical power\(dbm\)$/i),
    lightField('rxDbm', /^rx optical power\(dbm\)$/i),
    lightField('oltRxDbm', /^olt rx (?:ont )?optical power\(dbm\)$/i),
    measureField('biasMa', /^laser bias current\(ma\)$/i),
    measureField('temperatureC', /^temperature\(c\)$/i),
  ],
}

/** One ONT: frame, slot and port stand apart. */
export const optics: Read = (answer) => {
  const found = readPage(opticsPage, answer)
  if (found.kind === 'unrecognised') return found
  return {
    ...found,
    rows: found.rows.map(({ slot = null, port = null, ...row }) => ({
      pon: slot === null || port === null ? null : `${String(slot)}/${String(port)}`,
      ...row,
    })),
  }
}

export const macTable: TableFormat = {
  columns: [
    mac(/\bmac\b(?!-)/i),
    whole('vlan', /\bvlan\b/i),
    place('pon', /\bport\b/i, '(?:[eg]?pon)?\\d{1,2}/\\d{1,2}/\\d{1,2}', (cell) => ({ pon: cell.replace(/^[a-z]+/i, '') })),
    place('onuId', /ont-?id/i, '\\d{1,3}|-+', as('onuId', integerOf)),
    text('type', /mac-?type/i),
  ],
  layouts: [['mac', 'vlan', 'pon', 'onuId', 'type']],
  key: /^\s*[0-9a-f]{2}(?::[0-9a-f]{2}){5}/i,
  rulers: 4,
  total,
}
