import {
  admin,
  as,
  field,
  light,
  lightField,
  measure,
  measureField,
  other,
  place,
  serial,
  state,
  text,
  textField,
  whole,
  mac,
  SHAPE,
  touching,
} from '../../parse/columns.ts'
import type { PageFormat } from '../../parse/fields.ts'
import type { SentenceFormat } from '../../parse/lines.ts'
import type { Reading } from '../../parse/reading.ts'
import type { TableFormat } from '../../parse/table.ts'
import { adminOf, integerOf, serialOf, textOf } from '../../parse/values.ts'
import { ONU_SHAPE, onuOf, PORT_SHAPE, portOf } from '../places.ts'

const ENABLED = 'enabled?|disabled?'
const ONU_ROW = /^\s*(?:GPON ?)?\d+(?:\/\d+){1,2}:\d/i
const onu = place('onu', /onu\s?index|onu-?id/i, ONU_SHAPE, onuOf)

/** `pon: 1 total: 57 working: 52`; `ONU Number: 2`, which is no ONU. */
const total = (line: string): Reading | null => {
  const sum = /^\s*pon\s*:\s*\d+\s+total\s*:\s*(\d{1,5})\s+working\s*:\s*(\d{1,5})/i.exec(line)
  if (sum !== null) return { count: Number(sum[1]), working: Number(sum[2]) }
  const number = /^\s*ONU Number\s*:\s*(?:(\d{1,5})\s*\/\s*)?(\d{1,5})\s*$/i.exec(line)
  return number === null ? null : { count: Number(number[2]) }
}

export const onuState: TableFormat = {
  columns: [
    onu,
    touching(admin(/admin\s?state/i, ENABLED)),
    other('omcc', /omcc\s?state/i, ENABLED),
    state(/phase\s?state/i),
    other('config', /config\s?state/i),
    other('channel', /channel/i),
    serial(/serial\s?number|\bsn\b/i),
  ],
  layouts: [
    ['onu', 'admin', 'omcc', 'state', 'serial?'],
    ['onu', 'admin', 'omcc', 'state', 'config', 'channel'],
  ],
  key: ONU_ROW,
  total,
  scope: (line) => (/^\s*PON\s+\d+(?:\/\d+)*\s*$/i.test(line) ? {} : null),
}

export const onuInfo: TableFormat = {
  columns: [
    onu,
    touching(text('model', /\bmodel\b/i)),
    text('profile', /\bprofile\b/i),
    text('authMode', /\bmode\b/i),
    place('serial', /auth\s?info|\bsn\b/i, SHAPE.word, serialOf),
  ],
  layouts: [['onu', 'model', 'profile', 'authMode', 'serial']],
  key: ONU_ROW,
  total,
}

/** `2  -18.15` in the PON's own mode, where the PON is not said; `GPON0/1:2 -18.15` outside of it. */
export const rxPower: TableFormat = {
  columns: [
    place('onu', /^\s*onu(?:[\s_-]?(?:index|id))?\b/i, `${ONU_SHAPE}|\\d{1,4}`, (cell) => (cell.includes(':') ? onuOf(cell) : { onuId: integerOf(cell) })),
    light('oltRxDbm', /olt[_ ]?rx(?:[_ ]?power)?/i),
    light('rxDbm', /(?:onu[_ ]?)?rx(?:[_ ]?power)?/i),
  ],
  layouts: [['onu', 'rxDbm']],
  key: /^\s*(?:(?:GPON ?)?\d+(?:\/\d+){1,2}:)?\d{1,4}\s+\S/i,
  total,
}

export const autoFind: TableFormat = {
  columns: [
    place('onu', /onu\s?index|^\s*index/i, `${ONU_SHAPE}|\\d{1,4}`, (cell) => (cell.includes(':') ? onuOf(cell) : { seq: integerOf(cell) })),
    place('serial', /\bsn\b|serial/i, `(?:sn:\\s?)?(?:${SHAPE.serial})`, serialOf),
    text('model', /equipment\s?id|model/i, { shape: SHAPE.rest }),
    state(/\bstate\b/i),
  ],
  layouts: [['onu', 'serial', 'model?']],
  key: /^\s*(?:(?:GPON ?)?\d+(?:\/\d+){1,2}:)?\d{1,4}\s+(?:sn:)?[a-z0-9]{4}/i,
  total,
  // With nothing waiting, V1.4.8R prints the bare word.
  empty: /^\s*(?:Error:?|.*\bno (?:onu|unconfigured).*)\s*$/i,
}

/** The same of all ONUs of a PON, as some firmware has it. */
export const opticsTable: TableFormat = {
  columns: [
    place('onu', /^\s*onu(?:[\s_-]?(?:index|id))?\b/i, ONU_SHAPE, onuOf),
    light('oltRxDbm', /olt[_ ]?rx(?:[_ ]?power)?(?:\(dbm\))?/i),
    measure('temperatureC', /temp(?:erature)?(?:\(c\))?/i),
    measure('voltageV', /(?:supply )?volt(?:age)?(?:\(v\))?/i),
    measure('biasMa', /(?:tx )?bias(?: current)?(?:\(ma\))?/i),
    light('txDbm', /tx[_ ]?power(?:\(dbm\))?/i),
    light('rxDbm', /rx[_ ]?power(?:\(dbm\))?/i),
  ],
  layouts: [['onu', 'temperatureC', 'voltageV', 'biasMa', 'txDbm', 'rxDbm']],
  key: ONU_ROW,
  total,
}

/** Of one ONU. "Lower rx optical threshold" is no light: labels are compared whole. */
export const onuOptics: PageFormat = {
  fields: [
    lightField('rxDbm', /^rx (?:optical level|power)(?: ?\(ONU\))?$/i),
    lightField('txDbm', /^tx (?:optical level|power)(?: ?\(ONU\))?$/i),
    lightField('oltRxDbm', /^rx (?:optical level|power) ?\(OLT\)$/i),
    measureField('voltageV', /^(?:power feed )?voltage$/i),
    measureField('biasMa', /^(?:laser )?bias current$/i),
    measureField('temperatureC', /^temperature$/i),
  ],
}

export const onuDistance: SentenceFormat = {
  sentences: [
    { pattern: /^\s*onu\s+(\d{1,4})\s+distance\s*:\s*(\d{1,6})\s*m\b/i, read: ([, id, metres]) => ({ onuId: Number(id), distanceM: Number(metres) }) },
  ],
}

export const onuDescription: SentenceFormat = {
  sentences: [
    {
      pattern: /^\s*onu\s+(\d{1,4})\s+desc(?:ription)?\s*:(.*)$/i,
      read: ([, id, said = '']) => ({ onuId: Number(id), description: textOf(said) }),
      isOpen: true,
    },
  ],
}

export const onuDetail: PageFormat = {
  fields: [
    textField('vendor', /^vendor id$/i),
    field(/^sn$/i, serialOf),
    field(/^admin status$/i, adminOf),
    textField('operateState', /^operate status$/i),
    textField('model', /^equipment id$/i),
    textField('hardware', /^version$/i),
    textField('modelCode', /^model$/i),
    measureField('upSeconds', /^sysuptime$/i),
    textField('startedAt', /^startup time$/i),
  ],
  scope: (line) => {
    const found = /^\s*-+\s*onu\s+(\d{1,4})\s+de\w{1,8}-info/i.exec(line)
    return found === null ? null : { onuId: Number(found[1]) }
  },
}

export const ponInfo: PageFormat = { fields: [field(/^pon$/i, adminOf), textField('fec', /^pon fec$/i), textField('txState', /^pon tx status$/i)] }

export const ponOptics: PageFormat = {
  fields: [
    measureField('temperatureC', /^temperature$/i),
    measureField('voltageV', /^voltage$/i),
    measureField('biasMa', /^tx ?bias$/i),
    lightField('txDbm', /^tx ?power$/i),
  ],
}

export const version: PageFormat = {
  fields: [
    textField('model', /^olt device model$/i),
    textField('firmware', /^software version$/i),
    textField('hardware', /^hardware version$/i),
    textField('oltSerial', /^olt serial number$/i),
    textField('builtAt', /^software created time$/i),
  ],
  skip: [/copyright/i],
}

const macPort = place('onu', /\bports?\b/i, PORT_SHAPE, portOf)

export const macTable: TableFormat = {
  columns: [
    whole('vlan', /\bvlan\b/i),
    mac(/mac\s+addr(?:ess)?/i),
    text('type', /\btype\b/i),
    macPort,
    text('age', /(?:remaining\s+)?age/i),
    whole('gemport', null),
    whole('vport', null),
  ],
  layouts: [
    ['vlan', 'mac', 'type', 'onu', 'age?'],
    ['mac', 'vlan', 'type', 'onu', 'vport?', 'gemport?'],
  ],
  key: /^\s*(?:\d{1,4}\s+)?(?:[0-9a-f]{4}[:.][0-9a-f]{4}[:.]|[0-9a-f]{2}(?::[0-9a-f]{2}){5})/i,
  skip: [/mac address table/i],
  total: (line) => {
    const found = /total addresses? found in system\s*:\s*(\d{1,6})/i.exec(line)
    return found === null ? null : { count: Number(found[1]) }
  },
}

/** The same asked for one address. */
export const macOfAddress: PageFormat = {
  fields: [field(/^vlan$/i, as('vlan', integerOf)), { label: /^mac address$/i, read: mac(null).read }, textField('type', /^type$/i), field(/^port$/i, portOf)],
  begins: /^vlan$/i,
}

export const ethPorts: PageFormat = {
  fields: [
    textField('port', /^interface$/i),
    textField('speed', /^speed status$/i),
    textField('operateState', /^operate status$/i),
    field(/^admin status$/i, adminOf),
  ],
  begins: /^interface$/i,
}
