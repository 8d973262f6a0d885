import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profiles } from '../drivers/list.ts'
import { bdcomEponSnmp } from './bdcom.ts'
import type { SnmpValue, Varbind } from './family.ts'
import { cdataSnmp } from './cdata.ts'
import { fiberhomeSnmp } from './fiberhome.ts'
import { gcomSnmp } from './gcom.ts'
import { huaweiPon, huaweiSnmp } from './huawei.ts'
import { readWalk } from './read-walk.ts'
import { readRecord } from '../read-record.ts'
import { interfaceTables } from './interfaces.ts'
import { readSnmprec } from './snmprec.ts'
import { standardSystem } from './standard.ts'
import { vsolEponSnmp, vsolGponSnmp } from './vsol.ts'
import { zteC300Snmp, zteC600Snmp } from './zte.ts'

const at = (oid: string, value: SnmpValue): Varbind => ({ oid: `1.3.6.1.4.1.${oid}`, value })
const text = (value: string): Buffer => Buffer.from(value, 'latin1')

test('VSOL: light is text, with or without its unit, and of two numbers it is the one before dBm', () => {
  const gpon = readWalk(vsolGponSnmp, [
    at('37950.1.1.6.1.1.1.1.5.2.9', 3),
    at('37950.1.1.6.1.1.3.1.7.2.9', text('-21.50(dBm)')),
    at('37950.1.1.6.1.1.1.1.5.2.10', 99),
    at('37950.1.1.6.1.1.3.1.7.2.10', text('0.00')),
  ])
  expect(gpon.onus).toEqual([
    { pon: '0/2', onuId: 9, phase: 'working', state: 'online', online: true, rxDbm: -21.5 },
    // A number nobody knows is kept and says nothing; no receiver bears 0 dBm.
    { pon: '0/2', onuId: 10, phase: '99?', state: 'unknown', online: null, rxDbm: null },
  ])
  const epon = readWalk(vsolEponSnmp, [
    at('37950.1.1.5.12.1.25.1.4.1.3', 0),
    at('37950.1.1.5.12.1.25.1.15.1.3', 1),
    at('37950.1.1.5.12.2.1.8.1.7.1.3', text('0.02 mW (-17.25 dBm)')),
  ])
  expect(epon.onus).toMatchObject([{ pon: '0/1', onuId: 3, online: false, lastDownCause: 'power_off', rxDbm: -17.25 }])
})

test('Huawei: ports above 2^31, serial numbers of bytes, and the number for "not measured"', () => {
  const ifIndex = 4_194_304_000 + 2 * 2 ** 13 + 5 * 2 ** 8
  expect(huaweiPon(ifIndex)).toBe('0/2/5')
  expect(huaweiPon(17)).toBe(null)
  const { onus } = readWalk(huaweiSnmp, [
    at(`2011.6.128.1.1.2.43.1.3.${ifIndex}.7`, Buffer.from('54455354ff0a0001', 'hex')),
    at(`2011.6.128.1.1.2.46.1.15.${ifIndex}.7`, 2),
    at(`2011.6.128.1.1.2.46.1.24.${ifIndex}.7`, 13),
    at(`2011.6.128.1.1.2.51.1.4.${ifIndex}.7`, 2_147_483_647),
    at(`2011.6.128.1.1.2.51.1.6.${ifIndex}.7`, 7640),
  ])
  expect(onus).toMatchObject([{ pon: '0/2/5', onuId: 7, serial: 'TESTFF0A0001', online: false, lastDownCause: 'dying_gasp', rxDbm: null, oltRxDbm: -23.6 }])
})

test('ZTE: sixteen bits with a sign; the phases of a C600 have other numbers than those of a C300', () => {
  const c300 = 0x10_00_00_00 + 4 * 2 ** 16 + 7 * 2 ** 8
  expect(
    readWalk(zteC300Snmp, [
      at(`3902.1012.3.28.2.1.4.${c300}.1`, 4),
      at(`3902.1012.3.50.12.1.1.10.${c300}.1.1`, 5000),
      at(`3902.1012.3.50.12.1.1.14.${c300}.1.1`, 65_535),
    ]).onus,
  ).toMatchObject([{ pon: '1/4/7', onuId: 1, state: 'power_off', rxDbm: -20, txDbm: null }])
  const c600 = 0x11_01_00_00 + 3 * 2 ** 8 + 1
  expect(readWalk(zteC600Snmp, [at(`3902.1082.500.10.2.3.8.1.4.${c600}.2`, 4), at(`3902.1082.500.1.2.4.2.1.2.${c600}.2`, -80_000)]).onus).toMatchObject([
    { pon: '1/3/1', onuId: 2, online: true, oltRxDbm: null },
  ])
})

test('BDCOM: rows are numbered by the interface, whose name says where it is; without a name a row is nowhere', () => {
  const { onus } = readWalk(bdcomEponSnmp, [
    { oid: '1.3.6.1.2.1.2.2.1.2.77', value: text('EPON0/3:12') },
    at('3320.101.10.1.1.26.77', 3),
    at('3320.101.10.5.1.5.77', -65_535),
    at('3320.101.10.1.1.26.78', 3),
  ])
  expect(onus).toMatchObject([{ pon: '0/3', onuId: 12, state: 'online', rxDbm: null }])
})

test('Fiberhome: a status whose numbers nobody explains says nothing of being online', () => {
  const index = 2 * 2 ** 25 + 5 * 2 ** 19 + 9 * 2 ** 8
  const { onus } = readWalk(fiberhomeSnmp, [at(`5875.800.3.10.1.1.11.${index}`, 1), at(`5875.800.3.9.3.3.1.6.${index}`, 0)])
  expect(onus).toEqual([{ pon: '2/5', onuId: 9, phase: '1', rxDbm: null }])
})

test('C-Data: how full the memory is follows from what is free; what cannot be says nothing', () => {
  const memory = (all: number, free: number) =>
    readWalk(cdataSnmp, [at('34592.1.3.100.1.8.2.0', all), at('34592.1.3.100.1.8.3.0', free), at('34592.1.3.100.1.8.6.0', 412)]).system
  expect(memory(256, 64)).toMatchObject({ memoryPercent: 75, temperatureC: 41.2 })
  for (const [all, free] of [
    [0, 0],
    [64, 256],
    [256, -1],
  ] as const)
    expect(memory(all, free)).not.toHaveProperty('memoryPercent')
})

test('GCOM: slot, PON and ONT stand in the index', () => {
  expect(
    readWalk(gcomSnmp, [at('13464.1.14.2.4.1.1.1.6.0.4.2', 1), at('13464.1.14.2.4.1.1.1.6.0.4.3', 0), at('13464.1.14.2.4.1.1.1.6.0', 1)]).onus,
  ).toMatchObject([
    { pon: '0/4', onuId: 2, online: true },
    { pon: '0/4', onuId: 3, online: false, state: 'offline' },
  ])
})

test('a recorded walk is read line by line, hex and counters too', () => {
  expect(readSnmprec('1.3.6.1|4x|41ff\n1.3.6.2|70|18446744073709551615\r\n1.3.6.3|2|-5\nnonsense\n')).toEqual([
    { oid: '1.3.6.1', value: Buffer.from([0x41, 0xff]) },
    { oid: '1.3.6.2', value: 18_446_744_073_709_551_615n },
    { oid: '1.3.6.3', value: -5 },
  ])
})

test('10,000 records of any values and any text: nothing throws, and no light is what none can be', () => {
  const families = profiles.flatMap(({ snmp }) => (snmp === null ? [] : [snmp]))
  const tables = [...families.flatMap((family) => family.tables), ...interfaceTables, standardSystem]
  const roots = tables.flatMap(({ root, columns }) => Object.keys(columns).map((column) => `${root}.${column}`))
  const value: fc.Arbitrary<SnmpValue> = fc.oneof(
    fc.integer(),
    fc.bigInt(),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    fc.string(),
  )
  const index = fc.array(fc.oneof(fc.nat(300), fc.nat(2 ** 31), fc.constantFrom(0, 4_194_304_000, 268_566_784, 285_278_977)), { maxLength: 4 })
  const varbind = fc.tuple(fc.constantFrom(...roots), index, value).map(([root, parts, is]) => ({ oid: [root, ...parts].join('.'), value: is }))
  const line = fc.oneof(
    fc
      .tuple(varbind, fc.constantFrom('2', '4', '4x', '6', '64', '65', '66', '67', '70', '999'))
      .map(([{ oid, value: is }, type]) => `${oid}|${type}|${String(is)}`),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('1', '.', '|', 'x', '4', '2', '-', '\r'), maxLength: 60 }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...profiles), fc.array(varbind, { maxLength: 40 }), fc.array(line, { maxLength: 20 }), (profile, varbinds, text) => {
      const { onus, pons, interfaces } = readRecord(profile, [...varbinds, ...readSnmprec(text.join('\n'))])
      for (const row of [...onus, ...pons, ...interfaces])
        for (const [name, cell] of Object.entries(row)) if (name.endsWith('Dbm') && cell !== null) expect(Math.abs(Number(cell))).toBeLessThanOrEqual(50)
    }),
    { numRuns: 10_000 },
  )
}, 120_000)
