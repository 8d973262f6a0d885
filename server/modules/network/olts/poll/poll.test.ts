import { expect, onTestFinished, test } from 'vitest'
import { families, simulateOlt } from '../../../../../simulators/olt/index.ts'
import type { SimulatedOlt } from '../../../../../simulators/olt/index.ts'
import { systemClock } from '../../../../kernel/clock.ts'
import { openSnmp, openTelnet } from '../../transport/index.ts'
import { findProfile } from '../drivers/list.ts'
import type { OltProfile } from '../drivers/profile.ts'
import { openOltSession } from '../session/session.ts'
import type { OnuObservation, PollResult } from './observation.ts'
import { pollCli } from './poll-cli.ts'
import { pollSnmp } from './poll-snmp.ts'

const PONS = 3
const ONUS = 20

async function simulated(
  family: string,
  size: { pons: number; onusPerPon: number } = { pons: PONS, onusPerPon: ONUS },
): Promise<{ olt: SimulatedOlt; profile: OltProfile }> {
  const olt = await simulateOlt({ family, ...size, seed: 7 })
  onTestFinished(olt.close)
  const profile = findProfile(family)
  if (profile === null) throw new Error(`There is no profile ${family}`)
  return { olt, profile }
}

async function byCli(
  { olt, profile }: { olt: SimulatedOlt; profile: OltProfile },
  options: { pons?: readonly string[]; deadlineMs?: number } = {},
): Promise<PollResult> {
  const wire = await openTelnet({ host: olt.host, port: olt.telnetPort ?? 0, connectTimeoutMs: 5000, encoding: profile.cli.encoding })
  const session = await openOltSession(profile, wire, { user: 'admin', password: 'admin', enablePassword: 'enable' })
  try {
    return await pollCli(profile, session, { pons: options.pons ?? null, clock: systemClock, deadlineMs: options.deadlineMs ?? 60_000 })
  } finally {
    await session.close()
  }
}

async function bySnmp(
  { olt, profile }: { olt: SimulatedOlt; profile: OltProfile },
  options: { pons?: readonly string[]; deadlineMs?: number } = {},
): Promise<PollResult> {
  const session = openSnmp({ host: olt.host, port: olt.snmpPort ?? 0, credentials: { version: '2c', community: 'public' }, timeoutMs: 500, retries: 1 })
  try {
    if (profile.snmp === null) throw new Error(`${profile.id} has no SNMP`)
    return await pollSnmp(profile.snmp, session, { pons: options.pons ?? null, clock: systemClock, deadlineMs: options.deadlineMs ?? 60_000 })
  } finally {
    session.close()
  }
}

const states = (observations: readonly OnuObservation[]) => Object.groupBy(observations, ({ state }) => state)

for (const { id } of families) {
  test(`${id}: every ONU is seen by the command line and by SNMP, with the same state and light`, async () => {
    const at = await simulated(id)
    const { plant } = at.olt
    plant.cutFibre(2)
    plant.failPower(({ pon, id: onu }) => pon === 3 && onu <= 5)
    const dark = plant.find(1, 4)
    if (dark !== undefined) dark.isDark = true
    const cli = await byCli(at)
    const snmp = await bySnmp(at)
    for (const result of [cli, snmp]) {
      expect(
        result.problems.filter((problem) => !problem.includes('not proven')),
        `${id} ${result.source}`,
      ).toEqual([])
      expect(result.complete, `${id} ${result.source}`).toBe(true)
      expect(result.observations.length).toBe(PONS * ONUS)
      const up = states(result.observations)
      expect(up.online?.length, `${id} ${result.source}`).toBe(PONS * ONUS - ONUS - 5)
      expect([up.los?.length, up.power_off?.length], `${id} ${result.source}`).toEqual([ONUS, 5])
      // Who works without light is not dark: nothing was measured.
      const lit = result.observations.filter(({ rxDbm, oltRxDbm }) => rxDbm !== null || oltRxDbm !== null)
      expect(lit.length, `${id} ${result.source}`).toBe(PONS * ONUS - ONUS - 5 - 1)
      expect(
        result.observations.filter(({ serial, mac }) => serial === null && mac === null),
        id,
      ).toEqual([])
      expect(result.observations.filter(({ cause, state }) => state !== 'online' && cause !== null).length, `${id} ${result.source}`).toBe(ONUS + 5)
    }
    const key = ({ pon, onuId }: OnuObservation): string => `${pon}:${onuId}`
    const snmpByKey = new Map(snmp.observations.map((onu) => [key(onu), onu]))
    for (const onu of cli.observations) {
      const other = snmpByKey.get(key(onu))
      expect(other?.state === 'online', `${id} ${key(onu)}`).toBe(onu.state === 'online')
      if (onu.rxDbm !== null) expect(other?.rxDbm, `${id} ${key(onu)}`).toBeCloseTo(onu.rxDbm, 1)
      if (onu.serial !== null && other?.serial !== null) expect(other?.serial, `${id} ${key(onu)}`).toBe(onu.serial)
    }
    // Nobody is left behind on the OLT.
    await expect.poll(() => at.olt.sessions).toBe(0)
    expect(at.olt.peakSessions).toBe(1)
  })
}

test('only some PONs can be asked, by walks of their own', async () => {
  for (const [family, pons] of [
    ['vsol-gpon', ['0/2']],
    ['huawei', ['0/1/1']],
    ['zte-c300', ['1/2/2']],
  ] as const) {
    const at = await simulated(family)
    const { observations, pons: found } = await bySnmp(at, { pons })
    expect(found, family).toEqual(pons)
    expect(observations.length, family).toBe(ONUS)
  }
  const { observations } = await byCli(await simulated('vsol-gpon'), { pons: ['0/3'] })
  expect(observations.map(({ pon }) => pon)).toEqual(Array.from({ length: ONUS }, () => '0/3'))
  // A PON that is not there is nobody's outage.
  const missing = await byCli(await simulated('vsol-gpon'), { pons: ['0/3', '0/9'] })
  expect(missing).toMatchObject({ complete: false, problems: expect.arrayContaining(['onu-state of 0/9: the OLT does not take it']) })
  expect(missing.observations.length).toBe(ONUS)
})

test('a walk that ends too early, goes round, is not answered or takes too long is never complete', async () => {
  const early = await simulated('vsol-gpon')
  early.olt.faults.snmpEndsAfter = 12
  const short = await bySnmp(early)
  expect(short.complete).toBe(false)
  expect(short.problems.join()).toContain('says that it has 20 ONUs, and 12 came')

  const round = await simulated('huawei')
  round.olt.faults.snmpGoesRound = true
  expect(await bySnmp(round)).toMatchObject({ complete: false, problems: expect.arrayContaining([expect.stringContaining('does not go forward')]) })

  const silent = await simulated('vsol-epon', { pons: 1, onusPerPon: 2 })
  silent.olt.faults.isSnmpSilent = true
  await expect(bySnmp(silent)).rejects.toMatchObject({ code: 'device_timed_out' })
  // One that falls silent in the middle is not asked for every column that is left.
  Object.assign(silent.olt.faults, { isSnmpSilent: false, latencyMs: 20 })
  const began = performance.now()
  const falling = bySnmp(silent)
  setTimeout(() => (silent.olt.faults.isSnmpSilent = true), 90)
  expect((await falling).complete).toBe(false)
  expect(performance.now() - began).toBeLessThan(6000)

  const slow = await simulated('zte-c300')
  slow.olt.faults.latencyMs = 60
  expect(await bySnmp(slow, { deadlineMs: 200 })).toMatchObject({ complete: false })
})

test('16 PONs of 128 ONUs are read in one go, by either way', async () => {
  const at = await simulated('vsol-gpon', { pons: 16, onusPerPon: 128 })
  const cli = await byCli(at)
  const snmp = await bySnmp(at)
  expect([cli.complete, cli.observations.length, snmp.complete, snmp.observations.length]).toEqual([true, 2048, true, 2048])
}, 60_000)

test('descriptions in any letters, and bytes that are none, neither break a list nor get lost', async () => {
  const at = await simulated('huawei')
  at.olt.faults.hasOddCharacters = true
  const { complete, observations } = await byCli(at)
  expect([complete, observations.length]).toEqual([true, PONS * ONUS])
  expect(observations.slice(0, 3).map(({ description }) => description)).toEqual(['দোকান 1-1', 'café 1-2', 'line 1-3'])
})

test('a session that is dropped in the middle ends the poll; a command that hangs makes it incomplete and no more', async () => {
  const dropped = await simulated('zte-c300')
  dropped.olt.faults.dropsAfterLines = 10
  await expect(byCli(dropped)).rejects.toMatchObject({ code: 'device_unreachable' })

  const hanging = await simulated('bdcom-epon')
  hanging.olt.faults.hangs = /active-onu/
  const profile = {
    ...hanging.profile,
    commands: { ...hanging.profile.commands, 'onu-active': { ...hanging.profile.commands['onu-active'], timeoutMs: 400 } },
  } as OltProfile
  const result = await byCli({ olt: hanging.olt, profile })
  expect(result.complete).toBe(true)
  expect(result.problems).toContain('onu-active: the answer did not come to its end')
  expect(result.observations.length).toBe(PONS * ONUS)
  hanging.olt.faults.hangs = /onu-information/
  const list = { ...profile, commands: { ...profile.commands, 'onu-information': { ...profile.commands['onu-information'], timeoutMs: 400 } } } as OltProfile
  expect((await byCli({ olt: hanging.olt, profile: list })).complete).toBe(false)
})
