import { expect, onTestFinished, test } from 'vitest'
import { families, simulateOlt } from '../../../../../simulators/olt/index.ts'
import type { SimulatedOlt } from '../../../../../simulators/olt/index.ts'
import { systemClock } from '../../../../kernel/clock.ts'
import { openSnmp, openTelnet } from '../../transport/index.ts'
import { findProfile, profiles } from '../drivers/list.ts'
import { other } from '../drivers/other/other.ts'
import type { OltProfile } from '../drivers/profile.ts'
import { openOltSession } from '../session/session.ts'
import type { OltSession } from '../session/session.ts'
import { KINDS } from '../snmp/family.ts'
import { pollOnus, readInterfaces, readMacs, readOnu, readSystem, readUnregistered } from './by-plan.ts'
import type { OltLines } from './by-plan.ts'
import type { OnuObservation } from './observation.ts'
import { CAPABILITIES, pollPlan } from './plan.ts'

const PONS = 2
const ONUS = 6
const OPTIONS = { pons: null, clock: systemClock, deadlineMs: 60_000 } as const

interface At {
  readonly olt: SimulatedOlt
  readonly profile: OltProfile
  /** The columns SNMP was asked for, and how often a session was opened. */
  readonly asked: { roots: string[]; sessions: number }
  readonly both: OltLines
  readonly snmp: OltLines
  readonly cli: OltLines
}

async function simulated(family: string, more: Partial<Parameters<typeof simulateOlt>[0]> = {}): Promise<At> {
  const olt = await simulateOlt({ family, pons: PONS, onusPerPon: ONUS, seed: 7, ...more })
  onTestFinished(olt.close)
  const profile = findProfile(family)
  if (profile === null) throw new Error(`There is no profile ${family}`)
  const asked = { roots: [] as string[], sessions: 0 }
  const wire = openSnmp({ host: olt.host, port: olt.snmpPort ?? 0, credentials: { version: '2c', community: 'public' }, timeoutMs: 500, retries: 1 })
  onTestFinished(() => wire.close())
  const snmp: OltLines['snmp'] = {
    ...wire,
    walk: async (root, options) => {
      asked.roots.push(root)
      return await wire.walk(root, options)
    },
  }
  let session: OltSession | null = null
  onTestFinished(async () => await session?.close())
  const open = async (): Promise<OltSession> => {
    if (session !== null) return session
    asked.sessions += 1
    const line = await openTelnet({ host: olt.host, port: olt.telnetPort ?? 0, connectTimeoutMs: 5000, encoding: profile.cli.encoding })
    session = await openOltSession(profile, line, { user: 'admin', password: 'admin', enablePassword: 'enable' })
    return session
  }
  const cli: OltLines['cli'] = async (work) => await work(await open())
  return { olt, profile, asked, both: { snmp, cli }, snmp: { snmp, cli: null }, cli: { snmp: null, cli } }
}

const where = ({ pon, onuId }: { pon: string; onuId: number }): string => `${pon}:${onuId}`

for (const { id } of families) {
  if (findProfile(id) === null) continue
  test(`${id}: state, light and identity can be asked for apart, and together they are the whole poll`, async () => {
    const at = await simulated(id)
    at.olt.plant.cutFibre(2)
    for (const lines of [at.snmp, at.cli]) {
      const source = lines.snmp === null ? 'cli' : 'snmp'
      const whole = await pollOnus(at.profile, lines, OPTIONS)
      expect(whole.kinds, `${id} ${source}`).toMatchObject({ status: true })
      at.asked.roots.length = 0
      const status = await pollOnus(at.profile, lines, { ...OPTIONS, what: 'status' })
      const walkedForStatus = at.asked.roots.length
      const optics = await pollOnus(at.profile, lines, { ...OPTIONS, what: 'optics' })
      const inventory = await pollOnus(at.profile, lines, { ...OPTIONS, what: 'inventory' })
      for (const [what, { complete, problems }] of Object.entries({ status, inventory }))
        expect(complete, `${id} ${source} ${what} ${problems.join()}`).toBe(true)
      expect(status.kinds).toEqual({ status: true })
      const by = (observations: readonly OnuObservation[]) => new Map(observations.map((onu) => [where(onu), onu]))
      const [states, lights, devices] = [by(status.observations), by(optics.observations), by(inventory.observations)]
      expect(whole.observations.length).toBe(PONS * ONUS)
      for (const onu of whole.observations) {
        const at = `${id} ${source} ${where(onu)}`
        expect(states.get(where(onu))?.state, at).toBe(onu.state)
        if (onu.state !== 'online') expect(states.get(where(onu))?.cause, at).toBe(onu.cause)
        expect([lights.get(where(onu))?.rxDbm ?? null, lights.get(where(onu))?.oltRxDbm ?? null], at).toEqual([onu.rxDbm, onu.oltRxDbm])
        expect([devices.get(where(onu))?.serial, devices.get(where(onu))?.mac], at).toEqual([onu.serial, onu.mac])
      }
      // What is asked every five minutes is a few columns of a family's many.
      if (source === 'snmp') expect(walkedForStatus, id).toBeLessThanOrEqual(4)
    }
  })

  test(`${id}: one ONU is told as the whole poll tells it, by a question or two or a few commands`, async () => {
    const at = await simulated(id)
    at.olt.plant.cutFibre(2)
    const { observations } = await pollOnus(at.profile, pollPlan(at.profile, 'onus')[0] === 'snmp' ? at.snmp : at.cli, OPTIONS)
    for (const number of [3, ONUS + 2]) {
      const onu = observations[number]
      if (onu === undefined) throw new Error('There is no such ONU')
      for (const lines of [at.snmp, at.cli]) {
        if (!pollPlan(at.profile, 'onu').includes(lines.snmp === null ? 'cli' : 'snmp')) continue
        at.asked.roots.length = 0
        const { source, complete, rows, problems } = await readOnu(at.profile, lines, onu, OPTIONS)
        const named = `${id} ${source} ${where(onu)} ${problems.join()}`
        expect([complete, rows.length], named).toEqual([true, 1])
        expect(rows[0], named).toMatchObject({ pon: onu.pon, onuId: onu.onuId })
        expect(rows[0]?.state === 'online', named).toBe(onu.state === 'online')
        if (source === 'snmp') expect([rows[0]?.state, rows[0]?.rxDbm, at.asked.roots], named).toEqual([onu.state, onu.rxDbm, []])
      }
    }
  })
}

test('the command line is opened when SNMP does not bring all, and not before', async () => {
  const at = await simulated('vsol-gpon')
  expect(await pollOnus(at.profile, at.both, { ...OPTIONS, what: 'status' })).toMatchObject({ source: 'snmp', complete: true })
  expect(at.asked.sessions).toBe(0)
  at.olt.faults.snmpEndsAfter = 2
  const short = await pollOnus(at.profile, at.both, { ...OPTIONS, what: 'status' })
  expect(short).toMatchObject({
    source: 'cli',
    complete: true,
    problems: expect.arrayContaining([expect.stringContaining('says that it has 6 ONUs, and 2 came')]),
  })
  expect(short.observations.length).toBe(PONS * ONUS)
  expect(at.asked.sessions).toBe(1)
  at.olt.faults.isSnmpSilent = true
  expect(await pollOnus(at.profile, at.both, { ...OPTIONS, what: 'status' })).toMatchObject({
    source: 'cli',
    complete: true,
    problems: [expect.stringContaining('does not answer SNMP'), expect.stringContaining('does not answer SNMP')].slice(1),
  })
  await expect(pollOnus(at.profile, at.snmp, { ...OPTIONS, what: 'status' })).rejects.toMatchObject({ code: 'device_timed_out' })
  await expect(readMacs(at.profile, at.snmp, OPTIONS)).rejects.toMatchObject({ code: 'not_to_be_sent' })
})

test('nobody waiting is proven by the command line; an empty table of SNMP proves nothing', async () => {
  const gpon = await simulated('vsol-gpon')
  expect(await readUnregistered(gpon.profile, gpon.cli, OPTIONS)).toMatchObject({ source: 'cli', complete: true, rows: [] })
  const huawei = await simulated('huawei')
  expect(await readUnregistered(huawei.profile, huawei.snmp, OPTIONS)).toMatchObject({ source: 'snmp', complete: false, rows: [] })
})

test('who waits is told with its serial number and PON', async () => {
  const waiting = { unregistered: [{ pon: 2, serial: 'SIMUBEEF0001', mac: '02:5e:be:ef:00:01' }] }
  for (const [family, pon] of [
    ['vsol-gpon', '0/2'],
    ['huawei', '0/1/1'],
    ['zte-c300', '1/2/2'],
  ] as const) {
    const { profile, both, cli } = await simulated(family, waiting)
    for (const lines of [both, cli])
      expect(await readUnregistered(profile, lines, OPTIONS), family).toMatchObject({ complete: true, rows: [{ pon, serial: 'SIMUBEEF0001' }] })
  }
})

test('addresses behind ONUs are told with their ONU and VLAN, per PON, per ONU or all at once', async () => {
  for (const [family, pon] of [
    ['vsol-gpon', '0/2'],
    ['vsol-epon', '0/2'],
    ['huawei', '0/1/1'],
    ['zte-c300', '1/2/2'],
    ['bdcom-epon', '0/2'],
  ] as const) {
    const { olt, profile, both } = await simulated(family)
    const host = olt.plant.find(2, 3)?.hosts[0]
    const { rows, source, problems } = await readMacs(profile, both, OPTIONS)
    const found = rows.find(({ mac }) => mac === host)
    expect([source, found?.pon, found?.onuId], `${family} ${problems.join()}`).toEqual(['cli', pon, family === 'huawei' ? 2 : 3])
    expect(typeof found?.vlan, family).toBe('number')
    // Only those of the PON that was named.
    const some = await readMacs(profile, both, { ...OPTIONS, pons: [pon] })
    expect(some.rows.length, family).toBeGreaterThan(0)
    expect(new Set(some.rows.map((row) => row.pon)), family).toEqual(new Set([pon]))
  }
})

test('PONs that are found by trying on the command line are not tried where SNMP names them', async () => {
  const at = await simulated('vsol-gpon')
  const { complete } = await readUnregistered(at.profile, at.both, OPTIONS)
  expect(complete).toBe(true)
  expect(at.olt.typed.filter((line) => line.startsWith('interface'))).toEqual(['interface gpon 0/1', 'interface gpon 0/2'])
  const alone = await simulated('vsol-gpon')
  await readUnregistered(alone.profile, alone.cli, OPTIONS)
  expect(alone.olt.typed).toContain('interface gpon 0/3')
})

test('an OLT tells its model, firmware, load and temperature by SNMP, and its version by the command line', async () => {
  const at = await simulated('vsol-gpon')
  const { rows, complete } = await readSystem(at.profile, at.snmp, OPTIONS)
  expect(complete).toBe(true)
  const [said] = rows
  expect(said).toMatchObject({ firmware: 'V9.9.9S', serial: null })
  expect([said?.cpuPercent, said?.memoryPercent, said?.temperatureC, said?.uptimeSeconds].every((value) => typeof value === 'number')).toBe(true)
  expect(await readSystem(at.profile, at.cli, OPTIONS)).toMatchObject({
    source: 'cli',
    complete: true,
    rows: [{ model: 'V1600G-SIM', firmware: 'V9.9.9S', serial: 'V0000000001', cpuPercent: null }],
  })
  const zte = await simulated('zte-c300')
  expect((await readSystem(zte.profile, zte.snmp, OPTIONS)).rows).toMatchObject([{ model: 'C300', firmware: 'V2.1.0' }])
})

test('all ports of an OLT are told by SNMP, also where each ONU is one of the table', async () => {
  for (const { id } of families) {
    if ((findProfile(id)?.snmp ?? null) === null) continue
    const { profile, snmp } = await simulated(id)
    const { complete, rows, problems } = await readInterfaces(profile, snmp, OPTIONS)
    expect([complete, problems], id).toEqual([true, []])
    expect(
      Object.entries(Object.groupBy(rows, ({ kind }) => kind)).map(([kind, some]) => [kind, some.length]),
      id,
    ).toEqual(
      expect.arrayContaining([
        ['uplink', 2],
        ['pon', PONS],
      ]),
    )
  }
})

test('ports of PONs are told by the command line where there is no SNMP, and only of PONs that were named where they are', async () => {
  const at = await simulated('vsol-gpon')
  const { rows } = await readInterfaces(at.profile, at.cli, { ...OPTIONS, pons: ['0/2'] })
  expect(rows).toMatchObject([{ kind: 'pon', pon: '0/2', admin: 'up', oper: null }])
  expect(at.olt.typed.filter((line) => line.startsWith('interface'))).toEqual(['interface gpon 0/2'])
})

test('each way that a plan names is there, and every family tells who is there and how its light is', () => {
  for (const profile of profiles) {
    for (const what of CAPABILITIES) {
      const ways = pollPlan(profile, what)
      // Of an OLT of no family nobody knows how it is asked for its ONUs.
      const isOfOnus = KINDS.some((kind) => kind === what) || what === 'onus' || what === 'onu'
      if (profile === other) expect(ways, what).toEqual(what === 'system' || what === 'interfaces' ? ['snmp'] : [])
      else if (isOfOnus) expect(ways, `${profile.id} ${what}`).toContain('cli')
      if (profile.snmp === null && what !== 'system' && what !== 'interfaces') expect(ways, `${profile.id} ${what}`).not.toContain('snmp')
    }
    const steps = [...profile.poll, ...Object.values(profile.reads).flat()]
    for (const { command, each } of steps) {
      const found = profile.commands[command]
      expect(found?.access, `${profile.id} ${command}`).toBe('read')
      // A step that asks once must have words that want no place.
      if (each === 'olt') expect(found?.words, `${profile.id} ${command}`).not.toMatch(/\{(?:onu|port)\}/)
    }
    for (const { tells = {}, columns, counts = [], root } of profile.snmp?.tables ?? [])
      for (const column of [...Object.values(tells).flat(), ...counts]) expect(Object.keys(columns), `${profile.id} ${root}`).toContain(String(column))
  }
  // Its SNMP has numbers for states that nobody knows: who is there is for the command line.
  expect(pollPlan(findProfile('fiberhome') as OltProfile, 'status')).toEqual(['cli'])
  expect(pollPlan(findProfile('bdcom-epon') as OltProfile, 'onu')).toEqual(['cli'])
})
