import type { Tx } from '../../../../platform/db/tx.ts'
import type { OnuObservation } from '../../olts/index.ts'
import { insertEvents, insertOnus, selectKnown, updateAbsent, updateStates } from './onus-store.ts'
import { planStatus } from './plan-status.ts'
import { makeDue } from './polls-store.ts'

export interface Look<Row> {
  readonly at: Temporal.Instant
  /** It was proven to be all. */
  readonly isWhole: boolean
  readonly seen: readonly Row[]
}

/** Who is online, who is away and why. A look that is not whole changes nobody's state. */
export async function recordStatus(tx: Tx, oltId: bigint, { at, isWhole, seen }: Look<OnuObservation>): Promise<readonly string[]> {
  if (!isWhole) return []
  const plan = planStatus(oltId, await selectKnown(tx, oltId), seen)
  await updateStates(tx, plan.changes, at)
  await updateAbsent(
    tx,
    plan.gone.map(({ id }) => id),
    at,
  )
  const ids = await insertOnus(tx, oltId, plan.appeared, at)
  const appeared = plan.appeared.map((onu, n) => ({ onu_id: ids[n] ?? 0n, olt_id: oltId, pon: onu.pon, kind: 'appeared' as const, is_now: onu.state }))
  await insertEvents(tx, [...plan.events, ...appeared], at)
  // Who stands at a new place, and whether he who has gone stands elsewhere, the next inventory says.
  if (plan.appeared.length > 0 || plan.gone.length > 0) await makeDue(tx, oltId, ['inventory', 'optics'], at)
  return []
}
