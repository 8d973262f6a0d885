import { expect, onTestFinished, test } from 'vitest'
import { simulateOlt } from '../../../../../simulators/olt/index.ts'
import type { SimulatedOlt } from '../../../../../simulators/olt/index.ts'
import { openSsh, openTelnet } from '../../transport/index.ts'
import type { Verb } from '../drivers/writes.ts'
import { findProfile } from '../drivers/list.ts'
import { permissionFor, planReplacement, planWrite } from '../index.ts'
import { createOltQueue } from '../session/queue.ts'
import { openOltSession } from '../session/session.ts'
import type { OltSession } from '../session/session.ts'
import type { Executed, ExecuteOptions } from './execute-plan.ts'
import type { WriteWish } from './parameters.ts'
import type { Plan, Planned } from './plan-write.ts'

const SERIAL = 'SIMUBEEF0001'
const MAC = '02:5e:be:ef:00:01'
const ON = { model: 'SIM', firmware: '9', seen: [] }
const OPTIONS: ExecuteOptions = { on: ON, acceptsUnverified: true, patienceMs: 3000, everyMs: 40 }

/** How the second PON and the fifth and first ONU on it are called, and what an ONU is authorised with. */
const FAMILIES = [
  { family: 'vsol-gpon', pon: '0/2', fifth: 5, first: 1, with: { serial: SERIAL, lineProfile: 'home' } },
  { family: 'vsol-epon', pon: '0/2', fifth: 5, first: 1, with: { mac: MAC } },
  { family: 'huawei', pon: '0/1/1', fifth: 4, first: 0, with: { serial: SERIAL, lineProfile: '10', serviceProfile: '20' } },
  { family: 'zte-c300', pon: '1/2/2', fifth: 5, first: 1, with: { serial: SERIAL, lineProfile: 'UP', serviceProfile: 'F660' } },
  { family: 'bdcom-epon', pon: '0/2', fifth: 5, first: 1, with: { mac: MAC } },
] as const
type Case = (typeof FAMILIES)[number]

const profileOf = (id: string) => {
  const profile = findProfile(id)
  if (profile === null) throw new Error(`There is no profile ${id}`)
  return profile
}

async function simulated(family: string, { isSsh = false } = {}): Promise<{ olt: SimulatedOlt; session: OltSession; open: () => Promise<OltSession> }> {
  const olt = await simulateOlt(
    { family, pons: 2, onusPerPon: 4, unregistered: [{ pon: 2, serial: SERIAL, mac: MAC }], startsAfterMs: 150, restartsAfterMs: 1000 },
    { sshPort: isSsh ? 0 : null, snmpPort: null },
  )
  onTestFinished(olt.close)
  const profile = profileOf(family)
  const open = async (): Promise<OltSession> => {
    const wire = isSsh
      ? await openSsh({
          host: olt.host,
          port: olt.sshPort ?? 0,
          user: 'admin',
          password: 'admin',
          connectTimeoutMs: 5000,
          encoding: profile.cli.encoding,
          allowsLegacy: false,
          hostKey: olt.fingerprint,
        })
      : await openTelnet({ host: olt.host, port: olt.telnetPort ?? 0, connectTimeoutMs: 5000, encoding: profile.cli.encoding })
    const session = await openOltSession(profile, wire, { user: 'admin', password: 'admin', enablePassword: 'enable' })
    onTestFinished(session.destroy.bind(session))
    return session
  }
  return { olt, session: await open(), open }
}

function must(planned: Planned): Plan {
  if (planned.kind === 'impossible') throw new Error(planned.why)
  return planned
}
const plan = ({ family, pon, first }: Case, verb: Verb, more: Partial<WriteWish> = {}): Plan =>
  must(planWrite(profileOf(family), verb, { pon, onu: first, ...more }))
const shown = ({ transcript, readBack, stoppedAt }: Executed): string => JSON.stringify({ stoppedAt, readBack, transcript }, null, 1)

for (const at of FAMILIES) {
  const { family } = at
  test(`${family}: an ONU that waits is authorised, comes online, is named, shut, opened, started again and deleted, each seen afterwards`, async () => {
    const { olt, session } = await simulated(family)
    const did = async (what: Plan): Promise<Executed> => {
      const result = await session.execute(what, OPTIONS)
      expect(result.outcome, `${what.verbs.join()}: ${shown(result)}`).toBe('done')
      expect(result.isSaved, shown(result)).toBe(true)
      return result
    }
    const added = await did(plan(at, 'authorise', { onu: at.fifth, ...at.with, vlan: 210, description: 'Karim Store' }))
    expect(added.readBack).toMatchObject({ words: 'it is registered and online', onu: { pon: at.pon, onuId: at.fifth, state: 'online' } })
    expect(added.proof).toEqual([{ profile: family, verb: 'authorise', model: 'SIM', firmware: '9' }])
    expect(olt.plant.find(2, 5)).toMatchObject({ serial: SERIAL, mac: MAC, vlan: 210, description: family === 'huawei' ? 'Karim Store' : 'Karim_Store' })
    await did(plan(at, 'describe', { description: 'Rahim' }))
    expect(olt.plant.find(2, 1)?.description).toBe('Rahim')
    await did(plan(at, 'disable'))
    expect(olt.plant.find(2, 1)?.isEnabled).toBe(false)
    await did(plan(at, 'enable'))
    expect(olt.plant.find(2, 1)?.isEnabled).toBe(true)
    const heard: boolean[] = []
    olt.plant.onChange((_onu, isUpNow) => heard.push(isUpNow))
    expect((await did(plan(at, 'reboot'))).readBack?.words).toBe('it went down and came back')
    expect(heard).toEqual([false, true])
    await did(plan(at, 'delete', { onu: at.fifth, ...at.with }))
    expect(olt.plant.find(2, 5)).toBeUndefined()
    expect(olt.plant.unregistered(2).length).toBe(1)
    await session.close()
    await expect.poll(() => olt.sessions).toBe(0)
  }, 30_000)

  test(`${family}: a line that is refused is the last one, and what the OLT said is kept`, async () => {
    const { olt, session } = await simulated(family)
    olt.faults.refusesWrites = /description|desc "/
    const heard: string[] = []
    const refused = await session.execute(plan(at, 'authorise', { onu: at.fifth, ...at.with, vlan: 210, description: 'Karim' }), {
      ...OPTIONS,
      onLine: ({ sent }) => heard.push(sent),
    })
    expect(refused.outcome, shown(refused)).toBe('refused')
    expect(refused.stoppedAt?.line).toMatch(/desc/)
    expect(heard.at(-1)).toBe(refused.stoppedAt?.line)
    expect(refused).toMatchObject({ isSaved: null, proof: [] })
    expect(olt.typed.some((line) => /^(?:write|save)/.test(line))).toBe(false)
    // Where the line before it was taken, the OLT is asked what there is now.
    expect(refused.readBack?.isSeen, shown(refused)).toBe(family !== 'huawei')
    olt.faults.refusesWrites = null
    const missing = await session.execute(plan(at, 'describe', { onu: at.first + 30, description: 'nobody' }), OPTIONS)
    expect(missing.outcome, shown(missing)).toBe('refused')
  }, 20_000)

  test(`${family}: what the OLT says is done and is not, is not seen, not kept and no proof`, async () => {
    const { olt, session } = await simulated(family)
    olt.faults.ignoresWrites = true
    for (const what of [plan(at, 'describe', { description: 'Rahim' }), plan(at, 'disable'), plan(at, 'reboot'), plan(at, 'delete')]) {
      const result = await session.execute(what, { ...OPTIONS, patienceMs: 200 })
      expect([result.outcome, result.isSaved, result.proof], `${what.verbs.join()}: ${shown(result)}`).toEqual(['not_seen', null, []])
    }
    expect(olt.typed.some((line) => /^(?:write|save)/.test(line))).toBe(false)
  }, 20_000)
}

test('a line that does not come back leaves it unsure: nothing more is sent, nothing is repeated, and the queue goes on', async () => {
  const at = FAMILIES[0]
  const { olt, session, open } = await simulated(at.family)
  await session.close()
  const wanted = plan(at, 'authorise', { onu: at.fifth, ...at.with, vlan: 210 })
  const quick: Plan = { ...wanted, lines: wanted.lines.map((line) => ({ ...line, timeoutMs: 300 })) }
  const queue = createOltQueue(open, { idleMs: 50 })
  onTestFinished(queue.close)
  for (const isDeaf of [false, true]) {
    Object.assign(olt.faults, { hangs: /gemport 1 tcont/, isDeaf })
    const began = olt.typed.length
    const hanging = queue.run('task', async (opened) => await opened.execute(quick, OPTIONS))
    const after = queue.run('poll', async (opened) => await opened.ask('onu-state', { pon: '0/2' }))
    const result = await hanging
    expect(result.outcome, shown(result)).toBe('unsure')
    expect(result.stoppedAt).toMatchObject({ index: 2, line: 'onu 5 gemport 1 tcont 1' })
    // Where the session lives on, what became of it is looked at; where it does not, nobody knows.
    expect(result.readBack === null, shown(result)).toBe(isDeaf)
    expect(olt.typed.slice(began).filter((line) => line === 'onu 5 gemport 1 tcont 1').length).toBe(1)
    expect(olt.typed.slice(began).filter((line) => /service|write/.test(line))).toEqual([])
    expect((await after).parsed).toMatchObject({ complete: true })
    olt.faults.hangs = null
    olt.plant.remove(2, 5)
  }
}, 30_000)

test('a session that drops in the middle of a write leaves it unsure', async () => {
  const at = FAMILIES[3]
  const { olt, session } = await simulated(at.family)
  const wanted = plan(at, 'authorise', { onu: at.fifth, ...at.with })
  olt.faults.latencyMs = 100
  const executing = session.execute(wanted, OPTIONS)
  // Who stands there is read first; it drops after that.
  await expect.poll(() => olt.typed.some((line) => line.startsWith('interface')), { interval: 10 }).toBe(true)
  olt.faults.dropsAfterLines = 0
  const result = await executing
  expect(result, shown(result)).toMatchObject({ outcome: 'unsure', stoppedAt: { index: 0 }, readBack: null, isSaved: null })
})

test('the same over SSH', async () => {
  const at = FAMILIES[2]
  const { olt, session } = await simulated(at.family, { isSsh: true })
  const result = await session.execute(plan(at, 'reboot'), OPTIONS)
  expect(result.outcome, shown(result)).toBe('done')
  expect(result.transcript[0]).toMatchObject({ sent: 'ont reset 1 0', asked: { told: 'y' } })
  expect(olt.typed).toContain('y')
})

test('who stands there is looked at first: another ONU is not touched, and one that is down is not started again', async () => {
  const at = FAMILIES[2]
  const { olt, session } = await simulated(at.family)
  const other = await session.execute(plan(at, 'delete', { serial: 'HWTC00000001' }), OPTIONS)
  expect(other).toMatchObject({ outcome: 'refused', stoppedAt: { index: null, why: expect.stringContaining('Another ONU stands there') }, transcript: [] })
  const same = olt.plant.find(2, 1)
  olt.plant.cutFibre(2)
  expect(await session.execute(plan(at, 'reboot', { serial: same?.serial ?? '' }), OPTIONS)).toMatchObject({ outcome: 'refused', transcript: [] })
  expect(olt.plant.find(2, 1)).toBe(same)
})

test('another ONU takes the place of one', async () => {
  const at = FAMILIES[2]
  const { olt, session } = await simulated(at.family)
  const was = olt.plant.find(2, 1)?.serial ?? ''
  const replaced = await session.execute(
    must(planReplacement(profileOf(at.family), { pon: at.pon, onu: at.first, ...at.with, vlan: 30, was: { serial: was } })),
    OPTIONS,
  )
  expect(replaced.outcome, shown(replaced)).toBe('done')
  // A refusal that only says that there was nothing to take away is none.
  expect(replaced.transcript[0]).toMatchObject({ heard: [expect.stringContaining('No service virtual port')] })
  expect(olt.plant.find(2, 1)).toMatchObject({ serial: SERIAL, vlan: 30 })
  expect(olt.plant.unregistered(2).map(({ serial }) => serial)).toEqual([was])
})

test('a question of the OLT is answered by yes only for a line that says so', async () => {
  const at = FAMILIES[3]
  const { olt, session } = await simulated(at.family)
  const wanted = plan(at, 'reboot')
  const silent: Plan = { ...wanted, lines: wanted.lines.map((line) => ({ ...line, confirm: null })) }
  const result = await session.execute(silent, OPTIONS)
  expect(result, shown(result)).toMatchObject({ outcome: 'refused', stoppedAt: { why: expect.stringContaining('was told no') } })
  expect(olt.plant.find(2, 1)?.lastDown).toBeNull()
})

test('a firmware that was never seen to take a write is written to only by who says that he knows, and what was seen is a proof', async () => {
  const at = FAMILIES[0]
  const { olt, session } = await simulated(at.family)
  const wanted = plan(at, 'describe', { description: 'Rahim' })
  await expect(session.execute(wanted, { ...OPTIONS, acceptsUnverified: false })).rejects.toMatchObject({ code: 'not_to_be_sent' })
  await expect(session.execute({ ...wanted, profile: 'huawei' }, OPTIONS)).rejects.toMatchObject({ code: 'not_to_be_sent' })
  expect(olt.plant.find(2, 1)?.description).toBe('line 2-1')
  const { proof } = await session.execute(wanted, OPTIONS)
  expect(permissionFor(wanted, { ...ON, seen: proof })).toBe('verified')
  expect(permissionFor(plan(at, 'reboot'), { ...ON, seen: proof })).toBe('unverified')
  expect(permissionFor(wanted, { model: 'SIM', firmware: '10', seen: proof })).toBe('unverified')
  expect(
    (await session.execute(plan(at, 'describe', { description: 'Salam' }), { ...OPTIONS, acceptsUnverified: false, on: { ...ON, seen: proof } })).outcome,
  ).toBe('done')
})

test('passwords that the OLT shows are struck out of what is kept', async () => {
  const at = FAMILIES[0]
  const { olt, session } = await simulated(at.family)
  const onu = olt.plant.find(2, 1)
  if (onu !== undefined) onu.description = 'enable'
  expect((await session.type('show onu 1 desc')).text).toContain('Unknown')
  await session.type('configure terminal')
  await session.type('interface gpon 0/2')
  expect((await session.type('show onu 1 desc')).text).toBe('onu 1 desc:***')
})

test('by hand, a line goes to whatever mode the session is in, and the next command of the profile finds its way', async () => {
  const { olt, session } = await simulated('vsol-gpon')
  expect((await session.type('configure terminal')).isWhole).toBe(true)
  expect((await session.type('interface gpon 0/1')).text).toBe('')
  expect((await session.type('show pon info')).text).toContain('pon fec')
  expect((await session.ask('onu-state', { pon: '0/2' })).parsed).toMatchObject({ complete: true, counted: 4 })
  // U+010D and U+0A0A are a carriage return and a line feed to whoever takes their last eight bits.
  for (const line of [
    'onu 1 reboot?',
    'show onu state\r\nonu 1 reboot',
    'show \u0003',
    'show\t',
    'show x\u010Donu 1 reboot',
    'show x\u0A0Aonu 1 reboot',
    'show দোকান',
  ])
    await expect(session.type(line), line).rejects.toMatchObject({ code: 'not_to_be_sent' })
  expect(olt.typed.some((line) => /reboot/.test(line))).toBe(false)
  olt.faults.hangs = /version/
  expect(await session.type('show version', { timeoutMs: 200 })).toMatchObject({ isWhole: false })
  expect((await session.ask('onu-state', { pon: '0/1' })).parsed).toMatchObject({ complete: true })
})

test('by hand, a question is told no unless it was said otherwise', async () => {
  const { olt, session } = await simulated('huawei')
  for (const line of ['config', 'interface gpon 0/1']) await session.type(line)
  await session.type('ont reset 1 0')
  expect(olt.plant.find(2, 1)?.lastDown).toBeNull()
  await session.type('ont reset 1 0', { confirm: 'y' })
  expect(olt.plant.find(2, 1)?.lastDown).toBe('reset')
})
