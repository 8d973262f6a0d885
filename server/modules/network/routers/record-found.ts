import type { Conn, Tx } from '../../../platform/db/tx.ts'
import { AppError } from '../../../kernel/errors.ts'
import { LeaseLost } from '../leases/index.ts'
import { whyNot } from './device/why-not.ts'
import type { Trouble } from './device/why-not.ts'
import { RouterBusy } from './errors.ts'
import type { Found } from './converge-router.ts'
import { replaceDrift } from './drift-store.ts'
import { comparedOf, driftOf } from './found.ts'
import { selectHealth, updateCompared, updateHold } from './health-store.ts'

/** What holds the secrets of a router with RADIUS; its sessions have a guard of their own. */
const SECRETS_HOLDS = ['empty', 'truncated', 'secrets_leave', 'radius_off'] as const

/** Keeps what a look at a router has found beside its lines: a plan that was held, and after a whole look the counts and the drift. */
export async function recordFound(tx: Tx, routerId: bigint, found: Found): Promise<void> {
  const { hold, ops } = found.plan
  // What somebody has let through is used up only when it is done.
  if (found.isWhole && (hold !== null || ops.length === 0))
    await updateHold(tx, routerId, hold, { at: tx.now, ...(found.byRadius ? { kinds: SECRETS_HOLDS } : {}) })
  // Half an answer says nothing of what is there.
  if (!found.isWhole || hold?.kind === 'empty' || hold?.kind === 'truncated') return
  await updateCompared(tx, routerId, comparedOf(found), tx.now)
  await replaceDrift(tx, routerId, driftOf(found), tx.now)
}

/** How many changes a person has let through beyond the share that one run may make. */
export const readRelease = async (conn: Pick<Conn, 'db'>, routerId: bigint): Promise<number> =>
  (await selectHealth(conn, [routerId])).get(routerId)?.released_changes ?? 0

export const readRetryAt = async (conn: Pick<Conn, 'db'>, routerId: bigint): Promise<Temporal.Instant | null> =>
  (await selectHealth(conn, [routerId])).get(routerId)?.retry_at ?? null

/** Whether the API of a router was ever spoken to, and how many secrets of ours were last seen on it. */
export async function readOwnSecrets(conn: Pick<Conn, 'db'>, routerId: bigint): Promise<{ isReached: boolean; own: number }> {
  const health = (await selectHealth(conn, [routerId])).get(routerId)
  return { isReached: (health?.seen_at ?? null) !== null, own: health?.own_secrets ?? 0 }
}

/** A router that was never compared, of which something is held, or that was started anew since: what it holds may be another configuration. */
export async function wantsWhole(conn: Pick<Conn, 'db'>, routerId: bigint): Promise<boolean> {
  const health = (await selectHealth(conn, [routerId])).get(routerId)
  if (health === undefined || health.reconciled_at === null || health.held_kind !== null) return true
  if (health.seen_at === null || health.uptime_seconds === null) return false
  return Temporal.Instant.compare(health.seen_at.subtract({ seconds: Number(health.uptime_seconds) }), health.reconciled_at) > 0
}

/** Whether an error is of the router or the way to it, and not of this program. */
export const isTroubleOfRouter = (error: unknown): boolean =>
  error instanceof AppError && (whyNot(error, { isPinned: false }) !== null || error instanceof LeaseLost)

/** What a person is told to look at where a router does not answer as it should; null where the error is not the router's. */
export const troubleOf = (error: unknown): Trouble | null =>
  error instanceof RouterBusy || error instanceof LeaseLost ? 'busy' : whyNot(error, { isPinned: true })
