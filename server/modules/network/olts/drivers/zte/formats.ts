import { admin, as, field, light, mac, measureField, other, place, SHAPE, state, text, textField, whole } from '../../parse/columns.ts'
import type { Field, PageFormat } from '../../parse/fields.ts'
import type { SentenceFormat } from '../../parse/lines.ts'
import type { Reading } from '../../parse/reading.ts'
import type { TableFormat } from '../../parse/table.ts'
import { adminOf, causeOf, dbmOf, rxDbmOf, serialOf, stateOf, textOf } from '../../parse/values.ts'
import { ONU_SHAPE, onuOf, PORT_SHAPE, portOf } from '../places.ts'

const ENABLED = 'enabled?|disabled?'
const ONU_ROW = /^\s*(?:gpon[-_]onu[-_])?\d+(?:\/\d+){1,2}:\d/i
const onu = place('onu', /onu\s?index|^\s*onu\b/i, ONU_SHAPE, onuOf)

/** The phase says why, where it is a loss. */
export const phaseOf = (text: string): Reading => {
  const read = stateOf(text)
  return { ...read, ...(read['state'] === 'los' || read['state'] === 'power_off' ? causeOf(text) : { lastDownCause: null }) }
}
const phase = place('phase', /phase\s?state/i, SHAPE.word, phaseOf)

const total = (line: string): Reading | null => {
  const found = /^\s*ONU Number\s*:\s*(?:(\d{1,5})\s*\/\s*)?(\d{1,5})\s*$/i.exec(line)
  if (found === null) return null
  return found[1] === undefined ? { count: Number(found[2]) } : { count: Number(found[2]), working: Number(found[1]) }
}
const NONE = /no related information to show/i

export const onuState: TableFormat = {
  columns: [onu, admin(/admin\s?state/i, ENABLED), other('omcc', /omcc\s?state/i), other('o7', /o7\s?state/i), phase, other('channel', /channel/i)],
  layouts: [
    ['onu', 'admin', 'omcc', 'o7', 'phase'],
    ['onu', 'admin', 'omcc', 'phase', 'channel?'],
    ['onu', 'admin', 'omcc', 'o7', 'phase', 'channel'],
  ],
  key: ONU_ROW,
  total,
  empty: NONE,
}

/** `Rx power` of ONUs, `Tx power` of ONUs, or what arrives at the OLT, by the command that was given. */
export const power = (name: 'rxDbm' | 'txDbm' | 'oltRxDbm'): TableFormat => ({
  columns: [onu, light(name, /[rt]x power/i)],
  layouts: [['onu', name]],
  key: ONU_ROW,
  empty: NONE,
})

const LIGHT = '([-+]?\\d{1,3}(?:\\.\\d{1,3})?|N/A|no signal|-+)(?:\\s?\\(dbm\\))?'
const LOSS = '([-+]?\\d{1,3}(?:\\.\\d{1,3})?|N/A|no signal|-+)(?:\\s?\\(db\\))?'
const lossOf = (text = ''): number | null => (/^[-+]?\d/.test(text) ? Number(text) : null)

/** Both directions of one ONU. */
export const attenuation: SentenceFormat = {
  sentences: [
    {
      pattern: new RegExp(`^\\s*(?:up|1310nm)\\s+Rx\\s*:\\s*${LIGHT}\\s+Tx\\s*:\\s*${LIGHT}\\s+${LOSS}\\s*$`, 'i'),
      read: ([, oltRx = '', onuTx = '', loss]) => ({ oltRxDbm: rxDbmOf(oltRx), onuTxDbm: dbmOf(onuTx), upDb: lossOf(loss) }),
      isOpen: true,
    },
    {
      pattern: new RegExp(`^\\s*(?:down|1490nm)\\s+Tx\\s*:\\s*${LIGHT}\\s+Rx\\s*:\\s*${LIGHT}\\s+${LOSS}\\s*$`, 'i'),
      read: ([, oltTx = '', onuRx = '', loss]) => ({ oltTxDbm: dbmOf(oltTx), onuRxDbm: rxDbmOf(onuRx), downDb: lossOf(loss) }),
      isMore: true,
    },
  ],
  skip: [/^\s*(?:wavelength\s+)?OLT\s+ONU\s+Attenuation/i],
  empty: NONE,
}

/** `vport-1/3/1.5:1` is the first port of ONU 5. */
function whereOf(cell: string): Reading {
  const [, pon, onuId] = /^vport-(\d+\/\d+\/\d+)\.(\d+):\d+$/i.exec(cell) ?? []
  return pon === undefined ? portOf(cell) : { pon, onuId: Number(onuId) }
}

export const macTable: TableFormat = {
  columns: [
    mac(/mac address/i),
    whole('vlan', /\bvlan\b/i),
    text('type', /\btype\b/i),
    place('port', /\bport\b/i, `vport-\\d{1,3}/\\d{1,3}/\\d{1,3}\\.\\d{1,3}:\\d{1,3}|${PORT_SHAPE}`, whereOf),
    text('vport', /\bvc\b|vport/i, { shape: SHAPE.rest }),
  ],
  layouts: [['mac', 'vlan', 'type', 'port', 'vport?']],
  key: /^\s*[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]/i,
  total: (line) => {
    const found = /^\s*Total mac address\s*:\s*(\d{1,6})/i.exec(line)
    return found === null ? null : { count: Number(found[1]) }
  },
  empty: NONE,
}

const waiting = (text: string): Reading => {
  const { pon, onuId } = onuOf(text)
  const [, slot = null, port = null] = typeof pon === 'string' ? pon.split('/').map(Number) : []
  return { pon: pon ?? null, slot, port, seq: onuId ?? null }
}

/** ONUs nobody has authorised. The number behind the port counts them and is no ONU's. */
export const unconfigured: TableFormat = {
  columns: [place('onu', /onu\s?index/i, ONU_SHAPE, waiting), place('serial', /\bsn\b/i, SHAPE.serial, serialOf), state(/\bstate\b/i)],
  layouts: [['onu', 'serial', 'state']],
  key: ONU_ROW,
  empty: NONE,
}

/** The same on a C600, which names the port and says the model. */
export const unconfiguredByPort: TableFormat = {
  columns: [
    place('olt', /olt\s?index/i, 'gpon[-_]olt[-_]\\d+/\\d+/\\d+', (cell) => {
      const pon = cell.replace(/^gpon[-_]olt[-_]/i, '')
      const [, slot = null, port = null] = pon.split('/').map(Number)
      return { pon, slot, port }
    }),
    text('model', /\bmodel\b/i),
    place('serial', /\bsn\b/i, SHAPE.serial, serialOf),
    other('password', /\bpw\b/i),
  ],
  layouts: [
    ['olt', 'model', 'serial', 'password?'],
    ['olt', 'serial', 'password?'],
  ],
  key: /^\s*gpon[-_]olt[-_]\d/i,
  empty: NONE,
}

export const baseInfo: TableFormat = {
  columns: [
    onu,
    text('profile', /\btype\b/i),
    text('authMode', /\bmode\b/i),
    place('serial', /auth\s?info/i, SHAPE.word, (cell) => serialOf(cell.split(',')[0] ?? '')),
    text('configState', /\bstate\b/i),
  ],
  layouts: [['onu', 'profile', 'authMode', 'serial', 'configState?']],
  key: ONU_ROW,
  total,
  empty: NONE,
}

export const cards: TableFormat = {
  columns: [
    whole('rack', /\brack\b/i),
    whole('shelf', /\bshelf\b/i),
    whole('slot', /\bslot\b/i),
    text('configured', /cfgtype/i),
    text('name', /cardname|realtype/i),
    whole('ports', /\bport\b/i),
    text('hardware', /hardver/i, { shape: 'V?\\d\\S*' }),
    text('firmware', /softver/i, { shape: 'V?\\d\\S*' }),
    text('status', /\bstatus\b/i, { shape: '[a-z]+' }),
  ],
  layouts: [
    ['shelf', 'slot', 'configured', 'name', 'ports', 'hardware', 'status'],
    ['shelf', 'slot', 'configured', 'name', 'ports', 'status'],
    ['rack', 'shelf', 'slot', 'configured', 'name', 'ports', 'hardware', 'firmware', 'status'],
    ['rack', 'shelf', 'slot', 'configured', 'name', 'ports', 'hardware', 'status'],
    ['rack', 'shelf', 'slot', 'configured', 'name', 'ports', 'status'],
    ['rack', 'shelf', 'slot', 'configured', 'ports', 'status'],
    ['shelf', 'slot', 'configured', 'ports', 'status'],
  ],
  key: /^\s*\d{1,2}\s+\d{1,2}\s+\S/,
}

const onuField: Field = field(/^onu interface$/i, onuOf)

export const detail: PageFormat = {
  fields: [
    onuField,
    textField('name', /^name$/i),
    textField('profile', /^type$/i),
    textField('configState', /^state$/i),
    field(/^admin state$/i, adminOf),
    field(/^phase state$/i, stateOf),
    field(/^serial number$/i, serialOf),
    textField('description', /^description$/i),
    measureField('distanceM', /^onu distance$/i),
    textField('alive', /^online duration$/i),
    textField('vendor', /^vendor id$/i),
    textField('model', /^(?:equipment id|detected onu type)$/i),
    // It is a secret of the client's.
    field(
      /^password$/i,
      as('password', () => null),
    ),
  ],
  hasTables: true,
  ends: /^\s*Authpass Time\s/i,
}

const MOMENT = '(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2})'
const momentOf = (text = ''): string | null => (text === '' || text.startsWith('0000') ? null : text)

/** When it came and went, the oldest first. */
export const history: SentenceFormat = {
  sentences: [
    {
      pattern: new RegExp(`^\\s*\\d{1,3}\\s+${MOMENT}\\s+${MOMENT}(?:\\s+(\\S.*?))?\\s*$`, 'i'),
      read: ([, up, down, why = '']) => ({ lastUpAt: momentOf(up), lastDownAt: momentOf(down), ...(textOf(why) === null ? {} : causeOf(why)) }),
    },
    {
      pattern: new RegExp(`^\\s*\\d{1,3}\\s+${MOMENT}\\s+ONU is currently online\\s*$`, 'i'),
      read: ([, up]) => ({ lastUpAt: momentOf(up), lastDownAt: null }),
    },
  ],
}
