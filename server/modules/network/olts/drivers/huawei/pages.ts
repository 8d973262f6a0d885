import { as, field, lightField, measureField, textField } from '../../parse/columns.ts'
import type { PageFormat } from '../../parse/fields.ts'
import type { SentenceFormat } from '../../parse/lines.ts'
import type { Reading } from '../../parse/reading.ts'
import { adminOf, causeOf, integerOf, macOf, serialOf, stateOf } from '../../parse/values.ts'
import { tight } from '../places.ts'

const port = field(/^f\/s\/p$/i, as('pon', tight))
const ont = field(/^ont[- ]?id$/i, as('onuId', integerOf))

/** The port and ONT above the things a page tells. */
const above = (line: string): Reading | null => {
  const found = /^\s*(F\/S\/P|ONT[- ]ID)\s*:\s*([\d/ ]+?)\s*$/i.exec(line)
  if (found === null) return null
  return /f/i.test(found[1] ?? '') ? { pon: tight(found[2] ?? '') } : { onuId: integerOf(found[2] ?? '') }
}

/** `display ont info F S P N` and `by-sn`: one ONT, with tables of its profiles that are not read here. */
export const ontDetail: PageFormat = {
  fields: [
    port,
    ont,
    field(/^sn$/i, serialOf),
    field(/^mac$/i, as('mac', macOf)),
    field(/^control flag$/i, adminOf),
    field(/^run state$/i, stateOf),
    field(/^last down cause$/i, causeOf),
    textField('lastUpAt', /^last up time$/i),
    textField('lastDownAt', /^last down time$/i),
    measureField('distanceM', /^ont distance\(m\)$/i),
    measureField('temperatureC', /^temperature$/i),
    textField('description', /^description$/i),
    textField('lineProfileId', /^line profile id$/i),
    textField('lineProfile', /^line profile name$/i),
    textField('serviceProfileId', /^service profile id$/i),
    textField('serviceProfile', /^service profile name$/i),
  ],
  skip: [/^\s*Notes?\s*:/i, /^\s*</, /^\s*\|/],
  hasTables: true,
  least: 4,
}

/** Parts of the same page that are no labels: the T-CONTs, and how many ports of each kind there are. */
export const ontDetailParts: SentenceFormat = {
  sentences: [
    { pattern: /^\s*<T-CONT\s+(\d{1,3})>/i, read: ([, id]) => ({ tcont: Number(id) }) },
    {
      pattern: /^\s*(POTS|ETH|VDSL|TDM|MOCA|CATV)\s+(\d{1,3}|Adaptive\s+\d{1,3})\s*$/i,
      read: ([, kind, number]) => ({ kind: (kind ?? '').toLowerCase(), number: number ?? null }),
    },
  ],
}

export const ontOptics: PageFormat = {
  fields: [
    port,
    ont,
    lightField('oltRxDbm', /^olt rx ont optical power\(dbm\)$/i),
    lightField('rxDbm', /^rx optical power\(dbm\)$/i),
    lightField('txDbm', /^tx optical power\(dbm\)$/i),
    measureField('biasMa', /^laser bias current\(ma\)$/i),
    measureField('temperatureC', /^temperature\(c\)$/i),
    measureField('voltageV', /^voltage\(v\)$/i),
  ],
  hasTables: true,
  empty: /ONT is not online/i,
}

export const autofind: PageFormat = {
  fields: [
    field(/^number$/i, as('seq', integerOf)),
    port,
    field(/^ont sn$/i, serialOf),
    textField('vendor', /^vendor ?id$/i),
    textField('model', /^ont equipmentid$/i),
    textField('firmware', /^ont software ?version$/i),
    textField('hardware', /^ont version$/i),
    field(/^ont mac$/i, as('mac', macOf)),
    textField('foundAt', /^ont autofind time$/i),
  ],
  begins: /^number$/i,
  empty: /automatically found ONTs? do(?:es)? not exist/i,
  total: (line) => {
    const found = /number of (?:[a-z]+ )?autofind ONTs? (?:is|are)\s*:?\s*(\d{1,5})/i.exec(line)
    return found === null ? null : { count: Number(found[1]) }
  },
}

export const capability: PageFormat = {
  fields: [port, ont, textField('description', /^ont description$/i), textField('model', /^equipment id$/i)],
  begins: /^f\/s\/p$/i,
  skip: [/^\s*ONT Hardware Capability/i, /^\s*ONT optical module power\s*$/i],
  total: (line) => {
    const found = /total of online ONTs? (?:are|is)\s*:\s*(\d{1,5})/i.exec(line)
    return found === null ? null : { count: Number(found[1]) }
  },
}

export const wanInfo: PageFormat = {
  fields: [
    field(/^index$/i, as('seq', integerOf)),
    textField('name', /^name$/i),
    textField('serviceType', /^service type$/i),
    textField('connectionType', /^connection type$/i),
    field(/^mac address$/i, as('mac', macOf)),
    field(/^manage vlan$/i, as('vlan', integerOf)),
  ],
  begins: /^index$/i,
  scope: above,
}

export const wlanInfo: PageFormat = {
  fields: [field(/^ssid index$/i, as('seq', integerOf)), textField('ssid', /^ssid$/i)],
  begins: /^ssid index$/i,
  scope: above,
  total: (line) => {
    const found = /total number of SSID\s*:\s*(\d{1,3})/i.exec(line)
    return found === null ? null : { part: Number(found[1]) }
  },
}

export const wlanStatus: PageFormat = {
  fields: [
    textField('apId', /^ap id$/i),
    field(/^channel num$/i, as('channel', integerOf)),
    textField('ssid', /^ssid$/i),
    field(/^sta mac address$/i, as('mac', macOf)),
  ],
  repeats: true,
  skip: [/^\s*(?:channel information|statistics of ssid|sta information)\s*:\s*$/i],
}

export const portInfo: PageFormat = {
  fields: [port, field(/^admin state$/i, adminOf), textField('autofind', /^autofind$/i)],
  separator: /^\s*(\S.*?)\s{2,}(\S.*)$/,
  skip: [/^\s*channel \d+ information\s*$/i],
  rulers: 4,
}

export const version: PageFormat = {
  fields: [
    textField('currentProgramArea', /^current program area$/i),
    textField('currentDataArea', /^current data area$/i),
    textField('programAreaA', /^program area a version$/i),
    textField('programAreaB', /^program area b version$/i),
    textField('dataAreaA', /^data area a version$/i),
    textField('dataAreaB', /^data area b version$/i),
  ],
  begins: /^current program area$/i,
  scopeIsRow: true,
  scope: (line) => {
    const said = /^\s*(VERSION|PATCH|PRODUCT)\s*:\s*(\S.*?)\s*$/i.exec(line)
    if (said !== null) return { [{ version: 'firmware', patch: 'patch', product: 'model' }[(said[1] ?? '').toLowerCase()] ?? '']: said[2] ?? null }
    const board = /^\s*(Active|Standby) Mainboard Running Area Information\s*:\s*$/i.exec(line)
    return board === null ? null : { mainboard: board[1] ?? null }
  },
  total: (line) => {
    const found = /^\s*Uptime is (.*)$/i.exec(line)
    return found === null ? null : { uptime: found[1] ?? null }
  },
}

const percentage = (name: string, pattern: RegExp): SentenceFormat => ({ sentences: [{ pattern, read: ([, value]) => ({ [name]: Number(value) }) }] })

export const cpu = percentage('cpuPercent', /^\s*CPU occupancy\s*:\s*(\d{1,3})%/i)
export const memory = percentage('memoryPercent', /^\s*Memory occupancy\s*:\s*(\d{1,3})%/i)

export const uptime: SentenceFormat = {
  sentences: [
    {
      pattern: /^\s*System up time\s*:\s*(\d+) day (\d+) hour (\d+) minute (\d+) second/i,
      read: ([, day, hour, minute, second]) => ({ day: Number(day), hour: Number(hour), minute: Number(minute), second: Number(second) }),
    },
  ],
}

export const temperature: SentenceFormat = {
  sentences: [
    {
      pattern: /^\s*SlotID\s*:\s*(\d{1,3})\s+BoardName\s*:\s*(\S+)\s+Temperature\s*:\s*(-?\d{1,3})C\(\s*(-?\d{1,3})F\)/i,
      read: ([, slot, name, celsius, fahrenheit]) => ({
        slot: Number(slot),
        name: name ?? null,
        temperatureC: Number(celsius),
        temperatureF: Number(fahrenheit),
      }),
    },
  ],
}

export const ontAdded: SentenceFormat = {
  sentences: [
    {
      pattern: /Number of ONTs that can be added\s*:\s*(\d{1,5}),\s*success\s*:\s*(\d{1,5})/i,
      read: ([, wanted, done]) => ({ wanted: Number(wanted), succeeded: Number(done) }),
    },
    { pattern: /PortID\s*:\s*(\d{1,3})\s*,\s*ONTID\s*:\s*(\d{1,4})/i, read: ([, at, id]) => ({ portId: Number(at), onuId: Number(id) }), isMore: true },
  ],
}

export const portVlanSet: SentenceFormat = {
  sentences: [
    {
      pattern: /VLAN configuration,\s*success\s*:\s*(\d{1,5}),\s*failed\s*:\s*(\d{1,5})/i,
      read: ([, done, failed]) => ({ succeeded: Number(done), failed: Number(failed) }),
    },
  ],
}

export const portVlanDefaults: PageFormat = {
  fields: [
    textField('nativeVlan', /^native vlan$/i),
    textField('defaultPriority', /^default priority$/i),
    textField('downstreamMode', /^downstream mode$/i),
    textField('mismatchPolicy', /^mismatch policy$/i),
  ],
  ends: /^\s*Notes?\s*:/i,
  hasTables: true,
}
