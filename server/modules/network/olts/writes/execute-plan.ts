import { setTimeout as sleep } from 'node:timers/promises'
import { DeviceTimedOut, DeviceUnreachable } from '../../../../kernel/device-errors.ts'
import { NotToBeSent } from '../session/errors.ts'
import type { Heard } from '../session/heard.ts'
import type { Params } from '../session/fill.ts'
import { isSame, judge, lookAt } from './look-back.ts'
import type { Look } from './look-back.ts'
import { permissionFor } from './permission.ts'
import type { OnFirmware, SeenWrite } from './permission.ts'
import type { Plan, PlannedLine } from './plan-write.ts'
import type { OnuObservation } from '../poll/observation.ts'

export interface SaidLine {
  readonly mode: string
  readonly sent: string
  readonly heard: readonly string[]
  /** The line that says no. */
  readonly refusal: string | null
  /** What it asked, and what it was told. */
  readonly asked: { readonly question: string; readonly told: string } | null
  readonly isWhole: boolean
  readonly ms: number
}

export interface ExecuteOptions {
  /** Which device it is, and what was seen to work on its like. */
  readonly on: OnFirmware
  /** Whoever asks for it knows that nobody has seen this firmware take it. */
  readonly acceptsUnverified: boolean
  readonly onLine?: (line: SaidLine) => void
  /** How long is waited for what must be seen; the plan's own time where it is not given. */
  readonly patienceMs?: number
  readonly everyMs?: number
  /** False: what was changed is kept by a later plan's save. */
  readonly saves?: boolean
}

export interface Executed {
  /**
   * `done`: it was seen. `refused`: the OLT said no, or somebody else stands there; lines before that were taken. `unsure`: a line did not come back, so
   * nobody knows whether it was taken: look, and never repeat it blindly. `not_seen`: every line was taken and nothing of it is to be seen.
   */
  readonly outcome: 'done' | 'refused' | 'unsure' | 'not_seen'
  /** Null index: before the first line. */
  readonly stoppedAt: { readonly index: number | null; readonly line: string; readonly why: string } | null
  readonly transcript: readonly SaidLine[]
  readonly readBack: { readonly isSeen: boolean; readonly words: string; readonly onu: OnuObservation | null } | null
  /** Null: it was not tried. */
  readonly isSaved: boolean | null
  /** To be kept: this firmware was seen to take it. */
  readonly proof: readonly SeenWrite[]
}

/** What a plan needs of a session. */
export interface WritingSession {
  say(line: PlannedLine, params: Params): Promise<SaidLine>
  ask(key: string, params: Params): Promise<Heard>
  isOpen(): boolean
}

const EVERY_MS = 500

/**
 * Types a plan line by line, stops at the first refusal or at the first line that does not come back, looks whether it has come true, and has the OLT keep it.
 * @throws NotToBeSent where this firmware was never seen to take it and that was not accepted; nothing is sent then.
 */
export async function executePlan(session: WritingSession, plan: Plan, options: ExecuteOptions): Promise<Executed> {
  if (permissionFor(plan, options.on) === 'unverified' && !options.acceptsUnverified)
    throw new NotToBeSent(`Nobody has seen ${options.on.model} ${options.on.firmware} take it; it must be said that this is known`)
  const transcript: SaidLine[] = []
  const ask = async (key: string, params: Params): Promise<Heard> => await session.ask(key, params)
  const ended = (rest: Pick<Executed, 'outcome'> & Partial<Executed>): Executed => ({
    stoppedAt: null,
    transcript,
    readBack: null,
    isSaved: null,
    proof: [],
    ...rest,
  })

  const first = await before(ask, plan)
  if (first.why !== null) return ended({ outcome: 'refused', stoppedAt: { index: null, line: '', why: first.why } })
  const stopped = await sayAll(session, plan.lines, plan.params, (line) => {
    transcript.push(line)
    options.onLine?.(line)
  })
  const looks: Look[] = first.look === null ? [] : [first.look]
  if (stopped !== null) {
    const { outcome, ...stoppedAt } = stopped
    // Reading changes nothing, and tells who has to decide what has become of it.
    const found = session.isOpen() ? await onceMore(ask, plan, looks) : null
    return ended({ outcome, stoppedAt, readBack: found?.readBack ?? null })
  }
  const readBack = await untilSeen(ask, plan, looks, options)
  if (!readBack.isSeen) return ended({ outcome: 'not_seen', readBack })
  const isSaved = options.saves === false || plan.save.length === 0 ? null : await save(session, plan, transcript, options)
  return ended({
    outcome: 'done',
    readBack,
    isSaved,
    proof: plan.verbs.map((verb) => ({ profile: plan.profile, verb, model: options.on.model, firmware: options.on.firmware })),
  })
}

/** Whether who is meant still stands there, and a new one's number is free. */
async function before(ask: (key: string, params: Params) => Promise<Heard>, plan: Plan): Promise<{ why: string | null; look: Look | null }> {
  const restarts = plan.readBack.want.kind === 'restarted'
  const isNew = plan.before === null && plan.readBack.want.kind === 'registered'
  if (plan.before === null && !restarts && !isNew) return { why: null, look: null }
  const look = await lookAt(ask, plan)
  // Where the list cannot be read, the OLT itself refuses a number that is taken.
  if (isNew) return { why: look.onu === null ? null : `This number is taken by ${look.onu.serial ?? look.onu.mac ?? 'an ONU without a name'}`, look }
  if (!look.isKnown) return { why: 'Who stands there could not be read', look }
  if (look.onu === null) return { why: 'There is no such ONU', look }
  if (plan.before !== null && !isSame(look.onu, plan.before))
    return { why: `Another ONU stands there: ${look.onu.serial ?? look.onu.mac ?? 'one without a name'}`, look }
  return restarts && look.onu.state !== 'online' ? { why: `It is ${look.onu.state}; there is nothing to start again`, look } : { why: null, look }
}

interface Stopped {
  readonly outcome: 'refused' | 'unsure'
  readonly index: number
  readonly line: string
  readonly why: string
}

async function sayAll(session: WritingSession, lines: readonly PlannedLine[], params: Params, heard: (line: SaidLine) => void): Promise<Stopped | null> {
  for (const [index, line] of lines.entries()) {
    let said: SaidLine
    try {
      said = await session.say(line, params)
    } catch (error) {
      if (error instanceof NotToBeSent) return { outcome: 'refused', index, line: line.text, why: error.message }
      if (error instanceof DeviceUnreachable || error instanceof DeviceTimedOut) return { outcome: 'unsure', index, line: line.text, why: error.message }
      throw error
    }
    heard(said)
    if (!said.isWhole) return { outcome: 'unsure', index, line: line.text, why: 'It did not come back' }
    if (said.refusal !== null && line.mayRefuse?.test(said.refusal) !== true) return { outcome: 'refused', index, line: line.text, why: said.refusal }
    if (said.asked !== null && said.asked.told !== line.confirm)
      return { outcome: 'refused', index, line: line.text, why: `It asked "${said.asked.question}" and was told no` }
  }
  return null
}

async function untilSeen(
  ask: (key: string, params: Params) => Promise<Heard>,
  plan: Plan,
  looks: Look[],
  { patienceMs = plan.readBack.patienceMs, everyMs = EVERY_MS }: ExecuteOptions,
): Promise<NonNullable<Executed['readBack']>> {
  const began = performance.now()
  for (;;) {
    const found = await onceMore(ask, plan, looks)
    if (found === null) return { isSeen: false, words: 'the session ended before it could be seen', onu: null }
    if (found.isAll || performance.now() - began > patienceMs) return found.readBack
    await sleep(everyMs)
  }
}

async function onceMore(
  ask: (key: string, params: Params) => Promise<Heard>,
  plan: Plan,
  looks: Look[],
): Promise<{ readBack: NonNullable<Executed['readBack']>; isAll: boolean } | null> {
  try {
    looks.push(await lookAt(ask, plan))
  } catch (error) {
    if (error instanceof DeviceUnreachable || error instanceof DeviceTimedOut || error instanceof NotToBeSent) return null
    throw error
  }
  const { isSeen, isAll, words } = judge(plan.readBack.want, plan.identity, looks)
  return { readBack: { isSeen, words, onu: looks.at(-1)?.onu ?? null }, isAll }
}

async function save(session: WritingSession, plan: Plan, transcript: SaidLine[], { onLine }: ExecuteOptions): Promise<boolean> {
  const stopped = await sayAll(session, plan.save, plan.params, (line) => {
    transcript.push(line)
    onLine?.(line)
  })
  return stopped === null
}
