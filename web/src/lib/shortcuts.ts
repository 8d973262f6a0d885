import { useEffect, useRef, useSyncExternalStore } from 'react'

/** One key, or two after one another (`g c`), that does one thing. */
export interface Shortcut {
  readonly key: string
  /** What it does, in the person's language, as the help sheet lists it. */
  readonly label: string
  /** On every page; otherwise only on the one that is open. */
  readonly isEverywhere: boolean
}

interface Registered extends Shortcut {
  readonly run: () => void
}

/** How long the first of two keys is remembered. */
const SEQUENCE_MS = 1200

let registered: readonly Registered[] = []
let begun: { readonly key: string; readonly at: number } | null = null
const listeners = new Set<() => void>()

function change(next: readonly Registered[]): void {
  if (registered.length === 0 && next.length > 0) window.addEventListener('keydown', onKey)
  if (registered.length > 0 && next.length === 0) window.removeEventListener('keydown', onKey)
  registered = next
  for (const listener of listeners) listener()
}

/** Single keys belong to the page only while nobody types and no dialog is open; what came last wins. */
function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  if (document.querySelector('[role=dialog], [role=menu], [role=listbox]') !== null) return
  if (event.key === 'Shift') return
  const first = begun !== null && event.timeStamp - begun.at < SEQUENCE_MS ? begun.key : null
  begun = null
  const shortcut = registered.findLast(({ key }) => {
    const [one = '', two] = key.split(' ')
    return two === undefined ? first === null && isFor(event, one) : first === one && isFor(event, two)
  })
  if (shortcut !== undefined) {
    event.preventDefault()
    return shortcut.run()
  }
  const opening = registered.find(({ key }) => key.includes(' ') && isFor(event, key.split(' ')[0] ?? ''))
  if (opening !== undefined) begun = { key: opening.key.split(' ')[0] ?? '', at: event.timeStamp }
}

/** By the letter, and where the keyboard writes Bangla by the place of the key. */
const isFor = (event: KeyboardEvent, key: string): boolean =>
  event.key.toLowerCase() === key || (/^[a-z]$/.test(key) && event.code === `Key${key.toUpperCase()}`)

/** A box that is ticked takes no letters. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox]') !== null)

/** Does `action` when the key is pressed while this part of the page stands; null = not now. The help sheet lists it by its label. */
export function useShortcut(key: string, label: string, action: (() => void) | null, { isEverywhere = false }: { isEverywhere?: boolean } = {}): void {
  const latest = useRef(action)
  latest.current = action
  const isOn = action !== null
  useEffect(() => {
    if (!isOn) return
    return register([{ key, label, isEverywhere, run: () => latest.current?.() }])
  }, [key, label, isEverywhere, isOn])
}

/** Several keys of every page at once, for the shell; the function returned takes them away. */
export function register(shortcuts: readonly Registered[]): () => void {
  // Those of every page come first, so that a page may take a key of its own.
  change(shortcuts.every(({ isEverywhere }) => isEverywhere) ? [...shortcuts, ...registered] : [...registered, ...shortcuts])
  return () => change(registered.filter((each) => !shortcuts.includes(each)))
}

/** The keys that work now, for the help sheet. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => registered,
  )
}
