/** A small seeded generator (mulberry32): the same seed tells the same story on every machine. */
export interface Random {
  /** A whole number in `[0, below)`. */
  below(limit: number): number
  between(from: number, to: number): number
  /** True once in `times`, on average. */
  onceIn(times: number): boolean
  percent(share: number): boolean
  pick<T>(items: readonly T[]): T
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    onceIn: (times) => below(times) === 0,
    percent: (share) => below(100) < share,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
  }
}
