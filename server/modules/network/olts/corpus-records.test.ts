import { describe, expect, test } from 'vitest'
import { deviceCorpus, readCorpus } from '../../../testing/device-corpus.ts'
import { findProfile, suggestProfiles } from './drivers/list.ts'
import type { OltInterface } from './poll/read-interfaces.ts'
import { readRecord } from './read-record.ts'
import type { RecordReadings } from './read-record.ts'
import { readSnmprec } from './snmp/snmprec.ts'

const corpus = deviceCorpus()

interface Port {
  ifIndex: number
  ifName: string
  ifDescr: string
  ifOperStatus: string | null
  ifAdminStatus: string | null
  ifSpeed: number | null
}
/** Another program's reading: its device, its ports, its sensors. */
interface Expected {
  os: { discovery: { devices: Record<string, string | null>[] } }
  ports?: { discovery: { ports: Port[] }; poller: { ports: Port[] } }
  processors?: { discovery: { processors: { processor_usage: number }[] } }
  mempools?: { discovery: { mempools: { mempool_perc: number }[] } }
  sensors?: { discovery: { sensors: { sensor_class: string; sensor_current: number }[] } }
}

function read(profileId: string, path: string): RecordReadings {
  const profile = findProfile(profileId)
  if (profile === null) throw new Error(`There is no profile ${profileId}`)
  return readRecord(profile, readSnmprec(readCorpus(`snmp/${path}.snmprec`)))
}
const expectedOf = (path: string): Expected => JSON.parse(readCorpus(`snmp/${path}.librenms-expected.json`)) as Expected
const deviceOf = ({ os }: Expected): Record<string, string | null> => os.discovery.devices[0] ?? {}
const upOrDown = (word: string | null): string | null => (word === 'up' || word === 'down' ? word : null)

/** Each port the other program tells of is ours by its number, and alike; ours may be more, for it leaves some out. */
function comparePorts({ ports }: Expected, interfaces: readonly OltInterface[], isNamed: (port: Port, ours: OltInterface) => boolean): number {
  const ours = new Map(interfaces.map((one) => [one.index, one]))
  for (const port of ports?.poller.ports ?? []) {
    const found = ours.get(port.ifIndex)
    if (found === undefined) throw new Error(`Port ${port.ifIndex} ${port.ifName} is missing`)
    expect(isNamed(port, found), `${port.ifName} is ${found.name}`).toBe(true)
    expect(found.oper, port.ifName).toBe(upOrDown(port.ifOperStatus))
    if (port.ifAdminStatus !== null) expect(found.admin, port.ifName).toBe(upOrDown(port.ifAdminStatus))
    if (port.ifSpeed !== null && port.ifSpeed > 0) expect(found.speedMbps, port.ifName).toBe(port.ifSpeed / 1e6)
  }
  return ports?.poller.ports.length ?? 0
}
const byName = (port: Port, ours: OltInterface): boolean => ours.name === port.ifName

describe.skipIf(corpus === null)('what OLTs record of themselves', () => {
  test('C-Data: itself and twenty ports', () => {
    const expected = expectedOf('cdata/cdata')
    const { system, interfaces, onus } = read('cdata-epon', 'cdata/cdata')
    const { version, hardware, serial } = deviceOf(expected)
    expect(system).toMatchObject({ firmware: version, hardware, oltSerial: serial, serial })
    expect(system['cpuPercent']).toBe(expected.processors?.discovery.processors[0]?.processor_usage)
    expect(system['memoryPercent']).toBe(expected.mempools?.discovery.mempools[0]?.mempool_perc)
    expect(system['temperatureC']).toBe(expected.sensors?.discovery.sensors.find(({ sensor_class: kind }) => kind === 'temperature')?.sensor_current)
    expect(comparePorts(expected, interfaces, byName)).toBe(interfaces.length)
    const pons = interfaces.filter(({ kind }) => kind === 'pon')
    expect(pons.map(({ pon }) => pon)).toEqual(Array.from({ length: 8 }, (_none, index) => `0/0/${index + 1}`))
    expect(interfaces.filter(({ kind }) => kind === 'uplink').length).toBe(12)
    expect(onus).toEqual([])
    // Its number is that of the maker's EPON also on GPON, so both are suggested, and it names no model.
    expect(suggestProfiles({ sysDescr: 'an OLT', sysObjectId: String(system['objectId']) }).map(({ profile }) => profile.id)).toEqual([
      'cdata-epon',
      'cdata-gpon',
    ])
  })

  test('Fiberhome: of two main boards the busier one counts', () => {
    const expected = expectedOf('fiberhome/fiberhome')
    const { system } = read('fiberhome', 'fiberhome/fiberhome')
    const { hardware: model, version: firmware, features: hardware } = deviceOf(expected)
    expect(system).toMatchObject({ model, firmware, hardware })
    // The other program rounds to whole percents.
    const usages = expected.processors?.discovery.processors.map(({ processor_usage: usage }) => usage) ?? []
    expect(Math.round(Number(system['cpuPercent']))).toBe(Math.max(...usages))
    expect(Math.round(Number(system['memoryPercent']))).toBe(Math.max(...(expected.mempools?.discovery.mempools.map(({ mempool_perc: full }) => full) ?? [])))
    expect(system['temperatureC']).toBe(expected.sensors?.discovery.sensors.find(({ sensor_class: kind }) => kind === 'temperature')?.sensor_current)
    for (const [file, busy] of [
      ['an5516-01', 42],
      ['an5516-04', 42],
      ['an5516-04B', null],
      ['an5516-06', null],
    ] as const) {
      const found = read('fiberhome', `fiberhome/fiberhome_${file}`).system
      expect([found['model'], found['cpuPercent'] ?? null]).toEqual([file.toUpperCase(), busy])
      expect(suggestProfiles({ sysDescr: String(found['description']), sysObjectId: String(found['objectId']) }).map(({ profile }) => profile.id)).toEqual([
        'fiberhome',
      ])
    }
  })

  test('ZTE: what it calls itself is its family, model and version', () => {
    const { system } = read('zte-c300', 'zte/zxa10_min')
    expect(system).toMatchObject({ model: 'C320', firmware: 'V2.1.0' })
    expect(suggestProfiles({ sysDescr: String(system['description']), sysObjectId: String(system['objectId']) }).map(({ profile }) => profile.id)).toEqual([
      'zte-c300',
    ])
  })

  test('OLTs of other makers are read of themselves and their ports, and nothing is made up', () => {
    const others = ['datacom-dmos_dm4611', 'edgeosolt_uisp-fiber', 'eltex-olt', 'nokia-isam', 'raisecom', 'ubiquoss-pon_9500'] as const
    const [datacom, edge, eltex, nokia, raisecom, ubiquoss] = others.map((file) => {
      const expected = expectedOf(`other/${file}`)
      const { system, interfaces, onus, pons } = read('other', `other/${file}`)
      expect([onus, pons]).toEqual([[], []])
      expect(system['description']).toBe(deviceOf(expected)['sysDescr'])
      expect(String(system['objectId']).replace(/^\.?/, '.')).toBe(deviceOf(expected)['sysObjectID'])
      expect(suggestProfiles({ sysDescr: String(system['description']), sysObjectId: String(system['objectId']) })).toEqual([])
      return { expected, system, interfaces }
    })
    if (!datacom || !edge || !eltex || !nokia || !raisecom || !ubiquoss) throw new Error('There are not six of them')

    // The other program cuts the version off after 21 characters.
    expect(datacom.system).toMatchObject({
      model: 'DM4611',
      firmware: expect.stringMatching(new RegExp(`^${RegExp.escape(deviceOf(datacom.expected)['version'] ?? '')}a$`)),
    })
    expect(comparePorts(datacom.expected, datacom.interfaces, byName)).toBe(8)
    expect(datacom.interfaces.filter(({ kind }) => kind === 'pon').map(({ pon }) => pon)).toEqual(['1/1/1', '1/1/2', '1/1/3', '1/1/4'])

    expect(deviceOf(ubiquoss.expected)['serial']).toBe(ubiquoss.system['serial'])
    // It calls the model of its box "CHASSIS"; the other program takes the description for the model.
    expect(ubiquoss.system).not.toHaveProperty('model')
    expect(comparePorts(ubiquoss.expected, ubiquoss.interfaces, byName)).toBe(69)

    // The other program exchanges a name and a description where both are said; and leaves out what is no port of its kinds.
    expect(comparePorts(nokia.expected, nokia.interfaces, (port, ours) => ours.name === port.ifName || ours.name === port.ifDescr)).toBe(2)

    // Ubiquiti's own table names its ports; the standard one has them as numbers, which say nothing of what they are for.
    expect(edge.interfaces.map(({ name, kind }) => `${name} ${kind}`).slice(0, 2)).toEqual(['0/1 other', '0/2 other'])
    expect(edge.interfaces.length).toBe(15)
    const named = new Map(edge.interfaces.flatMap(({ alias, oper }) => (alias === null ? [] : [[alias, oper]])))
    for (const { ifName, ifOperStatus } of edge.expected.ports?.poller.ports.filter(({ ifName: name }) => named.has(name)) ?? [])
      expect([ifName, named.get(ifName)]).toEqual([ifName, ifOperStatus])
    expect([...named.keys()]).toEqual(['sfp1', 'sfp2', 'sfp3', 'sfp4'])

    // Versions and serial numbers that stand in the makers' own tables only are not told.
    for (const { system } of [edge, eltex, nokia, raisecom]) for (const name of ['model', 'serial', 'firmware']) expect(system).not.toHaveProperty(name)
    expect([eltex.interfaces, raisecom.interfaces]).toEqual([[], []])
  })
})
