import { cause, light, mac, measure, moment, other, place, state, text, whole, as, SHAPE, touching } from '../../parse/columns.ts'
import type { PageFormat } from '../../parse/fields.ts'
import { textField, field } from '../../parse/columns.ts'
import type { SentenceFormat } from '../../parse/lines.ts'
import type { TableFormat } from '../../parse/table.ts'
import { integerOf, macOf, secondsOf } from '../../parse/values.ts'
import { ONU_SHAPE, onuOf } from '../places.ts'

const ONU_ROW = /^\s*(?:EPON ?)?\d+(?:\/\d+){1,2}:\d/i
const onu = place('onu', /onu\s?index|onu-?id|intfname/i, ONU_SHAPE, onuOf)
const alive = place('alive', /alive\s?time|alive/i, '\\d{1,5} {1,9}\\d{1,3}:\\d{2}:\\d{2}|N/A|NULL|-+', (cell) => ({
  ...as('alive')(cell),
  aliveSeconds: secondsOf(cell),
}))

/** The distance of an ONU that is not there is printed as 0 and kept so; whoever makes an observation of it knows better. */
export const onuStatus: TableFormat = {
  columns: [
    onu,
    touching(state(/\bstatus\b/i)),
    mac(/mac\s+addr(?:ess)?/i),
    whole('distanceM', /distance(?:\(m\))?/i),
    whole('rtt', /rtt(?:\(tq\))?/i),
    moment('lastDereg', /last\s?dereg\w*?\s?time/i),
    moment('lastReg', /last\s?reg\w*?\s?time/i),
    cause(/last\s?dereg\w*?\s?reason|\breason\b/i, 'N/A|-+|[A-Za-z][A-Za-z-]{0,30}(?: [A-Za-z]{1,20})?'),
    alive,
    text('description', /descr?i?p?t?i?o?n?\b/i, { shape: SHAPE.rest }),
  ],
  layouts: [
    ['onu', 'state', 'mac', 'distanceM', 'rtt', 'lastReg', 'lastDereg', 'cause', 'alive', 'description?'],
    ['onu', 'state', 'mac', 'distanceM', 'rtt', 'lastReg', 'lastDereg', 'cause'],
  ],
  key: ONU_ROW,
}

export const onuAuth: TableFormat = {
  columns: [
    onu,
    whole('llid', /\bllid\b/i),
    state(/\bstatus\b/i),
    mac(/mac\s+addr(?:ess)?/i),
    whole('rtt', /rtt(?:\(tq\))?/i),
    text('description', /description/i, { shape: SHAPE.rest }),
  ],
  layouts: [['onu', 'llid', 'state', 'mac', 'rtt', 'description?']],
  key: ONU_ROW,
}

export const onuBasic: TableFormat = {
  columns: [onu, text('vendor', /vendor/i), text('model', /model/i), mac(/mac/i), text('hardware', /hard|hw/i), text('firmware', /soft|sw|firm/i)],
  layouts: [['onu', 'vendor', 'model', 'mac', 'hardware', 'firmware?']],
  key: ONU_ROW,
}

export const onuOptics: TableFormat = {
  columns: [
    onu,
    measure('temperatureC', /temperature(?:\(c\))?/i),
    measure('voltageV', /(?:supply )?voltage(?:\(v\))?/i),
    measure('biasMa', /(?:tx )?bias(?: current)?(?:\(ma\))?/i),
    light('txDbm', /tx power(?:\(dbm\))?/i),
    light('rxDbm', /rx power(?:\(dbm\))?/i),
  ],
  layouts: [['onu', 'temperatureC', 'voltageV', 'biasMa', 'txDbm', 'rxDbm']],
  key: ONU_ROW,
}

/** The number in front counts the rows and is no ONU; the first row is the ONU's own address. What the last two numbers are is said nowhere. */
export const macTable: TableFormat = {
  columns: [
    whole('seq', /^\s*(?:index|no\.?|id)\b/i),
    whole('vlan', /vlan|vid/i),
    mac(/mac(?:\s+addr(?:ess)?)?/i),
    place('port', /port/i, 'EPON ?\\d+/\\d+', (cell) => ({ pon: cell.replace(/^[a-z ]+/i, '') })),
    other('first', null),
    other('second', null),
  ],
  layouts: [['seq', 'vlan', 'mac', 'port', 'first?', 'second?']],
  key: /^\s*\d{1,5}\s+\d{1,4}\s+[0-9a-f]{2}[:-]?[0-9a-f]{2}/i,
}

export const ponTotals: TableFormat = {
  columns: [
    place('pon', /\bpon\b/i, 'EPON ?\\d+/\\d+', (cell) => ({ pon: cell.replace(/^[a-z ]+/i, '') })),
    whole('onus', /total onus?/i),
    whole('onlineOnus', /online onus?/i),
  ],
  layouts: [['pon', 'onus', 'onlineOnus']],
  key: /^\s*EPON ?\d+\/\d+\s/i,
}

/** Small tables below each other, of which each says one thing of the ports. */
export const ethPorts: SentenceFormat = {
  sentences: [
    { pattern: /^\s*(\d{1,2})\s+(up|down)\s*$/i, read: ([, port, word = '']) => ({ port: Number(port), link: word.toLowerCase() }) },
    { pattern: /^\s*(\d{1,2})\s+(enabled?|disabled?)\s*$/i, read: ([, port, word = '']) => ({ port: Number(port), autoNegotiation: word.toLowerCase() }) },
    { pattern: /^\s*(\d{1,2})\s+(activated|deactivated)\s*$/i, read: ([, port, word = '']) => ({ port: Number(port), loopDetection: word.toLowerCase() }) },
  ],
  skip: [/^\s*portid\s/i],
}

export const version: PageFormat = {
  fields: [
    textField('model', /^(?:olt )?(?:device )?model$/i),
    textField('firmware', /^software version$/i),
    textField('hardware', /^hardware version$/i),
    textField('oltSerial', /^olt serial number$/i),
    field(/^mac address$/i, as('mac', macOf)),
    field(/^pon ports?$/i, as('pons', integerOf)),
  ],
}
