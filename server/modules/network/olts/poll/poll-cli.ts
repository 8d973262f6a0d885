import type { Clock } from '../../../../kernel/clock.ts'
import type { OltProfile, PollStep } from '../drivers/profile.ts'
import { NotToBeSent } from '../session/errors.ts'
import type { Heard, OltSession, Params } from '../session/session.ts'
import { Gathering } from './observation.ts'
import type { PollResult } from './observation.ts'

export interface CliPollOptions {
  /** Null: those there are. */
  readonly pons: readonly string[] | null
  readonly clock: Clock
  /** Nothing new is asked after so long. */
  readonly deadlineMs: number
}

/** Asks an OLT once for every ONU, over its command line. @throws DeviceUnreachable when the session ends; what could not be read is told in the result. */
export async function pollCli(profile: OltProfile, session: OltSession, { pons, clock, deadlineMs }: CliPollOptions): Promise<PollResult> {
  const began = performance.now()
  const at = clock.now()
  const gathering = new Gathering()
  const problems: string[] = []
  let complete = true

  /** @returns whether the OLT took the command. */
  const ask = async (step: PollStep, params: Params): Promise<boolean> => {
    const what = `${step.command}${params['pon'] === undefined ? '' : ` of ${params['pon']}`}`
    const fail = (why: string): void => {
      problems.push(`${what}: ${why}`)
      complete &&= !step.isList
    }
    if (performance.now() - began > deadlineMs) {
      fail('no time was left')
      return true
    }
    const heard = await session.ask(step.command, params).catch((error: unknown) => {
      // A mode that is not there, or a place that cannot be named.
      if (error instanceof NotToBeSent) return null
      throw error
    })
    if (heard === null) return false
    const { parsed, isWhole } = heard
    if (!isWhole) fail('the answer did not come to its end')
    else if (parsed.kind === 'unrecognised') {
      if (parsed.why === 'refused') return false
      fail(`${parsed.why}: ${parsed.sample}`)
    } else if (!parsed.complete) fail('it is not proven to be all')
    if (parsed.kind === 'recognised')
      gathering.add(
        parsed.rows.map((row) => (params['pon'] === undefined || row['pon'] !== undefined ? row : { ...row, pon: params['pon'] })),
        step,
      )
    return true
  }
  const must = async (step: PollStep, params: Params): Promise<void> => {
    if (await ask(step, params)) return
    problems.push(`${step.command}${params['pon'] === undefined ? '' : ` of ${params['pon']}`}: the OLT does not take it`)
    complete &&= !step.isList
  }
  const ofPons = profile.poll.filter(({ each }) => each === 'pon')

  for (const step of profile.poll) {
    if (step.each === 'olt') await must(step, {})
    if (step.each === 'slot') {
      const slots = await readSlots(profile, session, problems)
      complete &&= slots !== null
      for (const slot of slots ?? []) await must(step, { pon: slot, slot })
    }
  }
  const places: string[] = []
  if (pons === null && profile.pons.by === 'trying') {
    // One PON after the other, until the OLT takes no more.
    const { prefix, most } = profile.pons
    for (let number = 1; number <= most; number += 1) {
      const pon = `${prefix}${number}`
      if (!(await isThere(pon))) break
      places.push(pon)
    }
    if (places.length === 0) {
      problems.push('no PON was found')
      complete = false
    }
  } else {
    places.push(...(pons ?? gathering.pons()))
    for (const pon of places) for (const step of ofPons) await must(step, paramsOf(pon))
  }
  return { source: 'cli', at, ms: performance.now() - began, complete, pons: places, observations: gathering.observations(), system: {}, problems }

  async function isThere(pon: string): Promise<boolean> {
    for (const [index, step] of ofPons.entries()) {
      if (index > 0) await must(step, paramsOf(pon))
      else if (!(await ask(step, paramsOf(pon)))) return false
    }
    return true
  }
}

/** `0/1/7` -> slot `0/1`, port `7`. */
export function paramsOf(pon: string): Params {
  const parts = pon.split('/')
  return { pon, slot: parts.slice(0, -1).join('/'), port: parts.at(-1) ?? '' }
}

/** Boards that carry PONs. */
async function readSlots(profile: OltProfile, session: OltSession, problems: string[]): Promise<string[] | null> {
  if (profile.pons.by !== 'boards') return null
  const heard: Heard = await session.ask(profile.pons.command, { frame: '0' })
  if (heard.parsed.kind === 'unrecognised' || !heard.isWhole) {
    problems.push('the boards could not be read')
    return null
  }
  return heard.parsed.rows.flatMap(({ slot, name, status }) =>
    /GP|EP|XG|XEP|CGHF|GPHF/i.test(String(name)) && /normal/i.test(String(status)) ? [`0/${String(slot)}`] : [],
  )
}
