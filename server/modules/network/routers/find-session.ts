import type { Database } from '../../../platform/db/tx.ts'
import { withRouter } from './device/router-actor.ts'
import { activeSessions } from './routeros/menus.ts'
import { equals } from './routeros/query.ts'

export interface LineSession {
  readonly caller_id: string
  readonly address: string
  readonly uptime_seconds: number
}

const DEADLINE_MS = 8000

/** The session of one login at this moment, read from the router itself; null: he is offline. @throws what withRouter throws. */
export async function findSession(database: Database, routerId: bigint, login: string): Promise<LineSession | null> {
  const where = equals('name', login)
  const [row] = await withRouter(
    database,
    routerId,
    { isUrgent: true, deadlineMs: DEADLINE_MS },
    async ({ connection }) => await activeSessions.read(connection, { where, maxRows: 100 }),
  )
  return row === undefined ? null : { caller_id: row.callerId, address: row.address, uptime_seconds: Math.floor((row.uptimeMs ?? 0) / 1000) }
}
