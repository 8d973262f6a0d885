import { admin, as, cause, light, mac, measure, moment, place, state, text, whole, SHAPE } from '../../parse/columns.ts'
import type { Reading } from '../../parse/reading.ts'
import type { TableFormat } from '../../parse/table.ts'
import { dbmOf, integerOf, macOf, rxDbmOf, serialOf } from '../../parse/values.ts'
import { tight } from '../places.ts'

const NOTES = /^\s*Notes?\s*:/i

const FSP = '\\d{1,2} ?/ ?\\d{1,2} ?/ ?\\d{1,2}'
const fsp = place('fsp', null, FSP, as('pon', tight))
/** Port and ONT in two columns, read as one. */
const onu = place('onu', null, `${FSP}\\s+\\d{1,3}`, (cell) => {
  const [, port = '', id] = /^(.*?)\s+(\d{1,3})$/.exec(cell) ?? []
  return { pon: tight(port), onuId: id === undefined ? null : Number(id) }
})
const ontId = whole('onuId', null)
const serialOrMac = place('serial', null, `${SHAPE.mac}|[0-9A-Za-z]{12,16}|-+`, (cell) => {
  const address = /[-:.]/.test(cell) ? macOf(cell) : null
  return address === null ? serialOf(cell) : { mac: address }
})

/** `In port 0/ 1/0 , the total of ONTs are: 31, online: 31` */
const inPort = (line: string): RegExpExecArray | null => /In port (\d[\d /]*?)\s*,\s*the total of ONTs are\s*:\s*(\d{1,5})/i.exec(line)
const ontTotal = (line: string): Reading | null => {
  const found = inPort(line)
  return found === null ? null : { count: Number(found[2]) }
}
/** Of the summary, which says it first and may go on with the next port. */
const ontPart = (line: string): Reading | null => {
  const found = inPort(line)
  return found === null ? null : { part: Number(found[2]) }
}
const ontScope = (line: string): Reading | null => {
  const found = inPort(line)
  return found === null ? null : { pon: tight(found[1] ?? '') }
}
const total = (line: string): Reading | null => {
  const found = /^\s*Total\s*:\s*(\d{1,6})\b/i.exec(line)
  return found === null ? null : { count: Number(found[1]) }
}

const INFO = /f\/s\/p\s+ont\s+(?:sn|mac)\b/i
const DESCRIPTIONS = /f\/s\/p\s+ont\s+desc/i

export const ontInfo: TableFormat = {
  columns: [onu, serialOrMac, admin(null), state(null), text('configState', null), text('matchState', null), text('protectSide', null)],
  layouts: [['onu', 'serial', 'admin', 'state', 'configState', 'matchState', 'protectSide?']],
  key: /^\s*\d{1,2} ?\/ ?\d{1,2} ?\/ ?\d{1,2}\s+\d/,
  begins: INFO,
  ends: DESCRIPTIONS,
  skip: [INFO, /^\s*ID\s+flag\s/i],
  total: ontTotal,
}

export const ontDescriptions: TableFormat = {
  columns: [onu, text('description', null, { shape: SHAPE.rest })],
  layouts: [['onu', 'description?']],
  key: /^\s*\d{1,2} ?\/ ?\d{1,2} ?\/ ?\d{1,2}\s+\d/,
  begins: DESCRIPTIONS,
  ends: INFO,
  skip: [DESCRIPTIONS, /^\s*ID\s*$/i],
  total: ontTotal,
}

const SUMMARY_STATES = /^\s*ONT\s+Run\s+Last/i
const SUMMARY_OPTICS = /^\s*ONT\s+SN\s+Type/i

export const summaryStates: TableFormat = {
  columns: [ontId, state(null), moment('lastUpAt', null), moment('lastDownAt', null), cause(null, SHAPE.rest)],
  layouts: [['onuId', 'state', 'lastUpAt', 'lastDownAt', 'cause?']],
  key: /^\s*\d{1,3}\s+(?:online|offline|-)/i,
  begins: SUMMARY_STATES,
  ends: SUMMARY_OPTICS,
  skip: [SUMMARY_STATES, /^\s*ID\s+State\s/i],
  total: ontPart,
  scope: ontScope,
}

export const summaryOptics: TableFormat = {
  columns: [
    ontId,
    serialOrMac,
    text('model', null),
    whole('distanceM', null),
    place('lights', null, '-?\\d{1,3}(?:\\.\\d{1,3})?/-?\\d{1,3}(?:\\.\\d{1,3})?|-+(?:/-+)?', (cell) => {
      const [rx = '', tx = ''] = cell.split('/')
      return { rxDbm: rxDbmOf(rx), txDbm: dbmOf(tx) }
    }),
    text('description', null, { shape: SHAPE.rest }),
  ],
  layouts: [['onuId', 'serial', 'model', 'distanceM', 'lights', 'description?']],
  key: /^\s*\d{1,3}\s+[0-9A-Z]{12,16}\s/i,
  begins: SUMMARY_OPTICS,
  ends: SUMMARY_STATES,
  skip: [SUMMARY_OPTICS, /^\s*ID\s+\(m\)/i],
  total: ontPart,
  rulers: 6,
  scope: ontScope,
}

export const optics: TableFormat = {
  columns: [
    light('oltRxDbm', /olt rx ont/i),
    whole('onuId', /^\s*ont\b/i),
    light('rxDbm', /rx power/i),
    light('txDbm', /tx power/i),
    measure('temperatureC', /temperature/i),
    measure('voltageV', /voltage/i),
    measure('biasMa', /current/i),
    measure('distanceM', /distance/i),
  ],
  layouts: [['onuId', 'rxDbm', 'txDbm', 'oltRxDbm', 'temperatureC', 'voltageV', 'biasMa', 'distanceM?']],
  key: /^\s*\d{1,3}\s+[-\d]/,
  rulers: 3,
}

export const macTable: TableFormat = {
  columns: [
    text('servicePort', null),
    text('bundle', null),
    text('type', null),
    mac(null),
    text('macType', null),
    fsp,
    place('onuId', null, '\\d{1,4}|-+', (cell) => ({ onuId: integerOf(cell) })),
    text('gem', null),
    whole('vlan', null),
  ],
  layouts: [['servicePort', 'bundle', 'type', 'mac', 'macType', 'fsp', 'onuId', 'gem', 'vlan']],
  key: /^\s*(?:\d{1,6}|-)\s+(?:\d{1,6}|-)\s+[a-z]+\s/i,
  rulers: 3,
  skip: [/^\s*SRV-P\s/i, /^\s*INDEX\s+INDEX/i],
  ends: NOTES,
  total,
}

export const macOfOnt: TableFormat = {
  columns: [onu, text('portType', null), text('portId', null), mac(null), whole('vlan', null), text('macType', null, { shape: '[a-z]+' })],
  layouts: [
    ['onu', 'portType', 'portId', 'mac', 'vlan'],
    ['mac', 'macType', 'onu', 'portId', 'portType', 'vlan'],
  ],
  key: /^\s*(?:\d{1,2} ?\/ ?\d{1,2} ?\/ ?\d{1,2}\s+\d|[0-9a-f]{4}-[0-9a-f]{4}-)/i,
  rulers: 3,
  skip: [/^\s*F\/S\/P\s+ONTID/i, /^\s*port-type\s+port-id/i, /^\s*MAC\s+MAC TYPE/i],
  total,
}

export const profiles: TableFormat = {
  columns: [whole('profileId', /profile-id/i), text('profileName', /profile-name/i, { shape: SHAPE.rest }), whole('bindings', /binding times/i)],
  layouts: [['profileId', 'profileName', 'bindings']],
  key: /^\s*\d{1,5}\s+\S/,
  rulers: 3,
  total,
}

export const snmpProfiles: TableFormat = {
  columns: [whole('onuId', /ont id/i), whole('profileId', /snmp profile id/i), text('profileName', /snmp profile name/i, { shape: SHAPE.rest })],
  layouts: [['onuId', 'profileId', 'profileName']],
  key: /^\s*\d{1,5}\s+\d/,
  rulers: 3,
}

export const gemPorts: TableFormat = {
  columns: [
    whole('gemPort', null),
    whole('tcont', null),
    text('serviceType', null),
    text('encrypt', null),
    text('upstreamPq', null),
    text('downstreamPq', null),
    text('trafficTable', null),
  ],
  layouts: [['gemPort', 'tcont', 'serviceType', 'encrypt', 'upstreamPq', 'downstreamPq', 'trafficTable']],
  key: /^\s*\d{1,4}\s+\d/,
  skip: [/^\s*GEM port\s/i, /^\s*ID\s+ID\s/i],
  ends: NOTES,
  scope: (line) => {
    const found = /^\s*F\/S\/P\s*:\s*([\d/ ]+?)\s+ONT ID\s*:\s*(\d{1,4})/i.exec(line)
    return found === null ? null : { pon: tight(found[1] ?? ''), onuId: Number(found[2]) }
  },
  total: (line) => {
    const found = /number of GEM ports is\s*:\s*(\d{1,5})/i.exec(line)
    return found === null ? null : { count: Number(found[1]) }
  },
}

export const portStates: TableFormat = {
  columns: [ontId, whole('portId', null), text('portType', null), text('speedMbps', null), text('duplex', null), text('link', null), text('ring', null)],
  layouts: [['onuId', 'portId', 'portType', 'speedMbps', 'duplex', 'link', 'ring']],
  key: /^\s*\d{1,4}\s+\d{1,3}\s+[a-z]/i,
  rulers: 3,
  skip: [/^\s*ONT-ID\s+ONT/i, /^\s*port-ID\s/i],
}

const PORT_TYPE = 'eth|pots|iphost|moca|catv|vdsl|tdm|veip'

export const portVlans: TableFormat = {
  columns: [
    text('portType', null, { shape: PORT_TYPE }),
    whole('portId', null),
    text('cVlan', null),
    text('cPri', null),
    text('ethType', null),
    text('vlanType', null),
    text('sVlan', null),
    text('sPri', null),
    text('sPriPolicy', null),
  ],
  layouts: [
    ['portType', 'portId', 'cVlan', 'cPri', 'ethType', 'vlanType', 'sVlan', 'sPri', 'sPriPolicy'],
    ['cVlan', 'cPri', 'ethType', 'vlanType', 'portType', 'portId', 'sVlan', 'sPri', 'sPriPolicy'],
  ],
  key: new RegExp(`^\\s*(?:(?:${PORT_TYPE})\\s+\\d|(?:\\d{1,4}|-)\\s+(?:\\d|-)\\s)`, 'i'),
  skip: [/^\s*Port\s+Port\s/i, /^\s*C-VLAN\s/i, /^\s*type\s+ID\s/i, /^\s*[A-Za-z -]+\s*:\s/],
  ends: NOTES,
}

export const versions: TableFormat = {
  columns: [text('accessType', null), text('vendor', null), text('model', null), text('firmware', null), whole('onlineOnus', null), whole('offlineOnus', null)],
  layouts: [['accessType', 'vendor', 'model', 'firmware', 'onlineOnus', 'offlineOnus']],
  key: /^\s*[GEX]G?S?-?PON\s/i,
  rulers: 4,
  skip: [/^\s*Access\s+Vendor/i, /^\s*Type\s+ID\s/i],
  total: (line) => {
    const found = /^\s*The number of (configured|online|offline|no registered) ONTs?\s*:\s*(\d{1,6})/i.exec(line)
    return found === null ? null : { [(found[1] ?? '').replace(/ .*/, 'Registered').toLowerCase()]: Number(found[2]) }
  },
}

export const servicePorts: TableFormat = {
  columns: [
    whole('servicePort', null),
    whole('vlan', null),
    text('vlanAttribute', null),
    text('type', null),
    fsp,
    place('onuId', null, '\\d{1,4}|-+', (cell) => ({ onuId: integerOf(cell) })),
    text('gem', null),
    text('flowType', null),
    text('flowParameter', null),
    text('rx', null),
    text('tx', null),
    text('link', null),
  ],
  layouts: [['servicePort', 'vlan', 'vlanAttribute', 'type', 'fsp', 'onuId', 'gem', 'flowType', 'flowParameter', 'rx', 'tx', 'link']],
  key: /^\s*\d{1,6}\s+\d{1,4}\s+[a-z]/i,
  skip: [/^\s*INDEX\s+VLAN/i, /^\s*ID\s+ATTR/i, /Flow List\s*$/i],
  ends: NOTES,
  total,
}

export const services: TableFormat = {
  columns: [text('service', /network service/i), text('port', /\bport\b/i), text('serviceState', /\bstate\b/i)],
  layouts: [['service', 'port', 'serviceState']],
  key: /^\s*[a-z][\w-]*\s+(?:\d{1,10}|-+)\s/i,
  rulers: 3,
}

export const boards: TableFormat = {
  columns: [
    whole('slot', /slotid/i),
    text('name', /boardname/i),
    text('status', /status/i),
    text('subType0', /subtype0/i, { shape: '(?!(?:Online|Offline)\\b)\\S+' }),
    text('subType1', /subtype1/i, { shape: '(?!(?:Online|Offline)\\b)\\S+' }),
    text('link', /online\/offline/i, { shape: 'Online|Offline' }),
  ],
  layouts: [['slot', 'name?', 'status?', 'subType0?', 'subType1?', 'link?']],
  key: /^\s*\d{1,2}(?:\s|$)/,
  rulers: 3,
}

export const boardSerials: TableFormat = {
  columns: [whole('slot', /s[lo]{2}t ?id/i), text('name', /board ?name/i), text('boardSerial', /serial number/i)],
  layouts: [['slot', 'name?', 'boardSerial?']],
  key: /^\s*\d{1,2}(?:\s|$)/,
  rulers: 3,
}
