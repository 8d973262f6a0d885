import { connect } from 'node:net'
import { withRouter } from './device/router-actor.ts'
import { ping } from './routeros/commands.ts'
import type { Ping } from './routeros/commands.ts'
import type { Router } from './router.ts'
import type { Database } from '../../../platform/db/tx.ts'

const PING_DEADLINE_MS = 20_000
const PING_INTERVAL_MS = 300
const KNOCK_MS = 5000

/** Pings an address from the router, which is how what lies behind it is reached. @throws what withRouter throws, and what the router refuses. */
export async function pingFrom(database: Database, routerId: bigint, { address, count }: { address: string; count: number }): Promise<Ping> {
  return await withRouter(
    database,
    routerId,
    { isUrgent: true, deadlineMs: PING_DEADLINE_MS },
    async ({ connection }) => await ping(connection, { address, count, intervalMs: PING_INTERVAL_MS }),
  )
}

export const KNOCKS = ['open', 'refused', 'silent', 'no_way'] as const

export interface Knock {
  readonly outcome: (typeof KNOCKS)[number]
  readonly milliseconds: number
}

/** Whether anything takes a connection at the router's address and port, seen from this server; nothing is sent. */
export async function knock({ host, port }: Pick<Router, 'host' | 'port'>): Promise<Knock> {
  const began = performance.now()
  const outcome = await new Promise<Knock['outcome']>((resolve) => {
    const socket = connect({ host, port, timeout: KNOCK_MS })
    const end = (what: Knock['outcome']): void => {
      socket.destroy()
      resolve(what)
    }
    socket.on('connect', () => end('open'))
    socket.on('timeout', () => end('silent'))
    socket.on('error', ({ code }: NodeJS.ErrnoException) => end(code === 'ECONNREFUSED' ? 'refused' : 'no_way'))
  })
  return { outcome, milliseconds: Math.round(performance.now() - began) }
}
