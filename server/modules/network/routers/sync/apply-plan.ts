import type { Device } from '../device/router-actor.ts'
import { endSessions } from '../routeros/commands.ts'
import { profiles, secrets } from '../routeros/menus.ts'
import { CommandTrapped } from '../routeros/reply.ts'
import { observe } from './observe.ts'
import type { Op, Plan, Target } from './plan-router.ts'

/** Rows that one command changes. */
const ROWS_PER_COMMAND = 50

/** What the executor needs of whoever knows the wishes. */
export interface Watch {
  /** Which of these lines still want what the plan was made for; the others are planned anew. */
  current(subscriptionIds: readonly bigint[]): Promise<ReadonlySet<bigint>>
  /** Before a command goes out: what is about to be done, to whom. */
  announce(step: Step): Promise<void>
  /** Ends the work between two commands. */
  readonly signal: AbortSignal
}

/** One command, as the audit tells of it. */
export interface Step {
  readonly kind: Op['kind']
  readonly names: readonly string[]
  readonly subscriptionIds: readonly bigint[]
  readonly values: Readonly<Record<string, unknown>>
}

/** What the router said to what it did not do, by line. */
export type Refusals = Map<bigint, string>

/**
 * Carries a plan out command by command, paced. A command for many rows that is refused is repeated row by row, for the answer does not say
 * whose fault it was; what one row is refused is noted for its line and the rest goes on. What became of it all is for the next look to say.
 * @throws what ends the connection, and a missing permission, which would be met at every row.
 */
export async function applyPlan(device: Device, { ops }: Plan, watch: Watch): Promise<Refusals> {
  const refusals: Refusals = new Map()
  for (const op of ops) await applyOp(device, op, watch, refusals)
  return refusals
}

async function applyOp({ connection, pace, router }: Device, op: Op, watch: Watch, refusals: Refusals): Promise<void> {
  const send = async (step: Step, command: () => Promise<unknown>, cost = 1): Promise<void> => {
    watch.signal.throwIfAborted()
    await pace.take(cost)
    await watch.announce(step)
    await command()
  }
  const forRows = async (targets: readonly Target[], values: Step['values'], command: (ids: readonly string[]) => Promise<void>): Promise<void> => {
    for (const part of chunks(targets, ROWS_PER_COMMAND)) {
      const rows = await stillWanted(part, watch)
      if (rows.length === 0) continue
      const step = stepOf(op.kind, rows, values)
      const refusal = await refused(async () => await send(step, async () => await command(rows.map(({ id }) => id))))
      if (refusal === null) continue
      for (const row of rows) {
        const alone = rows.length === 1 ? refusal : await refused(async () => await send(stepOf(op.kind, [row], values), async () => await command([row.id])))
        if (alone !== null && !alone.is('no_such_item') && row.subscriptionId !== null) refusals.set(row.subscriptionId, alone.reply.join('; '))
      }
    }
  }
  switch (op.kind) {
    case 'make_profile':
      // Where it is there meanwhile or cannot be made, the next look says so of the lines that want it.
      await refused(async () => await send(stepOf(op.kind, [], op.values), async () => await profiles.add(connection, op.values)))
      return
    case 'set_profile':
      await refused(
        async () => await send({ ...stepOf(op.kind, [], op.values), names: [op.name] }, async () => await profiles.set(connection, [op.id], op.values)),
      )
      return
    case 'add_secret': {
      const target = { name: op.values.name, subscriptionId: op.subscriptionId }
      if ((await stillWanted([target], watch)).length === 0) return
      const refusal = await refused(async () => await send(stepOf(op.kind, [target], op.values), async () => await secrets.add(connection, op.values)))
      if (refusal !== null && !refusal.is('already_exists')) refusals.set(op.subscriptionId, refusal.reply.join('; '))
      return
    }
    case 'set_secrets':
      return await forRows(op.targets, op.values, async (ids) => await secrets.set(connection, ids, op.values))
    case 'disable_secrets':
      return await forRows(op.targets, { isDisabled: true }, async (ids) => await secrets.disable(connection, ids))
    case 'remove_secrets':
      return await forRows(op.targets, {}, async (ids) => await secrets.remove(connection, ids))
    case 'end_sessions':
      for (const part of chunks(op.targets, router.commands_per_second)) {
        const rows = await stillWanted(part, watch)
        if (rows.length === 0) continue
        const names = rows.map(({ name }) => name)
        // By name and now: who has dialled again since the plan was made has another session.
        const { sessions } = await observe(connection, names)
        const ids = sessions.filter(({ isRadius }) => !isRadius).map(({ id }) => id)
        if (ids.length > 0) await send(stepOf(op.kind, rows, {}), async () => await endSessions(connection, ids), ids.length)
      }
  }
}

/** Lines that want something else by now are left to the next plan; what belongs to no line is done. */
async function stillWanted<T extends { readonly subscriptionId: bigint | null }>(targets: readonly T[], watch: Watch): Promise<T[]> {
  const ids = targets.flatMap(({ subscriptionId }) => (subscriptionId === null ? [] : [subscriptionId]))
  const current = ids.length === 0 ? new Set() : await watch.current(ids)
  return targets.filter(({ subscriptionId }) => subscriptionId === null || current.has(subscriptionId))
}

async function refused(work: () => Promise<void>): Promise<CommandTrapped | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof CommandTrapped && !error.is('not_permitted')) return error
    throw error
  }
}

const stepOf = (kind: Op['kind'], rows: readonly { readonly name: string; readonly subscriptionId: bigint | null }[], values: object): Step => ({
  kind,
  names: rows.length > 0 ? rows.map(({ name }) => name) : 'name' in values ? [String(values.name)] : [],
  subscriptionIds: rows.flatMap(({ subscriptionId }) => (subscriptionId === null ? [] : [subscriptionId])),
  values: { ...values },
})

function* chunks<T>(rows: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}
