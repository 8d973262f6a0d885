import { companyScope } from '../../../../kernel/actor.ts'
import { NotFound } from '../../../../kernel/errors.ts'
import type { Database } from '../../../../platform/db/tx.ts'
import { open as openSecret } from '../../../../platform/secrets/index.ts'
import { backoffMs, holdLease, waitForLease, within } from '../../leases/index.ts'
import type { Lease } from '../../leases/index.ts'
import { BreakerOpen, RouterBusy, RouterNotInUse } from '../errors.ts'
import { selectHealth, updateFailed, updateSeen } from '../health-store.ts'
import { deviceId, passwordAad } from '../router.ts'
import type { Router } from '../router.ts'
import { readIdentity, readResource } from '../routeros/commands.ts'
import { connectRouter } from '../routeros/connection.ts'
import type { RouterConnection } from '../routeros/connection.ts'
import { selectRouter, selectSealedPassword } from '../store.ts'
import { paceOf } from './pace.ts'
import type { Pace } from './pace.ts'
import { isHopeless, whyNot } from './why-not.ts'

/** A router one may speak to now. */
export interface Device {
  readonly router: Router
  readonly connection: RouterConnection
  /** What is found is written under it; see `requireLease`. */
  readonly lease: Lease
  readonly pace: Pace
}

export interface UseOptions {
  /** Somebody waits for it: it does not queue behind bulk work, and tries a router that is left alone after failures. */
  readonly isUrgent: boolean
  readonly deadlineMs?: number
}

/** So long a process waits for another to be done with the router. */
const PATIENCE_MS = { urgent: 8000, bulk: 20_000 }
/** Kept open so long after the last use: a log-in is dear, and so is holding what another process waits for. */
const IDLE_MS = 2000
const CONNECT_MS = 6000
const SILENCE_MS = 30_000
const URGENT_SILENCE_MS = 8000
const MOST_AT_ONCE = 4

const actors = new WeakMap<Database['direct'], Map<bigint, ReturnType<typeof createActor>>>()

/**
 * Works on a router through its one actor in this process: one connection, held under a lease that keeps other processes away, bulk work one
 * after the other, everything paced. A failure is noted and the router left alone for a while.
 * @throws NotFound, RouterNotInUse 409, BreakerOpen, RouterBusy 503, and what the router says.
 */
export async function withRouter<T>(database: Database, routerId: bigint, options: UseOptions, work: (device: Device) => Promise<T>): Promise<T> {
  const known = actors.get(database.direct) ?? new Map<bigint, ReturnType<typeof createActor>>()
  actors.set(database.direct, known)
  const actor = known.get(routerId) ?? createActor(database, routerId)
  known.set(routerId, actor)
  return await actor.use(options, work)
}

function createActor(database: Database, routerId: bigint) {
  const db = { db: database.direct }
  let opened: Device | null = null
  /** Another process waits for the router: nothing is held beyond the work that is under way. */
  let isWanted = false
  /** One at a time looks whether a connection stands and opens one. */
  let door: Promise<unknown> = Promise.resolve()
  let users = 0
  let idle: NodeJS.Timeout | null = null
  let bulkTurn: Promise<unknown> = Promise.resolve()
  const waiting: (() => void)[] = []

  async function use<T>(options: UseOptions, work: (device: Device) => Promise<T>): Promise<T> {
    if (options.isUrgent) return await within({ ms: options.deadlineMs, what: 'router' }, async () => await atOnce(options, work))
    const turn = bulkTurn.then(async () => await atOnce(options, work))
    bulkTurn = turn.catch(() => {}) // Whoever asked hears of it; the next one has his own turn.
    return await turn
  }

  async function atOnce<T>({ isUrgent }: UseOptions, work: (device: Device) => Promise<T>): Promise<T> {
    const router = await selectRouter(db, companyScope, routerId)
    if (router === undefined) throw NotFound.of('router', routerId)
    if (router.host === '') throw new RouterNotInUse(`Nobody has said yet where ${router.name} is`)
    const health = (await selectHealth(db, [routerId])).get(routerId)
    const retryAt = health?.retry_at ?? null
    if (!isUrgent && retryAt !== null && Temporal.Instant.compare(retryAt, database.clock.now()) > 0) throw new BreakerOpen(router.name, retryAt)
    users += 1
    if (users > MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
    if (idle !== null) clearTimeout(idle)
    try {
      return await work(await device(router, { isUrgent }))
    } catch (error) {
      await fail(router, error, health?.failures ?? 0)
      throw error
    } finally {
      users -= 1
      waiting.shift()?.()
      if (users === 0 && isWanted) void close()
      else if (users === 0) idle = setTimeout(() => void close(), IDLE_MS).unref()
    }
  }

  /** The connection as it stands, or a new one where there is none, it has ended, or the router was set up anew. */
  async function device(router: Router, facts: { isUrgent: boolean }): Promise<Device> {
    const mine = door.then(async () => {
      if (opened !== null && opened.router.version === router.version && opened.connection.isOpen) return opened
      await close()
      opened = await open(router, facts)
      return opened
    })
    door = mine.catch(() => {}) // Whoever asked hears of it; the next one tries for himself.
    return await mine
  }

  async function open(router: Router, { isUrgent }: { isUrgent: boolean }): Promise<Device> {
    const lease = await waitForLease(db, deviceId(routerId), isUrgent ? PATIENCE_MS.urgent : PATIENCE_MS.bulk)
    if (lease === null) throw new RouterBusy(`${router.name} is being worked on by another process; try again in a moment`)
    let line: RouterConnection | null = null
    const giveBack = holdLease(db, lease, { onLost: () => line?.destroy(), onWanted: (wanted) => (isWanted = wanted) })
    isWanted = false
    try {
      const sealed = await selectSealedPassword(db, routerId)
      const connection = await connectRouter({
        host: router.host,
        port: router.port,
        tls: router.is_tls ? { fingerprint: router.tls_fingerprint } : null,
        user: router.username,
        password: sealed === null ? '' : openSecret(sealed, passwordAad(routerId)),
        connectTimeoutMs: CONNECT_MS,
        timeoutMs: isUrgent ? URGENT_SILENCE_MS : SILENCE_MS,
      })
      line = connection
      void connection.closed.then(giveBack)
      await see(connection).catch(async (error: unknown) => {
        await connection.close()
        throw error
      })
      return { router, connection, lease, pace: paceOf(router.commands_per_second) }
    } catch (error) {
      await giveBack()
      throw error
    }
  }

  async function see(connection: RouterConnection): Promise<void> {
    const [identity, { version, boardName, uptimeMs, cpuLoadPercent, freeMemoryBytes, totalMemoryBytes }] = await Promise.all([
      readIdentity(connection),
      readResource(connection),
    ])
    const uptimeSeconds = uptimeMs === null ? null : BigInt(Math.floor(uptimeMs / 1000))
    const seen = { identity, version, board: boardName, uptimeSeconds, cpuPercent: cpuLoadPercent, freeBytes: freeMemoryBytes, totalBytes: totalMemoryBytes }
    await updateSeen(db, routerId, seen, database.clock.now())
  }

  async function fail(router: Router, error: unknown, before: number): Promise<void> {
    const trouble = whyNot(error, { isPinned: router.tls_fingerprint !== null })
    if (trouble === null) return
    if (trouble !== 'no_permission' && trouble !== 'command_refused') await close()
    const failures = before + 1
    const at = database.clock.now()
    const retryAt = at.add({ milliseconds: backoffMs({ failures, isHopeless: isHopeless(trouble), chance: Math.random() }) })
    await updateFailed(db, routerId, { failures, retryAt, kind: trouble, message: (error as Error).message, at })
  }

  async function close(): Promise<void> {
    const standing = opened
    opened = null
    await standing?.connection.close()
  }

  return { use }
}
