import { AppError } from '../../../../kernel/errors.ts'
import type { Database } from '../../../../platform/db/tx.ts'
import { CommandTrapped, readRates, RouterNotInUse, troubleOf, withRouter } from '../../routers/index.ts'
import type { Device, Trouble } from '../../routers/index.ts'
import { portOf, rateOf } from './look-at-line.ts'
import type { Rate } from './look-at-line.ts'

export class TooManyWatched extends AppError {
  readonly code = 'too_many_watched'
  readonly status = 429
}

/** What a viewer hears, once a second. `rate` null: the line is not online. */
export type Tick = { readonly rate: Rate | null; readonly trouble: null } | { readonly rate: null; readonly trouble: Trouble | 'not_in_use' }

type Viewer = (tick: Tick) => void

const TICK_MS = 1000
/** After trouble the router is asked less often. */
const TROUBLE_MS = 5000
const DEADLINE_MS = 8000
/** Lines of one router that are watched at once in one process; all of them cost one command a second. */
const MOST_LINES = 10

const monitors = new WeakMap<Database['direct'], Map<bigint, ReturnType<typeof createMonitor>>>()

/** Tells how fast a line is, once a second, until the returned function is called; all who watch a router share one look. @throws TooManyWatched 429. */
export function watchLine(database: Database, { routerId, login }: { routerId: bigint; login: string }, viewer: Viewer): () => void {
  const known = monitors.get(database.direct) ?? new Map<bigint, ReturnType<typeof createMonitor>>()
  monitors.set(database.direct, known)
  const monitor = known.get(routerId) ?? createMonitor(database, routerId, () => known.delete(routerId))
  const leave = monitor.join(login, viewer)
  known.set(routerId, monitor)
  return leave
}

/** How many routers are watched by this process. */
export const watchedRouters = (database: Database): number => monitors.get(database.direct)?.size ?? 0

function createMonitor(database: Database, routerId: bigint, onEnd: () => void) {
  const viewers = new Map<string, Set<Viewer>>()
  let timer: NodeJS.Timeout | null = null
  let isLooking = false

  const next = (ms: number): void => {
    if (viewers.size > 0) timer = setTimeout(() => void look(), ms)
    else onEnd()
  }

  async function look(): Promise<void> {
    isLooking = true
    timer = null
    try {
      const ticks = await withRouter(
        database,
        routerId,
        { isUrgent: true, deadlineMs: DEADLINE_MS },
        async (device) => await ratesOf(device, [...viewers.keys()]),
      )
      for (const [login, rate] of ticks) tell(login, { rate, trouble: null })
      next(TICK_MS)
    } catch (error) {
      // What is wrong here and not there ends the look as well; the viewers' own requests say it.
      const trouble = error instanceof RouterNotInUse ? 'not_in_use' : (troubleOf(error) ?? 'silent')
      for (const login of viewers.keys()) tell(login, { rate: null, trouble })
      next(TROUBLE_MS)
    } finally {
      isLooking = false
    }
  }

  function tell(login: string, tick: Tick): void {
    for (const viewer of viewers.get(login) ?? []) viewer(tick)
  }

  return {
    join(login: string, viewer: Viewer): () => void {
      const others = viewers.get(login) ?? new Set<Viewer>()
      if (others.size === 0 && viewers.size >= MOST_LINES)
        throw new TooManyWatched(`${MOST_LINES} lines of this router are being watched already; close another graph`, { retry_after_s: 30 })
      viewers.set(login, others.add(viewer))
      if (timer === null && !isLooking) void look()
      return () => {
        others.delete(viewer)
        if (others.size > 0) return
        viewers.delete(login)
        if (viewers.size > 0 || isLooking) return
        if (timer !== null) clearTimeout(timer)
        onEnd()
      }
    },
  }
}

/** One command for all; where one of them is offline the router refuses all, and each is asked by itself. */
async function ratesOf({ connection }: Device, logins: readonly string[]): Promise<ReadonlyMap<string, Rate | null>> {
  const ports = new Map(logins.map((login) => [portOf('pppoe', login), login]))
  try {
    const rates = new Map((await readRates(connection, [...ports.keys()])).map(({ name, upBps, downBps }) => [name, { upBps, downBps }]))
    return new Map([...ports].map(([port, login]) => [login, rateIn(rates.get(port))]))
  } catch (error) {
    if (!(error instanceof CommandTrapped)) throw error
    const each: [string, Rate | null][] = []
    for (const [port, login] of ports) each.push([login, await rateOf(connection, port)])
    return new Map(each)
  }
}

const rateIn = (rate: { upBps: number; downBps: number } | undefined): Rate | null =>
  rate === undefined ? null : { upKbps: Math.round(rate.upBps / 1000), downKbps: Math.round(rate.downBps / 1000) }
