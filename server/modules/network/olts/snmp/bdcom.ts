import { onuOf } from '../drivers/places.ts'
import type { Reading } from '../parse/reading.ts'
import { causeOf, macOf, serialOf, stateOf } from '../parse/values.ts'
import { asLight, asNumber, asWord, asWords, enterprise, serialText } from './family.ts'
import type { SnmpFamily, SnmpTable, SnmpValue } from './family.ts'

/** Rows are numbered by the interface, whose name says where it is. */
const byInterface: SnmpTable['index'] = (parts) => (parts.length === 1 ? { key: parts.join('.'), says: {} } : null)

const names = (of: 'onu' | 'pon', pattern: RegExp): SnmpTable => ({
  of,
  root: '1.3.6.1.2.1.2.2.1',
  index: byInterface,
  // Without the name nobody knows whose row it is.
  ...(of === 'onu' ? { tells: { status: [2], optics: [2], inventory: [2] } } : {}),
  columns: {
    2: asWords((name): Reading => {
      if (!pattern.test(name)) return {}
      return of === 'onu' ? onuOf(name) : { pon: name.replace(/^\D+/, ''), name }
    }),
  },
})

const mac = (value: SnmpValue): Reading => ({ mac: Buffer.isBuffer(value) && value.length === 6 ? macOf(value.toString('hex')) : macOf(String(value)) })
const NOTHING = [0, -65_535, 2_147_483_647, 2_147_483_648]
const tenth = { scale: 0.1, nothing: NOTHING }

const EPON_STATES = { 0: 'authenticated', 1: 'registered', 2: 'deregistered', 3: 'auto-configured', 4: 'lost', 5: 'standby' }
const EPON_REASONS = { 2: 'normal', 3: 'mpcp', 4: 'oam', 5: 'firmware', 6: 'illegal-mac', 7: 'admin', 8: 'wire-down', 9: 'power-off' }
const GPON_REASONS = { 1: 'power-off', 6: 'pon-los', 8: 'wire-down' }

export const bdcomEponSnmp: SnmpFamily = {
  maxRepetitions: 20,
  verified: null,
  tables: [
    {
      of: 'onu',
      root: enterprise('3320.101.10.1.1'),
      index: byInterface,
      tells: { status: [26], optics: [27], inventory: [3] },
      columns: { 3: mac, 26: asWord(EPON_STATES, stateOf), 27: asNumber('distanceM'), 80: asNumber('aliveSeconds') },
      isList: true,
    },
    { of: 'onu', root: enterprise('3320.101.11.1.1'), index: byInterface, tells: { status: [11] }, columns: { 11: asWord(EPON_REASONS, causeOf) } },
    {
      of: 'onu',
      root: enterprise('3320.101.10.5.1'),
      index: byInterface,
      tells: { optics: [5, 6] },
      columns: { 5: asLight('rxDbm', tenth), 6: asLight('txDbm', tenth) },
    },
    { of: 'onu', root: enterprise('3320.101.108.1'), index: byInterface, tells: { optics: [3] }, columns: { 3: asLight('oltRxDbm', tenth) } },
    names('onu', /^EPON\d+\/\d+:\d+$/i),
    names('pon', /^EPON\d+\/\d+$/i),
  ],
}

export const bdcomGponSnmp: SnmpFamily = {
  maxRepetitions: 20,
  verified: 'counts of PONs with a record of GP3600-16B; the tables of ONUs by the MIB only',
  tables: [
    {
      of: 'onu',
      root: enterprise('3320.10.3.1.1'),
      index: byInterface,
      tells: { status: [35], optics: [33], inventory: [4] },
      columns: { 4: (value) => serialOf(serialText(value)), 33: asNumber('distanceM'), 35: asWord(GPON_REASONS, causeOf) },
      isList: true,
    },
    {
      of: 'onu',
      root: enterprise('3320.10.3.3.1'),
      index: byInterface,
      tells: { status: [4] },
      columns: { 4: asWord({ 0: 'offline', 1: 'inactive', 3: 'active' }, stateOf) },
    },
    {
      of: 'onu',
      root: enterprise('3320.10.3.4.1'),
      index: byInterface,
      tells: { optics: [2, 3] },
      columns: { 2: asLight('rxDbm', tenth), 3: asLight('txDbm', tenth) },
    },
    { of: 'pon', root: enterprise('3320.10.2.1.1'), index: byInterface, columns: { 4: asNumber('onlineOnus'), 5: asNumber('offlineOnus') } },
    names('onu', /^GPON\d+\/\d+:\d+$/i),
    names('pon', /^GPON\d+\/\d+$/i),
  ],
}
