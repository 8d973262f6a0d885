import { useRef, useState } from 'react'

/** Rows by key; or all that the list's filter finds, loaded or not, less some. */
export type Chosen = { readonly kind: 'some'; readonly keys: ReadonlySet<number> } | { readonly kind: 'all'; readonly except: ReadonlySet<number> }

const NONE: Chosen = { kind: 'some', keys: new Set() }

/** What is ticked in a list. Another filter (`of`) is another list: nothing of it is ticked yet. */
export function useSelection(of: string) {
  const [state, setState] = useState<{ of: string; chosen: Chosen }>({ of, chosen: NONE })
  const anchor = useRef<number | null>(null)
  const chosen = state.of === of ? state.chosen : NONE
  const set = (next: Chosen) => setState({ of, chosen: next })
  const has = (key: number): boolean => (chosen.kind === 'all' ? !chosen.except.has(key) : chosen.keys.has(key))

  /** Ticks or unticks one row; with `range` everything from the row before to this one becomes as this one. `order` = the rows as they stand. */
  const toggle = (key: number, { range = false, order = [] as readonly number[] } = {}): void => {
    const wanted = !has(key)
    const from = range && anchor.current !== null ? order.indexOf(anchor.current) : -1
    const to = order.indexOf(key)
    const touched = from < 0 || to < 0 ? [key] : order.slice(Math.min(from, to), Math.max(from, to) + 1)
    anchor.current = key
    if (chosen.kind === 'some') set({ kind: 'some', keys: changed(chosen.keys, touched, wanted) })
    else set({ kind: 'all', except: changed(chosen.except, touched, !wanted) })
  }

  return {
    chosen,
    has,
    toggle,
    /** Of what is loaded; of the whole filter only on the person's word. */
    tickLoaded: (keys: readonly number[]) => set({ kind: 'some', keys: new Set(keys) }),
    tickAll: () => set({ kind: 'all', except: new Set() }),
    clear: () => set(NONE),
    isEmpty: chosen.kind === 'some' && chosen.keys.size === 0,
  }
}

export type ListSelection = ReturnType<typeof useSelection>

function changed(keys: ReadonlySet<number>, touched: readonly number[], isIn: boolean): ReadonlySet<number> {
  const next = new Set(keys)
  for (const key of touched) {
    if (isIn) next.add(key)
    else next.delete(key)
  }
  return next
}
