import type { Device } from './device/router-actor.ts'
import { readUsesRadius } from './routeros/commands.ts'
import { applyPlan } from './sync/apply-plan.ts'
import type { Watch } from './sync/apply-plan.ts'
import type { DesiredLine, RouterRules } from './sync/desired.ts'
import { observe } from './sync/observe.ts'
import type { Observed } from './sync/observed.ts'
import { planRadius } from './sync/plan-radius.ts'
import { planRouter } from './sync/plan-router.ts'
import type { Plan } from './sync/plan-router.ts'
import { quietPlan } from './sync/quiet-plan.ts'
import type { Settled } from './sync/quiet-plan.ts'
import type { Router } from './router.ts'

/** Who knows what is wanted, and keeps what was found. */
export interface Wishes extends Watch {
  /** The lines to look at, as they are wanted now. */
  read(): Promise<DesiredLine[]>
  /** All lines of the router, those that are settled in sum. */
  readOpen(): Promise<{ lines: DesiredLine[]; settled: Settled }>
  /** Before the plan is carried out: these lines' sessions must end, also when we do not live to see it. */
  expectRedials(subscriptionIds: readonly bigint[]): Promise<void>
  /** After each look: how every line stands. */
  record(found: Found): Promise<void>
}

export interface Found {
  /** Those that were looked at one by one. */
  readonly lines: readonly DesiredLine[]
  readonly plan: Plan
  readonly observed: Observed
  /** Sessions were ended for these since their wish was read. */
  readonly redialled: ReadonlySet<bigint>
  /** What the router said to what it would not do. */
  readonly refusals: ReadonlyMap<bigint, string>
  readonly isWhole: boolean
  readonly byRadius: boolean
}

/** A wish may change while it is carried out, and a subscriber may dial between two commands; more than this is a router that does not do what it says. */
const MOST_LOOKS = 5

/**
 * Makes a router say what is wanted: look, compare, do, look again, until nothing differs; every look is recorded. Called a hundred times it
 * changes nothing more. With `names` only those secrets are looked at; false when that is not enough, because a line's secret is not where it
 * was - then the whole router must be compared. With `byRadius` the whole router is told what one is that asks us: see plan-radius.ts.
 */
export async function convergeRouter(
  device: Device,
  wishes: Wishes,
  { isWhole, released, byRadius = false }: { isWhole: boolean; released: number; byRadius?: boolean },
): Promise<boolean> {
  const redialled = new Set<bigint>()
  const refusals = new Map<bigint, string>()
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    wishes.signal.throwIfAborted()
    // All of a router is read while the database tells what is wanted of it; else only the secrets of the lines that wait.
    const whole = isWhole ? observe(device.connection, null) : null
    whole?.catch(() => {}) // Heard of below.
    // Hour after hour nothing differs, and that is soon said.
    if (whole !== null && look === 1 && !byRadius) {
      const { lines, settled } = await wishes.readOpen()
      const observed = await whole
      const plan = quietPlan(lines, settled, observed, rulesOf(device.router, released))
      if (plan !== null) {
        await wishes.record({ lines, plan, observed, redialled, refusals, isWhole, byRadius })
        return true
      }
    }
    const lines = (await wishes.read()).map((line) => (redialled.has(line.subscriptionId) ? { ...line, mustRedial: false } : line))
    const observed = await (whole ?? observe(device.connection, namesOf(lines)))
    const plan = await planBy(device, { lines, observed, released, byRadius })
    if (!isWhole && needsWhole(lines, plan)) return false
    await wishes.record({ lines, plan, observed, redialled, refusals, isWhole, byRadius })
    const ops = plan.ops.flatMap((op) => without(op, refusals))
    if (ops.length === 0 || look === MOST_LOOKS) return true
    await wishes.expectRedials(plan.redials)
    for (const [id, message] of await applyPlan(device, { ...plan, ops }, wishes)) refusals.set(id, message)
    for (const op of ops)
      if (op.kind === 'end_sessions') for (const { subscriptionId } of op.targets) if (subscriptionId !== null) redialled.add(subscriptionId)
  }
  return true
}

const rulesOf = (router: Router, released: number): RouterRules => ({
  suspendBy: router.suspend_by,
  suspendTarget: router.suspend_target,
  addressPool: router.address_pool,
  localAddress: router.local_address,
  maxChangePercent: router.max_change_percent,
  releasedChanges: released,
})

/** What would be done to all of a router as it stands; nothing is written. */
export const planOf = async (device: Device, lines: readonly DesiredLine[], how: { released: number; byRadius: boolean }): Promise<Plan> =>
  await planBy(device, { lines, observed: await observe(device.connection, null), ...how })

async function planBy(
  { router, connection }: Device,
  { lines, observed, released, byRadius }: { lines: readonly DesiredLine[]; observed: Observed; released: number; byRadius: boolean },
): Promise<Plan> {
  const rules = rulesOf(router, released)
  return byRadius ? planRadius(lines, observed, { ...rules, usesRadius: await readUsesRadius(connection) }) : planRouter(lines, observed, rules)
}

const namesOf = (lines: readonly DesiredLine[]): string[] => [...new Set(lines.map(({ login }) => login))]

/** What was seen and is not there under its name may stand under another, and a mark without a line says that something moved. */
const needsWhole = (lines: readonly DesiredLine[], { matched, hold }: Plan): boolean =>
  hold !== null || matched.strays.length > 0 || lines.some(({ wasSeen, subscriptionId }) => wasSeen && !matched.secretOf.has(subscriptionId))

/** What was refused once in this run is not asked again. */
function without(op: Plan['ops'][number], refusals: ReadonlyMap<bigint, string>): Plan['ops'] {
  if (refusals.size === 0 || op.kind === 'make_profile' || op.kind === 'set_profile') return [op]
  if (op.kind === 'add_secret') return refusals.has(op.subscriptionId) ? [] : [op]
  const targets = op.targets.filter(({ subscriptionId }) => subscriptionId === null || !refusals.has(subscriptionId))
  return targets.length === 0 ? [] : [{ ...op, targets } as typeof op]
}
