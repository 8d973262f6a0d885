import { describe, expect, onTestFinished, test } from 'vitest'
import { noFaults } from '../../../../../simulators/olt/faults.ts'
import { openAgent, row, text } from '../../../../../simulators/olt/snmp/agent.ts'
import type { Row } from '../../../../../simulators/olt/snmp/agent.ts'
import { systemClock } from '../../../../kernel/clock.ts'
import { deviceCorpus, readCorpus } from '../../../../testing/device-corpus.ts'
import { openSnmp } from '../../transport/index.ts'
import type { SnmpSession } from '../../transport/index.ts'
import { findProfile } from '../drivers/list.ts'
import type { OltProfile } from '../drivers/profile.ts'
import { readSnmprec } from '../snmp/snmprec.ts'
import { pollOnus, readInterfaces, readSystem } from './by-plan.ts'
import { capabilitiesOf } from './plan.ts'
import { findPons, readInterfacesBySnmp } from './read-interfaces.ts'
import { readUnregisteredBySnmp } from './read-unregistered.ts'

const OPTIONS = { pons: null, clock: systemClock, deadlineMs: 60_000 } as const

async function answering(rows: readonly Row[]): Promise<SnmpSession> {
  const agent = await openAgent({ rows: { revision: () => 0, all: () => [...rows] }, faults: noFaults(), community: 'public', port: 0 })
  onTestFinished(agent.close)
  const session = openSnmp({ host: '127.0.0.1', port: agent.port, credentials: { version: '2c', community: 'public' }, timeoutMs: 2000, retries: 1 })
  onTestFinished(() => session.close())
  return session
}

const profileOf = (id: string): OltProfile => {
  const found = findProfile(id)
  if (found === null) throw new Error(`There is no profile ${id}`)
  return found
}

/** A port of the standard tables. */
const port = (index: number, name: string, { type = 6, admin = 1, oper = 1, mbps = 1000, alias = '' } = {}): Row[] => [
  row(`1.3.6.1.2.1.2.2.1.2.${index}`, () => text(name)),
  row(`1.3.6.1.2.1.2.2.1.3.${index}`, () => type),
  row(`1.3.6.1.2.1.2.2.1.7.${index}`, () => admin),
  row(`1.3.6.1.2.1.2.2.1.8.${index}`, () => oper),
  row(`1.3.6.1.2.1.31.1.1.1.15.${index}`, () => mbps),
  row(`1.3.6.1.2.1.31.1.1.1.18.${index}`, () => text(alias)),
]
const MODULE = '1.3.6.1.4.1.37950.1.1.5.10.13.1.1'

test('ports are told apart: uplinks, PONs with their modules, the rest; those of ONUs are none of the OLT', async () => {
  const session = await answering([
    ...port(1, 'GE0/1', { alias: 'to the core' }),
    ...port(2, 'GPON0/1 Clients', { type: 1, oper: 2, mbps: 2500 }),
    ...port(3, 'VLAN100', { type: 53, mbps: 0 }),
    ...port(4, 'GPON01ONU1', { type: 1 }),
    ...port(5, 'GPON0/1:2', { type: 1 }),
    ...port(6, 'MGMT0', { admin: 2, oper: 2 }),
    row(`${MODULE}.2.1`, () => text('41.5')),
    row(`${MODULE}.5.1`, () => text('4.25')),
    row(`${MODULE}.2.2`, () => text('39')),
  ])
  const { rows, complete, problems } = await readInterfacesBySnmp(profileOf('vsol-gpon'), session, OPTIONS)
  expect([complete, problems]).toEqual([true, []])
  expect(rows).toMatchObject([
    { index: 1, name: 'GE0/1', alias: 'to the core', kind: 'uplink', pon: null, admin: 'up', oper: 'up', speedMbps: 1000, txDbm: null },
    { index: 2, name: 'GPON0/1 Clients', kind: 'pon', pon: '0/1', oper: 'down', speedMbps: 2500, temperatureC: 41.5, txDbm: 4.25 },
    { index: 3, kind: 'other', speedMbps: null },
    { index: 6, kind: 'other', admin: 'down' },
    // A module that no port of the standard tables is for.
    { index: null, name: 'GPON0/2', kind: 'pon', pon: '0/2', temperatureC: 39, oper: null },
  ])
  expect(await findPons(profileOf('vsol-gpon'), session, OPTIONS)).toEqual(['0/1'])
})

test('a list of ports whose columns do not agree is not all, and of no list no PON is known', async () => {
  const [first, ...rest] = [...port(1, 'GPON0/1'), ...port(2, 'GPON0/2')]
  expect(first).toBeDefined()
  const torn = await readInterfacesBySnmp(profileOf('vsol-gpon'), await answering(rest), OPTIONS)
  expect(torn).toMatchObject({ complete: false, problems: [expect.stringContaining('it tells of 1 ports and another column of 2')] })
  const nothing = await answering([row('1.3.6.1.2.1.1.1.0', () => text('x'))])
  expect(await readInterfacesBySnmp(profileOf('cdata-gpon'), nothing, OPTIONS)).toMatchObject({ complete: false, rows: [] })
  expect(await findPons(profileOf('vsol-gpon'), nothing, OPTIONS)).toBe(null)
})

test('an OLT of no family that is known tells of itself and its ports; of its parts only the box counts', async () => {
  const other = profileOf('other')
  const ENTITY = '1.3.6.1.2.1.47.1.1.1.1'
  const session = await answering([
    row('1.3.6.1.2.1.1.1.0', () => text('An OLT (system version 3.2.1-7)')),
    ...[3, 9].flatMap((kind, index) => [
      row(`${ENTITY}.5.${index + 1}`, () => kind),
      row(`${ENTITY}.11.${index + 1}`, () => text(`TEST000${index}`)),
      row(`${ENTITY}.13.${index + 1}`, () => text(kind === 3 ? 'TEST-8' : 'A board')),
    ]),
    ...port(1, 'gpon-1/1/1', { type: 250 }),
    ...port(2, '0/2'),
    ...port(3, 'ten-gigabit-ethernet-1/1/1', { oper: 2, mbps: 10_000 }),
  ])
  const lines = { snmp: session, cli: null }
  expect(await readSystem(other, lines, OPTIONS)).toMatchObject({
    complete: true,
    rows: [{ model: 'TEST-8', serial: 'TEST0000', firmware: '3.2.1-7', cpuPercent: null, temperatureC: null }],
  })
  expect((await readInterfaces(other, lines, OPTIONS)).rows).toMatchObject([
    { kind: 'pon', pon: '1/1/1', oper: 'up' },
    // Numbers alone do not say what a port is for.
    { kind: 'other', name: '0/2' },
    { kind: 'uplink', oper: 'down', speedMbps: 10_000 },
  ])
  expect(Object.entries(capabilitiesOf(other)).flatMap(([what, ways]) => (ways.length > 0 ? [what] : []))).toEqual(['system', 'interfaces'])
  await expect(pollOnus(other, lines, OPTIONS)).rejects.toThrow('There is no way to read onus of other')
})

test('who waits at a Huawei or ZTE is in a table of its own', async () => {
  const huawei = await answering([
    row(`1.3.6.1.4.1.2011.6.128.1.1.2.48.1.2.${125 * 2 ** 25 + 2 ** 13 + 3 * 256}.1`, () => Buffer.from('54455354ff0a0001', 'hex')),
  ])
  expect(await readUnregisteredBySnmp(profileOf('huawei'), huawei, OPTIONS)).toMatchObject({
    complete: true,
    rows: [{ pon: '0/1/3', serial: 'TESTFF0A0001', mac: null, model: null }],
  })
  const zte = await answering([row(`1.3.6.1.4.1.3902.1012.3.13.3.1.2.${0x10_00_00_00 + 2 * 2 ** 16 + 4 * 2 ** 8}.1`, () => text('TEST00000A0B'))])
  expect(await readUnregisteredBySnmp(profileOf('zte-c300'), zte, OPTIONS)).toMatchObject({ rows: [{ pon: '1/2/4', serial: 'TEST00000A0B' }] })
})

const corpus = deviceCorpus()

describe.skipIf(corpus === null)('records of real OLTs', () => {
  const kinds = async (profile: string, path: string): Promise<Record<string, number>> => {
    const varbinds = readSnmprec(readCorpus(`snmp/${path}`))
    const rows = varbinds.flatMap(({ oid, value }) => {
      const known = typeof value === 'bigint' ? null : typeof value === 'string' ? text(value) : value
      return known === null ? [] : [row(oid, () => known)]
    })
    const { rows: ports } = await readInterfacesBySnmp(profileOf(profile), await answering(rows), OPTIONS)
    return Object.fromEntries(Object.entries(Object.groupBy(ports, ({ kind }) => kind)).map(([kind, some]) => [kind, some.length]))
  }

  test('VSOL, Huawei and BDCOM: as many uplinks and PONs as the device has', async () => {
    expect(await kinds('vsol-gpon', 'vsol/vsolution_v1600gs.snmprec')).toMatchObject({ pon: 1 })
    expect(await kinds('bdcom-gpon', 'bdcom/bdcom_gp3600-16b.snmprec')).toMatchObject({ uplink: 12, pon: 16 })
    expect(await kinds('huawei', 'huawei/smartax.snmprec')).toMatchObject({ uplink: 6, pon: 32 })
  })
})
