import type { Database } from '../../../platform/db/tx.ts'
import { withRouter } from './device/router-actor.ts'
import { activeSessions } from './routeros/menus.ts'
import { selectLinesByLogin } from './sessions-store.ts'
import type { Router } from './router.ts'

export interface LiveSession {
  readonly name: string
  readonly service: string
  readonly caller_id: string
  readonly address: string
  readonly uptime_seconds: number
  readonly is_radius: boolean
  /** Null: nobody's line. */
  readonly subscription_id: bigint | null
  readonly client_id: bigint | null
  readonly client_name: string | null
}

const DEADLINE_MS = 15_000

/** Who is online on a router at this moment, the longest first, read from the router itself. @throws what withRouter throws. */
export async function listSessions(database: Database, router: Router): Promise<LiveSession[]> {
  const rows = await withRouter(
    database,
    router.id,
    { isUrgent: true, deadlineMs: DEADLINE_MS },
    async ({ connection }) => await activeSessions.read(connection),
  )
  const lines = await selectLinesByLogin({ db: database.db }, router.id)
  return rows
    .map(({ name, service, callerId, address, uptimeMs, isRadius }) => {
      const line = lines.get(name)
      return {
        name: name.toWellFormed(),
        service,
        caller_id: callerId,
        address,
        uptime_seconds: Math.floor((uptimeMs ?? 0) / 1000),
        is_radius: isRadius,
        subscription_id: line?.subscription_id ?? null,
        client_id: line?.client_id ?? null,
        client_name: line?.client_name ?? null,
      }
    })
    .sort((a, b) => b.uptime_seconds - a.uptime_seconds || (a.name < b.name ? -1 : 1))
}
