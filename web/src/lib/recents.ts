import { useSyncExternalStore } from 'react'

/** A record somebody looked at: the search box offers it first. */
export interface Recent {
  readonly to: string
  readonly label: string
}

const KEPT = 8
const keyOf = (userId: number): string => `lastmile.recent.${userId}`
/** Pages of one thing; lists and forms are found by their names. */
const RECORD = /^\/(clients|invoices|payments|wallets|packages|billing|imports|users)\/\d+$/

let read: { key: string; recents: readonly Recent[] } | null = null
const listeners = new Set<() => void>()

function recentsOf(key: string): readonly Recent[] {
  if (read?.key === key) return read.recents
  let recents: readonly Recent[] = []
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    if (Array.isArray(kept))
      recents = kept.filter((each): each is Recent => typeof each?.to === 'string' && RECORD.test(each.to) && typeof each?.label === 'string')
  } catch {
    // Storage may be forbidden or hold something older; then nothing is recent.
  }
  read = { key, recents }
  return recents
}

/** Remembers that this person looked at a record; anything else is not kept. */
export function noteRecent(userId: number, recent: Recent): void {
  if (!RECORD.test(recent.to) || recent.label === '') return
  const key = keyOf(userId)
  const recents = [recent, ...recentsOf(key).filter(({ to }) => to !== recent.to)].slice(0, KEPT)
  read = { key, recents }
  try {
    localStorage.setItem(key, JSON.stringify(recents))
  } catch {
    // Without storage they are forgotten with the window.
  }
  for (const listener of listeners) listener()
}

/** What this person looked at last in this browser, newest first. */
export function useRecents(userId: number): readonly Recent[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => recentsOf(keyOf(userId)),
  )
}
