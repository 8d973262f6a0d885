import type { Conn } from '../../../platform/db/tx.ts'
import { closeOfRouter, pollSessions, stopSession } from './report-store.ts'
import type { EndedSession, PollOutcome } from './report-store.ts'

/** A session as it was seen on a router without RADIUS. What is absent is not known, and leaves what is known. */
export interface PolledSession {
  readonly login: string
  /** The router's own id of the session, else anything that stays with it. */
  readonly sessionId: string
  readonly uptimeSeconds?: number | undefined
  readonly address?: string | undefined
  readonly ipv6Prefix?: string | undefined
  /** The MAC address of the box, lower case with colons. */
  readonly callerId?: string | undefined
  readonly port?: string | undefined
  readonly service?: string | undefined
  /** Counters of the session since its start. */
  readonly uploadBytes?: bigint | undefined
  readonly downloadBytes?: bigint | undefined
}

export interface Polled {
  readonly routerId: bigint
  /** When the router was looked at. */
  readonly at: Temporal.Instant
  readonly sessions: readonly PolledSession[]
  /** Everybody who is online was seen: who was polled before and is not among them has gone. */
  readonly isComplete: boolean
}

// So many rows in one statement, so that no transaction holds the locks of thousands.
const BATCH = 1000

/**
 * Opens, refreshes and closes the sessions of a router by what was seen on it, and counts what was used since. Repeatable: the same look
 * again changes nothing, an older one nothing that is known better. Each batch commits for itself outside a transaction.
 */
export async function recordPolled(conn: Pick<Conn, 'db'>, { routerId, at, sessions, isComplete }: Polled): Promise<PollOutcome> {
  const sum = { opened: 0, refreshed: 0, closed: 0 }
  for (let from = 0; from === 0 || from < sessions.length; from += BATCH) {
    const rows = sessions.slice(from, from + BATCH).map((session) => ({
      login: session.login,
      session_id: session.sessionId,
      seconds: session.uptimeSeconds,
      address: session.address,
      ipv6_prefix: session.ipv6Prefix,
      caller_id: session.callerId,
      port: session.port,
      service: session.service,
      upload_bytes: session.uploadBytes?.toString(),
      download_bytes: session.downloadBytes?.toString(),
    }))
    const isLast = from + BATCH >= sessions.length
    const done = await pollSessions(conn, routerId, at, JSON.stringify(rows), isComplete && isLast)
    sum.opened += done.opened
    sum.refreshed += done.refreshed
    sum.closed += done.closed
  }
  return sum
}

/** We have ended a session on its router; the router's own word of it changes nothing any more. Repeatable. */
export const recordEnded = (conn: Pick<Conn, 'db'>, ended: EndedSession): Promise<void> => stopSession(conn, ended)

/** A router has begun anew: what was on it before has ended. Returns how many sessions. Repeatable. */
export const recordRestart = (conn: Pick<Conn, 'db'>, routerId: bigint, at: Temporal.Instant): Promise<number> => closeOfRouter(conn, routerId, at)
