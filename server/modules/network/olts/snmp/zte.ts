import type { Reading } from '../parse/reading.ts'
import { causeOf, serialOf, stateOf } from '../parse/values.ts'
import { asLight, asNumber, asText, asWord, enterprise, serialText } from './family.ts'
import type { SnmpFamily, SnmpTable, SnmpValue } from './family.ts'

const C300_PORTS = 0x10_00_00_00
const C600_PORTS = 0x11_01_00_00

const placeOf = (pon: string, onu: number | undefined): ReturnType<SnmpTable['index']> =>
  onu === undefined ? null : { key: `${pon}:${onu}`, says: { pon, onuId: onu } }

/** 0x10000000 | slot<<16 | port<<8, then the ONU, then where there are several the port of the ONU. */
const byC300: SnmpTable['index'] = ([ifIndex = 0, onu]) =>
  ifIndex < C300_PORTS || ifIndex >= 0x11_00_00_00 ? null : placeOf(`1/${(ifIndex >> 16) & 0xff}/${(ifIndex >> 8) & 0xff}`, onu)

/** 0x11010000 | slot<<8 | port. */
const byC600: SnmpTable['index'] = ([ifIndex = 0, onu]) =>
  ifIndex < C600_PORTS || ifIndex > 0x11_01_ff_ff ? null : placeOf(`1/${(ifIndex >> 8) & 0xff}/${ifIndex & 0xff}`, onu)

/** Slot and port as they stand in a number. */
const ifIndexOf =
  (numberOf: (slot: number, port: number) => number) =>
  (pon: string): number | null => {
    const [, slot, port] = /^1\/(\d{1,3})\/(\d{1,3})$/.exec(pon) ?? []
    return slot === undefined ? null : numberOf(Number(slot), Number(port))
  }
/** The row of one ONU, with the port of the ONU behind it where the table has one. */
const rowOf =
  (prefixOf: (pon: string) => number | null, port = '') =>
  (pon: string, onuId: number): string | null => {
    const ifIndex = prefixOf(pon)
    return ifIndex === null ? null : `${ifIndex}.${onuId}${port}`
  }
const c300 = ifIndexOf((slot, port) => C300_PORTS + (slot << 16) + (port << 8))
const c600 = ifIndexOf((slot, port) => C600_PORTS + (slot << 8) + port)

/** Sixteen bits with a sign in steps of 0.002 dB from -30; 65535 is none. */
const light = (name: string) => {
  const read = asLight(name, { scale: 0.002, offset: -30 })
  return (value: SnmpValue): Reading => (value === 65_535 || typeof value !== 'number' ? { [name]: null } : read((value << 16) >> 16))
}

const C300_PHASES = { 0: 'logging', 1: 'LOS', 2: 'syncMib', 3: 'working', 4: 'DyingGasp', 5: 'authFail', 6: 'offline' }
const C600_PHASES = { 2: 'LOS', 4: 'working', 5: 'DyingGasp', 7: 'offline' }
const C300_CAUSES = { 0: '', 1: 'LOS', 2: 'LOSi', 3: 'LOFi', 4: 'SFi', 5: 'LOAi', 6: 'LOAMi', 7: 'deactivated', 8: 'manual', 9: 'DyingGasp' }
/** It says no more than online or not; the phase of another table says why, whichever is read first. */
const isOnline = (value: SnmpValue): Reading => ({ online: value === 1 ? true : value === 2 ? false : null })
const serial = (value: SnmpValue): Reading => serialOf(serialText(value))

export const zteC300Snmp: SnmpFamily = {
  maxRepetitions: 20,
  verified: 'index and distances with a record of C320; the rest by notes of a live network',
  tables: [
    {
      of: 'onu',
      root: enterprise('3902.1012.3.28.1.1'),
      index: byC300,
      prefixOf: c300,
      rowOf: rowOf(c300),
      tells: { status: [17], inventory: [1, 2, 3, 5] },
      columns: {
        1: asText('profile'),
        2: asText('name'),
        3: asText('description'),
        5: serial,
        17: asWord({ 1: 'enable', 2: 'disable' }, (word) => ({ admin: word })),
      },
      isList: true,
    },
    {
      of: 'onu',
      root: enterprise('3902.1012.3.28.2.1'),
      index: byC300,
      prefixOf: c300,
      rowOf: rowOf(c300),
      tells: { status: [4, 7] },
      columns: { 4: asWord(C300_PHASES, stateOf), 7: asWord(C300_CAUSES, causeOf) },
      isList: true,
    },
    {
      of: 'onu',
      root: enterprise('3902.1012.3.50.12.1.1'),
      index: byC300,
      prefixOf: c300,
      rowOf: rowOf(c300, '.1'),
      tells: { optics: [10, 14] },
      columns: { 10: light('rxDbm'), 14: light('txDbm') },
    },
    {
      of: 'onu',
      root: enterprise('3902.1012.3.11.4.1'),
      index: byC300,
      prefixOf: c300,
      rowOf: rowOf(c300),
      tells: { optics: [2] },
      columns: { 2: asNumber('distanceM', { nothing: [-1, 65_535] }) },
    },
    {
      of: 'onu',
      root: enterprise('3902.1015.1010.11.2.1'),
      index: byC300,
      prefixOf: c300,
      rowOf: rowOf(c300),
      tells: { optics: [2] },
      columns: { 2: asLight('oltRxDbm', { scale: 0.001 }) },
    },
    { of: 'unregistered', root: enterprise('3902.1012.3.13.3.1'), index: byC300, prefixOf: c300, columns: { 2: serial } },
  ],
}

export const zteC600Snmp: SnmpFamily = {
  maxRepetitions: 20,
  verified: 'serial, model, online and light with values quoted from a live C600 V1.2.2; the rest by notes',
  tables: [
    {
      of: 'onu',
      root: enterprise('3902.1082.500.10.2.3.3.1'),
      index: byC600,
      prefixOf: c600,
      rowOf: rowOf(c600),
      tells: { inventory: [2, 3, 6] },
      columns: { 2: asText('name'), 3: asText('description'), 6: serial },
    },
    {
      of: 'onu',
      root: enterprise('3902.1082.500.10.2.3.8.1'),
      index: byC600,
      prefixOf: c600,
      rowOf: rowOf(c600),
      tells: { status: [4] },
      columns: { 4: asWord(C600_PHASES, stateOf) },
    },
    {
      of: 'onu',
      root: enterprise('3902.1082.500.10.2.3.10.1'),
      index: byC600,
      prefixOf: c600,
      rowOf: rowOf(c600),
      tells: { optics: [2] },
      columns: { 2: asNumber('distanceM', { nothing: [-1, 65_535] }) },
    },
    {
      of: 'onu',
      root: enterprise('3902.1082.500.20.2.1.2.1'),
      index: byC600,
      prefixOf: c600,
      rowOf: rowOf(c600),
      tells: { status: [7], inventory: [3, 8] },
      columns: { 3: serial, 7: isOnline, 8: asText('model') },
      isList: true,
    },
    {
      of: 'onu',
      root: enterprise('3902.1082.500.20.2.2.2.1'),
      index: byC600,
      prefixOf: c600,
      rowOf: rowOf(c600),
      tells: { optics: [10] },
      columns: { 10: light('rxDbm') },
    },
    {
      of: 'onu',
      root: enterprise('3902.1082.500.1.2.4.2.1'),
      index: byC600,
      prefixOf: c600,
      rowOf: rowOf(c600),
      tells: { optics: [2] },
      columns: { 2: asLight('oltRxDbm', { scale: 0.001 }) },
    },
    { of: 'unregistered', root: enterprise('3902.1082.500.2.2.11.2.1'), index: byC600, prefixOf: c600, columns: { 2: serial } },
  ],
}
