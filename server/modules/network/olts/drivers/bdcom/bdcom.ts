import { bdcomEponSnmp, bdcomGponSnmp } from '../../snmp/bdcom.ts'
import type { CliDialect, OltProfile, Verified } from '../profile.ts'
import { page, sentences, show, table } from '../show.ts'
import * as formats from './formats.ts'
import { bdcomEponWrites } from './writes.ts'

const EPON: Verified = { model: 'P3310 and alike', firmware: 'not stated', source: 'public excerpt; NOC @9c98211a59 for rows that are glued' }
const GPON: Verified = { model: 'GP3600', firmware: 'not stated', source: 'public excerpt' }

const cli: CliDialect = {
  prompt: /^[A-Za-z0-9_.-]{1,64}(?:_config[A-Za-z0-9_./:-]{0,40})?[>#]$/,
  hasHostName: true,
  promptEnd: '(?:_config[A-Za-z0-9_./:-]{0,40})?[>#]',
  pager: /-{2} ?More ?-{2}/i,
  pagerReply: ' ',
  logLines: [
    /^\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2} \d{2}:\d{2}:\d{2}\s/,
    /^\s*\d{4}-\d{1,2}-\d{1,2} \d{2}:\d{2}:\d{2}\s+%?[A-Z]/,
    /^\s*%[A-Z0-9]+-\d-/,
  ],
  login: {
    user: /(?:username|login):\s*$/i,
    password: /password:\s*$/i,
    busy: /(?:too many|maximum|no free|refused)/i,
  },
  enable: { line: 'enable', password: /password:\s*$/i },
  setup: ['terminal length 0', 'terminal width 0'],
  question: /\(y\/n\)(?:\[[yn]\])?\s*[:?]?\s*$/i,
  refusals: [/^\s*(?:Unknown command|Incomplete command|Too many parameters|Parameter invalid|Ambiguous command)/i, /^\s*%\s?(?:unknown|incomplete|invalid)/i],
  eol: '\r\n',
  encoding: 'latin1',
  maxSessions: 1,
  modes: {
    exec: { enter: [], leave: [] },
    config: { enter: ['config'], leave: ['exit'] },
    pon: { enter: ['config', 'interface epON {pon}'], leave: ['exit', 'exit'] },
    onu: { enter: ['config', 'interface epON {pon}:{onu}'], leave: ['exit', 'exit'] },
  },
  logout: ['exit', 'exit'],
}

const reads: OltProfile['reads'] = {
  macs: [{ command: 'mac-table', each: 'pon' }],
  onu: [
    { command: 'onu-information', each: 'olt' },
    { command: 'onu-optics', each: 'onu' },
  ],
}

/** Tested with pieces of recorded output. Its clock may stand in the year 2000. */
export const bdcomEpon: OltProfile = {
  id: 'bdcom-epon',
  vendor: 'BDCOM',
  title: 'BDCOM P3310, P3608, P3616 and alike (EPON)',
  models: /\b(?:P3[36]\d\d|IEP\d)/i,
  enterprises: [3320],
  cli,
  commands: {
    'onu-information': show('show epon onu-information', 'exec', table(formats.eponInformation), EPON, {
      otherWords: ['show epon onu-information interface epON {pon}'],
      timeoutMs: 60_000,
    }),
    'onu-active': show('show epon active-onu', 'exec', table(formats.eponActive), EPON, {
      otherWords: ['show epon active-onu interface epON {pon}'],
      timeoutMs: 60_000,
    }),
    'onu-inactive': show('show epon inactive-onu', 'exec', table(formats.eponInactive), null, {
      otherWords: ['show epon inactive-onu interface epON {pon}'],
      timeoutMs: 60_000,
    }),
    'onu-optics': show('show epon int epON{pon}:{onu} onu ctc opt', 'exec', page(formats.eponOptics), EPON, {
      otherWords: ['show epon interface epON {pon}:{onu} onu ctc optical-transceiver-diagnosis'],
    }),
    'olt-rx': show('show epon optical-transceiver-diagnosis interface epON {pon}', 'exec', table(formats.eponOltRx), null, { timeoutMs: 60_000 }),
    'mac-table': show('show mac address-table interface epON {pon}', 'exec', table(formats.macTable), EPON, {
      otherWords: ['show mac address-table'],
      timeoutMs: 60_000,
    }),
  },
  pons: { by: 'rows' },
  poll: [
    { command: 'onu-information', each: 'olt', isList: true, tells: ['status', 'inventory'] },
    { command: 'onu-active', each: 'olt', isList: false, tells: ['optics'] },
    { command: 'olt-rx', each: 'pon', isList: false, tells: ['optics'] },
  ],
  reads,
  snmp: bdcomEponSnmp,
  writes: bdcomEponWrites,
}

/** Tested with pieces of recorded output; SNMP counts of PONs with a record of GP3600-16B. */
export const bdcomGpon: OltProfile = {
  id: 'bdcom-gpon',
  vendor: 'BDCOM',
  title: 'BDCOM GP3600 and alike (GPON)',
  models: /\bGP3\d\d\d/i,
  enterprises: [3320],
  cli,
  commands: {
    'onu-information': show('show gpon onu-information', 'exec', table(formats.gponInformation), GPON, {
      otherWords: ['show gpon onu-information interface gpON {pon}'],
      timeoutMs: 60_000,
    }),
    'onu-active': show('show gpon active-onu', 'exec', table(formats.gponActive), GPON, {
      otherWords: ['show gpon active-onu interface gpON {pon}'],
      timeoutMs: 60_000,
    }),
    'onu-optics': show('show gpon interface gpON {pon}:{onu} onu optical-transceiver-diagnosis', 'exec', table(formats.gponOptics), GPON, {
      otherWords: ['show gpon onu-optical-transceiver-diagnosis interface gpON {pon}:{onu}'],
      aliases: ['show gpon int onu optical'],
    }),
    'onu-optics-all': show('show gpon onu-optical-transceiver-diagnosis interface gpON {pon}', 'exec', table(formats.gponOptics), null, { timeoutMs: 60_000 }),
    'onu-port': show('show gpon interface gpON {pon}:{onu} onu port {port} state', 'exec', sentences(formats.gponPort), GPON, {
      aliases: ['show gpon int onu port state'],
    }),
    'mac-table': show('show mac address-table interface gpON {pon}', 'exec', table(formats.macTable), GPON, {
      otherWords: ['show mac address-table'],
      timeoutMs: 60_000,
    }),
  },
  pons: { by: 'rows' },
  poll: [
    { command: 'onu-information', each: 'olt', isList: true, tells: ['status', 'inventory'] },
    { command: 'onu-active', each: 'olt', isList: false, tells: ['optics'] },
    { command: 'onu-optics-all', each: 'pon', isList: false, tells: ['optics'] },
  ],
  reads,
  snmp: bdcomGponSnmp,
  writes: null,
}
