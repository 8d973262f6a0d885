import type { Tx } from '../../../../platform/db/tx.ts'
import type { OnuObservation } from '../../olts/index.ts'
import { suggestLinks } from '../links/suggest-links.ts'
import { absorbNameless, insertEvents, insertOnus, lockKnown, updateAbsent, updateIdentities, updatePlaces } from './onus-store.ts'
import { planInventory } from './plan-inventory.ts'
import { makeDue } from './polls-store.ts'
import type { Look } from './record-status.ts'

/** Which device stands where. Moves and swaps are told as events; what lines they carry is looked at again. */
export async function recordInventory(tx: Tx, oltId: bigint, { at, isWhole, seen }: Look<OnuObservation>): Promise<readonly string[]> {
  const identities = seen.flatMap(({ serial, mac }) => serial ?? mac ?? [])
  const plan = planInventory(oltId, await lockKnown(tx, oltId, identities), seen, { isWhole })
  await updateAbsent(tx, plan.displaced, at)
  await absorbNameless(tx, plan.absorbed)
  await updatePlaces(tx, oltId, plan.moves, at)
  await updateIdentities(tx, plan.identities)
  const ids = await insertOnus(tx, oltId, plan.added, at)
  const appeared = plan.added.map(({ pon, state, serial, mac }, n) => ({
    onu_id: ids[n] ?? 0n,
    olt_id: oltId,
    pon,
    kind: 'appeared' as const,
    is_now: state,
    detail: { identity: serial ?? mac },
  }))
  await insertEvents(tx, [...plan.events, ...appeared], at)
  // Light that was asked for before anybody knew of these was told of nobody.
  if (plan.added.length > 0) await makeDue(tx, oltId, ['status', 'optics'], at)
  await suggestLinks(tx, oltId, at)
  return plan.problems
}
