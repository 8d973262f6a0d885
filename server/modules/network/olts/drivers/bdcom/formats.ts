import {
  as,
  cause,
  light,
  lightField,
  mac,
  measure,
  measureField,
  moment,
  other,
  place,
  serial,
  SHAPE,
  state,
  text,
  touching,
  whole,
} from '../../parse/columns.ts'
import type { PageFormat } from '../../parse/fields.ts'
import type { SentenceFormat } from '../../parse/lines.ts'
import type { Reading } from '../../parse/reading.ts'
import type { Column, TableFormat } from '../../parse/table.ts'
import { integerOf, numberOf, rxDbmOf, secondsOf, stateOf } from '../../parse/values.ts'
import { onuOf, PORT_SHAPE, portOf } from '../places.ts'

const NONE = 'N/A|-+'
const EPON_ROW = /^\s*EPON ?\d{1,2}\/\d{1,2}:\d/i
const GPON_ROW = /^\s*GPON ?\d{1,2}\/\d{1,2}:\d/i
const EPON_ONU = 'EPON ?\\d{1,2}/\\d{1,2}:\\d{1,3}'
const GPON_ONU = 'GPON ?\\d{1,2}/\\d{1,2}:\\d{1,3}'
const eponOnu = place('onu', /intfname/i, EPON_ONU, onuOf)
const gponOnu = place('onu', /intfname|^\s*interface\b/i, GPON_ONU, onuOf)
/** It is in the list of those that are up. */
const gponUp = place('onu', /intfname/i, GPON_ONU, (cell) => ({ ...onuOf(cell), state: 'online', online: true }))

const EPON_STATUS = 'auto-?configured|auto-?configuring|authenticated|deregistered|registered|lost|standby|unknown'
const statusOf = (cell: string): Reading => {
  const { phase = null, ...read } = stateOf(cell)
  return { ...read, status: phase }
}
const status = (shape: string): Column => ({ ...state(/\bstatus\b/i, shape), name: 'status', read: statusOf })
const alive = place('alive', /alive\s?time|absent\s?time/i, '\\d{1,5}d?[\\s.:]{1,12}\\d{1,2}:\\d{2}:\\d{2}|N/A|-+', (cell) => ({
  ...as('alive')(cell),
  aliveSeconds: secondsOf(cell),
}))

/** `Interface EPON0/8 has bound 1 active ONUs:`, once for each PON. */
const total = (line: string): Reading | null => {
  const found = /^\s*Interface\s+\S{1,20}\s+has\s+(?:registered|bound)\s+(\d{1,4})\s+(?:[a-z]+\s+)?ONUs?/i.exec(line)
  return found === null ? null : { part: Number(found[1]) }
}

/** 80 columns wide: rows go on in the next line, and cells that are full touch the next one (`EPON0/13:10xPON`, `auto-configuringN/A`). */
export const eponInformation: TableFormat = {
  columns: [
    eponOnu,
    touching(text('vendor', /vendorid/i)),
    text('model', /modelid/i),
    touching(mac(/mac address/i)),
    touching(text('description', /description/i, { shape: '\\S.{0,80}?' })),
    touching(text('bind', /bindtype/i, { shape: 'static|dynamic', isOpen: false })),
    touching(cause(/dereg reason/i, `${NONE}|[a-z]+(?:[- ][a-z]+){0,3}`)),
    status(EPON_STATUS),
  ],
  layouts: [
    ['onu', 'vendor', 'model', 'mac', 'description', 'bind', 'status', 'cause'],
    ['onu', 'vendor', 'model', 'mac', 'bind', 'status', 'cause'],
    // An ONU that never came says neither its maker nor its model.
    ['onu', 'mac', 'description', 'bind', 'status', 'cause'],
    ['onu', 'mac', 'bind', 'status', 'cause'],
  ],
  key: EPON_ROW,
  wraps: true,
  total,
}

export const eponActive: TableFormat = {
  columns: [
    eponOnu,
    touching(mac(/mac address/i)),
    touching(other('oam', /oam status/i)),
    status(EPON_STATUS),
    whole('distanceM', /distance(?:\(m\))?/i),
    whole('rtt', /rtt(?:\(tq\))?/i),
    moment('lastUpAt', /lastregtime/i),
    moment('lastDownAt', /lastderegtime/i),
    cause(/lastderegreason/i, `${NONE}|[a-z]+(?:-[a-z]+){0,3}`),
    alive,
  ],
  layouts: [
    ['onu', 'mac', 'status', 'oam', 'distanceM', 'rtt', 'lastUpAt', 'lastDownAt', 'cause', 'alive?'],
    ['onu', 'mac', 'status', 'oam', 'distanceM', 'rtt', 'lastUpAt'],
  ],
  key: EPON_ROW,
  wraps: true,
  total,
}

export const eponInactive: TableFormat = {
  columns: [
    eponOnu,
    touching(mac(/mac address/i)),
    status(EPON_STATUS),
    moment('lastUpAt', /lastregtime/i),
    moment('lastDownAt', /lastderegtime/i),
    cause(/lastderegreason/i, `${NONE}|[a-z]+(?:-[a-z]+){0,3}`),
    alive,
  ],
  layouts: [['onu', 'mac', 'status', 'lastUpAt', 'lastDownAt', 'cause', 'alive?']],
  key: EPON_ROW,
  wraps: true,
  total,
}

/** What of each ONU arrives at the OLT. */
export const eponOltRx: TableFormat = {
  columns: [place('onu', /interface|intfname/i, EPON_ONU, onuOf), place('oltRxDbm', /rx ?power/i, SHAPE.measure, (cell) => ({ oltRxDbm: rxDbmOf(cell) }))],
  layouts: [['onu', 'oltRxDbm']],
  key: EPON_ROW,
}

export const eponOptics: PageFormat = {
  fields: [
    measureField('temperatureC', /^operating temperature\(degree\)$/i),
    measureField('voltageV', /^supply voltage\(v\)$/i),
    measureField('biasMa', /^bias current\(ma\)$/i),
    lightField('txDbm', /^transmitted power\(dbm\)$/i),
    lightField('rxDbm', /^received power\(dbm\)$/i),
  ],
}

export const macTable: TableFormat = {
  columns: [
    place('vlan', /\bvlan\b/i, '\\d{1,4}|all', as('vlan', integerOf)),
    mac(/mac addr(?:ess)?/i),
    text('type', /\btype\b/i),
    place('port', /\bports?\b/i, PORT_SHAPE, portOf),
  ],
  layouts: [['vlan', 'mac', 'type', 'port']],
  key: /^\s*(?:\d{1,4}|All)\s+[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]/i,
  total: (line) => {
    const found = /Mac Address Table\s*\(Total\s+(\d{1,6})\)/i.exec(line)
    return found === null ? null : { count: Number(found[1]) }
  },
}

export const gponInformation: TableFormat = {
  columns: [
    gponOnu,
    touching(text('vendor', /vendorid/i)),
    text('model', /modelid/i),
    touching(serial(/\bsn\b/i)),
    touching(text('loid', /\bloid\b|description/i, { shape: '\\S.{0,60}?' })),
    text('configState', /config status/i),
    status('active|inactive|off-?line|online|disabled?|[a-z][a-z-]{2,20}'),
    moment('lastUpAt', /active time|config time/i),
  ],
  layouts: [
    ['onu', 'vendor', 'model', 'serial', 'loid', 'status', 'configState', 'lastUpAt'],
    ['onu', 'vendor', 'model', 'serial', 'loid', 'status', 'configState'],
    ['onu', 'vendor', 'model', 'serial', 'loid', 'status'],
  ],
  key: GPON_ROW,
  wraps: true,
  total,
}

export const gponActive: TableFormat = {
  columns: [
    gponUp,
    touching(serial(/\bsn\b/i)),
    text('loid', /\bloid\b/i),
    moment('lastUpAt', /active time/i),
    alive,
    place('distanceM', /distance/i, SHAPE.measure, as('distanceM', numberOf)),
  ],
  layouts: [['onu', 'serial', 'loid', 'lastUpAt', 'alive', 'distanceM']],
  key: GPON_ROW,
  wraps: true,
  total,
}

export const gponOptics: TableFormat = {
  columns: [
    gponOnu,
    measure('temperatureC', /temperature(?:\(degree\))?/i),
    measure('voltageV', /voltage(?:\(v\))?/i),
    measure('biasMa', /current(?:\(ma\))?/i),
    light('rxDbm', /rxpower(?:\(dbm\))?/i),
    light('txDbm', /txpower(?:\(dbm\))?/i),
  ],
  layouts: [['onu', 'temperatureC', 'voltageV', 'biasMa', 'rxDbm', 'txDbm']],
  key: GPON_ROW,
}

export const gponPort: SentenceFormat = {
  sentences: [
    {
      pattern: /^\s*(GPON\d{1,2}\/\d{1,2}:\d{1,3})\s+uni-port\s+(\d{1,2})\s+(up|down)\s*$/i,
      read: ([, where = '', number, link = '']) => ({ ...onuOf(where), port: Number(number), link: link.toLowerCase() }),
    },
    { pattern: /^\s*([\d/]{2,20} BASE-\w{1,4}\([^)]{1,40}\))\s*$/i, read: ([, speed]) => ({ speed: speed ?? null }), isMore: true },
  ],
}
