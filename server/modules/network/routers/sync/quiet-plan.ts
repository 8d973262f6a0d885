import type { DesiredLine, RouterRules } from './desired.ts'
import { readMark } from './mark.ts'
import type { Observed, ObservedSecret } from './observed.ts'
import { planProfiles } from './plan-profiles.ts'
import { planRouter } from './plan-router.ts'
import type { Plan } from './plan-router.ts'

/** Lines with service that were as wanted when last seen, and of which nothing was asked since: known by a sum instead of one by one. */
export interface Settled {
  readonly lines: number
  /** Of the numbers of their secrets as they were last seen. */
  readonly sum: bigint
  readonly profiles: readonly Pick<DesiredLine, 'profile' | 'speeds' | 'state'>[]
  /** The number of a secret as it reads now, 0 to 2^48 - 1. It follows from all that is compared, and nobody without our key can aim at one. */
  readonly numberOf: (secret: ObservedSecret) => number
}

const HALF = 2 ** 24

/**
 * The plan of a router on which nothing differs, found without a look at each settled line: their secrets, added up, read as they did, and
 * the plan for the other lines has nothing to do. Null where that cannot be said; then every line is to be compared. Its standings and what
 * it has matched are those of `lines` alone, which is all that may have something new to record.
 */
export function quietPlan(lines: readonly DesiredLine[], settled: Settled, observed: Observed, rules: RouterRules): Plan | null {
  const open = new Set(lines.map(({ subscriptionId }) => subscriptionId))
  const others: ObservedSecret[] = []
  const names = new Set(lines.map(({ login }) => login))
  const own: ObservedSecret[] = []
  for (const secret of observed.secrets) {
    const mark = readMark(secret.comment)
    if (mark !== null && !open.has(mark.subscriptionId)) own.push(secret)
    else {
      others.push(secret)
      names.add(secret.name)
    }
  }
  if (own.length !== settled.lines) return null
  // Two halves: a sum of twenty thousand whole numbers would not be exact.
  let [high, low] = [0, 0]
  for (const secret of own) {
    if (names.has(secret.name)) return null
    const number = settled.numberOf(secret)
    low += number % HALF
    high += Math.floor(number / HALF)
  }
  if (BigInt(high) * BigInt(HALF) + BigInt(low) !== settled.sum) return null
  const profiles = planProfiles(settled.profiles, observed.profiles, rules)
  if (profiles.ops.length > 0 || profiles.faults.size > 0) return null
  const plan = planRouter(lines, { ...observed, secrets: others }, rules)
  return plan.ops.length === 0 && plan.hold === null ? plan : null
}
