/** What has to be undone when the process ends, in the reverse order of its beginning. */
export interface Stopping {
  /** Remembers a step; `what` is said when it fails. */
  add(what: string, stop: () => Promise<void>): void
  /** Does the beginning; a signal that comes meanwhile is obeyed once it is through, so that nothing begins on what is already gone. */
  during<T>(beginning: () => Promise<T>): Promise<T>
  /** Does the steps, each at most once, whatever the others do. */
  run(): Promise<void>
  /** Resolves when a signal has asked for the end and everything is undone. */
  readonly ended: Promise<void>
}

// A terminal sends Ctrl-C to the launcher and to this process, and the launcher forwards it: that is one wish, not two.
const SAME_WISH_MS = 1000

/** Listens to SIGINT, SIGTERM and SIGHUP, and to the death of the launcher. A second signal ends the process at once. */
export function stopOnSignal(say: (text: string) => void): Stopping {
  const steps: { what: string; stop: () => Promise<void> }[] = []
  let running: Promise<void> | null = null
  let askedAt = 0
  let beginning: Promise<unknown> = Promise.resolve()
  let finish: () => void
  const ended = new Promise<void>((done) => {
    finish = done
  })

  async function undo(): Promise<void> {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      try {
        await step.stop()
      } catch (error) {
        process.exitCode = 1
        say(`While stopping ${step.what}: ${(error as Error).message}`)
      }
    }
  }
  const run = async (): Promise<void> => await (running ??= undo())

  async function during<T>(work: () => Promise<T>): Promise<T> {
    const begun = work()
    // Who waits for the beginning here only wants to know that it is over; its error goes to the caller.
    beginning = begun.catch(() => undefined)
    return await begun
  }

  let isAsked = false
  function ask(reason: string): void {
    if (isAsked) {
      if (performance.now() - askedAt < SAME_WISH_MS) return
      say('Stopping at once.')
      process.exit(130)
    }
    isAsked = true
    askedAt = performance.now()
    say(`${reason}; stopping ...`)
    void beginning.then(run).then(() => finish())
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(signal))
  watchLauncher(() => ask('The launcher is gone'))
  return { add: (what, stop) => void steps.push({ what, stop }), during, run, ended }
}

/** bin/run.mjs forwards signals, but not its own violent death. */
function watchLauncher(onGone: () => void): void {
  const launcher = Number(process.env.LASTMILE_LAUNCHER_PID)
  if (!(launcher > 0) || process.ppid !== launcher) return
  const timer = setInterval(() => {
    if (process.ppid === launcher) return
    clearInterval(timer)
    onGone()
  }, 500)
  timer.unref()
}
