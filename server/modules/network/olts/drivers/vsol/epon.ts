import type { Read } from '../../parse/first-of.ts'
import type { Parsed, Reading } from '../../parse/reading.ts'
import { vsolEponSnmp } from '../../snmp/vsol.ts'
import type { OltProfile, Verified } from '../profile.ts'
import { page, sentences, show, table } from '../show.ts'
import { vsolDialect } from './dialect.ts'
import * as formats from './epon-formats.ts'
import { vsolEponWrites } from './writes.ts'

const RECORDED: Verified = { model: 'V1600D', firmware: 'V1.01.51', source: 'sightops @22c304e12cd5' }
const EXCERPT: Verified = { model: 'V1600D', firmware: 'not stated', source: 'public excerpt and OLTCMDRead @a9bf7ad6' }

const commands: OltProfile['commands'] = {
  'onu-status': show('show onu status all', 'pon', table(formats.onuStatus), RECORDED, { otherWords: ['show onu status'] }),
  'onu-auth': show('show onu auth-info', 'pon', table(formats.onuAuth), EXCERPT, { otherWords: ['show onu auth-info all'] }),
  'onu-basic': show('show onu basic-info all', 'pon', table(formats.onuBasic), EXCERPT, { otherWords: ['show onu basic-info'] }),
  'onu-optics': show('show onu opm-diag all', 'pon', table(formats.onuOptics), EXCERPT, {
    otherWords: ['show onu opm-diag', 'show onu opm-diag pon {pon}'],
    timeoutMs: 60_000,
  }),
  'onu-mac': show('show onu {onu} mac-address-table', 'pon', table(formats.macTable), EXCERPT),
  'onu-eth': show('show onu {onu} ctc eth', 'pon', merged('port', sentences(formats.ethPorts)), EXCERPT),
  'onu-totals': show('show onu totals', 'config', table(formats.ponTotals), EXCERPT),
  version: show('show version', 'config', page(formats.version), null),
}

/** Tested with pieces of recorded output of V1600D and others; SNMP with a record of V1600D V2.03.74R. Another product than the GPON line to software. */
export const vsolEpon: OltProfile = {
  id: 'vsol-epon',
  vendor: 'VSOL',
  title: 'VSOL V1600D series (EPON)',
  models: /\bV1600D/i,
  enterprises: [37_950],
  cli: {
    ...vsolDialect,
    modes: { ...vsolDialect.modes, pon: { enter: ['configure terminal', 'interface epon {pon}'], leave: ['exit', 'exit'] } },
  },
  commands,
  pons: { by: 'trying', prefix: '0/', most: 16 },
  poll: [
    { command: 'onu-status', each: 'pon', isList: true, tells: ['status', 'inventory'] },
    { command: 'onu-optics', each: 'pon', isList: false, tells: ['optics'] },
  ],
  reads: {
    macs: [{ command: 'onu-mac', each: 'onu' }],
    system: [{ command: 'version', each: 'olt' }],
    onu: [
      { command: 'onu-status', each: 'pon' },
      { command: 'onu-optics', each: 'pon' },
    ],
  },
  snmp: vsolEponSnmp,
  writes: vsolEponWrites,
}

/** HSAirPo, HSGQ and others that speak like VSOL's EPON line. Not one record of them is at hand: every command is unverified. */
export const hsgqEpon: OltProfile = {
  ...vsolEpon,
  id: 'hsgq-epon',
  vendor: 'HSGQ',
  title: 'HSGQ, HSAirPo and alike (EPON, speaks like VSOL)',
  models: /\bHSGQ|\bHSAirPo/i,
  enterprises: [],
  cli: {
    ...vsolEpon.cli,
    // It hangs the whole command line of the device until it is switched off (KusumaVisionNMS @cc91501, live).
    denied: [/show\s+epon\s+port\s+\S+\s+onu\s+all\s+optical/i],
  },
  snmp: null,
  writes: null,
  commands: Object.fromEntries(Object.entries(commands).map(([key, command]) => [key, { ...command, verified: null }])),
}

/** Rows of one thing made one. */
function merged(name: string, read: Read): Read {
  return (answer) => {
    const parsed: Parsed = read(answer)
    if (parsed.kind === 'unrecognised') return parsed
    const rows = new Map<unknown, Reading>()
    for (const row of parsed.rows) rows.set(row[name], { ...rows.get(row[name]), ...row })
    return { ...parsed, rows: [...rows.values()] }
  }
}
