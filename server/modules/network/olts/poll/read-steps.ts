import type { CliStep, OltProfile } from '../drivers/profile.ts'
import type { Reading } from '../parse/reading.ts'
import type { Asking } from '../session/session.ts'
import type { Outcome, ReadOptions } from './outcome.ts'
import { pollCli } from './poll-cli.ts'
import { askSteps } from './steps.ts'
import type { Place } from './steps.ts'

export interface StepReadOptions extends ReadOptions {
  /** ONUs for steps that ask of each; without it those that are online. */
  readonly onus?: readonly Place[]
}

/** The rows of some steps. Where they ask of PONs or ONUs nobody named, who is there is asked before. */
export async function readSteps(profile: OltProfile, session: Asking, steps: readonly CliStep[], options: StepReadOptions): Promise<Outcome<Reading>> {
  const began = performance.now()
  const at = options.clock.now()
  const wantsOnus = options.onus === undefined && steps.some(({ each }) => each === 'onu')
  const wantsPons = options.pons === null && profile.pons.by !== 'trying' && steps.some(({ each }) => each === 'pon')
  const found = wantsOnus || wantsPons ? await pollCli(profile, session, { ...options, what: 'status' }) : null
  const rows: Reading[] = []
  const told = await askSteps(profile, session, steps, {
    pons: options.pons ?? found?.pons ?? null,
    onus: options.onus ?? (wantsOnus ? (found?.observations ?? []).filter(({ state }) => state === 'online') : []),
    deadlineMs: Math.max(0, options.deadlineMs - (performance.now() - began)),
    known: () => [],
    take: (taken) => void rows.push(...taken),
  })
  return {
    source: 'cli',
    at,
    ms: performance.now() - began,
    complete: told.failed.size === 0 && found?.complete !== false,
    rows,
    problems: [...(found?.problems ?? []), ...told.problems],
  }
}
