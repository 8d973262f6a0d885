import type { OltProfile, PollStep } from '../drivers/profile.ts'
import { KINDS } from '../snmp/family.ts'
import type { Kind } from '../snmp/family.ts'
import type { Asking } from '../session/session.ts'
import { Gathering } from './observation.ts'
import type { PollResult } from './observation.ts'
import type { ReadOptions } from './outcome.ts'
import { askSteps } from './steps.ts'

export interface CliPollOptions extends ReadOptions {
  /** Only this of every ONU; all of it where it is not said. */
  readonly what?: Kind
}

/** Asks an OLT once for every ONU, over its command line. @throws DeviceUnreachable when the session ends; what could not be read is told in the result. */
export async function pollCli(profile: OltProfile, session: Asking, { pons, clock, deadlineMs, what }: CliPollOptions): Promise<PollResult> {
  const began = performance.now()
  const at = clock.now()
  const gathering = new Gathering()
  const steps = stepsFor(profile, what, pons)
  const hasList = steps.some(({ isList }) => isList)
  const told = await askSteps(profile, session, steps, {
    pons,
    deadlineMs,
    known: () => gathering.pons(),
    // Where no list is asked, who is named is there.
    take: (rows, step) => gathering.add(rows, { isList: step.isList || !hasList }),
  })
  const lists = hasList && steps.every((step) => !step.isList || !told.failed.has(step))
  const kinds = Object.fromEntries(
    KINDS.filter((kind) => what === undefined || kind === what).map((kind) => [
      kind,
      steps.some(({ tells }) => tells.includes(kind)) && steps.every((step) => !told.failed.has(step) || !(step.isList || step.tells.includes(kind))),
    ]),
  )
  return {
    source: 'cli',
    at,
    ms: performance.now() - began,
    complete: what === undefined ? lists : kinds[what] === true,
    kinds,
    pons: told.pons,
    observations: gathering.observations(),
    system: {},
    problems: told.problems,
  }
}

/** The steps that tell it, with the lists before them where those are what tells of the PONs to ask. */
function stepsFor({ poll, pons: found }: OltProfile, what: Kind | undefined, pons: readonly string[] | null): readonly PollStep[] {
  if (what === undefined) return poll
  const wantsPons = pons === null && found.by !== 'trying' && poll.some(({ each, tells }) => each === 'pon' && tells.includes(what))
  return poll.filter(({ isList, tells }) => tells.includes(what) || (wantsPons && isList))
}
