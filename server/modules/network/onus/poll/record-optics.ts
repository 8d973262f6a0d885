import type { Tx } from '../../../../platform/db/tx.ts'
import type { OnuObservation } from '../../olts/index.ts'
import { nextLight } from '../light.ts'
import { placeKey, placeOf } from '../onu.ts'
import type { OnuEvent } from '../onu.ts'
import { lightLimits } from '../settings.ts'
import { insertEvents, selectKnown, recordMeasured } from './onus-store.ts'
import type { Measured } from './onus-store.ts'
import type { Look } from './record-status.ts'

/** The light of each, and how it stands. What was measured is true whether or not everybody was measured. */
export async function recordOptics(tx: Tx, oltId: bigint, { at, seen }: Look<OnuObservation>): Promise<readonly string[]> {
  const limits = await lightLimits(tx)
  const places = new Map((await selectKnown(tx, oltId)).filter(({ olt_id, is_present }) => olt_id === oltId && is_present).map((onu) => [placeKey(onu), onu]))
  const measured: Measured[] = []
  const events: OnuEvent[] = []
  for (const onu of seen) {
    const before = places.get(placeOf(onu))
    const isMeasured = [onu.rxDbm, onu.oltRxDbm, onu.txDbm, onu.distanceM, onu.temperatureC].some((value) => value !== null)
    if (before === undefined || !isMeasured) continue
    const standing = { light: before.light, lightSeen: before.light_seen }
    const after = onu.rxDbm === null ? standing : nextLight(standing, onu.rxDbm, limits)
    measured.push({ id: before.id, seen: onu, light: after.light, lightSeen: after.lightSeen })
    if (after.light === before.light || (before.light === 'unknown' && after.light === 'good')) continue
    events.push({ onu_id: before.id, olt_id: oltId, pon: before.pon, kind: 'light', was: before.light, is_now: after.light, detail: { rx_dbm: onu.rxDbm } })
  }
  await recordMeasured(tx, measured, at)
  await insertEvents(tx, events, at)
  return []
}
