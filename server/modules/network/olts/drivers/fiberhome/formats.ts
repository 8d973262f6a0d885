import { as, field, lightField, measure, measureField, place, SHAPE, text, whole } from '../../parse/columns.ts'
import type { PageFormat } from '../../parse/fields.ts'
import type { SentenceFormat } from '../../parse/lines.ts'
import type { Reading } from '../../parse/reading.ts'
import type { TableFormat } from '../../parse/table.ts'
import { dbmOf, integerOf, macOf, rxDbmOf, serialOf, stateOf } from '../../parse/values.ts'

/** Its own sentences between tables. */
export const NOISE: readonly RegExp[] = [/^\s*A:\s*Authorized\s+P:/i, /^\s*Command executes? success/i, /^\s*-{3,}.*\bTotal ITEM\s*=/i]

const HEAD = /^\s*-{3,}\s*ONU \w+ (?:Table|List)\s*,\s*(?:SLOT\s*=\s*(\d{1,3})\s*,?\s*PON\s*=\s*(\d{1,3})\s*,\s*)?ITEM\s*=\s*(\d{1,5})/i

/** `-----  ONU Auth Table, SLOT = 4, PON = 3, ITEM = 18 -----`, once for each PON. */
const total = (line: string): Reading | null => {
  const found = HEAD.exec(line)
  return found === null ? null : { part: Number(found[3]) }
}
const scope = (line: string): Reading | null => {
  const [, slot, port] = HEAD.exec(line) ?? []
  return slot === undefined || port === undefined ? null : { pon: `${slot}/${port}` }
}

const onu = place('onu', /slot\s+pon\s+onu\b/i, '\\d{1,3}\\s+\\d{1,3}\\s+\\d{1,4}', (cell) => {
  const [slot = '', port = '', id = ''] = cell.split(/\s+/)
  return { pon: `${slot}/${port}`, onuId: Number(id) }
})
const physical = place('serial', /phyid/i, '[A-Za-z0-9]{4,16}', serialOf)
const upOrDown = place('state', /\bost\b/i, 'up|dn|down|-+', (cell) => stateOf(cell))

/** What is authorised, with whether it is up. The type is the one that was typed in, not what the ONU says of itself. */
export const authorization: TableFormat = {
  columns: [
    onu,
    text('configuredType', /onutype/i),
    text('authorized', /\bst\b/i, { shape: '[A-Z]' }),
    text('licence', /\blic\b/i, { shape: '\\d' }),
    upOrDown,
    physical,
    text('others', /phypwd.*$/i, { shape: SHAPE.rest }),
  ],
  layouts: [
    ['onu', 'configuredType', 'authorized', 'licence', 'state', 'serial?', 'others?'],
    ['onu', 'configuredType', 'authorized', 'state', 'serial?', 'others?'],
  ],
  key: /^\s*\d{1,3}\s+\d{1,3}\s+\d{1,4}\s+\S/,
  skip: NOISE,
  total,
}

/** Who is up now; the columns in front differ by version. */
export const online: TableFormat = {
  columns: [
    place('onu', null, '(?:\\d{1,3}\\s+\\d{1,3}\\s+)?\\d{1,4}', (cell) => {
      const numbers = cell.split(/\s+/)
      return { ...(numbers.length === 3 ? { pon: numbers.slice(0, 2).join('/') } : {}), onuId: Number(numbers.at(-1)), state: 'online', online: true }
    }),
    text('configuredType', null),
    place('serial', null, '[A-Za-z]{4}[0-9A-Fa-f]{8}', serialOf),
    text('others', null, { shape: SHAPE.rest }),
  ],
  layouts: [
    ['onu', 'configuredType', 'serial', 'others?'],
    ['onu', 'serial', 'others?'],
  ],
  key: /^\s*\d{1,4}\s+\S/,
  skip: [/^\s*(?:slot|onu|no)\b.*phyid/i, ...NOISE],
  total,
  scope,
}

/** ONUs nobody has authorised. */
export const discovery: TableFormat = {
  columns: [whole('seq', /^\s*no\b/i), text('model', /onutype/i), physical, text('others', /phypwd.*$/i, { shape: SHAPE.rest })],
  layouts: [['seq', 'model', 'serial', 'others?']],
  key: /^\s*\d{1,4}\s+\S/,
  skip: NOISE,
  total,
  scope,
}

/** What passes on a PON; an ONU of the number 65535 is none. */
export const ponMacs: SentenceFormat = {
  sentences: [
    {
      pattern: /^\s*(\d{1,5})\s+([0-9A-F]{2}(?::[0-9A-F]{2}){5})\s+Vid\s*:\s*(\d{1,4})\s+OnuId\s*:\s*(\d{1,5})\s*$/i,
      read: ([, seq, address = '', vlan, id]) => ({
        seq: Number(seq),
        mac: macOf(address),
        vlan: Number(vlan),
        onuId: Number(id) === 65_535 ? null : Number(id),
      }),
      isOpen: true,
    },
  ],
  skip: NOISE,
  total: (line) => {
    const found = /^\s*-{3,}\s*PON MAC ADDRESS\s*,\s*ITEM\s*=\s*(\d{1,6})/i.exec(line)
    return found === null ? null : { count: Number(found[1]) }
  },
}

/** 0.00 is what it prints when it measured nothing. */
const zeroIsNothing =
  (name: string) =>
  (value: string): Reading => {
    const light = dbmOf(value)
    return { [name]: light === 0 ? null : light }
  }

const SFP = [
  measureField('rangeKm', /^type$/i),
  measureField('temperatureC', /^temperature$/i),
  measureField('voltageV', /^voltage$/i),
  measureField('biasMa', /^bias current$/i),
]
const HEADS: readonly RegExp[] = [/^\s*NAME\s+VALUE\s+UNIT/i, ...NOISE]
const ofOnu = (line: string): Reading | null => {
  const found = /^\s*-{3,}\s*ONU OPTIC MODULE PAR INFO\s+(\d{1,3})\.(\d{1,3})\.(\d{1,4})/i.exec(line)
  return found === null ? null : { pon: `${found[1]}/${found[2]}`, onuId: Number(found[3]) }
}

export const onuOptics: PageFormat = {
  fields: [...SFP, field(/^send power$/i, zeroIsNothing('txDbm')), lightField('rxDbm', /^recv power$/i), lightField('oltRxDbm', /^olt recv power$/i)],
  scope: ofOnu,
  skip: HEADS,
}

/** The same of all ONUs of a PON, as newer firmware has it. */
export const opticsTable: TableFormat = {
  columns: [
    place('onuId', /^\s*id\b/i, '\\d{1,4}', as('onuId', integerOf)),
    measure('rangeKm', /type\(km\)/i),
    measure('temperatureC', /temp\('c\)/i),
    measure('voltageV', /volt\(v\)/i),
    measure('biasMa', /curr\(ma\)/i),
    place('txDbm', /sendpw\(dbm\)/i, SHAPE.measure, zeroIsNothing('txDbm')),
    place('oltRxDbm', /olt recvpw\(dbm\)/i, SHAPE.measure, (cell) => ({ oltRxDbm: rxDbmOf(cell) })),
    place('rxDbm', /recvpw\(dbm\)/i, SHAPE.measure, (cell) => ({ rxDbm: rxDbmOf(cell) })),
    text('others', null, { shape: SHAPE.rest }),
  ],
  layouts: [['onuId', 'rangeKm', 'temperatureC', 'voltageV', 'biasMa', 'txDbm', 'rxDbm', 'oltRxDbm', 'others?']],
  key: /^\s*\d{1,4}\s+\d{1,3}\s+[-\d]/,
  skip: [/^\s*-{3,}\s*ONU OPTIC MODULE PAR INFO/i, ...NOISE],
}

/** The PON's own module. */
export const ponOptics: PageFormat = {
  fields: [...SFP, field(/^send power$/i, zeroIsNothing('txDbm'))],
  skip: [/^\s*-{3,}\s*PON OPTIC MODULE PAR INFO/i, ...HEADS],
  ends: /^\s*ONU_NO\s+RECV_POWER/i,
}

/** What arrives from each ONU, below that. */
export const ponOltRx: TableFormat = {
  columns: [
    place('onuId', null, '\\d{1,4}', as('onuId', integerOf)),
    place('oltRxDbm', null, '[-+]?\\d{1,3}(?:\\.\\d{1,3})?\\s*\\(dbm\\)', (cell) => ({ oltRxDbm: rxDbmOf(cell) })),
  ],
  layouts: [['onuId', 'oltRxDbm']],
  key: /^\s*\d{1,4}\s+[-+\d]/,
  begins: /^\s*ONU_NO\s+RECV_POWER/i,
  skip: NOISE,
  total: (line) => {
    const found = /^\s*ONU_NO\s+RECV_POWER\s*,\s*ITEM\s*=\s*(\d{1,4})/i.exec(line)
    return found === null ? null : { count: Number(found[1]) }
  },
}
