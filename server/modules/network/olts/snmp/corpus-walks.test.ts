import { describe, expect, test } from 'vitest'
import { deviceCorpus, readCorpus } from '../../../../testing/device-corpus.ts'
import { bdcomGponSnmp } from './bdcom.ts'
import type { SnmpFamily, Varbind } from './family.ts'
import { huaweiSnmp } from './huawei.ts'
import { readWalk } from './read-walk.ts'
import { readSnmprec } from './snmprec.ts'
import { vsolEponSnmp, vsolGponSnmp } from './vsol.ts'
import { zteC600Snmp } from './zte.ts'

const corpus = deviceCorpus()
const json = (path: string) => JSON.parse(readCorpus(`snmp/${path}`))
const walk = (path: string): Varbind[] => readSnmprec(readCorpus(`snmp/${path}`))
const read = (family: SnmpFamily, path: string) => readWalk(family, walk(path))

describe.skipIf(corpus === null)('records of real OLTs', () => {
  test('VSOL GPON: the one that has no light is working all the same', () => {
    const expected = json('vsol/vsolution_v1600gs.expected.json')
    const found = read(vsolGponSnmp, 'vsol/vsolution_v1600gs.snmprec')
    expect(found.onus).toMatchObject(
      expected.onus.map(({ rxDbm, inOctets: _octets, ...onu }: Record<string, unknown>) => (rxDbm === null ? onu : { ...onu, rxDbm })),
    )
    expect(found.onus[2]).not.toHaveProperty('rxDbm')
    expect(found.pons).toMatchObject([{ pon: '0/1', ...expected.pon['0/1'] }])
    expect(found.system).toMatchObject({
      firmware: expected.firmware,
      hardware: expected.hardware,
      oltSerial: expected.serial,
      cpuPercent: expected.cpuPct,
      memoryPercent: expected.memPct,
      temperatureC: 37,
    })
  })

  test('VSOL GPON: light with its unit behind, phases that are a loss', () => {
    const { onus, pons } = read(vsolGponSnmp, 'vsol/vsol_gpon_documented_formats.snmprec')
    expect(onus).toMatchObject([
      { pon: '0/1', onuId: 1, state: 'online', serial: 'MONU0027B3A1', rxDbm: -28.53, txDbm: 2.52, temperatureC: 47.957 },
      { onuId: 2, state: 'power_off', online: false, serial: 'HWTCB4DE53AB', rxDbm: -27.7 },
      { onuId: 3, state: 'los', online: false },
    ])
    expect(pons).toMatchObject([{ pon: '0/1', onus: 3, onlineOnus: 1 }])
  })

  test('VSOL EPON: the number before "dBm", not the one in mW', () => {
    const expected = json('vsol/vsolution_v1600d.dev.expected.json')
    const { onus, pons, system } = read(vsolEponSnmp, 'vsol/vsolution_v1600d.dev.snmprec')
    expect(Object.fromEntries(onus.map(({ onuId, pon: _pon, description, ...light }) => [`1.${onuId}`, { ...light, name: description }]))).toEqual(
      expected.onus,
    )
    expect(Object.fromEntries(pons.map(({ pon, ...module }) => [String(pon).slice(2), module]))).toEqual(expected.pon_ports)
    expect(system).toMatchObject({ cpuPercent: 26, memoryPercent: 18, temperatureC: 40, firmware: 'V2.03.74R', hardware: 'V1.1.2', oltSerial: 'V2007150017' })
  })

  test('ZTE C600: serial numbers of bytes, light in sixteen bits with a sign', () => {
    const { onus } = read(zteC600Snmp, 'zte/c600_documented_sample.snmprec')
    expect(onus).toMatchObject(json('zte/c600_documented_sample.expected.json').onus)
    expect(onus.every(({ pon }) => pon === '1/3/1')).toBe(true)
  })

  test('Huawei: modules and counts of PONs above 2^31', () => {
    const { pons } = read(huaweiSnmp, 'huawei/smartax.snmprec')
    const sensors: { sensor_oid: string; sensor_class: string; sensor_descr: string; sensor_current: number }[] =
      json('huawei/smartax.librenms-expected.json').sensors.discovery.sensors
    const byName = new Map(pons.map((pon) => [`SFP GPON ${pon['pon']}`, pon]))
    const modules = sensors.filter(({ sensor_oid: oid }) => oid.includes('.2011.6.128.1.1.2.23.1.'))
    const fields: Record<string, string> = { temperature: 'temperatureC', voltage: 'voltageV', dbm: 'txDbm' }
    const compared = modules.filter(({ sensor_class: kind }) => fields[kind] !== undefined)
    expect(compared.length).toBeGreaterThan(20)
    for (const { sensor_class: kind, sensor_descr: name, sensor_current: value } of compared)
      expect(byName.get(name.replace(/ TX$/, ''))?.[fields[kind] ?? ''], `${name} ${kind}`).toBe(value)
    for (const { sensor_descr: name, sensor_current: value } of sensors.filter(({ sensor_descr: is }) => is.endsWith('Added ONTs')))
      expect(byName.get(`SFP ${name.replace(' Added ONTs', '')}`)?.['onus'], name).toBe(value)
  })

  test('BDCOM GPON: how many are up and down on each of sixteen PONs', () => {
    const { pons } = read(bdcomGponSnmp, 'bdcom/bdcom_gp3600-16b.snmprec')
    const sensors: { sensor_oid: string; sensor_current: number }[] = json('bdcom/bdcom_gp3600-16b.librenms-expected.json').sensors.discovery.sensors
    const counts = (column: number) =>
      sensors.filter(({ sensor_oid: oid }) => oid.includes(`.3320.10.2.1.1.${column}.`)).map(({ sensor_current: value }) => value)
    expect(counts(4).length).toBeGreaterThan(0)
    const ports = pons.filter(({ onlineOnus }) => onlineOnus !== undefined)
    expect(ports.length).toBe(16)
    expect(ports.map(({ onlineOnus }) => onlineOnus).filter((value) => value !== 0)).toEqual(counts(4).filter((value) => value !== 0))
    expect(ports.map(({ offlineOnus }) => offlineOnus).filter((value) => value !== 0)).toEqual(counts(5).filter((value) => value !== 0))
    expect(ports.map(({ name }) => name)).toEqual(Array.from({ length: 16 }, (_none, index) => `GPON0/${index + 1}`))
  })
})
