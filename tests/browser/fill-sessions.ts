import { recordPolled } from '../../server/modules/network/sessions/index.ts'
import { copySamples } from '../../server/modules/network/traffic/samples-store.ts'
import type { Console } from './console.ts'

const DAYS = 12
const MIB = 1024 ** 2

/** Days of a line that dials in, with an evening in each of them, and one that has gone; as a poller of its router has reported them. */
export async function fillSessions(
  { database }: Console,
  { routerId, lineId, login, gone }: { routerId: number; lineId: number; login: string; gone: string },
): Promise<void> {
  const now = Temporal.Now.instant()
  const from = now.subtract({ hours: DAYS * 24 })
  const router = BigInt(routerId)
  let [up, down] = [0, 0]
  for (let hour = 0; hour <= DAYS * 24; hour += 1) {
    const share = 1 + Math.sin(((hour % 24) / 24) * Math.PI * 2) ** 2 * 4
    const [addUp, addDown] = [share * 30 * MIB, share * 220 * MIB]
    ;[up, down] = [up + addUp, down + addDown]
    const at = from.add({ hours: hour })
    const session = { login, sessionId: '0x81000001', address: '100.64.0.17', callerId: '50:d4:f7:00:00:17', service: 'pppoe', uptimeSeconds: hour * 3600 + 60 }
    const sessions = [{ ...session, uploadBytes: BigInt(Math.round(up)), downloadBytes: BigInt(Math.round(down)) }]
    if (hour === 3)
      sessions.push({ ...session, login: gone, sessionId: '0x81000002', address: '100.64.0.18', uptimeSeconds: 900, uploadBytes: 9n, downloadBytes: 99n })
    await recordPolled({ db: database.db }, { routerId: router, at, sessions, isComplete: true })
    await copySamples(
      { db: database.db },
      Array.from({ length: 12 }, (_, n) => ({
        subscriptionId: BigInt(lineId),
        until: at.add({ minutes: n * 5 - 55 }),
        seconds: 300,
        upBytes: BigInt(Math.round((addUp / 12) * (0.7 + (n % 4) * 0.2))),
        downBytes: BigInt(Math.round((addDown / 12) * (0.6 + (n % 5) * 0.2))),
      })),
    )
  }
}
