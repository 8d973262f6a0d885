/** Time as the pace needs it; tests pass one that they move. */
export interface Ticker {
  /** Milliseconds that only grow. */
  readonly nowMs: () => number
  readonly sleep: (ms: number) => Promise<void>
}

export const realTicker: Ticker = {
  nowMs: () => performance.now(),
  sleep: async (ms) => await new Promise((resolve) => setTimeout(resolve, ms)),
}

export interface Pace {
  /** Resolves when so many commands may be sent; one after the other, in the order of asking. */
  take(commands?: number): Promise<void>
}

/**
 * A bucket of one second's commands that fills evenly. A router answers a burst and then slows down for everybody, and each session that
 * ends costs it a recount of all its connections.
 */
export function paceOf(perSecond: number, { nowMs, sleep }: Ticker = realTicker): Pace {
  let tokens = perSecond
  let filledAt = nowMs()
  let turn: Promise<void> = Promise.resolve()

  async function wait(wanted: number): Promise<void> {
    // More than the bucket holds is taken as a whole bucket, else it would be waited for in vain.
    const commands = Math.min(wanted, perSecond)
    for (;;) {
      const now = nowMs()
      tokens = Math.min(perSecond, tokens + ((now - filledAt) * perSecond) / 1000)
      filledAt = now
      if (tokens >= commands) break
      await sleep(Math.ceil(((commands - tokens) * 1000) / perSecond))
    }
    tokens -= commands
  }
  return {
    take: (commands = 1) => {
      turn = turn.then(async () => await wait(commands))
      return turn
    },
  }
}
