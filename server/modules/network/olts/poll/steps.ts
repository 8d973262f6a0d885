import type { CliStep, OltProfile } from '../drivers/profile.ts'
import type { Reading } from '../parse/reading.ts'
import { NotToBeSent } from '../session/errors.ts'
import type { Asking, Params } from '../session/session.ts'

export interface Place {
  readonly pon: string
  readonly onuId: number
}

export interface StepsOptions<Step extends CliStep> {
  /** Null: those there are, which the steps before must have told, or which are tried one after the other. */
  readonly pons: readonly string[] | null
  /** For steps that ask of one ONU after the other. */
  readonly onus?: readonly Place[]
  readonly deadlineMs: number
  /** Rows of one answer, with their place where the command said it and the answer does not. */
  readonly take: (rows: readonly Reading[], step: Step) => void
  /** PONs that are known by now. */
  readonly known: () => readonly string[]
}

export interface StepsTold<Step> {
  readonly pons: readonly string[]
  /** Steps of which something was not proven to be all. */
  readonly failed: ReadonlySet<Step>
  readonly problems: readonly string[]
}

/** Asks one step after the other. @throws DeviceUnreachable when the session ends; what could not be read is told in the result. */
export async function askSteps<Step extends CliStep>(
  profile: OltProfile,
  session: Asking,
  steps: readonly Step[],
  { pons, onus = [], deadlineMs, take, known }: StepsOptions<Step>,
): Promise<StepsTold<Step>> {
  const began = performance.now()
  const problems: string[] = []
  const failed = new Set<Step>()
  const fail = (step: Step, params: Params, why: string): void => {
    problems.push(`${whatOf(step, params)}: ${why}`)
    failed.add(step)
  }

  /** @returns whether the OLT took the command. */
  const ask = async (step: Step, params: Params): Promise<boolean> => {
    if (performance.now() - began > deadlineMs) {
      fail(step, params, 'no time was left')
      return true
    }
    const heard = await session.ask(step.command, params).catch((error: unknown) => {
      // A mode that is not there, or a place that cannot be named.
      if (error instanceof NotToBeSent) return null
      throw error
    })
    if (heard === null) return false
    const { parsed, isWhole } = heard
    if (!isWhole) fail(step, params, 'the answer did not come to its end')
    else if (parsed.kind === 'unrecognised') {
      if (parsed.why === 'refused') return false
      fail(step, params, `${parsed.why}: ${parsed.sample}`)
    } else if (!parsed.complete) fail(step, params, 'it is not proven to be all')
    if (parsed.kind === 'recognised')
      take(
        parsed.rows.map((row) => withPlace(row, params)),
        step,
      )
    return true
  }
  const must = async (step: Step, params: Params): Promise<void> => {
    if (!(await ask(step, params))) fail(step, params, 'the OLT does not take it')
  }

  const ofPons = steps.filter(({ each }) => each === 'pon')
  let boards: Boards | null = null
  for (const step of steps) {
    if (step.each === 'olt') await must(step, {})
    if (step.each !== 'slot' && step.each !== 'main') continue
    boards ??= await readBoards(profile, session)
    const slots = step.each === 'slot' ? boards.lines : boards.main
    if (slots.length === 0) fail(step, {}, 'the boards could not be read')
    for (const slot of slots) await must(step, { pon: slot, slot })
  }
  const places: string[] = []
  if (ofPons.length > 0 && pons === null && profile.pons.by === 'trying') {
    const { prefix, most } = profile.pons
    // One PON after the other, until the OLT takes no more.
    for (let number = 1; number <= most; number += 1) {
      const pon = `${prefix}${number}`
      if (!(await isThere(pon))) break
      places.push(pon)
    }
    const [first] = ofPons
    if (places.length === 0 && first !== undefined) {
      problems.push('no PON was found')
      failed.add(first)
    }
  } else {
    places.push(...(pons ?? known()))
    for (const pon of places) for (const step of ofPons) await must(step, paramsOf(pon))
  }
  for (const { pon, onuId } of onus) for (const step of steps) if (step.each === 'onu') await must(step, { ...paramsOf(pon), onu: String(onuId) })
  return { pons: places, failed, problems }

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

const whatOf = ({ command }: CliStep, { pon, onu }: Params): string => `${command}${pon === undefined ? '' : ` of ${pon}${onu === undefined ? '' : `:${onu}`}`}`

function withPlace(row: Reading, { pon, onu }: Params): Reading {
  if (pon === undefined || (row['pon'] !== undefined && (onu === undefined || row['onuId'] !== undefined))) return row
  return { ...row, ...(row['pon'] === undefined ? { pon } : {}), ...(onu === undefined || row['onuId'] !== undefined ? {} : { onuId: Number(onu) }) }
}

interface Boards {
  readonly lines: readonly string[]
  readonly main: readonly string[]
}

/** Boards that carry PONs, and the one that leads. */
async function readBoards(profile: OltProfile, session: Asking): Promise<Boards> {
  const { pons } = profile
  if (pons.by !== 'boards') return { lines: [], main: [] }
  const { parsed, isWhole } = await session.ask(pons.command, { frame: '0' })
  if (parsed.kind === 'unrecognised' || !isWhole) return { lines: [], main: [] }
  const named = (name: RegExp, status: RegExp): string[] =>
    parsed.rows.flatMap((row) => (name.test(String(row['name'])) && status.test(String(row['status'])) ? [`0/${String(row['slot'])}`] : []))
  return { lines: named(pons.lines, /normal/i), main: named(pons.main, /active/i) }
}
