import { useSyncExternalStore } from 'react'

const FIRST_MS = 400
const LONGEST_MS = 10_000

let isLost = false
let isProbing = false
const listeners = new Set<() => void>()
const returned = new Set<() => void>()

function set(lost: boolean): void {
  if (isLost === lost) return
  isLost = lost
  for (const listener of listeners) listener()
  if (!lost) for (const call of returned) call()
}

/** Somebody asked and no answer came. One more try tells a broken connection from a page that was left. */
export async function noteNoAnswer(): Promise<void> {
  if (isProbing) return
  isProbing = true
  for (let wait = FIRST_MS; ; wait = Math.min(LONGEST_MS, wait * 2)) {
    await new Promise((done) => setTimeout(done, wait))
    const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => null)
    if (answer !== null && answer.status < 500) break
    set(true)
  }
  isProbing = false
  set(false)
}

/** Calls back when the server answers again after it did not. */
export function onReturned(call: () => void): () => void {
  returned.add(call)
  return () => returned.delete(call)
}

/** Whether the server cannot be reached. */
export const useConnectionLost = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isLost,
  )
