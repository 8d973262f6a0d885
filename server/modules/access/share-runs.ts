export interface Ask {
  readonly routerId: bigint
  readonly isWhole: boolean
  /** Of whoever asked first; those that share the run share its end. */
  readonly signal: AbortSignal
}

interface Run {
  readonly outcome: Promise<void>
  isWhole: boolean
}

/**
 * Runs of one router one after the other, where all that are asked for while one runs share the next: it begins after they asked, so it sees
 * what they want seen. A hundred changes that come while a router is slow become one more run.
 */
export function shareRuns(run: (ask: Ask) => Promise<void>): (ask: Ask) => Promise<void> {
  const running = new Map<bigint, Promise<void>>()
  const next = new Map<bigint, Run>()

  function start(ask: Ask): Promise<void> {
    const { routerId } = ask
    const outcome = run(ask)
    const ended = outcome.then(
      () => {},
      () => {}, // Whoever asked hears of it.
    )
    running.set(routerId, ended)
    void ended.then(() => {
      if (running.get(routerId) === ended) running.delete(routerId)
    })
    return outcome
  }

  return async (ask) => {
    const { routerId, isWhole } = ask
    const waiting = next.get(routerId)
    if (waiting !== undefined) {
      waiting.isWhole ||= isWhole
      return await waiting.outcome
    }
    const present = running.get(routerId)
    if (present === undefined) return await start(ask)
    const shared: Run = {
      isWhole,
      outcome: present.then(async () => {
        next.delete(routerId)
        await start({ ...ask, isWhole: shared.isWhole })
      }),
    }
    next.set(routerId, shared)
    return await shared.outcome
  }
}
