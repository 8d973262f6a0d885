import { firstOf } from '../../parse/first-of.ts'
import { vsolGponSnmp } from '../../snmp/vsol.ts'
import type { OltProfile, Verified } from '../profile.ts'
import { page, sentences, show, table } from '../show.ts'
import { vsolDialect } from './dialect.ts'
import * as formats from './gpon-formats.ts'
import { vsolGponWrites } from './writes.ts'

const G0B: Verified = { model: 'V1600G0-B', firmware: 'V1.4.8R', source: 'OLTERRA @224ebb454fb2, recorded session' }
const G1: Verified = { model: 'V1600G1', firmware: 'not stated', source: 'public record with cursor moves' }

/** Tested with recorded sessions of V1600G0-B V1.4.8R and pieces of others; SNMP with a record of V1600GS V1.2.0. V1600G1B has no SNMP of ONUs, so the terminal alone must do. */
export const vsolGpon: OltProfile = {
  id: 'vsol-gpon',
  vendor: 'VSOL',
  title: 'VSOL V1600G series (GPON)',
  models: /\bV1600X?G/i,
  enterprises: [37_950],
  cli: vsolDialect,
  commands: {
    'onu-state': show('show onu state', 'pon', table(formats.onuState), G0B),
    'onu-info': show('show onu info', 'pon', table(formats.onuInfo), G0B),
    'onu-rx': show('show pon onu all rx-power', 'pon', table(formats.rxPower), G0B, { timeoutMs: 60_000 }),
    'onu-autofind': show('show onu auto-find', 'pon', table(formats.autoFind), G1),
    'onu-optics': show('show onu {onu} optical_info', 'pon', firstOf(page(formats.onuOptics), table(formats.opticsTable)), G0B, {
      otherWords: ['show onu {onu} optical-info'],
    }),
    'onu-distance': show('show onu {onu} distance', 'pon', sentences(formats.onuDistance), G0B),
    'onu-description': show('show onu {onu} desc', 'pon', sentences(formats.onuDescription), G0B, { otherWords: ['show onu {onu} description'] }),
    'onu-detail': show('show onu detail-info {onu}', 'pon', page(formats.onuDetail), G0B),
    'onu-eth': show('show onu {onu} eth', 'pon', page(formats.ethPorts), { model: 'V1600G', firmware: 'not stated', source: 'OLTCMDRead @a9bf7ad6' }),
    'pon-info': show('show pon info', 'pon', page(formats.ponInfo), G0B),
    'pon-optics': show('show pon optical transceiver', 'pon', page(formats.ponOptics), G0B),
    'mac-table': show('show mac address-table interface gpon {pon}', 'config', firstOf(table(formats.macTable), page(formats.macOfAddress)), G0B, {
      otherWords: ['show mac address-table pon {pon}'],
    }),
    'mac-address': show('show mac address-table address {mac}', 'config', firstOf(page(formats.macOfAddress), table(formats.macTable)), {
      model: 'V1600G',
      firmware: 'not stated',
      source: 'OLTCMDRead @a9bf7ad6',
    }),
    version: show('show version', 'config', page(formats.version), G0B),
  },
  pons: { by: 'trying', prefix: '0/', most: 16 },
  poll: [
    { command: 'onu-state', each: 'pon', isList: true, tells: ['status'] },
    { command: 'onu-info', each: 'pon', isList: false, tells: ['inventory'] },
    { command: 'onu-rx', each: 'pon', isList: false, tells: ['optics'] },
  ],
  reads: {
    unregistered: [{ command: 'onu-autofind', each: 'pon' }],
    macs: [{ command: 'mac-table', each: 'pon' }],
    system: [{ command: 'version', each: 'olt' }],
    interfaces: [
      { command: 'pon-info', each: 'pon' },
      { command: 'pon-optics', each: 'pon' },
    ],
    onu: [
      { command: 'onu-state', each: 'pon' },
      { command: 'onu-optics', each: 'onu' },
      { command: 'onu-distance', each: 'onu' },
      { command: 'onu-detail', each: 'onu' },
    ],
  },
  snmp: vsolGponSnmp,
  writes: vsolGponWrites,
}
