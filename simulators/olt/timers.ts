/** Things that happen a while later; none of them keeps the process alive, and none happens after `close`. */
export function openTimers() {
  const running = new Set<NodeJS.Timeout>()
  let isClosed = false
  return {
    after: (ms: number, work: () => void): void => {
      if (isClosed) return
      const timer = setTimeout(() => {
        running.delete(timer)
        work()
      }, ms).unref()
      running.add(timer)
    },
    close: (): void => {
      isClosed = true
      for (const timer of running) clearTimeout(timer)
      running.clear()
    },
  }
}
