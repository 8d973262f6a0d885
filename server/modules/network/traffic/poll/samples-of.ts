import type { Instant } from '../../../../kernel/time.ts'
import { HOUR_SECONDS } from '../sample.ts'
import type { Sample } from '../sample.ts'
import { keyOf } from './look.ts'
import type { SeenSession } from './look.ts'
import type { KnownSession } from './polls-store.ts'

/**
 * What each line has moved since it was last heard of. A session that is new is measured from its beginning, one that began long before it was
 * first seen is not; counters that have fallen - the router counts anew under the same session - say nothing this time. Never negative.
 */
export function samplesOf(
  seen: readonly SeenSession[],
  { before, lines, at }: { before: ReadonlyMap<string, KnownSession>; lines: ReadonlyMap<string, bigint>; at: Instant },
): Sample[] {
  const samples: Sample[] = []
  for (const { login, sessionId, uptimeSeconds, upBytes, downBytes } of seen) {
    const known = before.get(keyOf(login, sessionId))
    const subscriptionId = known?.subscription_id ?? lines.get(login)
    if (subscriptionId === undefined || upBytes === null || downBytes === null) continue
    const seconds = known === undefined ? uptimeSeconds : Math.floor(known.updated_at.until(at).total('seconds'))
    if (known === undefined && seconds > HOUR_SECONDS) continue
    const [up, down] = [upBytes - (known?.upload_bytes ?? 0n), downBytes - (known?.download_bytes ?? 0n)]
    if (up >= 0n && down >= 0n) samples.push({ subscriptionId, until: at, seconds, upBytes: up, downBytes: down })
  }
  return samples
}
