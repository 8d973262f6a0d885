import { expect, onTestFinished, test } from 'vitest'
import { simulateOlt } from '../../../../../simulators/olt/index.ts'
import type { SimulatedOlt } from '../../../../../simulators/olt/index.ts'
import { DeviceRefusedLogin } from '../../../../kernel/device-errors.ts'
import { openTelnet } from '../../transport/index.ts'
import { findProfile } from '../drivers/list.ts'
import type { OltProfile } from '../drivers/profile.ts'
import { NotToBeSent } from './errors.ts'
import { createOltQueue } from './queue.ts'
import { NoSuchMode } from './errors.ts'
import { openOltSession } from './session.ts'
import type { OltSession } from './session.ts'

const profileOf = (id: string): OltProfile => {
  const profile = findProfile(id)
  if (profile === null) throw new Error(`There is no profile ${id}`)
  return profile
}

async function simulated(family: string): Promise<SimulatedOlt> {
  // Its time stands still, so that two answers differ in nothing but how they came.
  const noon = Temporal.Instant.from('2031-06-01T12:00:00Z')
  const olt = await simulateOlt({ family, pons: 2, onusPerPon: 40, clock: () => noon }, { snmpPort: null })
  onTestFinished(olt.close)
  return olt
}

async function opened(
  olt: SimulatedOlt,
  profile: OltProfile,
  login: Partial<{ user: string; password: string; enablePassword: string }> = {},
): Promise<OltSession> {
  const wire = await openTelnet({ host: olt.host, port: olt.telnetPort ?? 0, connectTimeoutMs: 3000, encoding: profile.cli.encoding })
  const session = await openOltSession(profile, wire, { user: 'admin', password: 'admin', enablePassword: 'enable', ...login })
  onTestFinished(session.destroy.bind(session))
  return session
}

/** A profile that does not switch the pager off. */
const paging = (profile: OltProfile): OltProfile => ({ ...profile, cli: { ...profile.cli, setup: [] } })

for (const [family, command, params] of [
  ['vsol-gpon', 'onu-state', { pon: '0/1' }],
  ['vsol-epon', 'onu-status', { pon: '0/1' }],
  ['huawei', 'ont-summary', { pon: '0/1' }],
  ['zte-c300', 'onu-state', {}],
  ['bdcom-epon', 'onu-information', {}],
] as const) {
  test(`${family}: page by page, in small pieces, with log lines between, an answer is what it is in one piece`, async () => {
    const olt = await simulated(family)
    const plain = await opened(olt, profileOf(family))
    const whole = await plain.ask(command, params)
    await plain.close()
    Object.assign(olt.faults, { pieces: 3, writesLogs: true })
    const session = await opened(olt, paging(profileOf(family)))
    const heard = await session.ask(command, params)
    expect(heard.isWhole, heard.text).toBe(true)
    expect(heard.parsed.kind === 'recognised' ? heard.parsed.rows : heard.parsed).toEqual(whole.parsed.kind === 'recognised' ? whole.parsed.rows : null)
    expect(whole.parsed.kind === 'recognised' ? whole.parsed.rows.length : 0).toBeGreaterThanOrEqual(40)
    expect(whole.parsed).toMatchObject({ complete: true, evidence: 'prompt' })
    await session.close()
    await expect.poll(() => olt.sessions).toBe(0)
  })
}

test('a wrong password is tried once, and so is that of the privileged mode', async () => {
  const olt = await simulated('vsol-gpon')
  await expect(opened(olt, profileOf('vsol-gpon'), { password: 'wrong' })).rejects.toMatchObject({ code: 'device_refused_login' })
  await expect(opened(olt, profileOf('vsol-gpon'), { enablePassword: 'wrong' })).rejects.toMatchObject({ code: 'device_refused_login' })
  expect(olt.typed).toEqual(['enable'])
  await expect.poll(() => olt.sessions).toBe(0)
})

test('of two names of a mode the one is taken that the OLT knows, and one that is in no mode is said as such', async () => {
  const olt = await simulated('vsol-gpon')
  const profile = profileOf('vsol-gpon')
  const modes = { ...profile.cli.modes, pon: { enter: [['cd config', 'configure terminal'], 'interface gpon {pon}'], leave: ['exit', 'exit'] } }
  const session = await opened(olt, { ...profile, cli: { ...profile.cli, modes } })
  expect((await session.ask('onu-state', { pon: '0/1' })).parsed).toMatchObject({ complete: true })
  await expect(session.ask('onu-state', { pon: '0/9' })).rejects.toBeInstanceOf(NoSuchMode)
  expect((await session.ask('onu-state', { pon: '0/2' })).parsed).toMatchObject({ complete: true })
})

test('what says nothing until a key is pressed is woken', async () => {
  const olt = await simulated('zte-c300')
  olt.faults.isShy = true
  expect((await (await opened(olt, profileOf('zte-c300'))).ask('onu-state')).parsed).toMatchObject({ complete: true })
}, 20_000)

test('an OLT that asks whether one really wants to leave is told so, and left', async () => {
  const olt = await simulated('huawei')
  const session = await opened(olt, profileOf('huawei'))
  await session.ask('boards', { frame: '0' })
  await session.close()
  expect(olt.typed.slice(-2)).toEqual(['quit', 'y'])
  await expect.poll(() => olt.sessions).toBe(0)
})

test('a password that the OLT shows is struck out of what is told', async () => {
  const olt = await simulated('vsol-gpon')
  olt.faults.echoesPasswords = true
  const refused: unknown = await opened(olt, profileOf('vsol-gpon'), { password: 'hunter2' }).catch((error: unknown) => error)
  if (!(refused instanceof DeviceRefusedLogin)) throw new Error('It was let in')
  expect(refused.reply.join()).toContain('***')
  expect(JSON.stringify([refused.message, refused.reply])).not.toContain('hunter2')
})

test('an OLT that is full is busy, which is no wrong password', async () => {
  const olt = await simulated('vsol-gpon')
  olt.faults.maxSessions = 1
  const first = await opened(olt, profileOf('vsol-gpon'))
  await expect(opened(olt, profileOf('vsol-gpon'))).rejects.toMatchObject({ code: 'olt_busy' })
  await first.close()
  await expect.poll(() => olt.sessions).toBe(0)
  await (await opened(olt, profileOf('vsol-gpon'))).close()
})

test('a command that hangs gives what came of it as not whole, is interrupted, and the session goes on', async () => {
  const olt = await simulated('vsol-gpon')
  olt.faults.hangs = /rx-power/
  const session = await opened(olt, profileOf('vsol-gpon'))
  const hung = await session.ask('onu-rx', { pon: '0/1' }, { timeoutMs: 300 })
  expect(hung).toMatchObject({ isWhole: false, parsed: { kind: 'unrecognised' } })
  expect((await session.ask('onu-state', { pon: '0/1' })).parsed).toMatchObject({ kind: 'recognised', counted: 40, complete: true })
})

test('of a session that breaks off nothing is all, wherever it does, though a count may stand in what came', async () => {
  const olt = await simulated('vsol-gpon')
  const session = await opened(olt, profileOf('vsol-gpon'))
  // Header, ruler, 40 rows and the count; then no prompt.
  for (const lines of [1, 2, 20, 42, 43]) {
    olt.faults.stopsAfterLines = lines
    const { parsed, isWhole } = await session.ask('onu-state', { pon: '0/1' }, { timeoutMs: 5000, idleMs: 150 })
    expect(isWhole).toBe(false)
    if (parsed.kind === 'recognised') expect(parsed, `after ${lines} lines`).toMatchObject({ complete: false, evidence: null })
    else expect(lines).toBeLessThanOrEqual(2)
    olt.faults.stopsAfterLines = null
  }
  expect((await session.ask('onu-state', { pon: '0/1' })).parsed).toMatchObject({ complete: true, evidence: 'prompt' })
}, 20_000)

test('log lines are kept apart from the answer', async () => {
  const olt = await simulated('vsol-gpon')
  olt.faults.writesLogs = true
  const { logs, parsed, text } = await (await opened(olt, profileOf('vsol-gpon'))).ask('onu-state', { pon: '0/1' })
  expect(logs.length).toBeGreaterThan(3)
  expect(parsed).toMatchObject({ complete: true, rest: [] })
  expect(text).not.toContain('has said something')
})

test('what a firmware does not know is said in its other words, and those are kept to', async () => {
  const olt = await simulated('vsol-gpon')
  const profile = profileOf('vsol-gpon')
  const state = profile.commands['onu-state']
  if (state === undefined) throw new Error('There is no such command')
  const session = await opened(olt, { ...profile, commands: { 'onu-state': { ...state, words: 'show onu status', otherWords: ['show onu state'] } } })
  for (let time = 0; time < 2; time += 1) expect((await session.ask('onu-state', { pon: '0/2' })).words).toBe('show onu state')
  expect(olt.typed.filter((line) => line === 'show onu status').length).toBe(1)
})

test('no line break, no control character, no command that hangs a device and none that changes it is sent', async () => {
  const olt = await simulated('vsol-epon')
  const profile = profileOf('hsgq-epon')
  const status = profile.commands['onu-status']
  if (status === undefined) throw new Error('There is no such command')
  const commands = { ...profile.commands, hang: { ...status, words: 'show epon port 1 onu all optical-info' }, change: { ...status, access: 'write' as const } }
  const session = await opened(olt, { ...profile, commands })
  const before = olt.typed.length
  await expect(session.ask('onu-mac', { pon: '0/1', onu: '1\r\nreboot' })).rejects.toBeInstanceOf(NotToBeSent)
  await expect(session.ask('hang', { pon: '0/1' })).rejects.toThrow('known to hang')
  await expect(session.ask('change', { pon: '0/1' })).rejects.toThrow('only read')
  await expect(session.ask('onu-mac', { pon: '0/1' })).rejects.toThrow('wants to know more')
  await expect(session.ask('moon')).rejects.toThrow('no command')
  expect(olt.typed.slice(before).filter((line) => /reboot|optical|status/.test(line))).toEqual([])
  await expect(session.ask('onu-status', { pon: '0/77' })).rejects.toBeInstanceOf(NoSuchMode)
  expect((await session.ask('onu-status', { pon: '0/2' })).parsed).toMatchObject({ kind: 'recognised' })
})

test('one command at a time: what a person waits for goes before a poll, and work that fails does not stop the queue', async () => {
  const olt = await simulated('zte-c300')
  const profile = profileOf('zte-c300')
  Object.assign(olt.faults, { latencyMs: 30, hangs: /baseinfo/, isDeaf: true })
  const queue = createOltQueue(async () => await opened(olt, profile), { idleMs: 50 })
  onTestFinished(queue.close)
  const order: string[] = []
  const state = async (name: string, priority: 'now' | 'poll') =>
    await queue.run(priority, async (session) => {
      await session.ask('onu-state')
      order.push(name)
    })
  const works = [state('poll 1', 'poll'), state('poll 2', 'poll'), state('poll 3', 'poll')]
  // It is deaf: the session is lost with it, and the next work has a new one.
  const hanging = queue.run('poll', async (session) => await session.ask('onu-base', { pon: '1/2/1' }, { timeoutMs: 200 }))
  works.push(state('person', 'now'), state('last', 'poll'))
  await Promise.all(works)
  expect(await hanging).toMatchObject({ isWhole: false })
  expect(order).toEqual(['poll 1', 'person', 'poll 2', 'poll 3', 'last'])
  expect(olt.peakSessions).toBe(1)
  // The session is not kept for ever.
  await expect.poll(() => olt.sessions).toBe(0)
  await expect(queue.run('now', async () => await Promise.reject(new Error('its own')))).rejects.toThrow('its own')
  await queue.close()
  await expect(queue.run('now', async () => await Promise.resolve())).rejects.toMatchObject({ code: 'device_unreachable' })
}, 30_000)
