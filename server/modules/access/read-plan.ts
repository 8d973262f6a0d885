import { systemActor } from '../../kernel/actor.ts'
import type { Database } from '../../platform/db/tx.ts'
import { planOf, readRelease, withRouter } from '../network/routers/index.ts'
import type { Op, Plan } from '../network/routers/index.ts'
import { wishesOf } from './wishes.ts'

const DEADLINE_MS = 25_000
/** Of each kind of change so many are named; the rest is counted. */
const MOST_NAMES = 200

export interface PlannedChange {
  readonly kind: Op['kind']
  readonly count: number
  readonly names: string[]
  /** What is written, without secrets; `new` where each gets its own. */
  readonly values: Record<string, string>
}

/**
 * What the next comparison would change on a router as it stands now, or would if it were told the other way. Reads the router, writes nothing
 * anywhere. @throws what withRouter throws.
 */
export async function readPlan(database: Database, routerId: bigint, { byRadius }: { byRadius: boolean }): Promise<{ changes: PlannedChange[]; plan: Plan }> {
  return await withRouter(database, routerId, { isUrgent: true, deadlineMs: DEADLINE_MS }, async (device) => {
    const wishes = wishesOf(database, device, { actor: systemActor('plan', new Set()), signal: AbortSignal.timeout(DEADLINE_MS), isWhole: true, byRadius })
    const plan = await planOf(device, await wishes.read(), { released: await readRelease({ db: database.direct }, routerId), byRadius })
    return { changes: summed(plan.ops), plan }
  })
}

/** Changes that write the same values are told together. */
function summed(ops: readonly Op[]): PlannedChange[] {
  const groups = new Map<string, { kind: Op['kind']; names: string[]; values: Record<string, string> }>()
  for (const op of ops) {
    const values = valuesOf(op)
    const key = `${op.kind} ${JSON.stringify(values)}`
    const group = groups.get(key) ?? { kind: op.kind, names: [], values }
    group.names.push(...namesOf(op))
    groups.set(key, group)
  }
  return [...groups.values()].map(({ kind, names, values }) => ({
    kind,
    count: names.length,
    names: names.slice(0, MOST_NAMES).map((name) => name.toWellFormed()),
    values,
  }))
}

function namesOf(op: Op): string[] {
  if (op.kind === 'make_profile' || op.kind === 'add_secret') return [op.values.name]
  return op.kind === 'set_profile' ? [op.name] : op.targets.map(({ name }) => name)
}

const OWN_TO_EACH = new Set(['name', 'password', 'comment', 'rateLimit'])

function valuesOf(op: Op): Record<string, string> {
  if (op.kind === 'disable_secrets' || op.kind === 'remove_secrets' || op.kind === 'end_sessions') return {}
  const shown = Object.entries(op.values).filter(
    ([key, value]) => !OWN_TO_EACH.has(key) && !(key === 'remoteAddress' && op.kind === 'add_secret') && value !== null,
  )
  const hidden = Object.keys(op.values).filter((key) => key === 'password' || key === 'comment' || key === 'name')
  return Object.fromEntries([
    ...shown.map(([key, value]) => [key, String(value)] as const),
    ...(op.kind === 'set_secrets' ? hidden.map((key) => [key, 'new'] as const) : []),
  ])
}
