import { expect, onTestFinished, test } from 'vitest'
import { simulateOlt } from '../../../../../simulators/olt/index.ts'
import type { SimulatedOlt } from '../../../../../simulators/olt/index.ts'
import { openSnmp, openTelnet } from '../../transport/index.ts'
import { findProfile } from '../drivers/list.ts'
import type { Params } from '../session/session.ts'
import { openOltSession } from '../session/session.ts'
import { macOf } from '../parse/values.ts'

async function simulated(family: string): Promise<SimulatedOlt> {
  const olt = await simulateOlt({ family, pons: 2, onusPerPon: 3, unregistered: [{ pon: 2, serial: 'SIMUBEEF0001', mac: '02:5e:be:ef:00:01' }] })
  onTestFinished(olt.close)
  return olt
}

async function ask(olt: SimulatedOlt, family: string, command: string, params: Params) {
  const profile = findProfile(family)
  if (profile === null) throw new Error(`There is no profile ${family}`)
  const wire = await openTelnet({ host: olt.host, port: olt.telnetPort ?? 0, connectTimeoutMs: 5000, encoding: profile.cli.encoding })
  const session = await openOltSession(profile, wire, { user: 'admin', password: 'admin', enablePassword: 'enable' })
  const heard = await session.ask(command, params)
  await session.close()
  if (heard.parsed.kind === 'unrecognised') throw new Error(`${family} ${command}: ${heard.parsed.why} ${heard.parsed.sample}\n${heard.text}`)
  return heard.parsed.rows
}

test.each([
  ['vsol-gpon', 'onu-autofind', { pon: '0/2' }],
  ['huawei', 'ont-autofind', {}],
  ['zte-c300', 'onu-uncfg', {}],
] as const)('%s: one that nobody has authorised is in the list of those, and in no other', async (family, command, params) => {
  const olt = await simulated(family)
  expect(await ask(olt, family, command, params)).toMatchObject([{ serial: 'SIMUBEEF0001' }])
  olt.plant.removeUnregistered(() => true)
  expect(await ask(olt, family, command, params)).toEqual([])
})

test.each([
  ['vsol-gpon', 'mac-table', { pon: '0/2' }, 3],
  ['vsol-epon', 'onu-mac', { pon: '0/2', onu: '1' }, 2],
  ['huawei', 'ont-macs', { pon: '0/1/1', onu: '0' }, 1],
  ['huawei', 'mac-table', {}, 6],
  ['zte-c300', 'onu-mac', { pon: '1/2/2', onu: '1' }, 1],
  ['bdcom-epon', 'mac-table', { pon: '0/2' }, 3],
] as const)('%s: %s shows what stands behind ONUs that are up', async (family, command, params, count) => {
  const olt = await simulated(family)
  const first = olt.plant.find(2, 1)
  if (first === undefined) throw new Error('There is no such ONU')
  first.hosts = ['02:ca:fe:00:00:01']
  const rows = await ask(olt, family, command, params)
  expect(rows.length).toBe(count)
  expect(rows.map(({ mac }) => macOf(String(mac)))).toContain('02:ca:fe:00:00:01')
})

test.each([
  ['huawei', 'ont-detail', { pon: '0/1/1', onu: '0' }],
  ['huawei', 'ont-info', { pon: '0/1/1' }],
  ['zte-c300', 'onu-detail', { pon: '1/2/2', onu: '1' }],
  ['vsol-gpon', 'onu-description', { pon: '0/2', onu: '1' }],
  ['bdcom-epon', 'onu-information', {}],
] as const)('%s: %s tells what an ONU is called', async (family, command, params) => {
  const olt = await simulated(family)
  expect((await ask(olt, family, command, params)).map(({ description }) => description)).toContain('line 2-1')
})

test('ports of the OLT are in IF-MIB, and an ONU that is registered while it runs is in the tables at once', async () => {
  const olt = await simulated('zte-c300')
  const session = openSnmp({ host: olt.host, port: olt.snmpPort ?? 0, credentials: { version: '2c', community: 'public' }, timeoutMs: 1000, retries: 1 })
  onTestFinished(() => session.close())
  const walk = async (root: string): Promise<string[]> => {
    const { rows } = await session.walk(root, { maxRepetitions: 20, deadline: AbortSignal.timeout(5000) })
    return rows.map(({ value }) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
  }
  expect(await walk('1.3.6.1.2.1.31.1.1.1.1')).toEqual(['gpon-olt_1/2/1', 'gpon-olt_1/2/2', 'xgei_1/19/1', 'xgei_1/19/2'])
  expect(await walk('1.3.6.1.2.1.2.2.1.8')).toEqual(['1', '1', '1', '2'])
  olt.plant.cutFibre(2)
  expect(await walk('1.3.6.1.2.1.2.2.1.8')).toEqual(['1', '2', '1', '2'])
  olt.plant.restore()
  expect((await walk('1.3.6.1.4.1.3902.1012.3.13.3.1.2')).length).toBe(1)
  olt.plant.register({ pon: 2, id: 9, serial: 'SIMUBEEF0001', description: 'new' })
  expect(await walk('1.3.6.1.4.1.3902.1012.3.13.3.1.2')).toEqual([])
  expect(await walk('1.3.6.1.4.1.3902.1012.3.28.1.1.3')).toContain('new')
})
