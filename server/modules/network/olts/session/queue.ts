import { setTimeout as sleep } from 'node:timers/promises'
import { DeviceUnreachable } from '../../../../kernel/device-errors.ts'
import type { OltSession } from './session.ts'

/** What a person waits for goes before what happens by itself. */
export const PRIORITIES = { now: 0, task: 1, poll: 2 } as const
export type Priority = keyof typeof PRIORITIES

export interface OltQueue {
  /** Runs `work` when its turn comes, in a session that is open then. One at a time. */
  run<T>(priority: Priority, work: (session: OltSession) => Promise<T>): Promise<T>
  /** The session stays open for so long from now, though nothing is done in it. */
  keep(ms: number): void
  /** Logs out; what waits is rejected. */
  close(): Promise<void>
  readonly waiting: number
}

interface Waiting {
  readonly priority: number
  readonly run: (session: OltSession) => Promise<void>
  readonly refuse: (error: Error) => void
}

const IDLE_MS = 5000
const MOST_WAITING = 1000
/** An OLT needs a moment to notice that a session was dropped; until then it may count as taken. */
const REOPEN_MS = 250

/**
 * The one way to an OLT's command line in this process. A session is kept for a moment after the last work and then logged out, for an open
 * one may be the only one the OLT has. Work that fails leaves the queue as it was: a session that broke is replaced for the next.
 */
export function createOltQueue(open: () => Promise<OltSession>, { idleMs = IDLE_MS }: { idleMs?: number } = {}): OltQueue {
  const waiting: Waiting[] = []
  let session: OltSession | null = null
  let isWorking = false
  let isClosed = false
  let timer: NodeJS.Timeout | null = null
  let keptUntil = 0

  const work = async (): Promise<void> => {
    if (isWorking) return
    isWorking = true
    if (timer !== null) clearTimeout(timer)
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        if (session?.isOpen === false) await sleep(REOPEN_MS)
        if (session === null || !session.isOpen) session = await open()
        await next.run(session)
      } catch (error) {
        next.refuse(error as Error)
      }
    }
    isWorking = false
    if (session !== null && !isClosed) timer = setTimeout(() => void leave(), Math.max(idleMs, keptUntil - performance.now())).unref()
  }
  const leave = async (): Promise<void> => {
    const last = session
    session = null
    await last?.close()
  }

  return {
    run: async <T>(priority: Priority, task: (opened: OltSession) => Promise<T>): Promise<T> => {
      const { promise, resolve, reject } = Promise.withResolvers<T>()
      if (isClosed) throw new DeviceUnreachable('The way to this OLT is closed', 'closed')
      if (waiting.length >= MOST_WAITING) throw new DeviceUnreachable('Too much waits for this OLT already', 'refused')
      const rank = PRIORITIES[priority]
      const before = waiting.findIndex((other) => other.priority > rank)
      waiting.splice(before < 0 ? waiting.length : before, 0, {
        priority: rank,
        refuse: reject,
        run: async (opened) => await task(opened).then(resolve, reject),
      })
      void work()
      return await promise
    },
    keep: (ms) => {
      keptUntil = Math.max(keptUntil, performance.now() + ms)
    },
    close: async () => {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      for (const { refuse } of waiting.splice(0)) refuse(new DeviceUnreachable('The way to this OLT is closed', 'closed'))
      await leave()
    },
    get waiting() {
      return waiting.length
    },
  }
}
