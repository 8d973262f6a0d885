import { companyScope } from '../../../../kernel/actor.ts'
import { NotFound } from '../../../../kernel/errors.ts'
import type { Database } from '../../../../platform/db/tx.ts'
import { open } from '../../../../platform/secrets/index.ts'
import { backoffMs, holdLease, waitForLease, within } from '../../leases/index.ts'
import type { Lease } from '../../leases/index.ts'
import type { SnmpSession } from '../../transport/index.ts'
import { findProfile } from '../drivers/list.ts'
import type { OltProfile } from '../drivers/profile.ts'
import { OltInUse, OltLeftAlone, OltNotSetUp } from '../errors.ts'
import { selectHealth, updateAnswered, updateFailed } from '../health-store.ts'
import { deviceId, OLT_SECRETS, secretAad } from '../olt.ts'
import type { Olt, OltHealth } from '../olt.ts'
import type { OltLines } from '../poll/by-plan.ts'
import { createOltQueue } from '../session/queue.ts'
import type { OltQueue, Priority } from '../session/queue.ts'
import type { Asking, OltSession } from '../session/session.ts'
import { selectOlt, selectSealed } from '../store.ts'
import { openCliTo, openSnmpTo } from './open-ways.ts'
import type { OltAccess } from './open-ways.ts'
import { isHopeless, whyNot } from './why-not.ts'

/** An OLT one may speak to now. */
export interface OltDevice {
  readonly olt: Olt
  readonly profile: OltProfile
  readonly health: OltHealth
  /** What is found is written under it; see `requireLease`. */
  readonly lease: Lease
  /** For reading, by whatever is set up. Polls come one after the other; on the command line whoever is in a hurry is let in between two commands of a poll. */
  readonly lines: OltLines
  /** The command line to oneself until the work is done. @throws OltNotSetUp 409 where there is none. */
  cli<T>(work: (session: OltSession) => Promise<T>): Promise<T>
}

export interface UseOptions {
  /** `now`: somebody waits for it, and an OLT that is left alone after failures is tried all the same. */
  readonly priority: Priority
  readonly deadlineMs?: number
  /** Its session stays open for so long afterwards, unless another process waits for the OLT. */
  readonly keepsMs?: number
}

/** So long a process waits for another to be done with the OLT. */
const PATIENCE_MS = { now: 10_000, task: 60_000, poll: 20_000 } as const
const IDLE_MS = 3000

type OltActor = ReturnType<typeof createActor>
const actors = new WeakMap<Database['direct'], Map<bigint, OltActor>>()

/**
 * Works on an OLT through its one actor in this process, under a lease that keeps other processes away: one poll after the other, one command
 * at a time on its command line. A failure is noted and the OLT left alone for a while; an answer closes the breaker.
 * @throws NotFound, OltNotSetUp 409, OltLeftAlone 503, OltInUse 503, and what the OLT says.
 */
export async function withOlt<T>(database: Database, oltId: bigint, options: UseOptions, work: (device: OltDevice) => Promise<T>): Promise<T> {
  const known = actors.get(database.direct) ?? new Map<bigint, OltActor>()
  actors.set(database.direct, known)
  const actor = known.get(oltId) ?? createActor(database, oltId)
  known.set(oltId, actor)
  return await actor.use(options, work)
}

interface Standing {
  readonly olt: Olt
  readonly profile: OltProfile
  readonly lease: Lease
  readonly snmp: SnmpSession | null
  readonly queue: OltQueue
  isLost: boolean
  readonly giveBack: () => Promise<void>
}

function createActor(database: Database, oltId: bigint) {
  const db = { db: database.direct }
  let standing: Standing | null = null
  let isWanted = false
  let door: Promise<unknown> = Promise.resolve()
  let pollTurn: Promise<unknown> = Promise.resolve()
  let users = 0
  let idle: NodeJS.Timeout | null = null
  let keptUntil = 0

  async function use<T>(options: UseOptions, work: (device: OltDevice) => Promise<T>): Promise<T> {
    if (options.priority !== 'poll') return await within({ ms: options.deadlineMs, what: 'OLT' }, async () => await atOnce(options, work))
    const turn = pollTurn.then(async () => await atOnce(options, work))
    pollTurn = turn.catch(() => {}) // Whoever asked hears of it; the next one has his own turn.
    return await turn
  }

  async function atOnce<T>({ priority, keepsMs = 0 }: UseOptions, work: (device: OltDevice) => Promise<T>): Promise<T> {
    const olt = await selectOlt(db, companyScope, oltId)
    if (olt === undefined) throw NotFound.of('olt', oltId)
    const profile = olt.profile === null ? null : findProfile(olt.profile)
    if (olt.host === '' || profile === null) throw new OltNotSetUp(`Nobody has said yet where ${olt.name} is and what it is`)
    const health = (await selectHealth(db, [oltId])).get(oltId) as OltHealth
    if (priority === 'poll' && health.retry_at !== null && Temporal.Instant.compare(health.retry_at, database.clock.now()) > 0)
      throw new OltLeftAlone(olt.name, health.retry_at)
    users += 1
    if (idle !== null) clearTimeout(idle)
    try {
      const device = await enter(olt, profile, PATIENCE_MS[priority])
      // Kept from when the work is done.
      const keep = (): void => {
        if (keepsMs === 0) return
        keptUntil = Math.max(keptUntil, performance.now() + keepsMs)
        device.queue.keep(keepsMs)
      }
      const done = await work({
        olt,
        profile,
        health,
        lease: device.lease,
        lines: { snmp: device.snmp, cli: olt.cli === 'none' ? null : async (task) => await task(askingIn(device.queue, priority)) },
        cli: async (task) =>
          await device.queue.run(priority, async (session) => {
            try {
              return await task(session)
            } finally {
              keep()
            }
          }),
      })
      await updateAnswered(db, oltId, database.clock.now())
      return done
    } catch (error) {
      await fail(olt, error, health.failures)
      throw error
    } finally {
      users -= 1
      if (users === 0 && isWanted) void leave()
      else if (users === 0) idle = setTimeout(() => void leave(), Math.max(IDLE_MS, keptUntil - performance.now())).unref()
    }
  }

  async function enter(olt: Olt, profile: OltProfile, patienceMs: number): Promise<Standing> {
    const mine = door.then(async () => {
      if (standing !== null && !standing.isLost && standing.olt.version === olt.version) return standing
      await leave()
      standing = await begin(olt, profile, patienceMs)
      return standing
    })
    door = mine.catch(() => {}) // Whoever asked hears of it; the next one tries for himself.
    return await mine
  }

  async function begin(olt: Olt, profile: OltProfile, patienceMs: number): Promise<Standing> {
    const lease = await waitForLease(db, deviceId(oltId), patienceMs)
    if (lease === null) throw new OltInUse(`${olt.name} is being worked on by another process; try again in a moment`)
    isWanted = false
    const access = await accessTo(olt)
    const queue = createOltQueue(async () => await openCliTo(access, profile))
    const snmp = openSnmpTo(access)
    const made: Standing = {
      olt,
      profile,
      lease,
      snmp,
      queue,
      isLost: false,
      giveBack: holdLease(db, lease, {
        onWanted: (wanted) => {
          isWanted = wanted
          if (wanted && users === 0) void leave()
        },
        onLost: () => {
          made.isLost = true
          void queue.close()
          snmp?.close()
        },
      }),
    }
    return made
  }

  async function accessTo(olt: Olt): Promise<OltAccess> {
    const sealed = await selectSealed(db, oltId)
    return {
      ...olt,
      secrets: Object.fromEntries(OLT_SECRETS.flatMap((name) => (sealed[name] === null ? [] : [[name, open(sealed[name], secretAad(oltId, name))]]))),
    }
  }

  async function fail(olt: Olt, error: unknown, before: number): Promise<void> {
    const trouble = whyNot(error, { isPinned: olt.ssh_host_key !== null })
    if (trouble === null) return
    const failures = before + 1
    const at = database.clock.now()
    const retryAt = at.add({ milliseconds: backoffMs({ failures, isHopeless: isHopeless(trouble), chance: Math.random() }) })
    await updateFailed(db, oltId, { failures, retryAt, kind: trouble, message: (error as Error).message, at })
  }

  async function leave(): Promise<void> {
    const last = standing
    standing = null
    if (last === null) return
    await last.queue.close()
    last.snmp?.close()
    await last.giveBack()
  }

  return { use }
}

/** Each command has a turn of its own. */
const askingIn = (queue: OltQueue, priority: Priority): Asking => ({
  ask: async (...command) => await queue.run(priority, async (session) => await session.ask(...command)),
})
