import { firstOf } from '../../parse/first-of.ts'
import { cdataSnmp } from '../../snmp/cdata.ts'
import type { CliDialect, OltProfile, Verified } from '../profile.ts'
import { show, table } from '../show.ts'
import * as formats from './formats.ts'
import { cdataEponWrites, cdataGponWrites } from './writes.ts'

const GPON: Verified = { model: 'FD1600 series', firmware: 'not stated', source: 'KusumaVisionNMS @cc91501, live' }
const EPON: Verified = { model: 'FD1200 series', firmware: 'not stated', source: 'OLTCMDRead @a9bf7ad6' }

const cliOf = (kind: 'epon' | 'gpon'): CliDialect => ({
  prompt: /^[A-Za-z0-9_.-]{0,64}(?:\([A-Za-z0-9_./-]{1,60}\))?[>#]$/,
  hasHostName: true,
  promptEnd: '(?:\\([A-Za-z0-9_./-]{1,60}\\))?[>#]',
  pager: /-{2,4} ?More ?(?:\([^)]{0,40}\))? ?-{2,4}/i,
  pagerReply: ' ',
  logLines: [/^\s*\d{4}[-/]\d{2}[-/]\d{2} \d{2}:\d{2}:\d{2}\s/],
  // Some units ask for the password once more behind the log-in of SSH.
  login: {
    user: /user ?name:\s*$/i,
    password: /(?:user )?password:\s*$/i,
    busy: /(?:maximum|too many|reenter)/i,
  },
  enable: { line: 'enable', password: /password:\s*$/i },
  setup: ['terminal length 0'],
  refusals: [/^\s*Unknown command/i, /^\s*%\s?(?:unknown|incomplete|invalid|parameter)/i, /^\s*Error\s*:/i],
  question: /\(y\/n\)(?:\[[yn]\])?\s*:?\s*$/i,
  eol: '\r\n',
  encoding: 'latin1',
  maxSessions: 1,
  modes: {
    exec: { enter: [], leave: [] },
    config: { enter: ['config'], leave: ['exit'] },
    // Its commands work in the interface's own mode only; with the slot named in the command they are refused.
    interface: { enter: ['config', `interface ${kind} 0/0`], leave: ['exit', 'exit'] },
  },
  logout: ['exit', 'exit'],
})

const poll: OltProfile['poll'] = [
  { command: 'ont-info', each: 'olt', isList: true, tells: ['status', 'inventory'] },
  { command: 'ont-optics-all', each: 'pon', isList: false, tells: ['optics'] },
]
const reads: OltProfile['reads'] = {
  macs: [{ command: 'mac-table', each: 'onu' }],
  onu: [
    { command: 'ont-info', each: 'olt' },
    { command: 'ont-optics', each: 'onu' },
  ],
}

/** Tested with rows of a live FD16xx; SET by SNMP is refused on the rows of ONUs. */
export const cdataGpon: OltProfile = {
  id: 'cdata-gpon',
  vendor: 'C-Data',
  title: 'C-Data FD16xx (GPON)',
  models: /\bFD16\d\d/i,
  enterprises: [17_409, 34_592],
  cli: cliOf('gpon'),
  commands: {
    'ont-info': show('show ont info all', 'interface', table(formats.gponInfo), GPON, { otherWords: ['show ont info {port} all'], timeoutMs: 60_000 }),
    'ont-optics-all': show('show ont optical-info {port} all', 'interface', firstOf(table(formats.opticsTable), formats.optics), GPON, {
      aliases: ['show ont optical-info'],
      timeoutMs: 60_000,
    }),
    'ont-optics': show('show ont optical-info {port} {onu}', 'interface', firstOf(formats.optics, table(formats.opticsTable)), null),
    'mac-table': show('show mac-address ont {pon} {onu}', 'config', table(formats.macTable), null, { aliases: ['show mac-address ont'] }),
  },
  pons: { by: 'rows' },
  poll,
  reads,
  snmp: cdataSnmp,
  writes: cdataGponWrites,
}

/** Tested with pieces of recorded output. */
export const cdataEpon: OltProfile = {
  id: 'cdata-epon',
  vendor: 'C-Data',
  title: 'C-Data FD11xx and FD12xx (EPON)',
  models: /\bFD1[12]\d\d/i,
  enterprises: [17_409, 34_592],
  cli: cliOf('epon'),
  commands: {
    'ont-info': show('show ont info all', 'interface', table(formats.eponInfo), EPON, {
      otherWords: ['show ont info {port} all'],
      aliases: ['show ont info'],
      timeoutMs: 60_000,
    }),
    'ont-optics-all': show('show ont optical-info {port} all', 'interface', firstOf(table(formats.opticsTable), formats.optics), null, { timeoutMs: 60_000 }),
    'ont-optics': show('show ont optical-info {port} {onu}', 'interface', firstOf(formats.optics, table(formats.opticsTable)), EPON, {
      aliases: ['show ont optical-info'],
    }),
    'mac-table': show('show mac-address ont {pon} {onu}', 'config', table(formats.macTable), EPON, { aliases: ['show mac-address ont'] }),
  },
  pons: { by: 'rows' },
  poll,
  reads,
  snmp: cdataSnmp,
  writes: cdataEponWrites,
}
